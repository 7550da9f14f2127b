"""The redline as a file: both versions printed in the new one's house format, woven, saved."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from planforge.plan.model import Plan
from planforge.records import record
from planforge.render.docx.oxml import Element
from planforge.render.house import House, PageProfile
from planforge.render.page import Page
from planforge.review.house import house_of
from planforge.review.redline.contents import with_contents_of
from planforge.review.redline.marks import Author, Marks, highest_number
from planforge.review.redline.node import local
from planforge.review.redline.sections import continuous, paired_sections, sections_of
from planforge.review.redline.weave import weave

_WHITE_POINT = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mP4DwABAQEAHLCMmQAAAABJRU5ErkJggg=="


@record(frozen=True)
class Side:
    """One version: the plan, what reads a picture of its folder by its path, and the folder its house may be in."""

    plan: Plan
    read_bytes: Callable[[str], bytes]
    folder: Path | None = None

    def picture(self, path: str) -> bytes:
        """Return a picture; a white point for one of a Word file, whose caption alone is read."""
        return self.read_bytes(path) if path else base64.b64decode(_WHITE_POINT)


def redline(old: Side, new: Side, author: str | None = None, date: str | None = None) -> bytes:
    """Return the DOCX of the new version in which all changes since the old one are tracked.

    Args:
        author: whose changes they are; None: the issuing organ, else planforge.
        date: ISO date and time of the changes; None: the date of the new document; left out when it has none.

    Raises:
        PlanforgeError: when a version cannot be printed.
    """
    from planforge.render.build import render_page
    from planforge.render.context import context_of
    from planforge.render.houses import profile_or_default
    from planforge.render.pictures import or_placeholder

    house = house_of(new.plan.house, new.folder)
    before, after = (render_page(context_of(side.plan, or_placeholder(side.picture)), house) for side in (old, new))
    when = date if date is not None else f"{after.date}T00:00:00Z" if after.date else ""
    made_by = Author(author or after.author or "planforge", when)
    profile = profile_or_default(house, new.plan.page)
    return redline_pages(before, after, house, profile, made_by, _numbers(after, house, profile))


def _numbers(page: Page, house: House, profile: PageProfile) -> Mapping[str, str]:
    """Return the page numbers of the new version's contents; none where no PDF can be laid out."""
    from planforge.render.contents import has_contents
    from planforge.render.errors import UnavailableError
    from planforge.render.formats import Job

    if not has_contents(page):
        return {}
    try:
        return Job(page, house, profile).pdf.numbers
    except UnavailableError:
        return {}


def redline_pages(
    old: Page,
    new: Page,
    house: House,
    profile: PageProfile,
    author: Author,
    numbers: Mapping[str, str] | None = None,
) -> bytes:
    """Return the DOCX of `new` with the changes since `old` tracked; equal input gives equal bytes.

    Args:
        numbers: the page numbers of the contents, by anchor name.
    """
    from planforge.render.docx.document import new_document
    from planforge.render.docx.footnotes import settle_references
    from planforge.render.docx.package import save

    document = new_document(house, profile)
    after = _written(document, new, house, profile, numbers or {})
    kept = set(document.part.rels)
    before = with_contents_of(_written(document, old, house, profile, {}), after)
    marks = Marks(author, highest_number(after))
    body = document.element.body
    pairs = paired_sections(*(sections_of(side[:-1]) for side in (before, after)))
    for one, two in pairs:
        body.extend(weave(one, two, marks))
    body.append(after[-1])
    if pairs and not pairs[-1][0]:
        after[-1].append(marks.mark("sectPrChange", continuous(before[-1])))
    _number_pictures(body)
    settle_references(document, body)
    _drop_footers(document, kept)
    return save(document, replace(new, trace=None))


def _written(
    document: Any, page: Page, house: House, profile: PageProfile, numbers: Mapping[str, str]
) -> list[Element]:
    """Write a page and take its elements out of the body again; the last one holds the section."""
    from planforge.render.docx.document import write_body

    write_body(document, page, house, profile, numbers)
    body = document.element.body
    nodes = list(body)
    for node in nodes:
        body.remove(node)
    return nodes


def _number_pictures(body: Element) -> None:
    """Number the pictures anew: those of both versions were numbered from one."""
    for number, picture in enumerate((node for node in body.iter() if local(node) == "docPr"), 1):
        picture.set("id", str(number))


def _drop_footers(document: Any, kept: set[str]) -> None:
    """Drop the footers and headers of the old version; its pictures may still be needed."""
    for name in set(document.part.rels) - kept:
        if document.part.rels[name].reltype.endswith(("/footer", "/header")):
            del document.part.rels[name]
