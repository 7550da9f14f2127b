"""References in braces: figures, multiples and rates from the ledger, numbers of tables, 专栏, chapters, tasks."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from planforge.outline.text import Segment, SegmentKind, Text
from planforge.patterns import expression
from planforge.plan.ledger import Indicator, Ledger, LedgerFigure
from planforge.plan.numbering import REFERENCE_KINDS
from planforge.plan.rates import growth_rate, mean_growth_rate, multiple, rounded
from planforge.plan.unbraced import unbraced
from planforge.source.problem import Problem, ProblemKind, Sought, quoted

_TIME = expression(
    r"(?P<year>\d{4})年?(?:/(?P<base>\d{4})年?|[-—–～~至](?P<end>\d{4})(?:年?\s*(?P<words>年均增速|增速)|年)?)?"
    r"(?::(?P<form>值|\d位))?"
)

MAX_GUESSES = 50
"""So many unknown names are compared with those there are; a plan with more has other trouble."""
_LISTED = 5
"""Names that are told where none is near the one written."""
MAX_PRINTED = 2_000_000
"""Characters that all references of a plan print together; it keeps a short plan from becoming an endless document."""


_NOTE = expression(r"\{\s*(?:脚注|注)\s*[:：]\s*(?P<words>.*?)\s*\}")


class UnknownReferenceError(Exception):
    """A reference that cannot be printed; the message is a Chinese sentence."""


@dataclass
class Resolver:
    """Prints references; what cannot be printed is added to `problems` and stays as written.

    Attributes:
        ledger: where figures come from.
        labels: numbers by (kind, id), from `numbering`.
    """

    ledger: Ledger
    labels: Mapping[tuple[str, str], str]
    problems: list[Problem] = field(default_factory=list)
    _room: int = MAX_PRINTED
    _guesses: int = 0

    def text(self, text: Text, *, notes: bool = False) -> Text:
        """Return the text with its references printed; `notes`: it may have footnotes."""
        if "@" in text.printed:
            self.problems.extend(unbraced(text, self.ledger))
        if len(text.segments) == 1 and text.segments[0].kind is SegmentKind.LITERAL:
            return text  # as most are
        if not any(segment.kind is SegmentKind.REFERENCE for segment in text.segments):
            return text
        return Text(text.file, tuple(self._segment(text, segment, notes=notes) for segment in text.segments))

    def texts(self, texts: Iterable[Text], *, notes: bool = True) -> tuple[Text, ...]:
        """Return several texts, paragraphs with footnotes unless said otherwise, with their references printed."""
        return tuple(self.text(text, notes=notes) for text in texts)

    def maybe(self, text: Text | None) -> Text | None:
        """Return the text with its references printed, None for none."""
        return None if text is None else self.text(text)

    def _segment(self, text: Text, segment: Segment, *, notes: bool) -> Segment:
        if segment.kind is not SegmentKind.REFERENCE:
            return segment
        try:
            if (note := _NOTE.fullmatch(segment.printed)) is not None:
                return Segment(SegmentKind.NOTE, "", segment.start, segment.end, _noted(note["words"], notes=notes))
            printed = self._within_room(self.print(segment.printed[1:-1].strip()))
        except UnknownReferenceError as error:
            span = text.file.span(segment.start, segment.end)
            sought = _sought(segment.printed[1:-1])
            self.problems.append(Problem(ProblemKind.REFERENCE, str(error), span, sought=sought))
            return Segment(SegmentKind.LITERAL, segment.printed, segment.start, segment.end)
        return Segment(SegmentKind.REFERENCE, printed, segment.start, segment.end)

    def _within_room(self, printed: str) -> str:
        self._room -= len(printed)
        if self._room < 0:
            raise UnknownReferenceError("全文引用印出的文字太多，这一处没有印；请检查被引用的名称和单位是否过长")
        return printed

    def print(self, written: str) -> str:
        """Return what a reference prints.

        Args:
            written: what stands between the braces.

        Raises:
            UnknownReferenceError: when there is no such thing.
        """
        if "＠" in written:
            raise UnknownReferenceError(f"{quoted(f'{{{written}}}')}里的“@”应为半角，实为全角“＠”")
        name, at, when = written.partition("@")
        if at:
            return self._figure(name.strip(), when.strip(), written)
        kind, colon, target = written.replace("：", ":").partition(":")
        if colon and kind.strip() in REFERENCE_KINDS:
            return self._label(kind.strip(), target.strip())
        if (indicator := self.ledger.find(written.strip())) is not None:
            year = next(iter(reversed([*indicator.actual, *indicator.target])), 2025)
            raise UnknownReferenceError(f"{quoted(f'{{{written}}}')}没有写年份，应为 {{{written}@{year}}} 这样")
        raise UnknownReferenceError(
            f"{quoted(f'{{{written}}}')}不是引用，应为 {{指标@年份}}、{{表:名称}} 或 {{注:脚注}}；"
            "要印出花括号请写“{{”"
        )

    def _label(self, kind: str, target: str) -> str:
        label = self.labels.get((REFERENCE_KINDS[kind], target))
        if label is not None:
            return label
        names = [name for (of, name) in self.labels if of == REFERENCE_KINDS[kind]]
        near = self._near(target, names) or (f"；规划里的{kind}有：{'、'.join(names[:_LISTED])}" if names else "")
        advice = "" if near else f"；规划里没有{kind}"
        raise UnknownReferenceError(f"没有名为{quoted(target)}的{kind}{near}{advice}")

    def _figure(self, name: str, when: str, written: str) -> str:
        indicator = self.ledger.find(name)
        if indicator is None:
            names = [text.printed for entry in self.ledger for text in (entry.name, *entry.aliases)]
            raise UnknownReferenceError(f"台账里没有指标{quoted(name)}{self._near(name, names)}")
        match = _TIME.fullmatch(when)
        if match is None:
            raise UnknownReferenceError(
                f"{quoted(f'{{{written}}}')}中“@”后应为年份、年份/年份或起止年份，实为{quoted(when)}"
            )
        year, form = int(match["year"]), match["form"] or ""
        if match["base"]:
            return _multiple(indicator, year, int(match["base"]), form)
        if match["end"]:
            return _over_span(indicator, year, int(match["end"]), match["words"] or "", form)
        figure = _of_year(indicator, year)
        return figure.number if form == "值" else figure.printed(indicator.unit)

    def _near(self, name: str, names: Iterable[str]) -> str:
        self._guesses += 1
        if self._guesses > MAX_GUESSES:
            return ""
        found = difflib.get_close_matches(name, list(dict.fromkeys(names)), n=3, cutoff=0.4)
        return f"；相近的有：{'、'.join(found)}" if found else ""


def _sought(written: str) -> Sought:
    """Return what a reference asks for: with “@” a figure, else the number of something in the chapters."""
    name, at, _ = written.partition("@")
    return Sought("indicators", name.strip()) if at else Sought("chapters")


def _noted(words: str, *, notes: bool) -> str:
    """Return the words of a footnote.

    Raises:
        UnknownReferenceError: when there are none, or no footnote can stand here.
    """
    if not notes:
        raise UnknownReferenceError("脚注只能写在正文、列举、任务和专栏的段落里；这里请改用表注，或把话写进正文")
    if not words:
        raise UnknownReferenceError("脚注里没有文字，应为 {注:脚注的文字}")
    return words


def _of_year(indicator: Indicator, year: int) -> LedgerFigure:
    figure = indicator.figure(year)
    if figure is None:
        years = "、".join(str(known) for known in sorted({*indicator.actual, *indicator.target})) or "没有任何年份"
        raise UnknownReferenceError(f"台账里“{indicator.name}”没有{year}年的数字，已有：{years}")
    return figure


def _places(form: str, default: int) -> int:
    return int(form[0]) if form.endswith("位") else default


def _multiple(indicator: Indicator, year: int, base: int, form: str) -> str:
    ratio = multiple(_of_year(indicator, base).value, _of_year(indicator, year).value)
    if ratio is None:
        raise UnknownReferenceError(f"“{indicator.name}”{base}年为0，算不出倍数")
    # two significant digits unless the drafter asks for so many places
    places = _places(form, max(0, 1 - ratio.adjusted()) if ratio else 0)
    number = rounded(ratio, places)
    return number if form == "值" else f"{number}倍"


def _over_span(indicator: Indicator, start: int, end: int, words: str, form: str) -> str:
    if not words:
        total = indicator.total.get((start, end))
        if total is None:
            raise UnknownReferenceError(f"台账里“{indicator.name}”没有{start}-{end}的累计数（total）")
        return total.number if form == "值" else total.printed(indicator.unit)
    wanted = indicator.growth.get((start, end)) if words == "年均增速" else None
    if wanted is not None:
        return wanted.number if form == "值" else wanted.printed("%")
    if end <= start:
        raise UnknownReferenceError(f"增速的终止年应晚于起始年，实为{start}到{end}")
    base, last = _of_year(indicator, start).value, _of_year(indicator, end).value
    rate = mean_growth_rate(base, last, end - start) if words == "年均增速" else growth_rate(base, last)
    if rate is None:
        why = f"{start}年为0" if base == 0 else "两年的数字一正一负"
        raise UnknownReferenceError(f"“{indicator.name}”{why}，算不出增速")
    stated = indicator.stated.get((start, end, words))
    number = rounded(rate * 100, _places(form, stated.decimals if stated else 1))
    return number if form == "值" else f"{number}%"
