"""Which of the official faces a font is, whatever name a program gives it, and which stand-ins are declared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum
from functools import cache
from importlib.resources import files

from planforge.tables import read_table

FANGSONG, KAI, HEI, BIAOSONG, SONG = "仿宋", "楷体", "黑体", "小标宋", "宋体"


class Match(Enum):
    """How a font answers to the face that is asked for."""

    OFFICIAL = "official"
    STAND_IN = "stand-in"
    OTHER = "other"


def match_face(names: Iterable[str], face: str) -> Match:
    """Return whether a font known by `names` is the official face `face`, a declared stand-in for it, or neither."""
    plain = [_plain(name) for name in names]
    for kind in (Match.OFFICIAL, Match.STAND_IN):
        known = _table()[face][kind]
        # names go on after the family (FZFSK--GBK1-0, FandolFang R); what stands before it makes another font of it
        if any(name.startswith(candidate) for name in plain for candidate in known):
            return kind
    return Match.OTHER


def shown_face(names: Iterable[str]) -> str:
    """Return the name to show a reader: the longest, as PDF files also carry short inner names."""
    return max(names, key=len, default="不明的字体")


@cache
def _table() -> Mapping[str, Mapping[Match, tuple[str, ...]]]:
    table = read_table(files("planforge.inspect") / "faces.yaml")
    return {
        face: {
            Match.OFFICIAL: tuple(map(_plain, row["official"])),
            Match.STAND_IN: tuple(map(_plain, row["stand_ins"])),
        }
        for face, row in table.items()
    }


@cache
def _plain(name: str) -> str:
    return "".join(character for character in name.lower() if character not in " -_")
