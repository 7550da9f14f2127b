"""Prose without a name beside a table by years: 2024年完成1080公里 / 2024年 | 改造里程（公里） | 1180.

Two ways tell which line of the table such a figure repeats: the other years of its sentence are those of one line, or
the section has only one line in that unit.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from planforge.facts.book import FactBook
from planforge.facts.changes.growth import Kind
from planforge.facts.figures.precision import Approximation, Comparator
from planforge.facts.statement import Source, Statement
from planforge.patterns import expression

_Line = Mapping[int, Statement]
_NEUTRAL = expression(
    r"(?:19|20)\d\d年|(?:全[省市县区州旗]|计划|预计|力争|确保|完成|实现|安排|任务|目标|[，,、：:和及\s])+"
)
"""What says nothing of which line of a table is meant."""
_OTHERWISE = expression(
    "[季月旬底末初前后再另约每均仅]|半年|累计|其[中余他]|剩余|新增|实际|已|原|调整|达到?|增[至加]|[降减]"
)
"""Of a part of the year, of a stock, or of what the plan did not set."""
_OF_ONE = expression("(?<![全各本我])[省市县区镇乡州旗](?![政级域内])|街道|公司|集团|企业|其中")
_LEAST_YEARS = 2
_LONGEST = 300
_ENDS = ("", "。", "；")


def years_of_tables(book: FactBook) -> Iterator[tuple[Statement, Statement]]:
    """Yield each figure of one year with the cell that it should repeat and does not."""
    lines = _lines(book)
    sentences = _sentences(book) if lines else {}
    for told in sentences.values():
        pair = _odd_of_row(told, lines) if len(told) > _LEAST_YEARS else None
        if pair is not None:
            yield pair
        elif len(told) == 1:
            yield from _only_line(told[0], lines)


def _lines(book: FactBook) -> list[_Line]:
    """Return the lines of tables that give an amount for each of several years, without those told in two ways."""
    found: dict[object, dict[int, Statement]] = defaultdict(dict)
    twice: set[object] = set()
    for one in book.statements:
        if one.source is Source.TABLE and one.kind is Kind.LEVEL and one.years is not None and one.years.single:
            key = (one.position.passage, one.head, one.indicator, one.tier, one.scope, one.quantity.unit.name)
            if found[key].setdefault(one.years.last, one) is not one:
                twice.add(key)
    return [line for key, line in found.items() if len(line) >= _LEAST_YEARS and key not in twice]


def _sentences(book: FactBook) -> Mapping[object, Sequence[Statement]]:
    """Return the plain amounts of single years without a name, by sentence and unit."""
    found: dict[object, list[Statement]] = defaultdict(list)
    for one in book.statements:
        if not one.indicator and one.source in (Source.PROSE, Source.BOX) and _is_of_its_year(one):
            found[one.position, one.quantity.unit.name].append(one)
    return found


def _is_of_its_year(one: Statement) -> bool:
    amount = one.kind.is_amount and one.parent is None and not (one.adds or one.falls or one.until or one.referenced)
    dated = one.years is not None and one.years.single and one.gates.time and not one.scope and not one.tier
    quantity = one.quantity
    plain = quantity.comparator is Comparator.EQ and quantity.approximation is Approximation.NONE
    return amount and dated and plain and quantity.low is None and _OTHERWISE.search(_words(one)) is None


def _words(one: Statement) -> str:
    return one.quote.file.text[one.quote.start : one.span.start]


def _odd_of_row(told: Sequence[Statement], lines: Sequence[_Line]) -> tuple[Statement, Statement] | None:
    """Return the one year of a sentence that is not what the line says which gives all others, at least two."""
    years = {_year(one): one for one in told}
    if len(years) < len(told):
        return None
    found: list[tuple[Statement, Statement]] = []
    for line in lines:
        beside = [(one, line[year]) for year, one in years.items() if year in line and _measures(one, line[year])]
        odd = [(one, cell) for one, cell in beside if not one.interval.meets(cell.interval)]
        if len(beside) == len(told) and not odd:
            return None
        if len(beside) == len(told) and len(odd) == 1:
            found += odd
    return found[0] if len(found) == 1 else None


def _only_line(one: Statement, lines: Sequence[_Line]) -> Iterator[tuple[Statement, Statement]]:
    """Yield a figure with the cell of its year, where its section has just one in that unit and it is not that."""
    near = [cell for line in lines if (cell := line.get(_year(one))) is not None and _same_section(one, cell)]
    alike = [cell for cell in near if _measures(one, cell)]
    if len(alike) == 1 and not alike[0].interval.meets(one.interval) and _is_named_like(one, alike[0]):
        yield one, alike[0]


def _is_named_like(one: Statement, cell: Statement) -> bool:
    """Whether a figure at the beginning of a sentence is called what its cell is; without a word, of a paragraph."""
    core = str(_NEUTRAL.sub("", _words(one)))
    before = _paragraph_before(one)
    begins = before is not None and (before[-1:] in _ENDS if core else not before)
    return begins and core in cell.head and _OF_ONE.search(before or "") is None


def _paragraph_before(one: Statement) -> str | None:
    """Return the words of a paragraph before the clause of a figure, None for too many."""
    text = one.quote.file.text
    start = text.rfind("\n", max(0, one.quote.start - _LONGEST), one.quote.start)
    return text[start : one.quote.start].strip() if start >= 0 else None


def _year(one: Statement) -> int:
    return one.years.last if one.years is not None else 0


def _measures(one: Statement, cell: Statement) -> bool:
    return one.role.done is cell.role.done and one.quantity.unit.comparable(cell.quantity.unit)


def _same_section(one: Statement, cell: Statement) -> bool:
    same_file = one.span.file is cell.span.file
    return same_file and bool(_headings(one)) and _headings(one) == _headings(cell)


def _headings(one: Statement) -> Sequence[object]:
    return one.context.headings if one.context is not None else ()
