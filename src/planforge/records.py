"""Values that never change: `record` makes their classes, `cached_property` reckons what follows from them, once.

A plan is read into some ten of these for each figure, so what making one costs is felt. For the type checker a record
is a frozen dataclass, and an assignment to one is an error there; when the program runs it is a plain dataclass, whose
fields are set without the detour that a frozen one takes (a tenth less time for a lint, ADR 0086). Two are equal, and
have one hash, when their fields are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = ["cached_property", "record"]

if TYPE_CHECKING:
    from dataclasses import dataclass as record
    from functools import cached_property
else:
    from dataclasses import dataclass, fields
    from operator import attrgetter

    def record(*, frozen=True, eq=True, order=False, **options):
        """Return the decorator of a record; `frozen` is for the type checker's eyes.

        `dataclass` writes and compiles each method of each class when the program starts. Of these only `__init__` is
        worth it: the others do the same with all fields at once.
        """

        def make(kind):
            if order:  # rare: all of the standard methods
                return dataclass(order=True, unsafe_hash=True, **options)(kind)
            made = dataclass(repr=False, eq=False, **options)(kind)
            made.__repr__ = _shown
            if eq:
                made.__eq__, made.__hash__ = _compared([field.name for field in fields(made) if field.compare])
            return made

        return make

    def _compared(names):
        """Return `__eq__` and `__hash__` by the fields of these names."""
        values = attrgetter(*names) if names else type

        def same(self, other):
            return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

        def number(self):
            return hash(values(self))

        return same, number

    def _shown(self):
        shown = (f"{field.name}={getattr(self, field.name)!r}" for field in fields(self) if field.repr)
        return f"{type(self).__qualname__}({', '.join(shown)})"

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
