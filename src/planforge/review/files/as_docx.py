"""The redline: the new version in the official format, with tracked changes."""

from __future__ import annotations

from planforge.review.version import Version

NAME = "docx"


def write(old: Version, new: Version) -> bytes:
    """Return the DOCX; its changes bear the name of the issuing organ and the date of the new version.

    Raises:
        PlanforgeError: when a version cannot be printed.
    """
    from planforge.review.redline.document import Side, redline

    return redline(Side(old.plan, old.tree.read_bytes), Side(new.plan, new.tree.read_bytes))
