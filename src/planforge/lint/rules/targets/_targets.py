"""What the rules on targets share: which indicators have a target, and what they are called."""

from __future__ import annotations

from planforge.plan.ledger import Indicator
from planforge.plan.model import Plan


def names_of(indicator: Indicator) -> set[str]:
    """Return the name of an indicator and its aliases."""
    return {indicator.name.printed, *(alias.printed for alias in indicator.aliases)}


def has_target(indicator: Indicator, plan: Plan) -> bool:
    """Return whether the ledger gives a figure for years that are still to come."""
    baseline = plan.period.baseline
    spans = (*indicator.total, *indicator.growth)
    return bool(indicator.target) or any(baseline is not None and last > baseline for _, last in spans)
