"""Paragraphs: a style, the runs, and what this place alone needs (space above, page break, bookmark)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from planforge.render.anchors import anchor_name
from planforge.render.docx.oxml import (
    Element,
    Values,
    add_property,
    element,
    hint,
    paragraph_properties,
    run_properties,
    text,
    twips,
)
from planforge.render.docx.styles import lead_id, style_id
from planforge.render.page import Run, Runs


def paragraph(style: str, content: Iterable[Element], properties: Sequence[Element] = ()) -> Element:
    """Return ``w:p`` in a text style of the house."""
    named = element("pStyle", {"val": style_id(style)})
    return element("p", None, paragraph_properties([named, *properties]), *content)


def runs(content: Runs, size_pt: float | None = None, refer: Callable[[str], Element] | None = None) -> list[Element]:
    """Return ``w:r`` elements; ``size_pt`` overrides the size of the style, ``refer`` adds a footnote."""
    return [
        refer(part.note) if part.note and refer else run(part, size_pt) for part in content if part.text or part.note
    ]


def run(part: Run, size_pt: float | None = None) -> Element:
    """Return one ``w:r``."""
    properties = [hint()]
    if part.lead_level > 1:
        properties.append(element("rStyle", {"val": lead_id(part.lead_level)}))
    if size_pt is not None:
        properties += [element(tag, {"val": round(2 * size_pt)}) for tag in ("sz", "szCs")]
    return element("r", None, run_properties(properties), text(part.text))


def plain(characters: str) -> list[Element]:
    """Return the runs of a text without faces of its own."""
    return runs((Run(characters),))


def lines(content: Runs) -> list[Element]:
    """Return runs with a line break between them: a title already broken into lines."""
    pieces: list[Element] = []
    for part in content:
        if pieces:
            pieces.append(element("r", None, element("br")))
        pieces.append(run(part))
    return pieces


def spacer(points: float) -> Element:
    """Return an empty paragraph of an exact height, also what keeps two boxes or tables apart."""
    size = [element(tag, {"val": 2}) for tag in ("sz", "szCs")]
    line = element("spacing", {"before": 0, "after": 0, "line": twips(points), "lineRule": "exact"})
    return element("p", None, paragraph_properties([line, run_properties(size)]))


def set_pitch(paragraphs: Iterable[Element], points: float, rule: str = "exact") -> None:
    """Give paragraphs a line pitch of their own; what they say of the space above stays."""
    for one in paragraphs:
        _space(one, {"line": twips(points), "lineRule": rule})


def add_space(one: Element, side: str, points: float) -> None:
    """Give a paragraph space above (before) or below (after); the rest of its spacing stays."""
    _space(one, {side: twips(points)})


def _space(one: Element, values: Values) -> None:
    wanted = element("spacing", values)
    spacing = one[0].find(wanted.tag)
    if spacing is None:
        add_property(one, wanted)
    else:
        spacing.attrib.update(wanted.attrib)


class Bookmarks:
    """Numbers the bookmarks; a name is used once, as Word demands."""

    def __init__(self) -> None:
        self._used: set[str] = set()

    def around(self, block_id: str, content: list[Element]) -> list[Element]:
        """Return ``content`` inside a bookmark for the block; as it is when there is no id or it was used before."""
        name = anchor_name(block_id)
        if not block_id or name in self._used:
            return content
        self._used.add(name)
        number = len(self._used)
        start = element("bookmarkStart", {"id": number, "name": name})
        return [start, *content, element("bookmarkEnd", {"id": number})]
