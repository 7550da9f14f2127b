"""A conforming PDF passes; a line moved, resized or reset is told by exactly its clause."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from planforge.inspect.outcome import Report, Status
from planforge.inspect.run import inspect_file
from tests.unit.inspect.printed import CHARACTER, FIRST_BASE, LINE, PT, Ruled, Set, Things, conforming, pdf_of
from tests.unit.inspect.told import failed

Change = Callable[[Things], None]


def inspected(things: Things, fonts: Path, folder: Path) -> Report:
    """Return what `inspect` says of a PDF."""
    path = folder / "printed.pdf"
    path.write_bytes(pdf_of(things, fonts))
    return inspect_file(path, "gbt33476")


def moved(*names: str, **values: Any) -> Change:
    """Return a change of things: new values, or shifts of dx and dy millimetres."""

    def change(things: Things) -> None:
        for name in names:
            for key in [key for key in things if key == name or (name.endswith("*") and key.startswith(name[:-1]))]:
                thing: Any = things[key]
                fresh = {k: v for k, v in values.items() if k not in ("dx", "dy")}
                fresh |= {"x": thing.x + values["dx"]} if "dx" in values else {}
                upright = "top" if hasattr(thing, "top") else "base"
                fresh |= {upright: getattr(thing, upright) + values["dy"]} if "dy" in values else {}
                things[key] = replace(thing, **fresh)

    return change


def gone(*names: str) -> Change:
    """Return a change that takes things away."""

    def change(things: Things) -> None:
        for name in names:
            del things[name]

    return change


CHANGES: list[tuple[str, Change]] = [
    ("5.2.1-a", moved("page-2-*", "page-3-*", "last-*", dy=-3)),
    ("5.2.2", moved("number", face="hei")),
    ("5.2.1-e", gone("page-2-21", "page-3-21")),
    ("5.2.4", moved("second-2", colour="#06c")),
    ("7.4.1-e", gone("imprint-first", "imprint-middle", "imprint-last", "copies", "copies-2", "printed", "printed-on")),
    ("7.2.4-b", moved("mark", dy=-1.4)),
    ("7.2.5-a", moved("number", dx=8)),
    ("7.2.5-b", moved("number", text="海政发（2024）12号")),
    ("7.2.5-c", moved("number", text="海政发〔2024〕012号", dx=-1)),
    ("7.2.7-a", gone("rule")),
    ("7.2.7-b", moved("rule", x=38, width=136)),
    ("7.2.7-c", moved("rule", thick=1.2)),
    ("7.3.1-a", moved("title-*", face="hei")),
    ("7.3.1-b", moved("title-*", dx=4)),
    ("7.3.2-a", moved("recipients", dx=11.1)),
    ("7.3.2-b", moved("recipients", text="各县区人民政府，市政府各部门、各直属机构:")),
    ("7.3.3-b", moved("second-*", face="song")),
    ("7.3.3-c", moved("second-0", dx=4)),
    ("7.3.3-e", moved("heading", face="fang")),
    ("7.3.5.1-a", moved("date", "signature", dx=12)),
    ("7.3.5.1-b", moved("signature", dx=-8)),
    ("7.3.5.4", moved("date", text="2024年01月26日")),
    ("7.3.6", moved("remark", x=28)),
    ("7.3.6", moved("remark", text="此件公开发布")),
    ("7.4.1-a", moved("imprint-*", x=38, width=140)),
    ("7.4.1-b", moved("imprint-last", thick=0.2, dy=0.1)),
    ("7.4.1-c", moved("imprint-middle", thick=0.5)),
    ("7.4.1-d", moved("imprint-*", "printed*", "copies*", dy=-8)),
    ("7.4.2-a", moved("copies*", dx=-4.9)),
    ("7.4.2-b", moved("copies-2", text="市法院，市检察院，海东警备区，各人民团体，新闻单位")),
    ("7.4.2-c", moved("copies-2", dx=-3)),
    ("7.4.3-a", moved("printed-on", dx=4)),
    ("7.4.3-b", moved("printed-on", text="2024年01月27日印发")),
    ("7.5-a", moved("number-2", "number-4", face="kai")),
    ("7.5-b", moved("number-2", text="-\xa02\xa0-")),
    ("7.5-c", moved("number-*", dy=3)),
    ("7.5-d", moved("number-2", x=158)),
]


def test_a_conforming_pdf_passes(faces: Path, tmp_path: Path) -> None:
    report = inspected(conforming(), faces, tmp_path)
    assert failed(report) == set()
    assert report.count(Status.HOLDS) > 50
    assert report.count(Status.STAND_IN) >= 8


@pytest.mark.parametrize(("clause", "change"), CHANGES, ids=[f"{at}-{row[0]}" for at, row in enumerate(CHANGES)])
def test_a_changed_line_is_named_by_its_clause(clause: str, change: Change, faces: Path, tmp_path: Path) -> None:
    things = conforming()
    change(things)
    assert failed(inspected(things, faces, tmp_path)) == {clause}


def with_notes(mark: str) -> Things:
    """Return the conforming pages with two footnotes on the second, raised marks in its text."""
    things = conforming()
    for number in range(17, 22):
        del things[f"page-2-{number}"]
    things["page-2-rule"] = Ruled(2, 28, 236, 0.25, width=50)
    for at, line in enumerate((3, 8)):
        text: Any = things[f"page-2-{line}"]
        raised = replace(text, x=28 + (10 + at) * CHARACTER, base=text.base - 1.9, text=mark[at], size=8, spacing=0)
        words = f"{mark[at]} 指全市规模以上工业企业中建立研发机构、开展研发活动的企业，"
        things[f"page-2-mark-{at}"] = raised
        things[f"page-2-note-{at}"] = Set(2, 28, 241 + at * 10, words, size=10.5, spacing=0)
        things[f"page-2-more-{at}"] = Set(2, 28, 246 + at * 10, "不含外地企业的分支机构。", size=10.5, spacing=0)
    return things


@pytest.mark.parametrize("mark", ["12", "①②", "**"])
@pytest.mark.parametrize("ruled", [True, False])
def test_footnotes_are_no_text(mark: str, ruled: bool, faces: Path, tmp_path: Path) -> None:
    """Neither a raised mark nor the words at the foot of the page are measured by the clauses of the text."""
    things = with_notes(mark)
    if not ruled:
        del things["page-2-rule"]
    assert failed(inspected(things, faces, tmp_path)) == set()


def test_small_text_that_is_no_footnote_is_text(faces: Path, tmp_path: Path) -> None:
    """Text set too small at the foot of a page, without a rule or a mark in the text above, is told."""
    things = with_notes("12")
    gone("page-2-rule", "page-2-mark-0", "page-2-mark-1")(things)
    assert "7.3.3-b" in failed(inspected(things, faces, tmp_path))


@pytest.mark.parametrize("names", [("first-*", "second-*", "heading", "page-*", "last-*"), ("page-2-*", "last-*")])
def test_indents_are_measured_from_the_margin_of_their_page(names: Sequence[str], faces: Path, tmp_path: Path) -> None:
    """Text that stands to the right has a wrong margin and right indents; so have even pages of mirrored margins."""
    things = conforming()
    moved(*names, dx=5)(things)
    found = failed(inspected(things, faces, tmp_path))
    assert "5.2.1-b" in found
    assert "7.3.3-c" not in found


@pytest.mark.parametrize(("shift", "cause"), [({"dx": 5}, "5.2.1-b"), ({"dx": -5}, "5.2.1-b"), ({"dy": -5}, "5.2.1-a")])
def test_a_shifted_page_has_one_fault(shift: dict[str, float], cause: str, faces: Path, tmp_path: Path) -> None:
    """All that stands too far to one side is moved by that margin; the other margin is as wide as it can be."""
    things = conforming()
    moved("*", **shift)(things)
    if "dy" in shift:
        moved("number-*", dy=-shift["dy"])(things)
    report = inspected(things, faces, tmp_path)
    assert failed(report) == {cause}
    told = {finding.because for result in report.results.values() for finding in result.findings}
    assert told - {""} == {cause}


NAMES = (
    "海东市科技创新重点项目任务分工和进度安排一览",
    "明细表",
    "海东市科技创新平台主要建设任务和指标分解落实",
    "汇总表",
)


def with_attachments() -> Things:
    """Return the conforming pages with three attachments on the last one; two names need a second line."""
    things = conforming()
    moved("signature", "date", "remark", dy=7 * LINE)(things)
    number = 28 + 5 * CHARACTER
    name = number + (0.75 * 16 - 0.5) * PT
    rows = (
        (28 + 2 * CHARACTER, f"附件：1.{NAMES[0]}"),
        (name, NAMES[1]),
        (number, f"2.{NAMES[2]}"),
        (name, NAMES[3]),
        (number, "3.目标表"),
    )
    base = FIRST_BASE + 4 * LINE
    return things | {f"name-{at}": Set(4, x, base + at * LINE, text) for at, (x, text) in enumerate(rows)}


@pytest.mark.parametrize("change", [moved(), moved("name-3", text="汇总和分析报告表"), gone("name-3"), gone("name-1")])
def test_names_of_attachments_on_two_lines(change: Change, faces: Path, tmp_path: Path) -> None:
    """The second line belongs to the name, wherever it ends: it is no organ that signs, nor is a number below it."""
    things = with_attachments()
    change(things)
    report = inspected(things, faces, tmp_path)
    assert failed(report) == set()
    assert report.results["7.3.5.2-c"].status is Status.NOT_APPLICABLE
    assert report.results["7.3.4-c"].measures == 3


def test_a_name_on_three_lines(faces: Path, tmp_path: Path) -> None:
    """Its second line ends early, before a figure that may not be cut."""
    things = with_attachments()
    second: Any = things["name-3"]
    things["name-3"] = replace(second, text="汇总表以及各县区承担的任务和")
    moved("name-4", "signature", "date", "remark", dy=LINE)(things)
    things["name-more"] = replace(second, base=second.base + LINE, text="（2024年修订版）")
    report = inspected(things, faces, tmp_path)
    assert failed(report) == set()
    assert report.results["7.3.4-c"].measures == 3
    assert report.results["7.3.5.2-c"].status is Status.NOT_APPLICABLE


@pytest.mark.parametrize("name", ["name-1", "name-3", "name-4"])
@pytest.mark.parametrize("shift", [-1.4, 1.4])
def test_lines_of_attachments_stand_below_each_other(name: str, shift: float, faces: Path, tmp_path: Path) -> None:
    things = with_attachments()
    moved(name, dx=shift)(things)
    assert failed(inspected(things, faces, tmp_path)) == {"7.3.4-d"}
