"""What the documents say is so: commands print it, YAML is read without problems, links lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from planforge.plan.load import read_plan
from planforge.source.tree import open_plan
from tests.docs.console import ROOT, matches, prepare, run, steps_of
from tests.rules.sample import lint_text, whole_plan

DOCUMENTS = [ROOT / "README.md", ROOT / "README.zh-CN.md", *sorted((ROOT / "docs").glob("*.md"))]
DOCUMENTS += sorted((ROOT / "docs" / "guide").glob("*.md"))
_YAML = re.compile(r"^```yaml\n(.*?)^```", re.MULTILINE | re.DOTALL)
_BAD = re.compile(r"^## (?P<message>[^\n]+)\n\n```plan\n(?P<plan>.*?)^```", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)")


def _name(document: Path) -> str:
    return document.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("document", [d for d in DOCUMENTS if steps_of(d)], ids=_name)
def test_commands_print_what_the_document_says(document: Path, tmp_path: Path) -> None:
    """Every console block is run in order."""
    folder = prepare(tmp_path)
    for step in steps_of(document):
        printed = run(step, folder)
        assert matches(printed, step.expected), (step.command, "\n".join(printed))


@pytest.mark.parametrize("document", DOCUMENTS, ids=_name)
def test_yaml_is_read_without_problems(document: Path, tmp_path: Path) -> None:
    """Every yaml block that is a plan or a list of blocks is one."""
    for number, block in enumerate(_YAML.findall(document.read_text(encoding="utf-8"))):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / "plan.yaml").write_text(whole_plan(block), encoding="utf-8")
        problems = read_plan(*open_plan(folder)).problems
        assert [problem.message for problem in problems] == [], block


@pytest.mark.parametrize("document", [*DOCUMENTS, ROOT / "CONTRIBUTING.md"], ids=_name)
def test_links_lead_somewhere(document: Path) -> None:
    """Every relative link names a file or folder."""
    for target in _LINK.findall(document.read_text(encoding="utf-8")):
        assert (document.parent / target).exists(), target


COMMON_ERRORS = (ROOT / "docs" / "guide" / "07-common-errors.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(("message", "plan"), _BAD.findall(COMMON_ERRORS))
def test_common_errors_are_what_lint_says(message: str, plan: str, tmp_path: Path) -> None:
    """Each plan of the page gives the message above it."""
    assert message in [finding.message for finding in lint_text(plan, tmp_path).findings]
