"""An office's own names for indicators: a YAML file “指标: [别名, …]”, named by `aliases` in planforge.toml.

The names of a plan's ledger come before these, these before the ones that planforge ships. A file with a fault is
refused as a whole: an alias that is silently left out would let two figures stand that contradict each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from planforge.errors import UsageError
from planforge.source.nodes import Entry, Node, Scalar, Sequence
from planforge.source.nodes import Mapping as MappingNode
from planforge.source.tree import Tree
from planforge.source.yaml_reading import parse

Aliases = Mapping[str, tuple[str, ...]]
"""The other names of indicators, by the name that messages use."""

NO_ALIASES: Aliases = {}
_HINT = "每行写一个指标：“规模以上工业企业: [规上企业, 规模工业企业]”"


def aliases_named(setting: object, name: str, tree: Tree | None) -> Aliases:
    """Return the aliases of the file that a setting names; none when there is no such setting.

    Args:
        setting: the value of `aliases`.
        name: how messages call the configuration.
        tree: the folder of the configuration, which the file must lie in.

    Raises:
        SourceError: when the file cannot be read.
        UsageError: when the setting is no path or the file no list of aliases.
    """
    if setting is None or tree is None:
        return NO_ALIASES
    if not isinstance(setting, str):
        raise UsageError(f'“{name}”的 aliases 应为一个文件，如 "别名.yaml"')
    return read_aliases(tree, setting)


def read_aliases(tree: Tree, path: str) -> Aliases:
    """Return the aliases in a file.

    Raises:
        SourceError: when the file cannot be read.
        UsageError: when it holds something else; the message has the place.
    """
    root, problems = parse(tree.read(path))
    if problems:
        raise UsageError(f"别名文件读不出来：{problems[0].span.place} {problems[0].message}", hint=_HINT)
    if not isinstance(root, MappingNode):
        raise UsageError(f"别名文件“{path}”的最外层应为“指标: [别名, …]”", hint=_HINT)
    found = {entry.key.value: tuple(_names(entry)) for entry in root.entries}
    _refuse_twice(root)
    return found


def _names(entry: Entry) -> Iterator[str]:
    items: tuple[Node, ...] = entry.value.items if isinstance(entry.value, Sequence) else (entry.value,)
    for item in items:
        if not isinstance(item, Scalar) or item.blank:
            message = f"“{entry.key.value}”的别名应为文字或文字列表"
            raise UsageError(f"别名文件读不出来：{item.span.place} {message}", hint=_HINT)
        yield item.value


def _refuse_twice(root: MappingNode) -> None:
    """An alias that means two indicators would mean neither."""
    owners: dict[str, str] = {entry.key.value: entry.key.value for entry in root.entries}
    for entry in root.entries:
        for alias in _names(entry):
            owner = owners.setdefault(alias, entry.key.value)
            if owner != entry.key.value:
                message = f"“{alias}”既是“{owner}”又是“{entry.key.value}”的别名"
                raise UsageError(f"别名文件读不出来：{entry.value.span.place} {message}", hint="请只留一处")
