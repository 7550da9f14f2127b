"""Properties by level: the same element on several levels (defaults, styles, direct), the remotest first."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from planforge.ooxml.names import w

_OFF = ("0", "false", "off")
Levels = list[Element]


def present(levels: Iterable[Element | None]) -> Levels:
    """Return the levels that exist."""
    return [level for level in levels if level is not None]


def each(levels: Levels, name: str) -> Iterable[Element]:
    """Return the element of this name on every level that has one."""
    return (found for level in levels if (found := level.find(w(name))) is not None)


def last(levels: Levels, name: str) -> Element | None:
    """Return the element of the nearest level that has one."""
    found = None
    for found in each(levels, name):  # noqa: B007 - the last one is wanted
        pass
    return found


def merged(levels: Levels, name: str) -> dict[str, str]:
    """Return the attributes of an element, each from the nearest level that has it."""
    found: dict[str, str] = {}
    for element in each(levels, name):
        found.update({key.rpartition("}")[2]: value for key, value in element.attrib.items()})
    return found


def flag(element: Element | None, default: bool) -> bool:
    """Return an on-off property."""
    return default if element is None else is_on(element.get(w("val"), "1"))


def is_on(value: str) -> bool:
    """Return what an on-off value says."""
    return value not in _OFF


def value_of(element: Element | None, name: str, default: str) -> str:
    """Return an attribute of the main namespace."""
    return default if element is None else element.get(w(name), default)


def number_of(element: Element | None, name: str, default: int) -> int:
    """Return a whole-number attribute of the main namespace."""
    found = whole(value_of(element, name, ""))
    return default if found is None else found


def whole(value: str | None) -> int | None:
    """Return a whole number; Word writes some lengths as “12.5” or “14pt”, which count as whole twips here."""
    try:
        return round(float(value.removesuffix("pt")) * (20 if value.endswith("pt") else 1)) if value else None
    except (ValueError, OverflowError):
        return None


def named(direct: Element | None, reference: str) -> str:
    """Return the style that properties refer to, "" when none."""
    return value_of(direct.find(w(reference)), "val", "") if direct is not None else ""
