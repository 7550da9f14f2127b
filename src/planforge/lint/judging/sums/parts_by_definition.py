"""Totals that the statistics of the country divide in just one way: the three sectors of 地区生产总值."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from planforge.facts.book import FactBook
from planforge.facts.changes.growth import Kind
from planforge.facts.linking import subject_of
from planforge.facts.statement import Source, Statement
from planforge.facts.writing.words import table
from planforge.lint.judging.index import index
from planforge.lint.judging.sums.division import Division, can_be_part


def divisions_by_definition(book: FactBook) -> Iterator[Division]:
    """Totals whose parts are so defined: of the same year, scope and passage or table."""
    defined = list(_defined(book))
    levels: dict[str, dict[tuple[object, ...], list[Statement]]] = {
        name: defaultdict(list) for whole, names in defined for name in (whole, *names)
    }
    for one in book.statements:
        if one.indicator in levels and one.kind is Kind.LEVEL and not one.referenced and one.years and one.indicator:
            levels[one.indicator][one.scope, one.tier, one.years, one.role.done, one.source].append(one)
    for whole, names in defined:
        for key, totals in levels[whole].items():
            found = [levels[name].get(key, []) for name in names]
            yield from _matched(book, totals, found)


def _defined(book: FactBook) -> Iterable[tuple[str, tuple[str, ...]]]:
    """Return each whole with its parts by the names they go by; several rows may say the same of one plan."""
    rows = table("partitions")["partitions"]
    resolved = ([book.names.resolve(str(name)).indicator for name in (row["whole"], *row["parts"])] for row in rows)
    return dict.fromkeys((whole, tuple(parts)) for whole, *parts in resolved)


def _matched(book: FactBook, totals: list[Statement], found: list[list[Statement]]) -> Iterator[Division]:
    for total in totals:
        near = [next((one for one in parts if _near(one, total)), None) for parts in found]
        parts = tuple(one for one in near if one is not None)
        if len(parts) == len(found) and subject_of(parts[0]) != subject_of(total) and _next_to(book, total, parts):
            yield Division(total, parts, complete=True, said=True)
            return


def _next_to(book: FactBook, total: Statement, parts: Sequence[Statement]) -> bool:
    """Whether parts in prose stand beside their total, and no other figure that could be their total between.

    户籍人口11.3万人，其中城镇人口5.5万人、乡村人口5.8万人；常住人口12.7万人: they are not of the latter.
    """
    if total.source not in (Source.PROSE, Source.BOX):
        return True
    if all(part.position.sentence == total.position.sentence for part in parts) and _leads_to(book, total, parts):
        return True
    first = min(part.span.start for part in parts)
    greatest = max(part.value for part in parts)
    here = index(book).by_passage[total.position.passage]
    between = (one for one in here if total.span.start < one.span.start < first)
    others = (one for one in between if one.kind.is_amount and not one.adds and one.value > greatest)
    return total.span.start < first and not any(can_be_part(one, total) for one in others)


def _leads_to(book: FactBook, total: Statement, parts: Sequence[Statement]) -> bool:
    """Whether the parts stand right before their total: 出口124.6亿元，进口61.6亿元，进出口总额186.2亿元."""
    first = min(part.span.start for part in parts)
    here = (one for one in index(book).by_passage[total.position.passage] if one.position == total.position)
    row = [one for one in here if first <= one.span.start < total.span.start and can_be_part(one, total)]
    return len(row) == len(parts)


def _near(one: Statement, total: Statement) -> bool:
    same = one.position.passage == total.position.passage and one.position.column == total.position.column
    return same and one.parent in (None, total) and one.quantity.unit.comparable(total.quantity.unit)
