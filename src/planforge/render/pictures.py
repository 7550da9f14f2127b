"""Pictures fit to be printed: those that all the writers' libraries read.

The libraries read pictures each in their own way, and fail each in their own way: what passes here, all read.
"""

from __future__ import annotations

from planforge.errors import SourceError
from planforge.plan.model import Figure, Plan
from planforge.source.pictures import media_type


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
        return bool(Image.from_blob(data).px_width)
    except Exception:  # noqa: BLE001 - it raises whatever a damaged segment leads to, even a bare Exception
        return False


def refuse_unread(plan: Plan) -> None:
    """Raise `SourceError` when the plan is a document with a figure: its reader knows the caption, not the picture."""
    for chapter in plan.chapters:
        for block in chapter.blocks:
            if isinstance(block, Figure) and not block.file.printed:
                message = f"{block.span.place} 有图“{block.caption.printed}”：Word 和文本文件里的图片不读入，排印不出来"
                hint = "请用 planforge new 建规划文件夹，把图片另存为 PNG 或 JPEG，用 figure 引用；或先删去图和图题"
                raise SourceError(message, hint=hint)
