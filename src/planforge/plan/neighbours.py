"""The plans a plan is compared with: predecessor and superior, named in plan.yaml or on the command line."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from planforge.errors import SourceError
from planforge.outline.text import Text
from planforge.plan.load import Reading, read_plan
from planforge.source.problem import Problem, ProblemKind, quoted
from planforge.source.tree import Tree, open_plan


def read_with_neighbours(
    tree: Tree, main: str, *, predecessor: Path | None = None, superior: Path | None = None
) -> Reading:
    """Read a plan and the plans it is compared with; those given here count before those that the plan names.

    Raises:
        SourceError: when the plan itself, or a plan given here, cannot be read.
    """
    reading = read_plan(tree, main)
    problems: list[Problem] = []
    named = (reading.plan.predecessor, reading.plan.superior) if reading.plan else (None, None)
    earlier = read_neighbour(predecessor) if predecessor else _named(tree, named[0], problems)
    above = read_neighbour(superior) if superior else _named(tree, named[1], problems)
    return replace(
        reading,
        problems=(*reading.problems, *problems),
        predecessor=earlier.plan if earlier else None,
        superior=above.plan if above else None,
        neighbour_files=tuple(file for other in (earlier, above) if other for file in other.files),
        trees=(*reading.trees, *(tree for other in (earlier, above) if other for tree in other.trees)),
        # where a plan that is not there yet would be read from, no tree can tell
        settled=not problems,
    )


def _named(tree: Tree, named: Text | None, problems: list[Problem]) -> Reading | None:
    """Return the plan that `named` leads to, None when none is named or it cannot be read.

    A plan may only name plans beside its own folder: a file from elsewhere must not be read because a plan says so.
    """
    if named is None:
        return None
    beside = tree.root.resolve().parent
    message = f"{quoted(named.printed)}读不到：只能是与本规划同在一个上级文件夹里的规划"
    try:
        path = (tree.root / named.printed).resolve()
        if path.is_relative_to(beside) and path != tree.root.resolve():
            return read_neighbour(path, shown=os.path.normpath(f"{tree.shown}{named.printed}"))
    except SourceError as error:
        message = f"{quoted(named.printed)}读不到：{error.message}"
    except (OSError, ValueError, RuntimeError):  # too long, with characters no path has, a circle of links
        message = f"{quoted(named.printed)}读不到：不能作路径"
    problems.append(Problem(ProblemKind.INCLUDE, message, named.whole))
    return None


def read_neighbour(path: Path, shown: str | None = None) -> Reading:
    """Return another plan for comparison.

    Raises:
        SourceError: when it cannot be read.
    """
    reading = read_plan(*open_plan(path, shown))
    if reading.plan is None:
        raise SourceError(f"“{shown or path}”不是能读懂的规划")
    return reading
