"""What a picture is, told by its first bytes and not by its name."""

from __future__ import annotations

from planforge.errors import SourceError

_SIGNATURES = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}


def media_type(path: str, data: bytes) -> str:
    """Return image/png or image/jpeg.

    Raises:
        SourceError: when the bytes are neither.
    """
    for signature, found in _SIGNATURES.items():
        if data.startswith(signature):
            return found
    raise SourceError(f"图片“{path}”应为 PNG 或 JPEG，实为别的格式", hint="请另存为 PNG 后再引用")
