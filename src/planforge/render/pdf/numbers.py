"""Which page number is printed where each place of a laid-out document stands."""

from __future__ import annotations

from typing import Any

from planforge.render.house import House
from planforge.render.pdf.html import BODY_ANCHOR

_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def page_numbers(document: Any, house: House) -> dict[str, str]:
    """Return the printed page number by anchor name; places on pages without a number have none."""
    front = front_pages(document)
    numbers: dict[str, str] = {}
    for index, sheet in enumerate(document.pages):
        for name in sheet.anchors:
            if index >= front:
                numbers[name] = str(index + 1 - front)
            elif house.page_number.front == "roman":
                numbers[name] = roman(index + 1)
    return numbers


def front_pages(document: Any) -> int:
    """Return how many pages stand before the body; 0 when there is no front matter."""
    return next((index for index, sheet in enumerate(document.pages) if BODY_ANCHOR in sheet.anchors), 0)


def roman(number: int) -> str:
    """Return a number in small Roman numerals."""
    written = ""
    for value, letters in _ROMAN:
        written += letters * (number // value)
        number %= value
    return written
