"""Parts that each tell two or three measures, as their total does: 学校160所、学生7.8万人，其中小学120所、学生5.2万人….

The same order of measures in the total and in all its parts says what each figure is a part of. That all measures but
one add up shows that the parts are all of the total; then that one is a slip. The parts may follow line by line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from planforge.facts.book import FactBook
from planforge.facts.changes.growth import Kind
from planforge.facts.figures.precision import Approximation
from planforge.facts.statement import Flow, Source, Statement
from planforge.lint.judging.printed import words_between
from planforge.lint.judging.sums.division import Division, can_be_part
from planforge.patterns import expression

_BESIDE = expression(r"[、，,]?[^，,；;。、：:\d（()）]{0,10}")
_DIVIDES = expression("其中|包括|分别|[：:]")
_AGAIN = expression("其中|另外?|此外|同比|[到至]20")
_IN_ALL = expression("^(?:估算|概算|计划|规划|预计)?总(?:计|共)?")
_FURTHEST = 60
"""Characters between two parts in one paragraph, and between the total and its first part."""
_FURTHEST_LINES = 300
_MOST_PARTS = 30
_LEAST = 2

_Told = Sequence[Statement]


def measured_twice(book: FactBook) -> Iterator[Division]:
    """Yield the one measure of such a list that does not add up while all others do."""
    levels = [one for one in book.statements if _is_plain(one)]
    at = 0
    while at + 5 < len(levels):
        size, parts = _list_at(levels, at)
        if parts:
            yield from _odd_measure(levels[at : at + size], parts)
        at += 1


def _is_plain(one: Statement) -> bool:
    amount = one.kind is Kind.LEVEL and not (one.adds or one.falls or one.referenced)
    return amount and one.source in (Source.PROSE, Source.BOX)


def _list_at(levels: _Told, at: int) -> tuple[int, list[_Told]]:
    """Return how many measures the total that begins here has, and its parts with as many, [] for no such list."""
    size = 1
    while size < 3 and at + size < len(levels) and _beside(levels[at + size - 1], levels[at + size]):
        size += 1
    while size >= _LEAST:
        parts = _parts(levels, at, size)
        if len(parts) >= _LEAST:
            return size, parts
        size -= 1
    return 0, []


def _beside(one: Statement, two: Statement) -> bool:
    """Whether a figure is another measure of what the one right before it measures."""
    if one.position != two.position or one.quantity.unit.comparable(two.quantity.unit):
        return False
    return _BESIDE.fullmatch(_behind_unit(one, two)) is not None


def _behind_unit(one: Statement, two: Statement) -> str:
    return words_between(one, two).removeprefix(one.quantity.scale + one.quantity.raw_unit)


def _parts(levels: _Told, at: int, size: int) -> list[_Told]:
    total = levels[at : at + size]
    found: list[_Told] = []
    last = total[-1]
    for start in range(at + size, len(levels) - size + 1, size):
        part = levels[start : start + size]
        if len(found) == _MOST_PARTS or not _follows(last, part, total, first=not found):
            break
        found.append(part)
        last = part[-1]
    return found


def _follows(last: Statement, part: _Told, total: _Told, *, first: bool) -> bool:
    """Whether these figures are the next part of a total: right behind the last one, or in the next line."""
    gap = part[0].span.start - last.span.end
    here = part[0].position.passage == last.position.passage
    if part[0].span.file is not last.span.file or not 0 <= gap <= (_FURTHEST if here else _FURTHEST_LINES):
        return False
    if not all(_is_part(one, whole) for one, whole in zip(part, total, strict=True)) or not _row(part, total):
        return False
    between = words_between(last, part[0])
    return _DIVIDES.search(between) is not None if first else _AGAIN.search(between) is None


def _is_part(one: Statement, whole: Statement) -> bool:
    each_year = Flow.PER_YEAR in (one.flow, whole.flow)
    return not each_year and _until(one) == _until(whole) and can_be_part(one, whole)


def _until(one: Statement) -> int | None:
    return one.years.last if one.years is not None else None


def _row(part: _Told, total: _Told) -> bool:
    """Whether a part tells its measures in the words of the total: 总投资820亿元, 投资300亿元."""
    if not all(_beside(one, two) for one, two in pairwise(part)):
        return False
    return _called(part) == _called(total)


def _called(row: _Told) -> list[str]:
    words = (_behind_unit(one, two).lstrip("、，,") for one, two in pairwise(row))
    return [str(_IN_ALL.sub("", word)).replace("学生", "生") for word in words]


def _odd_measure(total: _Told, parts: Sequence[_Told]) -> Iterator[Division]:
    if len({part[0].head for part in parts}) < len(parts):
        return
    columns = zip(total, zip(*parts, strict=True), strict=True)
    divided = [Division(whole, column, complete=True, said=False) for whole, column in columns]
    odd = [one for one in divided if not one.sum.meets(one.total.interval)]
    if len(odd) == 1 and all(_is_exact(one) for one in divided):
        yield odd[0]


def _is_exact(division: Division) -> bool:
    figures = (division.total, *division.parts)
    return division.firm and all(one.quantity.approximation is Approximation.NONE for one in figures)
