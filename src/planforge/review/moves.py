"""Paragraphs that kept their words but stand elsewhere, or behind another mark."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby

from planforge.review.change import Action, Area, Change
from planforge.review.matching import Pair
from planforge.review.order import behind, shifts


def moves(pairs: Sequence[Pair]) -> Iterator[Change]:
    """Yield what stands in another section, and what changed its place within one; `pairs` are in the new order."""
    within: dict[str, list[Pair]] = defaultdict(list)
    for old, new in pairs:
        if old.section == new.section:
            within[new.section].append((old, new))
        else:
            yield _moved((old, new), old.section, new.section)
    for those in within.values():
        now = range(len(those))
        before = sorted(now, key=lambda at: those[at][0].position)
        for shift in shifts(before, now):
            was, there = (behind(those[at][1].opening if at is not None else None) for at in (shift.old, shift.new))
            yield _moved(those[shift.thing], was, there)


def restyled(pairs: Sequence[Pair]) -> Iterator[Change]:
    """Yield other marks, once for all paragraphs in a row that got the same ones."""
    styles = groupby(pairs, key=lambda pair: (pair[0].style, pair[1].style, pair[1].section))
    for (was, now, _), group in styles:
        if was == now:
            continue
        those = list(group)
        one, two = those[0]
        yield Change(
            Area.PROSE,
            Action.CHANGED,
            two.opening,
            old="\n".join(f"{old.mark}{old.told}" for old, _ in those),
            new="\n".join(f"{new.mark}{new.told}" for _, new in those),
            old_place=one.text.whole.place,
            new_place=two.text.whole.place,
            detail=f"标号“{was}”→“{now}”" + (f"（{len(those)}段）" if len(those) > 1 else ""),
        )


def _moved(pair: Pair, was: str, now: str) -> Change:
    old, new = pair
    here, there = old.text.whole.place, new.text.whole.place
    return Change(Area.PROSE, Action.MOVED, new.opening, old=was, new=now, old_place=here, new_place=there)
