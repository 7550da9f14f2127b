"""A look at the elements the writer made: names, children, and whether two say the same."""

from __future__ import annotations

from collections.abc import Collection

from planforge.render.docx.oxml import Element

_VOLATILE = frozenset({"docPr", "cNvPr"})  # numbered by the writer: two equal pictures differ here only


def local(node: Element) -> str:
    """Return the name of an element without its namespace."""
    name: str = node.tag.rpartition("}")[2]
    return name


def child(node: Element | None, name: str) -> Element | None:
    """Return the first child of that name."""
    return next((one for one in node if local(one) == name), None) if node is not None else None


def signature(node: Element | None, without: Collection[str] = ()) -> str:
    """Return a text that two elements share when they say the same; children named in `without` do not count."""
    if node is None:
        return ""
    values = "" if local(node) in _VOLATILE else str(sorted(node.attrib.items()))
    # python-docx gives paragraphs and runs a text of their own, gathered from below: only leaves are asked
    inner = "".join(signature(one) for one in node if local(one) not in without) if len(node) else node.text or ""
    return f"<{local(node)}{values}>{inner}"


def words_of(node: Element) -> str:
    """Return the characters of a paragraph or table, its line breaks and tabs included; a cell ends with a tab."""
    pieces: list[str] = []
    for one in node.iter():
        match local(one):
            case "t":
                pieces.append(one.text or "")
            case "br":
                pieces.append("\n")
            case "tab" if local(one.getparent()) == "r":
                pieces.append("\t")
            case "tc":
                pieces.append("\t")
    return "".join(pieces)


def value(node: Element | None, name: str) -> str:
    """Return an attribute by its name without the namespace, "" when there is none."""
    if node is None:
        return ""
    return next((found for key, found in node.attrib.items() if key.rpartition("}")[2] == name), "")
