"""What the commands that check share. Loaded when one runs, so that `--version` and `--help` start at once."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import TypeVar

from planforge.errors import UsageError
from planforge.lint.finding import Severity
from planforge.lint.many import Target
from planforge.output.findings import Style

F = TypeVar("F")


def named(names: str) -> list[str]:
    """Return the formats named in “docx, pdf”, each once; of nothing between the commas, what was written."""
    wanted = [name.strip().lower() for name in names.split(",") if name.strip()]
    return list(dict.fromkeys(wanted)) or [names]


def choose_format(name: str, formats: Mapping[str, F], option: str = "--format") -> F:
    """Return the output format, or raise `UsageError` with those there are."""
    if name not in formats:
        raise UsageError(f"“{option}”应为{'、'.join(formats)}，实为“{name}”")
    return formats[name]


def failing_severity(name: str | None, targets: Sequence[Target]) -> Severity:
    """Return from which severity on lint fails: the one asked for, else the strictest that the plans' settings want.

    Raises:
        UsageError: when there is no such severity.
    """
    if name is not None:
        return _severity(name, "“--fail-on”")
    limits = [
        _severity(settings.table.get("fail-on", _DEFAULT), f"“{settings.file}”的 fail-on")
        for settings in (target.settings for target in targets)
    ]
    return max(limits, key=lambda limit: limit.rank, default=Severity.ERROR)


_DEFAULT = Severity.ERROR.value


def _severity(said: object, where: str) -> Severity:
    try:
        return Severity(said)
    except ValueError:
        raise UsageError(f"{where}应为 error、warning 或 info，实为“{said}”") from None


def console_style(color: bool | None) -> Style:
    """Return what standard output can show; `color` None means: colours on a terminal."""
    encoding = (sys.stdout.encoding or "utf-8").lower().replace("-", "")
    colour = sys.stdout.isatty() if color is None else color
    return Style(colour=colour, ascii_only=not encoding.startswith("utf"))
