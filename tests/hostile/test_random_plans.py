"""Any valid plan is read without an error, and its DOCX, HTML and PDF carry the text of its page."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from planforge.lint.configuration import Configuration
from planforge.lint.engine import lint
from planforge.lint.fixes import fixed_files
from planforge.lint.report import Report
from planforge.plan.load import read_plan, readable_plan
from planforge.render.build import render_page
from planforge.render.context import context_of
from planforge.render.formats import Job, output_formats
from planforge.render.houses import find_house, find_profile
from planforge.render.page_texts import page_text
from planforge.source.problem import ProblemKind
from planforge.source.tree import open_plan
from tests.hostile.command import assert_well_behaved, run
from tests.hostile.materials import word
from tests.hostile.random_plans import plans
from tests.unit.render.reading import bare, docx_text, html_text, pdf_text

_FEW = settings(
    max_examples=15,
    phases=[Phase.explicit, Phase.generate, Phase.shrink],
    deadline=None,
    suppress_health_check=list(HealthCheck),
    derandomize=True,
)
_FEWER = settings(_FEW, max_examples=4, phases=[Phase.generate])  # a PDF takes too long to try smaller plans
_BAD = {ProblemKind.SYNTAX, ProblemKind.SCHEMA, ProblemKind.UNKNOWN_KEY, ProblemKind.FORBIDDEN_YAML, ProblemKind.LAYOUT}


def _job(text: str) -> Job:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "plan.yaml").write_text(text, encoding="utf-8")
        tree, main = open_plan(Path(folder))
        plan = readable_plan(tree, main)
        house = find_house(plan.house)
        return Job(render_page(context_of(plan, tree.read_bytes), house), house, find_profile(house, plan.page))


def _report(folder: Path) -> Report:
    return lint(read_plan(*open_plan(folder)), Configuration())


@_FEW
@given(text=plans())
def test_a_valid_plan_is_read_and_checked(text: str) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "plan.yaml").write_text(text, encoding="utf-8")
        reading = read_plan(*open_plan(folder))
        assert [problem.message for problem in reading.problems if problem.kind in _BAD] == []
        assert reading.plan is not None
        for finding in lint(reading, Configuration()).findings:
            assert finding.message
            assert 1 <= finding.place.line <= text.count("\n") + 1


@_FEW
@given(text=plans())
def test_docx_and_html_carry_the_text_of_the_page(text: str) -> None:
    job, formats = _job(text), output_formats()
    expected = bare(page_text(job.page))
    assert bare(docx_text(formats["docx"].write(job).data)) == expected
    assert bare(html_text(formats["html"].write(job).data)) == expected


@_FEWER
@given(text=plans())
def test_pdf_carries_the_text_of_the_page(text: str) -> None:
    pytest.importorskip("weasyprint", reason="the extra planforge[pdf] is not installed", exc_type=ImportError)
    job = _job(text)
    assert pdf_text(output_formats()["pdf"].write(job).data, job.page) == bare(page_text(job.page))


@_FEW
@given(text=plans())
def test_mending_twice_is_mending_once_and_comments_stay(text: str) -> None:
    """A second run finds nothing to do, unless two fixes overlapped and one had to wait; a third never does."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "plan.yaml").write_text(text, encoding="utf-8")
        some_waited, _ = _mend(folder)
        _, again = _mend(folder)
        assert some_waited or not again
        assert _mend(folder) == (False, set())
        assert (folder / "plan.yaml").read_text(encoding="utf-8").startswith("# 这一行注释要留下\n")


def _mend(folder: Path) -> tuple[bool, set[str]]:
    """Make all fixes that go together; return whether some had to wait, and the rules of what could be mended."""
    report = _report(folder)
    fixable = [finding.code for finding in report.findings if finding.fix is not None]
    changed = fixed_files(report, unsafe=True)
    for file in changed:
        file.save()
    return sum(file.mended for file in changed) < len(fixable), set(fixable)


def _told(data: bytes, name: str, commands: Iterable[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / name).write_bytes(data)
        for command in commands:
            assert_well_behaved(run([command, name], Path(folder)))


_YAML_LIKE = st.lists(
    st.sampled_from(
        [
            *(
                "planforge: 1\n",
                "title: ",
                "chapters:\n",
                "  - heading: ",
                "    body:\n",
                "      - text: |\n",
                " " * 10,
            ),
            *"{}[]|>'\"#%\n\t\u200b",
            *("- ", ": ", "&a ", "*a ", "!!x ", "? ", "<<: "),
            *("企业", "2025年达到", "35", "家", "。", "{企业@2025}", "indicators:\n", "  企业: {actual: {2020: 1}}\n"),
        ]
    ),
    max_size=30,
).map("".join)


@_FEW
@given(data=st.one_of(st.binary(max_size=200), st.text(max_size=100).map(lambda text: text.encode("utf-8", "replace"))))
def test_any_bytes_as_a_plan(data: bytes) -> None:
    _told(data, "plan.yaml", ("facts",))


@_FEW
@given(text=_YAML_LIKE)
def test_anything_like_a_plan(text: str) -> None:
    _told(text.encode(), "plan.yaml", ("lint",))


@_FEW
@given(data=st.one_of(st.binary(max_size=200), _YAML_LIKE.map(lambda text: text.encode())))
def test_any_bytes_as_a_text_file(data: bytes) -> None:
    _told(data, "a.txt", ("facts",))


_W = st.sampled_from(
    ["p", "r", "t", "tbl", "tr", "tc", "tcPr", "sdt", "ins", "del", "pPr", "pStyle", "gridSpan", "vMerge"]
)
_XML = st.recursive(
    st.sampled_from(["字", "2025年达到35家", ""]),
    lambda inner: st.builds(
        lambda name, value, inside: f'<w:{name} w:val="{value}">{"".join(inside)}</w:{name}>',
        _W,
        st.sampled_from(["1", "-1", "x", "99999999999", "restart", ""]),
        st.lists(inner, max_size=4),
    ),
    max_leaves=25,
)


@_FEW
@given(body=_XML)
def test_any_elements_as_the_body_of_a_word_file(body: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        word(Path(folder), body, "a.docx")
        assert_well_behaved(run(["lint", "a.docx"], Path(folder)))
