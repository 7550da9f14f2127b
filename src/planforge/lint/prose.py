"""`Prose`: the printed words of a plan in long strings, so that a rule about words is one search and not thousands.

There are two strings of the same paragraphs: the words as they are printed, for rules about characters, and the words
as they are read (half-width digits, no stray spaces, simplified script), for rules about words. Both know for every
character where the user wrote it. What is wrong with the words is for the rules to say.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cached_property, partial
from typing import TypeAlias

import regex

from planforge.facts.normalise import Reading, read
from planforge.outline.text import SegmentKind, Text
from planforge.plan.model import Block, Box, Chapter, Figure, Heading, Plan, Table, Task, texts_of
from planforge.source.place import Span

Pattern: TypeAlias = "re.Pattern[str] | regex.Pattern[str]"
SLOWEST = 2.0
"""Seconds that one search may take; a pattern of an office that needs longer backtracks without end."""
_OBJECT = "\ufffc"
"""Stands for what is not words."""


class Part(Enum):
    """What a stretch of words is in the document, by the word that packs use for it."""

    HEADING = "标题"
    BODY = "正文"
    CELL = "表格"


@dataclass(frozen=True, eq=False, slots=True)
class Stretch:
    """A paragraph, heading or cell: its words, what it is and where it begins in the string of its sheet."""

    text: Text
    part: Part
    reading: Reading
    start: int

    def span(self, start: int, end: int) -> Span:
        """Return where the characters [start, end) of the sheet stand in the user's file."""
        reading = self.reading
        return self.text.span(reading.printed(start - self.start), reading.printed_end(end - self.start))

    def printed(self, start: int, end: int) -> str:
        """Return the characters [start, end) of the sheet as they are printed."""
        reading = self.reading
        return self.text.printed[reading.printed(start - self.start) : reading.printed_end(end - self.start)]


@dataclass(frozen=True, eq=False)
class Sheet:
    """Stretches put together in one string, parted by line ends."""

    text: str
    stretches: tuple[Stretch, ...]

    @cached_property
    def _starts(self) -> list[int]:
        return [stretch.start for stretch in self.stretches]

    def stretch(self, at: int) -> Stretch:
        """Return the stretch that has character `at`."""
        return self.stretches[bisect_right(self._starts, at) - 1]

    def span(self, start: int, end: int) -> Span:
        """Return where the characters [start, end), all of one stretch, stand in the user's file."""
        return self.stretch(start).span(start, end)

    def printed(self, start: int, end: int) -> str:
        """Return the characters [start, end), all of one stretch, as they are printed."""
        return self.stretch(start).printed(start, end)

    def matches(self, pattern: Pattern) -> Iterator[re.Match[str]]:
        """Yield the matches of a pattern; none reaches over the end of a stretch.

        Raises:
            TimeoutError: when one search takes longer than `SLOWEST`.
        """
        search = pattern.search if isinstance(pattern, re.Pattern) else partial(pattern.search, timeout=SLOWEST)
        at = 0
        while (match := search(self.text, at)) is not None:
            if "\n" in match.group():
                end = self.text.index("\n", match.start())
                match = search(self.text, match.start(), end)
                if match is None:
                    at = end + 1
                    continue
            if match.group():
                yield match
            at = max(match.end(), match.start() + 1)


@dataclass(frozen=True, eq=False)
class Prose:
    """The words of a plan: title, notice, preface, headings, paragraphs, items, captions, cells."""

    plan: Plan

    @cached_property
    def printed(self) -> Sheet:
        """The words as they are printed."""
        return _sheet((text, part, Reading(_words(text))) for text, part in self._parts)

    @cached_property
    def words(self) -> Sheet:
        """The words as they are read: what differs in width, spaces or script only is the same here."""
        return _sheet((text, part, read(_words(text))) for text, part in self._parts)

    @cached_property
    def _parts(self) -> list[tuple[Text, Part]]:
        return [(text, part) for text, part in _parts(self.plan) if text.printed]


def _words(text: Text) -> str:
    """Return what is printed; a reference that leads nowhere and stands there in its braces is no words of the plan."""
    if "{" not in text.printed:
        return text.printed
    return "".join(
        _OBJECT * len(segment.printed)
        if segment.kind is SegmentKind.LITERAL and segment.printed[:1] == "{" and segment.printed[-1:] == "}"
        else segment.printed
        for segment in text.segments
    )


def _sheet(readings: Iterator[tuple[Text, Part, Reading]]) -> Sheet:
    stretches, start = [], 0
    for text, part, reading in readings:
        stretches.append(Stretch(text, part, reading, start))
        start += len(reading.text) + 1
    return Sheet("\n".join(stretch.reading.text for stretch in stretches), tuple(stretches))


def _parts(plan: Plan) -> Iterator[tuple[Text, Part]]:
    # a document that is no YAML source has its title among the first paragraphs
    titles = (plan.title, plan.document.title) if plan.from_source else ()
    yield from ((text, Part.HEADING) for text in titles if text is not None)
    yield from ((text, Part.BODY) for text in (*plan.document.notice, *plan.preface))
    for block in plan.blocks():
        yield from _block_parts(block)


def _block_parts(block: Block) -> Iterator[tuple[Text, Part]]:
    title = _title(block)
    if title is not None:
        yield title, Part.HEADING
    yield from ((text, Part.BODY) for text in texts_of(block) if text is not title)
    if isinstance(block, Table):
        yield from ((cell, Part.CELL) for row in (block.head, *block.rows) for cell in row)


def _title(block: Block) -> Text | None:
    """Return the words that stand on a line of their own; the first words of a paragraph do not."""
    match block:
        case Chapter():
            return block.heading
        case Heading():
            return None if block.run_in else block.text
        case Task():
            return block.name
        case Box():
            return block.title
        case Table() | Figure():
            return block.caption
    return None
