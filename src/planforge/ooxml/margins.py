"""What stands at the head and the foot of the pages: words only, page numbers are the program's."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from planforge.ooxml.history import Piece, Stamp
from planforge.ooxml.package import Package
from planforge.ooxml.revised import revised_part
from planforge.patterns import expression
from planforge.records import record

PARTS = {"header": expression(r"/?word/header\d*\.xml"), "footer": expression(r"/?word/footer\d*\.xml")}
_NUMBERS = expression(r"[-\d\s—–－]+")


@record(frozen=True, slots=True)
class Margin:
    """The words of a header or footer, tracked changes accepted and rejected, and who made the first of them."""

    kind: str
    words: str
    before: str
    stamp: Stamp | None = None


def margins_of(package: Package) -> list[Margin]:
    """Return those of a document that have words.

    Raises:
        SourceError: when a part is damaged or not safe to open.
    """
    return [margin for kind, root in _roots(package) for margin in [margin_of(kind, root)] if margin is not None]


def margin_of(kind: str, root: Element) -> Margin | None:
    """Return the words of one header or footer, None where there are only numbers."""
    pieces = [part for paragraph in revised_part(root) for part in paragraph.content if isinstance(part, Piece)]
    stamp = next((one for piece in pieces for one in (piece.inserted, piece.deleted) if one), None)
    words = _bare("".join(piece.text for piece in pieces if piece.deleted is None))
    before = _bare("".join(piece.text for piece in pieces if piece.inserted is None))
    return Margin(kind, words, before, stamp) if words or before else None


def _roots(package: Package) -> Iterator[tuple[str, Element]]:
    for name in package.names():
        for kind, pattern in PARTS.items():
            if pattern.fullmatch(name) and (root := package.xml(name)) is not None:
                yield kind, root


def _bare(words: str) -> str:
    return "" if _NUMBERS.fullmatch(words) else words.strip()
