"""意见汇总表 as a workbook; the last column is for the office to fill in."""

from __future__ import annotations

from collections.abc import Sequence

from planforge.ooxml.workbook import Sheet, workbook
from planforge.review.returned.opinion import HEAD, Opinion

NAME = "xlsx"
_WIDTHS = (6, 16, 28, 48, 48, 20)


def write(opinions: Sequence[Opinion], title: str) -> bytes:
    """Return the XLSX.

    Raises:
        PlanforgeError: when the part that writes workbooks is not installed.
    """
    numbered = enumerate(opinions, start=1)
    rows = [(number, one.who, one.where, one.original, one.opinion, "") for number, one in numbered]
    return workbook(Sheet("意见汇总表", HEAD, rows, _WIDTHS))
