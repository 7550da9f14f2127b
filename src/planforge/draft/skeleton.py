"""A new plan folder of a kind: title and years filled in, the rest for the drafter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from planforge.errors import SourceError, UsageError
from planforge.patterns import expression
from planforge.records import record
from planforge.source.files import write_together
from planforge.source.tree import resolved

KINDS = {"专项规划": "special-plan", "行动计划": "action-plan", "实施方案": "implementation-plan"}
"""The kinds there are skeletons of, with the folder of each."""
LONGEST_TITLE = 60
_SLOT = expression(r"\$\{([a-z_]+)\}")
_YEARS = {"专项规划": 5}
_SHORT = 3
"""Years of what is no five-year plan."""


@record(frozen=True)
class Years:
    """The first and the last year of a plan."""

    first: int
    last: int

    @classmethod
    def coming(cls, kind: str, today: int) -> Years:
        """Return the usual years for a plan that is drafted in the year `today`.

        A 专项规划 goes with the five-year plan that the next year is in; other kinds begin with the next year.
        """
        first = today + 1
        if kind in _YEARS:
            first -= (first - 1) % 5
        return cls(first, first + _YEARS.get(kind, _SHORT) - 1)


def new_plan(folder: Path, kind: str, title: str, years: Years) -> list[Path]:
    """Write a plan folder; return the files written.

    Args:
        folder: a folder that does not exist yet, or is empty.
        kind: one of `KINDS`.
        title: the plan's title; "" for one that says what is to be filled in.
        years: the plan's years.

    Raises:
        UsageError: for an unknown kind, a title that is none, or years that go backwards.
        SourceError: when the folder holds something, or cannot be written.
    """
    if kind not in KINDS:
        raise UsageError(f"“--kind”应为{'、'.join(KINDS)}，实为“{kind}”")
    if years.first > years.last:
        raise UsageError(f"规划期的起始年应不晚于目标年，实为{years.first}到{years.last}")
    _refuse_used(folder)
    slots = _slots(kind, title.strip() or f"某某市××{kind}", years)
    skeleton = files("planforge.draft").joinpath("skeletons", KINDS[kind])
    made = [(folder / name, _filled(text, slots).encode()) for name, text in sorted(_texts(skeleton, ""))]
    write_together(made)
    return [path for path, _ in made]


def _refuse_used(folder: Path) -> None:
    there = resolved(folder)
    if there.exists() and not there.is_dir():
        raise SourceError(f"“{folder}”是文件，不是文件夹", hint="请换一个文件夹名")
    if there.is_dir() and any(there.iterdir()):
        raise SourceError(f"“{folder}”里已经有文件，没有改动", hint="请换一个文件夹名，或指定空文件夹")


def _slots(kind: str, title: str, years: Years) -> dict[str, str]:
    if len(title) > LONGEST_TITLE or not title.isprintable() or "$" in title:
        raise UsageError(f"题目应是一行文字，不超过{LONGEST_TITLE}字", hint="请改短“--title”")
    return {
        "title": "'" + title.replace("'", "''") + "'",
        "kind": kind,
        "first": str(years.first),
        "last": str(years.last),
        "base": str(years.first - 1),
        "previous": str(years.first - 1 - (years.last - years.first + 1)),
        "middle": str((years.first + years.last) // 2),
    }


def _texts(folder: Traversable, within: str) -> Iterator[tuple[str, str]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _texts(entry, f"{within}{entry.name}/")
        elif entry.name.endswith(".yaml"):
            yield f"{within}{entry.name}", entry.read_text(encoding="utf-8")


def _filled(text: str, slots: Mapping[str, str]) -> str:
    return _SLOT.sub(lambda match: slots[match[1]], text)
