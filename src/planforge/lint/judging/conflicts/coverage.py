"""What a review calls 全覆盖: a share of 100% without a figure, beside targets below it."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.facts.aims.role import role_of
from planforge.facts.book import FactBook
from planforge.facts.changes.growth import Kind
from planforge.facts.names.indicators import IndicatorTable
from planforge.facts.statement import Role, Statement
from planforge.facts.writing.normalise import Reading, reading_of
from planforge.patterns import expression
from planforge.plan.model import Passage, Plan
from planforge.records import record
from planforge.source.place import Span

_COVERED = expression(
    "(?:实现|做到|达到)(?:了)?(?:对|全市|全省|全县|全区|所有|全部)*(?P<who>[^，。；、]{3,16}?)(?:的)?全覆盖"
)
_ENDS = expression("(?:建设|设立|建有|覆盖|普及|比例|比重|占比|拥有|率|面|的|达到|达)+$")
_SHORTEST = 3
_WHOLE = 100


@record(frozen=True)
class Coverage:
    """A target below 100% for what a review says is covered in full."""

    target: Statement
    said: Span


def exceeded_by_coverage(plan: Plan, book: FactBook) -> Iterator[Coverage]:
    """Yield targets of a share of X that a review, in a passage on the same matter, calls X全覆盖."""
    targets = [one for one in book.statements if _is_target(one)]
    if not targets:
        return
    for passage in plan.passages():
        if "全覆盖" in passage.text.printed or "全覆蓋" in passage.text.printed:
            yield from _below(passage, reading_of(passage.text), targets, book)


def _is_target(one: Statement) -> bool:
    share = one.kind is Kind.SHARE and not one.role.done and not one.referenced
    return share and one.quantity.unit.name == "%" and one.value < _WHOLE and one.quantity.low is None


def _below(passage: Passage, reading: Reading, targets: list[Statement], book: FactBook) -> Iterator[Coverage]:
    for match in _COVERED.finditer(reading.text):
        if role_of(passage.context, match[0], None, book.period) is Role.TARGET:
            continue
        before = reading.text[: match.start()]
        for target in targets:
            if _same_matter(target, match["who"], before, book.names):
                span = passage.text.span(reading.printed(match.start("who")), reading.printed_end(match.end()))
                yield Coverage(target, span)


def _same_matter(target: Statement, who: str, before: str, names: IndicatorTable) -> bool:
    """Whether a target is a share of `who`, and what it is a share for was spoken of before."""
    head = target.head.removeprefix("全市")
    if not head.startswith(who) and names.resolve(who).indicator not in head[: len(who) + 2]:
        return False
    matter = _ENDS.sub("", head.removeprefix(who))
    return len(matter) >= _SHORTEST and matter in before
