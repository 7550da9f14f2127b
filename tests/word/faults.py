"""What Word would object to: parts and ids here, attributes and fields beside, the schema by a library."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from tests.word.attributes import attribute_faults, short
from tests.word.fields import field_faults
from tests.word.package import IGNORABLE, WP, R, W, WordFile

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
# by the kind of relationship that leads to a part: the part's type and its root element
_PARTS = {
    "officeDocument": (f"{_WORD}document.main+xml", "w:document"),
    "styles": (f"{_WORD}styles+xml", "w:styles"),
    "settings": (f"{_WORD}settings+xml", "w:settings"),
    "webSettings": (f"{_WORD}webSettings+xml", "w:webSettings"),
    "footnotes": (f"{_WORD}footnotes+xml", "w:footnotes"),
    "fontTable": (f"{_WORD}fontTable+xml", "w:fonts"),
    "footer": (f"{_WORD}footer+xml", "w:ftr"),
    "header": (f"{_WORD}header+xml", "w:hdr"),
    "comments": (f"{_WORD}comments+xml", "w:comments"),
    "theme": ("application/vnd.openxmlformats-officedocument.theme+xml", "a:theme"),
    "core-properties": ("application/vnd.openxmlformats-package.core-properties+xml", ""),
    "customXml": ("application/xml", ""),
    "customXmlProps": ("application/vnd.openxmlformats-officedocument.customXmlProperties+xml", ""),
    "image": ("image/png", ""),
    "chart": ("application/vnd.openxmlformats-officedocument.drawingml.chart+xml", "c:chartSpace"),
    "package": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ""),
}
_CHANGES = ("ins", "del", "moveFrom", "moveTo", "pPrChange", "rPrChange", "trPrChange", "tcPrChange", "sectPrChange")
_PARA_ID = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"
# no part but the main one is required (ISO/IEC 29500-1, 11.3); the auditor asks for those that Word itself writes
_NOT_REQUIRED = "A required relationship type"


def faults(data: bytes) -> list[str]:
    """Return all that is wrong; empty when nothing is."""
    file = WordFile(data)
    found = [*_parts(file), *_ids(file), *field_faults(file), *_comments(file)]
    for name in file.stories:
        root = file.tree(name)
        found += [f"{name}: {words}" for words in (*attribute_faults(root), *_prefixes(root))]
    return [*found, *schema_faults(data)]


def schema_faults(data: bytes) -> list[str]:
    """Return what openxml-audit finds: order and nesting of elements, values, references."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.docx"
        path.write_bytes(data)
        errors = _validator().validate(path).errors
    return [f"{error.part_uri}: {error.description}" for error in errors if _NOT_REQUIRED not in error.description]


@cache
def _validator() -> Any:
    from openxml_audit import FileFormat, OpenXmlValidator

    return OpenXmlValidator(file_format=FileFormat.OFFICE_2019, max_errors=0)


def _parts(file: WordFile) -> Iterator[str]:
    """Yield double parts, parts without a type, and relationships that lead nowhere, outside, or to something else."""
    yield from (f"{name} is there {count} times" for name, count in Counter(file.names).items() if count > 1)
    yield from (f"{name} has no content type" for name in file.names[1:] if not file.content_type(name))
    reached = {"[Content_Types].xml", *(name for name in file.names if name.endswith(".rels"))}
    for part in ("", *file.names):
        links = file.links(part)
        yield from _twice(f"{part}: relationship", [link.id for link in links])
        for link in links:
            reached.add(link.target)
            yield from (f"{part}: {words}" for words in _link(file, link))
        if part.endswith(".xml"):
            yield from (f"{part}: no relationship {name}" for name in _used(file, part) - {link.id for link in links})
            yield from _unused(file, part)
    yield from (f"nothing leads to {name}" for name in set(file.names) - reached)


def _used(file: WordFile, part: str) -> set[str]:
    return {value for node in file.tree(part).iter() for key, value in node.attrib.items() if key.startswith(R)}


def _unused(file: WordFile, part: str) -> Iterator[str]:
    used = _used(file, part)
    for link in file.links(part):
        if link.kind in ("footer", "header", "image", "chart", "package") and link.id not in used:
            yield f"{part}: nothing uses {link.target}"


def _link(file: WordFile, link: Any) -> Iterator[str]:
    if link.external:
        yield f"{link.id} leads outside"
    elif link.target not in file.parts:
        yield f"there is no {link.target}"
    elif link.kind not in _PARTS:
        yield f"{link.kind} is no kind of part we write"
    else:
        kind, root = _PARTS[link.kind]
        if (found := file.content_type(link.target)) != kind and not found.startswith("image/"):
            yield f"{link.target} is of type {found}"
        if root and (tag := short(file.tree(link.target).tag)) != root:
            yield f"{link.target} is a {tag}"


def _prefixes(root: Any) -> Iterator[str]:
    for prefix in root.get(IGNORABLE, "").split():
        if prefix not in root.nsmap:
            yield f"mc:Ignorable names {prefix}, which is no prefix"


def _twice(what: str, values: list[str]) -> Iterator[str]:
    yield from (f"{what} {value} {count} times" for value, count in Counter(values).items() if count > 1)


def _ids(file: WordFile) -> Iterator[str]:
    body = file.document
    starts = [*body.iter(f"{W}bookmarkStart")]
    yield from _twice("bookmark", [str(node.get(f"{W}name")) for node in starts])
    numbers = [str(node.get(f"{W}id")) for node in starts]
    numbers += [str(node.get(f"{W}id")) for name in _CHANGES for node in body.iter(f"{W}{name}")]
    yield from _twice("mark", numbers)
    yield from _pairs(body, "bookmark", "Start", "End")
    for name in ("moveFromRange", "moveToRange"):
        yield from _pairs(body, name, "Start", "End")
    yield from _twice("picture", [str(node.get("id")) for node in body.iter(f"{WP}docPr")])
    yield from _twice("paraId", [node.get(_PARA_ID) for node in body.iter(f"{W}p") if node.get(_PARA_ID)])


def _pairs(body: Any, name: str, start: str, end: str) -> Iterator[str]:
    """Yield ranges that do not open, do not close, or close before they open."""
    opened: Counter[str] = Counter()
    for node in body.iter(f"{W}{name}{start}", f"{W}{name}{end}"):
        number = str(node.get(f"{W}id"))
        opened[number] += 1 if node.tag.endswith(start) else -1
        if opened[number] < 0:
            yield f"{name} {number} closes before it opens"
    yield from (f"{name} {number} stays open" for number, count in opened.items() if count > 0)


def _comments(file: WordFile) -> Iterator[str]:
    parts = [link.target for link in file.links("word/document.xml") if link.kind == "comments"]
    said = [node.get(f"{W}id") for part in parts for node in file.tree(part).iter(f"{W}comment")]
    yield from _twice("comment", said)
    yield from _pairs(file.document, "commentRange", "Start", "End")
    for name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        found = Counter(node.get(f"{W}id") for node in file.document.iter(f"{W}{name}"))
        if found != Counter(said):
            yield f"{name} of {sorted(found)}, comments {sorted(said)}"
