"""What the body of a document is made of: cover, contents, headings, paragraphs, boxes, tables, pictures, charts."""

from __future__ import annotations

from planforge.records import record
from planforge.render.charts.panel import Panel, Shape
from planforge.render.runs import Runs


@record(frozen=True, slots=True)
class NewPage:
    """What follows starts on a new page.

    ``body``: it starts the body on a right-hand page with page number 1; what stands before is front matter.
    """

    body: bool = False


@record(frozen=True, slots=True)
class Cover:
    """A 封面: the label of the annex at the top left, the title (one run a line), a note below it, organ and date."""

    title: Runs
    label: str = ""
    note: str = ""
    by: str = ""
    on: str = ""


@record(frozen=True, slots=True)
class Entry:
    """A line of the contents: the printed heading and the id of where it stands."""

    level: int
    text: str
    id: str


@record(frozen=True, slots=True)
class Contents:
    """目录: its title and the headings of the first ``levels`` levels; the writers add the page numbers."""

    title: str
    levels: int
    entries: tuple[Entry, ...] = ()


@record(frozen=True, slots=True)
class Heading:
    """A heading on a line of its own; level 1 is a chapter."""

    level: int
    runs: Runs
    id: str = ""


@record(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the body."""

    runs: Runs
    id: str = ""


@record(frozen=True, slots=True)
class Box:
    """A 专栏: bordered, with a title."""

    title: Runs
    paragraphs: tuple[Paragraph, ...]
    id: str = ""


@record(frozen=True, slots=True)
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


@record(frozen=True, slots=True)
class ItemList:
    """A list whose marks are part of the text."""

    items: tuple[Paragraph, ...]
    id: str = ""


@record(frozen=True, slots=True)
class Image:
    """The bytes of a picture; ``media_type`` is ``image/png`` or ``image/jpeg``."""

    data: bytes
    media_type: str


@record(frozen=True, slots=True)
class Figure:
    """A picture with its caption below and a text for those who cannot see it."""

    image: Image
    caption: str
    alt: str
    id: str = ""


@record(frozen=True, slots=True)
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
