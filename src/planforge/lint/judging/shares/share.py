"""A stated share beside its part and its total.

`stated` finds which figures these are.
"""

from __future__ import annotations

from dataclasses import replace

from planforge.facts.aims.plan_shares import PLAN_SHARE
from planforge.facts.figures.interval import Interval
from planforge.facts.figures.precision import Comparator
from planforge.facts.figures.quantity import Form
from planforge.facts.statement import Role, Statement
from planforge.lint.judging.changes.claim import operand
from planforge.records import record


@record(frozen=True)
class Share:
    """A stated share with its part and its total; `sure` when all of it was said outright and every figure is plain."""

    statement: Statement
    total: Statement
    part: Statement
    sure: bool

    @property
    def stated(self) -> Interval:
        """The share as printed, in percent."""
        return self.statement.interval

    @property
    def derived(self) -> Interval:
        """The share that part and total give, in percent."""
        task = self.total.role is Role.TARGET and self.statement.indicator.endswith(PLAN_SHARE)
        total = self.total.interval if task else operand(self.total)  # 任务3000人 is round, and no more nor less
        return operand(self.part).ratio_to(total).scaled(100)

    @property
    def fits(self) -> bool:
        """Whether the share as printed can be true."""
        return self.derived.meets(self.stated)


_RATES = (Form.PERCENT, Form.POINTS, Form.TIMES)
"""What is neither part nor whole of a share."""


def share_of(one: Statement, total: Statement | None, part: Statement) -> Share | None:
    """Return the share with these, None where they can be no part and whole of one."""
    if total is None or total is part or not total.quantity.unit.comparable(part.quantity.unit):
        return None
    if any(each.quantity.form in _RATES for each in (total, part)):
        return None  # 高于规模以上工业6.8个百分点，占规模以上工业的18.2%
    if any(each.interval.low is None or each.interval.low <= 0 for each in (total, part)):
        return None
    plain = all(each.comparator is Comparator.EQ for each in (one, total, part))
    soft = any(each.quantity.written.soft for each in (total, part))
    said = part.parent is total or (total.gates.time and part.gates.time and total.gates.name)
    return Share(one, total, part, plain and said and not soft)


def with_doubt(share: Share | None, *, sure: bool) -> Share | None:
    """Return a share that is no surer than the way in which its whole was found."""
    return replace(share, sure=share.sure and sure) if share is not None else None
