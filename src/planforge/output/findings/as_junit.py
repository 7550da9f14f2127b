"""JUnit XML, which every CI server shows: one test case a file, one failure an error or warning in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from planforge.lint.finding import Finding, Severity
from planforge.lint.report import Report

if TYPE_CHECKING:
    from planforge.output.findings import Style

NAME = "junit"
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def format_report(report: Report, style: Style) -> str:
    """Return one test suite; remarks (info) are no failures and go into the output of the case."""
    failures = [finding for finding in report.findings if finding.severity is not Severity.INFO]
    root = Element("testsuites", name="planforge")
    suite = SubElement(root, "testsuite", name="planforge", tests=str(len(report.files)), failures=str(len(failures)))
    by_path: dict[str, list[Finding]] = {path: [] for path in report.files}
    for finding in report.findings:
        by_path.setdefault(finding.place.path, []).append(finding)
    for path, findings in by_path.items():
        _case(suite, path, findings)
    indent(root)
    encoding = "us-ascii" if style.ascii_only else "unicode"
    text = tostring(root, encoding=encoding)
    return text.decode("ascii") if isinstance(text, bytes) else text


def _case(suite: Element, path: str, findings: list[Finding]) -> None:
    case = SubElement(suite, "testcase", classname="planforge", name=path)
    for finding in findings:
        if finding.severity is not Severity.INFO:
            failure = SubElement(case, "failure", type=finding.code, message=_clean(finding.message))
            failure.text = _clean(_line(finding))
    remarks = [_line(finding) for finding in findings if finding.severity is Severity.INFO]
    if remarks:
        SubElement(case, "system-out").text = _clean("\n".join(remarks))


def _line(finding: Finding) -> str:
    return f"{finding.place} {finding.code} {finding.message}"


def _clean(text: str) -> str:
    return _NOT_XML.sub("�", text)
