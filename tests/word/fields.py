"""Fields: whole, not computed on opening, fetching nothing, and leading somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from tests.word.package import W, WordFile

_FETCHES = re.compile(r"^\s*(INCLUDETEXT|INCLUDEPICTURE|LINK|DDE|DDEAUTO|IMPORT|DATABASE|MACROBUTTON)\b", re.IGNORECASE)


def field_faults(file: WordFile) -> Iterator[str]:
    """Yield what is wrong with the fields and links of all stories."""
    if "word/settings.xml" in file.parts and file.tree("word/settings.xml").find(f"{W}updateFields") is not None:
        yield "w:updateFields: Word would ask on opening"
    names = {node.get(f"{W}name") for node in file.document.iter(f"{W}bookmarkStart")}
    for story in file.stories:
        found = (*_nesting(file.tree(story)), *_codes(file.tree(story), names))
        yield from (f"{story}: {words}" for words in found)


def _nesting(root: Any) -> Iterator[str]:
    depth = 0
    for node in root.iter():
        if node.get(f"{W}dirty") is not None:
            yield "a field is dirty"
        if node.tag == f"{W}fldChar":
            depth += {"begin": 1, "end": -1}.get(node.get(f"{W}fldCharType"), 0)
            if depth < 0:
                yield "a field ends before it begins"
    if depth > 0:
        yield f"{depth} fields do not end"


def _codes(root: Any, names: set[str | None]) -> Iterator[str]:
    for node in root.iter(f"{W}instrText"):
        code = (node.text or "").split()
        if _FETCHES.match(node.text or ""):
            yield f"a field fetches: {node.text}"
        if code[:1] == ["PAGEREF"] and code[1] not in names:
            yield f"PAGEREF to {code[1]}, which is no bookmark"
    for node in root.iter(f"{W}hyperlink"):
        if node.get(f"{W}anchor") not in names:
            yield f"link to {node.get(f'{W}anchor')}, which is no bookmark"
