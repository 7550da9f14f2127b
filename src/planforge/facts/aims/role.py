"""Whether a figure tells what was or what shall be."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from planforge.facts.statement import Role
from planforge.facts.times.period import tells_what_was
from planforge.facts.times.season_words import SEASON
from planforge.facts.times.years_meant import Years
from planforge.facts.writing.normalise import read
from planforge.facts.writing.words import alternation, table
from planforge.patterns import expression
from planforge.plan.model import Context, Period, Plan


def role_of(
    context: Context,
    sentence: str,
    years: Years | None,
    period: Period,
    reviewing: frozenset[str] = frozenset(),
    unsaid: Role = Role.TARGET,
) -> Role:
    """Return the role of a figure from its time (None: not said), the words of its sentence, and the chapter.

    `reviewing` are the headings of chapters that stand before the aims of a plan; `unsaid` is the role where nothing
    tells it.
    """
    if years is not None and period.baseline is not None:
        if years.last > period.baseline:
            begun = _of_first_year(context, sentence, years, period, reviewing)
            begun = begun or _of_season_begun(context, sentence, years, period.baseline)
            return Role.ACTUAL if begun else Role.TARGET
        if period.previous is not None and years.last <= period.previous:
            return Role.BASELINE
        return Role.ACTUAL
    if period.end is None and period.baseline is not None:
        return Role.TARGET if _looks_ahead(context.headings) or _STRIVEN.match(sentence) else Role.ACTUAL
    said = said_in(sentence)
    chapter = of_chapter(context) or (Role.ACTUAL if reviewing.intersection(context.headings[:1]) else None)
    if chapter is Role.TARGET and said is Role.ACTUAL:
        return Role.ACTUAL
    return chapter or said or unsaid


def _of_first_year(context: Context, sentence: str, years: Years, period: Period, reviewing: frozenset[str]) -> bool:
    """Whether a plan issued in its first year tells of that year while it looks back: 2021年夏季最大负荷4462万千瓦."""
    several = period.start is not None and period.start != period.end
    if not several or not years.single or years.first != period.start:
        return False
    looks_back = of_chapter(context) is Role.ACTUAL or bool(reviewing.intersection(context.headings[:1]))
    return looks_back and said_in(sentence) is not Role.TARGET


def _of_season_begun(context: Context, sentence: str, years: Years, baseline: int) -> bool:
    """Whether a figure is of a season that began before the aims and ended after it: 2022—2023雪季接待20万人次."""
    if years.first != baseline or years.last != baseline + 1 or _SEASON.search(sentence) is None:
        return False
    return of_chapter(context) is not Role.TARGET and said_in(sentence) is not Role.TARGET


_SEASON = expression(rf"20\d\d{SEASON}")


@lru_cache(maxsize=512)
def _looks_ahead(headings: tuple[str, ...]) -> bool:
    """Whether the innermost heading that says so tells what a report on results sets out to do next."""
    return any(_is_ahead(read(heading).text) for heading in headings)


def _is_ahead(heading: str) -> bool:
    _, _, _, actual = _patterns()
    ahead = any(word in heading for word in table("roles")["ahead"])
    return ahead and actual.search(heading) is None and _REPORTS.search(heading) is None


_REPORTS = expression("报告|总结|情况|评估|(?:19|20)\\d\\d年")
"""A title (2023年工作总结和2024年工作计划) says which years it is for, not what is told where."""
_STRIVEN = expression("[，。；]?(?:要?力争|要?确保(?=全年|到|年底|年内|今年)|争取(?=全年|到|在|实现|达到))")
_ORIGIN = expression("[由从](?:目前|现在|当前|现有)的?")
"""覆盖率由目前的32%提高到60%: where a change begins says nothing of its end."""
_HAVING = expression(r"现有[^，。；]*\d")
"""现有企业230家 tells what is; 现有病险水库全部完成除险加固 does not."""


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    rows = table("roles")
    kinds = [(group, role) for group in ("sentence", "headings") for role in ("target", "actual")]
    return tuple(expression(alternation(rows[group][role])) for group, role in kinds)


def before_aims(plan: Plan, period: Period) -> frozenset[str]:
    """Return the headings of the chapters of a plan that stand before the one that sets its aims."""
    chapters = [chapter.heading.printed for chapter in plan.chapters]
    aims = alternation(table("roles")["aims"])
    first = next((at for at, heading in enumerate(chapters) if re.search(aims, read(heading).text)), 0)
    return frozenset(chapters[:first]) if period.end is not None else frozenset()


def role_unsaid(plan: Plan, period: Period) -> Role:
    """Return the role of figures where nothing tells it: results in a census, in a plan aims."""
    return Role.ACTUAL if period.end is None and tells_what_was(plan) else Role.TARGET


def said_in(sentence: str) -> Role | None:
    """Return the role that the words of a sentence tell, None for none."""
    target, actual, _, _ = _patterns()
    sentence = _ORIGIN.sub("", sentence) if "由" in sentence or "从" in sentence else sentence
    sentence = sentence.replace("项目前", "项目")  # 项目前期工作 is not 目前
    if actual.search(sentence) or _HAVING.search(sentence) or _is_paid_in(sentence):
        return Role.ACTUAL
    return Role.TARGET if target.search(sentence) else None


def _is_paid_in(sentence: str) -> bool:
    """Whether the last clause tells what a work has cost so far: 总投资5.8亿元，已完成投资1.2亿元."""
    return "已" in sentence and _PAID_IN.match(sentence, sentence.rfind("，") + 1) is not None


_PAID_IN = expression("(?:现|其中)?已(?:累计)?(?:完成|落实|到位|投入)(?:投资|资金)")


def of_chapter(context: Context) -> Role | None:
    """Return the role that the chapter and the headings of a passage tell, None for none."""
    return _of_headings(context.roles, context.headings)


@lru_cache(maxsize=512)
def _of_headings(names: tuple[str, ...], headings: tuple[str, ...]) -> Role | None:
    """Return what the roles of a chapter say, or the headings down to a passage."""
    roles = table("roles")["roles"]
    for wanted, meaning in ((roles["actual"], Role.ACTUAL), (roles["target"], Role.TARGET)):
        if any(name in wanted for name in names):
            return meaning
    if any(_reviews(heading) for heading in headings):
        return Role.ACTUAL
    told = [found for heading in reversed(headings) if (found := _of_heading(heading)) is not None]
    outright = (role for role, strong in told if strong)
    return next(outright, told[0][0] if told else None)


@lru_cache(maxsize=512)
def _reviews(heading: str) -> bool:
    """Whether a heading is that of a review only, whatever its sections are called (项目建设扎实推进)."""
    words = read(heading).text
    review, more = table("roles")["review"], table("roles")["review_and_more"]
    return any(word in words for word in review) and not any(word in words for word in more)


@lru_cache(maxsize=512)
def _of_heading(heading: str) -> tuple[Role, bool] | None:
    """Return what a heading says, and whether it says so outright."""
    _, _, target, actual = _patterns()
    words = read(heading).text.replace("新要求", "")  # 认识新形势新要求 sets none
    if actual.search(words):
        return Role.ACTUAL, True
    if not target.search(words):
        return None
    return Role.TARGET, any(word in words for word in table("roles")["strong_targets"])
