"""An independent reader of tracked changes: what a DOCX says when all of them are accepted or rejected.

It follows ISO/IEC 29500-1 17.13.5 and shares no code with planforge: an inserted or deleted paragraph mark joins its
paragraph with the next one, a marked row goes whole, and a table without rows goes too.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
XML = ElementTree.Element
_COME, _GO = frozenset({f"{W}ins", f"{W}moveTo"}), frozenset({f"{W}del", f"{W}moveFrom"})
_NO_FORMAT = frozenset({f"{W}rPr", f"{W}sectPr", f"{W}pPrChange"})
_VOLATILE = frozenset({"docPr", "cNvPr"})


@dataclass
class Line:
    """A paragraph: where it stands (body or row and cell), its text, its format and its runs with theirs."""

    where: str
    text: str
    format: str
    runs: list[tuple[str, str]] = field(repr=False, default_factory=list)


def body_of(data: bytes) -> XML:
    """Return the body of a DOCX; pictures are named by their bytes."""
    archive = zipfile.ZipFile(io.BytesIO(data))
    body = ElementTree.fromstring(archive.read("word/document.xml")).find(f"{W}body")
    assert body is not None
    targets = {
        relation.get("Id"): relation.get("Target", "")
        for relation in ElementTree.fromstring(archive.read("word/_rels/document.xml.rels"))
    }
    for node in body.iter():
        if (picture := node.get(f"{R}embed")) is not None:
            node.set(f"{R}embed", hashlib.sha256(archive.read(f"word/{targets[picture]}")).hexdigest())
    return body


def accepted(data: bytes) -> list[Line]:
    """Return the paragraphs when all changes are accepted."""
    return list(_Reader(_GO, old=False).lines(body_of(data), "body"))


def rejected(data: bytes) -> list[Line]:
    """Return the paragraphs when all changes are rejected."""
    return list(_Reader(_COME, old=True).lines(body_of(data), "body"))


def marked(data: bytes) -> list[str]:
    """Return the paragraphs with changes as people read them: [-gone-], {+come+}, <-moved away-, -moved here->; ¶ is a
    marked end, and ⊟ or ⊞ stands before a removed or added row."""
    return [line for node in body_of(data) for line in _marked(node) if set(line) & set("[{<>¶⊟⊞")]


_SIGNS = {"del": "[-{}-]", "ins": "{{+{}+}}", "moveFrom": "<-{}-", "moveTo": "-{}->"}


def _marked(node: XML) -> Iterator[str]:
    if node.tag == f"{W}p":
        mark = node.find(f"{W}pPr/{W}rPr")
        end = [name for name in _SIGNS if mark is not None and mark.find(f"{W}{name}") is not None]
        yield "".join(map(_signed, node)) + "".join(_SIGNS[name].format("¶") for name in end)
    elif node.tag == f"{W}tbl":
        for row in node.iterfind(f"{W}tr"):
            sign = "⊟" * len(row.findall(f"{W}trPr/{W}del")) + "⊞" * len(row.findall(f"{W}trPr/{W}ins"))
            yield sign + "|".join(
                "".join(_signed(p) for p in cell.iterfind(f"{W}p")) for cell in row.iterfind(f"{W}tc")
            )


def _signed(node: XML) -> str:
    name = node.tag.removeprefix(W)
    if name in ("t", "delText"):
        return node.text or ""
    inner = "".join(_signed(child) for child in node if child.tag != f"{W}pPr")
    return _SIGNS[name].format(inner) if name in _SIGNS and inner else inner


class _Reader:
    def __init__(self, leaving: frozenset[str], *, old: bool) -> None:
        self.leaving = leaving
        self.old = old
        self.in_page_number = False

    def lines(self, container: XML, where: str) -> Iterator[Line]:
        runs: list[tuple[str, str]] = []
        pending = False
        for node in container:
            if node.tag == f"{W}p":
                runs += self._runs(node)
                pending = self._leaves(node.find(f"{W}pPr/{W}rPr"))
                if not pending:
                    yield Line(where, "".join(text for text, _ in runs), self._format(node), _joined(runs))
                    runs = []
            elif node.tag == f"{W}tbl":
                rows = list(self._rows(node, where))
                assert not (rows and runs), f"a paragraph is joined with a table: {runs}"
                yield from rows
        assert not pending, f"the last paragraph mark of {where} goes: {runs}"

    def _rows(self, table: XML, where: str) -> Iterator[Line]:
        kept = [row for row in table.iterfind(f"{W}tr") if not self._leaves(row.find(f"{W}trPr"))]
        for at, row in enumerate(kept):
            for cell, content in enumerate(row.iterfind(f"{W}tc")):
                yield from self.lines(content, f"{where}/{at}/{cell}")

    def _leaves(self, properties: XML | None) -> bool:
        return properties is not None and any(child.tag in self.leaving for child in properties)

    def _runs(self, node: XML) -> Iterator[tuple[str, str]]:
        for child in node:
            if child.tag == f"{W}r":
                yield from self._run(child)
            elif child.tag not in self.leaving and child.tag != f"{W}pPr":
                yield from self._runs(child)

    def _run(self, run: XML) -> Iterator[tuple[str, str]]:
        face = self._face(run.find(f"{W}rPr"))
        for child in run:
            name = child.tag.removeprefix(W)
            if name in ("instrText", "delInstrText", "fldChar"):
                # a page number in the contents is computed; it is no text of the document
                self.in_page_number = "PAGEREF" in (child.text or "") or (
                    self.in_page_number and child.get(f"{W}fldCharType") != "end"
                )
            elif name in ("t", "delText") and not self.in_page_number:
                yield child.text or "", face
            elif name in ("br", "tab"):
                yield {"br": "\n", "tab": "\t"}[name], face
            elif name == "drawing":
                yield f"[{_shown(child)}]", face

    def _face(self, properties: XML | None) -> str:
        change = properties.find(f"{W}rPrChange/{W}rPr") if properties is not None else None
        chosen = change if change is not None and self.old else properties
        return "" if chosen is None else "".join(_shown(part) for part in chosen if part.tag != f"{W}rPrChange")

    def _format(self, paragraph: XML) -> str:
        properties = paragraph.find(f"{W}pPr")
        change = paragraph.find(f"{W}pPr/{W}pPrChange/{W}pPr")
        chosen = change if change is not None and self.old else properties
        return "" if chosen is None else "".join(_shown(part) for part in chosen if part.tag not in _NO_FORMAT)


def _joined(runs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for text, face in runs:
        if not text:
            continue
        if found and found[-1][1] == face:
            found[-1] = (found[-1][0] + text, face)
        else:
            found.append((text, face))
    return found


def _shown(node: XML) -> str:
    values = "" if node.tag.rpartition("}")[2] in _VOLATILE else str(sorted(node.attrib.items()))
    return f"<{node.tag.rpartition('}')[2]}{values}>{node.text or ''}{''.join(map(_shown, node))}"
