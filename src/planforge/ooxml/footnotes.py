"""The footnotes and endnotes of a Word document, and where its text refers to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from planforge.ooxml.body import RunText, run_pieces
from planforge.ooxml.names import NOTE_REFERENCES, w
from planforge.ooxml.nesting import runs_in
from planforge.ooxml.package import Package

_GONE = {w("del"), w("moveFrom")}


class Notes:
    """The words of all notes by what refers to them.

    Raises:
        SourceError: when a part is damaged or not safe to open.
    """

    def __init__(self, package: Package) -> None:
        self._words: dict[tuple[str, str], str] = {}
        for reference, part, name in (
            (w("footnoteReference"), "word/footnotes.xml", "footnote"),
            (w("endnoteReference"), "word/endnotes.xml", "endnote"),
        ):
            root = package.xml(part)
            for note in root.iter(w(name)) if root is not None else ():
                self._words[reference, note.get(w("id"), "")] = _words(note)

    def within(self, runs: Iterable[RunText]) -> tuple[tuple[int, str], ...]:
        """Return the notes that the runs of a text refer to: behind how many of its characters, and their words."""
        return tuple((at, words) for at, key in _references(runs) if (words := self._words.get(key, "")))


def _references(runs: Iterable[RunText]) -> Iterator[tuple[int, tuple[str, str]]]:
    begun = 0
    for run in runs:
        at = -run.start
        pieces = dict(run_pieces(run.run))
        for child in run.run:
            if child.tag in NOTE_REFERENCES:
                yield begun + min(max(at, 0), len(run.text)), (child.tag, child.get(w("id"), ""))
            at += len(pieces.get(child, ""))
        begun += len(run.text)


def footnotes_of(package: Package) -> dict[str, str]:
    """Return the words of the footnotes by their ids, tracked changes accepted.

    Raises:
        SourceError: when the part is damaged or not safe to open.
    """
    root = package.xml("word/footnotes.xml")
    notes = root.iter(w("footnote")) if root is not None else ()
    return {note.get(w("id"), ""): _words(note) for note in notes if not note.get(w("type"))}


def _words(note: Element) -> str:
    paragraphs = (runs_in(paragraph, _GONE) for paragraph in note.iter(w("p")))
    return "".join(text.text or "" for runs in paragraphs for run in runs for text in run.iter(w("t"))).strip()
