"""PF101: a chapter that every plan of this kind has is not there."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.lint.finding import Finding, Severity
from planforge.lint.rule import Need, Rule
from planforge.lint.subject import Subject
from planforge.plan.model import Chapter, Heading, Plan
from planforge.plan.numbering import ATTACHED

RULE = Rule(
    code="PF101",
    slug="missing-chapter",
    severity=Severity.WARNING,
    since="0.1.0",
    summary="缺少这类规划应有的部分（目标、任务、保障）",
    why="没有目标就无从考核，没有任务和保障目标就落不了地；部分的作用写在 role 里。",
    bad="""\
planforge: 1
title: 某市科技创新规划
chapters:
  - heading: 发展目标
    role: [目标]
  - heading: 主要任务
    role: [任务]
""",
    good="""\
planforge: 1
title: 某市科技创新规划
chapters:
  - heading: 发展目标
    role: [目标]
  - heading: 主要任务
    role: [任务]
  - heading: 保障措施
    role: [保障]
""",
    needs=Need.PLAN,
)

_NEEDED = ("目标", "任务", "保障")
_STANDS_FOR = {"任务": ("任务", "重点")}


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one finding that names the missing parts; a plan that gives no roles at all is not judged."""
    plan = None if subject.lost else subject.plan
    roles = _roles(plan) if plan else set()
    if plan is None or plan.title is None or len(plan.chapters) < 2 or not roles:
        return
    if any(_astray(chapter) and subject.troubled(chapter.span.file) for chapter in plan.chapters):
        return
    missing = [role for role in _NEEDED if roles.isdisjoint(_STANDS_FOR.get(role, (role,)))]
    if missing:
        parts = "、".join(missing)
        where = f"给那一章加一行 role: {missing[0]}" if plan.from_source else f"在那一章的标题里写上“{missing[0]}”"
        message = f"规划应有{parts}部分，实际没有，请补上；如已写在某章，请{where}"
        yield RULE.finding(plan.title.whole, message, key=parts)


def _astray(chapter: Chapter) -> bool:
    """Return whether a chapter is none of the needed parts; a role that could not be read may have said otherwise."""
    return not any(role in _STANDS_FOR.get(need, (need,)) for need in _NEEDED for role in chapter.roles)


def _roles(plan: Plan) -> set[str]:
    """Return what the parts of the plan are for; to be an annex is no part of it."""
    roles = {role for block in plan.blocks() if isinstance(block, Chapter | Heading) for role in block.roles}
    return roles - {ATTACHED}
