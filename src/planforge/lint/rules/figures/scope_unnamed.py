"""PF206: a bare figure that is a named one and its sibling together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planforge.facts.book import FactBook
from planforge.facts.changes.growth import Kind
from planforge.facts.linking import subject_of
from planforge.facts.statement import Flow, Statement
from planforge.lint.finding import Finding, Severity
from planforge.lint.judging.conflicts.explain import by_sum
from planforge.lint.judging.conflicts.found import conflicts
from planforge.lint.judging.index import index
from planforge.lint.judging.words import related, shown, told, where
from planforge.lint.rule import Need, Rule
from planforge.lint.subject import Subject

RULE = Rule(
    code="PF206",
    slug="scope-unnamed",
    severity=Severity.WARNING,
    since="0.1.0",
    summary="一处写明口径、一处没有写明，两数相差恰为另一项",
    why="同名而一处是合计、一处是其中一级，读者会当成矛盾；写明口径即可。",
    bad="""\
- text: |
    建设省级专业技术创新中心26家、市级企业工程技术研究中心165家。
- table: 主要指标
  rows: |
    指标 | 2015年 | 2020年
    工程技术研究中心（家） | 58 | 191
""",
    good="""\
- text: |
    建设省级专业技术创新中心26家、市级企业工程技术研究中心165家。
- table: 主要指标
  rows: |
    指标 | 2015年 | 2020年
    市级工程技术研究中心（家） | 58 | 165
""",
    needs=Need.FACTS,
)


_SMALLEST = 10
"""Below ten, sums agree by chance too often."""
_PASSAGES = 2


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding where a bare figure is the sum of a named one and a sibling of another name beside it."""
    book = subject.facts
    disputed = {conflict.group.topic.subject.indicator for conflict in conflicts(book)}
    seen: set[str] = set()
    for named in _once_each(one for one in book.statements if _named(one) and one.indicator not in disputed):
        if named.indicator in seen:
            continue
        bare = next((one for one in index(book).by_indicator.get(named.indicator, ()) if _bare_of(one, named)), None)
        if bare is not None and (why := _why(book, bare, named)):
            seen.add(named.indicator)
            yield _finding(bare, named, why)


def _once_each(statements: Iterable[Statement]) -> Iterator[Statement]:
    """Yield figures that differ, each from two passages: a bare one that is not beside the first is beside neither."""
    passages: dict[tuple[object, ...], set[int]] = {}
    for one in statements:
        told = passages.setdefault((subject_of(one), one.years, one.role.done, one.value), set())
        if len(told) < _PASSAGES and one.position.passage not in told:
            told.add(one.position.passage)
            yield one


def _named(one: Statement) -> bool:
    return bool(one.tier and one.indicator) and one.kind is Kind.LEVEL and one.flow is Flow.STOCK and not one.referenced


def _bare_of(one: Statement, named: Statement) -> bool:
    """Whether `one` is the same indicator and year without a tier, elsewhere and larger."""
    return (
        one.indicator == named.indicator
        and not one.tier
        and one.scope == named.scope
        and one.kind is named.kind
        and one.years == named.years
        and one.role.done == named.role.done
        and one.position.passage != named.position.passage
        and one.value > named.value >= _SMALLEST
        and not one.referenced
    )


def _why(book: FactBook, bare: Statement, named: Statement) -> str:
    """Return the sum that explains the two figures, unless levels of the indicator itself make it up."""
    own = list(index(book).by_indicator.get(named.indicator, ()))
    return by_sum(book, own, bare, named)


def _finding(bare: Statement, named: Statement, why: str) -> Finding:
    unnamed = f"{where(bare)}的“{told(bare)}”{shown(bare)}没有写明口径"
    message = f"{unnamed}，{where(named)}为{told(named)}{shown(named)}；{why}，请写明口径"
    return RULE.finding(bare.span, message, related=related([named]), indicator=bare.indicator)
