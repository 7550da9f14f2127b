"""Edits of figures that a reference printed: a proposal for the ledger, never a literal in the text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from planforge.outline.text import Segment, SegmentKind, Text
from planforge.patterns import expression
from planforge.plan.ledger import PREFIXES, SUFFIXES, Ledger, LedgerFigure, parse_figure, parse_span
from planforge.plan.model import Table
from planforge.plan.slots import Slot
from planforge.records import record
from planforge.review.returned.hunks import Hunk
from planforge.source.place import SourceFile

_DIGIT = expression(r"\d")
_NUMBER = expression(r"\d[\d,，.]*")
_BEFORE, _BEHIND = "|".join(PREFIXES), "|".join(SUFFIXES)
_FIGURE = rf"(?:{_BEFORE})?\d[\d,，]*(?:\.\d+)?[余多]?(?:%s)?(?:{_BEHIND})?"
_OTHER_UNITS = ("年", "月", "日", "%", "倍")
BESIDE = "同一句里由程序印出的数字或编号没有改成，这里也没有改，请一起改"
_YEAR = expression(r"(\d{4})年?(?::(值))?")


@record(frozen=True, slots=True)
class FigureEdit:
    """A printed figure [start, end) of a text has become `new`."""

    segment: Segment
    start: int
    end: int
    new: str


@record(frozen=True)
class Settled:
    """Hunks of one text: those of the drafter's own words, of figures, and those that fit neither, with the reason."""

    words: tuple[Hunk, ...]
    figures: tuple[FigureEdit, ...]
    refused: tuple[tuple[Hunk, str], ...]


@record(frozen=True, slots=True)
class Behind:
    """The ledger's figure behind a reference: the unit it is printed with, and whether only its number is printed."""

    figure: LedgerFigure
    unit: str
    bare: bool
    name: str


def settle(text: Text, changes: Sequence[Hunk]) -> Settled:
    """Tell edits of words from edits of figures that a reference printed."""
    references = _references(text)
    words: list[Hunk] = []
    refused: list[tuple[Hunk, str]] = []
    by_reference: dict[int, list[Hunk]] = {}
    notes = _note_places(text)
    for change in changes:
        if any(change.start < at < change.end for at in notes):
            refused.append((change, "改动里有脚注，请在规划文件里改，以免丢了脚注"))
            continue
        touched = [at for at, (start, end, _) in enumerate(references) if _touches(change, start, end)]
        if touched and "\n" in change.new:
            refused.append((change, "分段的地方在由程序印出的数字或编号里，请人工处理"))
        elif not touched or _drops(change, [references[at] for at in touched]):
            words.append(change)
        elif len(touched) > 1:
            refused.append((change, "一处改动跨了几个由程序印出的数字或编号，请逐个改"))
        else:
            by_reference.setdefault(touched[0], []).append(change)
    figures: list[FigureEdit] = []
    for at, several in by_reference.items():
        figure, around = _figure(text.printed, references[at], several)
        words += around
        if figure is None:
            refused += [(one, "这里的数字或编号由程序印出，改后读不出数字") for one in several]
        else:
            figures.append(figure)
    words, beside = apart(text.printed, words, [one for one, _ in refused])
    refused += [(one, BESIDE) for one in beside]
    return Settled(tuple(sorted(words, key=lambda one: (one.start, one.end))), tuple(figures), tuple(refused))


def apart(printed: str, words: list[Hunk], refused: Sequence[Hunk]) -> tuple[list[Hunk], list[Hunk]]:
    """Part the edits of words from those in a sentence of which another edit is refused: half of it says nothing."""

    def sentence(hunk: Hunk) -> tuple[int, int]:
        start = max(printed.rfind(mark, 0, hunk.start) for mark in "。；") + 1
        ends = [at for mark in "。；" if (at := printed.find(mark, hunk.end)) >= 0]
        return start, min(ends, default=len(printed))

    places = {sentence(one) for one in refused}
    beside = [one for one in words if sentence(one) in places]
    return [one for one in words if one not in beside], beside


def _references(text: Text) -> list[tuple[int, int, Segment]]:
    found, at = [], 0
    for segment in text.segments:
        if segment.kind is SegmentKind.REFERENCE:
            found.append((at, at + len(segment.printed), segment))
        at += len(segment.printed)
    return found


def _note_places(text: Text) -> list[int]:
    """Return before which printed characters footnotes are referred to."""
    found, at = [], 0
    for segment in text.segments:
        found += [at] if segment.kind is SegmentKind.NOTE else []
        at += len(segment.printed)
    return found


def _touches(change: Hunk, start: int, end: int) -> bool:
    if change.start < end and start < change.end:
        return True
    if change.start != change.end:
        return False
    if start < change.start < end:
        return True
    behind = change.start == end and change.new.startswith(SUFFIXES)
    return behind or (change.start == start and change.new.endswith(PREFIXES))


def _drops(change: Hunk, references: Sequence[tuple[int, int, Segment]]) -> bool:
    """Return whether a hunk takes whole references away and puts no other figure there."""
    whole = all(change.start <= start and end <= change.end for start, end, _ in references)
    return whole and not _DIGIT.search(change.new)


def _figure(
    printed: str, reference: tuple[int, int, Segment], changes: Sequence[Hunk]
) -> tuple[FigureEdit | None, list[Hunk]]:
    """Return the figure that a reference should print, and the edits of the words right before and behind it."""
    start, end, segment = reference
    low, high = min(start, *(one.start for one in changes)), max(end, *(one.end for one in changes))
    new, at = "", low
    for one in sorted(changes, key=lambda one: one.start):
        new += printed[at : one.start] + one.new
        at = one.end
    new += printed[at:high]
    if (low, high) == (start, end):
        several = len(_NUMBER.findall(new)) > 1  # 由420家增加到1850家 in the place of 4.4倍
        return None if several else FigureEdit(segment, start, end, new), []
    unit = unit_of(printed[start:end])
    said = [one for one in re.finditer(_FIGURE % re.escape(unit), new) if unit in one.group()]
    if len(said) != 1 or (not unit and new.startswith(_OTHER_UNITS, said[0].end())):
        return None, []  # 2025年 is no figure of 家, and of two figures nobody knows which is meant
    found = said[0]
    around = [Hunk(low, start, new[: found.start()]), Hunk(end, high, new[found.end() :])]
    changed = [one for one in around if printed[one.start : one.end] != one.new]
    return FigureEdit(segment, start, end, found.group()), changed


def unit_of(printed: str) -> str:
    """Return the unit of a printed figure, without number and comparator."""
    return re.sub(r"[\d,，.]|" + f"{_BEFORE}|{_BEHIND}", "", printed)


def figure_at(words: str, at: int, unit: str) -> str:
    """Return the figure with this unit that words have at a place, "" for none or one that goes on as another."""
    found = expression(_FIGURE % re.escape(unit)).match(words, at)
    if found is None or unit not in found.group() or (not unit and words.startswith(_OTHER_UNITS, found.end())):
        return ""
    return found.group()


def behind(slot: Slot, segment: Segment, ledger: Ledger) -> Behind | str:
    """Return the ledger's figure that a reference printed, or a Chinese sentence why there is none to change."""
    if isinstance(slot.owner, Table) and slot.owner.from_ledger:
        return _of_cell(slot.text.file, segment, ledger)
    return behind_reference(slot.text.file.text[segment.start : segment.end].strip("{} "), ledger)


def behind_reference(written: str, ledger: Ledger) -> Behind | str:
    """Return the figure that a reference, written so between its braces, prints; or why there is none to change."""
    name, at, when = written.partition("@")
    indicator = ledger.find(name.strip())
    if not at or indicator is None:
        return "编号由程序自动编排，不能改成固定的文字"
    year, span = _YEAR.fullmatch(when.strip()), parse_span(when)
    if year:
        figure = indicator.figure(int(year[1]))
        found = Behind(figure, indicator.unit, bool(year[2]), f"{indicator.name}{year[1]}年") if figure else None
    else:
        found = None
        if span and not span[2] and (total := indicator.total.get(span[:2])):
            found = Behind(total, indicator.unit, False, f"{indicator.name}{span[0]}—{span[1]}年")
        elif span and span[2] == "年均增速" and (growth := indicator.growth.get(span[:2])):
            found = Behind(growth, "%", False, f"{indicator.name}{span[0]}—{span[1]}年年均增速")
    return found or "这个数字由台账里的其他数字算出，请改台账里的那些数字"


def _of_cell(file: SourceFile, segment: Segment, ledger: Ledger) -> Behind | str:
    for indicator in ledger:
        groups = (indicator.actual, indicator.target, indicator.total, indicator.growth, indicator.stated)
        for group in groups:
            for when, figure in group.items():
                whole = figure.text.whole
                if whole.file is file and (whole.start, whole.end) == (segment.start, segment.end):
                    words = str(when) if isinstance(when, int) else "—".join(map(str, when[:2]))
                    return Behind(figure, indicator.unit, False, f"{indicator.name}{words}年")
    return "这一格由台账印出，请改台账"


def ledger_words(found: Behind, new: str) -> str | None:
    """Return what the ledger must say for a reference to print `new`; None when that is no figure."""
    file = SourceFile("", new)
    figure = parse_figure(Text(file, (Segment(SegmentKind.LITERAL, new, 0, len(new)),)))
    if figure is None:
        return None
    old = found.figure
    if found.bare:
        kept = f"{old.prefix}{figure.number}{old.approx}{old.unit}{old.suffix}"
        return kept if new.strip() == figure.number else None
    unit = "" if figure.unit == found.unit and not old.unit else figure.unit
    return f"{figure.prefix}{figure.number}{figure.approx}{unit}{figure.suffix}"
