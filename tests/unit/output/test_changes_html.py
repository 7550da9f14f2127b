"""The HTML report of a comparison: one page that escapes everything, fits a phone and filters without a script."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest

from planforge.output.changes.as_html import format_changes
from planforge.review.change import Action, Area, Change, Judgement
from planforge.review.compare import Comparison
from tests.browser import measure

HOSTILE = '<script>alert(1)</script>"&'
COMPARISON = Comparison(
    (
        Change(
            Area.TARGET, Action.CHANGED, "上云企业（2030年）", "4000家以上", "3800家以上", judgement=Judgement.WEAKER
        ),
        Change(Area.TARGET, Action.ADDED, "智能工厂（2030年）", new="50个以上"),
        Change(Area.PROSE, Action.CHANGED, HOSTILE, f"夯实创新基础{HOSTILE}", "夯实创新根基" * 90),
    ),
    names=("旧", HOSTILE),
)


class _Elements(HTMLParser):
    """Collects start tags and text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def test_nothing_of_the_plan_becomes_markup() -> None:
    """Hostile words stay words, and nothing is loaded from elsewhere."""
    read = _Elements()
    read.feed(format_changes(COMPARISON, False))
    assert "script" not in {tag for tag, _ in read.tags}
    assert not [attributes for _, attributes in read.tags if {"src", "href", "onclick"} & attributes.keys()]
    assert HOSTILE in "".join(read.words)


def test_an_ascii_console_gets_the_same_page() -> None:
    """Characters it cannot carry are written as references."""
    one, two = _Elements(), _Elements()
    one.feed(format_changes(COMPARISON, False))
    page = format_changes(COMPARISON, True)
    two.feed(page)
    assert page.isascii()
    assert "".join(one.words) == "".join(two.words)


@pytest.mark.parametrize("width", [360, 1200])
def test_it_fits_the_window(width: int, chromium: str, tmp_path: Path) -> None:
    """No sideways scrolling, on a phone or a desk."""
    overflow = "document.documentElement.scrollWidth - window.innerWidth"
    assert int(measure(chromium, format_changes(COMPARISON, False), overflow, tmp_path, width)) <= 0


def test_filters_work_without_a_script(chromium: str, tmp_path: Path) -> None:
    """Unticking 正文 hides it; 只看变弱的目标 hides what is not weaker."""
    visible = "[...document.querySelectorAll('tbody tr, article')].filter(one => one.offsetHeight).length"
    page = format_changes(COMPARISON, False)
    shown = [
        measure(chromium, page, f"({action}, {visible})", tmp_path)
        for action in (
            "0",
            "document.getElementById('show-prose').click()",
            "document.getElementById('only-weaker').click()",
        )
    ]
    assert shown == ["3", "2", "1"]
