"""Totals and the parts that a plan gives for them: in brackets, behind 其中, before 合计, and by definition.

Parts are `complete` when the words say so (a bracket that holds nothing else, 分别, 合计) or when the statistics of the
country divide the total in just this way (the three sectors of 地区生产总值). Behind 其中 they are only some of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from weakref import WeakKeyDictionary

import regex

from planforge.facts.book import FactBook
from planforge.facts.growth import Kind
from planforge.facts.interval import Interval, exactly
from planforge.facts.linking import subject_of
from planforge.facts.precision import Comparator
from planforge.facts.statement import Source, Statement
from planforge.facts.words import table

_SOME = regex.compile("其中|包括|含|等|例如|主要|重点|近|约|多")
_WHOLE = regex.compile("共计|合计|总计|一共|共有|共|总")
_IN_ALL = regex.compile(r"[，,；;]?(?:共计|合计|总计|一共|共)(?:有|达到|达|为|是)?")
_APART = regex.compile(r"(?:家|个|项|人|名|件|户|所|处|座|亩|元|万|亿|吨|%)*[，,：:]?(?:分别(?:为|是|有)|分为|即|分成)")
_LISTED = regex.compile(r"[^，,；;。（）()]{0,12}[、，,和及]")
_NESTED = regex.compile(r"[（(][^（）()]*[（(]")
# 平均利用小时, 人均消费支出: what a part of it has may be more than the whole has.
_MEAN = regex.compile("平均|人均|户均|亩均|地均|[户亩]均|每[百千万人户亩]|密度|价格|时长|小时|年限|寿命|工资|强度")
_LEVELS = frozenset({Kind.LEVEL, Kind.INCREMENT})
_CLOSE = {"（": "）", "(": ")"}
_LEAST_COVERED = 0.6
"""A bracket whose parts cover less of the total evidently leaves some out."""


@dataclass(frozen=True)
class Division:
    """A total and parts of it.

    Attributes:
        complete: whether the parts are all of the total.
        said: whether the total is called one (共, 合计) or its parts are so by definition.
    """

    total: Statement
    parts: tuple[Statement, ...]
    complete: bool
    said: bool

    @property
    def sum(self) -> Interval:
        """What the parts together can be."""
        return summed(part.interval for part in self.parts)

    @property
    def firm(self) -> bool:
        """Whether every figure is plain."""
        return all(one.comparator is Comparator.EQ for one in (self.total, *self.parts))


def summed(intervals: Iterable[Interval]) -> Interval:
    """Return the sum of intervals."""
    result = exactly(0)
    for interval in intervals:
        result = result + interval
    return result


_FOUND: WeakKeyDictionary[FactBook, tuple[Division, ...]] = WeakKeyDictionary()


def divisions(book: FactBook) -> tuple[Division, ...]:
    """Return every total of a plan that has parts."""
    if book not in _FOUND:
        _FOUND[book] = tuple(_find(book))
    return _FOUND[book]


def _find(book: FactBook) -> Iterator[Division]:
    children: dict[int, list[Statement]] = defaultdict(list)
    passages: dict[int, list[Statement]] = defaultdict(list)
    for one in book.statements:
        if one.parent is not None and _is_part(one, one.parent):
            children[id(one.parent)].append(one)
        if one.source in {Source.PROSE, Source.BOX} and one.kind in _LEVELS:
            passages[one.position.passage].append(one)
    for total in book.statements:
        if parts := children.get(id(total)):
            yield _divided(total, parts)
    for statements in passages.values():
        yield from _listed(statements)
    yield from _by_definition(book)


def _is_part(one: Statement, total: Statement) -> bool:
    same = one.kind is Kind.LEVEL and total.kind in _LEVELS and not total.adds and one.source is total.source
    if same and one.span.file is total.span.file and (_left_bracket(total, one) or _MEAN.search(total.head)):
        return False
    return same and one.quantity.unit.comparable(total.quantity.unit) and one.span.file is total.span.file


def _left_bracket(total: Statement, one: Statement) -> bool:
    """Whether the total stands in a bracket that is closed before the part begins: the part is of another total."""
    between = total.span.file.text[total.span.end : one.span.start]
    return sum(map(between.count, "）)")) > sum(map(between.count, "（("))


def _divided(total: Statement, parts: Sequence[Statement]) -> Division:
    """Parts in a bracket are complete when the bracket holds nothing else; behind 其中 they are not."""
    inside = _bracket(total, parts[0])
    figures = len(regex.findall(r"\d+(?:[,，]\d{3})*(?:\.\d+)?", inside))
    complete = bool(inside) and _SOME.search(inside) is None and figures == len(parts) > 1
    covered = sum(part.value for part in parts) >= total.value * _LEAST_COVERED
    said = _WHOLE.search(total.quote.file.text, total.quote.start, total.span.start) is not None
    return Division(total, tuple(parts), complete and (covered or said), said)


def _bracket(total: Statement, first: Statement) -> str:
    """Return the words of the bracket behind a total that its first part stands in, "" for none or a nested one."""
    text = total.span.file.text
    start = next((at for at in range(total.span.end, first.span.start) if text[at] in _CLOSE), -1)
    if start < 0 or regex.search("[，,。；;、]", text[total.span.end : start]):
        return ""
    end = text.find(_CLOSE[text[start]], first.span.end)
    inside = text[start + 1 : end] if end > 0 else ""
    return "" if _NESTED.search(text[start : max(start, end)]) else inside


def _listed(statements: Sequence[Statement]) -> Iterator[Division]:
    """甲2个、乙4个，合计6个; 6个，分别为甲2个、乙4个."""
    for at, total in enumerate(statements):
        before = _chain(statements[:at][::-1], total)
        if len(before) > 1 and _IN_ALL.fullmatch(_tail(before[0], total)):
            yield Division(total, tuple(before[::-1]), complete=True, said=True)
        after = _chain(statements[at + 1 :], total)
        if len(after) > 1 and _APART.match(_between(total, after[0])):
            yield Division(total, tuple(after), complete=True, said=True)


def _chain(statements: Sequence[Statement], total: Statement) -> list[Statement]:
    """Return the statements next to a total that are listed with one another and can be parts of it."""
    found: list[Statement] = []
    for one in statements:
        same = one.position == total.position and one.parent is None and _is_part(one, total)
        if not same or (found and not _LISTED.search(_between(*sorted((found[-1], one), key=lambda each: each.order)))):
            break
        found.append(one)
    return found


def _between(one: Statement, two: Statement) -> str:
    return "".join(one.span.file.text[one.span.end : two.span.start].split())


def _tail(one: Statement, two: Statement) -> str:
    """Return the words between two figures without the unit of the first."""
    words = _between(one, two)
    mark = regex.search("[，,；;]|共|合计|总计", words)
    return words[mark.start() :] if mark else ""


def _by_definition(book: FactBook) -> Iterator[Division]:
    """Totals whose parts are so defined: of the same year, scope and passage or table."""
    levels: dict[tuple[object, ...], list[Statement]] = defaultdict(list)
    for one in book.statements:
        if one.kind is Kind.LEVEL and not one.referenced and one.years and one.indicator:
            levels[(one.indicator, one.scope, one.tier, one.years, one.role.done, one.source)].append(one)
    for row in table("partitions")["partitions"]:
        names = [book.names.resolve(str(name)).indicator for name in row["parts"]]
        whole = book.names.resolve(str(row["whole"])).indicator
        for key, totals in list(levels.items()):
            if key[0] == whole:
                found = [levels.get((name, *key[1:]), []) for name in names]
                yield from _matched(book, totals, found)


def _matched(book: FactBook, totals: list[Statement], found: list[list[Statement]]) -> Iterator[Division]:
    for total in totals:
        near = [next((one for one in parts if _near(one, total)), None) for parts in found]
        parts = tuple(one for one in near if one is not None)
        if len(parts) == len(found) and subject_of(parts[0]) != subject_of(total) and _next_to(book, total, parts):
            yield Division(total, parts, complete=True, said=True)
            return


def _next_to(book: FactBook, total: Statement, parts: Sequence[Statement]) -> bool:
    """Whether parts in prose follow their total, and no other figure that could be their total stands between.

    户籍人口11.3万人，其中城镇人口5.5万人、乡村人口5.8万人；常住人口12.7万人: they are not of the latter.
    """
    if total.source not in {Source.PROSE, Source.BOX}:
        return True
    first = min(part.span.start for part in parts)
    greatest = max(part.value for part in parts)
    between = (
        one
        for one in book.statements
        if one.position.passage == total.position.passage and total.span.start < one.span.start < first
    )
    others = (one for one in between if one.kind in _LEVELS and not one.adds and one.value > greatest)
    return total.span.start < first and not any(_is_part(one, total) for one in others)


def _near(one: Statement, total: Statement) -> bool:
    same = one.position.passage == total.position.passage and one.position.column == total.position.column
    return same and one.parent in (None, total) and one.quantity.unit.comparable(total.quantity.unit)


_FEW, _MANY = 2, 3


def one_digit_off(division: Division) -> bool:
    """Whether another digit in one figure would make the parts the whole of the total: a slip, perhaps.

    Only figures long enough count, and parts that come near the total, so that few such sums are chance.
    """
    total, parts = division.total, division.parts
    same = {(one.quantity.scale, one.quantity.written.decimals) for one in (total, *parts)}
    gap = total.value - sum(part.value for part in parts)
    if len(parts) < _FEW or len(same) > 1 or not gap or abs(gap) * 4 > total.value or not division.firm:
        return False
    least = _FEW if len(parts) >= _MANY else _MANY
    turned = [(total, total.value - gap), *((part, part.value + gap) for part in parts)]
    return any(_one_digit(one, wanted) for one, wanted in turned if _digits(one) >= least)


def _digits(one: Statement) -> int:
    return sum(character.isdigit() for character in one.literal)


def _one_digit(one: Statement, wanted: Fraction) -> bool:
    """Whether `wanted`, printed as the figure is, differs from it in one digit."""
    if wanted <= 0:
        return False
    step = one.quantity.written.unit_in_last_place
    printed, other = str(int(one.value / step)), str(int(wanted / step))
    return len(printed) == len(other) and sum(a != b for a, b in zip(printed, other, strict=True)) == 1
