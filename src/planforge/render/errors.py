"""What can stop the rendering of a plan: the house format, its template, the fonts, an illegal character."""

from __future__ import annotations

from planforge.errors import PlanforgeError


class HouseError(PlanforgeError):
    """A house format that does not exist or whose manifest is broken."""


class TemplateError(PlanforgeError):
    """A template that cannot be run, or that wrote something which is not a page.

    Args:
        message: one Chinese sentence without the place.
        place: template file and line, such as ``page.xml.jinja:12``; empty when unknown.
        block: the element concerned, such as ``heading“主要目标”``; empty when unknown.
        hint: what to do about it.
    """

    def __init__(self, message: str, *, place: str = "", block: str = "", hint: str | None = None) -> None:
        file, _, line = place.partition(":")
        where = f"模板 {file} 第{line}行" if line else f"模板 {file}" if file else "模板"
        super().__init__(f"{where}{f'（{block}）' if block else ''}：{message}", hint=hint)
        self.said = message
        self.place = place
        self.block = block


class CharacterError(PlanforgeError):
    """A character that no XML file may hold, such as NUL."""


class UnavailableError(PlanforgeError):
    """What one output format needs is not on this machine; the other formats can be written."""


class FontError(UnavailableError):
    """No usable Chinese font at all."""


class LibraryError(UnavailableError):
    """A library that one output format needs is not installed."""
