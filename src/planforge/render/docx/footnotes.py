"""Footnotes of the DOCX: a part of their own, with the two lines that Word draws above them.

A document without any has no such part. Where two versions are written into one document (a redline), a note that both
have is written once and referred to from both, so that it compares as the same.
"""

from __future__ import annotations

from collections import defaultdict
from copy import deepcopy
from typing import Any

from planforge.render.docx.oxml import Element, element, run_properties
from planforge.render.docx.paragraphs import paragraph, plain
from planforge.render.docx.styles import REFERENCE_STYLE

_SEPARATORS = ((-1, "separator"), (0, "continuationSeparator"))
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"


class Footnotes:
    """Writes the footnotes of one version into a document."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._earlier: dict[str, list[str]] = defaultdict(list)
        for note in _notes(_root(document)):
            self._earlier[_words(note)].append(_id(note))

    def reference(self, words: str) -> Element:
        """Return the run that refers to a footnote with these words; it is added unless an earlier version has it."""
        earlier = self._earlier[f" {words}"]
        number = earlier.pop(0) if earlier else self._added(words)
        return element("r", None, _raised(), element("footnoteReference", {"id": number}))

    def _added(self, words: str) -> str:
        root = _root(self._document)
        root = _new_part(self._document) if root is None else root
        number = _next(root)
        mark = element("r", None, _raised(), element("footnoteRef"))
        root.append(element("footnote", {"id": number}, paragraph("footnote", [mark, *plain(f" {words}")])))
        return number


def settle_references(document: Any, body: Element) -> None:
    """Put the footnotes in the order of their references; each gets one of its own, those of nothing are dropped.

    LibreOffice takes the notes in the order in which they stand in their part, whatever their numbers say.
    """
    root = _root(document)
    if root is None:
        return
    notes = {_id(note): note for note in _notes(root)}
    for note in notes.values():
        root.remove(note)
    for number, reference in enumerate(body.iter("{*}footnoteReference"), 1):
        note = deepcopy(notes[_id(reference)])
        _set_id(note, str(number))
        _set_id(reference, str(number))
        root.append(note)


def _root(document: Any) -> Element | None:
    relations = document.part.rels.values()
    return next((one.target_part.element for one in relations if one.reltype == _RELATION), None)


def _new_part(document: Any) -> Element:
    from docx.opc.packuri import PackURI
    from docx.opc.part import XmlPart

    lines = (
        element("footnote", {"type": kind, "id": number}, element("p", None, element("r", None, element(kind))))
        for number, kind in _SEPARATORS
    )
    part = XmlPart(PackURI("/word/footnotes.xml"), _TYPE, element("footnotes", None, *lines), document.part.package)
    document.part.relate_to(part, _RELATION)
    known = [element("footnote", {"id": number}) for number, _ in _SEPARATORS]
    settings = document.settings.element
    settings.insert(settings.index(settings.find("{*}compat")), element("footnotePr", None, *known))
    return part.element


def _notes(root: Element | None) -> list[Element]:
    return [] if root is None else [note for note in root if int(_id(note)) > 0]


def _words(note: Element) -> str:
    return "".join(one.text or "" for one in note.iter("{*}t"))


def _id(node: Element) -> str:
    return str(next(value for name, value in node.attrib.items() if name.endswith("}id")))


def _set_id(node: Element, number: str) -> None:
    name = next(name for name in node.attrib if name.endswith("}id"))
    node.set(name, number)


def _next(root: Element) -> str:
    return str(1 + max(int(_id(note)) for note in root))


def _raised() -> Element:
    return run_properties([element("rStyle", {"val": REFERENCE_STYLE})])
