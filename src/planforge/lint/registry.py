"""Finds the rules by walking `lint/rules/`: a new rule is a new module, or an entry of a shipped pack."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import ModuleType

from planforge.lint import rules
from planforge.lint.rule import Check, Rule

Rules = Mapping[str, tuple[Rule, Check]]
"""Rules with their checks, by code."""


@cache
def all_rules() -> dict[str, tuple[Rule, Check]]:
    """Return every rule of planforge with its check, by code, in the order of the codes."""
    modules = pkgutil.walk_packages(rules.__path__, f"{rules.__name__}.")
    found = (one for info in modules if not info.ispkg for one in _rules_of(importlib.import_module(info.name)))
    return by_code(found)


def _rules_of(module: ModuleType) -> Iterator[tuple[Rule, Check]]:
    """Yield the rule of a module, those of its table, or none when the rules of a family only share it."""
    if hasattr(module, "RULE"):
        yield module.RULE, module.check
    yield from getattr(module, "RULES", ())


def by_code(found: Iterable[tuple[Rule, Check]]) -> dict[str, tuple[Rule, Check]]:
    """Return rules by code, in the order of the codes; a code or name that two rules bear is a fault of the program."""
    ordered: dict[str, tuple[Rule, Check]] = {}
    slugs: dict[str, str] = {}
    for rule, check in sorted(found, key=lambda one: one[0].code):
        if rule.code in ordered or rule.slug in slugs:
            other = slugs.get(rule.slug, rule.code)
            raise RuntimeError(f"{rule.code} ({rule.slug}) is used by two rules, see {other}")
        ordered[rule.code] = (rule, check)
        slugs[rule.slug] = rule.code
    return ordered


def find_rule(name: str, known: Rules | None = None) -> Rule | None:
    """Return the rule with this code or slug (case does not matter), of those known or of planforge's own."""
    wanted = name.strip().casefold()
    among = (all_rules() if known is None else known).values()
    return next((rule for rule, _ in among if wanted in (rule.code.casefold(), rule.slug)), None)


def rule_names(known: Rules | None = None) -> list[str]:
    """Return all codes and slugs, for suggestions."""
    return [name for rule, _ in (all_rules() if known is None else known).values() for name in (rule.code, rule.slug)]
