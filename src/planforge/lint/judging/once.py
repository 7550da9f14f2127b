"""What many rules ask of a plan's facts, found once and kept as long as the facts are."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

from planforge.facts.book import FactBook

_Found = TypeVar("_Found")


def once_a_book(find: Callable[[FactBook], _Found]) -> Callable[[FactBook], _Found]:
    """Return a function that finds the same, each book's once."""
    found: WeakKeyDictionary[FactBook, _Found] = WeakKeyDictionary()

    @wraps(find)
    def kept(book: FactBook) -> _Found:
        if book not in found:
            found[book] = find(book)
        return found[book]

    return kept
