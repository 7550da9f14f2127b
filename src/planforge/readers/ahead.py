"""What was read and waits for what stands below it: the title and the unit of a table, the paragraphs of a 专栏."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from planforge.outline.block import Block
from planforge.outline.text import Text
from planforge.patterns import expression
from planforge.readers.marks import unit_line
from planforge.readers.piece import Piece
from planforge.readers.texts import labelled, text_of

_UNIT_IN_TITLE = expression(r"[（(](?P<unit>单位\s*[:：]\s*[^（）()]{1,12})[）)]$")


@dataclass
class OpenBox:
    """A 专栏 whose title was read."""

    title: Text
    label: str
    paragraphs: list[Text] = field(default_factory=list)

    def block(self) -> Block:
        """Return the 专栏 with what was read below its title."""
        fields = labelled(self.title, self.label)
        return Block("box", self.title.whole, title=self.title, paragraphs=tuple(self.paragraphs), fields=fields)


@dataclass
class TableHead:
    """What was read of the head of a table: its title, the number before it, its unit.

    Attributes:
        below_label: a title on a line of its own below 附表1, which is words of the plan when no table follows.
    """

    caption: Text | None = None
    label: str = ""
    unit: Text | None = None
    below_label: Text | None = None

    def let_go(self, piece: Piece) -> Iterator[Text]:
        """Yield what belongs to no table, since something else follows."""
        if piece.rows:
            return
        if self.unit is not None:
            yield self.unit
            self.unit = None
        if self.below_label is not None and not unit_line(piece.text):
            yield self.below_label
            self.below_label, self.caption, self.label = None, None, ""

    def table(self, piece: Piece, above: Piece | None) -> Block:
        """Return a table with the head that was read."""
        rows = tuple(tuple(cell.text() for cell in row) for row in piece.rows)
        place = (text_of(piece) if self.caption is None else self.caption).whole
        # a title without a place of its own: the table has no caption, so it is not counted either
        title = Text(place.file, ()) if self.caption is None else self.caption
        unit = self.unit or (None if self.caption else _unit_in(above))
        fields = ({"unit": (unit,)} if unit else {}) | labelled(title, self.label)
        return Block("table", place, title=title, rows=rows, fields=fields)


def _unit_in(above: Piece | None) -> Text | None:
    """Return the unit that the title right above a table names when it is no caption: 投资计划表（单位：万元）."""
    found = _UNIT_IN_TITLE.search(above.text) if above is not None else None
    return text_of(above, *found.span("unit")) if above is not None and found else None
