"""Which lines of a YAML file are text behind `|` or `>`: there `#` begins no comment."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.patterns import expression
from planforge.source.place import SourceFile

_OPENS = expression(r"(?:^|[\s:-])[|>][+-]?\d?[+-]?[ \t]*(?:#.*)?$")


def text_lines(file: SourceFile) -> Iterator[int]:
    """Yield the numbers (from 1) of the lines inside block scalars that are not empty, in their order."""
    opened = -1
    for number in range(1, file.lines + 1):
        line = file.line(number).rstrip("\r\n")
        words = line.strip()
        if not words:
            continue
        indent = len(line) - len(line.lstrip(" "))
        if opened >= 0 and indent > opened:
            yield number
            continue
        opened = _column_of_key(line) if _OPENS.search(words) and not words.startswith("#") else -1


def _column_of_key(line: str) -> int:
    """Return the indent that text behind the `|` of a line must exceed: that of its key, or of its dash."""
    return len(line) - len(line.lstrip(" -")) if line.lstrip(" ").startswith("- ") and ":" in line else _indent(line)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
