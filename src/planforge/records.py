"""Values that never change: `record` makes their classes, `cached_property` reckons what follows from them, once.

A plan is read into some ten of these for each figure, so what making one costs is felt. For the type checker a record
is a frozen dataclass, and an assignment to one is an error there; when the program runs it is a plain dataclass, whose
fields are set without the detour that a frozen one takes (a tenth less time for a lint, ADR 0086). Its hash is
that of its fields all the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = ["cached_property", "record"]

if TYPE_CHECKING:
    from dataclasses import dataclass as record
    from functools import cached_property
else:
    from dataclasses import dataclass

    def record(*, frozen=True, eq=True, **options):
        """Return the decorator of a record; `frozen` is for the type checker's eyes."""
        return dataclass(eq=eq, unsafe_hash=frozen and eq, **options)

    class cached_property:  # noqa: N801 - named as the standard one it stands in for
        """A property that is reckoned once; without the lock that Python 3.11 takes for each of the standard ones."""

        def __init__(self, reckon):
            self.reckon = reckon
            self.__doc__ = reckon.__doc__

        def __set_name__(self, owner, name):
            self.name = name

        def __get__(self, instance, owner=None):
            if instance is None:
                return self
            value = instance.__dict__[self.name] = self.reckon(instance)
            return value
