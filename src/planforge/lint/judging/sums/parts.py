"""Totals and the parts that a plan gives for them: in brackets, behind 其中, before 合计, and by definition.

Parts are `complete` when the words say so (a bracket that holds nothing else, 分别, 合计) or when the statistics of the
country divide the total in just this way (the three sectors of 地区生产总值). Behind 其中 they are only some of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from planforge.facts.book import FactBook
from planforge.facts.parts.sorting import SORTED
from planforge.facts.statement import Source, Statement
from planforge.lint.judging.once import once_a_book
from planforge.lint.judging.sums.added_to import added_to
from planforge.lint.judging.sums.amounts_of_parts import amounts_of_parts
from planforge.lint.judging.sums.by_year import divided_by_years
from planforge.lint.judging.sums.complements import complements
from planforge.lint.judging.sums.counted_works import counted_works
from planforge.lint.judging.sums.division import Division, can_be_part, covered
from planforge.lint.judging.sums.done_and_left import done_and_left
from planforge.lint.judging.sums.listed import listed_parts
from planforge.lint.judging.sums.measured_twice import measured_twice
from planforge.lint.judging.sums.overlaps import may_overlap
from planforge.lint.judging.sums.parts_by_definition import divisions_by_definition
from planforge.lint.judging.sums.reached_and_not import reached_and_not
from planforge.patterns import expression

_SOME = expression("其中|包括|含|等|例如|主要|重点|近|约|多")
_WHOLE = expression("共计|合计|总计|一共|共有|共|总")
_NESTED = expression(r"[（(][^（）()]*[（(]")
_FIGURE = expression(r"\d+(?:[,，]\d{3})*(?:\.\d+)?")
_STOP = expression("[，,。；;、]")
_CLOSE = {"（": "）", "(": ")"}
_ANOTHER_WAY = expression("其中|按[^，。；：:]{1,10}分|(?<![部区百])分[^，。；：:]{1,6}看")


@once_a_book
def divisions(book: FactBook) -> tuple[Division, ...]:
    """Return every total of a plan that has parts."""
    found = tuple(_find(book))
    whole = {id(one.total) for one in found if one.complete}
    return (*found, *(one for one in measured_twice(book) if id(one.total) not in whole))


def _find(book: FactBook) -> Iterator[Division]:
    children: dict[int, list[Statement]] = defaultdict(list)
    passages: dict[int, list[Statement]] = defaultdict(list)
    for one in book.statements:
        if one.parent is not None and can_be_part(one, one.parent):
            children[id(one.parent)].append(one)
        if one.source in (Source.PROSE, Source.BOX) and one.kind.is_amount:
            passages[one.position.passage].append(one)
    for total in book.statements:
        for parts in _told_together(children.get(id(total), ())):
            yield _divided(total, parts)
    for statements in passages.values():
        yield from listed_parts(statements)
        yield from complements(statements)
        yield from done_and_left(statements)
        yield from reached_and_not(statements)
        yield from amounts_of_parts(statements)
        yield from added_to(statements)
        yield from counted_works(statements)
    yield from divisions_by_definition(book)
    yield from divided_by_years(book)


def _told_together(parts: Sequence[Statement]) -> Iterator[list[Statement]]:
    """Yield the parts that are told together: another 其中 or 按…分 divides the same total another way."""
    run: list[Statement] = []
    for part in parts:
        if run and _another_way(part.span.file.text, run[-1].span.end, part.span.start):
            yield run
            run = []
        run.append(part)
    if run:
        yield run


def _another_way(text: str, start: int, end: int) -> bool:
    return any(words.search(text, start, end) is not None for words in (_ANOTHER_WAY, SORTED))


def _divided(total: Statement, parts: Sequence[Statement]) -> Division:
    """Parts in a bracket are complete when the bracket holds nothing else; behind 其中 they are not."""
    inside = _bracket(total, parts[0])
    figures = len(_FIGURE.findall(inside))
    complete = bool(inside) and _SOME.search(inside) is None and figures == len(parts) > 1
    said = _WHOLE.search(total.quote.file.text, total.quote.start, total.span.start) is not None
    closed = len(parts) > 1 and parts[-1].head.startswith(_REST)
    return Division(
        total,
        tuple(parts),
        closed or (complete and (said or covered(parts, total))),
        said or closed,
        may_overlap(parts),
    )


_REST = ("其他", "其它", "其余")
"""With the rest of it a list of parts is all of its total, behind 其中 as well."""


def _bracket(total: Statement, first: Statement) -> str:
    """Return the words of the bracket behind a total that its first part stands in, "" for none or a nested one."""
    text = total.span.file.text
    start = next((at for at in range(total.span.end, first.span.start) if text[at] in _CLOSE), -1)
    if start < 0 or _STOP.search(text, total.span.end, start):
        return ""
    end = text.find(_CLOSE[text[start]], first.span.end)
    inside = text[start + 1 : end] if end > 0 else ""
    return "" if _NESTED.search(text[start : max(start, end)]) else inside
