"""Takes the fonts an office owns from a folder: known by the names inside the files, whatever the files are called.

They are copied to planforge's own folder under the names that house formats look for; nothing is installed.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from planforge.errors import SourceError
from planforge.records import record
from planforge.render.house import FontFile, House
from planforge.source.files import write_atomic

MOST_BYTES = 64 * 1024 * 1024
MOST_FILES = 2_000
_SUFFIXES = {".ttf", ".otf", ".ttc"}
_NAME_IDS = (1, 4, 6, 16)


@record(frozen=True, slots=True)
class Taken:
    """A font that was copied: its name, where from, where to."""

    name: str
    source: Path
    target: Path


def take_fonts(folder: Path, houses: Sequence[House], into: Path) -> list[Taken]:
    """Copy every font of these house formats that `folder` holds; return what was copied.

    Raises:
        SourceError: no such folder, or none of the fonts in it.
    """
    if not folder.is_dir():
        raise SourceError(f"找不到文件夹“{folder}”", hint="请检查路径是否写对")
    wanted = _wanted(houses)
    taken: dict[str, Taken] = {}
    for file in _files(folder):
        font = next((wanted[name] for name in _names(file) if name in wanted), None)
        if font is not None and font.name not in taken:
            target = into / _called(font, file)
            write_atomic(target, file.read_bytes())
            taken[font.name] = Taken(font.name, file, target)
    if not taken:
        raise SourceError(
            f"“{folder}”里没有版式要用的字体", hint="请放入仿宋_GB2312、方正小标宋简体等字体的 ttf、otf 或 ttc 文件"
        )
    return list(taken.values())


def _wanted(houses: Sequence[House]) -> dict[str, FontFile]:
    """Return the fonts by every name they may go by, plain."""
    found: dict[str, FontFile] = {}
    for house in houses:
        for role in house.fonts.values():
            for font in (role.official, *role.stand_ins):
                for name in (font.name, *(Path(file).stem for file in font.files)):
                    found.setdefault(_plain(name), font)
    return found


def _files(folder: Path) -> Iterator[Path]:
    seen = 0
    for parent, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            path = Path(parent) / name
            if path.suffix.lower() in _SUFFIXES and path.is_file() and path.stat().st_size <= MOST_BYTES:
                seen += 1
                if seen > MOST_FILES:
                    return
                yield path


def _names(file: Path) -> list[str]:
    """Return the plain names of a font: that of the file, and those inside it."""
    from fontTools.ttLib import TTFont, TTLibError

    names = [_plain(file.stem)]
    try:
        with TTFont(file, fontNumber=0, lazy=True) as font:
            records = font["name"].names
            names += [_plain(record.toUnicode(errors="replace")) for record in records if record.nameID in _NAME_IDS]
    except (TTLibError, KeyError, ValueError, AssertionError, OSError, EOFError, LookupError):
        return []  # no font, or a damaged one: not one to take
    return names


def _called(font: FontFile, file: Path) -> str:
    """Return the name under which a house format finds the file."""
    alike = [name for name in font.files if Path(name).suffix.lower() == file.suffix.lower()]
    return (alike or list(font.files))[0]


def _plain(name: str) -> str:
    return "".join(name.lower().replace("_", "").replace("-", "").split())
