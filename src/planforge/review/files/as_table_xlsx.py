"""修改对照表 as a workbook: 序号, 位置, 原条文, 修改后, 修改理由; the last column is for the office to fill in."""

from __future__ import annotations

from planforge.ooxml.workbook import Sheet, workbook
from planforge.review.clause_changes import clause_changes
from planforge.review.version import Version

NAME = "table-xlsx"
HEAD = ("序号", "位置", "原条文", "修改后", "修改理由")
_WIDTHS = (6, 24, 52, 52, 24)


def write(old: Version, new: Version) -> bytes:
    """Return the XLSX.

    Raises:
        PlanforgeError: when the part that writes workbooks is not installed.
    """
    changes = enumerate(clause_changes(old.plan, new.plan), start=1)
    rows = [(number, change.place, change.old, change.new, change.note) for number, change in changes]
    return workbook(Sheet("修改对照表", HEAD, rows, _WIDTHS))
