"""A chart: a table of the ledger that is drawn as well, one panel an indicator, so that no two units share an axis.

What is shown of each year is decided here, once; how a panel looks is for the writers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from planforge.outline.block import Block as Written
from planforge.outline.text import Text
from planforge.plan.chart_years import years_of
from planforge.plan.ledger import Indicator, Ledger, LedgerFigure
from planforge.plan.model import Period, Table
from planforge.plan.numbering import Numbered
from planforge.plan.references import Resolver
from planforge.plan.table_view import figure_cell, made
from planforge.source.problem import Problem, ProblemKind, quoted

BARS = "柱形图"
LINES = "折线图"
MAX_PANELS = 6
"""Panels of a chart: three rows of two and their table fill a page."""
_TARGET = "目标"
_NONE = "—"
_MOST_COLUMNS = 6  # years that stand side by side in the table; more stand below one another


@dataclass(frozen=True)
class Point:
    """A figure of an indicator as it is drawn; `value` is None when there is none, or none that can be drawn."""

    year: int
    printed: str
    value: Decimal | None = None
    target: bool = False

    @property
    def at(self) -> str:
        """The year as it stands below the axis."""
        return f"{self.year}年"

    @property
    def mark(self) -> str:
        """The word below the year that tells a target from a fact."""
        return _TARGET if self.target else ""


@dataclass(frozen=True)
class Panel:
    """An indicator with its unit and a point for every year of the chart."""

    name: str
    unit: str
    points: tuple[Point, ...]

    @property
    def title(self) -> str:
        """The name with the unit behind it."""
        return f"{self.name}（{self.unit}）" if self.unit else self.name

    @property
    def alt(self) -> str:
        """What the panel shows, in words."""
        words = (f"{p.at}{p.mark}{p.printed}" if p.value is not None else f"{p.at}{_missing(p)}" for p in self.points)
        return f"{self.title}：{'，'.join(words)}"


@dataclass(frozen=True, kw_only=True)
class Chart(Table):
    """A table of the ledger with its figures drawn above it.

    `kind` is `BARS` or `LINES`; `named` are the years as the drafter wrote them, none when they follow from the ledger.
    """

    kind: str
    panels: tuple[Panel, ...]
    named: tuple[str, ...] = ()

    @property
    def alt(self) -> str:
        """The whole chart in words, for those who cannot see it."""
        return f"{self.kind}。{'；'.join(panel.alt for panel in self.panels)}。"


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
        head, rows = _table(written.title, shown, panels)
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
                message = f"台账里没有指标{quoted(name.printed)}，图里画不出"
                self.problems.append(Problem(ProblemKind.REFERENCE, message, name.whole))
            elif not indicator.actual and not indicator.target:
                message = f"指标{quoted(name.printed)}在台账里没有按年份的数字，图里画不出；请补上 actual 或 target"
                related = ((indicator.span, "台账里的这个指标"),)
                self.problems.append(Problem(ProblemKind.CHART, message, name.whole, related))
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
        return Point(year, _NONE)
    value = figure.value if _fits(figure, indicator) else None
    return Point(year, figure_cell(indicator, figure, indicator.unit).printed, value, year not in indicator.actual)


def _missing(point: Point) -> str:
    return "无数据" if point.printed == _NONE else f"{point.mark}{point.printed}（没有画）"


def _table(
    at: Text, shown: Sequence[Indicator], panels: Sequence[Panel]
) -> tuple[tuple[Text, ...], tuple[tuple[Text, ...], ...]]:
    """Return head and rows of the table below the picture: a row an indicator, or a row a year when there are many."""
    years = [(index, {panel.points[index].mark for panel in panels if panel.points[index].printed != _NONE})
             for index in range(len(panels[0].points))]  # fmt: skip
    heads = [f"{panels[0].points[index].at}{''.join(marks) if len(marks) == 1 else ''}" for index, marks in years]
    cells = [[_cell(one, panel.points[index], len(marks) > 1) for index, marks in years]
             for one, panel in zip(shown, panels, strict=True)]  # fmt: skip
    if len(years) <= _MOST_COLUMNS:
        head = tuple(made(at, words) for words in ("指标", "单位", *heads))
        rows = ((one.name, made(one.name, one.unit or "—"), *row) for one, row in zip(shown, cells, strict=True))
        return head, tuple(rows)
    head = (made(at, "年份"), *(made(one.name, panel.title) for one, panel in zip(shown, panels, strict=True)))
    return head, tuple((made(at, words), *row) for words, row in zip(heads, zip(*cells, strict=True), strict=True))


def _cell(indicator: Indicator, point: Point, mixed: bool) -> Text:
    """Return a figure as the table prints it; where the head cannot say 目标 for all rows, the cell says it."""
    cell = figure_cell(indicator, indicator.figure(point.year), indicator.unit)
    return made(cell, f"{cell.printed}（{point.mark}）") if mixed and point.target else cell
