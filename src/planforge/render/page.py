"""The semantic page: what is printed, in reading order, without a word about how it looks.

Every writer reads these frozen blocks and nothing else. Numbering, captions and references are plain characters here,
so that all outputs carry the same text; only page numbers are added by the writers.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from planforge.render.charts.panel import Panel, Shape
from planforge.render.trace import Trace


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one face; ``lead_level`` is the heading level whose face a run-in heading has (0: none).

    A footnote is a run without text: ``note`` are its words, ``number`` its place among those of the document.
    """

    text: str
    lead_level: int = 0
    note: str = ""
    number: int = 0


Runs = tuple[Run, ...]


class LineRole(StrEnum):
    """The elements that are one short text of their own kind; the values are the element names of the vocabulary."""

    LETTERHEAD = "letterhead"
    DOCUMENT_NUMBER = "document-number"
    NOTICE_TITLE = "notice-title"
    RECIPIENTS = "recipients"
    DISCLOSURE = "disclosure"
    PLAN_TITLE = "plan-title"
    STAGE = "stage"
    TITLE_NOTE = "title-note"
    ANNEX_LABEL = "annex-label"
    ANNEX_TITLE = "annex-title"


TITLES = (LineRole.NOTICE_TITLE, LineRole.PLAN_TITLE, LineRole.ANNEX_TITLE)
"""What is set as a title: large, centred, broken by meaning."""


@dataclass(frozen=True, slots=True)
class Line:
    """A letterhead, a document number, a title and the like. Titles are already broken: one run a line."""

    role: LineRole
    runs: Runs
    id: str = ""


@dataclass(frozen=True, slots=True)
class Marks:
    """What stands at the top left, each on a line of its own: 份号, 密级和保密期限, 紧急程度 (7.2.1 to 7.2.3)."""

    copy_number: str = ""
    security: str = ""
    urgency: str = ""

    @property
    def lines(self) -> tuple[tuple[str, str], ...]:
        """Each line that there is, with the name of its style before it."""
        named = (("copy-number", self.copy_number), ("security", self.security), ("urgency", self.urgency))
        return tuple((style, text) for style, text in named if text)


@dataclass(frozen=True, slots=True)
class JointHead:
    """发文机关标志 of several organs, the leading one first; ``ending`` (文件) stands beside them (7.2.4)."""

    organs: tuple[str, ...]
    ending: str = ""


@dataclass(frozen=True, slots=True)
class LetterHead:
    """The head of a letter (10.1): 发文机关标志 above a red double rule, lines below it, a rule at the foot.

    At the left 份号, 密级和保密期限, 紧急程度, each on a line; at the right, on the first of these lines, 发文字号.
    """

    organ: str
    marks: Marks
    number: str = ""

    @property
    def rows(self) -> tuple[tuple[str, str, str], ...]:
        """Each line below the rule: the style of what stands at its left, that text, what stands at its right."""
        left = self.marks.lines or ((("document-number", ""),) if self.number else ())
        return tuple((style, text, "" if at else self.number) for at, (style, text) in enumerate(left))


@dataclass(frozen=True, slots=True)
class NumberLine:
    """发文字号 and 签发人 of a document to a higher organ (7.2.5, 7.2.6): two names a line, the number on the last."""

    number: str
    signatories: tuple[str, ...]

    @property
    def rows(self) -> tuple[tuple[str, str, str], ...]:
        """Each line: the number, the words before the names, the names with a character between them."""
        pairs = [self.signatories[at : at + 2] for at in range(0, len(self.signatories), 2)]
        return tuple(
            (self.number if at == len(pairs) - 1 else "", "" if at else "签发人：", "　".join(pair))
            for at, pair in enumerate(pairs)
        )


@dataclass(frozen=True, slots=True)
class RedRule:
    """The red line below the document number."""


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows starts on a new page.

    ``body``: it starts the body on a right-hand page with page number 1; what stands before is front matter.
    """

    body: bool = False


@dataclass(frozen=True, slots=True)
class Cover:
    """A 封面: the label of the annex at the top left, the title (one run a line), a note below it, organ and date."""

    title: Runs
    label: str = ""
    note: str = ""
    by: str = ""
    on: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents: the printed heading and the id of where it stands."""

    level: int
    text: str
    id: str


@dataclass(frozen=True, slots=True)
class Contents:
    """目录: its title and the headings of the first ``levels`` levels; the writers add the page numbers."""

    title: str
    levels: int
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading on a line of its own; level 1 is a chapter."""

    level: int
    runs: Runs
    id: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the body."""

    runs: Runs
    id: str = ""


@dataclass(frozen=True, slots=True)
class Signature:
    """署名 and 成文日期 below the notice."""

    by: str
    on: str


@dataclass(frozen=True, slots=True)
class JointSignature:
    """署名 of several organs in their order, and 成文日期 below the last (7.3.5.1)."""

    names: tuple[str, ...]
    on: str


@dataclass(frozen=True, slots=True)
class AnnexNote:
    """附件说明: the names of what is attached, below the text (7.3.4)."""

    names: tuple[str, ...]

    @property
    def lines(self) -> tuple[tuple[str, str], ...]:
        """Each line as what stands before the name and the name; a single annex has no number."""
        if len(self.names) == 1:
            return (("附件：", self.names[0]),)
        return tuple((f"{'' if index else '附件：'}{index + 1}.", name) for index, name in enumerate(self.names))


@dataclass(frozen=True, slots=True)
class Box:
    """A 专栏: bordered, with a title."""

    title: Runs
    paragraphs: tuple[Paragraph, ...]
    id: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one head row; ``unit`` and ``note`` are printed as they stand (“单位：万元”, “注：…”).

    ``landscape``: whether it stands on pages turned sideways (横排); None: when its columns need it.
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    unit: str = ""
    note: str = ""
    id: str = ""
    landscape: bool | None = None


@dataclass(frozen=True, slots=True)
class ItemList:
    """A list whose marks are part of the text."""

    items: tuple[Paragraph, ...]
    id: str = ""


@dataclass(frozen=True, slots=True)
class Image:
    """The bytes of a picture; ``media_type`` is ``image/png`` or ``image/jpeg``."""

    data: bytes
    media_type: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with its caption below and a text for those who cannot see it."""

    image: Image
    caption: str
    alt: str
    id: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """Figures drawn, a panel an indicator; ``table`` says the same below the drawing, the caption stands below both.

    ``alt`` is for those who cannot see the drawing.
    """

    shape: Shape
    panels: tuple[Panel, ...]
    table: Table
    caption: str
    alt: str
    id: str = ""


@dataclass(frozen=True, slots=True)
class Imprint:
    """版记: copies (抄送), the printing organ and the printing date, as printed; an absent one is empty.

    ``recipients``: 主送, where the first page has no room for them (7.3.2, 7.4.2); no rule parts them from the copies.
    """

    copies: str = ""
    by: str = ""
    on: str = ""
    recipients: str = ""

    @property
    def organs(self) -> tuple[str, ...]:
        """The lists of organs that there are, 主送 above 抄送."""
        return tuple(filter(None, (self.recipients, self.copies)))


Block = (
    Marks | Line | JointHead | LetterHead | NumberLine | RedRule | NewPage | Cover | Contents | Heading | Paragraph
    | Signature | JointSignature | AnnexNote | Box | Table | ItemList | Figure | Chart | Imprint
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Page:
    """A whole document. ``date`` is ISO (YYYY-MM-DD) or empty; ``author`` is the issuing organ or empty.

    ``trace``: what a draft carries so that edits can come back. ``final``: the file leaves the office and holds nothing
    but what is printed.
    """

    title: str
    blocks: tuple[Block, ...]
    language: str = "zh-CN"
    author: str = ""
    date: str = ""
    trace: Trace | None = None
    final: bool = False


def text_of(runs: Runs) -> str:
    """Return the characters of the runs."""
    return "".join(run.text for run in runs)


def page_text(page: Page) -> str:
    """Return the printed text in reading order, one line a paragraph, table cell or caption."""
    return "\n".join(text for block in page.blocks for text in block_texts(block) if text)


def block_texts(block: Block) -> Iterator[str]:
    """Yield the texts a block prints, in reading order."""
    match block:
        case Line() | Heading() | Paragraph():
            yield text_of(block.runs)
        case (
            Cover()
            | Contents()
            | AnnexNote()
            | Marks()
            | NumberLine()
            | JointHead()
            | Signature()
            | JointSignature()
            | LetterHead()
        ):
            yield from _listed_texts(block)
        case Box():
            yield text_of(block.title)
            yield from (text_of(paragraph.runs) for paragraph in block.paragraphs)
        case ItemList():
            yield from (text_of(item.runs) for item in block.items)
        case Table():
            yield from (block.caption, block.unit, *block.head)
            yield from (cell for row in block.rows for cell in row)
            yield block.note
        case Figure() | Chart():
            yield from block_texts(block.table) if isinstance(block, Chart) else ()
            yield block.caption
        case Imprint():
            yield from (*block.organs, block.by, block.on)
        case RedRule() | NewPage():
            return


def _listed_texts(
    block: Cover | Contents | AnnexNote | Marks | NumberLine | JointHead | Signature | JointSignature | LetterHead,
) -> Iterator[str]:
    match block:
        case AnnexNote():
            yield from (before + name for before, name in block.lines)
        case Marks():
            yield from (text for _, text in block.lines)
        case NumberLine():
            yield from ("".join(row) for row in block.rows)
        case JointHead():
            yield from (*block.organs, block.ending)
        case LetterHead():
            yield from (block.organ, *(left + right for _, left, right in block.rows))
        case Signature():
            yield from (block.by, block.on)
        case JointSignature():
            yield from (*block.names, block.on)
        case _:
            yield from _front_texts(block)


def _front_texts(block: Cover | Contents) -> Iterator[str]:
    if isinstance(block, Cover):
        yield from (block.label, text_of(block.title), block.note, block.by, block.on)
    else:
        yield from (block.title, *(entry.text for entry in block.entries))
