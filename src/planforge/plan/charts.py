"""Types the charts of a plan: what is shown of each year is decided here, once; how it looks is for the writers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planforge.outline.block import Block as Written
from planforge.outline.text import Text
from planforge.plan.chart import BARS, LINES, NONE, Chart, Panel, Point
from planforge.plan.chart_table import chart_table
from planforge.plan.chart_years import years_of
from planforge.plan.ledger import Indicator, Ledger, LedgerFigure
from planforge.plan.model import Period
from planforge.plan.numbering import Numbered
from planforge.plan.references import Resolver
from planforge.plan.table_view import figure_cell
from planforge.source.problem import Problem, ProblemKind, Sought, joined, quoted

MAX_PANELS = 6
"""Panels of a chart: three rows of two and their table fill a page."""


class Charts:
    """Types the charts of one plan; what is wrong with them is added to `problems`."""

    def __init__(self, resolver: Resolver, ledger: Ledger, period: Period, problems: list[Problem]) -> None:
        self.resolver = resolver
        self.ledger = ledger
        self.period = period
        self.problems = problems

    def chart(self, written: Written, numbered: Numbered) -> Chart | None:
        """Return the chart; None when it has no caption (the schema has told) or nothing that can be drawn."""
        shown = tuple(self._shown(written))
        kind = LINES if written.word("kind") == LINES else BARS
        years = years_of(written, shown, self.period, every=kind == LINES, problems=self.problems) if shown else ()
        if written.title is None or not years:
            return None
        panels = tuple(_panel(indicator, years) for indicator in shown)
        head, rows = chart_table(written.title, shown, panels)
        return Chart(
            id=numbered.id,
            span=written.span,
            caption=self.resolver.text(written.title),
            label=numbered.label,
            head=head,
            rows=rows,
            note=self.resolver.maybe(written.one("note")),
            from_ledger=True,
            kind=kind,
            panels=panels,
            named=tuple(text.printed for text in written.fields.get("years", ())),
        )

    def _shown(self, written: Written) -> Iterator[Indicator]:
        """Yield the indicators that can be drawn; what keeps the others out is a problem."""
        names = written.fields.get("indicators", ())
        if len(names) > MAX_PANELS:
            message = f"一个图表里的指标应不超过{MAX_PANELS}个，实为{len(names)}个，后面的没有画；请分成几个图表"
            self.problems.append(Problem(ProblemKind.CHART, message, names[MAX_PANELS].whole))
        for name in names[:MAX_PANELS]:
            indicator = self.ledger.find(name.printed)
            if indicator is None:
                message = f"台账里没有指标{quoted(name.printed)}，图里画不出{joined(name.printed)}"
                sought = Sought("indicators", name.printed)
                self.problems.append(Problem(ProblemKind.REFERENCE, message, name.whole, sought=sought))
            elif not indicator.actual and not indicator.target:
                message = f"指标{quoted(name.printed)}在台账里没有按年份的数字，图里画不出；请补上 actual 或 target"
                related = ((indicator.span, "台账里的这个指标"),)
                sought = Sought("indicators", name.printed)
                self.problems.append(Problem(ProblemKind.CHART, message, name.whole, related, sought))
            else:
                self._odd_units(name, indicator)
                yield indicator

    def _odd_units(self, name: Text, indicator: Indicator) -> None:
        for figure in (*indicator.actual.values(), *indicator.target.values()):
            if not _fits(figure, indicator):
                message = (
                    f"图里的数字应以{quoted(indicator.unit)}为单位，实为{quoted(figure.text.printed)}，这一年没有画"
                )
                self.problems.append(Problem(ProblemKind.CHART, message, name.whole, ((figure.text.whole, "台账"),)))


def _fits(figure: LedgerFigure, indicator: Indicator) -> bool:
    """Return whether a figure counts in the unit of its indicator: others would need another axis."""
    return figure.unit in ("", indicator.unit)


def _panel(indicator: Indicator, years: Sequence[int]) -> Panel:
    return Panel(indicator.name.printed, indicator.unit, tuple(_point(indicator, year) for year in years))


def _point(indicator: Indicator, year: int) -> Point:
    figure = indicator.figure(year)
    if figure is None:
        return Point(year, NONE)
    value = figure.value if _fits(figure, indicator) else None
    return Point(year, figure_cell(indicator, figure, indicator.unit).printed, value, year not in indicator.actual)
