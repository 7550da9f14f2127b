"""What `planforge merge` and `planforge comments` do between their options and their output."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import typer

from planforge.cli.checking import choose_format, named
from planforge.errors import UsageError
from planforge.lint.settings import find_settings
from planforge.ooxml.history import Stamp
from planforge.output.merge.words import sentence, who
from planforge.records import record
from planforge.render.shelves import find_shelves
from planforge.review.returned.merging import Merging
from planforge.review.returned.outcome import Item, Outcome, Status
from planforge.review.returned.present import Present, read_present
from planforge.review.returned.reading import read_reviewed
from planforge.review.returned.resolve import Accept
from planforge.review.returned.reviewed import Reviewed
from planforge.source.decode import encode
from planforge.source.files import write_edited
from planforge.source.tree import open_plan

_NO_BASE = (
    "里没有排印时的底稿（定稿、旧版本排印的或别的程序另存过的文件没有），没开修订的改动是与规划现在的文字比出来的；"
    "请逐处核对，下次用 planforge build 新排一份草稿，请审阅人开着修订改"
)


@record(frozen=True)
class Merger:
    """The options of one call of `merge`."""

    plan: Path
    accept: Sequence[str]
    figures: bool
    interactive: bool

    def run(self, reviewed: Sequence[Path], *, dry_run: bool) -> Outcome:
        """Merge, and write the files unless it is only a try.

        Raises:
            PlanforgeError: when the plan or a reviewed file cannot be read, or a file cannot be written.
        """
        if self.interactive and not (sys.stdin.isatty() and sys.stdout.isatty()):
            raise UsageError("“--interactive”要在终端里用")
        present = _present(self.plan)
        reviews = read_all(reviewed, present, accepting(self.accept))
        _check_authors(self.accept, reviews)
        merging = Merging(present, _Asking() if self.interactive else _certain, self.figures)
        outcome, files = merging.run(reviews)
        if not dry_run:
            write_edited((present.tree.location(file), encode(file, file.text)) for file in files)
        return replace(outcome, dry=dry_run)


def _present(plan: Path) -> Present:
    tree, main = open_plan(plan)
    settings = find_settings(plan)
    return read_present(tree, main, find_shelves(tree.root, settings.file, settings.table))


def read_all(paths: Sequence[Path], present: Present, accept: Accept) -> list[Reviewed]:
    """Read reviewed files.

    Raises:
        PlanforgeError: when one of them cannot be read.
    """
    found = []
    for path in paths:
        tree, name = open_plan(path)
        found.append(read_reviewed(str(path), tree.read_bytes(name), present, accept))
    for review in found:
        if not review.carried:
            typer.echo(f"注意：“{review.source}”{_NO_BASE}", err=True)
    return found


def accepting(names: Sequence[str]) -> Accept:
    """Return which tracked changes are accepted.

    Raises:
        UsageError: when “all” or “none” stands beside other names.
    """
    words = {name.strip() for name in names}
    if len(words) > 1 and words & {"all", "none"}:
        raise UsageError("“--accept”的 all、none 不能与名字合用")
    if words == {"all"}:
        return lambda stamp: True
    return lambda stamp: stamp.author in words and words != {"none"}


def _check_authors(names: Sequence[str], reviews: Sequence[Reviewed]) -> None:
    """Refuse a name that no tracked change has: a slip of the pen would silently take nothing over."""
    from planforge.review.returned.tracked import tracked

    stamps: set[Stamp] = {change.stamp for review in reviews for change in tracked(review.history)}
    known = {stamp.author for stamp in stamps}
    for name in names:
        if name.strip() not in known | {"all", "none"}:
            shown = "、".join(sorted(known)) or "（没有）"
            raise UsageError(f"没有“{name}”做的修订，修订人有：{shown}")


def _certain(item: Item) -> bool:
    return item.status is not Status.PROPOSED


class _Asking:
    """Asks on the terminal, edit by edit."""

    def __init__(self) -> None:
        self._rest: bool | None = None

    def __call__(self, item: Item) -> bool:
        if self._rest is not None:
            return self._rest and _certain(item)
        typer.echo(f"\n{' › '.join(item.where)}\n  {sentence(item)}  〔{who(item)}〕")
        if item.context:
            typer.echo(f"  原句：{item.context}")
        answers: dict[str, Callable[[], bool]] = {"y": lambda: True, "n": lambda: False}
        answer = ""
        while answer not in (*answers, "a", "q"):
            answer = (
                typer.prompt("  采纳吗？y 采纳，n 不采纳，a 以下都采纳，q 以下都不采纳", default="y").strip().lower()
            )
        if answer in answers:
            return answers[answer]()
        self._rest = answer == "a"
        return self._rest and _certain(item)


def opinion_files(plan: Path, reviewed: Sequence[Path], to: str) -> tuple[list[tuple[str, bytes]], int]:
    """Return the files of 意见汇总表 by their names, and how many opinions there are.

    Raises:
        PlanforgeError: when there is no such format, or the plan or a reviewed file cannot be read.
    """
    from planforge.output.opinions import formats
    from planforge.review.returned.opinions import opinions

    writers = [(name, choose_format(name, formats(), "--to")) for name in named(to)]
    present = _present(plan)
    found = opinions(read_all(reviewed, present, accepting(["none"])))
    title = present.plan.title.printed if present.plan.title else ""
    stem = plan.resolve().name if plan.is_dir() else plan.stem
    return [(f"{stem}-意见汇总表.{name}", write(found, title)) for name, write in writers], len(found)
