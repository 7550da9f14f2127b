"""Lists under headings of their own that a paragraph announces with their number and amounts.

项目3个，年度投资9.6亿元： ⏎ 1.某改造项目。年度投资2.3亿元。 ⏎ 2.某扩建项目。年度投资… Items count only where each
is called what was counted (…项目), so that kinds of projects, or what belongs to them, are not taken for them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planforge.facts.book import FactBook
from planforge.facts.changes.growth import Kind
from planforge.facts.figures.precision import Comparator
from planforge.facts.statement import Statement
from planforge.lint.judging.index import index
from planforge.lint.judging.sums.division import Division, can_be_part
from planforge.patterns import expression
from planforge.plan.model import Passage, Plan
from planforge.records import record

_LEADS = expression("[：:]\\s*$")
_SOME = expression("主要|其中|部分|例如|比如|等[，,：:]|代表|首批|先行|包括|分为|[几若]干?类")
_NAME = expression("^[^。：:，,（(]{2,40}")
_NOUN = 2
"""Characters of the word that counts (项目, 工程)."""
_LEAST, _MOST = 2, 60


@record(frozen=True)
class AnnouncedList:
    """What a paragraph counts, and the items below it.

    Attributes:
        count: how many the paragraph says.
        items: the numbers of the passages that each item has.
    """

    count: Statement
    items: tuple[tuple[int, ...], ...]


def announced_lists(plan: Plan, book: FactBook) -> Iterator[AnnouncedList]:
    """Yield every list of a plan whose paragraph above counts its items in one figure."""
    passages = tuple(plan.passages())
    for number, passage in enumerate(passages):
        words = passage.text.printed
        if _LEADS.search(words) is None or _SOME.search(words) is not None:
            continue
        items = _items(passages, number)
        if _LEAST <= len(items) <= _MOST:
            names = [passages[item[0]].text.printed for item in items]
            counts = [one for one in index(book).by_passage.get(number, ()) if _counts(one, names)]
            if len(counts) == 1:
                yield AnnouncedList(counts[0], tuple(items))


def _items(passages: Sequence[Passage], lead: int) -> list[tuple[int, ...]]:
    """Return the passages below a paragraph by the headings they stand under, one step further in than it."""
    above = passages[lead].context.headings
    found: list[list[int]] = []
    last = None
    for number in range(lead + 1, len(passages)):
        headings = passages[number].context.headings
        if len(headings) <= len(above) or headings[: len(above)] != above:
            break
        if headings[len(above)] is not last:
            found.append([])
            last = headings[len(above)]
        found[-1].append(number)
    return [tuple(item) for item in found]


def _counts(one: Statement, names: Sequence[str]) -> bool:
    """Whether a figure counts what all items are called."""
    plain = one.kind is Kind.LEVEL and one.comparator is Comparator.EQ and one.quantity.written.exact
    noun = one.head[-_NOUN:]
    called = (found[0].endswith(noun) for name in names if (found := _NAME.match(name)) is not None)
    return plain and one.parent is None and len(noun) == _NOUN and sum(called) == len(names)


def divided_by_lists(plan: Plan, book: FactBook) -> Iterator[Division]:
    """Yield the amounts beside such a count, where the count is right and each item tells its own."""
    for found in announced_lists(plan, book):
        if found.count.value == len(found.items):
            beside = index(book).by_passage[found.count.position.passage]
            amounts = [one for one in beside if one.position == found.count.position and one is not found.count]
            yield from (division for total in amounts if (division := _divided(book, total, found.items)))


def _divided(book: FactBook, total: Statement, items: Sequence[Sequence[int]]) -> Division | None:
    told = [[one for number in item for one in index(book).by_passage.get(number, ())] for item in items]
    same = [[one for one in each if one.head == total.head and can_be_part(one, total)] for each in told]
    if total.parent is not None or not total.head or any(len(each) != 1 for each in same):
        return None
    return Division(total, tuple(each[0] for each in same), complete=True, said=False)
