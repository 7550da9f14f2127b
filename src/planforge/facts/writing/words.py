"""The vocabulary of plans: YAML tables in `vocabulary`, each read once, when first asked for.

Only data stands there. A table that is missing or broken is an installation fault and raises at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from planforge.tables import read_table

SHARE_OF = "占(?!地(?![区方])|用(?!水[总量]|电[总量]|能[总量源]|地[总面])|道|补|有[量率])"
"""占 that says of what something is a part: 占地区生产总值比重, not 占地面积, 占用, 占道, 占补平衡."""


@cache
def table(name: str) -> Mapping[str, Any]:
    """Return the table `vocabulary/<name>.yaml` as plain dictionaries, lists and strings."""
    return read_table(files("planforge.facts").joinpath("vocabulary", f"{name}.yaml"))


@cache
def word_list(name: str, *path: str) -> tuple[str, ...]:
    """Return the words that stand in a table at `path`, as `str.startswith` and `endswith` take them."""
    found: Any = table(name)
    for key in path:
        found = found[key]
    return tuple(str(word) for word in found)


def alternation(words: Iterable[str]) -> str:
    """Return a pattern that matches any of the words, of two that begin alike the longer first."""
    return guarded_alternation(dict.fromkeys(words, ""))


def guarded_alternation(words: Mapping[str, str]) -> str:
    """Return a pattern that matches any of the words, each with the pattern that must hold behind it.

    Words that begin alike share their beginning, so that a list of hundreds costs no more than a look at one
    character where none of them stands. A word whose guard fails gives way to a shorter one.
    """
    return _branches(_tree(words))


def searched_alternation(words: Iterable[str], unless: str) -> str:
    """Return a pattern that matches any of the words where `unless` does not match.

    Each branch begins with a character of its own, so that a search goes fast over what none of the words begins with.
    """
    tree = _tree(dict.fromkeys(words, ""))
    return "|".join(f"{re.escape(first)}(?<=(?!{unless}).){_branches(below)}" for first, below in sorted(tree.items()))


def _tree(words: Mapping[str, str]) -> dict[str, Any]:
    tree: dict[str, Any] = {}
    for word, guard in words.items():
        node = tree
        for character in word:
            node = node.setdefault(character, {})
        node[_END] = guard
    return tree


_END = "end"
"""Marks where a word ends; a key of one character is never equal to it."""


def _branches(node: Mapping[str, Any]) -> str:
    following = {character: _branches(below) for character, below in sorted(node.items()) if character != _END}
    last = [re.escape(character) for character, pattern in following.items() if not pattern]
    longer = [re.escape(character) + pattern for character, pattern in following.items() if pattern]
    if last:
        longer.append(last[0] if len(last) == 1 else f"[{''.join(last)}]")
    if _END in node:
        longer.append(node[_END])
    if len(longer) == 1:
        return longer[0]
    return f"(?:{'|'.join(longer)})" if longer else ""


def not_behind(words: Iterable[str]) -> str:
    """Return a pattern for a place that none of the words stands right before."""
    return "".join(f"(?<!{re.escape(word)})" for word in words)
