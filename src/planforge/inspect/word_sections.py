"""The sections of a DOCX: paper, margins, grid and footers; what a section leaves out it takes from the one before."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element

from planforge.inspect.word_file import Section, WordParagraph
from planforge.inspect.word_turned import turned_foot
from planforge.ooxml.levels import flag, number_of, value_of, whole
from planforge.ooxml.names import w
from planforge.ooxml.package import Package
from planforge.ooxml.relations import Relations

_R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_MARGINS = {"top": 1440, "bottom": 1440, "left": 1800, "right": 1800, "gutter": 0, "header": 851, "footer": 992}
_LETTER = (12240, 15840)
Footers = dict[str, tuple[WordParagraph, ...]]


def section_of(
    element: Element,
    before: Section | None,
    package: Package,
    relations: Relations,
    read: Callable[[Element], tuple[WordParagraph, ...]],
) -> Section:
    """Return the section of a w:sectPr; `read` turns a footer part into paragraphs."""
    paper, margins = element.find(w("pgSz")), element.find(w("pgMar"))
    grid, numbers = element.find(w("docGrid")), element.find(w("pgNumType"))
    sides = {side: abs(number_of(margins, side, default)) for side, default in _MARGINS.items()}
    return Section(
        paper=(number_of(paper, "w", _LETTER[0]), number_of(paper, "h", _LETTER[1])),
        margins=sides,
        landscape=value_of(paper, "orient", "portrait") == "landscape",
        kind=value_of(element.find(w("type")), "val", "nextPage"),
        grid=value_of(grid, "type", "default"),
        grid_pitch=number_of(grid, "linePitch", 0),
        title_page=flag(element.find(w("titlePg")), False),
        restarts=whole(value_of(numbers, "start", "")) is not None,
        footers={**(before.footers if before else {}), **_footers(element, package, relations, read)},
        turned={kind: foot for kind, root in _parts(element, package, relations) if (foot := turned_foot(root))},
    )


def _footers(
    element: Element,
    package: Package,
    relations: Relations,
    read: Callable[[Element], tuple[WordParagraph, ...]],
) -> Footers:
    return {kind: read(root) for kind, root in _parts(element, package, relations)}


def _parts(element: Element, package: Package, relations: Relations) -> Iterator[tuple[str, Element]]:
    for reference in element.findall(w("footerReference")):
        part = relations.target(reference.get(_R_ID, ""))
        root = package.xml(part) if part else None
        if root is not None:
            yield reference.get(w("type"), "default"), root
