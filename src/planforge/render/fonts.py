"""Finds the fonts of a house format on this machine: the official ones first, then their stand-ins.

Folders are searched in order: those of ``PLANFORGE_FONTS``, planforge's own cache, the checkout's cache, the system's.
Fonts are known by file name, so nothing is opened while searching.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from planforge.caches import cache_folder
from planforge.records import record
from planforge.render.errors import FontError
from planforge.render.house import FontFile, FontRole, House

FONT_FOLDERS_VARIABLE = "PLANFORGE_FONTS"
_SUFFIXES = {".otf", ".ttf", ".ttc"}
_SYSTEM = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts", "~/Library/Fonts",
           "/Library/Fonts", "C:/Windows/Fonts")  # fmt: skip


@record(frozen=True, slots=True)
class Face:
    """A font file in use: ``name`` as DOCX would write it, ``official`` false for a stand-in."""

    name: str
    path: Path
    official: bool


@record(frozen=True, slots=True)
class FontSet:
    """The faces of each role by priority; the first one that has a character prints it."""

    faces: Mapping[str, tuple[Face, ...]]
    notes: tuple[str, ...] = ()

    def all_faces(self) -> list[Face]:
        """Return every face once, in a stable order."""
        return list(dict.fromkeys(face for role in sorted(self.faces) for face in self.faces[role]))


def font_folders() -> list[Path]:
    """Return the folders to search, in order; those that do not exist are left out."""
    named = [part for part in os.environ.get(FONT_FOLDERS_VARIABLE, "").split(os.pathsep) if part]
    checkout = Path(__file__).resolve().parents[3] / ".cache" / "fonts"
    folders = [*named, str(own_folder()), str(checkout), *_SYSTEM]
    expanded = (Path(os.path.expanduser(folder)) for folder in folders)  # noqa: PTH111 - of a path it needs a home
    return [path for path in expanded if path.is_dir()]


def own_folder() -> Path:
    """Return the folder where planforge keeps the fonts it was given; it need not exist."""
    return cache_folder("fonts")


def find_fonts(house: House, folders: Sequence[Path] | None = None) -> FontSet:
    """Find the fonts of ``house``; ``notes`` says in Chinese which roles print in another face.

    Raises:
        FontError: there is no font for any role.
    """
    shelf = _shelf(tuple(font_folders() if folders is None else folders))
    faces = {role: tuple(_candidates(font, shelf)) for role, font in house.fonts.items()}
    spare = tuple(dict.fromkeys(face for found in faces.values() for face in found))
    if not spare:
        raise FontError(
            "这台机器上没有可用的中文字体，不能生成 PDF",
            hint=f"请把字体文件放到 ~/.cache/planforge/fonts，或用环境变量 {FONT_FOLDERS_VARIABLE} 指出它们的文件夹",
        )
    used = {role: found or spare for role, found in faces.items()}
    return FontSet(used, tuple(_stand_ins(house.fonts, used)))


def _candidates(font: FontRole, shelf: Mapping[str, Path]) -> Iterator[Face]:
    for candidate in (font.official, *font.stand_ins):
        if path := _path(candidate, shelf):
            yield Face(candidate.name, path, candidate is font.official)


def _path(font: FontFile, shelf: Mapping[str, Path]) -> Path | None:
    return next((shelf[name.lower()] for name in font.files if name.lower() in shelf), None)


def _stand_ins(fonts: Mapping[str, FontRole], used: Mapping[str, Sequence[Face]]) -> Iterator[str]:
    """Yield one remark that names every face which stands in for an official one."""
    pairs = [f"{font.official.name}→{used[role][0].name}" for role, font in fonts.items() if not used[role][0].official]
    if pairs:
        yield f"没有公文规定的字体，PDF 用近似的字体代替：{'、'.join(dict.fromkeys(pairs))}"


@lru_cache(maxsize=8)
def _shelf(folders: tuple[Path, ...]) -> dict[str, Path]:
    """Font files by lower-case name; the first folder that has a name wins."""
    shelf: dict[str, Path] = {}
    for folder in folders:
        for parent, folder_names, names in os.walk(folder):
            folder_names.sort()
            for name in sorted(names):
                if Path(name).suffix.lower() in _SUFFIXES:
                    shelf.setdefault(name.lower(), Path(parent) / name)
    return shelf
