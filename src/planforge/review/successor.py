"""Whether two plans that are compared are versions of one plan, or a plan and the one of the period after it."""

from __future__ import annotations

from planforge.facts.times.period import period_of
from planforge.plan.model import Plan


def other_period(old: Plan, new: Plan) -> str:
    """Return what to say of two plans for other years, "" when the years are the same or not known.

    Between periods every target looks postponed; what became of the earlier ones is for `planforge facts --compare`.
    """
    one, two = period_of(old), period_of(new)
    if None in (one.start, two.start) or (one.start, one.end) == (two.start, two.end):
        return ""
    years = "、".join(f"{each.start}—{each.end}年" for each in (one, two))
    return (
        f"两份规划的规划期不同（{years}），不是同一份规划的两个版本，目标会显得都推迟了；"
        "看上一期目标完成得怎样，请用 planforge facts 新版 --compare 旧版"
    )
