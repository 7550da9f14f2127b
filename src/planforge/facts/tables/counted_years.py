"""How many years a head counts: 三年年均增长, 前三年增加, 后两年年均增速."""

from __future__ import annotations

from planforge.facts.figures.numbers import chinese
from planforge.patterns import expression
from planforge.records import record

_COUNTED = expression(
    "(?P<first>[前头首])?(?<![\\d第上一二三四五六七八九十])(?P<length>[两二三四五六七八九十]|[2-9]|10)年(?!级|制|期(?!间)|[前后])"
)


@record(frozen=True)
class CountedYears:
    """A number of years, and whether they are the first ones (前三年) and not the last."""

    length: int
    first: bool


def counted_years(head: str) -> CountedYears | None:
    """Return the years that a head counts, None where it counts none."""
    found = _COUNTED.search(head) if "年" in head else None
    if found is None:
        return None
    length = int(found["length"]) if found["length"].isdigit() else int(chinese(found["length"]) or 0)
    return CountedYears(length, found["first"] is not None)
