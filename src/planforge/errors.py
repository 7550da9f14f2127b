"""What stops a command, and the exit code it stops with.

Findings are data; an exception means that the command cannot go on::

    PlanforgeError
    ├── SourceError      a file that cannot be read, decoded or written
    ├── TemplateError    a house format that cannot be used (render/)
    └── UsageError       a call that makes no sense
"""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """What every command answers with; docs/exit-codes.md is the same table for people."""

    OK = 0
    FINDINGS = 1
    CANNOT_RUN = 2
    INTERRUPTED = 130


class PlanforgeError(Exception):
    """A command cannot go on.

    Args:
        message: one Chinese sentence for the user.
        hint: what to do about it, if there is something to do.
        exit_code: the exit code of the process.
    """

    def __init__(self, message: str, *, hint: str | None = None, exit_code: ExitCode = ExitCode.CANNOT_RUN) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.exit_code = exit_code


class SourceError(PlanforgeError):
    """A file or folder that cannot be read or written."""


class UsageError(PlanforgeError):
    """A call whose arguments do not go together."""
