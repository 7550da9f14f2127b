"""The rules there are when an office has packs: planforge's own and, behind them, those of the packs."""

from __future__ import annotations

from collections.abc import Sequence

from planforge.errors import UsageError
from planforge.lint.packs.checking import checks_of
from planforge.lint.packs.file import Pack, read_pack
from planforge.lint.registry import Rules, all_rules
from planforge.source.tree import Tree

MAX_PACKS = 100


def rules_with(paths: Sequence[str], tree: Tree) -> Rules:
    """Return all rules by code, those of the packs last and in their order.

    Args:
        paths: the files of the packs, relative to the folder of the configuration.
        tree: that folder.

    Raises:
        SourceError: when a pack cannot be read.
        UsageError: when it is no pack, or one of its rules has the code or the name of another rule.
    """
    if len(paths) > MAX_PACKS:
        raise UsageError(f"packs 应不超过{MAX_PACKS}个，实为{len(paths)}个")
    rules = dict(all_rules())
    for path in dict.fromkeys(paths):
        pack = read_pack(tree, path)
        _refuse_taken(pack, rules)
        rules |= {rule.code: (rule, check) for rule, check in checks_of(pack.entries)}
    return rules


def _refuse_taken(pack: Pack, rules: Rules) -> None:
    names = {name for rule, _ in rules.values() for name in (rule.code, rule.slug)}
    taken = [name for entry in pack.entries for name in (entry.rule.code, entry.rule.slug) if name in names]
    if taken:
        raise UsageError(f"规则包“{pack.path}”里的“{taken[0]}”已经是别的规则的代码或名称", hint="请换一个")
