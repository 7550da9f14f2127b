"""Our own DOCX and PDF with every element pass; a clause broken in our DOCX is named, and no other."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Twips

from planforge.inspect.outcome import Report, Status
from planforge.inspect.run import inspect_file
from planforge.inspect.setup import SETUPS
from planforge.render.build import render_page
from planforge.render.errors import UnavailableError
from planforge.render.formats import Job, output_formats
from planforge.render.houses import find_house
from tests.unit.inspect.made import reface, relay, retext
from tests.unit.inspect.told import failed
from tests.unit.render import sample

Change = Callable[[Any], None]


ANNEXES = [sample.annex("附件1", "主要指标表"), sample.annex("附件2", "重点任务分工表")]
KINDS: dict[str, dict[str, Any]] = {
    "annexes": {"annexes": ANNEXES},
    "long annex": {"annexes": [sample.annex("附件", "盘锦市科技创新重点项目任务分工和进度安排及责任单位明细表")]},
    "marks": {"copy_number": "000123", "security": "秘密★1年", "urgency": "特急"},
    "upward": {"signatories": ["王建国"]},
    "three signers": {"signatories": ["王建国", "李文华", "赵晓东"]},
    "joint": {"joint": ["盘锦市财政局"]},
    "short names": {
        "issuer": "盘锦市审计局",
        "joint": ["盘锦市科技局", "盘锦财政局"],
        "signature": {"by": "盘锦市审计局", "on": "2023年12月14日"},
    },
    "three organs": {"joint": ["盘锦市财政局", "盘锦市发展和改革委员会"]},
}

MORE_SIGNERS = {"signatories": ["李某", "王某", "欧阳某某", "司马某某"]}


def printed(form: str, setup: str, kind: str = "annexes") -> bytes:
    """Return the sample as we print it; `kind` "": with signers whose names are not of one length."""
    house = find_house("panzhengban")
    page = render_page(sample.context(**(KINDS[kind] if kind else MORE_SIGNERS)), house)
    try:
        return output_formats()[form].write(Job(page, house, house.pages[setup])).data
    except UnavailableError as error:
        pytest.skip(error.message)


@pytest.fixture(scope="module")
def ours() -> bytes:
    """Our DOCX."""
    return printed("docx", "margins-37-35")


def inspected(data: bytes, folder: Path, setup: str = "margins-37-35") -> Report:
    """Return what `inspect` says."""
    path = folder / "ours"
    path.write_bytes(data)
    return inspect_file(path, setup)


@pytest.mark.parametrize("setup", SETUPS)
@pytest.mark.parametrize("kind", KINDS)
def test_our_docx_passes(kind: str, setup: str, tmp_path: Path) -> None:
    report = inspected(printed("docx", setup, kind), tmp_path, setup)
    assert failed(report) == set()
    assert report.count(Status.HOLDS) >= 60


@pytest.mark.parametrize("kind", KINDS)
def test_our_pdf_passes(kind: str, tmp_path: Path) -> None:
    pytest.importorskip("pypdfium2", reason="the extra planforge[inspect] is not installed")
    report = inspected(printed("pdf", "gbt33476", kind), tmp_path, "gbt33476")
    assert failed(report) == set()
    assert report.count(Status.HOLDS) >= 50


def test_rows_of_signers_end_where_their_names_do(tmp_path: Path) -> None:
    """Names stand below each other, so that only the widest row reaches to one character before the edge."""
    pytest.importorskip("pypdfium2", reason="the extra planforge[inspect] is not installed")
    report = inspected(printed("pdf", "gbt33476", ""), tmp_path, "gbt33476")
    assert failed(report) == set()
    assert report.results["7.2.6-a"].status is Status.HOLDS


def _starting(document: Any, words: str) -> Any:
    return next(paragraph for paragraph in document.paragraphs if paragraph.text.startswith(words))


def _in_imprint(document: Any, words: str) -> Any:
    cells = (cell for row in document.tables[-1].rows for cell in row.cells)
    return next(one for cell in cells for one in cell.paragraphs if words in one.text)


def _paragraph(words: str, change: Callable[[Any], None]) -> Change:
    return lambda document: change(_starting(document, words))


def _footer(document: Any) -> None:
    relay(document.sections[0].footer.paragraphs[0], "jc", val="center")


def _last_rule(document: Any) -> None:
    cell = document.tables[-1].rows[-1].cells[0]
    cell._tc.tcPr.find(qn("w:tcBorders")).find(qn("w:bottom")).set(qn("w:sz"), "18")


def _filler(document: Any) -> None:
    document.tables[-1].rows[0]._tr.trPr.find(qn("w:trHeight")).set(qn("w:val"), "8000")


def _top(document: Any) -> None:
    for section in document.sections:
        section.top_margin = Twips(1440)


CHANGES: dict[str, tuple[str, Change]] = {
    "top margin": ("5.2.1-a", _top),
    "mark colour": ("7.2.4-c", _paragraph("盘锦市人民政府办公室文件", lambda one: reface(one, color="000000"))),
    "mark place": ("7.2.4-b", _paragraph("盘锦市人民政府办公室文件", lambda one: relay(one, "spacing", before=1000))),
    "number brackets": ("7.2.5-b", _paragraph("盘政办发", lambda one: retext(one, "盘政办发[2023]5号"))),
    "number place": ("7.2.5-a", _paragraph("盘政办发", lambda one: relay(one, "jc", val="right"))),
    "title size": ("7.3.1-a", _paragraph("盘锦市“十四五”", lambda one: reface(one, sz=36))),
    "recipients": ("7.3.2-a", _paragraph("各县、区", lambda one: relay(one, "ind", firstLine=640))),
    "body face": ("7.3.3-b", _paragraph("《盘锦市", lambda one: reface(one, rFonts="黑体"))),
    "body indent": ("7.3.3-c", _paragraph("《盘锦市", lambda one: relay(one, "ind", firstLine=0, firstLineChars=0))),
    "heading face": ("7.3.3-e", _paragraph("一、", lambda one: reface(one, rFonts="仿宋_GB2312"))),
    "date place": ("7.3.5.1-a", _paragraph("2023年", lambda one: relay(one, "ind", right=0))),
    "date figures": ("7.3.5.4", _paragraph("2023年", lambda one: retext(one, "2023年02月4日"))),
    "remark": ("7.3.6", _paragraph("（此件", lambda one: relay(one, "ind", firstLine=0, firstLineChars=0))),
    "annex label": ("7.3.7-b", _paragraph("附件2", lambda one: reface(one, rFonts="仿宋_GB2312"))),
    "imprint rule": ("7.4.1-b", _last_rule),
    "imprint place": ("7.4.1-d", _filler),
    "copies": ("7.4.2-b", lambda document: retext(_in_imprint(document, "抄送"), "抄送：市委各部委")),
    "printed": ("7.4.3-b", lambda document: retext_last(_in_imprint(document, "印发"), "2023年2月14日")),
    "page number side": ("7.5-d", _footer),
}


def retext_last(paragraph: Any, text: str) -> None:
    """Change the words of a paragraph's last run."""
    paragraph.runs[-1].text = text


@pytest.mark.parametrize("name", CHANGES)
def test_a_broken_clause_is_named_and_no_other(name: str, ours: bytes, tmp_path: Path) -> None:
    clause, change = CHANGES[name]
    document = Document(io.BytesIO(ours))
    change(document)
    stream = io.BytesIO()
    document.save(stream)
    assert failed(inspected(stream.getvalue(), tmp_path)) == {clause}


def _margins(**twips: int) -> Change:
    def change(document: Any) -> None:
        for section in document.sections:
            for side, width in twips.items():
                setattr(section, f"{side}_margin", Twips(width))

    return change


def _everywhere(name: str, old: str, new: str) -> Change:
    """Return a change of an attribute of w:spacing in all styles and paragraphs that have its usual value."""

    def change(document: Any) -> None:
        for root in (document.styles.element, document.element):
            for spacing in root.iter(qn("w:spacing")):
                if spacing.get(qn(name)) == old:
                    spacing.set(qn(name), new)

    return change


CAUSES: dict[str, tuple[Change, set[str]]] = {
    "left": (_margins(left=1800), {"5.2.1-b"}),
    "right": (_margins(right=1800), {"5.2.1-d"}),
    "both sides": (_margins(left=1800, right=1800), {"5.2.1-b", "5.2.1-d"}),
    "moved to the right": (_margins(left=1587 + 200, right=1474 - 200), {"5.2.1-b"}),
    "lower edge": (_margins(bottom=1440), {"5.2.1-e"}),
    "moved down": (_margins(top=2098 + 200, bottom=1984 - 200), {"5.2.1-a"}),
    "pitch": (_everywhere("w:line", "579", "560"), {"3.2"}),
    "wide pitch": (_everywhere("w:line", "579", "600"), {"5.2.3-a", "C4"}),
    "wide characters": (_everywhere("w:val", "-5", "0"), {"C3"}),
}


@pytest.mark.parametrize("name", CAUSES)
def test_a_cause_is_named_without_its_consequences(name: str, ours: bytes, tmp_path: Path) -> None:
    """What one wrong margin, pitch or advance moves is told beside it and not counted; two wrong ones are two."""
    change, causes = CAUSES[name]
    document = Document(io.BytesIO(ours))
    change(document)
    stream = io.BytesIO()
    document.save(stream)
    path = tmp_path / "ours.docx"
    path.write_bytes(stream.getvalue())
    report = inspect_file(path)
    assert failed(report) == causes
    told = {finding.because for result in report.results.values() for finding in result.findings}
    assert told - {""} <= causes


@pytest.mark.parametrize("setup", sorted(SETUPS))
@pytest.mark.parametrize("form", ["docx", "pdf"])
@pytest.mark.parametrize("name", ["panzhengban", "wenben"])
def test_the_number_of_a_page_turned_sideways(name: str, form: str, setup: str, tmp_path: Path) -> None:
    """It stands where the other pages have it, outside or in the middle; a footer moved along the page is named."""
    house = find_house(name)
    chapter = sample.chapter(3, "附表", [sample.table(40) | {"orientation": "landscape", "id": "横排"}])
    page = render_page(sample.context(*sample.sample_chapters(), chapter), house)
    try:
        data = output_formats()[form].write(Job(page, house, house.pages[setup])).data
    except UnavailableError as error:
        pytest.skip(error.message)
    report = inspected(data, tmp_path, setup)
    assert failed(report) == set()
    assert [report.results[clause].status for clause in ("8-a", "8-b")] == [Status.HOLDS] * 2
    if form == "docx":
        document = Document(io.BytesIO(data))
        for part in document.part.package.iter_parts():
            for place in part.element.iter(qn("w:tblpPr")) if "footer" in str(part.partname) else ():
                place.set(qn("w:tblpY"), "600")
        moved = io.BytesIO()
        document.save(moved)
        assert failed(inspected(moved.getvalue(), tmp_path, setup)) == {"8-a"}
