"""What a group of clauses is given: the measured file, its elements, the page set-up it is judged by."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.inspect.elements import Elements
from planforge.inspect.pdf_file import Line, PdfFile, PdfPassage, Sheet
from planforge.inspect.setup import SetUp
from planforge.inspect.word_file import WordFile, WordParagraph
from planforge.records import cached_property, record

BODY_SIZES = (15.5, 16.5)


@record(frozen=True)
class WordSubject:
    """A DOCX to be measured, its elements recognised, against a page set-up."""

    file: WordFile
    elements: Elements[WordParagraph]
    setup: SetUp


@record(frozen=True)
class PdfSubject:
    """A PDF to be measured, its elements recognised, against a page set-up."""

    file: PdfFile
    elements: Elements[PdfPassage]
    setup: SetUp

    @cached_property
    def body(self) -> list[PdfPassage]:
        """The text on upright pages: on a page turned sideways lines are as long and as many as its table needs."""
        upright = {sheet.number for sheet in self.file.sheets if sheet.height >= sheet.width}
        return [passage for passage in self.elements.body if passage.first.page in upright]

    @cached_property
    def body_lines(self) -> frozenset[int]:
        """Identities of the lines that are body text of size 3号."""
        return frozenset(id(line) for passage in self.body for line in passage.lines if is_body_size(line))

    def pure_sheets(self) -> Iterator[Sheet]:
        """Yield the pages that hold body text and nothing else."""
        for sheet in self.file.sheets:
            if sheet.lines and all(id(line) in self.body_lines for line in sheet.lines):
                yield sheet

    def full_sheets(self) -> list[Sheet]:
        """Return the pages of pure body text that go down to the last line: the text goes on behind them."""
        following = {
            sheet.number - 1 for sheet in self.file.sheets if id(next(iter(sheet.lines), None)) in self.body_lines
        }
        pure = [sheet for sheet in self.pure_sheets() if not sheet.notes and sheet.number in following]
        most = max((len(sheet.lines) for sheet in pure), default=0)
        return [sheet for sheet in pure if len(sheet.lines) == most and most > 15]


def is_body_size(line: Line) -> bool:
    """Return whether a line is set in 3号."""
    return BODY_SIZES[0] <= line.size <= BODY_SIZES[1]
