"""The plan's text with the findings in place, as one page: filters without a script, made to be printed as well."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

from planforge.lint.finding import Finding, Severity
from planforge.lint.report import Report
from planforge.output.findings.html_style import style_sheet
from planforge.output.html_page import box, page
from planforge.patterns import expression
from planforge.source.place import Place, SourceFile

if TYPE_CHECKING:
    from planforge.output.findings import Style

NAME = "html"
_WORDS = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.INFO: "提示"}
_FAMILIES = {
    "PF0": "源文件",
    "PF1": "结构",
    "PF2": "数字",
    "PF3": "前后规划",
    "PF4": "文字",
    "PF5": "公文要素",
    "PF6": "目标与任务",
}
_OTHER = "other"
_CONTROL = expression("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")


def format_report(report: Report, style: Style) -> str:
    """Return the page."""
    numbered = list(enumerate(report.findings, 1))
    by_path: dict[str, list[tuple[int, Finding]]] = {path: [] for path in report.files}
    for number, finding in numbered:
        by_path.setdefault(finding.place.path, []).append((number, finding))
    names = {path: f"f{index}" for index, path in enumerate(report.files, 1)}
    parts = [_Part(file, names[path], by_path[path], names) for path, file in report.files.items()]
    body = [_header(report), "<main>", _contents(numbered), *map(_Part.html, parts), "</main>"]
    families = sorted({_family(finding) for finding in report.findings})
    return page("规划核对", style_sheet(families), "\n".join(body), ascii_only=style.ascii_only)


def _header(report: Report) -> str:
    counts = "、".join(f"{report.count(severity)} 个{_WORDS[severity]}" for severity in Severity)
    files = f"检查了 {len(report.files)} 个文件。"
    names = f'<p class="names">{counts if report.findings else "没有发现问题"}；{files}</p>'
    return f"<header>\n<h1>规划核对</h1>\n{names}\n{_filters(report)}\n</header>"


def _filters(report: Report) -> str:
    if not report.findings:
        return ""
    severities = Counter(finding.severity for finding in report.findings)
    families = Counter(map(_family, report.findings))
    boxes = [
        box(f"show-{severity.value}", f"{_WORDS[severity]}（{severities[severity]}）", checked=True)
        for severity in Severity
        if severities[severity]
    ]
    boxes += [
        box(f"show-{family}", f"{_FAMILIES.get(family, '本单位规则')}（{count}）", checked=True)
        for family, count in sorted(families.items())
    ]
    boxes.append(box("only-found", "只看有问题的行", checked=False))
    return f"<fieldset><legend>显示</legend>{''.join(boxes)}</fieldset>"


def _family(finding: Finding) -> str:
    return finding.code[:3] if finding.code[:3] in _FAMILIES else _OTHER


def _classes(finding: Finding) -> str:
    return f"{finding.severity.value} {_family(finding)}"


def _contents(numbered: list[tuple[int, Finding]]) -> str:
    if not numbered:
        return ""
    rows = "\n".join(
        f'<li class="{_classes(finding)}" value="{number}"><a href="#n{number}">{_words(str(finding.place))}</a> '
        f"{_label(finding)} {_words(finding.message)}</li>"
        for number, finding in numbered
    )
    return f'<details class="contents" open><summary>问题清单（{len(numbered)}）</summary><ol>\n{rows}\n</ol></details>'


def _label(finding: Finding) -> str:
    return f'<b class="label">{_WORDS[finding.severity]}</b>'


def _words(text: str) -> str:
    return escape(_CONTROL.sub("�", text))


class _Part:
    """A file: its lines, each with the findings that begin in it beneath."""

    def __init__(self, file: SourceFile, name: str, findings: list[tuple[int, Finding]], names: dict[str, str]) -> None:
        self.file, self.name, self.findings, self.names = file, name, findings, names
        self.notes: dict[int, list[str]] = {}
        self.marks: dict[int, list[tuple[int, int, Severity]]] = {}
        for number, finding in findings:
            line = min(finding.place.line, file.lines)
            self.notes.setdefault(line, []).append(self._note(number, finding))
            self._mark(finding)

    def html(self) -> str:
        rows = "\n".join(self._row(number) for number in range(1, self.file.lines + 1))
        head = f"{_words(self.file.path)}（{len(self.findings) or '没有问题'}）"
        opened = " open" if self.findings else ""
        return f'<details class="file"{opened}><summary><h2>{head}</h2></summary>\n{rows}\n</details>'

    def _mark(self, finding: Finding) -> None:
        place = finding.place
        for line in range(place.line, min(place.end_line, self.file.lines) + 1):
            first = place.column - 1 if line == place.line else 0
            last = place.end_column - 1 if line == place.end_line else len(self.file.line(line))
            if first < last:
                self.marks.setdefault(line, []).append((first, last, finding.severity))

    def _row(self, number: int) -> str:
        notes = self.notes.get(number, [])
        plain = "" if notes or number in self.marks else " plain"
        words = "".join(_marked(self.file.line(number), self.marks.get(number, [])))
        cells = f'<span class="no">{number}</span><span>{words}</span>'
        return "\n".join([f'<div class="row{plain}" id="{self.name}-{number}">{cells}</div>', *notes])

    def _note(self, number: int, finding: Finding) -> str:
        related = "".join(
            f"<li>另见 {self._link(other.place)} {_words(other.message)}</li>" for other in finding.related
        )
        fix = f"<li>建议：{_words(finding.fix.title)}</li>" if finding.fix else ""
        more = f"<ul>{related}{fix}</ul>" if related or fix else ""
        code = f'<span class="code">{_words(finding.code)}</span>'
        return (
            f'<div class="note {_classes(finding)}" id="n{number}" role="note">'
            f"<p>{number}. {_label(finding)} {_words(finding.message)} {code}</p>{more}</div>"
        )

    def _link(self, place: Place) -> str:
        name = self.names.get(place.path)
        shown = _words(str(place))
        return f'<a href="#{name}-{place.line}">{shown}</a>' if name else shown


def _marked(line: str, marks: list[tuple[int, int, Severity]]) -> Iterator[str]:
    """Yield the line with what the findings speak of marked; where several do, by the worst of them."""
    changes: dict[int, Counter[Severity]] = {}
    for first, last, severity in marks:
        changes.setdefault(first, Counter())[severity] += 1
        changes.setdefault(last, Counter())[severity] -= 1
    at, covering = 0, Counter[Severity]()
    for place in [*sorted(changes), len(line)]:
        yield _stretch(line[at:place], covering)
        covering.update(changes.get(place, {}))
        at = place


def _stretch(text: str, covering: Counter[Severity]) -> str:
    worst = next((severity for severity in Severity if covering[severity] > 0), None)
    words = _words(text)
    return f'<mark class="{worst.value}">{words}</mark>' if worst and words else words
