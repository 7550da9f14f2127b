"""PF204: one indicator counted in 家 here and in 个 there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from planforge.facts.linking import says_enough
from planforge.facts.statement import Source, Statement
from planforge.lint.finding import Finding, Severity
from planforge.lint.judging.conflicts.found import conflicts
from planforge.lint.judging.words import related, shown, where
from planforge.lint.rule import Need, Rule
from planforge.lint.subject import Subject
from planforge.patterns import expression

RULE = Rule(
    code="PF204",
    slug="unit-drift",
    severity=Severity.INFO,
    since="0.1.0",
    summary="同一指标的量词前后不一",
    why="一处用“家”、一处用“个”，不影响数字，但同一文件宜用同一个量词。",
    bad="""\
- text: |
    截至2020年底，高新技术企业达到158家。
- table: 主要指标
  rows: |
    指标 | 2015年 | 2020年
    高新技术企业（个） | 32 | 158
""",
    good="""\
- text: |
    截至2020年底，高新技术企业达到158家。
- table: 主要指标
  rows: |
    指标 | 2015年 | 2020年
    高新技术企业（家） | 32 | 158
""",
    needs=Need.FACTS,
)

_SIDE_BY_SIDE = expression(r"\s*[万亿]?\S{1,2}[、，（(]\s*$")


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one note for every indicator, whatever its tier or scope, counted in different words of one class."""
    book = subject.facts
    disputed = {conflict.group.topic.subject.indicator for conflict in conflicts(book)}
    counted: dict[str, list[Statement]] = {}
    for one in book.statements:
        if (
            says_enough(one)
            and one.kind.is_amount
            and one.quantity.unit.counts
            and not one.referenced
            and not _of_households(one)
        ):
            counted.setdefault(one.indicator, []).append(one)
    for name, statements in counted.items():
        if _two_measures(statements):
            continue
        if name not in disputed and (drift := _drift(statements)) is not None:
            yield _finding(name, statements, drift)
        elif (pair := _of_another_sort(statements)) is not None:
            yield _finding(name, [pair[1]], pair[0])


def _of_households(one: Statement) -> bool:
    """Whether 户 counts households, which are another measure than houses or persons; 户 of firms is as good as 家."""
    return one.quantity.raw_unit == "户" and _FIRMS.search(one.indicator + one.head) is None


_FIRMS = expression("企业|公司|主体|单位|机构|商|合作社|农场|工厂|门店|小巨人|单项冠军|瞪羚|独角兽")


def _two_measures(statements: list[Statement]) -> bool:
    """Whether one place counts the same in two units (改造老旧小区32个、1.1万户): then they are two measures."""
    return any(
        one.position == two.position
        and one.quantity.unit.name != two.quantity.unit.name
        and one.span.file is two.span.file
        and _SIDE_BY_SIDE.match(one.span.file.text, one.span.end, two.span.start) is not None
        for one, two in pairwise(statements)
    )


def _drift(statements: list[Statement]) -> Statement | None:
    """Return the first statement outside of the ledger in the rarer unit, when two comparable units are used."""
    uses = Counter(one.quantity.unit.name for one in statements)
    usual = max(statements, key=lambda one: (one.source is Source.LEDGER, uses[one.quantity.unit.name])).quantity.unit
    other = [one for one in statements if one.quantity.unit.name != usual.name and one.quantity.unit.comparable(usual)]
    return next((one for one in other if one.source is not Source.LEDGER), None)


def _of_another_sort(statements: list[Statement]) -> tuple[Statement, Statement] | None:
    """Return two statements of one number and year in units of different sorts (71家, 71项), the one to mend first."""
    uses = Counter(one.quantity.unit.name for one in statements)
    said: dict[tuple[object, ...], Statement] = {}
    for one in statements:
        same = said.setdefault((one.value, one.years, one.role.done, one.tier, one.scope, one.kind), one)
        if not one.quantity.unit.comparable(same.quantity.unit) and one.position != same.position:
            rarer = min((one, same), key=lambda each: (each.source is Source.LEDGER, uses[each.quantity.unit.name]))
            return rarer, same if rarer is one else one
    return None


def _finding(name: str, statements: list[Statement], drift: Statement) -> Finding:
    others = [one for one in statements if one.quantity.unit.name != drift.quantity.unit.name]
    message = (
        f"“{name}”的量词前后不一：{where(others[0])}用“{_written(others[0])}”（{shown(others[0])}），"
        f"这里用“{_written(drift)}”；请统一量词"
    )
    return RULE.finding(drift.span, message, related=related(others), indicator=name, key=f"{name} {drift.unit}")


def _written(one: Statement) -> str:
    """Return the measure word as its author wrote it: 户, which is counted as 家 is."""
    return one.quantity.raw_unit or one.quantity.unit.name
