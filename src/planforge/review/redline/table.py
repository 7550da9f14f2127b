"""Tables: rows matched by their first cells, changed cells marked inside, rows added and removed whole.

Where the columns changed, nothing can be matched: the old table goes and the new one comes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy

from planforge.render.docx.oxml import Element, element
from planforge.review.redline.align import align
from planforge.review.redline.flow import Status, one_sided
from planforge.review.redline.item import Item
from planforge.review.redline.marks import Marks
from planforge.review.redline.node import child, local, signature, words_of
from planforge.review.redline.paragraph import paragraphs

Cells = Callable[[Sequence[Element], Sequence[Element], Marks], list[Element]]
"""Weaves what two cells hold."""
_FRAME = ("tblPr", "tblGrid", "trPr", "tcPr")
_NUMBER_HEADS = ("序号", "编号")


def comparable(old: Element, new: Element) -> bool:
    """Whether two tables have the same columns, as far as their number and the cells of every row tell."""
    return len(_widths(old)) == len(_widths(new)) and {_shape(row) for row in _rows(old)} == {
        _shape(row) for row in _rows(new)
    }


def one_sided_table(table: Element, status: Status, marks: Marks) -> Element:
    """Return a table all of whose rows are inserted or deleted."""
    rows = (_one_sided_row(row, status, marks) for row in _rows(table))
    return element("tbl", None, *_frame(table), *rows)


def woven_table(old: Element, new: Element, marks: Marks, cells: Cells) -> Element:
    """Return the new table with the changes of rows and cells; its column widths are the new ones."""
    before, after = _rows(old), _rows(new)
    steps = align(_items(before), _items(after))
    rows: list[Element] = []
    for step in steps:
        if step.paired:
            rows += _woven_rows([before[i] for i in step.old], [after[j] for j in step.new], marks, cells)
        else:
            rows += (_fitted(_one_sided_row(before[i], Status.DELETED, marks), new) for i in step.old)
            rows += (_one_sided_row(after[j], Status.INSERTED, marks) for j in step.new)
    return element("tbl", None, *_frame(new), *rows)


def _woven_rows(old: list[Element], new: list[Element], marks: Marks, cells: Cells) -> Iterator[Element]:
    yield _woven_row(old[0], new[0], marks, cells)


def _woven_row(old: Element, new: Element, marks: Marks, cells: Cells) -> Element:
    made = element("tr", None, *_frame(new))
    before, after = child(old, "trPr"), child(made, "trPr")
    if before is not None and after is not None and signature(before) != signature(after):
        after.append(marks.mark("trPrChange", deepcopy(before)))
    for one, two in zip(_cells(old), _cells(new), strict=True):
        made.append(element("tc", None, *_frame(two), *cells(_inside(one), _inside(two), marks)))
    return made


def _one_sided_row(row: Element, status: Status, marks: Marks) -> Element:
    made = element("tr", None, *_frame(row))
    properties = child(made, "trPr")
    if properties is None:
        properties = element("trPr")
        made.insert(0, properties)
    properties.append(marks.mark(status.value))
    for cell in _cells(row):
        inner = (one for part in _inside(cell) for one in paragraphs(one_sided(part, status), marks))
        made.append(element("tc", None, *_frame(cell), *inner))
    return made


def _fitted(row: Element, table: Element) -> Element:
    """Give the cells of a deleted row the widths of the new table, or it would stick out."""
    widths = _widths(table)
    for cell, width in zip(_cells(row), widths, strict=False):
        size = child(child(cell, "tcPr"), "tcW")
        if size is not None and len(_cells(row)) == len(widths):
            for name in size.attrib:
                if name.endswith("}w"):
                    size.set(name, width)
    return row


def _items(rows: Sequence[Element]) -> list[Item]:
    """Return the rows for the alignment; the first cell that is no running number is a row's name."""
    texts = [[words_of(cell) for cell in _cells(row)] for row in rows]
    at = 1 if texts and len(texts[0]) > 1 and texts[0][0].strip() in _NUMBER_HEADS else 0
    return [
        Item("tr", "".join(cells), _shape(row), "".join(cells[at : at + 1]))
        for row, cells in zip(rows, texts, strict=True)
    ]


def _rows(table: Element) -> list[Element]:
    return [node for node in table if local(node) == "tr"]


def _cells(row: Element) -> list[Element]:
    return [node for node in row if local(node) == "tc"]


def _inside(cell: Element) -> list[Element]:
    return [node for node in cell if local(node) not in _FRAME]


def _frame(node: Element) -> list[Element]:
    """Return the properties of a table, row or cell."""
    return [deepcopy(one) for one in node if local(one) in _FRAME]


def _widths(table: Element) -> list[str]:
    grid = child(table, "tblGrid")
    return [next(iter(column.attrib.values()), "") for column in grid] if grid is not None else []


def _shape(row: Element) -> str:
    """Return how many cells a row has, and which of them span others."""
    spans = (child(child(cell, "tcPr"), "gridSpan") for cell in _cells(row))
    merged = (child(child(cell, "tcPr"), "vMerge") for cell in _cells(row))
    return " ".join(f"{signature(span)}{signature(merge)}|" for span, merge in zip(spans, merged, strict=True))
