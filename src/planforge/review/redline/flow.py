"""A paragraph as a row of words, pictures and its end, each kept, deleted, inserted or moved.

The end (the paragraph mark) is a piece like any other: a split paragraph is one with an inserted end, a joined one
has a deleted end.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import Enum

from planforge.records import record
from planforge.render.docx.oxml import Element
from planforge.review.redline.node import child, local, signature
from planforge.review.wording import changed_spans, units


class Status(Enum):
    """What happened to a piece; the value is the element that says so, "" for what stayed."""

    KEPT = ""
    DELETED = "del"
    INSERTED = "ins"
    MOVED_FROM = "moveFrom"
    MOVED_TO = "moveTo"


@record(frozen=True, slots=True)
class Atom:
    """The smallest thing that is compared.

    Attributes:
        key: equal for equal atoms; the characters of a word.
        face: the properties of its run (``w:rPr``), for an end those of its paragraph (``w:pPr``).
        thing: a break, a tab, a picture, a whole link; None for words and ends.
        is_end: the end of a paragraph.
        is_anchor: a bookmark: it takes no room and is never marked.
    """

    key: str
    face: Element | None = None
    thing: Element | None = None
    is_end: bool = False
    is_anchor: bool = False


@record(frozen=True, slots=True)
class Piece:
    """An atom with what happened to it; ``was`` is the old version's atom of a kept one."""

    status: Status
    atom: Atom
    was: Atom | None = None


Flow = list[Piece]
_GONE = {False: Status.DELETED, True: Status.MOVED_FROM}


def atoms(paragraph: Element) -> list[Atom]:
    """Return what a paragraph consists of, its end last."""
    found: list[Atom] = []
    for node in paragraph:
        match local(node):
            case "pPr":
                continue
            case "r":
                found += of_run(node)
            case "hyperlink":
                found.append(Atom(f"\0{signature(node)}", thing=node))
            case _:
                found.append(Atom("", thing=node, is_anchor=True))
    return [*found, Atom("\n", child(paragraph, "pPr"), is_end=True)]


def of_run(run: Element) -> Iterator[Atom]:
    """Yield the words and things of one run."""
    face = child(run, "rPr")
    for node in run:
        match local(node):
            case "rPr":
                continue
            case "t":
                yield from (Atom(unit, face) for unit in units(node.text or ""))
            case _:
                yield Atom(f"\0{signature(node)}", face, node)


def one_sided(paragraph: Element, status: Status) -> Flow:
    """Return a paragraph that one side only has; bookmarks of a new one stay, those of an old one go."""
    gone = status in _GONE.values()
    return [
        Piece(Status.KEPT if atom.is_anchor else status, atom)
        for atom in atoms(paragraph)
        if not (gone and atom.is_anchor)
    ]


def compared(old: Sequence[Element], new: Sequence[Element]) -> Flow:
    """Return one or several paragraphs of the old side turned into those of the new one; the last end stays."""
    one = [atom for paragraph in old for atom in atoms(paragraph) if not atom.is_anchor]
    two = [atom for paragraph in new for atom in atoms(paragraph)]
    flow = list(_compared(one[:-1], [atom for atom in two[:-1] if not atom.is_anchor]))
    flow.append(Piece(Status.KEPT, two[-1], one[-1]))
    return _with_anchors(flow, two)


def moved(old: Element, new: Element, side: Status) -> Flow:
    """Return one side of a paragraph that moved from `old` to `new`: what did not change on the way has moved."""
    gone = side is Status.MOVED_FROM
    flow: Flow = []
    for piece in compared([old], [new]):
        if piece.status is Status.KEPT and not piece.atom.is_anchor:
            flow.append(Piece(side, piece.was if gone and piece.was else piece.atom))
        elif piece.status is (Status.DELETED if gone else Status.INSERTED) or (piece.atom.is_anchor and not gone):
            flow.append(piece)
    return flow


def _compared(one: Sequence[Atom], two: Sequence[Atom]) -> Iterator[Piece]:
    i = j = 0
    for a, b, c, d in [
        *changed_spans([atom.key for atom in one], [atom.key for atom in two]),
        (len(one),) * 2 + (0, 0),
    ]:
        for was in one[i:a]:
            yield Piece(Status.KEPT, two[j], was)
            j += 1
        yield from (Piece(Status.DELETED, atom) for atom in one[a:b])
        yield from (Piece(Status.INSERTED, atom) for atom in two[c:d])
        i, j = b, max(j, d)


def _with_anchors(flow: Flow, new: Sequence[Atom]) -> Flow:
    """Put the new version's bookmarks back to their places: what begins there, before what was deleted there."""
    waiting = list(new)
    found: Flow = []
    for piece in flow:
        while waiting and waiting[0].is_anchor and (piece.status is not Status.DELETED or _starts(waiting[0])):
            found.append(Piece(Status.KEPT, waiting.pop(0)))
        if piece.status is not Status.DELETED:
            waiting.pop(0)
        found.append(piece)
    return found


def _starts(anchor: Atom) -> bool:
    return anchor.thing is not None and local(anchor.thing).endswith("Start")


def ended(flow: Flow, status: Status, end: Atom, was: Atom | None = None) -> Flow:
    """Return the flow with another last end."""
    return [*flow[:-1], replace(flow[-1], status=status, atom=end, was=was)]
