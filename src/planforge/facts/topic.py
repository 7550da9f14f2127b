"""What one statement of prose speaks of, while its sentence is read: the figure with its words, and the topic found."""

from __future__ import annotations

from planforge.facts.changes.growth import Growth, Kind
from planforge.facts.figures.quantity import Quantity
from planforge.facts.names.indicators import Name
from planforge.facts.statement import Statement
from planforge.records import record


@record(frozen=True)
class Topic:
    """What one statement speaks of: its name, the words for it, and the statement it belongs to.

    `kind` is that of what an aim is the aim of.
    """

    name: Name
    head: str
    verbs: tuple[str, ...] = ()
    parent: Statement | None = None
    inherited: bool = False
    actor: str = ""
    kind: Kind | None = None


def name_of(told: Statement) -> Name:
    """Return the name that a statement goes by, for another figure of the same."""
    return Name(told.indicator, told.tier, told.scope, told.known)


@record(frozen=True)
class Around:
    """A figure with its growth wording and the words before it, times taken out, from `start` on."""

    figure: Quantity
    grown: Growth | None
    region: str
    start: int
