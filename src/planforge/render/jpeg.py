"""What Word files ask of a JPEG that printers and browsers do not: a header of JFIF or Exif, and upright pixels."""

from __future__ import annotations

import io

_START = b"\xff\xd8"
_HEADERS = (b"JFIF", b"Exif")
_JFIF = b"\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
"""APP0 without a resolution and without a small picture (ITU-T T.871, 10.1)."""
_EXIF, _ORIENTATION = b"Exif\x00\x00", 0x0112
_QUALITY = 95


def with_header(data: bytes) -> bytes:
    """Return a JPEG that begins with JFIF or Exif, as python-docx asks; those of Photoshop in CMYK have neither."""
    if not data.startswith(_START) or data[6:10] in _HEADERS:
        return data
    return _START + _JFIF + data[len(_START) :]


def upright(data: bytes) -> bytes:
    """Return a JPEG whose pixels stand as its Exif orientation says; Word shows them as they are stored.

    It is written anew only where it is turned, and only where Pillow is installed, which comes with the PDF writer.
    """
    if not data.startswith(_START) or _EXIF not in data:
        return data
    try:
        return _turned(data)
    except Exception:  # noqa: BLE001 - no Pillow, or a damaged picture, where it raises whatever that leads to
        return data


def _turned(data: bytes) -> bytes:
    from PIL import Image, ImageOps

    with Image.open(io.BytesIO(data)) as picture:
        if picture.getexif().get(_ORIENTATION, 1) == 1:
            return data
        turned, written = ImageOps.exif_transpose(picture), io.BytesIO()
        turned.save(written, "JPEG", quality=_QUALITY, subsampling=0, icc_profile=picture.info.get("icc_profile"))
    return written.getvalue()
