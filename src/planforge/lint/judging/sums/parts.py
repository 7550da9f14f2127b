"""Totals and the parts that a plan gives for them: in brackets, behind 其中, before 合计, and by definition.

Parts are `complete` when the words say so (a bracket that holds nothing else, 分别, 合计) or when the statistics of the
country divide the total in just this way (the three sectors of 地区生产总值). Behind 其中 they are only some of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from weakref import WeakKeyDictionary

import regex

from planforge.facts.book import FactBook
from planforge.facts.parts.sorting import SORTED
from planforge.facts.statement import Source, Statement
from planforge.lint.judging.sums.added_to import added_to
from planforge.lint.judging.sums.amounts_of_parts import amounts_of_parts
from planforge.lint.judging.sums.complements import complements
from planforge.lint.judging.sums.division import LEVELS, Division, can_be_part
from planforge.lint.judging.sums.parts_by_definition import divisions_by_definition
from planforge.lint.judging.sums.sorts import exclude_one_another

_SOME = regex.compile("其中|包括|含|等|例如|主要|重点|近|约|多")
_WHOLE = regex.compile("共计|合计|总计|一共|共有|共|总")
_IN_ALL = regex.compile(
    r"[，,；;]?(?:[两三四五]年|(?:上述|以上|这)[二两三四五六七八九十][^，；]{1,6}?)?(?:共计|合计|总计|一共|共)(?:有|达到|达|为|是)?"
)
_APART = regex.compile(r"(?:家|个|项|人|名|件|户|所|处|座|亩|元|万|亿|吨|%)*[，,：:]?(?:分别(?:为|是|有)|分为|即|分成)")
_OUT_OF = regex.compile(r"[^，,。；;：:、\d]{1,14}(?<![其高初集])中[，,：:]")
_LISTED = regex.compile(r"[^，,；;。（）()]{0,12}(?:[、，,]|[和及](?!地区))")
_NESTED = regex.compile(r"[（(][^（）()]*[（(]")
_CLOSE = {"（": "）", "(": ")"}
_ANOTHER_WAY = regex.compile("其中|按[^，。；：:]{1,10}分|(?<![部区百])分[^，。；：:]{1,6}看")
_LEAST_COVERED = 0.6
"""A bracket whose parts cover less of the total evidently leaves some out."""


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
        if one.parent is not None and can_be_part(one, one.parent):
            children[id(one.parent)].append(one)
        if one.source in {Source.PROSE, Source.BOX} and one.kind in LEVELS:
            passages[one.position.passage].append(one)
    for total in book.statements:
        for parts in _told_together(children.get(id(total), ())):
            yield _divided(total, parts)
    for statements in passages.values():
        yield from _listed(statements)
        yield from complements(statements)
        yield from amounts_of_parts(statements)
        yield from added_to(statements)
    yield from divisions_by_definition(book)


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
    figures = len(regex.findall(r"\d+(?:[,，]\d{3})*(?:\.\d+)?", inside))
    complete = bool(inside) and _SOME.search(inside) is None and figures == len(parts) > 1
    covered = sum(part.value for part in parts) >= total.value * _LEAST_COVERED
    said = _WHOLE.search(total.quote.file.text, total.quote.start, total.span.start) is not None
    return Division(total, tuple(parts), complete and (covered or said), said, _loose(parts))


def _loose(parts: Sequence[Statement]) -> bool:
    """Whether one part may hold some of another: in clauses of their own (出口…；一般贸易出口…), titles of firms."""
    titles = sum(1 for one in parts if _TITLE.search(one.indicator))
    return titles > 1 or any(_may_overlap(one, two) for one, two in pairwise(parts))


def _may_overlap(one: Statement, two: Statement) -> bool:
    between = one.span.file.text[one.span.end : two.span.start]
    return _IN_CLAUSES.search(between) is not None and not exclude_one_another(one, two)


_IN_CLAUSES = regex.compile(r"[；;]|^[^，,；;、\d]{0,6}[，,](?:[^，,；;、\d]{2,16}|20\d\d年[^，,；;、\d]{0,12})$")
_TITLE = regex.compile("高新技术企业|专精特新|小巨人|单项冠军|瞪羚|独角兽|雏鹰|科技型|规模以上|上市")
"""A firm can bear several of these at once."""


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
        fits = all(one.value <= total.value for one in before)  # 38个国家的642家，共有21个…: no sum
        if len(before) > 1 and fits and _IN_ALL.fullmatch(_tail(before[0], total)):
            yield Division(total, tuple(before[::-1]), complete=True, said=True)
        after = _chain(statements[at + 1 :], total)
        if len(after) > 1 and _sets_out(total, after[0]) and not _hands_out(before, total, after):
            yield Division(total, tuple(after), complete=True, said=True)
        elif len(after) > 1 and _OUT_OF.match(_between(total, after[0])) and _small(after, total):
            yield Division(total, tuple(after), complete=False, said=False, loose=_overlaps(after))


def _sets_out(total: Statement, first: Statement) -> bool:
    """Whether 分别为 behind a total names its first part at once: no 分别是2015年的2.2倍和3.6倍；… in between."""
    between = _between(total, first)
    apart = _APART.match(between)
    return apart is not None and _CLAUSE.search(between, apart.end()) is None


def _hands_out(before: Sequence[Statement], total: Statement, after: Sequence[Statement]) -> bool:
    """Whether 分别 gives one figure to each of several totals: 甲120家、乙96家，分别有上市企业6家和4家."""
    listed = bool(before) and _OWN_PART.search(_between(before[0], total)) is None
    return listed and len(before) + 1 == len(after)


_CLAUSE = regex.compile("[，,；;。]")
_OWN_PART = regex.compile("其中|新[增认建]")


def _small(parts: Sequence[Statement], total: Statement) -> bool:
    return all(one.value <= total.value for one in parts)


def _overlaps(parts: Sequence[Statement]) -> bool:
    """Whether parts may overlap: 120家企业中，高新技术企业80家、民营企业70家; sums of money listed with 、 do not."""
    if not any(one.quantity.unit.counts for one in parts):
        return _loose(parts)
    return not all(exclude_one_another(one, two) for one, two in pairwise(parts))


def _chain(statements: Sequence[Statement], total: Statement) -> list[Statement]:
    """Return the statements next to a total that are listed with one another and can be parts of it."""
    found: list[Statement] = []
    for one in statements:
        same = one.position == total.position and one.parent is None and can_be_part(one, total)
        if not same or (found and not _LISTED.search(_between(*sorted((found[-1], one), key=lambda each: each.order)))):
            break
        found.append(one)
    return found


def _between(one: Statement, two: Statement) -> str:
    return "".join(one.span.file.text[one.span.end : two.span.start].split())


def _tail(one: Statement, two: Statement) -> str:
    """Return the words between two figures without the unit of the first."""
    words = _between(one, two)
    mark = regex.search("[，,；;]|[两三四五]年(?=[共合总])|共|合计|总计", words)
    return words[mark.start() :] if mark else ""
