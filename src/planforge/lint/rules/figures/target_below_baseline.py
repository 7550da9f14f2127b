"""PF231: a target that what was reached already passes."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.facts.direction import less_is_better
from planforge.facts.figures.precision import Comparator
from planforge.facts.linking import Subject as Counted
from planforge.facts.linking import says_enough, subject_of
from planforge.facts.statement import Flow, Position, Source, Statement
from planforge.facts.times.years_meant import Years
from planforge.lint.finding import Finding, Severity
from planforge.lint.judging.conflicts.coverage import Coverage, exceeded_by_coverage
from planforge.lint.judging.conflicts.yearly_cells import is_yearly_cell
from planforge.lint.judging.targets_passed import met_early, not_sinking, of_each_year
from planforge.lint.judging.told_as_added import told_as_added
from planforge.lint.judging.words import related, shown, subject_name, where
from planforge.lint.judging.words_of_aims import FALLS_TO, NEAR, NEW, adds_to, clause_before, is_floor, is_made, sinks
from planforge.lint.rule import Need, Rule
from planforge.lint.subject import Subject
from planforge.patterns import expression

RULE = Rule(
    code="PF231",
    slug="target-below-baseline",
    severity=Severity.INFO,
    since="0.1.0",
    summary="目标低于已经达到的水平",
    why="目标低于基期，或是数字写错，或是口径变了，需要说明。",
    bad="""\
planforge: 1
title: 某市“十四五”科技创新规划
kind: 专项规划
period: {from: 2021, to: 2025, baseline: 2020, previous: 2015}
chapters:
  - heading: 发展回顾
    role: [回顾]
    body:
      - text: |
          截至2020年底，高新技术企业达到158家。
  - heading: 发展目标
    role: [目标]
    body:
      - text: |
          到2025年，高新技术企业达到130家以上。
""",
    good="""\
planforge: 1
title: 某市“十四五”科技创新规划
kind: 专项规划
period: {from: 2021, to: 2025, baseline: 2020, previous: 2015}
chapters:
  - heading: 发展回顾
    role: [回顾]
    body:
      - text: |
          截至2020年底，高新技术企业达到158家。
  - heading: 发展目标
    role: [目标]
    body:
      - text: |
          到2025年，高新技术企业达到230家以上。
""",
    needs=Need.FACTS,
)
_HANDED_ON = expression("补助|转贷|还本|上解|结转|结余|调入|调出|动用|总计$")
"""What budgets hand on from year to year; less of it is no weaker aim."""
_SHIFTS = expression("第[一二]产业.*(?:占|比重)|^(?:乡村|农村)(?:常住)?人口")
"""What shrinks as other parts of the whole grow."""
_THERE_IS = expression("[拥共现保建设]有|总数|总量|存量|存栏|余额")
_DOWNWARD = (Comparator.LE, Comparator.LT)


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one note for every indicator whose last target lies below what the baseline year already had."""
    book = subject.facts
    by_subject: dict[Counted, list[Statement]] = {}
    sinking: set[tuple[Counted, Years | None]] = set()
    for one in book.statements:
        if one.kind.is_change and one.falls:
            sinking.add((subject_of(one), one.years))
        if (
            says_enough(one)
            and one.kind.is_state
            and one.flow is Flow.STOCK
            and not one.action  # 累计改造63个 of all the old ones that there are
            and not (told_as_added(book, one) or is_yearly_cell(book, one))
            and one.years
            and one.quantity.low is None
        ):
            by_subject.setdefault(subject_of(one), []).append(one)
    by_subject = {name: not_sinking(name, told, sinking) for name, told in by_subject.items()}
    for name, statements in by_subject.items():
        if all(one.role.done for one in statements):
            continue
        happens = any(words.search(name.indicator) for words in (NEW, _SHIFTS, _HANDED_ON))  # 新增就业 of another year
        if not happens and not less_is_better(book, name.indicator) and (pair := _pair(statements)) is not None:
            yield _finding(name, statements, *pair)
    for found in exceeded_by_coverage(subject.plan, book) if subject.plan else ():
        yield _below_coverage(found)


def _pair(statements: list[Statement]) -> tuple[Statement, Statement] | None:
    """Return a target and the reached level that is surely above it."""
    aimed = [one for one in statements if not one.role.done and one.comparator not in _DOWNWARD]
    if not aimed:
        return None
    reached = [one for one in statements if one.role.done and one.interval.low is not None and not _is_sum(one)]
    if not reached:
        return None
    latest = max((one.years.last for one in reached if one.years), default=0)
    level = next(one for one in reached if one.years and one.years.last == latest)
    # a target of the year reached, or of an earlier one, was met
    ahead = [one for one in aimed if one.years and one.years.last > latest]
    if any(FALLS_TO.search(clause_before(one)) for one in ahead):
        return None  # 降至12.5%: what one place says goes for the table too
    ahead = [one for one in ahead if not (_is_next(one, level) and is_made(one) and is_made(level))]
    ahead = [one for one in ahead if not adds_to(one, level)]
    if any(_below(one, other) for one, other in _told_beside(ahead, reached)):
        return None  # 达到4.2件，提前达到2025年4件的目标: for the table too
    low = [one for one in ahead if _below(one, level) and not sinks(one)]
    low = [one for one in low if not _is_kept_land(one, level)]
    low = [one for one in low if not (met_early(one) or of_each_year(one, level, aimed))]
    return (min(low, key=lambda one: (one.source is Source.LEDGER, one.order)), level) if low else None


def _is_kept_land(target: Statement, level: Statement) -> bool:
    """Whether a target is the land to be kept, which lies a little below what there is by design."""
    return _KEPT.search(target.indicator) is not None and (level.value - target.value) * NEAR <= level.value


_KEPT = expression("耕地(?:保有量|面积)|基本农田")


def _is_next(target: Statement, level: Statement) -> bool:
    return target.years is not None and level.years is not None and target.years.last == level.years.last + 1


def _told_beside(targets: list[Statement], levels: list[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Yield what one sentence tells both of, so that its author saw them: 达到95.6%，好于93%的规划目标."""
    by_position: dict[Position, list[Statement]] = {}
    for level in levels:
        by_position.setdefault(level.position, []).append(level)
    for one in targets:
        for level in by_position.get(one.position, ()):
            yield one, level


def _is_sum(reached: Statement) -> bool:
    """Whether a level is what several years together had (五年来接待游客1250万人次), not what there is after them."""
    over_years = reached.years is not None and not reached.years.single
    return over_years and reached.source is not Source.TABLE and _THERE_IS.search(reached.quote.text) is None


def _below(target: Statement, level: Statement) -> bool:
    if is_floor(target, level):
        return False
    if not target.quantity.unit.comparable(level.quantity.unit) or level.interval.low is None:
        return False
    top = target.value if target.comparator.one_sided else target.interval.high
    return top is not None and top < level.interval.low


def _below_coverage(found: Coverage) -> Finding:
    target = found.target
    message = (
        f"“{target.head}”{target.years}年目标{shown(target)}低于已写明的“{found.said.text}”（即100%）；"
        "如口径不同请写明，否则请核对目标"
    )
    return RULE.finding(
        target.span, message, related=((found.said, "已写明全覆盖"),), indicator=target.indicator or None
    )


def _finding(name: Counted, statements: list[Statement], target: Statement, level: Statement) -> Finding:
    same = [one for one in statements if one is not target and one.value in {target.value, level.value}]
    message = (
        f"“{subject_name(name)}”{target.years}年目标{shown(target)}低于{level.years}年已达到的{shown(level)}"
        f"（{where(level)}）；如口径不同请写明，否则请核对目标"
    )
    return RULE.finding(
        target.span,
        message,
        related=related(same),
        indicator=name.indicator,
        key=f"{subject_name(name)} {target.literal}",
    )
