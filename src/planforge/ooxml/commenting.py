"""Adds comments to a copy of a Word file: only the parts that hold comments change, all others stay byte for byte."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from xml.etree.ElementTree import Element
from xml.sax.saxutils import escape, quoteattr

from planforge.errors import SourceError
from planforge.ooxml.anchors import Lines, marked
from planforge.ooxml.body import body_of_root
from planforge.ooxml.names import W, w
from planforge.ooxml.package import Package
from planforge.ooxml.splicing import XmlBytes, spliced
from planforge.patterns import expression
from planforge.records import record

DOCUMENT = "word/document.xml"
MAX_BYTES = 512 * 1024 * 1024
_LINKS = "word/_rels/document.xml.rels"
_TYPES = "[Content_Types].xml"
_COMMENTS_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_NOT_XML = expression("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@record(frozen=True, slots=True)
class Remark:
    """What is said of a stretch of the document.

    Attributes:
        first: line and column, from 1, of its first character; a paragraph or a table row is a line.
        last: those behind its last character.
        paragraphs: what is said.
    """

    first: tuple[int, int]
    last: tuple[int, int]
    paragraphs: tuple[str, ...]


def commented(package: Package, comments: Sequence[Remark], author: str, initials: str) -> bytes:
    """Return the file with the comments in place, behind those it has.

    Raises:
        SourceError: when the file is no Word document, or not safe to open.
    """
    root, data = package.xml(DOCUMENT), package.data(DOCUMENT)
    if root is None or data is None:
        raise SourceError(f"“{package.name}”里没有正文，不是 Word 文件")
    part, old = _comments_part(package)
    first = _next_id(root, old.root if old else None)
    source = XmlBytes(data, root)
    body = b"".join(
        _comment(number, comment, author, initials).encode() for number, comment in enumerate(comments, first)
    )
    changed = {DOCUMENT: _marked(source, root, comments, first), part: _with_comments(old, body)}
    if old is None:
        changed |= _announced(package, part)
    return _repacked(package, changed)


def _comments_part(package: Package) -> tuple[str, XmlBytes | None]:
    """Return the part that holds the document's comments and what is in it, None for a part that is to be made."""
    links = package.xml(_LINKS)
    for link in links if links is not None else ():
        if link.get("Type", "").endswith("/comments") and link.get("TargetMode") != "External":
            target = link.get("Target", "")
            part = target.lstrip("/") if target.startswith("/") else f"word/{target}"
            root, data = package.xml(part), package.data(part)
            if root is not None and data is not None:
                return part, XmlBytes(data, root)
    taken = set(package.names())  # a part that nothing leads to stays as it is
    names = (f"word/comments{number or ''}.xml" for number in count())
    return next(name for name in names if name not in taken), None


def _next_id(document: Element, old: Element | None) -> int:
    marks = (w("commentReference"), w("commentRangeStart"), w("commentRangeEnd"))
    found = [element.get(w("id"), "") for element in document.iter() if element.tag in marks]
    found += [element.get(w("id"), "") for element in old.iter(w("comment"))] if old is not None else []
    return max((int(number) for number in found if number.isdecimal()), default=-1) + 1


def _marked(source: XmlBytes, root: Element, comments: Sequence[Remark], first: int) -> bytes:
    lines = Lines(body_of_root(root))
    ends, starts, lost = [], [], []
    for number, comment in enumerate(comments, first):
        spots = lines.spots(comment.first, comment.last)
        if spots is None:
            lost.append(_start(number) + _end(number))
            continue
        starts.append((spots[0], _start(number)))
        ends.append((spots[1], _end(number)))
    edits = marked(source, [*ends, *starts])
    body = root.find(w("body"))
    if lost and body is not None:  # a document without a word: there is nothing else to hang a comment on
        place = source.tags(body).inner
        edits.append((place, place, f'<w:p xmlns:w="{W}">'.encode() + b"".join(lost) + b"</w:p>"))
    return spliced(source.data, edits)


def _start(number: int) -> bytes:
    return f'<w:commentRangeStart xmlns:w="{W}" w:id="{number}"/>'.encode()


def _end(number: int) -> bytes:
    end = f'<w:commentRangeEnd xmlns:w="{W}" w:id="{number}"/>'
    return f'{end}<w:r xmlns:w="{W}"><w:commentReference w:id="{number}"/></w:r>'.encode()


def _comment(number: int, comment: Remark, author: str, initials: str) -> str:
    who = f"w:author={quoteattr(author)} w:initials={quoteattr(initials)}"
    paragraphs = "".join(f"<w:p><w:r>{_text(words)}</w:r></w:p>" for words in comment.paragraphs)
    return f'<w:comment xmlns:w="{W}" w:id="{number}" {who}>{paragraphs}</w:comment>'


def _text(words: str) -> str:
    return f'<w:t xml:space="preserve">{escape(_NOT_XML.sub("�", words))}</w:t>'


def _with_comments(old: XmlBytes | None, body: bytes) -> bytes:
    if old is not None:
        return old.appended(body)
    head = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return head + f'<w:comments xmlns:w="{W}">'.encode() + body + b"</w:comments>"


def _announced(package: Package, part: str) -> dict[str, bytes]:
    """Return the list of types and the links of the document with a new comments part among them."""
    kind = f'<Override xmlns="{_TYPES_NS}" PartName="/{part}" ContentType="{_COMMENTS_TYPE}"/>'
    target = part.removeprefix("word/")
    link = f'<Relationship xmlns="{_LINKS_NS}" Id="planforgeComments" Type="{_COMMENTS_LINK}" Target="{target}"/>'
    return {
        _TYPES: _extended(package, _TYPES, kind, f'<Types xmlns="{_TYPES_NS}"></Types>'),
        _LINKS: _extended(package, _LINKS, link, f'<Relationships xmlns="{_LINKS_NS}"></Relationships>'),
    }


_TYPES_NS = "http://schemas.openxmlformats.org/package/2006/content-types"
_LINKS_NS = "http://schemas.openxmlformats.org/package/2006/relationships"


def _extended(package: Package, part: str, addition: str, empty: str) -> bytes:
    root, data = package.xml(part), package.data(part)
    if root is None or data is None:
        return empty.replace("></", f">{addition}</").encode()
    return XmlBytes(data, root).appended(addition.encode())


def _repacked(package: Package, changed: Mapping[str, bytes]) -> bytes:
    if sum(info.file_size for info in package.parts) > MAX_BYTES:
        raise SourceError(f"“{package.name}”展开后太大：应不超过{MAX_BYTES // 1048576} MB")
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for info, data in _parts(package, changed):
            target.writestr(info, data)
    return made.getvalue()


def _parts(package: Package, changed: Mapping[str, bytes]) -> Iterator[tuple[zipfile.ZipInfo, bytes]]:
    names = set()
    for info in package.parts:
        if info.filename not in names:
            names.add(info.filename)
            yield _like(info), changed.get(info.filename) or package.data(info.filename) or b""
    yield from ((_fresh(name), data) for name, data in changed.items() if name not in names)


def _like(info: zipfile.ZipInfo) -> zipfile.ZipInfo:
    copy = zipfile.ZipInfo(info.filename, info.date_time)
    copy.compress_type = info.compress_type
    copy.external_attr = info.external_attr
    return copy


def _fresh(name: str) -> zipfile.ZipInfo:
    made = zipfile.ZipInfo(name)  # of 1980: the same report gives the same bytes on any day
    made.compress_type = zipfile.ZIP_DEFLATED
    return made
