"""Figures that are by definition the quotient or the difference of two others: 城乡居民收入比, 自然增长率, 存贷比."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from planforge.facts.book import FactBook
from planforge.facts.figures.interval import Interval
from planforge.facts.figures.precision import Comparator
from planforge.facts.figures.units import NO_UNIT, Unit
from planforge.facts.names.indicators import Name
from planforge.facts.statement import Statement
from planforge.facts.writing.words import table
from planforge.lint.judging.reckoned.balances import balances
from planforge.patterns import expression
from planforge.records import record


@record(frozen=True)
class Definition:
    """How a figure comes from two others: names of result and operands, the sign, and for quotients its size.

    Without names the words around the three say what they are.
    """

    names: tuple[Name, ...]
    sign: str
    times: int = 1
    within: Fraction = Fraction(0)

    def fits(self, of: Unit, by: Unit, result: Unit) -> bool:
        """Whether the units are those of the definition: a share or ratio of alike things, or something of each."""
        if self.sign != "÷":
            return of.comparable(by) and of.comparable(result)
        if self.times > PERCENT or not of.comparable(by):
            return of.comparable(result)
        return result.name == "%" if self.times == PERCENT else result.comparable(NO_UNIT)


_BALANCE = Definition((), "－")
PERCENT = 100
_REGISTERED = "户籍"


@record(frozen=True)
class Derived:
    """A stated result with its two operands, how it comes from them, and whether all three have one scope."""

    result: Statement
    of: Statement
    other: Statement
    how: Definition
    sure: bool = True

    @property
    def interval(self) -> Interval:
        """What the operands allow, with what the definition leaves open."""
        of, other = self.of.interval, self.other.interval
        if self.how.sign != "÷":
            return of - other
        found, off = of.ratio_to(other).scaled(self.how.times), self.how.within
        low, high = (None if end is None else end * (1 + by) for end, by in ((found.low, -off), (found.high, off)))
        return replace(found, low=low, high=high)

    @property
    def value(self) -> Fraction:
        """The result as the printed operands give it."""
        of, other = self.of.value, self.other.value
        return of / other * self.how.times if self.how.sign == "÷" else of - other


def derived(book: FactBook) -> Iterator[Derived]:
    """Yield every such result with its operands, also what is left of income and outlay."""
    levels: dict[tuple[object, ...], list[Statement]] = defaultdict(list)
    for one in book.statements:
        if one.kind.is_state and one.years and one.years.single and one.comparator is Comparator.EQ:
            levels[_full_name(one), one.tier, one.scope, one.years, one.role.done].append(one)
    for how in _definitions(book):
        yield from _as_defined(levels, how)
    yield from (Derived(left, income, outlay, _BALANCE) for left, income, outlay in balances(book))


_FULL_NAMES = {"存贷比": "余额存贷比"}
_ADDED = expression("新增|增量")


def _full_name(one: Statement) -> str:
    """Return the name by which a figure is defined; 存贷比 is that of the balances unless 新增 stands before it."""
    return one.indicator if _ADDED.search(one.quote.text) else _FULL_NAMES.get(one.indicator, one.indicator)


def _definitions(book: FactBook) -> Iterator[Definition]:
    for sign, kind, second in (("÷", "quotients", "by"), ("－", "differences", "less")):
        for row in table("partitions")[kind]:
            result, of, other = (book.names.resolve(str(row[name])) for name in ("result", "of", second))
            within = Fraction(str(row.get("within", 0)))
            yield Definition((result, of, other), sign, int(row.get("times", 1)), within)


def _as_defined(levels: Mapping[tuple[object, ...], Sequence[Statement]], how: Definition) -> Iterator[Derived]:
    """Yield each result with its operands, where one value of each is told for its year."""
    for key, results in levels.items():
        if key[0] != how.names[0].indicator:
            continue
        _, tier, scope, *when = key
        operands = [levels.get((name.indicator, tier, name.scope or scope, *when), ()) for name in how.names[1:]]
        if not all(operands):
            yield from _in_one_sentence(levels, how, results)
        single = all(len({one.value for one in found}) == 1 and found[0].value > 0 for found in operands)
        for result in results if single else ():
            of, other = (found[0] for found in operands)
            if how.fits(of.quantity.unit, other.quantity.unit, result.quantity.unit) and not _of_another(of, other):
                yield Derived(result, of, other, how)


def _in_one_sentence(
    levels: Mapping[tuple[object, ...], Sequence[Statement]], how: Definition, results: Sequence[Statement]
) -> Iterator[Derived]:
    """Yield results whose operands stand before them in one sentence, of whatever scope: 规上企业营业收入…，利润率….

    How far the two may be apart is said by the sentence alone, so only a ratio without any room (`within`) is so taken.
    """
    names = [name.indicator for name in how.names[1:]]
    ratio = how.sign == "÷" and not how.within and not any(name.scope for name in how.names)
    for result in results if ratio else ():
        here = [[one for one in _of_name(levels, name) if _before(one, result)] for name in names]
        if all(len(found) == 1 and found[0].value > 0 for found in here):
            (of,), (other,) = here
            if how.fits(of.quantity.unit, other.quantity.unit, result.quantity.unit):
                yield Derived(result, of, other, how, sure=False)


def _of_name(levels: Mapping[tuple[object, ...], Sequence[Statement]], name: str) -> Iterator[Statement]:
    return (one for key, found in levels.items() if key[0] == name for one in found)


def _before(one: Statement, result: Statement) -> bool:
    same = (one.position, one.years, one.role) == (result.position, result.years, result.role)
    return same and one.order < result.order


def _of_another(part: Statement, whole: Statement) -> bool:
    """Whether a part is one of the registered (户籍总人口，其中城镇人口) and the whole are the residents (常住人口)."""
    told = part.parent
    return told is not None and (_REGISTERED in told.indicator) != (_REGISTERED in whole.indicator)
