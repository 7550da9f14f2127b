"""版记 (7.4) that fills more than its page, and footnotes above it: right ones pass, a fault is told by its clause."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from planforge.inspect.outcome import Status
from planforge.inspect.run import inspect_file
from planforge.render.build import render_page
from planforge.render.docx.document import write_docx
from planforge.render.houses import find_house
from tests.unit.inspect.printed import CHARACTER, PT, Ruled, Set, Things, conforming
from tests.unit.inspect.test_pdf import gone, inspected, moved
from tests.unit.inspect.told import failed
from tests.unit.render import sample

Change = Callable[[Things], None]
_STEP, _LEFT = 22 * PT, 28 + 14 * PT
_ORGANS = "海东市科技局，海东市教育局，海东财政局，海东统计局，"


def _number(page: int) -> Set:
    x = 184 - 5.54 - 3.165 * 14 * PT if page % 2 else 28 + 5.54
    return Set(page, x, 269 + 0.3 * 14 * PT, f"—\xa0{page}\xa0—", "song", 14, spacing=0)


def on_two_pages(above: int = 27) -> Things:
    """Return pages of which the last two hold 版记; on the last one so many lines stand above those of the printing."""
    things = conforming()
    moved("imprint-*", "printed*", page=6)(things)
    gone("imprint-first", "copies", "copies-2")(things)
    things["imprint-first"] = Ruled(5, 28, 212, 0.35)
    things |= {f"number-{page}": _number(page) for page in (5, 6)}
    label, hanging = Set(5, _LEFT, 218, "抄送：" + _ORGANS, size=14, spacing=0), _LEFT + 3 * 14 * PT
    things["copies-0"] = label
    for at in range(1, 6):
        things[f"copies-{at}"] = Set(5, hanging, 218 + at * _STEP, _ORGANS, size=14, spacing=0)
    for at in range(above):
        text = _ORGANS if at < above - 1 else _ORGANS[:-1] + "。"
        things[f"copies-more-{at}"] = Set(6, hanging, 250 - (above - 1 - at) * _STEP, text, size=14, spacing=0)
    return things


def _closed(things: Things) -> None:
    """Draw the rules with which Word and others close a row that the end of a page cuts."""
    things["cut-below"] = Ruled(5, 28, 262, 0.35)
    things["cut-above"] = Ruled(6, 28, 37, 0.35)


FAULTS: dict[str, tuple[Change, set[str]]] = {
    "none": (lambda things: None, set()),
    "rows closed where they are cut": (_closed, set()),
    "rule left out": (gone("imprint-first", "imprint-middle"), {"7.4.1-b", "7.4.1-d"}),
    "thin last rule": (moved("imprint-last", thick=0.2, dy=0.1), {"7.4.1-b"}),
    "thick rule between": (moved("imprint-middle", thick=0.5), {"7.4.1-c"}),
    "too high": (moved("imprint-last", "imprint-middle", "printed*", "copies-more-*", dy=-6), {"7.4.1-d"}),
    "printing line left out": (gone("printed", "printed-on", "imprint-middle"), set()),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_one_of_two_pages(fault: str, faces: Path, tmp_path: Path) -> None:
    change, clauses = FAULTS[fault]
    things = on_two_pages()
    change(things)
    report = inspected(things, faces, tmp_path)
    assert failed(report) == clauses
    assert report.results["7.4.1-e"].measured == "在第5～6页，共 6 页"
    assert report.results["7.4.2-c"].status is Status.HOLDS


def test_one_that_leaves_its_last_page_empty_had_room_there(faces: Path, tmp_path: Path) -> None:
    assert failed(inspected(on_two_pages(above=4), faces, tmp_path)) == {"7.4.1-e"}


def noted(rule: float) -> Things:
    """Return the conforming pages with two footnotes above 版记, below a rule of so many mm; 0: below none."""
    things = conforming()
    if rule:
        things["note-rule"] = Ruled(4, 28, 216, 0.25, width=rule)
    for at in (0, 1):
        text: Any = things[f"last-{at}"]
        mark = replace(text, x=28 + (10 + at) * CHARACTER, base=text.base - 1.9, text=str(at + 1), size=8, spacing=0)
        things[f"note-mark-{at}"] = mark
        words = f"{at + 1} 指全市规模以上工业企业中建立研发机构、开展研发活动的企业。"
        things[f"note-{at}"] = Set(4, 28, 222 + at * 8, words, size=10.5, spacing=0)
    return things


@pytest.mark.parametrize("rule", [0, 50, 156])
@pytest.mark.parametrize("opens", ["抄送", "主送", "印发"])
def test_footnotes_above_it_are_neither_text_nor_part_of_it(opens: str, rule: int, faces: Path, tmp_path: Path) -> None:
    """Nor is the rule above them one of its rules, however near and wide."""
    things = noted(rule)
    if opens == "主送":
        copies: Any = things["copies"]
        things["copies"] = replace(copies, text=copies.text.replace("抄送", opens))
    if opens == "印发":
        gone("copies", "copies-2", "imprint-first")(things)
        moved("note-?", "imprint-middle", thick=0.35)(things)
        moved("note-0", "note-1", "note-rule", dy=14)(things)
    assert failed(inspected(things, faces, tmp_path)) == set()


def test_small_text_above_it_that_is_no_footnote_is_text(faces: Path, tmp_path: Path) -> None:
    things = noted(0)
    gone("note-mark-0", "note-mark-1")(things)
    assert "7.3.3-b" in failed(inspected(things, faces, tmp_path))


def test_a_fault_of_one_below_footnotes_is_told(faces: Path, tmp_path: Path) -> None:
    things = noted(50)
    moved("imprint-first", thick=0.2)(things)
    assert failed(inspected(things, faces, tmp_path)) == {"7.4.1-b"}


def _rules(document: Any) -> list[Any]:
    """Return the empty paragraphs that draw a rule."""
    return [
        one for one in document.paragraphs if one._p.find(f"{qn('w:pPr')}/{qn('w:pBdr')}") is not None and not one.text
    ]


def _rule(at: int, **values: Any) -> Callable[[Any], None]:
    return lambda document: (
        _rules(document)[at]
        ._p.pPr.find(qn("w:pBdr"))[0]
        .attrib.update({qn(f"w:{name}"): str(value) for name, value in values.items()})
    )


def _framed(at: int, **values: Any) -> Callable[[Any], None]:
    return lambda document: (
        _rules(document)[at]
        ._p.pPr.find(qn("w:framePr"))
        .attrib.update({qn(f"w:{name}"): str(value) for name, value in values.items()})
    )


def _no_rules(document: Any) -> None:
    for one in _rules(document):
        one._p.getparent().remove(one._p)


WORD_FAULTS: dict[str, tuple[Callable[[Any], None], set[str]]] = {
    "none": (lambda document: None, set()),
    "thick rule between": (_rule(1, sz=8), {"7.4.1-c"}),
    "thin last rule": (_rule(-1, sz=4), {"7.4.1-b"}),
    "red rule": (_rule(0, color="FF0000"), {"7.4.1-d"}),
    "short rule": (_framed(0, w=8000), {"7.4.1-a"}),
    "too high": (_framed(-1, y=14400), {"7.4.1-d"}),
    "no rules": (_no_rules, {"7.4.1-b"}),
}


@pytest.mark.parametrize("fault", WORD_FAULTS)
def test_rules_drawn_by_empty_lines_in_frames_are_its_rules(fault: str, tmp_path: Path) -> None:
    """As our DOCX has them where 版记 stands below the text."""
    change, clauses = WORD_FAULTS[fault]
    house = find_house("panzhengban")
    setup = "margins-37-35"
    data = write_docx(render_page(sample.context(), house), house, house.pages[setup], firm_imprint=True)
    document = Document(io.BytesIO(data))
    change(document)
    document.save(str(tmp_path / "framed.docx"))
    report = inspect_file(tmp_path / "framed.docx", setup)
    assert failed(report) == clauses
    assert report.results["7.4.1-e"].status is Status.NOT_MEASURABLE
