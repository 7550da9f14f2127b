"""Names for the places of a document: block ids are Chinese, bookmarks and fragments are ASCII."""

from __future__ import annotations

import hashlib


def anchor_name(block_id: str) -> str:
    """Return a stable name for a block id: ``_pf_`` and 16 hexadecimal digits (Word allows 40 characters)."""
    return f"_pf_{hashlib.sha256(block_id.encode('utf-8')).hexdigest()[:16]}"


def id_attribute(block_id: str) -> str:
    """Return the place of a block as an attribute of its HTML element, "" for a block without an id."""
    return f' id="{anchor_name(block_id)}"' if block_id else ""
