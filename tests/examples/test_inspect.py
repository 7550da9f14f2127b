"""Every example, printed with both page set-ups, holds every must-clause that applies to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from planforge.inspect.outcome import Status
from planforge.inspect.run import inspect_file
from planforge.inspect.setup import SETUPS
from planforge.plan.load import readable_plan
from planforge.render.build import render_page
from planforge.render.context import context_of
from planforge.render.errors import UnavailableError
from planforge.render.formats import Job, output_formats
from planforge.render.houses import find_house, find_profile
from planforge.source.tree import open_plan
from tests.examples.test_build import built_once
from tests.examples.test_findings import EXAMPLES, NAMES


@pytest.mark.parametrize("setup", SETUPS)
@pytest.mark.parametrize("form", ["docx", "pdf"])
@pytest.mark.parametrize("name", NAMES)
def test_no_must_clause_fails(name: str, form: str, setup: str, tmp_path: Path) -> None:
    """Stand-in fonts are told and do not count."""
    if form == "pdf":
        pytest.importorskip("pypdfium2", reason="the extra planforge[inspect] is not installed")
    path = tmp_path / f"{name}.{form}"
    try:
        path.write_bytes(_printed(name, form, setup))
    except UnavailableError as error:
        pytest.skip(error.message)
    report = inspect_file(path, setup)
    failed = [one.message for result in report.of(Status.FAIL, "must") for one in result.findings]
    assert failed == []
    told = [one.message for result in report.of(Status.STAND_IN) for one in result.findings]
    assert not any("pf" in message for message in told), "a face is told by its own name"
    assert report.count(Status.HOLDS) >= 20
    assert len(report.results) == 138


def _printed(name: str, form: str, setup: str) -> bytes:
    tree, main = open_plan(EXAMPLES / name)
    plan = readable_plan(tree, main)
    house = find_house(plan.house)
    if find_profile(house, plan.page) == house.pages[setup]:
        return built_once(name).files[form].data
    page = render_page(context_of(plan, tree.read_bytes), house)
    return output_formats()[form].write(Job(page, house, house.pages[setup])).data
