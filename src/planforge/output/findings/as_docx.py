"""The checked Word file with each finding as a comment at its place; text that is no Word file becomes a plain one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from planforge.errors import UsageError
from planforge.lint.finding import Finding, Severity
from planforge.lint.report import Report
from planforge.source.place import Place, SourceFile

if TYPE_CHECKING:
    from planforge.ooxml.commenting import Remark
    from planforge.output.findings import Style

NAME = "docx"
_AUTHOR, _INITIALS = "规划核对", "核"
_WORDS = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.INFO: "提示"}
_MANY = "docx 格式的报告一次只能有一份 Word 文件"


def make_report(report: Report, style: Style) -> bytes:
    """Return the Word file.

    Raises:
        UsageError: when several plans were checked of which one is a Word file.
        SourceError: when the Word file cannot be marked.
    """
    # the other formats need neither zip nor XML
    from planforge.ooxml.commenting import commented
    from planforge.ooxml.package import Package
    from planforge.ooxml.plain import plain_document

    files = list(report.files.values())
    word = [file for file in files if file.original is not None]
    if word and len(files) > 1:
        raise UsageError(_MANY, hint="请逐份核对")
    if word and word[0].original is not None:
        package, starts = Package(word[0].path, word[0].original), {word[0].path: 0}
    else:
        package = Package("report.docx", plain_document(_lines(files)))
        starts = dict(_starts(files))
    comments = [_comment(finding, starts, bool(word)) for finding in report.findings if finding.place.path in starts]
    return commented(package, comments, _AUTHOR, _INITIALS)


def _lines(files: list[SourceFile]) -> Iterator[tuple[str, bool]]:
    for file in files:
        yield file.path, True
        yield from ((file.line(number), False) for number in range(1, file.lines + 1))


def _starts(files: list[SourceFile]) -> Iterator[tuple[str, int]]:
    at = 0
    for file in files:
        at += 1
        yield file.path, at
        at += file.lines


def _comment(finding: Finding, starts: dict[str, int], word: bool) -> Remark:
    from planforge.ooxml.commenting import Remark

    place, start = finding.place, starts[finding.place.path]
    related = (f"另见{_where(other.place, word)}：{other.message}" for other in finding.related)
    head = f"【{_WORDS[finding.severity]}】{finding.message}（{finding.code}）"
    fix = (f"建议：{finding.fix.title}",) if finding.fix else ()
    first, last = (start + place.line, place.column), (start + place.end_line, place.end_column)
    return Remark(first, last, (head, *related, *fix))


def _where(place: Place, word: bool) -> str:
    return f"第{place.line}段" if word else str(place)
