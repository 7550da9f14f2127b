"""PF221: parts that are all of a total and do not add up to it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from planforge.facts.book import FactBook
from planforge.facts.statement import Statement
from planforge.lint.finding import Finding, Severity
from planforge.lint.judging.slips import one_digit_off
from planforge.lint.judging.sums.announced_lists import AnnouncedList, announced_lists, divided_by_lists
from planforge.lint.judging.sums.changes_of_parts import ChangedParts, changed_parts
from planforge.lint.judging.sums.division import Division
from planforge.lint.judging.sums.excess import exceeds_together, greater_part
from planforge.lint.judging.sums.grid import CellSum, cell_sums
from planforge.lint.judging.sums.named_places import NamedPlaces, named_places
from planforge.lint.judging.sums.parts import divisions
from planforge.lint.judging.sums.sums_below_lists import sums_below_lists
from planforge.lint.judging.sums.told import sum_of_parts
from planforge.lint.judging.words import added, line_name, plain, related, related_cells, shown, told
from planforge.lint.rule import Need, Rule
from planforge.lint.subject import Subject
from planforge.plan.model import Plan

RULE = Rule(
    code="PF221",
    slug="parts-differ-from-total",
    severity=Severity.ERROR,
    since="0.1.0",
    summary="各部分之和与总数不符",
    why="括号里、“分别为”后、“合计”前的各项，以及表中的合计，读者一加便知；三次产业等按定义分完的总数也是这样。",
    bad="""\
- text: |
    截至2020年底，全市共有省级以上科技项目61项（国家级4项、省级47项）。
""",
    good="""\
- text: |
    截至2020年底，全市共有省级以上科技项目61项（国家级4项、省级57项）。
""",
    needs=Need.FACTS,
)


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for every total that its parts do not give; a warning where no word says that they are all."""
    whole = {id(one.total) for one in divisions(subject.facts) if one.complete}
    for division in divisions(subject.facts):
        if division.complete and not division.sum.meets(division.total.interval):
            yield _finding(division)
        elif id(division.total) not in whole and not _told_as_excess(division) and one_digit_off(division):
            yield _nearly(division)
    yield from (_changed(one) for one in changed_parts(subject.facts) if not one.fits)
    yield from (_misnamed(one) for one in named_places(subject.facts) if not one.fits)
    if subject.plan is not None:
        yield from _of_lists(subject.plan, subject.facts)
        yield from (_in_table(found) for found in cell_sums(subject.plan) if not found.share and not found.fits)


def _of_lists(plan: Plan, book: FactBook) -> Iterator[Finding]:
    """Yield findings on lists below a paragraph that says how many items they have, and what these come to."""
    for division in (*divided_by_lists(plan, book), *sums_below_lists(plan, book)):
        if not division.sum.meets(division.total.interval):
            yield _finding(division)
    for listed in announced_lists(plan, book):
        if listed.count.value != len(listed.items):
            yield _miscounted(listed)


def _told_as_excess(division: Division) -> bool:
    """Whether PF225 tells that the parts are more than their total."""
    return greater_part(division) is not None or exceeds_together(division)


def _finding(division: Division) -> Finding:
    total, parts = division.total, division.parts
    message = (
        f"“{told(total)}”的{'各年' if division.of_years else '各部分'}之和与总数不符：{sum_of_parts(division)}，"
        f"总数写为{shown(total)}；请核对{_if_not_all(division)}"
    )
    return RULE.finding(
        total.span,
        message,
        severity=None if division.said and division.firm else Severity.WARNING,
        related=related(parts),
        indicator=total.indicator or None,
        key=f"{told(total)} {total.years} {total.literal}",
    )


def _if_not_all(division: Division) -> str:
    """Return what to do where the parts are not all of the total; 其中 may be there already, of years none is left."""
    if division.of_years:
        return ""
    total, first = division.total.span, division.parts[0].span
    between = total.file.text[total.end : first.start] if total.file is first.file else ""
    return "，如还有其他部分请写明" if "其中" in between else "，如各项不是全部请写“其中”"


def _changed(found: ChangedParts) -> Finding:
    total, change = found.division.total, found.total
    parts = "、".join(_by_how_much(part) for part in found.parts)
    together = sum((-part.value if part.falls else part.value for part in found.parts), Fraction(0))
    word = "减少" if together < 0 else "增加"
    message = (
        f"“{told(total)}”各部分的增减之和与总数的增减不符：{parts}，合计{word}{plain(abs(together))}，"
        f"总数写为{_by_how_much(change)}；请核对"
    )
    return RULE.finding(
        change.span,
        message,
        related=related(found.parts),
        indicator=total.indicator or None,
        key=f"{told(total)} {change.years} {change.literal}",
    )


def _by_how_much(change: Statement) -> str:
    return f"{'减少' if change.falls else '增加'}{shown(change)}"


def _nearly(division: Division) -> Finding:
    total, parts = division.total, division.parts
    more = division.exact_sum > total.value
    beside = f"大于总数{shown(total)}，且两数" if more else f"与总数{shown(total)}"
    message = (
        f"“{told(total)}”所列各项之和{sum_of_parts(division)}，{beside}只差一位数字或两位颠倒；"
        f"{'如各项没有重复计算' if more else '如各项是全部'}，请核对"
    )
    key = f"{told(total)} {total.years} {total.literal}"
    return RULE.finding(
        total.span,
        message,
        severity=Severity.INFO,
        related=related(parts),
        indicator=total.indicator or None,
        key=key,
    )


def _miscounted(listed: AnnouncedList) -> Finding:
    return _counted(listed.count, f"下面所列为{len(listed.items)}项；请核对，如只列出一部分请写明")


def _misnamed(found: NamedPlaces) -> Finding:
    return _counted(found.count, f"前面列出{found.named}个；请核对，如只列出一部分请写“等”")


def _counted(count: Statement, against: str) -> Finding:
    message = f"“{told(count)}”写为{shown(count)}，{against}"
    return RULE.finding(
        count.span,
        message,
        severity=Severity.WARNING,
        indicator=count.indicator or None,
        key=f"{told(count)} {count.years} {count.literal}",
    )


def _in_table(found: CellSum) -> Finding:
    where = found.table.label or "表中"
    parts = added(found.parts, found.sum, found.figure.written.scale)
    message = f"{where}{line_name(found.line)}的合计与各项之和不符：{parts}，合计写为{found.figure.literal}；请核对"
    return RULE.finding(
        found.at,
        message,
        severity=None if found.proven else Severity.WARNING,
        related=related_cells(where, found.places, found.parts),
        key=f"{found.line} {found.figure.literal}",
    )
