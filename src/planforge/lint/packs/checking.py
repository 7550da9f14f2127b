"""An entry as a check: searches the words of the plan and makes findings of what it meets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby, islice
from operator import attrgetter

import regex

from planforge.errors import UsageError
from planforge.lint.finding import Finding, Fix, Splice
from planforge.lint.lines import Places
from planforge.lint.packs.dating import Dates, dates_of
from planforge.lint.packs.entry import Entry, Gather, Search
from planforge.lint.packs.near import near_misses
from planforge.lint.rule import Check, Rule
from planforge.lint.sheet import Part, Sheet, Stretch
from planforge.lint.subject import Subject
from planforge.lint.sweep import Sweep
from planforge.records import record
from planforge.source.place import Span

_REACH = 12
"""Characters beside a match within which a phrase can make it right."""
SLOWEST = 2.0
"""Seconds that one search of an office's pattern may take; what needs longer backtracks without end."""
MANY = 12
"""Matches of an entry that gathers many of them which are still told one by one."""
_MOST = 20_000
"""Matches of one search that are looked at; a file with more of them is damage from one end to the other."""
SHOWN = 9
"""Further places that a finding of many names."""
_INNER = str.maketrans("“”", "‘’")
"""Quotation marks within those of a message."""


@record(frozen=True, eq=False, slots=True)
class _Hit:
    """A match that counts: the words that matched, where they stand in the sheet, and what they should be."""

    matched: str
    stretch: Stretch
    start: int
    end: int
    use: str | None
    search: Search

    @property
    def span(self) -> Span:
        """Where the words stand in the user's file."""
        return self.stretch.span(self.start, self.end)

    @property
    def found(self) -> str:
        """The words as they are printed."""
        return self.stretch.printed(self.start, self.end)


def checks_of(entries: Sequence[Entry]) -> list[tuple[Rule, Check]]:
    """Return the rules of some entries and their checks, which look for all their words together."""
    sweeps = {written: _sweep([entry for entry in entries if entry.written is written]) for written in (False, True)}
    return [(entry.rule, _check_of(entry, sweeps[entry.written])) for entry in entries]


def _sweep(entries: Sequence[Entry]) -> Sweep:
    return Sweep(word for entry in entries for word in entry.words)


def _check_of(entry: Entry, sweep: Sweep) -> Check:
    def check(subject: Subject) -> Iterator[Finding]:
        if subject.plan is None:
            return
        dates = dates_of(subject.plan)
        sheet = subject.prose.printed if entry.written else subject.prose.words
        sheet.lines.learn(sweep)
        found = [_hits(entry, search, sheet) for search in entry.searches if _holds(search, dates)]
        found += [_misses(entry, phrase, sheet) for phrase in entry.exact]
        yield from (_finding(entry, group, dates) for group in _groups(entry, _once(found)))

    return check


def _once(found: Iterable[list[_Hit]]) -> list[_Hit]:
    """Return what some searches found; words that two of them find are wrong once."""
    several = [hits for hits in found if hits]
    if len(several) < 2:
        return several[0] if several else []
    once = {(hit.start, hit.end): hit for hits in reversed(several) for hit in reversed(hits)}
    return [*reversed(once.values())]


def places(entry: Entry, search: Search, sheet: Sheet) -> Places | None:
    """Return the lines that can have what is looked for; None when they are too many."""
    if Part.BODY not in entry.parts:
        return sheet.lines_of(entry.parts)
    if search.having:
        return sheet.lines.having(search.having)
    return sheet.lines.matching(search.beginning, search.said_twice) if search.beginning else None


def _holds(search: Search, dates: Dates) -> bool:
    """Return whether what is looked for is wrong in a plan of this time."""
    if search.first is None and search.last is None:
        return True
    early = search.first is not None and dates.latest is not None and dates.latest < search.first
    late = search.last is not None and dates.earliest is not None and dates.earliest > search.last
    return early or late


def _hits(entry: Entry, search: Search, sheet: Sheet) -> list[_Hit]:
    lines = places(entry, search, sheet)
    if lines is not None and not lines:
        return []  # the expression need not even be compiled
    found = sheet.matches(search.pattern, lines, within=None if entry.tried else SLOWEST)
    unless, behind = search.unless, -1
    hits: list[_Hit] = []
    try:
        for match in islice(found, _MOST):
            start, end = match.span()
            if unless is not None and _is_right(unless, sheet.text, start, end):
                continue
            if start >= behind:  # matches come in their order, often many of one paragraph
                stretch = sheet.stretch(start)
                behind, spoken_of = stretch.end, _speaks_of(entry, stretch)
            if spoken_of and (entry.unless is None or not _is_right(entry.unless, sheet.text, start, end)):
                hits.append(_Hit(match.group(), stretch, start, end, search.right(match), search))
    except TimeoutError:
        message = f"规则“{entry.rule.code}”的 pattern“{search.source}”太慢：{SLOWEST:g}秒没有查完一处"
        raise UsageError(message, hint="请改写这个 pattern，避免重复套着重复") from None
    return hits


def _misses(entry: Entry, phrase: str, sheet: Sheet) -> list[_Hit]:
    search = Search(phrase)
    hits: list[_Hit] = []
    for start, end in near_misses(sheet.lines, phrase):
        stretch = sheet.stretch(start)
        right = entry.unless is not None and _is_right(entry.unless, sheet.text, start, end)
        if _speaks_of(entry, stretch) and not right:
            hits.append(_Hit(sheet.text[start:end], stretch, start, end, phrase, search))
    return hits


def _speaks_of(entry: Entry, stretch: Stretch) -> bool:
    """Return whether an entry is for the part of the document that a stretch is."""
    return entry.everywhere or stretch.part in entry.parts


def _is_right(unless: regex.Pattern[str], text: str, start: int, end: int) -> bool:
    """Return whether [start, end) touches a phrase in which it is right."""
    around = unless.finditer(text, max(0, start - _REACH), end + _REACH, overlapped=True)
    return any(other.start() < end and start < other.end() for other in around)


def _groups(entry: Entry, hits: list[_Hit]) -> Iterable[list[_Hit]]:
    """Return the hits that each make one finding."""
    if entry.gather is Gather.MANY and len(hits) > MANY:
        return [hits]
    if entry.gather is not Gather.SAME:
        return [[hit] for hit in hits]
    groups: dict[str, list[_Hit]] = {}
    for hit in hits:
        groups.setdefault(hit.matched, []).append(hit)
    return groups.values()


def _finding(entry: Entry, hits: list[_Hit], dates: Dates) -> Finding:
    """Return the finding for hits that are told together, at the first of them in reading order."""
    first, *others = sorted(hits, key=attrgetter("start"))
    message = _message(entry, first, dates)
    if others:
        message += f"（全文共{len(hits)}处）"
    related = tuple((hit.span, f"“{hit.found}”") for hit in others[:SHOWN])
    return entry.rule.finding(first.span, message, related=related, fix=_fix(entry, [first, *others]))


def _fix(entry: Entry, hits: list[_Hit]) -> Fix | None:
    """Return the fix of the hits whose right words are known and whose words stand in the file as they are printed."""
    if entry.fix is None:
        return None
    splices = [one for stretch, group in groupby(hits, attrgetter("stretch")) for one in _splices(stretch, group)]
    if not splices:
        return None
    if len(splices) > 1:
        return Fix(f"改正{len(splices)}处", entry.fix, tuple(splices))
    *_, right = splices[0]
    return Fix(f"改为“{right}”" if right else "删去", entry.fix, tuple(splices))


def _splices(stretch: Stretch, hits: Iterable[_Hit]) -> Iterable[Splice]:
    """Return the splices of the hits of one stretch."""
    file, shift = stretch.text.file, stretch.shift
    if shift is not None and file.text.startswith(stretch.reading.text, stretch.start + shift):
        return [(file, hit.start + shift, hit.end + shift, hit.use) for hit in hits if hit.use is not None]
    return _splices_apart(stretch, hits)


def _splices_apart(stretch: Stretch, hits: Iterable[_Hit]) -> Iterator[Splice]:
    """Yield the splices of hits in a stretch that the file may have otherwise; each is compared with it."""
    file, shift = stretch.text.file, stretch.shift
    for hit in hits:
        if hit.use is None:
            continue
        if shift is None:
            span = hit.span
            start, end = span.start, span.end
        else:
            start, end = hit.start + shift, hit.end + shift
        if end - start == len(hit.matched) and file.text.startswith(hit.matched, start):
            yield file, start, end, hit.use


def _message(entry: Entry, hit: _Hit, dates: Dates) -> str:
    words: dict[str, str] = {
        "{found}": hit.found.translate(_INNER),
        "{use}": (hit.use or "").translate(_INNER),
        "{note}": hit.search.note,
        "{first}": _day(hit.search.first),
        "{last}": _day(hit.search.last),
        "{date}": _day(dates.latest),
    }
    return re.sub(r"\{[a-z]+\}", lambda match: words.get(match.group(), match.group()), entry.message)


def _day(day: date | None) -> str:
    return f"{day.year}年{day.month}月{day.day}日" if day else ""
