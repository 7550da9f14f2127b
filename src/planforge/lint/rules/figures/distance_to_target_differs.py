"""PF234: what is said of a figure and the target beside it (超过, 提前达到, 还差) that the two figures exclude."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from planforge.facts.changes.growth import Kind
from planforge.facts.direction import less_is_better
from planforge.facts.figures.interval import exactly
from planforge.facts.figures.precision import Comparator
from planforge.facts.figures.quantity import Form
from planforge.facts.linking import subject_of
from planforge.facts.statement import Statement
from planforge.lint.finding import Finding, Severity
from planforge.lint.judging.index import index
from planforge.lint.judging.printed import words_between
from planforge.lint.judging.words import plain, related, shown, told
from planforge.lint.rule import Need, Rule
from planforge.lint.subject import Subject
from planforge.patterns import expression

RULE = Rule(
    code="PF234",
    slug="distance-to-target-differs",
    severity=Severity.WARNING,
    since="0.1.0",
    summary="“超过目标”“提前达到目标”“还差”的说法与两个数不符",
    why="完成数和目标数就在一句话里，是不是超过、还差多少，读者一比便知。",
    bad="""\
- text: |
    2023年，森林覆盖率达到52.4%，超过2025年53%的目标。
""",
    good="""\
- text: |
    2023年，森林覆盖率达到53.4%，超过2025年53%的目标。
""",
    needs=Need.FACTS,
)

_PASSED = expression(
    r"[^，。；、\d]{0,4}[，,]?(?:已经?)?(?P<word>超过|高于|超额完成|(?:已|提前)(?:两年|一年)?(?:达到|实现|完成))了?"
    r"(?:(?:20\d\d年|“?十[一二三四五]五”?|规划|计划|纲要|《[^《》]{1,16}》)(?:末|提出|确定)?的?)*"
)
_MEASURED = expression(
    r"[^，。；、\d]{0,4}[，,]?(?:距离?|离|与)(?:(?:20\d\d年|“?十[一二三四五]五”?|规划|计划)(?:末)?的?)*"
)
_TARGET = expression(r"[^，。；、\d]{0,4}?的?(?:规划|预期|年度|发展)?(?:目标|任务|要求)")
_GAP = expression(
    r"[^，。；、\d]{0,4}?的?(?:规划|预期|年度|发展)?(?:目标|任务|要求)(?:相比)?[，,]?(?:还|仍|尚)(?:相?差|有)"
)
_LONGEST = 24


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for every such comparison in the prose of a plan."""
    for told_together in index(subject.facts).by_passage.values():
        for at, (level, target) in enumerate(pairwise(told_together)):
            if not _comparable(level, target):
                continue
            if _PASSED.fullmatch(words_between(level, target)) and _TARGET.match(_behind(target)):
                falls = less_is_better(subject.facts, level.indicator)
                yield from _passed(level, target, falls=falls)
            elif _MEASURED.fullmatch(words_between(level, target)) and _GAP.match(_behind(target)):
                yield from _gap(level, target, told_together[at + 2 : at + 3])


def _comparable(level: Statement, target: Statement) -> bool:
    same = level.position == target.position and subject_of(level) == subject_of(target)
    kinds = level.kind.is_state and target.kind.is_state and level.span.file is target.span.file
    plain = all(one.comparator is Comparator.EQ and one.quantity.low is None for one in (level, target))
    return same and kinds and plain and level.quantity.unit.comparable(target.quantity.unit)


def _passed(level: Statement, target: Statement, *, falls: bool) -> Iterator[Finding]:
    low, high = level.interval, target.interval
    short = low.high is not None and high.low is not None and low.high <= high.low
    if short and not falls:
        message = (
            f"“{told(level)}”为{shown(level)}，没有达到{shown(target)}的目标，与“超过”“达到”的说法不符；请核对两个数"
        )
        yield RULE.finding(level.span, message, related=related([target]), indicator=level.indicator)


def _gap(level: Statement, target: Statement, behind: Sequence[Statement]) -> Iterator[Finding]:
    gap = behind[0] if behind and behind[0].position == target.position else None
    alike = gap is not None and gap.kind is Kind.INCREMENT and not _GAP_ENDS.search(words_between(target, gap))
    if gap is None or not alike or not _same_measure(gap, target):
        return
    found, risen = exactly(target.value) - level.interval, target.value > level.value  # a target is set, not measured
    if not (found if risen else -found).meets(gap.interval):
        high, low = (target, level) if risen else (level, target)
        message = (
            f"“{told(level)}”与目标的差写为{shown(gap)}，与两个数不符：目标{shown(target)}，实为{shown(level)}，"
            f"{high.literal}－{low.literal}＝{plain((high.value - low.value) / high.quantity.written.scale)}；请核对"
        )
        yield RULE.finding(gap.span, message, related=related([level, target]), indicator=level.indicator)


_GAP_ENDS = expression("[。；]")


def _same_measure(gap: Statement, target: Statement) -> bool:
    if gap.quantity.form is Form.POINTS:
        return target.quantity.form is Form.PERCENT
    return gap.quantity.unit.comparable(target.quantity.unit)


def _behind(one: Statement) -> str:
    return one.span.file.text[one.span.end : one.span.end + _LONGEST]
