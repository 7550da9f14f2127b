"""The contents (目录): one TOC field around a hyperlink for each heading, with the page numbers of the PDF in it.

The field shows what is written here until somebody updates it, so no program asks on opening; without a PDF the numbers
are left empty.
"""

from __future__ import annotations

from collections.abc import Mapping

from planforge.render.anchors import anchor_name
from planforge.render.docx.oxml import Element, element, field, field_mark
from planforge.render.docx.paragraphs import paragraph, plain
from planforge.render.page import Contents, Entry


def contents(block: Contents, numbers: Mapping[str, str], annex_title: str) -> list[Element]:
    """Return the paragraphs of the entries.

    Args:
        block: the contents.
        numbers: the printed page numbers by anchor name.
        annex_title: the name of the style of the titles of annexes, which Word lists too when it updates the field.
    """
    made = [_line(entry, numbers.get(anchor_name(entry.id), "")) for entry in block.entries]
    if made:
        levels = f"1-{block.levels}" if block.levels > 1 else "1-1"
        begin = field(f'TOC \\o "{levels}" \\h \\z \\t "{annex_title},1"')[:-1]  # the end stands behind the last entry
        for at, part in enumerate(begin):
            made[0].insert(1 + at, part)
        made[-1].append(field_mark("end"))
    return made


def _line(entry: Entry, number: str) -> Element:
    anchor = anchor_name(entry.id)
    page = field(f"PAGEREF {anchor} \\h", *(plain(number) if number else []))
    tab = element("r", None, element("tab"))
    link = element("hyperlink", {"anchor": anchor, "history": 1}, *plain(entry.text), tab, *page)
    return paragraph(f"contents-{entry.level}", [link])
