"""Letters (10.1): ours and those made by hand pass, what is broken is named by exactly its clause."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm

from planforge.inspect.outcome import Report, Status
from planforge.inspect.run import inspect_file
from planforge.inspect.setup import SETUPS
from planforge.render.build import render_page
from planforge.render.errors import UnavailableError
from planforge.render.formats import Job, output_formats
from planforge.render.houses import find_house
from tests.unit.inspect.letters import pdf_letter, word_letter
from tests.unit.inspect.made import Made, relay, retext
from tests.unit.inspect.printed import LINE, Ruled, Set, Things, pdf_of
from tests.unit.inspect.test_pdf import gone, moved
from tests.unit.inspect.told import failed
from tests.unit.render import sample

MARKS: dict[str, Any] = {"copy_number": "000123", "security": "秘密★1年", "urgency": "特急"}
KINDS: dict[str, dict[str, Any]] = {"number alone": {}, "urgency": {"urgency": "特急"}, "all marks": MARKS}
PARTS = {"docx": "abcdefgij", "pdf": "abcdefghij"}
NOT_FOR_LETTERS = ("7.2.4-a", "7.2.4-b", "7.2.5-a", "7.2.5-d", "7.2.7-a", "7.2.7-b", "7.4.1-a", "7.4.1-b", "7.4.1-c",
                   "7.4.1-d", "7.4.1-e", "7.4.3-a", "7.4.3-b")  # fmt: skip


def ours(form: str, setup: str, kind: str) -> bytes:
    """Return a letter as we print it."""
    house = find_house("xinhan")
    page = render_page(sample.context(**{"number": "盘政办函〔2023〕5号", **KINDS[kind]}), house)
    try:
        return output_formats()[form].write(Job(page, house, house.pages[setup])).data
    except UnavailableError as error:
        pytest.skip(error.message)


def inspected(data: bytes, folder: Path, setup: str) -> Report:
    """Return what `inspect` says."""
    path = folder / "letter"
    path.write_bytes(data)
    return inspect_file(path, setup)


def assert_a_letter(report: Report, parts: str) -> None:
    """Everything holds, each part of 10.1 was measured, and what is not for letters does not apply."""
    assert failed(report) == set()
    known = {f"10.1-{part}": report.results[f"10.1-{part}"].status for part in parts}
    assert set(known.values()) <= {Status.HOLDS}, known
    others = {number: report.results[number].status for number in NOT_FOR_LETTERS}
    assert set(others.values()) == {Status.NOT_APPLICABLE}, others


@pytest.mark.parametrize("setup", SETUPS)
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_ours_pass(form: str, kind: str, setup: str, tmp_path: Path) -> None:
    if form == "pdf":
        pytest.importorskip("pypdfium2", reason="the extra planforge[inspect] is not installed")
    parts = PARTS[form] if KINDS[kind] else PARTS[form].replace("e", "")
    assert_a_letter(inspected(ours(form, setup, kind), tmp_path, setup), parts)


def test_one_made_by_hand_passes(tmp_path: Path, faces: Path) -> None:
    assert_a_letter(inspected(pdf_of(pdf_letter(), faces), tmp_path, "gbt33476"), PARTS["pdf"])
    assert_a_letter(inspected(word_letter().save(), tmp_path, "margins-37-35"), PARTS["docx"])


def test_the_title_of_a_letter_is_not_placed_by_a_rule(tmp_path: Path) -> None:
    """7.3.1-b speaks of the red rule below a number; the title of a plan behind the letter is judged by it still."""
    alone = inspected(word_letter().save(), tmp_path, "margins-37-35")
    assert alone.results["7.3.1-b"].status is Status.NOT_APPLICABLE
    behind = inspected(ours("docx", "margins-37-35", "all marks"), tmp_path, "margins-37-35")
    assert behind.results["7.3.1-b"].status is Status.HOLDS


def test_a_letter_of_one_page_has_no_page_numbers(tmp_path: Path, faces: Path) -> None:
    things = {name: thing for name, thing in pdf_letter().items() if thing.page == 1}
    report = inspected(pdf_of(things, faces), tmp_path, "gbt33476")
    assert failed(report) == set()
    assert {report.results[f"7.5-{part}"].status for part in "abcdf"} == {Status.NOT_APPLICABLE}


def with_number(things: Things) -> None:
    """Put a number on the first page."""
    things["page-1"] = Set(1, 184 - 5.54 - 15.6, 270.48, "—\xa01\xa0—", "song", 14, spacing=0)


def down_to_the_rule(things: Things) -> None:
    """Let the text of the first page go on to within 4 mm of the lower rule."""
    last = things["body-1-11"]
    assert isinstance(last, Set)
    more = range(1, int((272 - last.base) / LINE) + 2)
    things |= {f"body-1-{11 + at}": replace(last, base=last.base + at * LINE) for at in more}


def with_rule(things: Things) -> None:
    """Put a rule above the copies."""
    things["imprint"] = Ruled(2, 28, 254, 0.35)


def with_printed(things: Things) -> None:
    """Put organ and date of printing below the copies."""
    things["copies"] = Set(2, 28 + 4.94, 252.5, "抄送：市委各部门。", size=14, spacing=0)
    things["printed"] = Set(2, 28 + 4.94, 260.5, "海东市人民政府办公室2024年11月27日印发", size=14, spacing=0)


_UPPER, _LOWER = ("upper-thick", "upper-thin"), ("lower-thin", "lower-thick")
PDF_CHANGES: dict[str, tuple[str, Callable[[Things], None]]] = {
    "mark too low": ("10.1-a", moved("mark", *_UPPER, "copy-number", "number", "secrecy", "urgency", "title", dy=2)),
    "mark off the middle": ("10.1-a", moved("mark", dx=6)),
    "mark of a document": ("10.1-a", moved("mark", text="海东市人民政府文件", dx=7)),
    "upper rule turned over": ("10.1-b", moved("upper-thick", thick=0.2)),
    "upper rule gone": ("10.1-b", gone(*_UPPER)),
    "lower rule high": ("10.1-c", moved(*_LOWER, dy=-3)),
    "lower rule turned over": ("10.1-c", moved("lower-thin", thick=1.4, top=274.2)),
    "lower rule gone": ("10.1-c", gone(*_LOWER)),
    "rules as wide as the text": ("10.1-d", moved(*_UPPER, x=27, width=156)),
    "rules off the middle": ("10.1-d", moved(*_UPPER, *_LOWER, x=24)),
    "marks indented": ("10.1-e", moved("secrecy", dx=5)),
    "number not at the edge": ("10.1-f", moved("number", dx=-6)),
    "title too near": ("10.1-g", moved("title", "recipients", "body-1-*", dy=-6)),
    "text down to the rule": ("10.1-h", down_to_the_rule),
    "number on the first page": ("10.1-i", with_number),
    "rule above the copies": ("10.1-j", with_rule),
    "printed by": ("10.1-j", with_printed),
    "copies in the middle": ("10.1-j", moved("copies", base=150)),
}


@pytest.mark.parametrize("name", PDF_CHANGES)
def test_a_broken_pdf_is_named_and_no_other(name: str, tmp_path: Path, faces: Path) -> None:
    clause, change = PDF_CHANGES[name]
    things = pdf_letter()
    change(things)
    assert failed(inspected(pdf_of(things, faces), tmp_path, "gbt33476")) == {clause}


def _set(name: str, **values: object) -> Callable[[Made], None]:
    def change(made: Made) -> None:
        for key, value in values.items():
            made.parts[name].set(qn(f"w:{key}"), str(value))

    return change


def _laid(name: str, kind: str, **values: object) -> Callable[[Made], None]:
    return lambda made: relay(made.parts[name], kind, **values)


def _shifted(emu: int, *names: str) -> Callable[[Made], None]:
    def change(made: Made) -> None:
        for name in names:
            offset = next(node for node in made.parts[name].iter() if node.tag.endswith("}posOffset"))
            offset.text = str(int(offset.text) + emu)

    return change


def _higher(made: Made) -> None:
    _shifted(-90_000, "box")(made)
    relay(made.parts["rule"], "spacing", before=380)


def _edge_of_tab(made: Made) -> None:
    made.parts["row"]._p.pPr.find(qn("w:tabs"))[0].set(qn("w:pos"), "8400")


def _numbered(made: Made) -> None:
    made.document.sections[0].different_first_page_header_footer = False
    for part in ("thin", "thick"):
        made.parts["footer-right"].runs[0]._r.append(made.parts[part])


def _short(made: Made) -> None:
    for name in ("thin", "thick"):
        next(node for node in made.parts[name].iter() if node.tag.endswith("}extent")).set("cx", "5616000")


def _ruled(made: Made) -> None:
    relay(made.parts["copies"], "pBdr")
    edge = made.parts["copies"]._p.pPr.find(qn("w:pBdr"))
    edge.append(edge.makeelement(qn("w:top"), {qn("w:val"): "single", qn("w:sz"): "8", qn("w:space"): "0"}))


def _printed(made: Made) -> None:
    made.paragraph("printed", "海东市人民政府办公室　2024年11月27日印发", size=14, left=280, right=280, pitch=440)


def _without(*names: str) -> Callable[[Made], None]:
    def change(made: Made) -> None:
        for name in names:
            made.parts[name].getparent().remove(made.parts[name])

    return change


WORD_CHANGES: dict[str, tuple[str, Callable[[Made], None]]] = {
    "mark too high, all else with it": ("10.1-a", _higher),
    "mark of a document": ("10.1-a", lambda made: retext(made.parts["mark"], "海东市人民政府文件")),
    "upper rule turned over": ("10.1-b", _set("edge", val="thinThickSmallGap")),
    "upper rule gone": ("10.1-b", _without("edge")),
    "lower rule high": ("10.1-c", _shifted(-108_000, "thin", "thick")),
    "lower rule turned over": ("10.1-c", _shifted(60_000, "thin")),
    "lower rule gone": ("10.1-c", _without("thin", "thick")),
    "upper rule as wide as the text": ("10.1-d", _laid("rule", "ind", left=0, right=0)),
    "lower rule as wide as the text": ("10.1-d", _short),
    "marks indented": ("10.1-e", _laid("urgency", "ind", left=320)),
    "number not at the edge": ("10.1-f", _edge_of_tab),
    "title too near": ("10.1-g", _laid("title", "spacing", before=400)),
    "title not in the middle": ("10.1-g", _laid("title", "jc", val="left")),
    "number on the first page": ("10.1-i", _numbered),
    "rule above the copies": ("10.1-j", _ruled),
    "printed by": ("10.1-j", _printed),
}


@pytest.mark.parametrize("name", WORD_CHANGES)
def test_a_broken_docx_is_named_and_no_other(name: str, tmp_path: Path) -> None:
    clause, change = WORD_CHANGES[name]
    made = word_letter()
    change(made)
    assert failed(inspected(made.save(), tmp_path, "margins-37-35")) == {clause}


def _frame(document: Any, **values: object) -> None:
    frame = document.element.body.find(f".//{qn('w:framePr')}")
    for key, value in values.items():
        frame.set(qn(f"w:{key}"), str(value))


def _plain_first_page(document: Any) -> None:
    section = document.sections[0]._sectPr
    section.remove(section.find(qn("w:titlePg")))


def _from_the_mark(document: Any) -> None:
    document.sections[0].top_margin = Mm(30)


OUR_CHANGES: dict[str, tuple[set[str], Callable[[Any], None]]] = {
    "frame moved": ({"10.1-a"}, lambda document: _frame(document, y=1400)),
    "frame too high": ({"10.1-b"}, lambda document: _frame(document, h=1000)),
    "all pages begin where the mark does": ({"5.2.1-a"}, _from_the_mark),
    "no first page": ({"10.1-c", "10.1-i"}, _plain_first_page),
}


@pytest.mark.parametrize("name", OUR_CHANGES)
def test_ours_broken(name: str, tmp_path: Path) -> None:
    """The place of the rule follows from the frame above it; without a first page its footer is not shown."""
    clauses, change = OUR_CHANGES[name]
    document = Document(io.BytesIO(ours("docx", "margins-37-35", "all marks")))
    change(document)
    stream = io.BytesIO()
    document.save(stream)
    assert failed(inspected(stream.getvalue(), tmp_path, "margins-37-35")) == clauses


def test_a_letter_of_one_page_may_begin_where_its_mark_does(tmp_path: Path) -> None:
    """10.1 puts the mark 30 mm from the edge, so that is what many set as its top margin; it is told."""
    document = Document(io.BytesIO(word_letter().save()))
    _from_the_mark(document)
    stream = io.BytesIO()
    document.save(stream)
    report = inspected(stream.getvalue(), tmp_path, "margins-37-35")
    assert failed(report) & {"5.2.1-a", "5.2.1-c", "5.2.1-e"} == set()
    [told] = report.results["5.2.1-a"].findings
    assert told.measured == "信函首页上页边距 30.0 毫米，从标志量起；次页起应为 37 毫米"
