"""One passage of prose while it is read: its reading, its clauses and times, and the statements found so far."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice, takewhile

from planforge.facts.figures.quantity import Form, Quantity
from planforge.facts.names.indicators import Name
from planforge.facts.narrowing.scope import project_scope
from planforge.facts.parts.yearly_means import divided
from planforge.facts.situation import Situation
from planforge.facts.statement import Role, Statement
from planforge.facts.times.time import Moment, moments
from planforge.facts.writing.clauses import Clauses
from planforge.facts.writing.normalise import Reading
from planforge.outline.text import Segment, Text
from planforge.patterns import expression
from planforge.plan.model import Context, Passage
from planforge.source.place import Span

LONGEST_CLAUSE = 160
"""Words further than this from a figure do not name it; the bound keeps any text linear to read."""

LONGEST_SENTENCE = 600

_FURTHEST_REACHED = 12
"""Figures back that what was reached of an aim may stand."""

JOINERS = frozenset({"和", "、", "及", "与", "以及", ":", "："})
"""What joins figures of a row; a colon does between those of a ratio only (6.2:41.5:52.3)."""
AS_JOINED = tuple(JOINERS)
"""The same, as `str.startswith` takes them."""
_BINDING = expression(
    "(?:截至|截止|力争|争取|确保|努力|预计)?(?:(?<![增加高大展升降低少长减])[到至]|在|比|较|相较于?|相比于?|与|同|是|为|相当于|由|从)?(?:20)?$"
)
_OPENING = expression("[。：:]")
_BASE_TAIL = expression(
    "(?:(?:年初|调整|变动|最终)?预算(?:执行|完成)?数?(?![内外收支])|(?:决算|执行|实际|完成)数|（下同）|相比|基础上|时期|期间|同期|全年|年?(?:均值|平均值|平均水平|均水平)|的"
    "|第?前?[一二三四]季度|[上下]半年|(?:\\d{1,2}[-—－~～至])?\\d{1,2}月份?)+"
)
_UNIT_SHOWN = expression("%|‰|个?百分点|多?余?倍|成")


@dataclass
class PassageReader:
    """The state while the figures of a passage are taken from left to right.

    Attributes:
        words: the normalised text, that of `reading`.
        starts: where its figures begin.
        done: the statements so far.
        sentence, clause: where those of the figure begin that is read.
        consumed: up to where the words already belong to a figure.
        waiting: heads that 分别 still has to hand out.
        base: what the last figure was compared with.
        project, opening: the project its headings or first words name; its first words, up to a mark.
        actors: who acts in the clause that begins somewhere, once asked.
        items: what lines name as what the passage is about, once asked.
    """

    text: Text
    reading: Reading
    words: str
    clauses: Clauses
    moments: Sequence[Moment]
    context: Context
    situation: Situation
    number: int
    project: str
    opening: str
    starts: Sequence[int]
    done: list[Statement] = field(default_factory=list)
    sentence: int = 0
    clause: int = 0
    consumed: int = 0
    waiting: list[str] = field(default_factory=list)
    base: Moment | None = None
    actors: dict[int, str] = field(default_factory=dict)
    items: dict[str, Name | None] = field(default_factory=dict)

    def turn_to(self, figure: Quantity) -> int:
        """Read a figure next: return where the words for it can begin, its clause, or behind the figure before it."""
        self.sentence = self.clauses.sentence_start(figure.start)
        self.clause = self.clauses.clause_start(figure.start)
        return max(self.clause, self._behind_last(figure), figure.start - LONGEST_CLAUSE)

    def _behind_last(self, figure: Quantity) -> int:
        """Return where the words of the figure before end; a bracket that ends right before a figure is no other's."""
        if self.consumed == 0 or self.words[figure.number_at[0] - 1 : figure.number_at[0]] not in ("）", ")"):
            return self.consumed
        bracket = self.clauses.bracket_around(figure.number_at[0] - 1)
        if bracket is None or not bracket[0] < self.consumed <= bracket[1]:
            return self.consumed
        outside = (one.quantity.end for one in reversed(self.done) if one.quantity.end <= bracket[0])
        return next(outside, 0)

    def clause_before(self, start: int) -> str:
        """Return the clause that ends at `start`, without times; "" at the beginning of the passage."""
        last = max(0, start - 2)
        bracket = self.clauses.bracket_around(last)
        last = bracket[0] if bracket is not None and bracket[1] == last + 1 else last
        before = max(self.clauses.clause_start(last), start - LONGEST_CLAUSE)
        return self.without_times(before, start - 1) if before < start - 1 else ""

    def without_times(self, start: int, end: int) -> str:
        """Return the words in [start, end) with times, and the words that bind them, taken out."""
        parts, at, compared = [], start, False
        for moment in self.moments:
            if moment.start < start or moment.end > end:
                continue
            bound = _BINDING.search(self.words, start, moment.start)
            cut = bound.start() if bound and bound.end() == moment.start else moment.start
            if compared and moment.base and self.words[at : moment.start] in JOINERS:
                cut = at  # 较去年同期、去年全年分别加快
            compared = moment.base
            parts.append(self.words[at : max(at, cut)])
            at = moment.end
            if moment.base and (tail := _BASE_TAIL.match(self.words, at)):
                at = min(tail.end(), end)
        parts.append(self.words[at:end])
        return "".join(parts)

    def left_in_clause(self, figure: Quantity) -> int:
        """Return how many figures the clause of a figure has from it on, itself included."""
        end = self.clauses.clause_end(figure.end)
        return bisect_left(self.starts, end) - bisect_left(self.starts, figure.start)

    def same_sentence(self, figure: Quantity) -> list[Statement]:
        """Return the statements so far of the sentence that a figure stands in."""
        sentence, found = self.clauses.sentence_start(figure.start), list[Statement]()
        for one in reversed(self.done):  # a passage may have many sentences before
            if one.position.sentence < sentence:
                break
            if one.position.sentence == sentence:
                found.append(one)
        found.reverse()
        return found

    def last_level(self, figure: Quantity) -> Statement | None:
        """Return the last level, not how much more or less, in a unit comparable to that of a figure."""
        found: Statement | None = None
        for one in reversed(self.done):
            if one.kind.is_change or one.adds or not one.quantity.unit.comparable(figure.unit):
                continue
            if one.role is Role.TARGET and self._reached(one) is not None:
                continue  # 完成18.6亿元，为预算24亿元的77.5%，其中…: of what was reached
            if found is None:
                found = divided(one, self.same_sentence(one.quantity), figure.written.value)
                if one.indicator or one.scope:
                    break
            elif one.indicator and one.quantity.unit.name == figure.unit.name:
                return one  # 小区620个、居民12.8万户，其中2023年210个
        return found

    def _reached(self, aim: Statement) -> Statement | None:
        """Return what was reached of an aim that is told behind it in one sentence."""
        if not aim.indicator:
            return None
        before = islice(reversed(self.done), _FURTHEST_REACHED)
        same = takewhile(lambda one: one.position == aim.position, before)
        named = (one for one in same if one.role.done and one.indicator == aim.indicator)
        return next((one for one in named if one.years == aim.years), None)

    def segment(self, figure: Quantity) -> Segment:
        """Return the segment that printed the number of a figure; of most texts there is one."""
        if len(self.text.segments) == 1:
            return self.text.segments[0]
        return self.text.segment_at(self.reading.printed(figure.number_at[0]))

    def span(self, start: int, end: int) -> Span:
        """Return where the words in [start, end) stand in the user's file."""
        return self.text.span(self.reading.printed(start), self.reading.printed_end(end))

    def quote_span(self, start: int, figure: Quantity) -> Span:
        """Return the place of a figure with the words before it from `start` on, those of its own line."""
        printed = self.reading.printed(figure.start)
        whole = self.span(min(start, figure.start), figure.end)
        line = whole.file.text.rfind("\n", whole.start, self.text.offset(printed)) + 1
        return whole.file.span(max(whole.start, line), whole.end) if line else whole

    def figure_span(self, figure: Quantity) -> Span:
        """Return the place of a figure: its number, with % or 倍, or the whole of 翻…番."""
        if figure.form is Form.DOUBLINGS:
            return self.span(figure.start, figure.end)
        start, end = figure.number_at
        if figure.form in (Form.PERCENT, Form.POINTS, Form.TIMES):
            unit = _UNIT_SHOWN.match(self.words, end)
            end = unit.end() if unit else end
        return self.span(start, end)


def open_passage(
    passage: Passage, reading: Reading, figures: Sequence[Quantity], number: int, situation: Situation
) -> PassageReader:
    """Return a reader at the beginning of a passage with these figures."""
    situation = situation.below(passage.context.headings)
    opening = _OPENING.split(reading.text[:LONGEST_CLAUSE], 1)[0] + "。"
    return PassageReader(
        text=passage.text,
        reading=reading,
        words=reading.text,
        clauses=Clauses(reading.text),
        moments=list(moments(reading.text, situation.period)),
        context=passage.context,
        situation=situation,
        number=number,
        project=project_scope(passage.context, opening),
        opening=opening,
        starts=[one.start for one in figures],
    )
