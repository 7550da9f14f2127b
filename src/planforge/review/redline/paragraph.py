"""Turns flows into paragraphs: runs inside ``w:ins``, ``w:del`` and the like, marked ends, old properties."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import replace
from itertools import groupby

from planforge.render.docx.oxml import Element, element, paragraph_properties, run_properties, text
from planforge.review.redline.flow import Atom, Flow, Piece, Status, of_run
from planforge.review.redline.marks import Marks
from planforge.review.redline.node import child, local, signature

_DELETED_NAMES = {"t": "w:delText", "instrText": "w:delInstrText"}
_GONE = (Status.DELETED, Status.MOVED_FROM)
_NOT_FORMAT = ("rPr", "sectPr", "pPrChange")


def paragraphs(flow: Flow, marks: Marks) -> list[Element]:
    """Return the paragraphs of a flow; it is cut at every end."""
    made: list[Element] = []
    start = 0
    for at, piece in enumerate(flow):
        if piece.atom.is_end:
            made.append(element("p", None, _properties(piece, marks), *_content(flow[start:at], marks)))
            start = at + 1
    return made


def _properties(end: Piece, marks: Marks) -> Element:
    """Return the properties: the mark of the end first, what the old version had last."""
    left_out = (
        ("rPr", "sectPr") if end.status in _GONE else ("rPr",)
    )  # a section of the old version has no footers here
    parts = [part for part in _parts(end.atom) if local(part) not in left_out]
    own = child(end.atom.face, "rPr")
    inner = [deepcopy(part) for part in own] if own is not None else []
    if end.status is not Status.KEPT:
        inner.insert(0, marks.mark(end.status.value))
    if inner:
        parts.append(run_properties(inner))
    if end.was is not None and _format(end.was.face) != _format(end.atom.face):
        before = [part for part in _parts(end.was) if local(part) not in _NOT_FORMAT]
        parts.append(marks.mark("pPrChange", paragraph_properties(before)))
    return paragraph_properties(parts)


def _format(face: Element | None) -> str:
    return signature(face, _NOT_FORMAT)


def _content(flow: Sequence[Piece], marks: Marks) -> Iterator[Element]:
    for (status, kind), group in groupby(flow, lambda piece: (piece.status, _kind(piece.atom))):
        pieces = list(group)
        if kind == "anchor":
            yield from (deepcopy(piece.atom.thing) for piece in pieces)
        elif kind == "link":
            yield from (_link(piece, marks) for piece in pieces)
        elif status is Status.KEPT:
            yield from _runs(pieces, marks)
        else:
            yield marks.mark(status.value, *_runs(pieces, marks))


def _kind(atom: Atom) -> str:
    if atom.is_anchor:
        return "anchor"
    return "link" if atom.thing is not None and local(atom.thing) == "hyperlink" else "run"


def _link(piece: Piece, marks: Marks) -> Element:
    """Return a link; a mark cannot stand around it, only inside."""
    made: Element = deepcopy(piece.atom.thing)
    if piece.status is not Status.KEPT:
        within = [replace(piece, atom=atom) for run in made for atom in of_run(run)]
        made[:] = [marks.mark(piece.status.value, *_runs(within, marks))]
    return made


def _runs(pieces: Sequence[Piece], marks: Marks) -> Iterator[Element]:
    known: dict[int, str] = {}  # by identity: a face has many words

    def face_of(atom: Atom | None) -> str:
        face = atom.face if atom is not None else None
        if id(face) not in known:
            known[id(face)] = signature(face)
        return known[id(face)]

    def alike(piece: Piece) -> tuple[str, str, bool]:
        return face_of(piece.atom), face_of(piece.was), piece.atom.thing is None

    for (_, _, is_words), group in groupby(pieces, alike):
        same = list(group)
        if is_words:
            yield _run(same[0], text("".join(piece.atom.key for piece in same)), marks)
        else:
            yield from (_run(piece, deepcopy(piece.atom.thing), marks) for piece in same)


def _run(piece: Piece, content: Element, marks: Marks) -> Element:
    if piece.status is Status.DELETED and local(content) in _DELETED_NAMES:
        content = _renamed(content, _DELETED_NAMES[local(content)])
    face = _parts(piece.atom)
    if piece.was is not None and signature(piece.was.face) != signature(piece.atom.face):
        face.append(marks.mark("rPrChange", run_properties(_parts(piece.was))))
    return element("r", None, *([run_properties(face)] if face else []), content)


def _parts(atom: Atom) -> list[Element]:
    return [deepcopy(part) for part in atom.face] if atom.face is not None else []


def _renamed(node: Element, name: str) -> Element:
    made = element(name)
    made.text = node.text
    for key, value in node.attrib.items():
        made.set(key, value)
    return made
