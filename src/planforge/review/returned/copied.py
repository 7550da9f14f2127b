"""References in words that a reviewer moved or copied: a printed figure stays a reference in its new place.

In the words of an edit such a reference stands between two characters that no text has, so that it is told from braces
that somebody typed: `escaped` makes braces of both, each as it must stand in the file.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from planforge.outline.text import SegmentKind, Text
from planforge.patterns import expression
from planforge.plan.ledger import Ledger
from planforge.records import record
from planforge.review.returned.figures import Behind, behind_reference, figure_at, ledger_words, unit_of

OPENS, CLOSES = "\ufdd0", "\ufdd1"
_BRACES = expression(r"[{}]")
_STOPS = "，。；：！？（）\n"
_NEAR = 4
"""Characters beside a figure that tell whose it is, where the reviewer took it out of its own sentence."""
_CLAUSE = 6


@record(frozen=True, slots=True)
class Printed:
    """A printed reference: the words before and behind it in its text, and how it is written, without its braces."""

    before: str
    words: str
    behind: str
    written: str

    @property
    def lead(self) -> str:
        """The words before it up to the stop before."""
        return self.before[max(self.before.rfind(stop) for stop in _STOPS) + 1 :]

    @property
    def clause(self) -> str:
        """The words between two stops that hold it."""
        ends = [at for stop in _STOPS if (at := self.behind.find(stop)) >= 0]
        return self.lead + self.words + self.behind[: min(ends, default=len(self.behind))]


def printed_references(text: Text) -> Iterable[Printed]:
    """Yield the references that a text prints."""
    at = 0
    for segment in text.segments:
        end = at + len(segment.printed)
        if segment.kind is SegmentKind.REFERENCE and segment.printed:
            source = text.file.text[segment.start : segment.end]
            if source.startswith("{") and source.endswith("}"):
                yield Printed(text.printed[:at], segment.printed, text.printed[end:], source[1:-1])
        at = end


@record(frozen=True, slots=True)
class Renumbered:
    """A figure that went elsewhere with its clause and became another one: `words` is what the ledger must then say."""

    old: str
    new: str
    behind: Behind
    words: str


@record(frozen=True, slots=True)
class Marked:
    """Words with the references in them, and the figures among these that the reviewer changed."""

    words: str
    figures: tuple[Renumbered, ...] = ()


class Copies:
    """Knows the references of a plan again in new words.

    Args:
        texts: all texts of the plan.
        edited: those in which the reviewer changed something; a figure taken out of them needs less around it.
        now: the paragraphs as the reviewer left them.
        ledger: where the figures come from.
    """

    def __init__(self, texts: Iterable[Text], edited: Iterable[Text], now: Collection[str], ledger: Ledger) -> None:
        self._clauses: dict[str, set[Printed]] = defaultdict(set)
        for text in texts:
            for one in printed_references(text):
                if len(one.clause) - len(one.words) >= _CLAUSE:
                    self._clauses[one.clause].add(one)
        self._dropped = [one for text in edited for one in printed_references(text)]
        leads = ((one, one.lead + one.words) for one in self._dropped if len(one.lead) >= _NEAR)
        self._gone = [one for one, said in leads if not any(said in words for words in now)]
        self._ledger = ledger

    def marked(self, words: str) -> Marked:
        """Return words with the references in them; of a figure that may be one of two, nothing is said."""
        if OPENS in words or CLOSES in words:
            return Marked(words)
        found: dict[tuple[int, int], set[str]] = defaultdict(set)
        for clause in re.split(f"[{_STOPS}]", words):
            for one in self._clauses.get(clause, ()):
                start = words.index(clause) + len(one.lead)
                found[start, start + len(one.words)].add(one.written)
        for one in self._dropped:
            for place in _places(words, one):
                found[place].add(one.written)
        changed = dict(self._renumbered(words))
        found.update({place: {written} for place, (written, _) in changed.items()})
        sure = {place: min(told) for place, told in found.items() if len(told) == 1}
        return Marked(_substituted(words, sure), tuple(figure for _, figure in changed.values()))

    def _renumbered(self, words: str) -> Iterator[tuple[tuple[int, int], tuple[str, Renumbered]]]:
        """Yield where a clause that is gone from its text stands with another figure, for the ledger to say."""
        found: dict[tuple[int, int], set[Printed]] = defaultdict(set)
        for one in self._gone:
            at = words.find(one.lead)
            start = at + len(one.lead)
            figure = figure_at(words, start, unit_of(one.words)) if at == 0 or words[at - 1 : at] in _STOPS else ""
            if at >= 0 and figure and figure != one.words:
                found[start, start + len(figure)].add(one)
        for (start, end), those in found.items():
            one, new = min(those, key=lambda printed: printed.written), words[start:end]
            source = behind_reference(one.written, self._ledger)
            said = ledger_words(source, new) if isinstance(source, Behind) else None
            if isinstance(source, Behind) and said is not None and len({other.written for other in those}) == 1:
                yield (start, end), (one.written, Renumbered(one.words, new, source, said))


def _places(words: str, one: Printed) -> Iterable[tuple[int, int]]:
    """Yield where a reference stands in words with the characters beside it that it had."""
    at = words.find(one.words)
    while at >= 0:
        end = at + len(one.words)
        before, behind = _alike(words[:at][::-1], one.before[::-1]), _alike(words[end:], one.behind)
        if before + behind >= _NEAR and not _within_number(words, at, end):
            yield at, end
        at = words.find(one.words, end)


def _within_number(words: str, start: int, end: int) -> bool:
    """Whether the characters are only a part of a longer number."""
    digits = "0123456789.,%"
    return (words[start].isdigit() and words[start - 1 : start] in tuple(digits)) or (
        words[end - 1].isdigit() and words[end : end + 1] in tuple(digits)
    )


def _alike(one: str, two: str) -> int:
    return next((at for at, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))


def _substituted(words: str, references: dict[tuple[int, int], str]) -> str:
    found, at = "", 0
    for (start, end), written in sorted(references.items()):
        if start >= at:
            found += f"{words[at:start]}{OPENS}{written}{CLOSES}"
            at = end
    return found + words[at:]


def escaped(words: str) -> str:
    """Return words as they are typed in a plan: typed braces would be a reference, marked ones are one."""
    doubled = _BRACES.sub(lambda brace: brace.group() * 2, words)
    return as_read(doubled)


def as_read(words: str) -> str:
    """Return words as a text of the plan says them, its references as {…}."""
    return words.replace(OPENS, "{").replace(CLOSES, "}")
