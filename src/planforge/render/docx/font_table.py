"""The font table: for each official face, the one that Windows has in its place.

仿宋_GB2312 and 楷体_GB2312 do not come with Windows since Vista; 仿宋 and 楷体 do. Without the other name a program
that lacks the face takes one of its own choice, often 宋体 for everything (ISO/IEC 29500-1, 17.8.3.1 altName).
"""

from __future__ import annotations

from typing import Any

from planforge.render.docx.oxml import Element, element
from planforge.render.house import FontRole, House

_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/fontTable"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml"
_GB2312 = "86"  # the character set of simplified Chinese (17.8.3.2)


def add_font_table(document: Any, house: House) -> None:
    """Give the document a font table with the official faces of the house."""
    from docx.opc.packuri import PackURI
    from docx.opc.part import XmlPart

    faces = {role.official.name: _other(role) for _, role in sorted(house.fonts.items())}
    root = element("fonts", None, *(_font(name, other) for name, other in faces.items()))
    part = XmlPart(PackURI("/word/fontTable.xml"), _TYPE, root, document.part.package)
    document.part.relate_to(part, _RELATION)


def _other(role: FontRole) -> str:
    """Return the first stand-in that Word's list of fonts can show: those free ones with Latin names are for PDF."""
    return next((face.name for face in role.stand_ins if not face.name.isascii()), "")


def _font(name: str, other: str) -> Element:
    parts = [element("altName", {"val": other})] if other else []
    return element("font", {"name": name}, *parts, element("charset", {"val": _GB2312}))
