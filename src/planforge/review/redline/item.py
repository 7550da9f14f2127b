"""What the alignment works on and what it says: items and steps."""

from __future__ import annotations

from planforge.records import record


@record(frozen=True, slots=True)
class Item:
    """A paragraph or table as the alignment sees it.

    Attributes:
        kind: p, tbl or another element.
        text: its characters.
        style: its style; only what has the same style may be joined.
        name: its bookmark, for a table that of its caption; "" without one.
        blank: an empty paragraph, which only keeps a distance.
    """

    kind: str
    text: str
    style: str = ""
    name: str = ""
    blank: bool = False

    @property
    def key(self) -> tuple[str, str]:
        """What two items have in common that are the same word for word."""
        return self.kind, self.text


@record(frozen=True, slots=True)
class Step:
    """Positions on both sides that belong together, in the order of the redline.

    One position on each side: it stayed or was reworded. One against several: it was split, or they were joined. None
    on one side: added or removed, or moved; ``away`` then is where it stands on the other side.
    """

    old: tuple[int, ...] = ()
    new: tuple[int, ...] = ()
    away: int | None = None

    @property
    def paired(self) -> bool:
        """Whether there is something on both sides."""
        return bool(self.old and self.new)


@record(frozen=True, slots=True)
class Span:
    """Positions from ``a`` to before ``b`` of the old side, from ``c`` to before ``d`` of the new one."""

    a: int
    b: int
    c: int
    d: int
