"""Units and measure words as the vocabulary lists them: canonical form, class, kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from functools import cache

from planforge.facts.writing.words import table
from planforge.patterns import expression
from planforge.records import record

SCALE_IN_UNIT = expression("^(万亿|亿|万|千|百)(?=.)")


@record(frozen=True, slots=True)
class Unit:
    """A unit in its canonical form. `classes` says what it counts or measures, `kind` what sort of unit it is.

    `counts` tells whether it counts things one by one; `named` when a figure right before a noun only names it: "true"
    unless a verb states it, "always", or "".
    """

    name: str
    classes: frozenset[str]
    kind: str
    named: str = ""
    not_before: tuple[str, ...] = ()
    counts: bool = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Note whether it counts things one by one; every figure is asked that many times."""
        object.__setattr__(self, "counts", self.kind == "counter")

    def comparable(self, other: Unit) -> bool:
        """Whether figures in the two units can speak of the same quantity."""
        return self.name == other.name or not self.classes.isdisjoint(other.classes)


# A mass or volume by the year or day before a noun is the capacity of a plant: 30万吨/年乙烯装置.
_NAMED = {"年": "always", "日": "always", "天": "always"}
NO_UNIT = Unit("", frozenset({"bare"}), "bare")


@cache
def units() -> Mapping[str, Unit]:
    """Return every way to write a unit with what it means."""
    found: dict[str, Unit] = {}
    for row in table("units")["units"]:
        guards = tuple(row.get("not_before", ()))
        unit = Unit(str(row["unit"]), frozenset(row["class"]), row["kind"], str(row.get("named", "")), guards)
        for written in (row["unit"], *row.get("also", ())):
            found.setdefault(str(written), unit)  # 名 and 位 are 人, but end before other words
    return found


_AMONG = expression("^[1人例]?/(10万|万|千)(?:人口?)?$")
"""1/10万, 例/10万人: cases among so many people."""


def unit_of(written: str) -> Unit:
    """Return the unit for its written form; compound units (微克/立方米) and unknown ones become units of their own."""
    known = units().get(written)
    if known is not None:
        return known
    if not written:
        return NO_UNIT
    name = _AMONG.sub(r"/\1", written.replace("每", "/"))
    compound = "/" in name
    name = _compound(name) if compound else name
    return Unit(
        name,
        frozenset({name}),
        "physical" if compound else "other",
        _NAMED.get(name.partition("/")[2], "true") if compound else "",
    )


_TIMES = {"d": "天", "h": "小时", "s": "秒", "a": "年", "30天": "月", "30日": "月", "30d": "月"}
"""Dust is caught for 30 days, which reports call a month."""
_TOGETHER = expression("[·•・.*×]")


def _compound(name: str) -> str:
    """Return a compound unit in one way of writing: 元/人/月, 元/(人·月) and 元/人.月 are 元/人·月."""
    above, _, below = name.partition("/")
    parts = [part for one in below.strip("()（）").split("/") for part in _TOGETHER.split(one)]
    return f"{_plain(above)}/{'·'.join(_plain(part) for part in parts)}"


def _plain(part: str) -> str:
    """Return one part of a compound unit as the vocabulary calls it: mg/L and 毫克/升 are one unit."""
    known = units().get(part)
    return known.name if known is not None else _TIMES.get(part, part)


def split_scale(written: str) -> tuple[int, str, str]:
    """Take a scale off a unit (“万平方米”): return its size, the scale as written, and the rest."""
    match = SCALE_IN_UNIT.match(written)
    if match is None or written in units():
        return 1, "", written
    scale = match[1]
    return {"万亿": 10**12, "亿": 10**8, "万": 10**4, "千": 10**3, "百": 10**2}[scale], scale, written[match.end() :]
