"""A plan as plain data for the templates: dicts, lists and strings, nothing a template could reach out from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from planforge.outline.text import printed
from planforge.plan.model import (
    Annex,
    Chapter,
    DocumentElements,
    Plan,
    Signed,
)
from planforge.render.context_blocks import blocks_of
from planforge.render.notes import noted
from planforge.render.pictures import ReadBytes
from planforge.render.trace_marks import unmarked

_MOST_NAMED = 3
"""Organs whose names a title says; with more of them it would take a page, and no shape that 7.3.1 allows."""
_DEPARTMENT = ("委员会", "委", "局", "厅", "部")


def context_of(plan: Plan, read_bytes: ReadBytes) -> dict[str, Any]:
    """Return what a house format's template is given.

    Args:
        plan: the plan.
        read_bytes: reads a picture of the plan's folder by its path.

    Raises:
        SourceError: when a picture cannot be read or is none.
    """
    return {
        "plan": {
            "title": printed(plan.title),
            "kind": plan.kind,
            "stage": plan.stage if plan.is_draft else "",
            "draft": not plan.is_issued,
            "preface": [noted(text) for text in plan.preface],
            "chapters": [_chapter(chapter, read_bytes) for chapter in plan.chapters if not chapter.attached],
            "attachments": [_chapter(chapter, read_bytes) for chapter in plan.chapters if chapter.attached],
        },
        "document": _document(plan.document, printed(plan.title)),
    }


def _document(document: DocumentElements, title: str) -> dict[str, Any]:
    organs = [printed(document.issuer), *(text.printed for text in document.joint)]
    composed = f"{_issuers(organs)}关于印发{title}的通知" if document.issuer or document.notice else ""
    return {
        "issuer": printed(document.issuer),
        "joint": [text.printed for text in document.joint],
        "copy_number": printed(document.copy_number),
        "security": printed(document.security),
        "urgency": printed(document.urgency),
        "number": printed(document.number),
        "signatories": [text.printed for text in document.signatories],
        "title": printed(document.title) or composed,
        "recipients": printed(document.recipients),
        "notice": [text.printed for text in document.notice],
        "signature": _signed(document.signature),
        "disclosure": printed(document.disclosure),
        "copies": printed(document.copies),
        "printed": _signed(document.printed),
        "annex": _annex(document.annex),
        "cover": _signed(document.cover),
        "note": printed(document.note),
        "contents": document.contents,
    }


def _issuers(organs: Sequence[str]) -> str:
    """Return who issues, as a title says it: more than three are the leading one and how many there are."""
    if len(organs) <= _MOST_NAMED:
        return " ".join(organs)
    all_departments = all(unmarked(name).endswith(_DEPARTMENT) for name in organs)
    return f"{organs[0]}等{len(organs)}{'部门' if all_departments else '单位'}"


def _signed(signed: Signed | None) -> dict[str, str] | None:
    return {"by": printed(signed.by), "on": printed(signed.on)} if signed else None


def _annex(annex: Annex | None) -> dict[str, str] | None:
    return {"of": printed(annex.of), "number": printed(annex.number)} if annex else None


def _chapter(chapter: Chapter, read_bytes: ReadBytes) -> dict[str, Any]:
    return {
        "id": chapter.id,
        "number": chapter.number,
        "label": f"{chapter.number}{chapter.heading.printed}",
        "heading": chapter.heading.printed,
        "level": 1,
        "blocks": list(blocks_of(chapter.blocks, read_bytes)),
    }
