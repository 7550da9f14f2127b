"""The file itself: parts, properties, and a zip whose bytes depend on nothing but its content."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any

from planforge.ooxml.archive import reproducible
from planforge.render.docx.oxml import Values, element
from planforge.render.line_heads import NOT_FIRST
from planforge.render.page import Page

_KEPT_RELATIONS = ("officeDocument", "core-properties")
_KEPT_PARTS = ("styles", "settings", "theme", "webSettings")
_COMPATIBILITY = "http://schemas.microsoft.com/office/word"


def empty_document() -> Any:
    """Return a python-docx document without content and without the parts nobody asked for."""
    from docx import Document

    document = Document()
    body = document.element.body
    for child in list(body):
        body.remove(child)
    _drop(document.part.package.rels, _KEPT_RELATIONS)
    _drop(document.part.rels, _KEPT_PARTS)
    _settings(document.settings.element)
    return document


def save(document: Any, page: Page) -> bytes:
    """Return the file; created and modified are the document's date, absent when it has none."""
    _properties(document, page)
    raw = io.BytesIO()
    document.save(raw)
    return reproducible(raw.getvalue())


def _drop(relations: Any, kept: tuple[str, ...]) -> None:
    for identifier in [key for key, rel in relations.items() if rel.reltype.rsplit("/", 1)[1] not in kept]:
        del relations[identifier]


def _settings(settings: Any) -> None:
    for child in list(settings):
        settings.remove(child)
    mode: Values = {"name": "compatibilityMode", "uri": _COMPATIBILITY, "val": 15}
    parts = [
        element("zoom", {"percent": 100}),
        element("evenAndOddHeaders"),
        element("characterSpacingControl", {"val": "doNotCompress"}),
        element("noLineBreaksBefore", {"lang": "zh-CN", "val": NOT_FIRST}),
        element("compat", None, element("compatSetting", mode)),
        element("themeFontLang", {"val": "en-US", "eastAsia": "zh-CN"}),
    ]
    settings.extend(parts)


def _properties(document: Any, page: Page) -> None:
    properties = document.core_properties
    for child in list(properties._element):  # python-docx can set these, but not take them away
        properties._element.remove(child)
    properties.title = page.title[:255]
    properties.language = page.language
    if page.author:
        properties.author = page.author[:255]
    if page.date:
        properties.created = properties.modified = datetime.fromisoformat(page.date)
