"""附件说明 (7.3.4)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from planforge.inspect.judge import below, near, verdict
from planforge.inspect.judge_gap import gap_of
from planforge.inspect.outcome import Measure
from planforge.inspect.passage import Passage
from planforge.inspect.pdf_file import Line, PdfPassage
from planforge.inspect.subject import PdfSubject, WordSubject
from planforge.inspect.units import CHARACTER, TWIPS_PER_PT
from planforge.inspect.widths import width_of
from planforge.inspect.word_file import WordParagraph
from planforge.patterns import expression
from planforge.records import record

P = TypeVar("P", bound=Passage)
_LABEL = expression(r"附件[:：]\s*")
_NUMBER = expression(r"\d{1,2}[.．]\s*")
_ANY_NUMBER = expression(r"\d{1,2}[.．、]\s*")
_BEFORE_NAME = expression(r"\s*(附件[:：]\s*)?(\d{1,2}[.．、](?!\d)\s*)?(?=\S)")
MARKS = "。；，、：.;,:》"
_LABEL_CHARS, _NEAR = 3, 0.1


@record(frozen=True, slots=True)
class Item:
    """One attachment of the list, as written, and the passage it stands in."""

    text: str
    passage: Passage


def items_of(passages: Sequence[P]) -> list[Item]:
    """Return the attachments listed; several may share a paragraph, one a line."""
    found: list[Item] = []
    for passage in passages:
        for line in passage.text.split("\n"):
            text = _LABEL.sub("", line, count=1).strip()
            if text:
                found.append(Item(text, passage))
    return found


def name_of(text: str) -> str:
    """Return the name of an attachment without its number."""
    return _ANY_NUMBER.sub("", text, count=1)


def word(subject: WordSubject) -> Iterator[Measure]:
    """Measure a DOCX."""
    elements = subject.elements
    if not elements.attachments:
        return
    first = elements.attachments[0]
    start = first.indent("left") + first.indent("first")
    yield verdict("7.3.4-a", abs(start - 2) <= 0.15, f"左空 {start:.1f} 字", first.place, "左空二字")
    if elements.body:
        above = subject.file.text_above(first)
        if above is not None:
            yield gap_of("7.3.4-a", subject.file, above, first, 1, "正文下")
    yield from _items(elements.attachments)
    yield from _word_aligned(elements.attachments)
    yield from (hang for one in elements.attachments for hang in _word_hanging(subject, one))


def _word_aligned(passages: Sequence[WordParagraph]) -> Iterator[Measure]:
    for passage in passages[1:]:
        start = passage.indent("left") + passage.indent("first")
        wanted = 2 + _LABEL_CHARS
        yield verdict(
            "7.3.4-d", abs(start - wanted) <= 0.2, f"序号左空 {start:.1f} 字", passage.place, f"左空 {wanted} 字"
        )
    if len(passages) > 1 and len(passages[0].text.split("\n")) == 1:
        yield verdict("7.3.4-d", True, "各项分段", passages[0].place)


def _word_hanging(subject: WordSubject, passage: WordParagraph) -> Iterator[Measure]:
    """Judge how far the lines below the first one stand in, where the name needs more than one."""
    start, hang = passage.indent("left") + passage.indent("first"), -passage.indent("first")
    room = subject.file.section_of(passage).text_width / TWIPS_PER_PT / passage.size - start
    before = _BEFORE_NAME.match(passage.text)
    if before is None or "\n" in passage.text or "\t" in before[0] or width_of(passage.text) <= room:
        return
    wide = width_of(before[0])  # of a full stop that is half a character wide; in Latin faces it is half of that
    holds = wide - 0.25 - _NEAR <= hang <= wide + _NEAR
    yield verdict("7.3.4-d", holds, f"回行比首行多空 {hang:.1f} 字", passage.place, f"回行比首行多空 {wide:g} 字")


def pdf(subject: PdfSubject) -> Iterator[Measure]:
    """Measure a PDF."""
    elements = subject.elements
    if not elements.attachments:
        return
    first = elements.attachments[0]
    yield near("7.3.4-a", first.first.x0 - subject.file.left(first.first), 2 * CHARACTER, 0.6, first.place, "左空 ")
    above = [passage for passage in elements.body if passage.last.page == first.first.page]
    above = [passage for passage in above if passage.last.y < first.first.y]
    if above:
        yield below("7.3.4-a", first.first.top - above[-1].last.bottom, 1, first.place, "正文下")
    yield from _items(elements.attachments)
    yield from _pdf_aligned(elements.attachments)


def _pdf_aligned(passages: Sequence[PdfPassage]) -> Iterator[Measure]:
    lines = [(line, passage) for passage in passages for line in passage.lines]
    starts = []
    for line, _ in lines:
        label = _LABEL.match(line.text.strip())
        shift = label.end() if label else 0
        if _NUMBER.match(line.text.strip()[shift:]):
            starts.append(line.characters[len(line.text) - len(line.text.lstrip()) + shift].x0)
    if len(starts) > 1:
        spread = max(starts) - min(starts)
        yield near("7.3.4-d", spread, 0, 0.5, passages[0].place, "各项序号左缘相差 ")
    for passage in passages:
        for line in passage.lines[1:]:
            yield near("7.3.4-d", line.x0 - _name_start(passage.first), 0, 0.5, passage.place, "回行比名称首字偏右 ")


def _name_start(line: Line) -> float:
    """Return where the name begins in the first line of an attachment, behind its label and number."""
    before = _BEFORE_NAME.match(line.text)
    return line.characters[before.end() if before else 0].x0


def _items(passages: Sequence[P]) -> Iterator[Measure]:
    items = items_of(passages)
    several = len(items) > 1
    for item in items:
        place = item.passage.place
        numbered = bool((_NUMBER if several else _ANY_NUMBER).match(item.text))
        yield verdict("7.3.4-b", numbered is several, f"“{item.text[:12]}”", place, "编号" if several else "不编号")
        last = item.text[-1]
        quoted = name_of(item.text).startswith("《") and last == "》"
        holds = last not in MARKS and not quoted
        yield verdict("7.3.4-c", holds, f"末尾是“{last}”", place, "名称后没有标点，不加书名号")
