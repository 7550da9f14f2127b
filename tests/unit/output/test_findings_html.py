"""The HTML report: the plan's text with its findings in place, safe, readable, filtered without a script."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from planforge.lint.finding import Finding, Severity
from planforge.lint.report import Report
from planforge.output.findings import Style, formats
from planforge.output.findings.html_style import style_sheet
from planforge.output.html_page import STYLE
from planforge.source.place import SourceFile
from tests.browser import measure
from tests.rules.sample import lint_text

HOSTILE = "<script>alert(1)</script>\"'&"
TEXT = f"- text: |\n    见{{表:没有}}，根据某委办发[2017]69号，{HOSTILE}达到【待填】家。\n"


class _Elements(HTMLParser):
    """Collects tags, text, and the text of marks."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.marks: list[str] = []
        self._marked = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag == "mark":
            self._marked = True
            self.marks.append("")

    def handle_endtag(self, tag: str) -> None:
        self._marked = self._marked and tag != "mark"

    def handle_data(self, data: str) -> None:
        self.words.append(data)
        if self._marked:
            self.marks[-1] += data


def _read(page: str) -> _Elements:
    read = _Elements()
    read.feed(page)
    return read


def _page(report: Report) -> str:
    return formats()["html"](report, Style())


@pytest.fixture
def report(tmp_path: Path) -> Report:
    """An error and two warnings in one hostile line."""
    return lint_text(TEXT, tmp_path)


def test_every_finding_stands_beneath_its_marked_words(report: Report) -> None:
    """Marks hold the words; the whole text is there; links lead somewhere."""
    read = _read(_page(report))
    assert {report.text(finding.place) for finding in report.findings} <= set(read.marks)
    text = "".join(read.words)
    assert all(text.count(finding.message) == 2 for finding in report.findings), "in the list and in place"
    assert all(line in text for file in report.files.values() for line in file.text.splitlines())
    ids = [attributes["id"] for _, attributes in read.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    links = [str(attributes["href"]) for tag, attributes in read.tags if tag == "a"]
    assert links
    assert all(link.removeprefix("#") in ids for link in links)


def test_nothing_of_the_plan_becomes_markup(report: Report) -> None:
    """No script, nothing from elsewhere, a policy that forbids both."""
    page = _page(report)
    read = _read(page)
    assert "script" not in {tag for tag, _ in read.tags}
    assert not [
        tag for tag, attributes in read.tags if any(name.startswith("on") or name == "src" for name in attributes)
    ]
    assert (
        "meta",
        {"http-equiv": "Content-Security-Policy", "content": "default-src 'none'; style-src 'unsafe-inline'"},
    ) in read.tags
    assert HOSTILE in "".join(read.words)
    assert "http" not in page.replace("http-equiv", "")


def test_overlapping_findings_keep_the_text() -> None:
    """Where two findings meet, the worse one colours; no character is lost or doubled."""
    file = SourceFile("a.txt", "甲乙丙丁\n戊")
    places = ((0, 3, Severity.INFO), (1, 2, Severity.ERROR), (2, 6, Severity.WARNING))
    findings = tuple(
        Finding("PF401", "x", severity, f"话{start}", file.span(start, end).place) for start, end, severity in places
    )
    read = _read(_page(Report(findings, {"a.txt": file})))
    marks = [attributes["class"] for tag, attributes in read.tags if tag == "mark"]
    assert list(zip(marks, read.marks, strict=True)) == [
        ("info", "甲"),
        ("error", "乙"),
        ("warning", "丙"),
        ("warning", "丁"),
        ("warning", "戊"),
    ]


def test_a_clean_plan_has_a_page_too(tmp_path: Path) -> None:
    """It says so, and has nothing to filter."""
    page = _page(lint_text("- text: |\n    完善体系。\n", tmp_path))
    assert "没有发现问题" in page
    assert "fieldset" not in {tag for tag, _ in _read(page).tags}


def _colours(sheet: str) -> list[dict[str, str]]:
    """Return the variables by day and by night."""
    found: list[dict[str, str]] = [{}, {}]
    for dark, block in re.findall(r"(dark\) \{ )?:root \{(.*?)\}", sheet.partition("@media print")[0], re.DOTALL):
        found[bool(dark)] |= dict(re.findall(r"--([a-z-]+): (#[0-9a-f]+)", block))
    return [found[0], found[0] | found[1]]


def _luminance(colour: str) -> float:
    digits = colour.lstrip("#")
    digits = digits if len(digits) == 6 else "".join(digit * 2 for digit in digits)
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, two: str) -> float:
    dark, light = sorted(map(_luminance, (one, two)))
    return (light + 0.05) / (dark + 0.05)


def test_colours_can_be_read_by_day_and_by_night() -> None:
    """WCAG 2.2, 1.4.3: 4.5 to 1 for every pair of ink and ground."""
    by_day, by_night = _colours(STYLE + style_sheet(()))
    assert by_day["paper"] != by_night["paper"]
    for colours in (by_day, by_night):
        grounds = ("paper", "soft", "error-mark", "warning-mark", "info-mark")
        pairs = [("ink", ground) for ground in grounds]
        pairs += [(ink, ground) for ink in ("error", "warning", "info", "bad", "good") for ground in ("paper", "soft")]
        assert {pair: ratio for pair in pairs if (ratio := _contrast(colours[pair[0]], colours[pair[1]])) < 4.5} == {}


@pytest.mark.parametrize("width", [360, 1200])
def test_it_fits_the_window(width: int, report: Report, chromium: str, tmp_path: Path) -> None:
    """No sideways scrolling, on a phone or a desk."""
    overflow = "document.documentElement.scrollWidth - window.innerWidth"
    assert int(measure(chromium, _page(report), overflow, tmp_path, width)) <= 0


def test_filters_work_without_a_script(report: Report, chromium: str, tmp_path: Path) -> None:
    """By severity, by family, and down to the lines with findings."""
    notes = "[...document.querySelectorAll('.note')].filter(one => one.offsetHeight).length"
    rows = "[...document.querySelectorAll('.row')].filter(one => one.offsetHeight).length"
    page = _page(report)

    def shown(box: str, what: str) -> int:
        click = f"document.getElementById('{box}').click()" if box else "0"
        return int(measure(chromium, page, f"({click}, {what})", tmp_path))

    by_family = {"PF0": 1, "PF1": 1, "PF5": 1}
    assert shown("", notes) == len(report.findings) == 3
    assert shown("show-error", notes) == report.count(Severity.WARNING)
    assert {family: 3 - shown(f"show-{family}", notes) for family in by_family} == by_family
    assert (shown("", rows), shown("only-found", rows)) == (len(next(iter(report.files.values())).text.split("\n")), 1)
