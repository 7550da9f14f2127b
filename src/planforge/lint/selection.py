"""Which rules a word means: a code (PF203), a slug (comparator-drift) or a family (PF2)."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from planforge.errors import UsageError
from planforge.lint.registry import Rules, all_rules, find_rule, rule_names

_SHORTEST = 2
"""Letters of a family, as in PF or PF2; a single letter is rather a slip."""


def codes_of(selectors: Iterable[str], where: str, known: Rules | None = None) -> frozenset[str]:
    """Return the codes that selectors mean.

    Args:
        selectors: codes, slugs or families.
        where: what a message calls the place they stand in, e.g. “ignore”.
        known: the rules they can mean; planforge's own when not given.

    Raises:
        UsageError: when one of them means no rule.
    """
    rules = all_rules() if known is None else known
    return frozenset(code for selector in selectors for code in _codes(selector, where, rules))


def _codes(selector: str, where: str, known: Rules) -> list[str]:
    rule = find_rule(selector, known)
    if rule is not None:
        return [rule.code]
    family = selector.strip().upper()
    found = [code for code in known if len(family) >= _SHORTEST and code.startswith(family)]
    if found:
        return found
    close = difflib.get_close_matches(selector, rule_names(known), n=1, cutoff=0.5)
    hint = f"是否想写“{close[0]}”" if close else "用 planforge rules 查看全部规则"
    raise UsageError(f"{where}里的“{selector}”不是规则", hint=hint)
