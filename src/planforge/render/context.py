"""A plan as plain data for the templates: dicts, lists and strings, nothing a template could reach out from."""

from __future__ import annotations

from typing import Any

from planforge.outline.text import printed
from planforge.plan.model import (
    Annex,
    Chapter,
    DocumentElements,
    Plan,
    Signed,
)
from planforge.render.context_blocks import ReadBytes, blocks_of
from planforge.render.notes import noted


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
    organs = " ".join([printed(document.issuer), *(text.printed for text in document.joint)])
    composed = f"{organs}关于印发{title}的通知" if document.issuer or document.notice else ""
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
