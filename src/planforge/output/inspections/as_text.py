"""An inspection for people: what fails first, then what was found good, then what was not measured and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from planforge.inspect.outcome import Finding, Report, Result, Status

if TYPE_CHECKING:
    from planforge.output.findings import Style

NAME = "text"
_KINDS = {"docx": "DOCX", "pdf": "PDF"}
_A_LINE = 12


def format_report(report: Report, style: Style) -> str:
    """Return the report as lines of text."""
    return "\n\n".join("\n".join(part) for part in _parts(report, style) if part)


def _parts(report: Report, style: Style) -> Iterator[list[str]]:
    pages = f"，{report.pages} 页" if report.pages is not None else ""
    guess = "（按文件的样子选的，可用 --page 指定）" if report.guessed else ""
    yield [f"{report.path}：{_KINDS[report.kind]}{pages}，按 {report.page} 量{guess}"]
    yield _failed("必须的条款不合", report.of(Status.FAIL, "must"), style, "31")
    yield _failed("一般的条款不合", report.of(Status.FAIL, "should"), style, "33")
    yield _failed("用了替代字体（不算不合）", report.of(Status.STAND_IN), style, "36")
    yield _failed("只供参考", report.of(Status.INFO), style, "36", informing=True)
    remarks = [result for result in report.results.values() if result.status is Status.HOLDS]
    yield _failed("量到的数", [result for result in remarks if result.findings], style, "36", informing=True)
    yield _numbers("合格", remarks)
    yield _reasons("不适用", report.of(Status.NOT_APPLICABLE))
    yield _reasons("量不到", report.of(Status.NOT_MEASURABLE))
    yield [summary(report)]


def summary(report: Report) -> str:
    """Return the counts in one sentence."""
    counts = [
        ("必须的不合", len(report.of(Status.FAIL, "must"))),
        ("一般的不合", len(report.of(Status.FAIL, "should"))),
        ("用替代字体", report.count(Status.STAND_IN)),
        ("合格", report.count(Status.HOLDS)),
        ("只供参考", report.count(Status.INFO)),
        ("不适用", report.count(Status.NOT_APPLICABLE)),
        ("量不到", report.count(Status.NOT_MEASURABLE)),
    ]
    return f"共 {len(report.results)} 条：{'，'.join(f'{name} {count} 条' for name, count in counts if count)}。"


def _failed(title: str, results: Sequence[Result], style: Style, code: str, *, informing: bool = False) -> list[str]:
    if not results:
        return []
    head = f"{title} {len(results)} 条"
    lines = [f"\x1b[{code}m{head}\x1b[0m" if style.colour else head]
    for result in results:
        shown = [one for one in result.findings if one.status is (Status.INFO if informing else result.status)]
        lines += [_line(finding) for finding in shown]
    return lines


def _line(finding: Finding) -> str:
    place = f"（{finding.place}）" if str(finding.place) else ""
    return f"  {finding.clause.id}  {finding.message}{place}"


def _numbers(title: str, results: Sequence[Result]) -> list[str]:
    if not results:
        return []
    numbers = [result.clause.id for result in results]
    rows = ["、".join(numbers[at : at + _A_LINE]) for at in range(0, len(numbers), _A_LINE)]
    return [f"{title} {len(results)} 条", *(f"  {row}" for row in rows)]


def _reasons(title: str, results: Sequence[Result]) -> list[str]:
    if not results:
        return []
    numbers: dict[str, list[str]] = {}
    for result in results:
        numbers.setdefault(result.reason, []).append(result.clause.id)
    return [f"{title} {len(results)} 条", *(f"  {reason}：{'、'.join(found)}" for reason, found in numbers.items())]
