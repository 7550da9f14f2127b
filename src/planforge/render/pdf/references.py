"""Keeps the references to the pages of a PDF while it is tagged.

WeasyPrint gives every structure element a reference to its page, and pydyf makes those of all pages anew each time it
is asked for one: ten times the pages took a hundred times as long. Where pydyf has another shape nothing is replaced;
then only time is lost.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

_KEPT = "planforge_page_references"
_PROPERTY = "page_references"


def install() -> bool:
    """Replace the property; False when this pydyf does not have it in the known shape."""
    from pydyf import PDF

    make = page_references(PDF)
    if make is None:
        return False
    if not hasattr(make, _KEPT):
        setattr(PDF, _PROPERTY, property(_keeping(make)))
    return True


def page_references(kind: type) -> Callable[[Any], tuple[bytes, ...]] | None:
    """Return what makes the references of a PDF; None when it is no property of this class."""
    return getattr(vars(kind).get(_PROPERTY), "fget", None)


def _keeping(make: Callable[[Any], tuple[bytes, ...]]) -> Callable[[Any], tuple[bytes, ...]]:
    """Return a function that makes the references once for each number of pages; pages are only ever added."""

    def kept(pdf: Any) -> tuple[bytes, ...]:
        count, made = getattr(pdf, _KEPT, (0, ()))
        if count != pdf.pages["Count"]:
            count, made = pdf.pages["Count"], make(pdf)
            setattr(pdf, _KEPT, (count, made))
        return tuple(made)

    setattr(kept, _KEPT, True)
    return kept
