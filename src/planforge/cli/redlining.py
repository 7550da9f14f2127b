"""What `planforge diff --to docx` does with its options: whose the tracked changes are, and of what time."""

from __future__ import annotations

import os
from datetime import UTC, datetime

import typer

from planforge.errors import UsageError
from planforge.records import record
from planforge.review.version import Version

_REDLINE = "docx"
_LONGEST_AUTHOR = 255
_EPOCH = "SOURCE_DATE_EPOCH"


@record(frozen=True, slots=True)
class Signature:
    """Who signs tracked changes, and the time they bear as Word writes it; None leaves it to the new version."""

    author: str | None
    moment: str | None


def signature(output: str, author: str | None, date: str | None) -> Signature | None:
    """Return who signs a redline; None for another format.

    Raises:
        UsageError: when the date is none, or another format is to be signed.
    """
    if output == _REDLINE:
        if author is not None and (not author.isprintable() or not 1 <= len(author.strip()) <= _LONGEST_AUTHOR):
            raise UsageError(f"“--author”应为 1 到 {_LONGEST_AUTHOR} 个字的姓名或单位，实为 {author[:40]!r}")
        return Signature(author, _moment(date))
    if author is not None or date is not None:
        raise UsageError(f"“--author”和“--date”只用于“--to {_REDLINE}”")
    return None


def redlined(old: Version, new: Version, signed: Signature) -> bytes:
    """Return the redline of two versions.

    Raises:
        PlanforgeError: when a version cannot be printed.
    """
    from planforge.review.files.as_docx import write

    for version in (old, new):
        if not version.plan.from_source:
            what = "不是规划的源文件：修订稿里它按版式重排，编号、题注可能与原文件不同，也没有图片"
            typer.echo(f"注意：“{version.name}”{what}", err=True)
    return write(old, new, signed.author, signed.moment)


def _moment(date: str | None) -> str | None:
    """Return the time of the changes as Word writes it; None when neither option nor environment name one."""
    if date is None:
        epoch = os.environ.get(_EPOCH)
        return None if epoch is None else _shown(datetime.fromtimestamp(_seconds(epoch), UTC))
    try:
        given = datetime.fromisoformat(date)
        return _shown(given.astimezone(UTC) if given.tzinfo else given)
    except (ValueError, OverflowError):
        raise UsageError(f"“--date”应为 2026-11-26 或 2026-11-26T15:30:00 这样的日期，实为“{date}”") from None


def _seconds(epoch: str) -> int:
    if not epoch.isdecimal() or len(epoch) > len("9999999999"):
        raise UsageError(f"环境变量 {_EPOCH} 应为 1970 年以来的秒数，实为“{epoch}”")
    return int(epoch)


def _shown(moment: datetime) -> str:
    return f"{moment.replace(tzinfo=None).isoformat(timespec='seconds')}Z"
