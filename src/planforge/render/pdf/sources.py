"""What WeasyPrint may open while it lays out a document: our own font files and the pictures of the page, no more."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

Pictures = Mapping[str, tuple[bytes, str]]


def fetcher(pictures: Pictures, fonts: Mapping[str, Path]) -> Any:
    """Return a URL fetcher that knows ``pictures`` (address → bytes and media type) and ``fonts`` (address → file)."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class _Fetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no type information
        def fetch(self, url: str, headers: object = None) -> Any:
            if url in pictures:
                data, media_type = pictures[url]
                return URLFetcherResponse(url, data, {"Content-Type": media_type})
            if url in fonts:
                return URLFetcherResponse(url, fonts[url].read_bytes(), {"Content-Type": "font/otf"})
            raise ValueError(f"{url}: not part of the document")

    return _Fetcher()
