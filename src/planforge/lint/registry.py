"""Finds the rules by walking `lint/rules/`: a new rule is a new module and nothing else."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from planforge.lint import rules
from planforge.lint.rule import Check, Rule


@cache
def all_rules() -> dict[str, tuple[Rule, Check]]:
    """Return every rule with its check, by code, in the order of the codes."""
    found: dict[str, tuple[Rule, Check]] = {}
    for info in pkgutil.walk_packages(rules.__path__, f"{rules.__name__}."):
        if info.ispkg:
            continue
        module = importlib.import_module(info.name)
        rule = getattr(module, "RULE", None)
        if rule is None:
            continue  # a module that several rules of the family share
        if rule.code in found:
            raise RuntimeError(f"{rule.code} is used by two rules: {found[rule.code][0].slug}, {rule.slug}")
        found[rule.code] = (rule, module.check)
    return dict(sorted(found.items()))


def find_rule(name: str) -> Rule | None:
    """Return the rule with this code or slug (case does not matter)."""
    wanted = name.strip().casefold()
    return next((rule for rule, _ in all_rules().values() if wanted in (rule.code.casefold(), rule.slug)), None)


def rule_names() -> list[str]:
    """Return all codes and slugs, for suggestions."""
    return [name for rule, _ in all_rules().values() for name in (rule.code, rule.slug)]
