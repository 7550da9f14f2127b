"""A text file as pieces: headings by #, bold first words by **, tables, contents lists left out, cuts mended."""

from __future__ import annotations

import re

from planforge.outline.characters import Characters
from planforge.readers.joining import joined
from planforge.readers.marks import caption_mark, is_contents_line, unit_line
from planforge.readers.piece import Piece
from planforge.readers.text_tables import TextTables
from planforge.source.place import SourceFile

_HASH = re.compile(r"(#{1,6})\s*")
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_RULE = re.compile(r"^(?:-{3,}|\*{3,}|_{3,}|={3,})$")


def pieces_of(file: SourceFile) -> list[Piece]:
    """Return the pieces of a text file in its order."""
    lines = [line for line in _lines(file) if line.value.strip() and not _RULE.match(line.value)]
    found: list[Piece] = []
    at = 0
    tables = TextTables(lines)
    while at < len(lines):
        if is_contents_line(lines[at].value):
            at += 1
            continue
        rows, behind = tables.at(at, announced=_announced(found))
        found.append(Piece((lines[at],), rows=rows) if rows else _paragraph(lines[at]))
        at = behind
    return list(joined(found))


def _announced(before: list[Piece]) -> bool:
    """Whether a caption stands right above, perhaps with a line that names the unit between."""
    above = next((piece.text for piece in reversed(before[-2:]) if not unit_line(piece.text)), "")
    return bool(caption_mark(above))


def _lines(file: SourceFile) -> list[Characters]:
    found, start = [], 0
    for line in file.text.split("\n"):
        # blanks at the ends go, tabs stay: they part cells
        stripped = line.rstrip(" \r\u3000\ufeff").lstrip(" \u3000\ufeff")
        begin = start + line.find(stripped) if stripped else start
        found.append(Characters(file, stripped, range(begin, begin + len(stripped))))
        start += len(line) + 1
    return found


def _paragraph(line: Characters) -> Piece:
    """Take # and ** away; what they said stays as level and lead."""
    hashes = _HASH.match(line.value)
    if hashes:
        line = line.cut(hashes.end(), len(line.value))
    if "**" not in line.value:
        return Piece((line,), level=len(hashes[1]) if hashes else 0)
    bold = _BOLD.match(line.value)
    lead = len(bold[1]) if bold and bold.end() < len(line.value) else 0
    return Piece((_without_bold(line),), level=len(hashes[1]) if hashes else 0, lead=lead)


def _without_bold(line: Characters) -> Characters:
    drop = {at for match in _BOLD.finditer(line.value) for at in (*_pair(match.start()), *_pair(match.end() - 2))}
    kept = [index for index in range(len(line.value)) if index not in drop]
    value = "".join(line.value[index] for index in kept)
    return Characters(line.file, value, tuple(line.offsets[index] for index in kept))


def _pair(start: int) -> tuple[int, int]:
    return start, start + 1
