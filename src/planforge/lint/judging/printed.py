"""The words that stand beside figures, without the blanks and line ends of the file."""

from __future__ import annotations

from planforge.facts.statement import Statement


def words_between(one: Statement, two: Statement) -> str:
    """Return what stands between two figures, the unit of the first included; "" where they stand in two files."""
    if one.span.file is not two.span.file:
        return ""
    return "".join(one.span.file.text[one.span.end : two.span.start].split())


def words_before(one: Statement, most: int) -> str:
    """Return what stands before a figure, of so many characters of the file."""
    return "".join(one.span.file.text[max(0, one.span.start - most) : one.span.start].split())
