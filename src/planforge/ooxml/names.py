"""Names of WordprocessingML (ECMA-376 part 1)."""

from __future__ import annotations

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def w(name: str) -> str:
    """Return a name of the main WordprocessingML namespace."""
    return f"{{{W}}}{name}"


def m(name: str) -> str:
    """Return a name of the mathematics namespace."""
    return f"{{{_M}}}{name}"


def mc(name: str) -> str:
    """Return a name of the markup compatibility namespace."""
    return f"{{{_MC}}}{name}"


NOTE_REFERENCES = frozenset({w("footnoteReference"), w("endnoteReference")})
"""What stands in a run where a footnote or an endnote is referred to."""
