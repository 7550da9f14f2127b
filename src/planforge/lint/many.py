"""Checks many plans: those that the cache knows at once, the others one after another or in several processes."""

from __future__ import annotations

import signal
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from planforge.lint.cache import Cache, key_of
from planforge.lint.report import Report, RuleBook
from planforge.lint.settings import Settings, find_settings
from planforge.records import cached_property, record
from planforge.source.parts import open_whole
from planforge.source.tree import Tree, resolved

if TYPE_CHECKING:
    from planforge.lint.configuration import Configuration
    from planforge.plan.load import Reading


@record(frozen=True)
class Beside:
    """The plans given for comparison; they count before those that a plan names."""

    predecessor: Path | None = None
    superior: Path | None = None


@record(frozen=True)
class Target:
    """A plan to check.

    Attributes:
        path: where its settings are looked for.
        tree: the folder it is read from.
        main: its main file.
    """

    path: Path
    tree: Tree
    main: str

    @classmethod
    def at(cls, path: Path) -> Target:
        """Return the plan at a path.

        Raises:
            SourceError: when there is none.
        """
        return cls(path, *open_whole(path))

    def again(self) -> Target:
        """Return the same plan, for its files to be read anew."""
        return replace(self, tree=Tree(self.tree.root, self.tree.shown, self.tree.given))

    @cached_property
    def settings(self) -> Settings:
        """The settings that hold for it, read once.

        Raises:
            SourceError: when they cannot be read.
        """
        return find_settings(self.path)

    def key(self, beside: Beside) -> str:
        """Return the name of its entry in the cache."""
        others = [str(resolved(path)) if path else "" for path in (beside.predecessor, beside.superior)]
        return key_of(resolved(self.tree.root), self.tree.shown, self.main, self.settings.digest, *others)


def check_all(
    targets: Sequence[Target], beside: Beside | None = None, *, cache: Cache | None = None, jobs: int = 1
) -> list[Report]:
    """Return the report of each plan, in their order.

    Args:
        targets: the plans.
        beside: plans to compare each with.
        cache: where reports are looked for and kept.
        jobs: processes that work at the same time.

    Raises:
        SourceError: when one of the plans cannot be read at all.
        UsageError: when a configuration says something that does not exist.
    """
    others = beside or Beside()
    found = [known(target, others, cache) for target in targets]
    left = [(target, others, cache) for target, report in zip(targets, found, strict=True) if report is None]
    made = _made(left, jobs)
    return [next(made) if report is None else report for report in found]


def known(target: Target, beside: Beside, cache: Cache | None) -> Report | None:
    """Return what lint said of a plan before, None when it is to be checked.

    Raises:
        SourceError: when its configuration cannot be read.
    """
    if cache is None or target.tree.given:
        return None
    return cache.load(target.key(beside), RuleBook(target.settings.file))


_Work = tuple[Target, Beside, Cache | None]


def _made(work: list[_Work], jobs: int) -> Iterator[Report]:
    if jobs < 2 or len(work) < 2:
        yield from map(_check, work)
        return
    # a quarter of the start-up, for those who ask for several processes only
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(min(jobs, len(work)), initializer=_leave_interrupts_to_parent) as pool:
        yield from pool.map(_check, work, chunksize=max(1, min(16, len(work) // (4 * jobs))))


def _leave_interrupts_to_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@lru_cache(maxsize=8)
def _configuration(file: Path | None, digest: str) -> Configuration:
    """Return the configuration of a file; many plans share one, and `digest` says that it is still the same."""
    from planforge.lint.configuration import Configuration, find_configuration

    return find_configuration(file) if file else Configuration()


def _check(work: _Work) -> Report:
    from planforge.plan.neighbours import read_with_neighbours

    target, beside, cache = work
    reading = read_with_neighbours(target.tree, target.main, predecessor=beside.predecessor, superior=beside.superior)
    return check(target, reading, beside, cache)


def check(target: Target, reading: Reading, beside: Beside, cache: Cache | None) -> Report:
    """Return the report of a plan that was read, and keep it for the next run.

    Raises:
        SourceError, UsageError: when its configuration cannot be read or says something that does not exist.
    """
    from planforge.lint.engine import lint

    report = lint(reading, _configuration(target.settings.file, target.settings.digest))
    if cache is not None and not target.tree.given:
        cache.save(target.key(beside), reading, report)
    return report
