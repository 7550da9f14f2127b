"""署名 and 成文日期 (7.3.5): their place with and without a seal, the figures of the date, no 此页无正文."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from planforge.inspect.elements import Elements
from planforge.inspect.judge import SIDES, below, info, verdict
from planforge.inspect.outcome import Measure
from planforge.inspect.passage import NOWHERE, Passage
from planforge.inspect.pdf_file import PdfPassage
from planforge.inspect.spans import Span, is_row, pdf_span, word_span
from planforge.inspect.subject import PdfSubject, WordSubject
from planforge.inspect.units import CHARACTER
from planforge.inspect.word_file import WordParagraph
from planforge.inspect.word_space import ink_gap
from planforge.patterns import expression

P = TypeVar("P", bound=Passage)
_DATE = expression(r"(19|20)\d{2}年([1-9]|1[0-2])月([1-9]|[12]\d|3[01])日")
_SEALED_CHARS, _PLAIN_CHARS = 4, 2
_NEAR_CHARS = 0.15
_EMPTY_PAGE = "此页无正文"


def is_sealed(date: Span, names: Sequence[tuple[Passage, Span]]) -> bool:
    """Return whether the place is made for a seal: nothing but the rule for unsealed ones speaks against it.

    Names that sign side by side leave room for their seals; without seals each has a line of its own.
    """
    if abs(date.free - _SEALED_CHARS) <= 2 * _NEAR_CHARS or any(is_row(passage) for passage, _ in names):
        return True
    plain = any(abs(name.free - _PLAIN_CHARS) <= _NEAR_CHARS for _, name in names)
    return not plain


def sealed(subject: WordSubject | PdfSubject) -> bool | None:
    """Return whether the date stands where a seal will be put on it; None without a date."""
    if isinstance(subject, WordSubject):
        dated = subject.elements.date
        return None if dated is None else is_sealed(_word_span(subject, dated), _word_names(subject))
    date = subject.elements.date
    return None if date is None else is_sealed(pdf_span(date), _pdf_names(subject))


def _word_span(subject: WordSubject, passage: WordParagraph) -> Span:
    return word_span(passage, subject.file.section_of(passage))


def _word_names(subject: WordSubject) -> list[tuple[WordParagraph, Span]]:
    return [(name, _word_span(subject, name)) for name in subject.elements.signatures]


def _pdf_names(subject: PdfSubject) -> list[tuple[PdfPassage, Span]]:
    return [(name, pdf_span(name)) for name in subject.elements.signatures]


def word(subject: WordSubject) -> Iterator[Measure]:
    """Measure a DOCX."""
    elements, file = subject.elements, subject.file
    date = elements.date
    if date is not None:
        names = _word_names(subject)
        above = file.text_above(names[0][0] if names else date)
        gap = None if above is None else ink_gap(file, above, names[0][0] if names else date)
        yield from _places(date, _word_span(subject, date), names, gap, joint=_is_joint(elements))
    yield from _words(elements, file.paragraphs)


def pdf(subject: PdfSubject) -> Iterator[Measure]:
    """Measure a PDF."""
    elements = subject.elements
    date = elements.date
    if date is not None:
        names = _pdf_names(subject)
        gap = _pdf_gap(elements)
        yield from _places(date, pdf_span(date), names, gap, joint=_is_joint(elements), due=SIDES)
    yield from _words(elements, subject.file.passages)


def _pdf_gap(elements: Elements[PdfPassage]) -> float | None:
    first = elements.signatures[0] if elements.signatures else elements.date
    if first is None:
        return None
    top = first.first
    above = [line.bottom for p in (*elements.body, *elements.attachments) for line in p.lines if line.page == top.page]
    above = [bottom for bottom in above if bottom < top.top]
    return top.top - max(above) if above else None


def _is_joint(elements: Elements[P]) -> bool:
    """Return whether several organs sign: the date then stands below the last of them."""
    return len(elements.marks) > 1 or len(elements.signatures) > 1


def _places(
    date: P,
    span: Span,
    names: Sequence[tuple[P, Span]],
    gap: float | None,
    *,
    joint: bool,
    due: tuple[str, ...] = (),
) -> Iterator[Measure]:
    """Judge where date and names stand; `due`: what moves the edge from which their room at the right is counted."""
    if is_sealed(span, names):
        holds = abs(span.free - _SEALED_CHARS) <= _NEAR_CHARS
        if not holds and joint:
            yield info("7.3.5.1-a", f"联合行文，日期随最后一个机关署名，右空 {span.free:.1f} 字", date.place)
        else:
            yield verdict("7.3.5.1-a", holds, f"右空 {span.free:.1f} 字", date.place, "右空四字", due=due)
        for passage, name in names[-1:]:
            off = name.centre - span.centre
            words = f"署名中线比日期{'偏右' if off > 0 else '偏左'} {abs(off):.1f} 毫米"
            # a name that is too long to be centred may reach the right edge
            yield verdict(
                "7.3.5.1-b", abs(off) <= 0.5 or name.free < 0.1, words, passage.place, "以日期居中（±0.5 毫米）"
            )
        return
    yield from _unsealed(date, span, names, gap, due)


def _unsealed(
    date: P, span: Span, names: Sequence[tuple[P, Span]], gap: float | None, due: tuple[str, ...]
) -> Iterator[Measure]:
    if not names:
        return
    passage, name = names[0]
    longer = span.right - span.left > name.right - name.left
    if longer:
        yield verdict(
            "7.3.5.2-b", abs(span.free - 2) <= _NEAR_CHARS, f"日期右空 {span.free:.1f} 字", date.place, due=due
        )
        return
    holds = abs(name.free - 2) <= _NEAR_CHARS
    yield verdict("7.3.5.2-a", holds, f"署名右空 {name.free:.1f} 字", passage.place, "署名右空二字", due=due)
    shift = (span.left - name.left) / CHARACTER
    yield verdict(
        "7.3.5.2-a", abs(shift - 2) <= _NEAR_CHARS, f"日期右移 {shift:.1f} 字", date.place, "日期比署名右移二字"
    )
    if gap is not None:
        yield below("7.3.5.2-a", gap, 1, passage.place, "正文下")


def _words(elements: Elements[P], passages: Iterable[Passage]) -> Iterator[Measure]:
    if elements.date is not None:
        yield verdict(
            "7.3.5.4", bool(_DATE.fullmatch(elements.date.bare)), f"“{elements.date.bare}”", elements.date.place
        )
    if len(elements.signatures) > 1:
        yield verdict("7.3.5.2-c", True, f"{len(elements.signatures)} 个机关依次向下", elements.signatures[0].place)
    empty = next((passage for passage in passages if _EMPTY_PAGE in passage.bare), None)
    place = empty.place if empty is not None else NOWHERE
    yield verdict("7.3.5.5", empty is None, "没有" if empty is None else "有“此页无正文”", place)
