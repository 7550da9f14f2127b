"""主送机关 (7.3.2)."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.inspect.elements import Form
from planforge.inspect.faces import FANGSONG
from planforge.inspect.judge import look, near, verdict
from planforge.inspect.judge_gap import gap_of
from planforge.inspect.outcome import Measure
from planforge.inspect.passage import Passage
from planforge.inspect.subject import PdfSubject, WordSubject
from planforge.inspect.units import LINE
from planforge.inspect.widths import width_of

_HALF_WIDTH = ":,;"
_MOST_LINES = 8


def word(subject: WordSubject) -> Iterator[Measure]:
    """Measure a DOCX."""
    elements, recipients = subject.elements, subject.elements.recipients
    if recipients is None:
        return
    yield look("7.3.2-a", recipients, FANGSONG, 16)
    shift = recipients.indent("left") + recipients.indent("first")
    flush = abs(shift) < 0.1 and abs(recipients.indent("left")) < 0.1
    yield verdict("7.3.2-a", flush, f"首行缩进 {shift:.1f} 字", recipients.place, "顶格")
    if elements.title and elements.form is Form.DOCUMENT:
        yield gap_of("7.3.2-a", subject.file, elements.title[-1], recipients, 1, "标题下")
    yield _marks(recipients)
    lines = -int(-width_of(recipients.bare) // 28)
    yield verdict("7.3.2-c", lines <= _MOST_LINES, f"约 {lines} 行", recipients.place, f"不超过 {_MOST_LINES} 行")


def pdf(subject: PdfSubject) -> Iterator[Measure]:
    """Measure a PDF."""
    elements, recipients = subject.elements, subject.elements.recipients
    if recipients is None:
        return
    yield look("7.3.2-a", recipients, FANGSONG, 16)
    for line in recipients.lines:
        yield near("7.3.2-a", line.x0 - subject.file.left(line), 0, 1.0, recipients.place, "左空 ")
    title = elements.title[-1].last if elements.title else None
    if title is not None and title.page == recipients.first.page and elements.form is Form.DOCUMENT:
        yield near("7.3.2-a", recipients.first.top - title.bottom, LINE, 1.5, recipients.place, "标题下 ")
    yield _marks(recipients)
    first = any(passage.first.page == 1 for passage in elements.body)
    yield verdict("7.3.2-c", first, "首页有正文" if first else "首页没有正文", recipients.place)


def _marks(recipients: Passage) -> Measure:
    text = recipients.bare
    wrong = [mark for mark in _HALF_WIDTH if mark in text]
    holds = text.endswith("：") and not wrong
    shown = f"有半角“{wrong[0]}”" if wrong else f"末尾是“{text[-1:]}”"
    return verdict("7.3.2-b", holds, shown, recipients.place)
