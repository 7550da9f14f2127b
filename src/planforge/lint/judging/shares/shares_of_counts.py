"""Shares of a count that 其中 divides, where no part is counted: 孵化器12家，其中国家级占50%、省级占25%.

A share is of the count only where its name says that it tells of the same things: by their tier, by a name that ends
like that of the count, or by what persons are. 项目12个，其中工业投资占37% is a share of what was not told.
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.facts.book import FactBook
from planforge.facts.changes.growth import Kind
from planforge.facts.figures.precision import Comparator
from planforge.facts.statement import Flow, Source, Statement
from planforge.lint.judging.printed import words_between
from planforge.patterns import expression

_PART = r"(?P<part>[^，,；;。、：:\d（）占]{1,12})占(?:比[重例]?)?(?:(?:其|全部)?总[数量]的|全部的)?(?:达到?|为)?"
_FIRST = expression(rf"[^，,；;。、（）\d]{{1,6}}[，,；;。（]\s*其中[，,：:]?{_PART}")
_NEXT = expression(rf"[，,；;、和]{_PART}")
_TIER = expression("(?:国家|省|自治区|市|州|盟|县|区|旗)级(?:及?以上)?(?:的)?")
_PERSONS = ("人", "名", "位")
_SORT_OF_PERSONS = expression(
    "(?:女性?|男性?|妇女|(?:中共)?党员|非党员|少数民族|博士|硕士|研究生|本科|大专|(?:正|副)?高级职称|青年|农民|基层)"
    "(?:代表|委员|干部|学历|学位|以上)*(?:的)?"
)
_ALIKE = 2
"""Characters that the names of a part and of its whole share at their ends at least."""


def shares_of_counts(book: FactBook) -> Iterator[tuple[Statement, Statement]]:
    """Yield shares in percent, each with the count right before it, or before the list, that 其中 divides."""
    total: Statement | None = None
    before: Statement | None = None
    earlier: Statement | None = None
    for one in book.statements:
        if one.kind is Kind.SHARE and before is not None and one.position.passage == before.position.passage:
            total = _divided(before, earlier, one) or (total if _goes_on(before, one, total) else None)
            if total is not None:
                yield one, total
        else:
            total = None
        earlier, before = before, one


def _divided(count: Statement, earlier: Statement | None, share: Statement) -> Statement | None:
    """Return the count that 其中 right behind it divides; it must be the only figure of its sentence before."""
    alone = earlier is None or earlier.position != count.position
    return count if alone and _counts(count) and _tells_of(count, share, count, first=True) else None


def _goes_on(before: Statement, share: Statement, total: Statement | None) -> bool:
    return total is not None and before.kind is Kind.SHARE and _tells_of(before, share, total, first=False)


def _counts(one: Statement) -> bool:
    printed = one.source in (Source.PROSE, Source.BOX) and not one.referenced and one.quantity.low is None
    level = one.kind is Kind.LEVEL and one.flow is not Flow.PER_YEAR and one.comparator is Comparator.EQ
    written = one.quantity.written
    return printed and level and written.exact and not written.soft


def _tells_of(before: Statement, share: Statement, total: Statement, *, first: bool) -> bool:
    """Whether the words between a share and the figure before it name a part of the things counted."""
    if share.span.file is not before.span.file or share.source is not before.source:
        return False
    found = (_FIRST if first else _NEXT).fullmatch(words_between(before, share))
    if found is None:
        return False
    part = found["part"]
    if _TIER.fullmatch(part) is not None:
        return True
    if total.quantity.unit.name in _PERSONS and _SORT_OF_PERSONS.fullmatch(part) is not None:
        return True
    return len(total.head) >= _ALIKE and part.removesuffix("的").endswith(total.head[-_ALIKE:])
