"""Edits of a part as splices of its bytes: whatever is not touched stays as Word wrote it, prefixes and order too."""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element
from xml.parsers.expat import ParserCreate

from planforge.records import record

_TAG = re.compile(rb"<(?P<name>[^\s/>]+)(?:[^\"'>]|\"[^\"]*\"|'[^']*')*>")
_DECLARATION = re.compile(rb"<\?xml[^>]*?encoding=[\"'](?P<name>[^\"']+)[\"']")
_CHARACTER = re.compile(rb"\r\n|&[^;]+;|[\x00-\x7f]|[\xc0-\xff][\x80-\xbf]*")


@record(frozen=True, slots=True)
class Tags:
    """Where an element stands: from `start` to `end`; its content from `inner` to `close`."""

    start: int
    inner: int
    close: int
    end: int


class XmlBytes:
    """A part in UTF-8 and where the elements of its tree stand in it.

    Args:
        data: the part.
        root: the tree parsed from it.
    """

    def __init__(self, data: bytes, root: Element) -> None:
        self.data = _in_utf8(data)
        self._tags = dict(zip(map(id, root.iter()), _tags(self.data), strict=True))
        self.root = root

    def tags(self, element: Element) -> Tags:
        """Return where an element of the tree stands."""
        return self._tags[id(element)]

    def outer(self, element: Element) -> bytes:
        """Return an element as it is written."""
        tags = self.tags(element)
        return self.data[tags.start : tags.end]

    def name(self, element: Element) -> bytes:
        """Return the name of an element with its prefix, as it is written."""
        found = _TAG.match(self.data, self.tags(element).start)
        return found["name"] if found else b""

    def character(self, element: Element, index: int) -> int | None:
        """Return where character `index` of an element's text begins, None when the text is no plain text."""
        tags = self.tags(element)
        raw = self.data[tags.inner : tags.close]
        if b"<" in raw:
            return None
        at = 0
        for _ in range(index):
            found = _CHARACTER.match(raw, at)
            if found is None:
                return None
            at = found.end()
        return tags.inner + at

    def appended(self, addition: bytes) -> bytes:
        """Return the part with more at the end of its root element."""
        tags = self.tags(self.root)
        if tags.close < tags.end:
            return spliced(self.data, [(tags.close, tags.close, addition)])
        name = self.name(self.root)
        opened = self.data[tags.start : tags.end].removesuffix(b"/>") + b">" + addition + b"</" + name + b">"
        return spliced(self.data, [(tags.start, tags.end, opened)])


def spliced(data: bytes, edits: Iterable[tuple[int, int, bytes]]) -> bytes:
    """Return `data` with stretches [start, end) replaced; those at one place come in the order given."""
    parts, at = [], 0
    for start, end, replacement in sorted(edits, key=lambda edit: edit[0]):
        parts += [data[at:start], replacement]
        at = end
    return b"".join([*parts, data[at:]])


def _in_utf8(data: bytes) -> bytes:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return re.sub(r"encoding=[\"'][^\"']+[\"']", 'encoding="UTF-8"', data.decode("utf-16"), count=1).encode()
    declared = _DECLARATION.match(data)
    if declared is None or declared["name"].lower() in (b"utf-8", b"us-ascii", b"ascii"):
        return data
    start, end = declared.span("name")
    return (data[:start] + b"UTF-8" + data[end:]).decode(declared["name"].decode("ascii")).encode()


def _tags(data: bytes) -> list[Tags]:
    """Return the tags of all elements in the order of their beginning."""
    found: list[Tags] = []
    open_ones: list[tuple[int, int, int]] = []
    parser = ParserCreate()

    def begin(name: str, attributes: dict[str, str]) -> None:
        start = parser.CurrentByteIndex
        tag = _TAG.match(data, start)
        inner = tag.end() if tag else start
        open_ones.append((len(found), start, inner))
        found.append(Tags(start, inner, inner, inner))

    def finish(name: str) -> None:
        index, start, inner = open_ones.pop()
        if data[inner - 2 : inner] != b"/>":
            close = parser.CurrentByteIndex
            found[index] = Tags(start, inner, close, data.index(b">", close) + 1)

    parser.StartElementHandler = begin
    parser.EndElementHandler = finish
    parser.Parse(data, True)
    return found
