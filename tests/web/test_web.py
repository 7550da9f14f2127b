"""The HTML of every example in a window as narrow as a telephone's, and printed: nothing is wrong with either."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from planforge.lint.engine import lint
from planforge.output.changes.as_html import format_changes
from planforge.output.findings import Style, formats
from planforge.plan.neighbours import read_with_neighbours
from planforge.render.build import render_page
from planforge.render.context import context_of
from planforge.render.houses import find_house
from planforge.render.page import Page
from planforge.render.page_texts import page_text
from planforge.render.web.html import write_html
from planforge.review.compare import compare
from planforge.source.tree import open_plan
from tests.browser import measure, printed
from tests.examples.test_findings import EXAMPLES, NAMES
from tests.unit.render.reading import bare, open_pdf
from tests.word.made import plan_of

AUDIT = Path(__file__).with_name("audit.js").read_text(encoding="utf-8")
_TELEPHONE = 360
"""Pixels; nearly all telephones have as many."""
_KINDS = ("headings", "tables", "language", "pictures", "contrast", "width", "requests", "places")


@cache
def _page(name: str) -> Page:
    read = plan_of(name)
    return render_page(context_of(read.plan, read.tree.read_bytes), find_house(read.plan.house))


def _html(name: str) -> str:
    return write_html(_page(name), find_house(plan_of(name).plan.house)).decode()


def audited(chromium: str, page: str, folder: Path) -> dict[str, list[str]]:
    """Return what is wrong with a page, by kind."""
    found = json.loads(measure(chromium, page, AUDIT, folder, _TELEPHONE))
    assert found.pop("window") == _TELEPHONE
    assert tuple(found) == _KINDS
    return {kind: faults for kind, faults in found.items() if faults}


@pytest.mark.parametrize("name", NAMES)
def test_an_example_reads_well_on_a_telephone(name: str, chromium: str, tmp_path: Path) -> None:
    """Order of headings, heads of tables, words for pictures, contrast, width, landmarks; and nothing is fetched."""
    assert audited(chromium, _html(name), tmp_path) == {}


@pytest.mark.parametrize("report", ["findings", "changes"])
def test_a_report_reads_well_on_a_telephone(report: str, chromium: str, tmp_path: Path) -> None:
    """The pages that lint and diff write."""
    if report == "findings":
        page = formats()["html"](lint(read_with_neighbours(*open_plan(EXAMPLES / "huludao-145"))), Style())
    else:
        page = format_changes(compare(plan_of("panjin-2018").plan, plan_of("panjin-145").plan), False)
    assert audited(chromium, page, tmp_path) == {}


def test_the_audit_finds_what_is_wrong(chromium: str, tmp_path: Path) -> None:
    """A page with a fault of each sort."""
    broken = Path(__file__).with_name("broken.html").read_text(encoding="utf-8")
    found = audited(chromium, broken, tmp_path)
    expected = {
        "headings": ["h3 follows h1", "empty"],
        "tables": ["no head", "no name", "rows of unequal length", "no scope"],
        "language": ["no lang"],
        "pictures": ["no alt", "no title"],
        "contrast": ["2.85 of grey", "1.92 of"],
        "width": ["too wide", "cannot be scrolled by keys"],
        "requests": ["http://127.0.0.1:9/none.png"],
        "places": ["in no landmark", "no name", "leads nowhere", "same twice"],
    }
    for kind, words in expected.items():
        for one in words:
            assert any(one in fault for fault in found[kind]), (kind, one, found[kind])
    assert not any("灰底上的黑字" in fault for fault in found["contrast"]), "black on half a grey can be read"


@pytest.mark.parametrize("name", ["starter", "panjin-2018"])
def test_an_example_prints_whole(name: str, chromium: str, tmp_path: Path) -> None:
    """On A4, every character of the text, none beyond the edge of the paper or its margins."""
    pdf = open_pdf(printed(chromium, _html(name), tmp_path))
    chars = [char for sheet in pdf.pages for char in sheet.chars]
    drawn = bare("".join(char["text"] for char in chars))
    missing = [char for char in set(bare(page_text(_page(name)))) if char not in drawn]
    assert missing == []
    assert len(drawn) >= len(bare(page_text(_page(name))))
    for sheet in pdf.pages:
        assert (round(sheet.width), round(sheet.height)) == (595, 842)
        assert all(char["x0"] > 50 and char["x1"] < sheet.width - 50 for char in sheet.chars)


def test_the_skip_link_leads_past_the_notice(chromium: str, tmp_path: Path) -> None:
    """It is the first thing a key reaches, says where it leads, and is seen when it is reached."""
    page = _html("panjin-2018")
    asked = """(() => {
      const link = document.querySelector("a[href], [tabindex='0'], button, input");
      const hidden = link.getBoundingClientRect().right;
      link.focus();
      const {left, width} = link.getBoundingClientRect();
      const title = document.querySelector(link.getAttribute("href")).querySelector("h1").className;
      return JSON.stringify([link.className, link.ariaLabel, hidden <= 0, left > 0 && width > 50, title]);
    })()"""
    told = json.loads(measure(chromium, page, asked, tmp_path, _TELEPHONE))
    assert told == ["skip", "跳到规划正文", True, True, "plan-title"]
    assert 'class="skip"' not in _html("starter"), "nothing stands before the plan"
