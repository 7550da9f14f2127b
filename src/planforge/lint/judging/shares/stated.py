"""Shares (158家，占规模以上工业企业的37%) with the part and the total that the document gives for them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from planforge.facts.book import FactBook
from planforge.facts.changes.growth import Kind
from planforge.facts.statement import Flow, Role, Source, Statement
from planforge.facts.writing.words import SHARE_OF
from planforge.lint.judging.once import once_a_book
from planforge.lint.judging.shares.after_lists import whole_listed
from planforge.lint.judging.shares.fulfilled_rows import fulfilled_rows
from planforge.lint.judging.shares.of_done import share_of_done
from planforge.lint.judging.shares.of_plan_tasks import shares_of_tasks
from planforge.lint.judging.shares.parts_of_shares import leads_to, part_of, value_of_whole
from planforge.lint.judging.shares.rates_before_counts import rates_before_counts
from planforge.lint.judging.shares.rates_of_counts import rate_of_counts
from planforge.lint.judging.shares.share import Share, share_of, with_doubt
from planforge.lint.judging.shares.share_columns import share_columns
from planforge.lint.judging.shares.wholes_above import wholes_above
from planforge.lint.judging.shares.wholes_before import (
    counted_before,
    goes_on,
    named_before,
    parent_of_row,
    said_of_another,
    total_divided,
)
from planforge.patterns import expression

_OF = expression(rf"{SHARE_OF}(?P<whole>[^占]*)$")
_TRAIL = expression("(?:的|总数|总量|总额|比重|比例|比|份额|数量|全部|总)+$")


@once_a_book
def shares(book: FactBook) -> tuple[Share, ...]:
    """Return every share of a plan that has a total."""
    found = tuple(_find(book))
    known = {id(share.statement) for share in found}
    elsewhere = (*wholes_above(book), *shares_of_tasks(book), *rates_before_counts(book), *share_columns(book))
    above = (with_doubt(share_of(one, *pair), sure=False) for one, *pair in elsewhere if id(one) not in known)
    rows = (share_of(one, *pair) for one, *pair in fulfilled_rows(book) if id(one) not in known)
    return found + tuple(share for share in (*above, *rows) if share is not None)


def _find(book: FactBook) -> Iterator[Share]:
    levels: dict[tuple[object, ...], list[Statement]] = defaultdict(list)
    told: dict[int, list[Statement]] = defaultdict(list)
    divided: set[int] = set()
    last: Share | None = None
    began: Share | None = None
    for one in book.statements:
        if one.kind.is_amount and one.flow is not Flow.PER_YEAR and one.years is not None:
            levels[one.indicator, one.tier, one.scope, one.years.last].append(one)
    for one in book.statements:
        if one.kind is Kind.SHARE and one.source in (Source.PROSE, Source.BOX) and one.quantity.unit.name == "%":
            said = told[one.position.passage]
            found = _share(book, one, said, levels, divided) or _less_plainly(one, said, divided, last)
            if found is not None and _began(found):
                began = found
                continue
            last = found or _led_to(began, one)
            if last is not None:
                yield last
        if one.kind.is_amount:
            told[one.position.passage].append(one)


def _began(share: Share) -> bool:
    """Whether a share is the one that a change began from, of another year than its part: 占比由68.5%提高到72%."""
    return share.statement.role is Role.BASELINE and share.part.role is not Role.BASELINE


def _led_to(began: Share | None, one: Statement) -> Share | None:
    """Return the share that such a change leads to, of the same part and whole."""
    if began is None or one.role is Role.BASELINE or one.position != began.statement.position:
        return None
    same = one.indicator == began.statement.indicator and one.scope == began.statement.scope
    return replace(began, statement=one) if same and one.years == began.part.years else None


def _share(
    book: FactBook,
    one: Statement,
    told: Sequence[Statement],
    levels: Mapping[tuple[object, ...], list[Statement]],
    divided: set[int],
) -> Share | None:
    """Return the share with its part and total; `told` are the levels before it in its passage.

    `divided` are the parts whose share of a whole was said before:
    老年人口2.64亿，占总人口的18.7%，其中65岁以上1.91亿人，占13.5%: the second share may be of either whole.
    """
    if (pair := value_of_whole(one, told)) is not None:
        return share_of(one, *pair)
    found = _OF.search(one.head)
    part = part_of(one, one.head[: found.start()], told) if found else None
    whole = _TRAIL.sub("", found["whole"]) if found else ""
    if told and leads_to(told[-1], one):
        divided.add(id(told[-1]))
    if part is not None and not whole:
        total = part.parent
        other = total is None or id(total) in divided or said_of_another(one.interval, part, total, told)
        return None if other else share_of(one, total, part)
    if found is None or part is None:
        return None
    total = _total(book, whole, one, part, levels)
    made = share_of(one, total, part)
    listed = whole_listed(part, told) if made is not None and not made.fits else None
    return made if listed is None or listed is total else share_of(one, total, listed)


def _less_plainly(one: Statement, told: Sequence[Statement], divided: set[int], last: Share | None) -> Share | None:
    """Return the share of a whole that goes by another name or by none; `last` is the share before it."""
    if (pair := rate_of_counts(one, told) or share_of_done(one, told)) is not None:
        return with_doubt(share_of(one, *pair), sure=False)
    found = _OF.search(one.head)
    part = part_of(one, one.head[: found.start()], told) if found else None
    if found is None or part is None:
        return None
    name = _TRAIL.sub("", found["whole"])
    total = named_before(found["whole"], part, told) or total_divided(name, part) if name else None
    total = total if name else _unnamed(one, part, told, divided, last)
    if total is None or said_of_another(one.interval, part, total, told):
        return None
    return with_doubt(share_of(one, total, part), sure=bool(name) and part.parent is total)


def _unnamed(
    one: Statement, part: Statement, told: Sequence[Statement], divided: set[int], last: Share | None
) -> Statement | None:
    total = part.parent or counted_before(one, part, told) or _listed_with(last, part) or parent_of_row(part, told)
    return total if id(total) not in divided else None


def _listed_with(last: Share | None, part: Statement) -> Statement | None:
    """Return the whole of the share before, where that came out and the part is the next of its list."""
    fits = last is not None and last.fits and goes_on(last.statement, part)
    if last is None or not fits:
        return None
    whole = not _TRAIL.sub("", last.statement.head.partition("占")[2])
    return last.total if whole and last.part.value + part.value <= last.total.value else None


def _total(
    book: FactBook, whole: str, one: Statement, part: Statement, levels: Mapping[tuple[object, ...], list[Statement]]
) -> Statement | None:
    name = book.names.resolve(whole)
    if not name.indicator or one.years is None or len(name.indicator) < 3:
        return None
    scope = "" if part.indicator == name.indicator else part.scope  # 城镇常住人口占常住人口的比重
    found = levels.get((name.indicator, name.tier, scope, one.years.last), [])
    fitting = (one for one in found if one.quantity.unit.comparable(part.quantity.unit))
    return next((one for one in fitting if one.kind in (Kind.LEVEL, part.kind)), None)  # 增加14.8万人 is no whole
