"""Small builders of WordprocessingML elements; properties come out in the order the schema demands.

Word refuses a file whose properties stand in the wrong order, so nothing here relies on the order of the calls.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

Element = Any  # lxml elements made by python-docx, whose own classes carry no useful types
Values = Mapping[str, str | int]

_PARAGRAPH_ORDER = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "pBdr", "tabs", "kinsoku",
    "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "snapToGrid", "spacing", "ind", "jc", "outlineLvl",
    "rPr", "sectPr", "pPrChange",
)  # fmt: skip
_RUN_ORDER = (
    "ins", "del", "moveFrom", "moveTo", "rStyle", "rFonts", "b", "bCs", "strike", "color", "spacing", "kern", "sz",
    "szCs", "u", "vertAlign", "lang", "rPrChange",
)  # fmt: skip


def element(tag: str, values: Values | None = None, *children: Element) -> Element:
    """Return ``<w:tag>`` with ``w:`` attributes (``xml:space`` and the like are given with their prefix)."""
    make, name, namespaces = _maker(tag)
    made = make(name, {_qualified(key): str(value) for key, value in (values or {}).items()}, namespaces)
    made.extend(children)
    return made


@cache
def _maker(tag: str) -> tuple[Callable[..., Element], str, Mapping[str, str]]:
    """Return what makes elements of this tag: the same for each of the many thousands in a document."""
    from docx.oxml.ns import NamespacePrefixedTag
    from docx.oxml.parser import oxml_parser

    prefixed = NamespacePrefixedTag(tag if ":" in tag else f"w:{tag}")
    return oxml_parser.makeelement, prefixed.clark_name, prefixed.nsmap


@cache
def _qualified(name: str) -> str:
    from docx.oxml.ns import qn

    return str(qn(name if ":" in name else f"w:{name}"))


def paragraph_properties(parts: Iterable[Element]) -> Element:
    """Return ``w:pPr`` with its parts in schema order."""
    return element("pPr", None, *_ordered(parts, _PARAGRAPH_ORDER))


def add_property(paragraph: Element, part: Element) -> None:
    """Add one part to the properties of a paragraph, in schema order."""
    old = paragraph[0]
    paragraph.replace(old, paragraph_properties([*old, part]))


def run_properties(parts: Iterable[Element]) -> Element:
    """Return ``w:rPr`` with its parts in schema order."""
    return element("rPr", None, *_ordered(parts, _RUN_ORDER))


def fonts(east_asia: str, latin: str) -> Element:
    """Return ``w:rFonts``; the hint keeps “ ” … — in the Chinese face."""
    return element("rFonts", {"hint": "eastAsia", "ascii": latin, "hAnsi": latin, "eastAsia": east_asia, "cs": latin})


def hint() -> Element:
    """Return the ``w:rFonts`` every run needs, or Word sets “ ” … — in the Latin face."""
    return element("rFonts", {"hint": "eastAsia"})


def field(code: str, *result: Element) -> list[Element]:
    """Return the runs of a field: its code and the result that is shown until a program computes it anew."""
    instruction = element("instrText", {"xml:space": "preserve"})
    instruction.text = f" {code} "
    return [field_mark("begin"), element("r", None, instruction), field_mark("separate"), *result, field_mark("end")]


def field_mark(kind: str) -> Element:
    """Return the run that begins a field, parts its code from its result, or ends it."""
    return element("r", None, element("fldChar", {"fldCharType": kind}))


def text(characters: str) -> Element:
    """Return ``w:t`` that keeps its spaces."""
    made = element("t", {"xml:space": "preserve"} if characters != characters.strip() else None)
    made.text = characters
    return made


def border(side: str, points: float, colour: str = "000000", space: float = 0, kind: str = "single") -> Element:
    """Return one side of a border; Word counts its width in eighths of a point, its distance in whole points."""
    values: Values = {"val": kind, "sz": round(points * 8), "space": round(space), "color": colour}
    return element(side, values)


def twips(points: float) -> int:
    """Return points as twentieths of a point."""
    return round(points * 20)


def _ordered(parts: Iterable[Element], order: tuple[str, ...]) -> list[Element]:
    return sorted(parts, key=lambda part: order.index(part.tag.rpartition("}")[2]))
