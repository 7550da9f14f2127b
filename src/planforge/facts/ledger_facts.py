"""The ledger's figures as statements: what was, what shall be, sums over a period, yearly rates, stated changes."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.facts.changes.growth import Kind
from planforge.facts.figures.quantity import Form, Quantity
from planforge.facts.names.indicators import IndicatorTable
from planforge.facts.names.tiers import scope_of, split_tier
from planforge.facts.names.trimming import plain_name
from planforge.facts.statement import Flow, Gates, Position, Role, Source, Statement
from planforge.facts.tables.cells import cell_quantity
from planforge.facts.times.years_meant import Years
from planforge.plan.ledger import Indicator, Ledger, LedgerFigure
from planforge.plan.model import Period


def ledger_statements(ledger: Ledger, number: int, names: IndicatorTable, period: Period) -> Iterator[Statement]:
    """Yield the statements of all entries in the order of the ledger; `number` is the passage they count as."""
    for row, entry in enumerate(ledger):
        reader = _Entry(entry, names, Position(number, 0, row))
        for year, figure in entry.actual.items():
            yield from reader.level(figure, year, _past_role(year, entry, period))
        for year, figure in entry.target.items():
            yield from reader.level(figure, year, Role.TARGET)
        for (first, last), figure in entry.total.items():
            role = Role.TARGET if period.baseline is not None and last > period.baseline else Role.ACTUAL
            yield from reader.statement(figure, Kind.LEVEL, Years(first, last), role, Flow.FLOW)
        for (first, last), figure in entry.growth.items():
            role = Role.TARGET if period.baseline is not None and last > period.baseline else Role.ACTUAL
            yield from reader.change(figure, Kind.GROWTH_ANNUAL, _growth_years(first, last, period), role)
        for (first, last, words), figure in entry.stated.items():
            role = Role.TARGET if period.baseline is not None and last > period.baseline else Role.ACTUAL
            yield from reader.change(figure, _stated_kind(words, figure), Years(first + 1, last), role, base=first)


def _past_role(year: int, entry: Indicator, period: Period) -> Role:
    early = period.previous is not None and year <= period.previous
    return Role.BASELINE if early and len(entry.actual) > 1 else Role.ACTUAL


def _growth_years(first: int, last: int, period: Period) -> Years:
    """A yearly rate over 2021-2025 starts from 2020; one written 2020-2025 starts from its first year."""
    return Years(first + 1, last) if first in (period.baseline, period.previous) else Years(first, last)


def _stated_kind(words: str, figure: LedgerFigure) -> Kind:
    if "番" in words or figure.unit == "番":
        return Kind.DOUBLING
    if "倍" in words or figure.unit == "倍":
        return Kind.MULTIPLE
    return Kind.GROWTH_ANNUAL if any(word in words for word in ("年均", "年增", "增速")) else Kind.GROWTH_TOTAL


class _Entry:
    """One entry while its figures are turned into statements."""

    def __init__(self, entry: Indicator, names: IndicatorTable, position: Position) -> None:
        self.entry = entry
        self.position = position
        self.name = names.resolve(entry.name.printed)
        narrowed = scope_of(entry.scope) or self.name.scope
        self.scope = "" if self.name.indicator.startswith(narrowed) else narrowed  # its name says it already
        self.tier = entry.tier or split_tier(plain_name(entry.name.printed))[0]

    def level(self, figure: LedgerFigure, year: int, role: Role) -> Iterator[Statement]:
        """Yield a figure of one year."""
        yield from self.statement(figure, Kind.LEVEL, Years(year, year), role, Flow.STOCK)

    def change(
        self, figure: LedgerFigure, kind: Kind, years: Years, role: Role, base: int | None = None
    ) -> Iterator[Statement]:
        """Yield a stated change over `years`; its base is the year before them."""
        unit = {Kind.DOUBLING: "番", Kind.MULTIPLE: "倍"}.get(kind, "%")
        start = years.first - 1 if base is None else base
        yield from self.statement(figure, kind, years, role, Flow.STOCK, unit, start)

    def statement(
        self,
        figure: LedgerFigure,
        kind: Kind,
        years: Years,
        role: Role,
        flow: Flow,
        unit: str | None = None,
        base_year: int | None = None,
    ) -> Iterator[Statement]:
        """Yield the statement of one figure, or nothing when the figure cannot be read."""
        quantity = cell_quantity(figure.text.printed, self.entry.unit if unit is None else unit)
        if quantity is None:
            return
        start, end = quantity.number_at
        end += 1 if figure.text.printed[end : end + 1] in {"%", "％"} else 0
        span = figure.text.span(start, end)
        yield Statement(
            span=span,
            quote=span,
            indicator=self.name.indicator,
            head=self.entry.name.printed,
            known=True,
            tier=self.tier,
            scope=self.scope,
            kind=Kind.SHARE if kind is Kind.LEVEL and _is_share(quantity) else kind,
            quantity=quantity,
            role=role,
            years=years,
            source=Source.LEDGER,
            position=self.position,
            base_year=base_year,
            flow=flow,
            gates=Gates(),
        )


def _is_share(quantity: Quantity) -> bool:
    return quantity.form is Form.PERCENT
