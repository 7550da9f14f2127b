"""Texts of plans with the statements they make marked in place.

    @ actual 2024 b=2023 B=2015
    实现地区生产总值{2386.47亿元|地区生产总值}，同比增长{6.1%|地区生产总值|ga}

In braces stand the words of the figure, the indicator, and what the words do not show. Value and unit are those of the
words unless `v=` and `u=` give others; the kind is that of the unit unless a word names it: `ga` growth_annual, `gt`
growth_total, `x` multiple, `inc` increment, `rank`, `doubling`; `ge`, `le`, `approx` the comparator; a role; a year or
run of years; `b=` the base year, or a bare `b` for that of the section (a yearly change has it unasked, `B=` is for
changes over several years); `tier=`, `scope=`. `any` as a value leaves an attribute open, `optional` the figure.
A line that begins with `@` sets role, years and bases for what follows. Marks are read by a reader, never by planforge.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

_MARK = re.compile(r"\{([^{}|]*)\|([^{}|]*)(?:\|([^{}|]*))?\}")
_FIGURE = re.compile(r"(-?\d+(?:\.\d+)?)([^\d]*)$")
_BOUND = re.compile("(?:及?以上|以下|以内|左右|余)")
_KINDS = {"ga": "growth_annual", "gt": "growth_total", "x": "multiple", "inc": "increment", "rank": "rank"}
_KINDS |= {"doubling": "doubling", "level": "level"}
_ROLES = {"actual": "actual", "target": "target", "base": "baseline"}
_PERSONS, _FIRMS = {"名", "位"}, {"户"}


@dataclass(frozen=True)
class Marked:
    """A statement as a reader marked it; attributes that are missing from `attributes` are open."""

    line: int
    words: str
    value: float
    unit: str
    attributes: dict[str, str]
    name: tuple[str, str, str] | None
    optional: bool


def read_marked(path: Path) -> tuple[str, list[Marked]]:
    """Return a text without its marks, and what was marked in it."""
    section: set[str] = {"actual"}
    lines: list[str] = []
    statements: list[Marked] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("@"):
            section = set(line[1:].split())
            continue
        lines.append(_MARK.sub(r"\1", line))
        statements += [_marked(len(lines), match, section) for match in _MARK.finditer(line)]
    return "\n".join(lines) + "\n", statements


def _marked(line: int, match: re.Match[str], section: set[str]) -> Marked:
    words, name, rest = match[1], match[2], (match[3] or "").split()
    own = dict(word.split("=", 1) for word in rest if "=" in word)
    bases = dict(word.split("=", 1) for word in section if "=" in word)
    figure = _FIGURE.search(_BOUND.sub("", words))
    value, unit = (figure[1], figure[2]) if figure else ("", "")
    value, unit = own.get("v", value), own.get("u", unit)
    attributes = {
        "kind": next((_KINDS[word] for word in rest if word in _KINDS), "level"),
        "comparator": next((word for word in rest if word in {"ge", "le", "approx"}), "eq"),
        "role": next(_ROLES[word] for word in (*rest, *section) if word in _ROLES),
        "time": next((word for word in (*rest, *section) if re.fullmatch(r"\d{4}(?:-\d{4})?", word)), ""),
    }
    base = own.get("b") or (bases.get("b") if "ga" in rest or "b" in rest else bases.get("B") if "gt" in rest else None)
    attributes |= {"base": base} if base else {}
    attributes |= {key: own[key] for key in ("kind", "comparator", "role", "time") if key in own}
    identity = None if "any" in {own.get("name"), own.get("scope"), own.get("tier")} else (
        name, own.get("scope", ""), own.get("tier", "")
    )  # fmt: skip
    kept = {key: value for key, value in attributes.items() if value and value != "any"}
    return Marked(line, words, float(value), unit, kept, identity, "optional" in rest or "any" in rest)
