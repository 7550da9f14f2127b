"""Marks around characters of a Word document: which bytes to put where, runs cut in two when need be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from planforge.ooxml.body import RunText, WordParagraph, WordTable, run_pieces
from planforge.ooxml.names import w
from planforge.ooxml.splicing import XmlBytes
from planforge.records import record

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@record(frozen=True, eq=False, slots=True)
class Spot:
    """A place between two characters of a run."""

    run: Element
    at: int


class Lines:
    """The lines of a document, as the reader counts them: a paragraph or a table row is one."""

    def __init__(self, blocks: Sequence[WordParagraph | WordTable]) -> None:
        self._lines = [line for block in blocks for line in _lines(block)]

    def spots(self, first: tuple[int, int], last: tuple[int, int]) -> tuple[Spot, Spot] | None:
        """Return the spots around a stretch, which always has a character between them; None in an empty document.

        Args:
            first: line and column, from 1, of the first character.
            last: those behind the last character.
        """
        begin, end = self._run_at(*first), self._run_at(last[0], last[1] - 1) if last > first else None
        if begin is None:
            return None
        (run, at), (other, behind) = begin, end or begin
        return Spot(run.run, run.start + at), Spot(other.run, other.start + behind + 1)

    def _run_at(self, number: int, column: int) -> tuple[RunText, int] | None:
        """Return the run that has a character, or the one nearest to it, and the character's index in its text."""
        for line in self._near(number):
            runs = [(run, start) for run, start in line if run.text]
            if runs:
                held = [(run, start) for run, start in runs if start <= column - 1]
                run, start = held[-1] if held else runs[0]
                return run, min(max(column - 1 - start, 0), len(run.text) - 1)
        return None

    def _near(self, number: int) -> Iterator[list[tuple[RunText, int]]]:
        at = min(max(number, 1), len(self._lines)) - 1
        yield from self._lines[at : at + 1]
        yield from reversed(self._lines[:at])
        yield from self._lines[at + 1 :]


def _lines(block: WordParagraph | WordTable) -> Iterator[list[tuple[RunText, int]]]:
    if isinstance(block, WordParagraph):
        yield list(_placed([block.runs]))
    else:
        for row in block.cells:
            yield list(_placed(row))


def _placed(cells: Sequence[Sequence[RunText]]) -> Iterator[tuple[RunText, int]]:
    at = 0
    for cell in cells:
        for run in cell:
            yield run, at
            at += len(run.text)
        at += 1


def marked(source: XmlBytes, marks: Sequence[tuple[Spot, bytes]]) -> list[tuple[int, int, bytes]]:
    """Return the splices that put marks at their spots; those of one spot stand in the order given."""
    by_run: dict[int, dict[int, list[bytes]]] = {}
    runs: dict[int, Element] = {}
    for spot, mark in marks:
        runs[id(spot.run)] = spot.run
        by_run.setdefault(id(spot.run), {}).setdefault(spot.at, []).append(mark)
    return [
        edit
        for key, spots in by_run.items()
        for at, found in sorted(spots.items())
        for edit in _cut(source, runs[key], at, b"".join(found))
    ]


def _cut(source: XmlBytes, run: Element, at: int, marks: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Yield the splices that put marks before character `at` of a run."""
    tags, length = source.tags(run), sum(len(text) for _, text in run_pieces(run))
    if at <= 0 or at >= length:
        place = tags.start if at <= 0 else tags.end
        yield place, place, marks
        return
    name = source.name(run)
    properties = run.find(w("rPr"))
    again = b"<" + name + b">" + (source.outer(properties) if properties is not None else b"")
    reached = 0
    for child, text in run_pieces(run):
        if at == reached:
            place = source.tags(child).start
            yield place, place, b"</" + name + b">" + marks + again
            return
        if at < reached + len(text):
            yield from _cut_text(source, child, at - reached, name, marks, again)
            return
        reached += len(text)


def _cut_text(
    source: XmlBytes, text: Element, index: int, name: bytes, marks: bytes, again: bytes
) -> Iterator[tuple[int, int, bytes]]:
    tags, tag = source.tags(text), source.name(text)
    place = source.character(text, index)
    if place is None:  # something else than characters is in it: the mark goes before all of it
        yield tags.start, tags.start, b"</" + name + b">" + marks + again
        return
    if _SPACE not in text.attrib:  # blanks at the cut would be lost
        yield tags.inner - 1, tags.inner - 1, b' xml:space="preserve"'
        text.set(_SPACE, "preserve")
    between = b"</" + tag + b"></" + name + b">" + marks + again + b"<" + tag + b' xml:space="preserve">'
    yield place, place, between
