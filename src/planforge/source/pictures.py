"""What a picture is, told by its bytes and not by its name; one that is cut off or beyond all size is refused here.

Read without any library, so that lint can look at the pictures of a plan as well.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

from planforge.errors import SourceError

MAX_PIXELS = 80_000_000
"""Width times height; an A3 page scanned at 600 dots an inch has 70 million. A small file can claim any number."""
PNG = b"\x89PNG\r\n\x1a\n"
"""What a PNG begins with."""
_JPEG = b"\xff\xd8\xff"
_JPEG_END = b"\xff\xd9"
_SIZES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
"""The segments of a JPEG that begin a picture and hold its size: SOF0–SOF15 (ITU-T T.81, table B.1)."""
_SCAN = 0xDA


def media_type(path: str, data: bytes) -> str:
    """Return image/png or image/jpeg.

    Raises:
        SourceError: when the bytes are neither, are not complete, or would unpack to too many pixels.
    """
    if data.startswith(PNG):
        found, size = "image/png", _png_size(data)
    elif data.startswith(_JPEG):
        found, size = "image/jpeg", _jpeg_size(data)
    else:
        raise SourceError(f"图片“{path}”应为 PNG 或 JPEG，实为别的格式", hint="请另存为 PNG 后再引用")
    if size is None or not all(size):
        raise SourceError(f"图片“{path}”不完整或已损坏", hint="请重新复制，或在看图软件里另存为 PNG")
    if size[0] * size[1] > MAX_PIXELS:
        most = f"应不超过{MAX_PIXELS // 10_000}万个像素，实为{size[0]}×{size[1]}"
        raise SourceError(f"图片“{path}”太大：{most}", hint="请缩小后再引用")
    return found


def _png_size(data: bytes) -> tuple[int, int] | None:
    """Return width and height of a PNG; None unless it is whole: a header first, no chunk damaged, an end."""
    chunks = list(_chunks(data))
    if not chunks or chunks[0][0] != b"IHDR" or chunks[-1][0] != b"IEND" or len(chunks[0][1]) != 13:
        return None
    width, height = struct.unpack(">II", chunks[0][1][:8])
    return width, height


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield kind and content of the chunks up to the end or the first damaged one (PNG, third edition, 5.3)."""
    at, kind = len(PNG), b""
    while at + 12 <= len(data) and kind != b"IEND":
        (length,), kind = struct.unpack_from(">I", data, at), data[at + 4 : at + 8]
        behind = at + 8 + length
        if data[behind : behind + 4] != struct.pack(">I", zlib.crc32(data[at + 4 : behind])):
            return
        yield kind, data[at + 8 : behind]
        at = behind + 4


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    """Return width and height of a JPEG; None unless a segment before the picture tells them and it has an end."""
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        kind = data[at + 1]
        if kind in _SIZES:
            height, width = struct.unpack_from(">HH", data, at + 5)
            return (width, height) if _JPEG_END in data[at:] else None
        if kind == _SCAN:
            return None
        # fill bytes and marks without a length (B.1.1.2, B.1.1.3) are one byte or two
        at += 1 if kind == 0xFF else 2 if kind == 0x01 or 0xD0 <= kind <= 0xD9 else 2 + _length(data, at + 2)
    return None


def _length(data: bytes, at: int) -> int:
    (length,) = struct.unpack_from(">H", data, at)
    return max(2, int(length))
