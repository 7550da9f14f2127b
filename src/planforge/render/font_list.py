"""The fonts of a house format on one machine, as plain data; `font_report.py` fills it."""

from __future__ import annotations

from pathlib import Path

from planforge.records import record
from planforge.render.fonts import Face


@record(frozen=True, slots=True)
class Uncovered:
    """A character that no face prints: the font asked for, the text around its first use."""

    character: str
    font: str
    where: str


@record(frozen=True, slots=True)
class RoleFont:
    """A role of a house format: the font asked for, and the face that prints, None when there is none at all.

    `spare` are the faces that print what the first one lacks.
    """

    role: str
    official: str
    used: Face | None
    spare: tuple[Face, ...] = ()


@record(frozen=True, slots=True)
class FontReport:
    """The fonts of a house format on this machine; `missing` is None when no plan was looked at."""

    house: str
    roles: tuple[RoleFont, ...]
    folders: tuple[Path, ...]
    missing: tuple[Uncovered, ...] | None = None

    @property
    def complete(self) -> bool:
        """Whether everything can be printed, with stand-ins or without."""
        return all(role.used is not None for role in self.roles) and not self.missing
