"""What every format is first turned into: paragraphs and tables in the order of the document."""

from __future__ import annotations

from planforge.outline.characters import Characters
from planforge.readers.marks import Mark, mark_of
from planforge.records import cached_property, record


@record(frozen=True)
class Piece:
    """A paragraph as found, or a table when it has rows.

    Attributes:
        lines: the lines of the file that make up the paragraph; several when it was broken by a page or a line end.
        level: heading level the format itself gives (Markdown #, Word's outline level), 0 for none.
        lead: how many first characters the format sets apart (bold first words).
        rows: the cells of a table; a merged cell repeats its text in each place it covers.
    """

    lines: tuple[Characters, ...]
    level: int = 0
    lead: int = 0
    rows: tuple[tuple[Characters, ...], ...] = ()

    @cached_property
    def text(self) -> str:
        """The words, lines joined."""
        if len(self.lines) == 1:
            return self.lines[0].value
        return "".join(line.value for line in self.lines)

    @cached_property
    def mark(self) -> Mark | None:
        """The heading number that the words begin with."""
        return mark_of(self.text)
