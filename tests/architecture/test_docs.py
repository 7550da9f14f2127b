"""The pages on contracts keep step with the code: glossary, exit codes, JSON fields, the plan format."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from planforge.cli.main import COMMAND_NAMES
from planforge.errors import ExitCode
from planforge.facts.book import read_facts
from planforge.facts.changes.growth import Kind
from planforge.facts.figures.precision import Comparator
from planforge.facts.statement import Role, Source
from planforge.inspect.outcome import Status
from planforge.inspect.run import inspect_file
from planforge.lint.finding import Safety, Severity
from planforge.output.facts.as_json import fact
from planforge.output.findings import Style
from planforge.output.findings.as_json import format_report
from planforge.output.fonts import as_json as fonts_as_json
from planforge.output.inspections.as_json import format_report as format_inspection
from planforge.plan.load import readable_plan
from planforge.plan.references import Resolver
from planforge.render.font_report import report_fonts
from planforge.render.houses import find_house
from planforge.source.schema import SCHEMA_FILES, read_schema
from planforge.source.tree import open_plan
from tests.rules.sample import lint_text
from tests.unit.inspect.made import conforming

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "planforge"
CONTRADICTION = """\
- text: |
    2020年，高新技术企业达到158家。

    2020年，高新技术企业达到185家。
"""


def _page(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def _marked(text: str) -> set[str]:
    """Return what stands in code marks."""
    return set(re.findall(r"`([^`\n]+)`", text))


def _first_cells(text: str) -> set[str]:
    """Return what stands in code marks in the first cell of a table's rows."""
    return {word for row in re.findall(r"^\| (`[^|]+) \|", text, re.MULTILINE) for word in _marked(row)}


def test_the_glossary_names_what_there_is() -> None:
    """Every identifier in code marks stands in the code, the schemas or a house format."""
    files = [*SOURCE.rglob("*.py"), *(ROOT / "plan_schema").glob("*.json"), *(ROOT / "templates").rglob("*.yaml")]
    known = set(re.findall(r"[A-Za-z]\w*", "\n".join(file.read_text(encoding="utf-8") for file in files)))
    named = {word for word in _marked(_page("docs/glossary.md")) if word.isascii()}
    assert len(named) > 50
    assert named - known == set()


def test_every_exit_code_and_command_has_its_row() -> None:
    """The table of codes and the table of commands are complete, and name nothing that is not there."""
    page = _page("docs/exit-codes.md")
    assert set(re.findall(r"^\| (\d+) \|", page, re.MULTILINE)) == {
        *(str(int(code)) for code in ExitCode),
        "141",
        "143",
    }
    assert _first_cells(page) == set(COMMAND_NAMES)


def _section(page: str, title: str) -> str:
    return re.split(r"^## ", page.partition(f"\n## {title}\n")[2], maxsplit=1, flags=re.MULTILINE)[0]


def test_the_fields_of_findings_are_those_promised(tmp_path: Path) -> None:
    """docs/stability.md names each field of the JSON, and no other."""
    section = _section(_page("docs/stability.md"), "Findings")
    report = json.loads(format_report(lint_text(CONTRADICTION, tmp_path), Style()))
    assert report["version"] == 1
    assert report["findings"]
    assert set(report["findings"][0]) == _first_cells(section)
    assert set(report["summary"]) <= _marked(section)
    assert {level.value for level in (*Severity, *Safety)} <= set(re.findall(r"\w+", section))


def test_the_fields_of_facts_are_those_promised(tmp_path: Path) -> None:
    """Likewise for facts, with all words a field may hold."""
    lint_text(CONTRADICTION, tmp_path)
    section = _section(_page("docs/stability.md"), "Facts")
    statements = read_facts(readable_plan(*open_plan(tmp_path))).statements
    assert set(fact(statements[0])) == _first_cells(section)
    values = {word.value for words in (Kind, Comparator, Role, Source) for word in words}
    assert values <= set(re.findall(r"\w+", section))


def test_the_fields_of_inspections_are_those_promised(tmp_path: Path) -> None:
    """Likewise for inspections."""
    (tmp_path / "made.docx").write_bytes(conforming().save())
    section = _section(_page("docs/stability.md"), "Inspection")
    report = json.loads(format_inspection(inspect_file(tmp_path / "made.docx"), Style()))
    assert set(report["clauses"][0]) == _first_cells(section)
    told = next(row["findings"][0] for row in report["clauses"] if row["findings"])
    assert set(told) | set(report["summary"]) - {status.value for status in Status} <= _marked(section)
    assert {status.value for status in Status} <= set(re.findall(r"[a-z-]+", section))


def test_the_fields_of_fonts_are_those_promised() -> None:
    """Likewise for fonts."""
    section = _section(_page("docs/stability.md"), "Fonts")
    report = json.loads(fonts_as_json(report_fonts(find_house("panzhengban")), ascii_only=False))
    assert set(report) <= _marked(section) | set(re.findall(r'"(\w+)"', section))
    assert set(report["fonts"][0]) == _first_cells(section)


def _keys(schema: Any) -> Iterator[str]:
    """Yield the keys a drafter may write."""
    if isinstance(schema, dict):
        if isinstance(schema.get("properties"), dict):
            yield from schema["properties"]
        for part in schema.values():
            yield from _keys(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from _keys(part)


@pytest.mark.parametrize("name", SCHEMA_FILES)
def test_the_plan_format_names_every_key(name: str) -> None:
    """Each key of the schemas is told on the page of the plan format."""
    told = set(re.findall(r"[a-z_]+", " ".join(_marked(_page("docs/plan-format.md")))))
    assert set(_keys(read_schema(name))) - told == set()


def test_references_print_what_the_plan_format_says(tmp_path: Path) -> None:
    """Each row of the table of references, with the ledger that the page gives."""
    page = _page("docs/plan-format.md")
    example = next(
        block for block in re.findall(r"^```yaml\n(.*?)^```", page, re.MULTILINE | re.DOTALL) if "unit:" in block
    )
    (tmp_path / "plan.yaml").write_text(example, encoding="utf-8")
    resolver = Resolver(readable_plan(*open_plan(tmp_path)).ledger, {})
    rows = re.findall(r"^\| `\{([^`]+@[^`]+)\}` \| ([^ |（]+)", page, re.MULTILINE)
    assert len(rows) > 5
    assert [(written, resolver.print(written)) for written, _ in rows] == rows


def test_both_readmes_run_the_same_tour() -> None:
    """The Chinese README has the console blocks of the English one, and both begin with the two commands."""
    english, chinese = _page("README.md"), _page("README.zh-CN.md")
    blocks = re.compile(r"^```console\n.*?^```", re.MULTILINE | re.DOTALL)
    assert blocks.findall(english) == blocks.findall(chinese)
    for page in (english, chinese):
        commands = re.findall(r"^make (\w+)", page, re.MULTILINE)
        assert commands == ["demo", "test"]
    assert {"demo:", "test:"} <= set(re.findall(r"^\w+:", _page("Makefile"), re.MULTILINE))


@pytest.mark.parametrize("page", ["README.md", "README.zh-CN.md", *(f"docs/{p.name}" for p in ROOT.glob("docs/*.md"))])
def test_no_command_stands_where_it_is_not_run(page: str) -> None:
    """What a reader may type stands in a console block, which is run; only make's targets stand in `sh` blocks."""
    for block in re.findall(r"^```(?:sh|bash|shell)\n(.*?)^```", _page(page), re.MULTILINE | re.DOTALL):
        assert all(line.startswith("make ") for line in block.splitlines()), block


def test_every_dependency_has_its_reason() -> None:
    """ADR 0003 names each library that planforge or one of its extras needs."""
    project = tomllib.loads(_page("pyproject.toml"))["project"]
    wanted = [*project["dependencies"], *(lib for extra in project["optional-dependencies"].values() for lib in extra)]
    names = {re.split(r"[^\w.-]", line, maxsplit=1)[0].lower() for line in wanted}
    reasons = _page("docs/adr/0003-dependencies.md").lower()
    assert {name for name in names if name not in reasons} == set()


def test_the_map_of_facts_names_each_module_once() -> None:
    page = (ROOT / "docs" / "architecture" / "facts.md").read_text(encoding="utf-8")
    folder = ROOT / "src" / "planforge" / "facts"
    named = []
    for row in (line.split("|") for line in page.splitlines() if line.startswith("| ") and "`" in line):
        place = row[1].strip(" `")
        named += [place + name for name in re.findall(r"`([a-z_]+)`", row[3])]
    modules = [path.relative_to(folder).with_suffix("").as_posix() for path in folder.rglob("[a-z]*.py")]
    assert sorted(named) == sorted(modules)
