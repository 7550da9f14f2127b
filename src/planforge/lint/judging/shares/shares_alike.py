"""Shares of a whole that nobody tells, one of which the others belie: each with its part gives how much the whole is.

生活用水8.2亿立方米，占13.6%；工业用水13.1亿立方米，占21.6%；农业用水37.7亿立方米，占42.4%: by the first two the
whole is 60.3 to 60.6, by the last one 88.9.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from planforge.facts.book import FactBook
from planforge.facts.changes.growth import Kind
from planforge.facts.figures.interval import Interval
from planforge.facts.figures.precision import Comparator
from planforge.facts.statement import Source, Statement
from planforge.facts.writing.words import SHARE_OF
from planforge.lint.judging.changes.claim import operand
from planforge.lint.judging.printed import words_between
from planforge.patterns import expression
from planforge.records import record

_LEAST = 3
_WITHIN = Fraction(1, 50)
"""How far apart the ends of the whole may lie that the others agree on; a wider one would prove little."""
_WHOLE = expression(rf"{SHARE_OF}(?P<whole>[^占]*?)的?$")
_OF_ANOTHER = expression("[中内]$|其中|[（）()。]")
_LONGEST_UNIT = 6
_BRACKET = expression("[（(](?:[^（）()]|[（(][^（）()]*[）)])*[）)]")
"""With those inside: （其中火（核）电3亿吨）."""
_FURTHEST = 48


@record(frozen=True)
class ToldShare:
    """A share with the part right before it and the name of its whole, "" for none, both plain figures."""

    share: Statement
    part: Statement
    whole: str

    @property
    def implied(self) -> Interval:
        """The whole that part and share give."""
        return operand(self.part).ratio_to(self.share.interval.scaled(Fraction(1, 100)))


@record(frozen=True)
class OddShare:
    """A share that does not fit what the others of its list say the whole is."""

    share: Statement
    part: Statement
    whole: Interval
    others: tuple[Statement, ...]


def odd_shares(book: FactBook) -> Iterator[OddShare]:
    """Yield the share of each list that alone gives another whole than all others, which agree."""
    for run in _lists(book):
        odd = [one for one in run if _agreed(run, one) is not None] if _agreed(run, None) is None else []
        if len(odd) == 1 and (whole := _agreed(run, odd[0])) is not None:
            others = tuple(one.share for one in run if one is not odd[0])
            yield OddShare(odd[0].share, odd[0].part, whole, others)


def _agreed(run: Sequence[ToldShare], without: ToldShare | None) -> Interval | None:
    """Return the whole that a list agrees on, one of it left out, where it is narrow and holds all parts."""
    kept = [one for one in run if one is not without]
    whole = Interval(Fraction(0), None)
    for one in kept:
        whole = whole.meet(one.implied)
    if whole.empty or whole.low is None or whole.high is None:
        return None
    narrow = whole.high - whole.low <= whole.low * _WITHIN
    return whole if (narrow or without is None) and sum(one.part.value for one in run) <= whole.high else None


def _lists(book: FactBook) -> Iterator[list[ToldShare]]:
    """Yield the lists of at least three parts, each with its share."""
    run: list[ToldShare] = []
    for one in shares_with_parts(book):
        if run and not _goes_on(run, one):
            if len(run) >= _LEAST:
                yield run
            run = []
        run.append(one)
    if len(run) >= _LEAST:
        yield run


def shares_with_parts(book: FactBook) -> Iterator[ToldShare]:
    """Yield every share that is said of the level right before it."""
    last: Statement | None = None
    for one in book.statements:
        if one.source not in (Source.PROSE, Source.BOX):
            continue
        if one.kind is Kind.SHARE and last is not None and (told := _share_of(_outside(last, one), one)) is not None:
            yield told
        last = one if one.kind is Kind.LEVEL else None


def _outside(last: Statement, share: Statement) -> Statement:
    """Return the whole of a level whose bracket closes before the share: 工业6亿吨（其中火（核）电3亿吨），占19.9%."""
    between = last.span.file.text[last.span.end : share.span.start] if last.span.file is share.span.file else ""
    closed = sum(between.count(mark) for mark in "）)") > sum(between.count(mark) for mark in "（(")
    return last.parent if closed and last.parent is not None and last.parent.kind is Kind.LEVEL else last


def _share_of(part: Statement, share: Statement) -> ToldShare | None:
    plain = all(each.comparator is Comparator.EQ for each in (part, share)) and share.quantity.unit.name == "%"
    if not plain or part.position != share.position or part.span.file is not share.span.file or share.value <= 0:
        return None
    between = _BRACKET.sub("", words_between(part, share))
    unit, mark, words = between.partition("，")
    found = None if "）" in unit else _WHOLE.match(words)
    said = mark and len(unit) <= _LONGEST_UNIT and found is not None and part.value > 0
    return ToldShare(share, part, found["whole"]) if said and found else None


def _goes_on(run: Sequence[ToldShare], one: ToldShare) -> bool:
    """Whether a part is the next of a list: of the same unit and year, of no other whole, and close behind."""
    last, first = run[-1].share, run[0]
    same = last.position.passage == one.part.position.passage and last.span.file is one.part.span.file
    if not same or one.whole not in ("", first.whole) or one.part.years != first.part.years:
        return False
    between = words_between(last, one.part)
    near = len(between) < _FURTHEST and _OF_ANOTHER.search(between) is None
    return near and one.part.quantity.unit.comparable(first.part.quantity.unit)
