"""What the page for the web decides before a browser sees it: depths of headings, colours, what may be fetched."""

from __future__ import annotations

import re

import pytest

from planforge.render.house import House
from planforge.render.page import Block, Heading, Line, LineRole, Page, Paragraph, Run
from planforge.render.web.contrast import contrast, readable
from planforge.render.web.headings import heading_depths
from planforge.render.web.html import write_html

TITLE = Line(LineRole.PLAN_TITLE, (Run("某市规划"),))


def _headings(levels: list[int]) -> list[Block]:
    return [Heading(level, (Run("标题"),)) for level in levels]


@pytest.mark.parametrize(
    ("levels", "depths"),
    [
        ([1, 2, 3, 4], [2, 3, 4, 5]),
        ([1, 3, 3, 2, 3], [2, 3, 3, 3, 4]),
        ([2, 3, 1, 4], [2, 3, 2, 3]),
        ([1, 2, 1, 2, 2], [2, 3, 2, 3, 3]),
    ],
)
def test_headings_leave_no_depth_out(levels: list[int], depths: list[int]) -> None:
    assert list(heading_depths([TITLE, *_headings(levels)]).values()) == depths


def test_an_annex_begins_anew() -> None:
    annex = Line(LineRole.ANNEX_TITLE, (Run("任务分工表"),))
    blocks = [TITLE, *_headings([1, 2]), annex, Paragraph((Run("正文"),)), *_headings([2])]
    assert heading_depths(blocks) == {1: 2, 2: 3, 5: 2}


@pytest.mark.parametrize("colour", ["FF0000", "FFFF00", "00FF00", "888888", "FFFFFF"])
def test_a_colour_is_darkened_no_more_than_it_must_be(colour: str) -> None:
    parts = [int(readable(colour)[at : at + 2], 16) for at in (0, 2, 4)]
    assert contrast(parts) >= 4.5
    assert contrast([min(255, round(part * 1.03) + 1) for part in parts]) < 4.6
    assert [part == 0 for part in parts] == [colour[at : at + 2] == "00" for at in (0, 2, 4)], "another hue"


@pytest.mark.parametrize("colour", ["000000", "C00000", "0000FF"])
def test_a_colour_that_can_be_read_stays(colour: str) -> None:
    assert readable(colour) == colour


def test_known_contrasts() -> None:
    """Of WCAG's own examples: black 21 to 1, grey 777777 4.48 to 1."""
    assert contrast([0, 0, 0]) == pytest.approx(21)
    assert contrast([0x77] * 3) == pytest.approx(4.48, abs=0.01)


def test_the_page_forbids_what_it_does_not_need(page: Page, house: House) -> None:
    html = write_html(page, house).decode()
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', html)
    assert policy
    assert policy[1] == "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
    assert not re.search(r"<(script|link|iframe|object|form)\b", html)
