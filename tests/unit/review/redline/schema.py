"""The order and nesting that WordprocessingML (ISO/IEC 29500-4, transitional) demands, as far as a redline goes."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from xml.etree import ElementTree

from tests.unit.review.redline.tracked import XML, R, W

_RUN_FORMAT = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish "
    "webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang "
    "eastAsianLayout specVanish oMath"
)
_PARAGRAPH_FORMAT = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle"
)
_ROW_FORMAT = "cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader tblCellSpacing jc hidden"
_INLINE = "bookmarkStart bookmarkEnd moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd"
_MARKED = "ins del moveFrom moveTo"
# children in this order; those in braces may come in any order and number
_ORDER = {
    "pPr": f"{_PARAGRAPH_FORMAT} rPr sectPr pPrChange",
    "rPr": f"{_MARKED} {_RUN_FORMAT} rPrChange",
    "trPr": f"{{{_ROW_FORMAT}}} ins del trPrChange",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
    "tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange",
    "tblBorders": "top left start bottom right end insideH insideV",
    "tcBorders": "top left start bottom right end insideH insideV tl2br tr2bl",
    "pBdr": "top left bottom right between bar",
    "tbl": f"{{{_INLINE}}} tblPr tblGrid {{tr {_INLINE}}}",
    "tr": f"tblPrEx trPr {{tc {_INLINE}}}",
    "tc": f"tcPr {{p tbl sdt {_INLINE}}}",
    "p": f"pPr {{r hyperlink fldSimple sdt {_MARKED} {_INLINE}}}",
    "body": f"{{p tbl sdt {_INLINE}}} sectPr",
    **dict.fromkeys(_MARKED.split(), "{r sdt}"),
    "pPrChange": "pPr",
    "rPrChange": "rPr",
    "trPrChange": "trPr",
    "sectPrChange": "sectPr",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
    "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings "
    "sectPrChange",
}
_ONCE_ONLY = ("pPr", "rPr", "tcPr", "tblPr")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z")
_DOES = re.compile(r"\{([^}]*)\}|(\S+)")


def faults(data: bytes) -> list[str]:
    """Return what Word would object to; empty when nothing is."""
    archive = zipfile.ZipFile(io.BytesIO(data))
    root = ElementTree.fromstring(archive.read("word/document.xml"))
    relations = ElementTree.fromstring(archive.read("word/_rels/document.xml.rels"))
    return [*_order(root), *_marks(root), *_moves(root), *_endings(root), *_parts(root, relations, archive.namelist())]


def _parts(root: XML, relations: XML, names: list[str]) -> Iterator[str]:
    """Yield what points nowhere, and footers nothing points at."""
    used = {value for node in root.iter() for key, value in node.attrib.items() if key.startswith(R)}
    known = {relation.get("Id", ""): relation.get("Target", "") for relation in relations}
    yield from (f"{name} is no part" for name in used - set(known))
    yield from (f"there is no {target}" for target in known.values() if _path(target) not in names)
    yield from (f"nothing uses {name}" for name, target in known.items() if "footer" in target and name not in used)


def _path(target: str) -> str:
    return posixpath.normpath(posixpath.join("word", target))


def _order(root: XML) -> Iterator[str]:
    for node in root.iter():
        name = node.tag.removeprefix(W)
        if name not in _ORDER or (name in ("ins", "del", "moveFrom", "moveTo") and not len(node)):
            continue
        places = _places(_ORDER[name])
        names = [child.tag.removeprefix(W) for child in node]
        if unknown := [child for child in names if child not in places]:
            yield f"<{name}> may not hold {unknown}"
        elif (found := [places[child] for child in names]) != sorted(found):
            yield f"<{name}> holds {names}"
        if name in _ONCE_ONLY and (twice := [child for child, count in Counter(names).items() if count > 1]):
            yield f"<{name}> holds {twice} twice"


def _places(pattern: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for place, (group, single) in enumerate(_DOES.findall(pattern)):
        for name in (group or single).split():
            found.setdefault(name, place)
    return found


def _marks(root: XML) -> Iterator[str]:
    numbers: Counter[tuple[str, str]] = Counter()
    for node in root.iter():
        name = node.tag.removeprefix(W)
        if name in ("ins", "del", "moveFrom", "moveTo") or name.endswith(("Change", "RangeStart")):
            numbers["mark", node.get(f"{W}id", "")] += 1
            if not node.get(f"{W}author"):
                yield f"<{name}> has no author"
            if not _DATE.fullmatch(node.get(f"{W}date", "1970-01-01T00:00:00Z")):
                yield f"<{name}> of {node.get(f'{W}date')}"
        if name == "bookmarkStart":
            numbers["mark", node.get(f"{W}id", "")] += 1
    yield from (f"number {number} {count} times" for (_, number), count in numbers.items() if count > 1)
    inside = {id(text) for mark in root.iter(f"{W}del") for text in mark.iter(f"{W}t")}
    outside = {id(text) for mark in root.iter(f"{W}del") for text in mark.iter(f"{W}delText")}
    yield from ("<t> in <del>" for _ in inside)
    yield from ("<delText> outside <del>" for text in root.iter(f"{W}delText") if id(text) not in outside)


def _moves(root: XML) -> Iterator[str]:
    names: dict[str, list[str]] = {}
    for kind in ("moveFrom", "moveTo"):
        starts = list(root.iter(f"{W}{kind}RangeStart"))
        names[kind] = [start.get(f"{W}name", "") for start in starts]
        ends = [end.get(f"{W}id") for end in root.iter(f"{W}{kind}RangeEnd")]
        if sorted(ends, key=str) != sorted((start.get(f"{W}id") for start in starts), key=str):
            yield f"{kind}: ranges are not closed"
        yield from _outside(root, kind)
    if sorted(names["moveFrom"]) != sorted(names["moveTo"]) or len(set(names["moveTo"])) != len(names["moveTo"]):
        yield f"moves do not go together: {names}"


def _outside(root: XML, kind: str) -> Iterator[str]:
    """Yield moved runs and marks that stand in no range."""
    open_ranges: set[str | None] = set()
    for node in root.iter():
        name = node.tag.removeprefix(W)
        if name == f"{kind}RangeStart":
            open_ranges.add(node.get(f"{W}id"))
        elif name == f"{kind}RangeEnd":
            open_ranges.discard(node.get(f"{W}id"))
        elif name == kind and len(node) and not open_ranges:
            yield f"<{kind}> outside a range"


def _endings(root: XML) -> Iterator[str]:
    for cell in root.iter(f"{W}tc"):
        if not len(cell) or cell[-1].tag != f"{W}p":
            yield "a cell does not end with a paragraph"
    body = root.find(f"{W}body")
    tags = [node.tag.removeprefix(W) for node in body] if body is not None else []
    if [one for one, two in pairwise(tags) if one == two == "tbl"]:
        yield "two tables without a paragraph between them"
    if tags[-2:] != ["p", "sectPr"] and tags[-2:-1] not in (["moveFromRangeEnd"], ["moveToRangeEnd"]):
        yield f"the body ends with {tags[-2:]}"
