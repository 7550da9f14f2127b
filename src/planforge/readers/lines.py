"""A text file as pieces: headings by #, bold first words by **, tables, contents lists left out, cuts mended."""

from __future__ import annotations

from planforge.outline.characters import Characters
from planforge.patterns import expression
from planforge.readers.joining import joined
from planforge.readers.markdown import bold_lead, without_code, without_marks
from planforge.readers.marks import annex_table, caption_mark, is_contents_line, unit_line
from planforge.readers.piece import Piece
from planforge.readers.text_tables import TextTables
from planforge.source.place import SourceFile

_HASH = expression(r"(#{1,6})\s*")
_RULE = expression(r"^(?:-{3,}|\*{3,}|_{3,}|={3,})$")


def pieces_of(file: SourceFile) -> list[Piece]:
    """Return the pieces of a text file in its order."""
    lines = [line for line in without_code(_lines(file)) if line.value.strip() and not _is_rule(line.value)]
    found: list[Piece] = []
    at = 0
    tables = TextTables(lines)
    while at < len(lines):
        if is_contents_line(lines[at].value):
            at += 1
            continue
        rows, behind = tables.at(at, announced=_announced(found))
        found += [Piece((lines[at],), rows=rows)] if rows else _paragraph(lines[at])
        at = behind
    return list(joined(found))


def _is_rule(line: str) -> bool:
    return line.startswith(("---", "***", "___", "===")) and _RULE.match(line) is not None


def _announced(before: list[Piece]) -> bool:
    """Whether a caption stands right above, perhaps with a line that names the unit between."""
    for piece in before[:-3:-1]:
        if not unit_line(piece.text):
            return bool(caption_mark(piece.text) or annex_table(piece.text))
    return False


def _lines(file: SourceFile) -> list[Characters]:
    found, start = [], 0
    for line in file.text.split("\n"):
        # blanks at the ends go, tabs stay: they part cells
        stripped = line.rstrip(" \r\u3000\ufeff").lstrip(" \u3000\ufeff")
        begin = start + line.find(stripped) if stripped else start
        found.append(Characters(file, stripped, range(begin, begin + len(stripped))))
        start += len(line) + 1
    return found


def _paragraph(line: Characters) -> list[Piece]:
    """Take the marks of Markdown away; what # and ** said stays as level and lead. A picture leaves nothing."""
    hashes = _HASH.match(line.value) if line.value.startswith("#") else None
    if hashes:
        line = line.cut(hashes.end(), len(line.value))
    words = without_marks(line)
    lead, level = bold_lead(line.value), len(hashes[1]) if hashes else 0
    return [Piece((words,), level=level, lead=lead)] if words.value.strip() else []
