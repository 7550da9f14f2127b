"""`planforge.toml` (or `[tool.planforge]` in pyproject.toml): which rules run and how serious they are.

The file is looked for in the plan's folder and upward. An unknown key or rule is an error: a misspelt setting that is
silently ignored would let a plan through.
"""

from __future__ import annotations

import difflib
import fnmatch
import os
from collections.abc import Mapping
from dataclasses import field, replace
from pathlib import Path
from typing import Any

from planforge.errors import UsageError
from planforge.lint.finding import Severity
from planforge.lint.registry import Rules, all_rules
from planforge.lint.report import RuleBook
from planforge.lint.selection import codes_of
from planforge.lint.settings import Settings, find_settings
from planforge.records import record
from planforge.resources import TEMPLATES_VARIABLE
from planforge.source.folders import confined
from planforge.source.tree import Tree

_KEYS = ("select", "ignore", "severity", "per-file-ignores", "fail-on", "packs", "formats", "aliases")


@record(frozen=True)
class Configuration:
    """What is asked for; the default is everything at its own severity.

    Attributes:
        rules: the rules there are: planforge's own and those of the packs.
        selected: codes of the rules that run.
        severity: severities that replace a rule's own, by code.
        per_file: codes that are not reported for paths that match a pattern.
        aliases: other names of indicators, by the name that messages use.
        own_formats: whether house formats stand elsewhere than beside the plan and among those that ship.
        file: the file it was read from.
    """

    rules: Rules = field(default_factory=all_rules)
    selected: frozenset[str] = field(default_factory=lambda: frozenset(all_rules()))
    severity: Mapping[str, Severity] = field(default_factory=dict)
    per_file: tuple[tuple[str, frozenset[str]], ...] = ()
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    own_formats: bool = False
    file: Path | None = None

    @property
    def rule_book(self) -> RuleBook:
        """What gives a report the rules there were."""
        return RuleBook(self.file, self.rules)

    def ignores(self, path: str, code: str) -> bool:
        """Return whether a rule is not reported for a file."""
        return any(code in codes and _matches(path, pattern) for pattern, codes in self.per_file)


def _matches(path: str, pattern: str) -> bool:
    return fnmatch.fnmatch(path, pattern) or fnmatch.fnmatch(path, f"*/{pattern}")


def find_configuration(path: Path) -> Configuration:
    """Return the configuration that holds for a plan: that of the nearest folder upward which has one.

    Raises:
        SourceError: when the file cannot be read.
        UsageError: when it says something that does not exist.
    """
    return configuration_of(find_settings(path))


def configuration_of(settings: Settings) -> Configuration:
    """Return what settings mean.

    Raises:
        SourceError: when a pack cannot be read.
        UsageError: when they say something that does not exist.
    """
    elsewhere = bool(os.environ.get(TEMPLATES_VARIABLE))
    if settings.file is None:
        return Configuration(own_formats=elsewhere)
    found = read_configuration(settings.table, str(settings.file), settings.tree)
    return replace(found, file=settings.file, own_formats=found.own_formats or elsewhere)


def read_configuration(table: Mapping[str, Any], name: str, tree: Tree | None = None) -> Configuration:
    """Return the configuration a table gives.

    Args:
        table: the settings.
        name: how messages call their file.
        tree: the folder that packs are read from; without one there are none.

    Raises:
        SourceError: when a pack cannot be read.
        UsageError: for an unknown key, a value of the wrong kind, or a rule that does not exist.
    """
    for key in table:
        if key not in _KEYS:
            close = difflib.get_close_matches(key, _KEYS, n=1, cutoff=0.5)
            hint = f"是否想写“{close[0]}”" if close else f"可以写：{'、'.join(_KEYS)}"
            raise UsageError(f"“{name}”里没有“{key}”这个设置", hint=hint)
    if "fail-on" in table:  # what it says is for the command; whether it is right is told whoever asks
        _severity(table["fail-on"], name, "fail-on")
    rules = _with_packs(_strings(table, "packs", name), tree)
    selected = codes_of(_strings(table, "select", name), f"“{name}”的 select", rules) if "select" in table else None
    ignored = codes_of(_strings(table, "ignore", name), f"“{name}”的 ignore", rules)
    return Configuration(
        rules=rules,
        selected=(frozenset(rules) if selected is None else selected) - ignored,
        severity=dict(_severities(table.get("severity", {}), name, rules)),
        per_file=tuple(_per_file(table.get("per-file-ignores", {}), name, rules)),
        aliases=_aliases(table, name, tree),
        own_formats=bool(_formats(table, name, tree)),
    )


def _formats(table: Mapping[str, Any], name: str, tree: Tree | None) -> list[str]:
    """Return the folders of an office's house formats; all of them must be there, as `build` wants them."""
    folders = _strings(table, "formats", name)
    for folder in folders if tree is not None else ():
        if tree is not None and confined(tree.root, folder) is None:
            raise UsageError(
                f"“{name}”的 formats：没有“{folder}”这个文件夹，或它在配置文件的文件夹之外",
                hint="请改成配置文件旁边的文件夹",
            )
    return folders


def _with_packs(paths: list[str], tree: Tree | None) -> Rules:
    if not paths or tree is None:
        return all_rules()
    # only who has packs pays for loading what reads them
    from planforge.lint.packs.book import rules_with

    return rules_with(paths, tree)


def _aliases(table: Mapping[str, Any], name: str, tree: Tree | None) -> Mapping[str, tuple[str, ...]]:
    if "aliases" not in table:
        return {}
    # only who has aliases pays for loading what reads them
    from planforge.facts.names.aliases import aliases_named

    return aliases_named(table["aliases"], name, tree)


_EXAMPLES = {"packs": "用语.yaml", "formats": "版式"}


def _strings(table: Mapping[str, Any], key: str, name: str) -> list[str]:
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise UsageError(f'“{name}”的 {key} 应为文字列表，如 ["{_EXAMPLES.get(key, "PF203")}"]')
    return value


def _severities(value: object, name: str, rules: Rules) -> list[tuple[str, Severity]]:
    if not isinstance(value, dict):
        raise UsageError(f"“{name}”的 severity 应为“规则 = 级别”")
    # a family comes before its rules, so that a rule of its own has the last word
    ordered = sorted(value.items(), key=lambda item: len(item[0]))
    return [
        (code, _severity(level, name, f"severity 的 {selector}"))
        for selector, level in ordered
        for code in sorted(codes_of([selector], f"“{name}”的 severity", rules))
    ]


def _severity(value: object, name: str, where: str) -> Severity:
    names = [severity.value for severity in Severity]
    if value not in names:
        raise UsageError(f"“{name}”的 {where} 应为 {'、'.join(names)}，实为“{value}”")
    return Severity(value)


def _per_file(value: object, name: str, rules: Rules) -> list[tuple[str, frozenset[str]]]:
    if not isinstance(value, dict):
        raise UsageError(f"“{name}”的 per-file-ignores 应为“文件 = [规则]”")
    where = f"“{name}”的 per-file-ignores"
    return [(pattern, codes_of(_strings(value, pattern, name), where, rules)) for pattern in value]
