"""The footnotes of a Word document."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from planforge.ooxml.names import w
from planforge.ooxml.nesting import runs_in
from planforge.ooxml.package import Package

_GONE = {w("del"), w("moveFrom")}


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
