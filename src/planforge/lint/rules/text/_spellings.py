"""Names that a text spells in two ways: pairs that share their ends and differ by little between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import combinations

import regex

from planforge.lint.sheet import Sheet
from planforge.records import record
from planforge.source.place import Span

_MOST_ALIKE = 60
"""Names with the same ends; more of them is a list, and comparing each with each would take long."""
_OTHER_THING = frozenset("省市县区乡镇国一二三四五六七八九十〇0123456789上下前后内外大小新老东南西北、，")
"""What makes two names those of two things, not two spellings of one."""


@record(frozen=True)
class Spellings:
    """Two spellings of one name: the rarer one, the later where both are as frequent, and the other."""

    odd: str
    model: str
    at: Span
    model_at: Span


def spellings(
    sheet: Sheet, names: regex.Pattern[str], ends: tuple[int, int], same: Callable[[str, str], bool]
) -> Iterator[Spellings]:
    """Yield the names that `names` finds (its group `name`) and that `same` takes for one.

    Args:
        sheet: the words of the plan.
        names: finds the names.
        ends: how many characters two spellings share at the beginning and at the end.
        same: whether two names that share their ends are one.
    """
    first: dict[str, tuple[int, int]] = {}
    count: Counter[str] = Counter()
    for match in sheet.matches(names):
        first.setdefault(match["name"], match.span("name"))
        count[match["name"]] += 1
    for one, two in _pairs(first, ends):
        if _one_thing(one, two) and same(one, two):
            odd, model = (one, two) if count[one] < count[two] else (two, one)
            yield Spellings(odd, model, sheet.span(*first[odd]), sheet.span(*first[model]))


def _pairs(names: dict[str, tuple[int, int]], ends: tuple[int, int]) -> Iterator[tuple[str, str]]:
    groups: dict[tuple[str, str], list[str]] = {}
    for name in names:
        groups.setdefault((name[: ends[0]], name[-ends[1] :]), []).append(name)
    for group in groups.values():
        if len(group) <= _MOST_ALIKE:
            yield from combinations(group, 2)


def _one_thing(one: str, two: str) -> bool:
    left, right = Counter(one), Counter(two)
    return _OTHER_THING.isdisjoint({*(left - right), *(right - left)})
