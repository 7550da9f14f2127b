"""Turns outline blocks into typed ones: numbers from `numbering`, references printed by the resolver."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from planforge.outline.block import Block as Written
from planforge.outline.text import Text
from planforge.plan.charts import Charts
from planforge.plan.ledger import Indicator, Ledger, parse_span
from planforge.plan.model import Block, Box, Chapter, Figure, Heading, ListBlock, Period, Prose, Task
from planforge.plan.numbering import Numbering
from planforge.plan.numerals import LONGEST_STYLE, styled
from planforge.plan.references import Resolver
from planforge.plan.tables import Tables
from planforge.plan.task_view import with_tasks
from planforge.source.problem import Problem, ProblemKind, Sought, quoted


class Typer:
    """Types the blocks of a plan; what is wrong with them is added to `problems`."""

    def __init__(
        self,
        numbering: Numbering,
        resolver: Resolver,
        ledger: Ledger,
        problems: list[Problem],
        period: Period | None = None,
    ) -> None:
        self.numbering = numbering
        self.resolver = resolver
        self.ledger = ledger
        self.problems = problems
        self.tables = Tables(resolver, ledger, problems)
        self.charts = Charts(resolver, ledger, period or Period(), problems)
        self._types: dict[str, Callable[[Written], Block | None]] = {
            "heading": self._heading,
            "text": self._prose,
            "point": self._prose,
            "list": self._list,
            "task": self._task,
            "box": self._box,
            "table": lambda block: self.tables.table(block, self.numbering.of(block)),
            "chart": lambda block: self.charts.chart(block, self.numbering.of(block)),
            "figure": self._figure,
        }

    def chapters(self, written: Iterable[Written]) -> tuple[Chapter, ...]:
        """Return the chapters that have a heading (the schema has told of the others), tables of tasks filled in."""
        typed = (self._chapter(chapter) for chapter in written)
        return with_tasks(tuple(chapter for chapter in typed if chapter is not None), self.tables.fits_tasks)

    def _chapter(self, written: Written) -> Chapter | None:
        if written.title is None:
            return None
        numbered = self.numbering.of(written)
        blocks = (self._block(block) for block in written.children)
        return Chapter(
            id=numbered.id,
            span=written.span,
            heading=self.resolver.text(written.title),
            number=numbered.number,
            roles=_words(written, "role"),
            blocks=tuple(block for block in blocks if block is not None),
            review=written.fields.get("review", ()),
        )

    def _block(self, written: Written) -> Block | None:
        block = self._types[written.kind](written)
        review = written.fields.get("review", ())
        return replace(block, review=review) if block and review else block

    def _heading(self, written: Written) -> Heading | None:
        if written.title is None:
            return None
        numbered = self.numbering.of(written)
        return Heading(
            id=numbered.id,
            span=written.span,
            text=self.resolver.text(written.title),
            level=numbered.level,
            number=numbered.number,
            run_in=written.word("run_in") == "true",
            roles=_words(written, "role"),
        )

    def _prose(self, written: Written) -> Prose:
        numbered = self.numbering.of(written)
        paragraphs = self.resolver.texts(written.paragraphs)
        return Prose(
            id=numbered.id, span=written.span, paragraphs=paragraphs, number=numbered.number, level=numbered.level
        )

    def _list(self, written: Written) -> ListBlock:
        items = self.resolver.texts(written.paragraphs)
        mark = written.word("mark", "——")[:LONGEST_STYLE]
        marks = tuple("" if mark == "无" else styled(mark, index) for index in range(1, len(items) + 1))
        return ListBlock(id=self.numbering.of(written).id, span=written.span, items=items, marks=marks, style=mark)

    def _task(self, written: Written) -> Task | None:
        if written.title is None:
            return None
        numbered = self.numbering.of(written)
        return Task(
            id=numbered.id,
            span=written.span,
            name=self.resolver.text(written.title),
            number=numbered.number,
            level=numbered.level,
            paragraphs=self.resolver.texts(written.paragraphs),
            lead=self.resolver.maybe(written.one("lead")),
            duty=self.resolver.maybe(written.one("duty")),
            assist=self.resolver.maybe(written.one("assist")),
            due=self.resolver.maybe(written.one("due")),
            targets=self._targets(written),
        )

    def _targets(self, written: Written) -> tuple[Text, ...]:
        """Return the targets a task carries; one that the ledger does not have is a problem."""
        for target in written.fields.get("targets", ()):
            name, _, year = target.printed.partition("@")
            indicator = self.ledger.find(name.strip())
            if indicator is None or not _is_target(indicator, year.strip()):
                what = "指标" if indicator is None else "目标"
                several = "；有几个时写成 [甲@2030, 乙@2030]" if target.printed.count("@") > 1 else ""
                message = f"任务承担的目标{quoted(target.printed)}在台账里没有对应的{what}"
                message += f"，请写台账里的“指标@目标年份”{several}"
                sought = Sought("indicators", name.strip())
                self.problems.append(Problem(ProblemKind.REFERENCE, message, target.whole, sought=sought))
        return written.fields.get("targets", ())

    def _box(self, written: Written) -> Box | None:
        if written.title is None:
            return None
        numbered = self.numbering.of(written)
        paragraphs = self.resolver.texts(written.paragraphs)
        title = self.resolver.text(written.title)
        return Box(
            id=numbered.id,
            span=written.span,
            title=title,
            label=numbered.label,
            paragraphs=paragraphs,
            series=written.word("series"),
        )

    def _figure(self, written: Written) -> Figure | None:
        file = written.one("file")
        if written.title is None or file is None:
            return None
        numbered = self.numbering.of(written)
        caption = self.resolver.text(written.title)
        alt = written.one("alt")
        return Figure(id=numbered.id, span=written.span, caption=caption, label=numbered.label, file=file, alt=alt)


def _is_target(indicator: Indicator, when: str) -> bool:
    """Return whether the ledger has a target for a year, or a total for a span of years; no year means any."""
    span = parse_span(when)
    return not when or when in map(str, indicator.target) or (span is not None and span[:2] in indicator.total)


def _words(written: Written, key: str) -> tuple[str, ...]:
    return tuple(text.printed for text in written.fields.get(key, ()))
