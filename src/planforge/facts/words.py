"""The vocabulary of plans: YAML tables beside this file, each read once, when first asked for.

Only data stands there. A table that is missing or broken is an installation fault and raises at once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from planforge.resources import read_table


@cache
def table(name: str) -> Mapping[str, Any]:
    """Return the table `vocabulary/<name>.yaml` as plain dictionaries, lists and strings."""
    return read_table(files("planforge.facts").joinpath("vocabulary", f"{name}.yaml"))


def alternation(words: Sequence[str]) -> str:
    """Return a pattern that matches any of the words, the longest first."""
    import regex

    return "|".join(regex.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word)))
