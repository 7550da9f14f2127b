"""The redline: the new version in the official format, with tracked changes."""

from __future__ import annotations

from planforge.review.version import Version

NAME = "docx"


def write(old: Version, new: Version, author: str | None = None, date: str | None = None) -> bytes:
    """Return the DOCX.

    Args:
        author: whose changes they are; None: the issuing organ's.
        date: ISO date and time of the changes; None: the date of the new version.

    Raises:
        PlanforgeError: when a version cannot be printed.
    """
    from planforge.review.redline.document import Side, redline

    before, after = (Side(version.plan, version.tree.read_bytes, version.tree.root) for version in (old, new))
    return redline(before, after, author, date)
