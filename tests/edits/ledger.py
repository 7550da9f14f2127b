"""Edits of the ledger: values, comparators, years, units, owners; each with the judgement it deserves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from tests.edits.sources import Edit, files

_ENTRY = re.compile(r"^(?P<name>[^\s#].*):\n(?P<body>(?:[ ]{2,}.*\n|\n)+)", re.MULTILINE)
_MAP = re.compile(r"^  (?P<what>target|actual): \{(?P<figures>.*)\}$", re.MULTILINE)
_FIGURE = re.compile(
    r"(?P<year>\d{4}): \"?(?P<before>超过|不低于|不超过|约)?"
    r"(?P<number>\d+(?:\.\d+)?)(?P<after>以上|左右|以下)?\"?(?=,|$)"
)
_LEDGER = "indicators.yaml"


def ledger_edits(example: str) -> Iterator[Edit]:
    """Yield one edit of every sort that each figure allows."""
    text = files(example)[_LEDGER]
    for entry in _ENTRY.finditer(text):
        falls = "direction: 降" in entry["body"]
        for line in _MAP.finditer(text, entry.start(), entry.end()):
            for figure in _FIGURE.finditer(text, line.start("figures"), line.end("figures")):
                if line["what"] == "target":
                    yield from _target_edits(figure, falls)
                else:
                    yield _replaced(
                        "actual", figure, "number", _scaled(figure["number"], Decimal("1.07")), "figure-changed"
                    )
            yield from _postponed(line)
        yield from _owner(text, entry)
        yield from _unit(text, entry)


def _target_edits(figure: re.Match[str], falls: bool) -> Iterator[Edit]:
    if figure["before"] == "约" or figure["after"] == "左右":
        return
    less, more = (_scaled(figure["number"], Decimal(factor)) for factor in ("0.9", "1.1"))
    worse, better = ("stronger", "weaker") if falls else ("weaker", "stronger")
    yield _replaced("value", figure, "number", less, "target-changed", worse)
    yield _replaced("value", figure, "number", more, "target-changed", better)
    if figure["after"] == "以上" and not falls:
        yield _replaced("comparator", figure, "after", "左右", "target-changed", "weaker")
        yield _replaced("comparator", figure, "after", "以下", "target-changed", "weaker")
    if not figure["after"] and not figure["before"] and not falls:
        at = figure.start("number")
        yield Edit("comparator", _LEDGER, at, at, "超过", "target-changed", "stronger")


def _postponed(line: re.Match[str]) -> Iterator[Edit]:
    """A single target moved to another year; with several, which one moved is a matter of opinion."""
    found = list(_FIGURE.finditer(line["figures"]))
    if line["what"] == "target" and len(found) == 1:
        start = line.start("figures") + found[0].start("year")
        later = str(int(found[0]["year"]) + 3)
        yield Edit("year", _LEDGER, start, start + 4, later, "target-postponed", "weaker")


def _owner(text: str, entry: re.Match[str]) -> Iterator[Edit]:
    owner = re.compile(r"^  owner: (.*)$", re.MULTILINE).search(text, entry.start(), entry.end())
    if owner:
        yield Edit("owner", _LEDGER, owner.start(1), owner.end(1), "某委员会", "indicator-changed")


_UNIT = re.compile(r"^  unit: (?P<unit>\S+)$", re.MULTILINE)
_OTHER_UNITS = {"家": ("户", "equal"), "亿元": ("万元", "weaker"), "万元": ("亿元", "stronger"), "人次": ("件", "none")}
"""What a unit may become, and what that does to a target where more is better."""


def _unit(text: str, entry: re.Match[str]) -> Iterator[Edit]:
    unit = _UNIT.search(text, entry.start(), entry.end())
    if unit and unit["unit"] in _OTHER_UNITS and "direction: 降" not in entry["body"]:
        other, judgement = _OTHER_UNITS[unit["unit"]]
        kind, judgement = (
            ("target-changed", judgement) if "  target: {" in entry["body"] else ("figure-changed", "none")
        )
        if "  total: {" in entry["body"]:
            return  # of which years, says whether it is a target
        yield Edit("unit", _LEDGER, unit.start("unit"), unit.end("unit"), other, kind, judgement)


def _replaced(sort: str, figure: re.Match[str], group: str, words: str, kind: str, judgement: str = "none") -> Edit:
    return Edit(sort, _LEDGER, figure.start(group), figure.end(group), words, kind, judgement)


def _scaled(number: str, factor: Decimal) -> str:
    """Return another number with as many places."""
    value = Decimal(number)
    places = -int(value.as_tuple().exponent)
    scaled = round(value * factor, places)
    if scaled == value:
        scaled += Decimal(1).scaleb(-places) * (1 if factor > 1 else -1)
    return str(scaled)
