"""`Prose`: the printed words of a plan in long strings, so that a rule about words is one search and not thousands.

There are two strings of the same paragraphs: the words as they are printed, for rules about characters, and the words
as they are read (half-width digits, no stray spaces, simplified script), for rules about words. What is wrong with the
words is for the rules to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planforge.facts.writing.normalise import Reading, read, reading_of
from planforge.lint.sheet import Part, Sheet, Stretch
from planforge.outline.text import SegmentKind, Text
from planforge.plan.model import Block, Box, Chapter, DocumentElements, Figure, Heading, Plan, Table, Task, texts_of
from planforge.records import cached_property, record

_OBJECT = "\ufffc"
"""Stands for what is not words."""


@record(frozen=True, eq=False)
class Prose:
    """The words of a plan: title, document elements, notice, preface, headings, paragraphs, items, captions, cells."""

    plan: Plan

    @cached_property
    def printed(self) -> Sheet:
        """The words as they are printed."""
        return _sheet((text, part, Reading(_words(text))) for text, part in self._parts)

    @cached_property
    def words(self) -> Sheet:
        """The words as they are read: what differs in width, spaces or script only is the same here."""
        return _sheet((text, part, _read(text)) for text, part in self._parts)

    @cached_property
    def _parts(self) -> list[tuple[Text, Part]]:
        return [(text, part) for text, part in _parts(self.plan) if text.printed]


def _read(text: Text) -> Reading:
    return read(_words(text)) if "{" in text.printed else reading_of(text)


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
    yield from ((text, Part.HEADING) for text in (plan.title, plan.document.title) if text is not None)
    yield from ((text, Part.ELEMENT) for text in _elements(plan.document) if text is not None)
    yield from ((text, Part.BODY) for text in _with_notes((*plan.document.notice, *plan.preface)))
    for block in plan.blocks():
        yield from _block_parts(block)


def _elements(document: DocumentElements) -> Iterator[Text | None]:
    """Yield the elements that are words of their own; who signs and prints is named by 发文机关 already."""
    yield from (document.issuer, *document.joint, document.recipients, document.copies)
    yield from (document.disclosure, document.note)


def _block_parts(block: Block) -> Iterator[tuple[Text, Part]]:
    title = _title(block)
    if title is not None:
        yield title, Part.HEADING
    for text in texts_of(block):
        if text is not title:
            yield text, Part.BODY
        for note in text.notes:
            yield note, Part.BODY
    if isinstance(block, Table):
        own = () if block.of_tasks else block.rows  # what a table takes from the tasks is looked at there
        yield from ((cell, Part.CELL) for row in (block.head, *own) for cell in row)


def _with_notes(texts: Iterable[Text]) -> Iterator[Text]:
    return (one for text in texts for one in (text, *text.notes))


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
