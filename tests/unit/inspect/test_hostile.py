"""Files made to do harm end in one message or a bounded report: never in a traceback, never without end."""

from __future__ import annotations

import time
import zlib
from contextlib import suppress
from pathlib import Path

import pytest
from docx.oxml import parse_xml

from planforge.errors import SourceError
from planforge.inspect import pdf_reader
from planforge.inspect.pdf_file import Sheet
from planforge.inspect.run import inspect_file
from tests.unit.inspect.made import PROSE, conforming

pytest.importorskip("pypdfium2", reason="the extra planforge[inspect] is not installed")

_FONT = b"<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>"


def pdf(*objects: bytes) -> bytes:
    """Return a PDF of these objects; the first one is the catalogue."""
    out, starts = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        starts.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    size = len(objects) + 1
    tail = b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF"
    return out + tail % (size, table, size, len(out))


def page(content: bytes, box: bytes = b"0 0 595.28 841.89") -> bytes:
    """Return a PDF of one page."""
    packed = zlib.compress(content, 9)
    sheet = b"<</Type/Page/Parent 2 0 R/MediaBox[%s]/Contents 4 0 R/Resources%s>>" % (box, _FONT)
    stream = b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(packed), packed)
    return pdf(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", sheet, stream)


def many_pages(count: int) -> bytes:
    """Return a PDF that shows one page many times."""
    kids = b"<</Type/Pages/Kids[%s]/Count %d>>" % (b"3 0 R " * count, count)
    return pdf(b"<</Type/Catalog/Pages 2 0 R>>", kids, b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>")


REFUSED = {
    "pages": (many_pages(3000), "多于 2000 页"),
    "shapes": (page(b"0 0 m 10 10 l S\n" * 30_000), "个以上图形"),
    "objects": (page(b"0 0 m 10 10 l S\n" * 50_000), "一页有 50000 个图形和字"),
    "characters": (
        page(b"".join(b"BT /F1 1 Tf %d %d Td (ab) Tj ET\n" % (x, y) for x in range(150) for y in range(150))),
        "个字",
    ),
    "loop": (pdf(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R]/Count 1>>"), "读不出来"),
    "no text": (page(b"0 0 m 10 10 l S"), "没有文字"),
    "no pages": (pdf(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>"), "不是完好的 PDF"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_no_office_writes_is_refused(name: str, tmp_path: Path) -> None:
    data, said = REFUSED[name]
    path = tmp_path / "file.pdf"
    path.write_bytes(data)
    with pytest.raises(SourceError, match=said):
        inspect_file(path)


ODD = {
    "huge page": page(b"BT /F1 12 Tf 9 9 Td (AB) Tj ET", b"0 0 1e30 1e30"),
    "huge numbers": page(b"BT /F1 1e38 Tf 1e38 1e38 Td (AB) Tj ET 1e38 0 m 3e38 0 l S 0 0 1e37 1 re f"),
    "no size": page(b"BT /F1 0 Tf (AB) Tj ET"),
}


@pytest.mark.parametrize("name", ODD)
def test_odd_pages_give_a_report_or_a_message(name: str, tmp_path: Path) -> None:
    path = tmp_path / "file.pdf"
    path.write_bytes(ODD[name])
    with suppress(SourceError):  # “没有文字”, where nothing of the text can be placed
        assert len(inspect_file(path).results) == 138


def test_a_page_without_end_is_left_behind(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def slow(*_: object) -> list[Sheet]:
        time.sleep(2)
        return []

    monkeypatch.setattr(pdf_reader, "MOST_SECONDS", 0.2)
    monkeypatch.setattr(pdf_reader._Reader, "read", slow)
    path = tmp_path / "file.pdf"
    path.write_bytes(page(b""))
    with pytest.raises(SourceError, match="还没有读完"):
        inspect_file(path)


def test_nested_tables_and_long_documents(tmp_path: Path) -> None:
    made = conforming()
    inner = "<w:p/>"
    for _ in range(70):
        inner = f"<w:tbl><w:tr><w:tc>{inner}</w:tc></w:tr></w:tbl>"
    name = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    made.parts["body"]._p.addnext(parse_xml(inner.replace("<w:tbl>", f'<w:tbl xmlns:w="{name}">', 1)))
    for number in range(2000):
        made.paragraph(f"more-{number}", PROSE, first=632)
    path = tmp_path / "file.docx"
    path.write_bytes(made.save())
    assert len(inspect_file(path).results) == 138


def test_a_file_that_the_system_does_not_let_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1.7\n")

    def refused(*_: object, **__: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "open", refused)
    with pytest.raises(SourceError, match=r"a\.pdf”无法读取：磁盘读写出错"):
        inspect_file(path)
