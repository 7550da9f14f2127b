"""Annexes (7.3.7) and what a notice issues (P1)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import TypeVar

from planforge.inspect.elements import Annex, Elements
from planforge.inspect.faces import BIAOSONG, HEI
from planforge.inspect.groups.attachments import MARKS, items_of, name_of
from planforge.inspect.judge import SIDES, look, near, verdict
from planforge.inspect.judge_gap import gap_of
from planforge.inspect.outcome import Measure
from planforge.inspect.passage import Passage, Side
from planforge.inspect.subject import PdfSubject, WordSubject
from planforge.inspect.units import LEFT, LINE, MIDDLE
from planforge.patterns import expression

P = TypeVar("P", bound=Passage)
_LABEL = expression(r"附件\d*")
_TITLE_PT = 22.0
_SHOWN = 16


def word(subject: WordSubject) -> Iterator[Measure]:
    """Measure a DOCX."""
    elements = subject.elements
    for number, annex in enumerate(elements.annexes):
        yield from _annex(annex, elements, number)
        shift = annex.label.indent("left") + annex.label.indent("first")
        yield verdict(
            "7.3.7-b", abs(shift) < 0.1 and annex.label.side is Side.LEFT, f"缩进 {shift:.1f} 字", annex.label.place
        )
        if annex.title:
            centred = annex.title[0].side is Side.CENTRE
            yield verdict("7.3.7-c", centred, "居中" if centred else "没有居中", annex.title[0].place, "居中")
            yield gap_of("7.3.7-c", subject.file, annex.label, annex.title[0], 1, "“附件”下")
    if elements.lone_annex is not None:
        shift = elements.lone_annex.indent("left") + elements.lone_annex.indent("first")
        flush = abs(shift) < 0.1 and elements.lone_annex.side is Side.LEFT
        yield verdict("7.3.7-e", flush, f"缩进 {shift:.1f} 字", elements.lone_annex.place, "顶格")
    yield from _issued(elements)


def pdf(subject: PdfSubject) -> Iterator[Measure]:
    """Measure a PDF."""
    elements = subject.elements
    for number, annex in enumerate(elements.annexes):
        yield from _annex(annex, elements, number)
        line = annex.label.first
        yield near("7.3.7-b", line.x0 - subject.file.left(line), 0, 1.0, annex.label.place, "左空 ")
        if annex.title:
            title = annex.title[0].first
            yield near("7.3.7-c", title.centre, MIDDLE, 1.0, annex.title[0].place, "中心距纸左边 ", due=SIDES)
            yield near("7.3.7-c", title.y - line.y, 2 * LINE, 2.5, annex.title[0].place, "在“附件”下 ")
    if elements.lone_annex is not None:
        yield near(
            "7.3.7-e", elements.lone_annex.first.x0, LEFT, 1.0, elements.lone_annex.place, "左缘距纸左边 ", due=SIDES
        )
    yield from _issued(elements)


def _annex(annex: Annex[P], elements: Elements[P], number: int) -> Iterator[Measure]:
    label = annex.label
    new = label.starts_page
    yield verdict("7.3.7-a", new, "另面编排" if new else "没有另面", label.place)
    yield look("7.3.7-b", label, HEI, 16)
    yield verdict(
        "7.3.7-b", bool(_LABEL.fullmatch(label.bare)), f"“{label.bare}”", label.place, "“附件”加顺序号，没有冒号"
    )
    if not annex.title:
        yield verdict("7.3.7-c", False, "“附件”下没有标题", label.place)
        return
    for passage in annex.title:
        yield look("7.3.7-c", passage, BIAOSONG, _TITLE_PT)
    listed = [_bare(name_of(item.text)).rstrip(MARKS) for item in items_of(elements.attachments)]
    if number < len(listed):
        name = _bare("".join(passage.bare for passage in annex.title))
        yield verdict(
            "7.3.7-c",
            name == listed[number],
            f"“{_part(name, listed[number])}”",
            annex.title[0].place,
            f"与附件说明一致“{_part(listed[number], name)}”",
        )


def _issued(elements: Elements[P]) -> Iterator[Measure]:
    if elements.annexes or not elements.further_titles or not elements.has_head:
        return
    title = elements.further_titles[0][0]
    yield verdict("P1", title.starts_page, "另面" if title.starts_page else "没有另面", title.place, "另面编排")
    listed = _first_or_none(elements.attachments)
    place = listed.place if listed is not None else title.place
    yield verdict("P1", listed is None, "没有附件说明" if listed is None else "有附件说明", place, "没有附件说明")
    yield look("P1", title, BIAOSONG, _TITLE_PT)


def _first_or_none(passages: Sequence[P]) -> P | None:
    return passages[0] if passages else None


def _part(name: str, other: str) -> str:
    """Return as much of a name as shows a reader where another one begins to differ from it."""
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(name, other, strict=False)))
    start = max(0, same - _SHOWN // 2) if max(len(name), len(other)) > _SHOWN else 0
    cut = "……" if len(name) > start + _SHOWN else ""
    return ("……" if start else "") + name[start : start + _SHOWN] + cut


def _bare(text: str) -> str:
    return "".join(text.split())
