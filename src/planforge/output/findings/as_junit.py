"""JUnit XML, which every CI server shows: one test case an error or warning, and one for each file without any."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from planforge.lint.finding import Finding, Severity
from planforge.lint.report import Report
from planforge.patterns import expression

if TYPE_CHECKING:
    from planforge.output.findings import Style

NAME = "junit"
_NOT_XML = expression("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def format_report(report: Report, style: Style) -> str:
    """Return one test suite; remarks (info) are no failures and go into the output of the case."""
    failures = [finding for finding in report.findings if finding.severity is not Severity.INFO]
    root = Element("testsuites", name="planforge")
    by_path: dict[str, list[Finding]] = {path: [] for path in report.files}
    for finding in report.findings:
        by_path.setdefault(finding.place.path, []).append(finding)
    clean = [path for path in by_path if not any(one.place.path == path for one in failures)]
    tests = len(failures) + len(clean)
    suite = SubElement(root, "testsuite", name="planforge", tests=str(tests), failures=str(len(failures)))
    for path, findings in by_path.items():
        _cases(suite, path, findings)
    indent(root)
    encoding = "us-ascii" if style.ascii_only else "unicode"
    text = tostring(root, encoding=encoding)
    return text.decode("ascii") if isinstance(text, bytes) else text


def _cases(suite: Element, path: str, findings: list[Finding]) -> None:
    """Add a case for each finding of a file that fails it, or one that passes; the last holds the remarks."""
    case: Element | None = None
    for finding in findings:
        if finding.severity is not Severity.INFO:
            case = SubElement(suite, "testcase", classname=path, name=f"{finding.place} {finding.code} {finding.rule}")
            failure = SubElement(case, "failure", type=finding.code, message=_clean(finding.message))
            failure.text = _clean(_line(finding))
    if case is None:
        case = SubElement(suite, "testcase", classname=path, name=path)
    remarks = [_line(finding) for finding in findings if finding.severity is Severity.INFO]
    if remarks:
        SubElement(case, "system-out").text = _clean("\n".join(remarks))


def _line(finding: Finding) -> str:
    return f"{finding.place} {finding.code} {finding.message}"


def _clean(text: str) -> str:
    return _NOT_XML.sub("�", text)
