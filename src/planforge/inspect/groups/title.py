"""Titles (7.3.1) and the pitch of their lines (C7): face, place, shape, breaks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypeVar

from planforge.inspect.elements import Elements, Form
from planforge.inspect.faces import BIAOSONG
from planforge.inspect.groups.rule import red_rule, word_rules
from planforge.inspect.judge import SIDES, look, near, unmeasured, verdict
from planforge.inspect.outcome import Measure
from planforge.inspect.passage import Passage, Place, Side
from planforge.inspect.subject import PdfSubject, WordSubject
from planforge.inspect.units import LINE, MIDDLE, WIDTH, mm_of_pt
from planforge.inspect.widths import width_of
from planforge.inspect.word_file import WordParagraph
from planforge.inspect.word_space import above_ink, box_gap, ink_gap, line_height

P = TypeVar("P", bound=Passage)
TITLE_PT = 22.0
_GAP = 2 * LINE
_MOST = WIDTH / mm_of_pt(TITLE_PT)
_ALIKE = 0.25
"""Characters: lines that differ by half of one, as by a digit, differ; by less they do as faces do."""
_NO_START = "的和与及、，。）》”等之"
_NO_END = "《“（〔"
_LONELY = ("通知", "的通知", "规划", "方案", "意见", "办法")


def word(subject: WordSubject) -> Iterator[Measure]:
    """Measure a DOCX."""
    for title in subject.elements.titles:
        yield from _faces(title)
        for paragraph in title if _counts(subject.elements, title) else ():
            centred = paragraph.side is Side.CENTRE and abs(paragraph.indent("first")) < 0.1
            yield verdict("7.3.1-b", centred, "居中" if centred else "没有居中", paragraph.place, "居中")
        lines = [line for paragraph in title for line in _word_lines(paragraph)]
        yield from _shape(lines, [width_of(line) for line in lines], title[0].place)
        if len(lines) > 1:
            pitch = line_height(subject.file, title[0])
            yield verdict("C7", 34.9 <= pitch <= 36.1, f"{pitch:g} 磅", title[0].place)
    yield from _below_rule(subject)


def _counts(elements: Elements[P], title: Sequence[P]) -> bool:
    """Whether 7.3.1 places a title: that of a letter stands where 10.1 says."""
    return elements.form is not Form.LETTER or title is not elements.title


def _word_lines(paragraph: WordParagraph) -> list[str]:
    """Return the lines of a title: as broken by hand, and filled where a line is too long."""
    found: list[str] = []
    for line in paragraph.breaks or (paragraph.text,):
        text = line.strip()
        while width_of(text) > _MOST:
            cut = next(i for i in range(len(text), 0, -1) if width_of(text[:i]) <= _MOST)
            found.append(text[:cut])
            text = text[cut:]
        found += [text] if text else []
    return found


def _below_rule(subject: WordSubject) -> Iterator[Measure]:
    elements, file = subject.elements, subject.file
    if elements.form is not Form.DOCUMENT or elements.number is None or not elements.title:
        return
    title = elements.title[0]
    rule = next(word_rules(file, elements.number), None)
    if rule is None:
        yield unmeasured("7.3.1-b", "没有红色分隔线", title.place)
        return
    above = mm_of_pt(above_ink(file, title))
    if rule.is_border:
        boxes = box_gap(file, rule.paragraph, title)
        ink = boxes + above
    else:
        ink = ink_gap(file, elements.number, title) - (rule.gaps[0] if rule.gaps else 4.0)
        boxes = ink - above
    holds = abs(ink - _GAP) <= 1.5 or 0.93 * _GAP <= boxes <= 1.05 * _GAP
    yield verdict("7.3.1-b", holds, f"红线下 {ink:.1f} 毫米", title.place, f"红线下空二行（{_GAP:.2f}±1.5 毫米）")


def pdf(subject: PdfSubject) -> Iterator[Measure]:
    """Measure a PDF."""
    for title in subject.elements.titles:
        yield from _faces(title)
        lines = [line for passage in title for line in passage.lines]
        for line in lines if _counts(subject.elements, title) else ():
            yield near("7.3.1-b", line.centre, MIDDLE, 1.0, title[0].place, "中心距纸左边 ", due=SIDES)
        widths = [(line.x1 - line.x0) / mm_of_pt(TITLE_PT) for line in lines]
        yield from _shape([line.text.strip() for line in lines], widths, title[0].place)
        for upper, lower in pairwise(lines):
            pitch = lower.y - upper.y
            yield verdict("C7", 12.25 <= pitch <= 12.75, f"{pitch:.1f} 毫米", title[0].place)
    rule = red_rule(subject)
    if subject.elements.form is Form.DOCUMENT and rule is not None and subject.elements.title:
        title_top = subject.elements.title[0].first
        if title_top.page == rule.page:
            yield near("7.3.1-b", title_top.top - rule.bottom, _GAP, 1.5, subject.elements.title[0].place, "红线下 ")


def _faces(title: Sequence[P]) -> Iterator[Measure]:
    for passage in title:
        yield look("7.3.1-a", passage, BIAOSONG, TITLE_PT)


def _shape(lines: Sequence[str], widths: Sequence[float], place: Place) -> Iterator[Measure]:
    if len(lines) < 2:
        return
    shown = "、".join(f"{width:g}" for width in (round(2 * width) / 2 for width in widths))
    holds = is_trapezium(widths) and max(widths) <= _MOST + 0.1
    yield verdict("7.3.1-c", holds, f"各行 {shown} 字", place)
    faults = [fault for upper, lower in pairwise(lines) if (fault := _fault(upper, lower))]
    if lines[-1] in _LONELY:
        faults.append(f"末行只有“{lines[-1]}”")
    yield verdict("7.3.1-d", not faults, faults[0] if faults else "没有拆开的词", place)


def is_trapezium(widths: Sequence[float]) -> bool:
    """Return whether lines grow, shrink, or grow and then shrink; nearly equal ones do neither."""
    peak = max(range(len(widths)), key=widths.__getitem__)
    rising, falling = widths[: peak + 1], widths[peak:]
    return all(b - a > _ALIKE for a, b in pairwise(rising)) and all(a - b > _ALIKE for a, b in pairwise(falling))


def _fault(upper: str, lower: str) -> str:
    if lower[0] in _NO_START:
        return f"“{lower[0]}”在行首"
    if upper[-1] in _NO_END:
        return f"“{upper[-1]}”在行末"
    if re.search(r"[\d〇一二三四五六七八九十]$", upper) and re.match(r"[\d年月日〇一二三四五六七八九十]", lower):
        return f"“{upper[-1]}{lower[0]}”之间断开"
    opened = upper.rfind("“") > upper.rfind("”") or upper.rfind("《") > upper.rfind("》")
    closes = re.search(r"[”》]", lower)
    inside = len(upper) - max(upper.rfind("“"), upper.rfind("《")) + (closes.start() if closes else 99)
    return "书名号或引号里的短语断开" if opened and inside <= 12 else ""
