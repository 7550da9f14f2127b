"""Changes told from where they began, without the figure they led to: 比上年的2.75万人增加0.11万人，增长4.0%."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.facts.book import FactBook
from planforge.facts.changes.growth import Kind
from planforge.facts.linking import subject_of
from planforge.facts.statement import Source, Statement
from planforge.patterns import expression

_RISE = "(?:增加|增长|上升|提高|减少|下降|降低|增|减|降)"
_FROM_IT = expression(rf"[^，,。；;\d（(]{{0,14}}{_RISE}了?$")
_TOLD_AGAIN = expression(rf"[^，,。；;\d（(]{{0,8}}[，,]?(?:增幅为?|降幅为?)?{_RISE}?了?(?:约|近)?$")
_GROWTH = (Kind.GROWTH_ANNUAL, Kind.GROWTH_TOTAL)


def grown_from(book: FactBook) -> Iterator[tuple[Statement, Statement, Statement]]:
    """Yield a base, what was added to it and by how many percent it grew, told one right behind the other."""
    rows = zip(book.statements, book.statements[1:], book.statements[2:], strict=False)
    for base, added, rate in rows:
        if rate.kind in _GROWTH and added.kind is Kind.INCREMENT and _one_change(base, added, rate):
            yield base, added, rate


def _one_change(base: Statement, added: Statement, rate: Statement) -> bool:
    """Whether all three speak of one thing in one sentence, and both changes are reckoned from the year of the base."""
    if base.source is Source.TABLE or not base.position == added.position == rate.position:
        return False
    named = bool(base.indicator) and subject_of(base) == subject_of(added) == subject_of(rate)
    year = base.years.last if base.years is not None and base.years.single else None
    dated = year is not None and rate.base_year == year and added.base_year in (None, year)
    whole = dated and (rate.kind is Kind.GROWTH_TOTAL or rate.years is None or rate.years.single)
    return named and whole and added.falls == rate.falls and _in_turn(base, added, rate)


def _in_turn(base: Statement, added: Statement, rate: Statement) -> bool:
    """Whether no other clause stands between the base and what was added, and none but the rate's own behind that."""
    text = base.span.file.text
    if added.parent is not None and added.parent.kind is Kind.LEVEL and added.parent is not base:
        return False  # of a level told before, which that is reckoned from
    led = _FROM_IT.match(text, base.span.end, added.span.start)
    return led is not None and _TOLD_AGAIN.match(text, added.span.end, rate.span.start) is not None
