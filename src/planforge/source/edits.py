"""Edits of a user's file: splices of its text, verified by reading it again. A file is never dumped anew."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from planforge.errors import SourceError
from planforge.records import record
from planforge.source.place import SourceFile, Span


@record(frozen=True, slots=True)
class Edit:
    """Put `replacement` where `span` is."""

    span: Span
    replacement: str


def apply_edits(file: SourceFile, edits: Iterable[Edit]) -> str:
    """Return the text of a YAML file with the edits made; all else stays as the user wrote it.

    Edits of other files and repetitions of an edit are passed over.

    Raises:
        SourceError: when two edits overlap, or the result could no longer be read while the file could.
    """
    text = spliced(file, edits)
    _verify(file, text)
    return text


def spliced(file: SourceFile, edits: Iterable[Edit]) -> str:
    """Return the same for a caller who reads the result again anyway.

    Raises:
        SourceError: when two edits overlap.
    """
    mine = sorted({(edit.span.start, edit.span.end, edit.replacement) for edit in edits if edit.span.file is file})
    parts, at = [], 0
    for start, end, replacement in mine:
        if start < at:
            raise SourceError(f"“{file.path}”的两处修改重叠，没有改动文件")
        parts += [file.text[at:start], _with_line_ends(file, replacement)]
        at = end
    return "".join([*parts, file.text[at:]])


def _with_line_ends(file: SourceFile, replacement: str) -> str:
    """Use the line ends of the file, so that a Windows file stays one."""
    return replacement.replace("\r\n", "\n").replace("\n", "\r\n") if "\r\n" in file.text else replacement


def _verify(file: SourceFile, text: str) -> None:
    # findings carry edits; who only shows them does not pay for loading the YAML reader
    from planforge.source.yaml_reading import parse

    before = len(parse(file)[1])
    after = parse(replace(file, text=text))[1]
    if len(after) > before:
        raise SourceError(f"修改后“{file.path}”会读不懂（{after[0].message}），没有改动文件")
