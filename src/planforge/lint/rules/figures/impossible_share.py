"""PF226: a share of so few things that no whole number of them gives it."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil, floor

from planforge.facts.book import FactBook
from planforge.facts.changes.growth import Kind
from planforge.facts.figures.precision import Comparator
from planforge.facts.statement import Flow, Statement
from planforge.lint.finding import Finding, Severity
from planforge.lint.judging.shares.shares_of_counts import shares_of_counts
from planforge.lint.judging.words import decimal, related, shown, told
from planforge.lint.rule import Need, Rule
from planforge.lint.subject import Subject

RULE = Rule(
    code="PF226",
    slug="impossible-share",
    severity=Severity.WARNING,
    since="0.1.0",
    summary="按总数，任何整数都得不出所写的占比",
    why="8家的40%是3.2家；总数不大时，占比只有几个可能的值，写了别的值就有一个数错了，或总数不是这一个。",
    bad="""\
- text: |
    截至2020年底，高新技术企业8家，高新技术企业40%建有研发机构。
""",
    good="""\
- text: |
    截至2020年底，高新技术企业8家，高新技术企业37.5%建有研发机构。
""",
    needs=Need.FACTS,
)

_SHORTEST = 4


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a warning for every share of counted things that no whole number of them gives."""
    for share, total in (*_of_names(subject.facts), *shares_of_counts(subject.facts)):
        if _is_plain(share) and not _possible(share, total):
            yield _finding(share, total)


def _of_names(book: FactBook) -> Iterator[tuple[Statement, Statement]]:
    """Yield the shares that begin with the name of a count, with that count."""
    counts = _counts(book)
    for share in book.statements:
        if share.kind is Kind.SHARE and (total := _total(share, counts)) is not None:
            yield share, total


def _is_plain(share: Statement) -> bool:
    """Whether a share is printed in digits, with no bound; 七成 and 三分之一 are not meant to the point."""
    digits = share.literal[:1].isdecimal()
    return digits and share.comparator is Comparator.EQ and share.quantity.low is None


def _counts(book: FactBook) -> dict[tuple[object, ...], Statement]:
    """Return the counts of a year by what they count, the first of each."""
    found: dict[tuple[object, ...], Statement] = {}
    for one in book.statements:
        plain = one.kind is Kind.LEVEL and one.flow is Flow.STOCK and one.comparator is Comparator.EQ
        if plain and one.quantity.written.exact and one.years and len(one.indicator) >= _SHORTEST and not one.tier:
            found.setdefault((one.indicator, one.scope, one.years, one.role.done), one)
    return found


def _total(share: Statement, counts: dict[tuple[object, ...], Statement]) -> Statement | None:
    """Return the count that a share of the same year begins with: 高新技术企业 for 高新技术企业建有研发机构."""
    name = share.indicator
    if share.tier or any(word in name for word in ("率", "占", "比")):
        return None
    ends = range(len(name) - 2, _SHORTEST - 1, -1)
    found = (counts.get((name[:end], share.scope, share.years, share.role.done)) for end in ends)
    return next((one for one in found if one is not None and one.gates.time and share.gates.time), None)


def _possible(share: Statement, total: Statement) -> bool:
    """Whether k of the total, for a whole k, is printed as the share."""
    interval, count = share.interval, total.value
    if interval.low is None or interval.high is None or count <= 0:
        return True
    first, last = ceil(interval.low * count / 100), floor(interval.high * count / 100)
    return any(k * 100 / count in interval for k in range(first, min(last, first + 2) + 1))


def _finding(share: Statement, total: Statement) -> Finding:
    part = decimal(share.value * total.value / 100, 1).removesuffix(".0")
    message = (
        f"{told(total)}{shown(total)}的{shown(share)}是{part}{total.quantity.raw_unit}，不是整数；"
        "请核对占比和总数，总数另有口径请写明"
    )
    return RULE.finding(share.span, message, related=related([total]), indicator=share.indicator or None)
