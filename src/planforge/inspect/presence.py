"""Which elements a file has: a clause on another element does not apply."""

from __future__ import annotations

from typing import Any

from planforge.inspect.elements import Elements, Form
from planforge.inspect.groups.attachments import items_of
from planforge.inspect.groups.rule import red_rule, word_rules
from planforge.inspect.groups.signature import sealed
from planforge.inspect.layers import level_of
from planforge.inspect.passage import Passage
from planforge.inspect.subject import PdfSubject, WordSubject
from planforge.inspect.widths import width_of

_ONE_LINE = 29


def present(subject: WordSubject | PdfSubject) -> frozenset[str]:
    """Return the names of the elements, as clauses.yaml calls them."""
    elements = subject.elements
    found = {
        "page": True,
        "wide-table": _turned(subject),
        "red-rule": _has_rule(subject),
        "page-number": not _one_page_letter(subject),
        "sealed": sealed(subject) is True,
        "unsealed": sealed(subject) is False,
        **_head(elements),
        **_main(elements),
        **_tail(elements),
    }
    return frozenset(name for name, there in found.items() if there)


def _head(elements: Elements[Any]) -> dict[str, bool]:
    document = elements.form is Form.DOCUMENT
    corners = elements.corners
    letter = elements.form is Form.LETTER
    return {
        "head": elements.has_head,
        "copy-number": elements.copy_number is not None,
        "secrecy": elements.secrecy is not None,
        "urgency": elements.urgency is not None,
        "marks-left": len(corners) > 1,
        "mark": document and bool(elements.marks),
        "joint-mark": document and len(elements.marks) > 1,
        "number": document and elements.number is not None,
        "signer": bool(elements.signers),
        "several-signers": len(elements.signers) > 1,
        "upward": bool(elements.signers) and elements.number is not None,
        "letter": letter,
        "letter-left": letter and bool(corners),
        "letter-number": letter and elements.number is not None,
        "letter-title": letter and bool(elements.title),
        "order": elements.form is Form.ORDER,
        "minutes": elements.form is Form.MINUTES,
    }


def _main(elements: Elements[Any]) -> dict[str, bool]:
    return {
        "title": bool(elements.titles),
        "title-below-rule": bool(elements.titles)
        and (elements.form is not Form.LETTER or bool(elements.further_titles)),
        "long-title": any(len(title) > 1 or _long(title[0]) for title in elements.titles),
        "recipients": elements.recipients is not None,
        "body": bool(elements.body),
        "headings": any(level_of(passage.bare) for passage in elements.body),
        "attachments": bool(elements.attachments),
        "several-attachments": len(items_of(elements.attachments)) > 1,
        "joint-signature": len(elements.signatures) > 1,
        "date": elements.date is not None,
        "remark": elements.remark is not None,
        "annex": bool(elements.annexes),
        "lone-annex": elements.lone_annex is not None,
        "issued": bool(elements.further_titles) and elements.has_head and not elements.annexes,
    }


def _tail(elements: Elements[Any]) -> dict[str, bool]:
    known = (elements.copies, elements.main_copies, elements.printed)
    return {
        "imprint": bool(elements.imprint) and elements.form is not Form.LETTER,
        "copies": elements.copies is not None,
        "long-copies": elements.copies is not None and width_of(elements.copies.bare) > _ONE_LINE,
        "main-copies": elements.main_copies is not None,
        "printed": elements.printed is not None and elements.form is not Form.LETTER,
        "imprint-between": sum(one is not None for one in known) > 1,
    }


def _long(passage: Passage) -> bool:
    return width_of(passage.bare) > 20 or "\n" in passage.text


def _one_page_letter(subject: WordSubject | PdfSubject) -> bool:
    """Whether there is no page that could have a number: the first page of a letter has none (10.1)."""
    letter = subject.elements.form is Form.LETTER
    return letter and isinstance(subject, PdfSubject) and len(subject.file.sheets) == 1


def _turned(subject: WordSubject | PdfSubject) -> bool:
    if isinstance(subject, WordSubject):
        return any(section.landscape for section in subject.file.sections)
    return any(sheet.head or sheet.width > sheet.height for sheet in subject.file.sheets)


def _has_rule(subject: WordSubject | PdfSubject) -> bool:
    number = subject.elements.number
    if number is None or subject.elements.form is not Form.DOCUMENT:
        return False
    if isinstance(subject, WordSubject) and subject.elements.number is not None:
        return next(word_rules(subject.file, subject.elements.number), None) is not None
    return isinstance(subject, PdfSubject) and red_rule(subject) is not None
