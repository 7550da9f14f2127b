"""Pictures fit to be printed: those that all the writers' libraries read.

The libraries read pictures each in their own way, and fail each in their own way: what passes here, all read.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterator
from functools import cache

from planforge.errors import SourceError
from planforge.plan.model import Figure, Plan
from planforge.render.jpeg import with_header
from planforge.source.pictures import PNG, media_type

_WIDE, _HIGH, _PAPER, _INK = 480, 270, 0xFF, 0x99
ReadBytes = Callable[[str], bytes]
"""Reads a picture of the plan's folder by its path."""


def printable_type(path: str, data: bytes) -> str:
    """Return image/png or image/jpeg.

    Raises:
        SourceError: when the bytes are neither, are not complete, would unpack to too many pixels, or are a JPEG that
            Word files cannot hold.
    """
    found = media_type(path, data)
    if found == "image/jpeg" and not _fits_word(data):
        raise SourceError(f"图片“{path}”不完整或已损坏", hint="请重新复制，或在看图软件里另存为 PNG")
    return found


def _fits_word(data: bytes) -> bool:
    from docx.image.image import Image

    try:
        return bool(Image.from_blob(with_header(data)).px_width)
    except Exception:  # noqa: BLE001 - it raises whatever a damaged segment leads to, even a bare Exception
        return False


def or_placeholder(read_bytes: ReadBytes) -> ReadBytes:
    """Return a reader of pictures that gives a crossed frame for each that cannot be printed."""

    @cache
    def read(path: str) -> bytes:
        try:
            data = read_bytes(path)
            printable_type(path, data)
        except SourceError:
            return _placeholder()
        return data

    return read


def unprintable(plan: Plan, read_bytes: ReadBytes) -> Iterator[tuple[Figure, SourceError]]:
    """Yield each figure whose picture cannot be printed, and why."""
    for block in plan.blocks():
        if isinstance(block, Figure) and block.file.printed:
            try:
                printable_type(block.file.printed, read_bytes(block.file.printed))
            except SourceError as error:
                yield block, error


@cache
def _placeholder() -> bytes:
    """Return a PNG (third edition, 11.2) of one byte a pixel: a frame and its diagonals."""
    rows = (bytes([0, *(_shade(x, y) for x in range(_WIDE))]) for y in range(_HIGH))
    head = struct.pack(">IIBBBBB", _WIDE, _HIGH, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(b"".join(rows))), (b"IEND", b""))
    return PNG + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )


def _shade(x: int, y: int) -> int:
    slope = y * (_WIDE - 1) // (_HIGH - 1)
    on_edge = x in (0, _WIDE - 1) or y in (0, _HIGH - 1)
    return _INK if on_edge or min(abs(x - slope), abs(_WIDE - 1 - x - slope)) < 2 else _PAPER


def refuse_unread(plan: Plan) -> None:
    """Raise `SourceError` when the plan is a document with a figure: its reader knows the caption, not the picture."""
    for chapter in plan.chapters:
        for block in chapter.blocks:
            if isinstance(block, Figure) and not block.file.printed:
                message = f"{block.span.place} 有图“{block.caption.printed}”：Word 和文本文件里的图片不读入，排印不出来"
                hint = "请用 planforge new 建规划文件夹，把图片另存为 PNG 或 JPEG，用 figure 引用；或先删去图和图题"
                raise SourceError(message, hint=hint)
