"""From a passage of prose to its statements.

Figures are taken from left to right; each gets its growth wording, its head and what it speaks of. `stating` makes the
statement of them. Text that a reference printed is read like any other and marked as referenced.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from planforge.facts.changes import growth as wording
from planforge.facts.changes.grown_in_brackets import growth_in_bracket
from planforge.facts.changes.grown_parts import growth_of_part
from planforge.facts.changes.growth import Growth, Kind
from planforge.facts.figures.beginnings import may_hold_figures
from planforge.facts.figures.listed import quantities
from planforge.facts.figures.quantity import Form, Quantity
from planforge.facts.going_on.owners import rate_compared
from planforge.facts.heads.naming import head_of
from planforge.facts.heads.run_in_heads import without_run_in
from planforge.facts.passage import JOINERS, PassageReader, open_passage
from planforge.facts.situation import Situation
from planforge.facts.statement import Role, Statement
from planforge.facts.stating import statement_of
from planforge.facts.subjects import topics_of
from planforge.facts.times.years_handed_out import other_years
from planforge.facts.topic import Around
from planforge.facts.writing.normalise import reading_of
from planforge.patterns import expression
from planforge.plan.model import Passage

MOST_FIGURES = 200
"""A passage with more figures is a table in disguise and is left to be listed as unread."""

_STRIVEN = expression("[，,、]?(?:并|努力)?(?:力争|争取|奋力冲刺|冲刺)(?:达到|实现|突破)?")
_RESET = expression("[，,]?(?:调整|提高|下调|上调|降低|提升|加快)(?:到|至|为)")
"""年均增速目标由6.5%调整为6%."""
_ANY_FIGURE = expression("[0-9０-９翻倍百千成十半分](?<=[^分]|分(?=之))")
_ANY_PLACE = expression("[第前][一二三四五六七八九]")


def statements_of(passage: Passage, number: int, situation: Situation) -> list[Statement] | None:
    """Return the statements of a passage, or None when it holds more figures than a passage of prose can."""
    printed = passage.text.printed
    if not _ANY_FIGURE.search(printed) and not _names_a_place(printed):
        return []
    reading = reading_of(passage.text)
    figures = quantities(reading.text) if may_hold_figures(reading.text) else []
    if len(figures) > MOST_FIGURES:
        return None
    if not figures:
        return []
    reader = open_passage(passage, reading, figures, number, situation)
    for figure in figures:
        reader.done.extend(_read_figure(reader, figure))
    return reader.done


def _names_a_place(printed: str) -> bool:
    return ("第" in printed or "前" in printed) and _ANY_PLACE.search(printed) is not None


def _read_figure(reader: PassageReader, figure: Quantity) -> Iterator[Statement]:
    start = reader.turn_to(figure)
    grown = _continued(reader, figure, start) if figure.form in (Form.TIMES, Form.POINTS) else None
    grown = grown or wording.wording(reader.words, start, figure) or _continued(reader, figure, start)
    if grown is None and (rate := rate_compared(reader, figure)) is not None:
        grown = Growth(Kind.GROWTH_ANNUAL, figure.start, rate["fall"] is not None, settled=True)
    grown = grown or growth_of_part(reader, figure) or growth_in_bracket(reader, figure)
    region = reader.without_times(start, min(grown.start, figure.start) if grown else figure.start)
    around = Around(figure, grown, region if start else without_run_in(region), start)
    head = head_of(reader, around)
    reader.consumed = max(figure.end, head.right_end if head else 0)
    for topic in topics_of(reader, around, head):
        told = statement_of(reader, around, topic)
        yield from (replace(told, years=years) for years in other_years(reader, figure, told.years))
        yield told


def _continued(reader: PassageReader, figure: Quantity, start: int) -> Growth | None:
    """分别增长a和b, 增长7.5%以上，力争8%: the second figure goes on with the wording of the first."""
    last = reader.done[-1] if reader.done else None
    if last is None:
        return None
    between = reader.words[start : figure.start].strip()
    joined = between in JOINERS or _STRIVEN.fullmatch(between) is not None
    joined = joined or (last.role is Role.BASELINE and _RESET.fullmatch(between) is not None)
    alike = last.quantity.form is figure.form or _percent_beside_times(last, figure)
    if not joined or not alike or not (last.kind.is_change or last.adds):
        return None
    averaged = last.years is not None and not last.years.single
    return Growth(last.kind, figure.start, last.falls, last.adds, averaged, settled=True)


def _percent_beside_times(last: Statement, figure: Quantity) -> bool:
    """Whether a rate goes on with a multiple that was added or the other way round: 分别增长2倍和64.9%, 68%、1.4倍."""
    return last.adds and {last.quantity.form, figure.form} == {Form.TIMES, Form.PERCENT}
