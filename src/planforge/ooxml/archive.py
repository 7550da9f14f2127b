"""Zip files whose bytes depend on nothing but their content."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

_EARLIEST = (1980, 1, 1, 0, 0, 0)  # the zip format knows no earlier date


def reproducible(data: bytes, replaced: Mapping[str, bytes] | None = None) -> bytes:
    """Return the zip `data` with fixed dates and rights, its entries in the same order, some with other content."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            entry = zipfile.ZipInfo(item.filename, _EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            entry.external_attr = 0
            new.writestr(entry, (replaced or {}).get(item.filename) or old.read(item))
    return target.getvalue()
