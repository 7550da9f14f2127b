"""What `planforge build` does between its options and its output: read, lint, render, save."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from planforge.cli.giving import refuse_source
from planforge.cli.remarks import pictures_left_out, remarks, unknown_page
from planforge.errors import PlanforgeError
from planforge.lint.cache import Cache
from planforge.lint.finding import Severity
from planforge.lint.many import Beside, Target, check, known
from planforge.lint.report import Report
from planforge.plan.load import read_plan
from planforge.plan.model import Plan
from planforge.plan.neighbours import read_with_neighbours
from planforge.records import record
from planforge.render.build import render_page
from planforge.render.context import context_of
from planforge.render.errors import HouseError, UnavailableError
from planforge.render.formats import Job, OutputFormat, Written
from planforge.render.house import House
from planforge.render.houses import find_house, profile_or_default
from planforge.render.notes import left_out
from planforge.render.pictures import or_placeholder, refuse_unread
from planforge.render.shelves import find_shelves
from planforge.render.tracing import trace_of
from planforge.source.files import write_together
from planforge.source.place import SourceFile
from planforge.source.problem import Problem, ProblemKind
from planforge.source.tree import Tree

_BLOCKING = {"PF131": "待填的内容", "PF132": "没有处理的审阅意见"}
_SHOWN = 3


@record(frozen=True)
class Files:
    """Finished files in memory: nothing is on disk until all of them are made.

    ``gaps``: what of the plan they lack, or print otherwise than it says.
    """

    stem: str
    written: tuple[tuple[OutputFormat, Written], ...]
    notes: tuple[str, ...]
    gaps: tuple[str, ...]
    read_from: tuple[Tree, str]

    @property
    def missing(self) -> tuple[str, ...]:
        """Return what no font could print, once each."""
        return tuple(dict.fromkeys(words for _, file in self.written for words in file.missing))

    def save(self, folder: Path) -> list[Path]:
        """Write all files and return their paths.

        Raises:
            SourceError: when one cannot be written; the files of the last build are then all still there.
            UsageError: when one would be written over the plan.
        """
        targets = [(folder / f"{self.stem}{form.suffix}", file.data) for form, file in self.written]
        for target, _ in targets:
            refuse_source(target, (self.read_from,))
        write_together(targets)
        return [target for target, _ in targets]


@record(frozen=True)
class Builder:
    """A plan ready to be printed, with what lint says of it."""

    tree: Tree
    main: str
    plan: Plan
    problems: tuple[Problem, ...]
    lost: Problem | None
    report: Report
    stem: str
    files: tuple[SourceFile, ...]
    shelves: tuple[Path, ...]

    @classmethod
    def open(cls, path: Path, cache: Cache | None = None) -> Builder:
        """Read and check a plan.

        Args:
            path: the plan.
            cache: where its report is looked for and kept.

        Raises:
            PlanforgeError: when there is no plan that could be printed.
        """
        target = Target.at(path)
        tree, main = target.tree, target.main
        report = known(target, Beside(), cache)
        reading = read_plan(tree, main, checked=True) if report is not None else read_with_neighbours(tree, main)
        report = check(target, reading, Beside(), cache) if report is None else report
        if reading.plan is None:
            first = next(finding for finding in report.findings if finding.severity is Severity.ERROR)
            raise PlanforgeError(f"规划读不出来，没有写出文件：{first.place} {first.message}")
        settings = target.settings
        stem = path.resolve().name if main == "plan.yaml" and path.is_dir() else Path(main).stem
        shelves = tuple(find_shelves(tree.root, settings.file, settings.table))
        return cls(tree, main, reading.plan, reading.problems, reading.lost, report, stem, reading.files, shelves)

    def house(self) -> House:
        """Return the house format of the plan.

        Raises:
            HouseError: there is none of its name, or its manifest is broken; with the place where the plan names it.
        """
        try:
            return find_house(self.plan.house, self.shelves, self.tree.root)
        except HouseError as error:
            place = next((f"{one.span.place} " for one in self.problems if one.kind is ProblemKind.HOUSE), "")
            raise HouseError(f"{place}{error.message}", hint=error.hint) from error

    def write(
        self,
        formats: Sequence[OutputFormat],
        *,
        all_of_them: bool,
        say: Callable[[str], None],
        final: bool = False,
        variant: str = "",
    ) -> Files:
        """Make the files in memory.

        Args:
            formats: what to write.
            final: whether they leave the office: then the DOCX does not carry what a review needs to come back.
            all_of_them: whether a format that this machine cannot write is an error; else it is left out with a note.
            say: told what takes a while.
            variant: the kind of PDF, "" for a plain one.

        Raises:
            UnavailableError: when a format that must be written needs what the machine lacks.
            HouseError: when the house format cannot be used.
            SourceError: when the plan is a Word file with a picture.
        """
        refuse_unread(self.plan)
        house, pictures = self.house(), or_placeholder(self.tree.read_bytes)
        page = render_page(context_of(self.plan, pictures), house)
        if final:
            page = replace(page, final=True)
        elif any(form.traced for form in formats):
            page = replace(page, trace=trace_of(self.plan, page, house, pictures, self.files))
        job = Job(page, house, profile_or_default(house, self.plan.page), variant)
        gaps = tuple(self._gaps(house))
        written, notes = [], [*gaps]
        if any(form.paged for form in formats):
            notes += remarks(self.plan, page, house, job.profile)
        for form in formats:
            say(f"正在排版 {form.name.upper()}")
            try:
                file = form.write(job)
            except UnavailableError as error:
                if all_of_them:
                    raise
                notes.append(f"{error.message}；{error.hint}" if error.hint else error.message)
                continue
            written.append((form, file))
            notes += [*file.notes, *file.missing]
        return Files(self.stem, tuple(written), tuple(dict.fromkeys(notes)), gaps, (self.tree, self.main))

    def _gaps(self, house: House) -> Iterator[str]:
        if self.lost:
            place, message = self.lost.span.place, self.lost.message
            yield f"规划没有全部读出来，写出的文件缺这一部分：{place} {message}"
        if footnotes := left_out(self.plan):
            yield footnotes
        yield from pictures_left_out(self.plan, self.tree.read_bytes)
        yield from unknown_page(self.plan, house, self.problems)

    def reasons_against(self, files: Files) -> list[str]:
        """Return why these files must not leave the office; empty when nothing speaks against it."""
        reasons = []
        errors = self.report.count(Severity.ERROR)
        if errors:
            reasons.append(f"有 {errors} 个错误，用 planforge lint 查看")
        reasons += files.gaps
        for code, what in _BLOCKING.items():
            places = [str(finding.place) for finding in self.report.findings if finding.code == code]
            if places:
                more = f" 等 {len(places)} 处" if len(places) > _SHOWN else ""
                reasons.append(f"有{what}：{'、'.join(places[:_SHOWN])}{more}")
        return reasons + [f"缺字：{words}" for words in files.missing]

    def verdict(self) -> str:
        """Return one line on the errors the plan still has."""
        errors = self.report.count(Severity.ERROR)
        if not errors:
            return "没有错误。"
        return f"规划还有 {errors} 个错误，用 planforge lint 查看。"
