"""Reads the ledger from its node: figures stay in the drafter's characters, years become numbers."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from planforge.outline.from_yaml import line
from planforge.outline.text import Text
from planforge.patterns import expression
from planforge.plan.elements import year_of
from planforge.plan.ledger import Indicator, Ledger, LedgerFigure, parse_figure, parse_span
from planforge.source.nodes import Entry, Mapping, Node, Scalar, Sequence
from planforge.source.problem import Problem, ProblemKind, quoted

_REST = expression(r"\d{3}(?:\.\d+)?[^\d年]*")
MAX_WORDS = 100
"""Characters of a name, unit or other word of the ledger: it is printed at every reference and in every table."""


def read_ledger(node: Node | None, problems: list[Problem]) -> Ledger:
    """Return the ledger; figures that are none are added to `problems` and left out."""
    if not isinstance(node, Mapping):
        return Ledger()
    indicators = (_indicator(entry, problems) for entry in node.entries)
    return Ledger(tuple(indicator for indicator in indicators if indicator is not None))


def _indicator(entry: Entry, problems: list[Problem]) -> Indicator | None:
    name, node = _short(entry.key, problems), entry.value
    if name is None or not isinstance(node, Mapping):
        return None

    def one(key: str) -> Text | None:
        return _short(node.get(key), problems)

    def word(key: str) -> str:
        text = one(key)
        return text.printed if text else ""

    return Indicator(
        name=name,
        span=entry.key.span,
        unit=word("unit"),
        aliases=tuple(_several(node.get("alias"), problems)),
        scope=word("scope"),
        tier=word("tier"),
        direction=word("direction"),
        nature=word("nature"),
        owner=one("owner"),
        origin=one("source"),
        actual=dict(_by_year(node.get("actual"), problems)),
        target=dict(_by_year(node.get("target"), problems)),
        total={(start, end): figure for start, end, _, figure in _by_span(node.get("total"), problems)},
        growth={(start, end): figure for start, end, _, figure in _by_span(node.get("growth"), problems)},
        stated={(start, end, words): figure for start, end, words, figure in _by_span(node.get("stated"), problems)},
    )


def _short(node: Node | None, problems: list[Problem]) -> Text | None:
    text = line(node, problems)
    if text is None or len(text.printed) <= MAX_WORDS:
        return text
    message = f"台账里的名称、单位等应不超过{MAX_WORDS}字，实为{len(text.printed)}字：{quoted(text.printed)}"
    problems.append(Problem(ProblemKind.SCHEMA, message, text.whole))
    return None


def _several(node: Node | None, problems: list[Problem]) -> Iterator[Text]:
    for item in node.items if isinstance(node, Sequence) else (node,):
        text = _short(item, problems)
        if text is not None:
            yield text


def _figures(node: Node | None, problems: list[Problem]) -> Iterator[tuple[str, LedgerFigure]]:
    entries = node.entries if isinstance(node, Mapping) else ()
    for entry, after in zip_longest(entries, entries[1:]):
        if after is not None and _REST.fullmatch(after.key.value) and isinstance(after.value, Scalar):
            continue  # 1,850 has become two entries: the schema tells of the second, and the first is no figure
        text = line(entry.value, problems)
        figure = parse_figure(text) if text else None
        if figure is not None:
            yield entry.key.value, figure
        elif text is not None:
            message = f"台账数字应为“230”“230以上”这样的写法，实为{quoted(text.printed)}"
            problems.append(Problem(ProblemKind.FIGURE, message, entry.value.span))


def _by_year(node: Node | None, problems: list[Problem]) -> Iterator[tuple[int, LedgerFigure]]:
    for key, figure in _figures(node, problems):
        year = year_of(key)
        if year is not None:
            yield year, figure


def _by_span(node: Node | None, problems: list[Problem]) -> Iterator[tuple[int, int, str, LedgerFigure]]:
    for key, figure in _figures(node, problems):
        span = parse_span(key)
        if span is not None:
            yield *span, figure
