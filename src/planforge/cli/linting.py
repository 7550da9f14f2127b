"""What `planforge lint` does between its options and its exit code: check, mend, leave out what is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import typer

from planforge.cli.giving import give, must_name_file
from planforge.errors import UsageError
from planforge.lint.baseline import read_baseline
from planforge.lint.cache import Cache
from planforge.lint.fixes import FixedFile, fixed_files
from planforge.lint.many import Beside, Target, check_all
from planforge.lint.report import Report, merged
from planforge.output.findings import Formatter, Maker, Style, formats, makers
from planforge.records import record


@record(frozen=True)
class Linting:
    """Plans to check and how.

    Attributes:
        targets: the plans.
        beside: plans to compare each with.
        cache: earlier reports; None when all is to be checked anew.
        jobs: how many processes work.
        since: the git revision whose findings are not told.
        baseline: findings that are known are not mended.
    """

    targets: Sequence[Target]
    beside: Beside
    cache: Cache | None
    jobs: int
    since: str | None = None
    baseline: Path | None = None

    def report(self) -> Report:
        """Return what is found in all plans.

        Raises:
            SourceError, UsageError: when a plan, a configuration or a revision cannot be read.
        """
        reports = check_all(self.targets, self.beside, cache=self.cache, jobs=self.jobs)
        if self.since is not None:
            from planforge.lint.since import touched

            reports = touched(self.targets, reports, self.since, self.beside)
        return merged(reports)

    def fixes(self, *, unsafe: bool) -> list[FixedFile]:
        """Return the files that fixes change."""
        return fixed_files(without_known(self.report(), self.baseline), unsafe=unsafe)

    def mended(self, *, unsafe: bool) -> Linting:
        """Make the fixes in the files; return what to check then.

        Raises:
            UsageError: when there is no file to make them in.
        """
        if any(target.tree.given for target in self.targets):
            raise UsageError("标准输入不能就地改", hint="用 --diff 看会怎样改，或直接指定文件")
        for changed in self.fixes(unsafe=unsafe):
            changed.save()
            typer.echo(f"已改好 {changed.file.path} 中的 {changed.mended} 处", err=True)
        return replace(self, targets=[target.again() for target in self.targets])


def without_known(report: Report, baseline: Path | None) -> Report:
    """Return the report without the findings of a baseline file."""
    return report.beyond(read_baseline(baseline)) if baseline else report


def must_fit_together(*, fix: bool, diff: bool, unsafe: bool, writes_baseline: bool, file: Path | None) -> None:
    """Raise `UsageError` when options are given that would do nothing."""
    if unsafe and not (fix or diff):
        raise UsageError("“--unsafe”要与 --fix 或 --diff 合用", hint="先用 --diff 看会怎样改")
    if writes_baseline and file is not None:
        raise UsageError("“--write-baseline”不作报告，不能与 -o 合用", hint="请分两次运行")


def choose_output(name: str, file: Path | None) -> Formatter | Maker:
    """Return what writes the report.

    Raises:
        UsageError: when there is no such format, or it makes a file and none is named.
    """
    from planforge.cli.checking import choose_format

    known: dict[str, Formatter | Maker] = {**formats(), **makers()}
    chosen = choose_format(name, known)
    must_name_file(name, makers(), file)
    return chosen


def write_report(report: Report, written: Formatter | Maker, file: Path | None, style: Style) -> None:
    """Print the report, or write it to a file, whole or not at all.

    Raises:
        SourceError: when the file cannot be written.
    """
    if file is None:
        typer.echo(written(report, style), color=style.colour)
    else:
        give(written(report, Style()), file)
