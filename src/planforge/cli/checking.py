"""What the commands that check share. Loaded when one runs, so that `--version` and `--help` start at once."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from planforge.errors import UsageError
from planforge.lint.configuration import find_configuration
from planforge.lint.engine import Report, lint, merged
from planforge.lint.finding import Severity
from planforge.output.findings import Style
from planforge.plan.neighbours import read_with_neighbours
from planforge.source.tree import open_plan

F = TypeVar("F")


def check(paths: Iterable[Path], predecessor: Path | None = None, superior: Path | None = None) -> Report:
    """Read and check plans, each beside the plans given for comparison.

    Raises:
        SourceError: when one of them cannot be read at all.
    """
    read = partial(read_with_neighbours, predecessor=predecessor, superior=superior)
    return merged(lint(read(*open_plan(path)), find_configuration(path)) for path in paths)


def choose_format(name: str, formats: Mapping[str, F], option: str = "--format") -> F:
    """Return the output format, or raise `UsageError` with those there are."""
    if name not in formats:
        raise UsageError(f"“{option}”应为{'、'.join(formats)}，实为“{name}”")
    return formats[name]


def failing_severity(name: str | None, paths: Sequence[Path]) -> Severity:
    """Return from which severity on lint fails: the one asked for, else that of the first plan's configuration.

    Raises:
        UsageError: when there is no such severity.
    """
    if name is None:
        return find_configuration(paths[0]).fail_on or Severity.ERROR
    try:
        return Severity(name)
    except ValueError:
        raise UsageError(f"“--fail-on”应为 error、warning 或 info，实为“{name}”") from None


def console_style(color: bool | None) -> Style:
    """Return what standard output can show; `color` None means: colours on a terminal."""
    encoding = (sys.stdout.encoding or "utf-8").lower().replace("-", "")
    colour = sys.stdout.isatty() if color is None else color
    return Style(colour=colour, ascii_only=not encoding.startswith("utf"))
