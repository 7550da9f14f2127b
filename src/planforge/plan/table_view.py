"""A table that is a view of the ledger: each column says what it shows of an indicator."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from planforge.outline.text import Segment, SegmentKind, Text
from planforge.patterns import expression
from planforge.plan.ledger import Indicator, LedgerFigure, parse_span
from planforge.plan.references import Resolver, UnknownReferenceError
from planforge.source.problem import Problem, ProblemKind, Sought, joined, quoted

_YEAR = expression(r"(\d{4})年?(?:实际|目标|目标值)?")


def view(
    columns: tuple[Text, ...], indicators: tuple[Indicator, ...], resolver: Resolver
) -> tuple[tuple[Text, ...], ...]:
    """Return the rows: one an indicator, one cell a column; a missing figure is an empty cell (—)."""
    return tuple(
        tuple(_cell(column.printed, row, indicator, resolver) for column in columns)
        for row, indicator in enumerate(indicators, 1)
    )


def is_column(column: Text, problems: list[Problem]) -> bool:
    """Return whether a column says what it shows; one that does not is added to `problems`."""
    shown = column.printed
    if shown in _WORDS or shown == "序号" or _YEAR.fullmatch(shown) or parse_span(shown):
        return True
    words = "、".join(("序号", *_WORDS))
    message = f"栏目应为{words}、年份或“2015-2020 年均增速”，实为{quoted(shown)}{joined(shown)}"
    problems.append(Problem(ProblemKind.REFERENCE, message, column.whole))
    return False


def empty_years(columns: tuple[Text, ...], indicators: tuple[Indicator, ...]) -> Iterator[Problem]:
    """Yield a problem for each column of a year that none of the indicators has a figure of."""
    for column in columns if indicators else ():
        year = _YEAR.fullmatch(column.printed)
        if year and not any(indicator.figure(int(year[1])) for indicator in indicators):
            message = f"栏目{quoted(column.printed)}下面一个数字也没有：表里的指标在台账里都没有{year[1]}年的数字"
            sought = Sought("indicators", indicators[0].name.printed)
            yield Problem(ProblemKind.REFERENCE, message, column.whole, sought=sought)


def head_of(column: Text, given: Text) -> Text:
    """Return the head of a column: the words given for it; of years, unless they are, as a document prints them."""
    span = parse_span(column.printed) if given is column else None
    return given if span is None else made(column, f"{span[0]}—{span[1]}年{span[2]}")


_WORDS: dict[str, Callable[[Indicator], Text | None]] = {
    "指标": lambda indicator: indicator.name,
    "指标名称": lambda indicator: indicator.name,
    "单位": lambda indicator: made(indicator.name, indicator.unit),
    "属性": lambda indicator: made(indicator.name, indicator.nature),
    "责任单位": lambda indicator: indicator.owner,
    "口径": lambda indicator: made(indicator.name, indicator.scope),
}


def _cell(shown: str, row: int, indicator: Indicator, resolver: Resolver) -> Text:
    if shown == "序号":
        return made(indicator.name, str(row))
    if shown in _WORDS:
        return _WORDS[shown](indicator) or made(indicator.name, "—")
    year = _YEAR.fullmatch(shown)
    if year:
        return figure_cell(indicator, indicator.figure(int(year[1])), indicator.unit)
    start, end, words = parse_span(shown) or (0, 0, "")
    stated = indicator.stated.get((start, end, words)) or indicator.growth.get((start, end)) if words else None
    if stated or not words:
        return figure_cell(indicator, stated or indicator.total.get((start, end)), "%" if words else indicator.unit)
    try:
        return made(indicator.name, resolver.print(f"{indicator.name.printed}@{shown}"))
    except UnknownReferenceError:
        return made(indicator.name, "—")  # no figure for one of the years: the cell is empty, as in a printed plan


def figure_cell(indicator: Indicator, figure: LedgerFigure | None, unit: str) -> Text:
    """Print a ledger figure, pointing at the ledger; the unit only where the row does not carry it (%)."""
    if figure is None:
        return made(indicator.name, "—")
    printed = figure.printed("%" if unit == "%" and not figure.unit else "")
    whole = figure.text.whole
    return Text(whole.file, (Segment(SegmentKind.REFERENCE, printed, whole.start, whole.end),))


def made(at: Text, printed: str) -> Text:
    """Return a generated text that points at the place of another one."""
    whole = at.whole
    return Text(whole.file, (Segment(SegmentKind.REFERENCE, printed, whole.start, whole.end),))
