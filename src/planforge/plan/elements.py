"""Reads what stands before the chapters: 发文要素, period, organs. What is absent stays None."""

from __future__ import annotations

from planforge.outline.from_yaml import line, prose
from planforge.outline.text import Text
from planforge.patterns import expression
from planforge.plan.model import Annex, DocumentElements, Period, Signed
from planforge.source.nodes import Mapping, Node, Sequence
from planforge.source.problem import Problem

_YEAR = expression(r"(?:19|20)[0-9]{2}")


def year_of(written: str) -> int | None:
    """Return a year of the schema's range, None for anything else."""
    return int(written) if _YEAR.fullmatch(written) else None


def read_elements(node: Node | None, problems: list[Problem]) -> DocumentElements:
    """Return the document elements."""
    if not isinstance(node, Mapping):
        return DocumentElements()
    return DocumentElements(
        copy_number=line(node.get("copy_number"), problems),
        security=line(node.get("security"), problems),
        urgency=line(node.get("urgency"), problems),
        issuer=line(node.get("issuer"), problems),
        joint=read_lines(node.get("joint"), problems),
        number=line(node.get("number"), problems),
        signatories=read_lines(node.get("signatories"), problems),
        title=line(node.get("title"), problems),
        recipients=line(node.get("recipients"), problems),
        notice=prose(node.get("notice"), problems),
        signature=_signed(node.get("signature"), problems),
        disclosure=line(node.get("disclosure"), problems),
        copies=line(node.get("copies"), problems),
        printed=_signed(node.get("printed"), problems),
        annex=_annex(node.get("annex"), problems),
        cover=_signed(node.get("cover"), problems),
        note=line(node.get("note"), problems),
        contents=_levels(node.get("contents"), problems),
    )


def read_period(node: Node | None) -> Period:
    """Return the period; years that are none are None (the schema has told)."""
    if not isinstance(node, Mapping):
        return Period()

    def year(key: str) -> int | None:
        text = line(node.get(key), [])
        return year_of(text.printed) if text else None

    return Period(year("from"), year("to"), year("baseline"), year("previous"))


def read_lines(node: Node | None, problems: list[Problem]) -> tuple[Text, ...]:
    """Return the texts of a list, or of a single value."""
    items = node.items if isinstance(node, Sequence) else (node,)
    return tuple(text for item in items if (text := line(item, problems)) is not None)


def _signed(node: Node | None, problems: list[Problem]) -> Signed | None:
    if not isinstance(node, Mapping):
        return None
    return Signed(line(node.get("by"), problems), line(node.get("on"), problems))


def _annex(node: Node | None, problems: list[Problem]) -> Annex | None:
    if not isinstance(node, Mapping):
        return None
    return Annex(line(node.get("of"), problems), line(node.get("number"), problems))


def _levels(node: Node | None, problems: list[Problem]) -> int | None:
    text = line(node, problems)
    return int(text.printed) if text and text.printed in ("0", "1", "2", "3") else None
