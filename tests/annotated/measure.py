"""How much of an annotated text is read as its reader read it: the measures by which planforge is judged.

A statement is found when its line, size and unit are; of the found ones kind, comparator, role, time and base are
compared, a share or an increment read as a level being no error. Two statements are linked when they are said of the
same indicator, tier and scope; the F1 of the pairs is that of all pairs of a text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import combinations

from planforge.facts.apart import kept_apart
from planforge.facts.statement import Statement
from tests.annotated.marked import Marked

_ALIKE = {"share": "level", "increment": "level", "gt": "ge", "lt": "le"}
_UNITS = {"户": "家", "名": "人", "位": "人"}
_SCALES = {"万亿": 1e12, "亿": 1e8, "万": 1e4}


@dataclass
class Measure:
    """What was found of a text, what is missing and what was too much; figures of attributes are (right, all)."""

    wanted: int = 0
    missed: list[str] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    attributes: dict[str, list[int]] = field(default_factory=dict)
    pairs: list[int] = field(default_factory=lambda: [0, 0, 0])

    def shares(self) -> dict[str, float]:
        """Return each measure as a share of one."""
        found = self.wanted - len(self.missed)
        shares = {"recall": found / self.wanted, "precision": found / (found + len(self.extra))}
        shares |= {name: right / total for name, (right, total) in self.attributes.items() if total}
        both, wanted, read = self.pairs
        return shares | {"linking": 2 * both / (wanted + read) if wanted + read else 1.0}


def measured(marks: Sequence[Marked], statements: Sequence[Statement]) -> Measure:
    """Compare what was read of a text with what is marked in it, under the names that `planforge facts` gives."""
    measure, free, matched = Measure(), kept_apart(statements), []
    for mark in sorted(marks, key=lambda mark: mark.optional):
        measure.wanted += not mark.optional
        one = _nearest(mark, free)
        if one is None:
            measure.missed += [] if mark.optional else [f"{mark.line} {mark.words} ({(mark.name or ('',))[0]})"]
            continue
        free.remove(one)
        if not mark.optional:
            matched.append((mark, one))
            _compare(measure, mark, one)
    measure.extra = [f"{one.span.place.line} {one.quote.text} = {_size(one)}" for one in free]
    _link(measure, [pair for pair in matched if pair[0].name is not None])
    return measure


def _nearest(mark: Marked, free: Sequence[Statement]) -> Statement | None:
    size = _sized(mark.value, mark.unit)
    alike = [one for one in free if one.span.place.line == mark.line and _same(size, _size(one), mark.unit)]
    return max(alike, key=lambda one: len(set(mark.words) & set(one.quote.text)), default=None)


def _same(wanted: tuple[float, str], read: tuple[float, str], unit: str) -> bool:
    return wanted[0] == read[0] and (unit == "any" or wanted[1] == read[1])


def _size(one: Statement) -> tuple[float, str]:
    return _sized(float(one.quantity.written.number), one.unit)


def _sized(value: float, unit: str) -> tuple[float, str]:
    scale = next((scale for scale in _SCALES if unit.startswith(scale)), "")
    unit = unit.removeprefix(scale).removeprefix("个") if unit == "个百分点" else unit.removeprefix(scale)
    return round(abs(value) * _SCALES.get(scale, 1), 6), _UNITS.get(unit, unit)


def _compare(measure: Measure, mark: Marked, one: Statement) -> None:
    read = {
        "kind": one.kind.value, "comparator": one.comparator.value, "role": one.role.value,
        "time": str(one.years), "base": str(one.base_year),
    }  # fmt: skip
    for name, wanted in mark.attributes.items():
        count = measure.attributes.setdefault(name, [0, 0])
        right = _ALIKE.get(wanted, wanted) == _ALIKE.get(read[name], read[name])
        count[0] += right
        count[1] += 1
        measure.wrong += [] if right else [f"{mark.line} {mark.words}: {name} {wanted}, read {read[name]}"]


def _link(measure: Measure, matched: Sequence[tuple[Marked, Statement]]) -> None:
    for (mark, one), (mark2, two) in combinations(matched, 2):
        wanted = mark.name == mark2.name
        name, name2 = (
            (each.indicator or (each.head if each.scope else ""), each.scope, each.tier) for each in (one, two)
        )
        read = bool(name[0]) and name == name2
        measure.pairs[0] += wanted and read
        measure.pairs[1] += wanted
        measure.pairs[2] += read
        if wanted is not read:
            sort = "apart" if wanted else "taken for one"
            measure.wrong.append(f"{mark.line} {mark.words} and {mark2.line} {mark2.words} {sort}: {name} {name2}")
