"""Every format says the same findings."""

from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from planforge.lint.report import Report
from planforge.output.findings import Style, formats, makers
from tests.rules.sample import lint_text

BAD = "- text: |\n    见{表:没有}，根据某委办发[2017]69号，<b>|达到【待填】家。\n"


@pytest.fixture
def report(tmp_path: Path) -> Report:
    """Three findings, an error and two warnings."""
    return lint_text(BAD, tmp_path)


def test_formats_are_found() -> None:
    """Walking the folder finds all formats."""
    assert set(formats()) == {"text", "json", "sarif", "github", "gitlab", "junit", "markdown", "html"}
    assert set(makers()) == {"docx"}


@pytest.mark.parametrize("name", sorted(set(formats()) - {"json", "sarif"}))
def test_every_finding_is_told(name: str, report: Report) -> None:
    """Each finding's code stands in the output, also on a console without Unicode."""
    for style in (Style(), Style(ascii_only=True)):
        told = formats()[name](report, style)
        assert {finding.code for finding in report.findings} <= set(re.findall(r"PF\d{3}", told))


def test_sarif_has_rules_places_and_fingerprints(report: Report) -> None:
    """A result names its rule by index, its place in characters, and its fingerprint."""
    log = json.loads(formats()["sarif"](report, Style()))
    assert log["version"] == "2.1.0"
    run = log["runs"][0]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    for result, finding in zip(run["results"], report.findings, strict=True):
        assert rules[result["ruleIndex"]] == result["ruleId"] == finding.code
        region = result["locations"][0]["physicalLocation"]["region"]
        assert (region["startLine"], region["startColumn"]) == (finding.place.line, finding.place.column)
        assert result["partialFingerprints"]["planforge/v1"] == finding.fingerprint


def test_junit_is_xml_with_failures(report: Report) -> None:
    """The counts agree with the cases."""
    root = ElementTree.fromstring(formats()["junit"](report, Style()))
    suite = root.find("testsuite")
    assert suite is not None
    assert suite.get("failures") == str(len(suite.findall("testcase/failure"))) == "3"


def test_github_commands_escape_what_would_break_them(report: Report) -> None:
    """One line a finding; colons and commas in fields are escaped."""
    lines = formats()["github"](report, Style()).splitlines()
    assert len(lines) == 3
    assert all(re.match(r"::(error|warning|notice) file=[^:,]+,line=\d+,", line) for line in lines)


def test_markdown_keeps_markup_within_cells(tmp_path: Path) -> None:
    """A message with a bar or a tag stays one cell of text."""
    report = lint_text("- text: |\n    见{表:<b>|a}。\n", tmp_path)
    row = formats()["markdown"](report, Style()).splitlines()[-1]
    assert "\\<b\\>\\|a" in row
    assert len(re.findall(r"(?<!\\)\|", row)) == 5


def test_a_clean_plan_is_said_to_be_clean(tmp_path: Path) -> None:
    """Text and Markdown say that nothing was found."""
    report = lint_text("- text: |\n    完善体系。\n", tmp_path)
    assert formats()["text"](report, Style()) == "没有发现问题（检查了 1 个文件）。"
    assert "没有发现问题" in formats()["markdown"](report, Style())


def test_a_long_place_is_shown_by_its_beginning(tmp_path: Path) -> None:
    """A finding about a long stretch of a line does not print all of it, nor as many marks below it."""
    report = lint_text("- text: |\n    " + "《" * 500 + "》" * 500 + "。\n", tmp_path)
    lines = formats()["text"](report, Style()).splitlines()
    assert report.findings
    assert max(map(len, lines)) < 200
