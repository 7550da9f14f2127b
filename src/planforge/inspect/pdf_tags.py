"""What a tagged PDF says of its content: which of it is a figure (ISO 32000-1, 14.8.4.5), whose words are no text."""

from __future__ import annotations

import ctypes
from typing import Any

_FIGURE = "Figure"
_LONGEST = 64


def is_drawing(shown: Any) -> bool:
    """Return whether an object of a page, or the form that holds it, is marked as a figure."""
    while shown is not None:
        if _FIGURE in _marks(shown.raw):
            return True
        shown = shown.container
    return False


def drawn_texts(page: Any) -> frozenset[int]:
    """Return the addresses of the text objects of a page that stand in figures."""
    from pypdfium2 import raw

    texts = page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT])
    return frozenset(ctypes.addressof(shown.raw.contents) for shown in texts if is_drawing(shown))


def _marks(shown: Any) -> list[str]:
    from pypdfium2 import raw

    return [_name(raw.FPDFPageObj_GetMark(shown, at)) for at in range(max(0, raw.FPDFPageObj_CountMarks(shown)))]


def _name(mark: Any) -> str:
    from pypdfium2 import raw

    buffer, length = (ctypes.c_ushort * _LONGEST)(), ctypes.c_ulong()
    if not raw.FPDFPageObjMark_GetName(mark, buffer, ctypes.sizeof(buffer), length):
        return ""
    return bytes(buffer)[: length.value].decode("utf-16-le", "replace").rstrip("\0")
