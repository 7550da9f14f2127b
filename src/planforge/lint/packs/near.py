"""Near misses of names and phrases that must be exact: found by an unharmed piece, judged by what differs.

A phrase with at most k slips has one of k + 1 pieces unharmed, so only places with a piece are looked at. What is cut
short or deliberately extended is another phrase and no slip.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from planforge.lint.lines import Lines

_LONG = 12
"""From this length on a phrase may have two slips, below it one."""
_ENDS = 2
"""Characters at both ends that must be right: what differs there is rather another phrase beside it."""
_PUNCTUATION = str.maketrans("", "", "、，；：“”‘’《》〈〉（）· 和并")
"""What parts or joins the members of a phrase: how that is done is not the phrase's own wording."""
_COUNTS = frozenset("0123456789〇零一二三四五六七八九十百千万国省市县区")
"""Numbers, and the levels of government: 人才强省 is what a province makes of 人才强国."""


def near_misses(lines: Lines, wanted: str) -> Iterator[tuple[int, int]]:
    """Yield where a text has almost `wanted`: [start, end)."""
    text, most = lines.text, _slips(wanted)
    seen: set[int] = set()
    for offset, piece in pieces(wanted):
        for at in lines.occurrences(piece):
            start = at - offset
            # an exact phrase here needs no closer look, and most places are exact
            window = None if text.startswith(wanted, max(0, start)) else _window(text, start, wanted, most)
            if window is not None and window[0] not in seen:
                seen.add(window[0])
                yield window


def _slips(wanted: str) -> int:
    return 2 if len(wanted) >= _LONG else 1


@cache
def pieces(wanted: str) -> list[tuple[int, str]]:
    """Return the pieces of a phrase, one of which every near miss has, with what stands before each."""
    count = _slips(wanted) + 1
    cuts = [len(wanted) * index // count for index in range(count + 1)]
    return [(start, wanted[start:end]) for start, end in pairwise(cuts)]


def _window(text: str, start: int, wanted: str, most: int) -> tuple[int, int] | None:
    """Return the stretch around `start` that is `wanted` with slips; None when it is exact or something else."""
    for shift in range(-most, most + 1):
        begin = start + shift
        if begin < 0 or not text.startswith(wanted[:_ENDS], begin):
            continue
        for longer in (0, 1, -1, 2, -2)[: 1 + 2 * most]:
            found = text[begin : begin + len(wanted) + longer]
            if found.endswith(wanted[-_ENDS:]) and "\n" not in found and is_slip(wanted, found, most):
                return begin, begin + len(found)
    return None


def is_slip(wanted: str, found: str, most: int) -> bool:
    """Return whether `found` is `wanted` written wrong, with at most `most` characters wrong, missing or too much."""
    plain, other = wanted.translate(_PUNCTUATION), found.translate(_PUNCTUATION)
    if plain == other or not 0 < distance(plain, other, most) <= most:
        return False
    return not (_extends(plain, other) or _counts_differently(plain, other) or _has_another_word(plain, other))


def distance(one: str, two: str, most: int) -> int:
    """Return how many characters have to be put in, taken out or changed; more than `most` when it is too many."""
    if abs(len(one) - len(two)) > most:
        return most + 1
    one, two = _differing(one, two)
    row = list(range(len(two) + 1))
    for index, character in enumerate(one, 1):
        previous, row[0] = row[0], index
        for other, there in enumerate(two, 1):
            changed = previous + (character != there)
            previous, row[other] = row[other], min(changed, row[other] + 1, row[other - 1] + 1)
        if min(row) > most:
            return most + 1
    return row[-1]


def _differing(one: str, two: str) -> tuple[str, str]:
    """Return two strings without what they begin and end with alike."""
    shorter = min(len(one), len(two))
    start = next((at for at in range(shorter) if one[at] != two[at]), shorter)
    end = next((at for at in range(shorter - start) if one[-1 - at] != two[-1 - at]), shorter - start)
    return one[start : len(one) - end], two[start : len(two) - end]


def _extends(wanted: str, found: str) -> bool:
    """Return whether words were added to the phrase on purpose: nothing of it is missing and more than one is new."""
    rest = iter(found)
    return len(found) - len(wanted) > 1 and all(character in rest for character in wanted)


def _has_another_word(wanted: str, found: str) -> bool:
    """Return whether two characters side by side were put for two others: another place or thing, and no slip."""
    if len(wanted) != len(found):
        return False
    at = [index for index, (one, two) in enumerate(zip(wanted, found, strict=True)) if one != two]
    return len(at) == 2 and at[1] - at[0] == 1 and wanted[at[0]] != found[at[1]]


def _counts_differently(wanted: str, found: str) -> bool:
    """Return whether numbers or levels differ: another five-year plan is another name."""
    return [one for one in wanted if one in _COUNTS] != [one for one in found if one in _COUNTS]
