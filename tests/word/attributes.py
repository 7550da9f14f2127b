"""Attributes: known, of the right type, none missing that must be there; what they are stands in attributes.yaml."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from tests.word.package import IGNORABLE, NAMES, Node

_BARE = re.compile(r"[A-Za-z]+(\|[A-Za-z]+)*")


def attribute_faults(root: Node) -> Iterator[str]:
    """Yield what is wrong with the attributes below `root`."""
    for node in root.iter():
        if isinstance(node.tag, str):
            yield from _faults(node)


def _faults(node: Node) -> Iterator[str]:
    name = short(node.tag)
    known = _known(node, name)
    if known is None:
        yield f"<{name}> does not stand in attributes.yaml"
        return
    own = "w:" if name.startswith("w:") else ""
    values = {short(key).removeprefix(own): value for key, value in node.attrib.items() if key != IGNORABLE}
    for key, value in values.items():
        kind = known.get(key) or known.get(f"{key}!")
        if kind is None:
            yield f"<{name}> has {key}"
        elif not _pattern(kind).fullmatch(value):
            yield f"<{name}> has {key}={value!r}"
    for key in known:
        if key.endswith("!") and key[:-1] not in values:
            yield f"<{name}> has no {key[:-1]}"


def short(name: str) -> str:
    """Return a qualified name with the usual prefix."""
    uri, _, local = name.rpartition("}")
    return f"{NAMES.get(uri[1:], uri)}:{local}" if uri else local


def _known(node: Node, name: str) -> Mapping[str, str] | None:
    parent = node.getparent()
    if parent is not None and short(parent.tag) == "w:tblCellMar":
        return _table()["widths"]  # type: ignore[no-any-return]  # a table of the YAML file
    return _table()["elements"].get(name)  # type: ignore[no-any-return]  # as above


@cache
def _table() -> Mapping[str, Any]:
    found: Mapping[str, Any] = YAML(typ="safe").load(Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8"))
    return found


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    named = _table()["types"].get(kind)
    if named is None and _BARE.fullmatch(kind) and "|" not in kind and kind != "preserve":
        raise KeyError(kind)
    return re.compile(named or kind, re.DOTALL)
