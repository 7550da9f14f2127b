"""Keys that stand in one mapping again: told once for every row of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from planforge.source.nodes import Scalar
from planforge.source.problem import Problem, ProblemKind, quoted


def told_again(again: Sequence[Scalar], first: Mapping[str, Scalar]) -> Iterator[Problem]:
    """Yield the problems of keys that stand again one behind the other.

    Args:
        again: the keys; several different ones in a row are most likely an item whose “- ” is missing.
        first: where each key stood first.
    """
    names = {key.value for key in again}
    if len(again) > 1 and len(names) == len(again):
        name = quoted(again[0].value)
        message = (
            f"从键{name}起的{len(again)}个键在同一处又写了一遍；如果这里是新的一项，请在{name}前面加“- ”，不然请删去"
        )
        yield _problem(again[0], first, message)
        return
    for key in again:
        yield _problem(key, first, f"键{quoted(key.value)}在同一处写了两次，后一个会盖掉前一个，请删去一个")


def _problem(key: Scalar, first: Mapping[str, Scalar], message: str) -> Problem:
    return Problem(ProblemKind.DUPLICATE_KEY, message, key.span, ((first[key.value].span, "第一次写在这里"),))
