"""Paragraphs that sum up the list above them: 以上三项工程共投资40.8亿元, 合计实施项目100个，总投资50亿元.

The items are what stands under numbered headings right above, or lines that begin with a name and a colon. Each tells
one figure, at most, that is called what the sum is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planforge.facts.book import FactBook
from planforge.facts.figures.numbers import chinese
from planforge.facts.figures.precision import Comparator
from planforge.facts.statement import Flow, Statement
from planforge.lint.judging.index import index
from planforge.lint.judging.sums.division import Division, can_be_part
from planforge.patterns import expression
from planforge.plan.model import Passage, Plan

_CLOSES = expression(
    r"^(?:(?P<above>以上|上述)(?:(?P<items>[二两三四五六七八九十]{1,3}|\d{1,2})(?:项|类|大|个|方面)[^，,。；、\d]{0,10}?)?)?"
    "(?:合计|共计|总计|共)"
)
_SOME = expression("其中|约|等[，,。]|除外|不含|含[^，,。]{0,8}[）)]")
_NAMED = expression(r"^[^，,。；;：:\d]{2,20}[：:](?=.)")
_SUMMED = expression("^(?:以上|上述|合计|共计|总计|共|计划|规划|估算|预计)+")
_IN_ALL = ("合计", "共计", "总计", "共")
_OF_ITEMS = ("以上", "上述")
"""以上3项 counts the items themselves."""
_MOST = 40
_SHORTEST = 2
"""Characters that the names of a sum and of its parts share at their ends."""


def sums_below_lists(plan: Plan, book: FactBook) -> Iterator[Division]:
    """Yield each sum of such a paragraph with the figures of all items."""
    passages = tuple(plan.passages())
    for number, passage in enumerate(passages):
        found = _CLOSES.match(passage.text.printed)
        if found is None or _SOME.search(passage.text.printed) is not None:
            continue
        items = _items(passages, number)
        if len(items) < _SHORTEST or (found["items"] and _number(found["items"]) != len(items)):
            continue
        told = [[one for at in item for one in index(book).by_passage.get(at, ()) if _counts(one)] for item in items]
        totals = [one for one in index(book).by_passage.get(number, ()) if _counts(one)]
        yield from _divided(totals, told, told_above=found["above"] is not None)


def _number(words: str) -> int:
    return int(words) if words.isdigit() else int(chinese(words) or 0)


def _items(passages: Sequence[Passage], closing: int) -> list[list[int]]:
    """Return the passages of each item above a paragraph: those under each heading beside its own, else named lines."""
    headings = passages[closing].context.headings
    lines: list[list[int]] = []
    for at in range(closing - 1, max(-1, closing - 1 - _MOST), -1):
        if passages[at].context.headings != headings or not _NAMED.match(passages[at].text.printed):
            break
        lines.insert(0, [at])
    if len(lines) > 1 or not headings:
        return lines
    found: list[list[int]] = []
    last = None
    for at in range(closing - 1, max(-1, closing - 1 - _MOST), -1):
        here = passages[at].context.headings
        if len(here) != len(headings) or here[:-1] != headings[:-1]:
            break
        if here[-1] is not last:
            found.insert(0, [])
            last = here[-1]
        found[0].insert(0, at)
    return found


def _counts(one: Statement) -> bool:
    plain = one.comparator is Comparator.EQ and one.quantity.low is None and not one.referenced
    return plain and one.kind.is_amount and one.parent is None and one.flow is not Flow.PER_YEAR and not one.adds


def _divided(
    totals: Sequence[Statement], told: Sequence[Sequence[Statement]], *, told_above: bool
) -> Iterator[Division]:
    """Yield each total with its part in every item; where 以上 is said, an item may have nothing of the kind."""
    for total in (one for one in totals if one.position.sentence == totals[0].position.sentence):
        if total.head in _OF_ITEMS:
            continue
        found = [_part(total, item) for item in told]
        parts = [one for one in found if one is not None]
        spare = [one for one, item in zip(found, told, strict=True) if one is None and _has_like(total, item)]
        if not spare and len(parts) >= (_SHORTEST if told_above else len(told)):
            yield Division(total, tuple(parts), complete=True, said=False)


def _part(total: Statement, item: Sequence[Statement]) -> Statement | None:
    """Return the one figure of an item that is called as the total is, one of the same name before longer ones.

    What a sum counts without a name (以上三类工程合计89项) is what each item counts once.
    """
    text = total.quote.file.text
    if text.endswith(_IN_ALL, total.quote.start, total.span.start) and total.quantity.unit.counts:
        alike = [one for one in item if can_be_part(one, total)]
    else:
        alike = [one for one in item if can_be_part(one, total) and _shared(one, total) >= _SHORTEST]
    same = [one for one in alike if _name(one) == _name(total)] or alike
    return same[0] if len(same) == 1 else None


def _has_like(total: Statement, item: Sequence[Statement]) -> bool:
    return any(one.quantity.unit.comparable(total.quantity.unit) for one in item)


def _name(one: Statement) -> str:
    return str(_SUMMED.sub("", one.head or _words(one)))


def _words(one: Statement) -> str:
    """Return the words before a figure without a head (投资16.8亿元), those of the clause it ends."""
    text = one.quote.file.text[one.quote.start : one.span.start]
    return text.rpartition("合计")[2].rpartition("共")[2].strip("，,、；; 约为达到")


def _shared(one: Statement, other: Statement) -> int:
    pairs = zip(reversed(_name(one)), reversed(_name(other)), strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(_name(one)), len(_name(other))))
