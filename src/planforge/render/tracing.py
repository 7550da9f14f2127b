"""Finds out which texts of the plan a printed page is made of, whatever the house format's template did with them.

The page is printed a second time from a plan in which a private character stands before every text; taken out again,
these characters show where each text came to stand. A paragraph in which the template looked into a text, so that it
printed something else the second time, has no trace; everything else has an exact one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from planforge.outline.text import Segment, SegmentKind, Text
from planforge.plan.model import Plan
from planforge.plan.slots import Slot, with_texts
from planforge.render.build import render_page
from planforge.render.context import context_of
from planforge.render.errors import TemplateError
from planforge.render.house import House
from planforge.render.houses import profile_or_default
from planforge.render.joint import signature_columns, signature_rows
from planforge.render.page import Contents, Imprint, JointSignature, LetterHead, NumberLine, Page
from planforge.render.page_texts import block_texts
from planforge.render.trace import Part, Trace, TracedLine
from planforge.render.trace_marks import FIRST, LAST, MARKS
from planforge.source.place import SourceFile


def trace_of(
    plan: Plan, page: Page, house: House, read_bytes: Callable[[str], bytes], files: Iterable[SourceFile]
) -> Trace:
    """Return the trace of `page`, which was printed from `plan`.

    Args:
        plan: the plan.
        page: its page in `house`.
        house: the house format.
        read_bytes: reads a picture of the plan's folder by its path.
        files: the source files of the plan, for the revision.
    """
    chars = profile_or_default(house, plan.page).width_pt / house.styles["signature"].size_pt
    printed = list(page_lines(page, chars))
    found: list[Slot] = []
    try:
        marked = render_page(context_of(_marked(plan, found), cache(read_bytes)), house)
        shadow = list(page_lines(marked, chars))
    except TemplateError:
        shadow = printed  # the template does not print marked texts: the page has no trace, but it is printed
    notes = {slot.key: tuple(note.printed for note in slot.text.notes) for slot in found if slot.text.notes}
    pairs = zip(printed, shadow if len(shadow) == len(printed) else printed, strict=True)
    lines = (_line(line, tuple(_parts(line, other, found)), notes) for line, other in pairs)
    return Trace(revision(files), tuple(line for line in lines if line.text))


def _line(words: str, parts: tuple[Part, ...], notes: Mapping[str, tuple[str, ...]]) -> TracedLine:
    return TracedLine(words, parts, notes=tuple(note for part in parts for note in notes.get(part.key, ())))


def revision(files: Iterable[SourceFile]) -> str:
    """Return what tells one version of a plan's files from another: 16 hexadecimal digits."""
    digest = hashlib.sha256()
    for file in files:
        digest.update(hashlib.sha256(file.text.encode("utf-8", "surrogatepass")).digest())
    return digest.hexdigest()[:16]


def page_lines(page: Page, chars: float) -> Iterator[str]:
    """Yield the paragraphs of a page as the DOCX writer sets them, empty ones too; tabs part what stands on one line.

    The entries of the contents only repeat the headings: what is edited there is not brought back.

    Args:
        page: the page.
        chars: how many characters of its signature stand on a line.
    """
    for block in page.blocks:
        match block:
            case Imprint():
                yield from block.organs
                yield _tabbed(block.by, block.on)
            case Contents():
                yield block.title
            case NumberLine():
                yield from (_tabbed(number, label + names) for number, label, names in block.rows)
            case LetterHead():
                yield block.organ
                yield from (_tabbed(left, right) for _, left, right in block.rows)
            case JointSignature():
                unmarked = replace(block, names=tuple(MARKS.sub("", name) for name in block.names))
                rows = signature_rows(block, signature_columns(unmarked, chars))
                yield from (_tabbed(*row) for row in rows)
                yield block.on
            case _:
                yield from block_texts(block)


def _tabbed(*words: str) -> str:
    """Return what stands on one line, a tab between two of it."""
    return "\t".join(filter(None, words))


def _marked(plan: Plan, found: list[Slot]) -> Plan:
    """Return the plan with a mark before each text; the texts are added to `found`, in the order of their marks."""

    def mark(slot: Slot) -> Text:
        if FIRST + len(found) > LAST:
            return slot.text
        found.append(slot)
        at = slot.text.whole.start
        sign = Segment(SegmentKind.NORMALISED, chr(FIRST + len(found) - 1), at, at)
        return Text(slot.text.file, (sign, *slot.text.segments))

    return with_texts(plan, mark)


def _parts(line: str, marked: str, found: Sequence[Slot]) -> Iterator[Part]:
    """Yield the parts of a printed line; none when it is not the same once its marks are taken out."""
    if MARKS.search(line) or MARKS.sub("", marked) != line:
        return
    for taken, sign in enumerate(MARKS.finditer(marked)):
        slot, start = found[ord(sign.group()) - FIRST], sign.start() - taken
        words = slot.text.printed
        if words and line.startswith(words, start):
            yield Part(start, start + len(words), slot.key)
