"""The form of a letter (10.1): mark, red double rules, number, title, no number on the first page, 版记."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.inspect.elements import Form
from planforge.inspect.letter_pdf import pdf_letter
from planforge.inspect.letter_word import word_letter
from planforge.inspect.outcome import Measure
from planforge.inspect.subject import PdfSubject, WordSubject


def word(subject: WordSubject) -> Iterator[Measure]:
    """Measure a DOCX."""
    if subject.elements.form is Form.LETTER:
        yield from word_letter(subject)


def pdf(subject: PdfSubject) -> Iterator[Measure]:
    """Measure a PDF."""
    if subject.elements.form is Form.LETTER:
        yield from pdf_letter(subject)
