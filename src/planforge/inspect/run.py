"""Reads a file, tells what it is, lets every group measure it, and puts the report together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

from planforge.errors import SourceError, UsageError
from planforge.inspect.groups import groups
from planforge.inspect.letter_rules import is_pdf_letter
from planforge.inspect.letter_word_rules import has_double_rule
from planforge.inspect.outcome import Measure, Report
from planforge.inspect.passage import Passage
from planforge.inspect.pdf_file import PdfFile
from planforge.inspect.pdf_reader import read_pdf
from planforge.inspect.presence import present
from planforge.inspect.recognise import recognise
from planforge.inspect.setup import SETUPS, SetUp, likely_by_ink, likely_setup
from planforge.inspect.subject import PdfSubject, WordSubject, is_body_size
from planforge.inspect.units import mm_of_twips
from planforge.inspect.verdicts import results_of
from planforge.inspect.word_file import WordFile
from planforge.inspect.word_reader import read_word
from planforge.ooxml.package import Package
from planforge.source.tree import unreadable

MAX_BYTES = 128 * 1024 * 1024
_PDF, _ZIP, _OLE = b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_SEARCHED = 1024


def inspect_file(path: Path, page: str | None = None) -> Report:
    """Return what a DOCX or PDF is like, clause by clause.

    Args:
        path: the file.
        page: name of the page set-up to judge by; None takes the one the file looks like.

    Raises:
        UsageError: for a page set-up there is not.
        SourceError: for a file that cannot be read or is neither.
    """
    if page is not None and page not in SETUPS:
        raise UsageError(f"“--page”应为{'、'.join(SETUPS)}，实为“{page}”")
    data = _bytes(path)
    subject: WordSubject | PdfSubject
    if _PDF in data[:_SEARCHED]:
        subject = _pdf(read_pdf(str(path), data), page)
    elif data.startswith((_ZIP, _OLE)):
        subject = _word(str(path), data, page)
    else:
        raise SourceError(f"“{path}”不是 DOCX 或 PDF 文件", hint="请选 Word、WPS 存的 .docx，或导出的 .pdf")
    if not any(passage.bare for passage in _passages(subject)):
        raise SourceError(
            f"“{path}”里没有文字，没有测量", hint="扫描件量不了，请用能选中文字的 PDF；Word 文件请打开后另存一次"
        )
    kind = "docx" if isinstance(subject, WordSubject) else "pdf"
    pages = len(subject.file.sheets) if isinstance(subject, PdfSubject) else None
    results = results_of(_measures(subject), kind, subject.setup.name, present(subject))
    return Report(str(path), kind, subject.setup.name, page is None, pages, results)


def _passages(subject: WordSubject | PdfSubject) -> Sequence[Passage]:
    return subject.file.paragraphs if isinstance(subject, WordSubject) else subject.file.passages


def _measures(subject: WordSubject | PdfSubject) -> Iterator[Measure]:
    for group in groups().values():
        if isinstance(subject, WordSubject):
            yield from group.word(subject)
        else:
            yield from group.pdf(subject)


def _bytes(path: Path) -> bytes:
    if path.exists() and not path.is_file():
        raise SourceError(f"“{path}”不是文件", hint="请指定一份 DOCX 或 PDF")
    if not path.exists():
        raise SourceError(f"找不到“{path}”", hint="请检查路径是否写对")
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise SourceError(unreadable(str(path), error)) from error
    if len(data) > MAX_BYTES:
        raise SourceError(f"“{path}”太大：应不超过 {MAX_BYTES // 1048576} MB", hint="请确认选对了文件")
    return data


def _word(name: str, data: bytes, page: str | None) -> WordSubject:
    file = read_word(Package(name, data))
    setup = SETUPS[page] if page else _word_setup(file)
    return WordSubject(file, recognise(file.paragraphs, letter=has_double_rule(file)), setup)


def _word_setup(file: WordFile) -> SetUp:
    margins = file.sections[0].margins
    return likely_setup(mm_of_twips(margins["top"]), mm_of_twips(margins["bottom"]))


def _pdf(file: PdfFile, page: str | None) -> PdfSubject:
    elements = recognise(file.passages, letter=is_pdf_letter(file))
    subject = PdfSubject(file, elements, SETUPS[page] if page else SETUPS["margins-37-35"])
    return subject if page else PdfSubject(file, elements, _likely(subject))


def _likely(subject: PdfSubject) -> SetUp:
    tops = [sheet.lines[0].top for sheet in subject.pure_sheets() if is_body_size(sheet.lines[0])]
    bottoms = [sheet.height - sheet.lines[-1].bottom for sheet in subject.full_sheets()]
    return likely_by_ink(*(median(values) if values else None for values in (tops, bottoms)))
