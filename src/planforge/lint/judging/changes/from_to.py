"""由A增加到B，年均增长r: a change with its base and its end in one sentence, whatever the years of the document are.

The base may name no year of its own; then it is that of the pair before in the same sentence, or five years back where
the paragraph speaks of five years. Such an inferred count of years is no certain one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from planforge.facts.book import FactBook
from planforge.facts.changes.growth import Kind
from planforge.facts.statement import Flow, Source, Statement
from planforge.facts.times.years_meant import Years
from planforge.lint.judging.once import once_a_book
from planforge.patterns import expression
from planforge.records import record

_FROM = expression("(?:由|从)(?:[^，。；,;由从]{0,24})$")
_TO = expression(
    r"^[^，。；,;\d]{0,8}[，,]?(?:[^，。；,;\d]{0,6})(?:增加|增长|提高|提升|上升|上涨|扩大|发展|壮大|增|升|下降|降低|减少|降|缩短|缩小|减|调整|回落|压减|延长)"
    r"(?:到|至|为)了?(?:(?:19|20)\d\d年)?[^，。；,;\d]{0,6}$"
)
_ON_YEAR = expression("同比|上年|去年|可比|同口径|环比")
_THAN_OTHERS = expression("[高低快慢优好多少]于|高出|超出|领先|(?<!年)平均(?!每年|[增涨降升提下上])|比全[国省市县区]")
"""由1.5%提升至2.1%，高于全省平均水平0.3个百分点: that is no difference of the two."""
_NEXT = expression("[；。;]")
_OF_WHICH = expression("其中|包括|(?<!不)含")
_PART_MOVES = expression(r"(?:其中|包括|(?<!不)含)[，,：:]?(?:(?:19|20)\d\d年)?[^，,；;。\d]*$")
"""由62家增加到108家，其中民营企业增加40家: a part moves by less than the whole."""
_YEARLY = expression(r"年均|平均每年|年平均|[，,]\s*平均(?=[增涨降升提下上])")
_FIVE = expression("五年|“?十[一二三四五]五”?(?:期间|时期|以来)")
_NEW = expression("[^，。；,;\\d]{0,6}[，,](?:共|合计|累计)?(?:新增|净增|新建|增加)了?")
"""由2460张增加到2760张，新增300张."""
_FURTHEST = 48
_FIVE_YEARS = 5


@record(frozen=True)
class FromTo:
    """A base, an end and what is said of the change between; `periods` is 0 when the years are not known."""

    base: Statement
    end: Statement
    changes: tuple[Statement, ...]
    periods: int
    told: bool


def than_others(end: Statement, change: Statement) -> bool:
    """Whether the words from an end to what is said behind it compare with others, not with the base."""
    same = end.position == change.position and change.span.start > end.span.end
    return same and _THAN_OTHERS.search(end.span.file.text, end.span.end, change.span.start) is not None


def of_a_part(end: Statement, change: Statement) -> bool:
    """Whether a change behind an end is that of a part or of one of the years: 增加到108家，其中2020年增加20家."""
    same = end.position == change.position and change.span.start > end.span.end
    return same and _PART_MOVES.search(end.span.file.text, end.span.end, change.span.start) is not None


@once_a_book
def from_to(book: FactBook) -> tuple[FromTo, ...]:
    """Return every such pair of a plan's prose."""
    return tuple(pair for statements in _passages(book) for pair in _in_passage(statements))


def bases_and_ends(book: FactBook) -> Iterator[tuple[Statement, Statement]]:
    """Yield the base and the end of every such pair, whether or not a change is told behind it."""
    for statements in _passages(book):
        yield from ((base, end) for base, end in pairwise(statements) if _is_pair(base, end))


def _passages(book: FactBook) -> Iterable[list[Statement]]:
    passages: dict[int, list[Statement]] = defaultdict(list)
    for one in book.statements:
        if one.source in (Source.PROSE, Source.BOX) and not one.referenced:
            passages[one.position.passage].append(one)
    return passages.values()


def _in_passage(statements: list[Statement]) -> Iterator[FromTo]:
    before: tuple[int, Years | None, Years | None] = (-1, None, None)
    for at in range(1, len(statements)):
        base, end = statements[at - 1], statements[at]
        if not _is_pair(base, end):
            continue
        sentence = end.position.sentence
        known = before if before[0] == sentence else (-1, None, None)
        first, last = base.years or known[1], end.years or known[2]
        before = (sentence, first, last)
        changes = tuple(_changes(statements[at + 1 :], end))
        if changes:
            periods, told = _count(first, last, base)
            yield FromTo(base, end, changes, periods, told)


def _is_pair(base: Statement, end: Statement) -> bool:
    same = base.kind.is_state and end.kind.is_state and base.position == end.position
    if not same or base.span.file is not end.span.file or not base.quantity.unit.comparable(end.quantity.unit):
        return False
    text, start = base.span.file.text, max(0, base.span.start - _FURTHEST)
    if all(text.find(word, start, base.span.start) < 0 for word in "由从"):
        return False
    led = _FROM.search(_plain(text[start : base.span.start])) is not None
    return led and _TO.match(_plain(text[base.span.end : end.span.start])) is not None


def _plain(words: str) -> str:
    return "".join(words.split())


def _changes(statements: list[Statement], end: Statement) -> Iterator[Statement]:
    """Yield what is said of the change right behind the end, until the next level, clause group or part of it."""
    last = end
    for one in statements:
        between = one.span.file.text[end.span.end : one.span.start] if one.span.start > end.span.end else "；"
        if one.position != end.position or len(between) > _FURTHEST or _NEXT.search(between):
            return
        if not (one.kind.is_change or one.kind is Kind.INCREMENT) or _OF_WHICH.search(between):
            return
        new = one.flow is Flow.FLOW and _NEW.fullmatch(_plain(between)) is not None
        whole = (one.parent is end or new) and one.indicator == end.indicator
        if whole and _ON_YEAR.search(between) is None and not than_others(end, one):
            yield _as_said(one, _own_words(last, one, between))
        last = one


def _own_words(last: Statement, one: Statement, between: str) -> str:
    """Return the words of one change behind another, 年均增长7.6%，增长44%, and of joined ones those of both."""
    own = one.span.file.text[last.span.end : one.span.start]
    return own if _CHANGES.search(own) else between


_CHANGES = expression("增|升|提高|下降|降|减")


def _as_said(one: Statement, between: str) -> Statement:
    """A rate that is not called yearly is that of the whole change."""
    if one.kind in (Kind.GROWTH_ANNUAL, Kind.GROWTH_TOTAL):
        kind = Kind.GROWTH_ANNUAL if _YEARLY.search(between) else Kind.GROWTH_TOTAL
        return replace(one, kind=kind, adjusted=False)
    return one


def _count(first: Years | None, last: Years | None, base: Statement) -> tuple[int, bool]:
    """Return the years between base and end, and whether the sentence tells them."""
    if first is not None and last is not None and first.last < last.last:
        return last.last - first.last, base.years is None or base.gates.time
    text = base.span.file.text
    start = text.rfind("\n", 0, base.span.start) + 1
    return (_FIVE_YEARS if _FIVE.search(text, start, base.span.start) else 0), False
