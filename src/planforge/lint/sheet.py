"""`Sheet`: paragraphs, headings and cells in one string that knows for every character where the user wrote it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from enum import Enum
from typing import TypeAlias

import regex

from planforge.facts.writing.normalise import Reading
from planforge.lint.lines import Lines
from planforge.outline.text import SegmentKind, Text
from planforge.patterns import expression
from planforge.records import cached_property, record
from planforge.source.place import Span

Pattern: TypeAlias = "re.Pattern[str] | regex.Pattern[str]"


_ADDRESS = expression(r"https?://[A-Za-z0-9._~:/?#@!$&'()*+,;=%-]+")


class Part(Enum):
    """What a stretch of words is in the document, by the word that packs use for it."""

    HEADING = "标题"
    BODY = "正文"
    CELL = "表格"
    ELEMENT = "发文要素"


@record(frozen=True, eq=False, slots=True)
class Stretch:
    """A paragraph, heading, cell or document element: its words, what it is, where it begins in its sheet."""

    text: Text
    part: Part
    reading: Reading
    start: int

    @property
    def end(self) -> int:
        """Where it ends in its sheet."""
        return self.start + len(self.reading.text)

    @property
    def shift(self) -> int | None:
        """What leads from a position in the sheet to that in the file; None where the file has other characters."""
        first, *others = self.text.segments
        plain = not others and first.kind is SegmentKind.LITERAL and len(self.reading.points) == 1
        return first.start - self.start if plain else None

    def span(self, start: int, end: int) -> Span:
        """Return where the characters [start, end) of the sheet stand in the user's file."""
        reading = self.reading
        if len(reading.points) == 1:
            return self.text.span(start - self.start, end - self.start)
        return self.text.span(reading.printed(start - self.start), reading.printed_end(end - self.start))

    def printed(self, start: int, end: int) -> str:
        """Return the characters [start, end) of the sheet as they are printed."""
        reading = self.reading
        return self.text.printed[reading.printed(start - self.start) : reading.printed_end(end - self.start)]


@record(frozen=True, eq=False)
class Sheet:
    """Stretches put together in one string, parted by line ends."""

    text: str
    stretches: tuple[Stretch, ...]

    @cached_property
    def _starts(self) -> list[int]:
        return [stretch.start for stretch in self.stretches]

    @cached_property
    def _addresses(self) -> list[tuple[int, int]]:
        """Where addresses of the web stand; no rule of writing holds inside."""
        return [match.span() for match in _ADDRESS.finditer(self.text)] if "://" in self.text else []

    def _in_address(self, at: int) -> bool:
        return any(start <= at < end for start, end in self._addresses)

    def stretch(self, at: int) -> Stretch:
        """Return the stretch that has character `at`."""
        return self.stretches[bisect_right(self._starts, at) - 1]

    def span(self, start: int, end: int) -> Span:
        """Return where the characters [start, end), all of one stretch, stand in the user's file."""
        return self.stretch(start).span(start, end)

    def printed(self, start: int, end: int) -> str:
        """Return the characters [start, end), all of one stretch, as they are printed."""
        return self.stretch(start).printed(start, end)

    def matches(
        self, pattern: Pattern, places: Sequence[tuple[int, int]] | None = None, *, within: float | None = None
    ) -> Iterator[re.Match[str]]:
        """Yield the matches of a pattern; none reaches over the end of a stretch.

        Args:
            pattern: what is looked for.
            places: the lines that can have it, when that is known; a match in others may be passed over.
            within: seconds that one search may take; an expression that is known to be quick needs no limit.

        Raises:
            TimeoutError: when one search takes longer than that.
        """
        addressed = bool(self._addresses)
        for start, end in ((0, len(self.text)),) if places is None else places:
            at = start
            while at <= end:
                for match in _found(pattern, self.text, at, end, within):
                    words = match.group()
                    if "\n" in words:
                        shorter, at = self._within_its_line(pattern, match.start(), within)
                        if shorter is not None:
                            yield shorter
                        break
                    if words and not (addressed and self._in_address(match.start())):
                        yield match
                else:
                    break

    def _within_its_line(self, pattern: Pattern, at: int, within: float | None) -> tuple[re.Match[str] | None, int]:
        """Return the first match from here to the end of the line, if any, and where to go on behind it."""
        end = self.text.index("\n", at)
        match = next(_found(pattern, self.text, at, end, within), None)
        if match is None:
            return None, end + 1
        return match if match.group() else None, max(match.end(), match.start() + 1)

    def lines_of(self, parts: frozenset[Part]) -> list[tuple[int, int]]:
        """Return the stretches that are one of some parts of the document."""
        wanted = tuple(parts)  # in a set each part would be hashed, by code in Python
        chosen = (stretch for stretch in self.stretches if stretch.part in wanted)
        return [(stretch.start, stretch.start + len(stretch.reading.text)) for stretch in chosen]

    @cached_property
    def lines(self) -> Lines:
        """The lines, to be asked which of them a search has to look at."""
        return Lines(self.text)


def _found(pattern: Pattern, text: str, at: int, end: int, within: float | None) -> Iterator[re.Match[str]]:
    """Return the matches in [at, end)."""
    if within is None or not isinstance(pattern, regex.Pattern):
        return pattern.finditer(text, at, end)
    return _one_by_one(pattern, text, at, end, within)


def _one_by_one(pattern: regex.Pattern[str], text: str, at: int, end: int, within: float) -> Iterator[re.Match[str]]:
    """Yield the matches in [at, end), each of which may take so many seconds."""
    while (match := pattern.search(text, at, end, timeout=within)) is not None:
        yield match
        at = max(match.end(), match.start() + 1)
