"""`Looks`: classes for what would be written into `style` again and again.

WeasyPrint reads each `style` attribute anew and reckons all properties of its element alone; elements of one parent
and the same classes share them.
"""

from __future__ import annotations


class Looks:
    """The classes given so far, by their declarations."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}

    def name(self, declarations: str) -> str:
        """Return the class of some CSS declarations, "" for none."""
        return self._names.setdefault(declarations, f"pf-look-{len(self._names)}") if declarations else ""

    def css(self) -> str:
        """Return the rules; they stand behind all others, whose declarations they replace as `style` would."""
        return "\n".join(f".{name} {{ {declarations} }}" for declarations, name in self._names.items())
