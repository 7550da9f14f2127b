"""Comments in a copy of a Word file: at the right characters, and nothing else changed."""

from __future__ import annotations

import io
import os
import subprocess
import zipfile
from collections.abc import Mapping
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring
from xml.sax.saxutils import escape

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from planforge.errors import SourceError
from planforge.lint.engine import lint
from planforge.lint.report import Report
from planforge.ooxml.body import body_of
from planforge.ooxml.commenting import Remark, commented
from planforge.ooxml.names import W, w
from planforge.ooxml.package import Package
from planforge.output.findings import Style, makers
from planforge.plan.load import read_plan
from planforge.source.tree import open_plan

_TOUCHED = {"word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}


def _package(body: str, prefix: str = "w", encoding: str = "utf-8", **parts: str) -> bytes:
    """Return a Word file; the body is written with the prefix w."""
    names = f'xmlns{":" if prefix else ""}{prefix}="{W}" xmlns:keep="urn:kept"'
    mark = f"{prefix}:" if prefix else ""
    text = f"<w:document {names}><w:body>{body}<w:sectPr/></w:body></w:document>"
    text = f'<?xml version="1.0" encoding="{encoding}"?>{text.replace("<w:", f"<{mark}").replace("</w:", f"</{mark}")}'
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", text.encode(encoding))
        package.writestr("word/media/picture.png", b"\x89PNG" * 40)
        for name, content in parts.items():
            package.writestr(name, content)
    return made.getvalue()


def _commented(data: bytes, *comments: Remark) -> Package:
    return Package("a.docx", commented(Package("a.docx", data), comments, "核对", "核"))


def _at(line: int, first: int, last: int, words: str = "话") -> Remark:
    return Remark((line, first), (line, last), (words,))


def _document(package: Package) -> Element:
    root = package.xml("word/document.xml")
    assert root is not None
    return root


def _texts(package: Package) -> list[str]:
    return [getattr(block, "text", None) or str(getattr(block, "rows", "")) for block in body_of(package)]


def _ranges(package: Package) -> dict[str, str]:
    """Return the characters between the marks of each comment."""
    found: dict[str, str] = {}
    open_ones: set[str] = set()
    for element in _document(package).iter():
        number = element.get(w("id"), "")
        if element.tag == w("commentRangeStart"):
            open_ones.add(number)
            found[number] = ""
        elif element.tag == w("commentRangeEnd"):
            open_ones.remove(number)
        elif element.tag in (w("t"), w("tab"), w("br")):
            for one in open_ones:
                found[one] += element.text if element.tag == w("t") and element.text else ""
    assert not open_ones
    return found


def _run(text: str, properties: str = "") -> str:
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


BOLD = "<w:rPr><w:b/></w:rPr>"


def test_a_run_is_cut_at_both_ends() -> None:
    """The middle of a run, with its properties on all three parts, blanks at the cut kept."""
    data = _package(f"<w:p><w:r>{BOLD}<w:t>共 165 家 &amp; 多</w:t></w:r></w:p>")
    made = _commented(data, _at(1, 3, 6))
    assert _ranges(made) == {"0": "165"}
    assert _texts(made) == ["共 165 家 & 多"]
    runs = [run for run in _document(made).iter(w("r")) if run.find(w("t")) is not None]
    assert [run.find(f"{w('rPr')}/{w('b')}") is not None for run in runs] == [True, True, True]
    assert all(text.get("{http://www.w3.org/XML/1998/namespace}space") for text in _document(made).iter(w("t")))


@pytest.mark.parametrize("prefix", ["w", "", "ns0"])
def test_the_prefixes_of_the_file_stay(prefix: str) -> None:
    """Also the namespaces that nothing uses, which Word's own marks may name."""
    made = _commented(_package(f"<w:p>{_run('共165家')}</w:p>", prefix), _at(1, 2, 5))
    assert _ranges(made) == {"0": "165"}
    assert b'xmlns:keep="urn:kept"' in (made.data("word/document.xml") or b"")


def test_utf_16_is_read() -> None:
    """It comes back as UTF-8, with the declaration to match."""
    made = _commented(_package(f"<w:p>{_run('共165家')}</w:p>", encoding="utf-16"), _at(1, 2, 5))
    assert _ranges(made) == {"0": "165"}


def test_table_cells_and_inserted_text(tmp_path: Path) -> None:
    """A row is a line, cells are parted by one character, blanks around a cell do not count."""
    cells = "".join(f"<w:tc><w:p>{_run(text)}</w:p></w:tc>" for text in ("企业", " 158 ", "230"))
    body = f"<w:p><w:ins>{_run('标题')}</w:ins></w:p><w:tbl><w:tr>{cells}</w:tr></w:tbl>"
    made = _commented(_package(body), _at(2, 4, 7), _at(2, 8, 11), _at(1, 2, 3))
    assert _ranges(made) == {"0": "158", "1": "230", "2": "题"}


def test_old_comments_stay_and_numbers_go_on() -> None:
    """A part of comments that is there is added to."""
    old = f'<w:comments xmlns:w="{W}"><w:comment w:id="7" w:author="甲"><w:p/></w:comment></w:comments>'
    link = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
    links = f'<Relationships xmlns="x"><Relationship Id="r1" Type="{link}" Target="notes.xml"/></Relationships>'
    parts = {"word/notes.xml": old, "word/_rels/document.xml.rels": links}
    body = f'<w:p><w:commentRangeStart w:id="7"/>{_run("共165家")}<w:commentRangeEnd w:id="7"/></w:p>'
    made = _commented(_package(body.replace("w:id", "w:id"), **parts), _at(1, 2, 5))
    root = made.xml("word/notes.xml")
    assert root is not None
    assert [comment.get(w("id")) for comment in root] == ["7", "8"]
    assert made.data("word/_rels/document.xml.rels") == links.encode()
    assert _ranges(made) == {"7": "共165家", "8": "165"}


def test_what_is_said_is_escaped() -> None:
    """Markup and control characters of the user's words are words."""
    made = _commented(_package(f"<w:p>{_run('共165家')}</w:p>"), _at(1, 2, 5, "<b>&\x08"))
    root = made.xml("word/comments.xml")
    assert root is not None
    assert "".join(root.itertext()) == "<b>&�"


def test_a_document_without_words_still_tells() -> None:
    """The comments hang on a paragraph of their own."""
    assert _ranges(_commented(_package(""), _at(1, 1, 1))) == {"0": ""}
    assert _ranges(_commented(_package(f"<w:p/><w:p>{_run('有')}</w:p>"), _at(1, 1, 1))) == {"0": "有"}


RUNS = st.lists(st.text(st.sampled_from("共165家 &<>é\U0002000b"), max_size=4), min_size=1, max_size=4)


@given(st.lists(RUNS, min_size=1, max_size=4), st.data())
def test_any_stretch_is_found_again(paragraphs: list[list[str]], data: st.DataObject) -> None:
    """Whatever runs a paragraph is cut into: the text stays, and the marks stand around the stretch asked for."""
    body = "".join(f"<w:p>{''.join(_run(text, BOLD if text else '') for text in runs)}</w:p>" for runs in paragraphs)
    lines = ["".join(runs) for runs in paragraphs]
    wanted = []
    for number, line in enumerate(lines, 1):
        if line:
            first = data.draw(st.integers(0, len(line) - 1))
            last = data.draw(st.integers(first + 1, len(line)))
            wanted += [(_at(number, first + 1, last + 1), line[first:last])] * data.draw(st.integers(1, 2))
    made = _commented(_package(body), *(comment for comment, _ in wanted))
    assert ["".join(p.itertext()) for p in _document(made).iter(w("p"))] == lines
    assert list(_ranges(made).values()) == [text for _, text in wanted]


def _parts(data: bytes) -> Mapping[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {info.filename: package.read(info) for info in package.infolist()}


@pytest.fixture
def checked(tmp_path: Path) -> Report:
    """A document of Word's own kind with findings in a paragraph, a table and a heading."""
    document = Document()
    document.add_heading("一、发展目标", 1)
    paragraph = document.add_paragraph("2020年，高新技术企业")
    paragraph.add_run("达到158").bold = True
    paragraph.add_run("家。达到【待填】家。")
    document.add_paragraph("2020年，高新技术企业达到185家，增长10%%。")
    document.add_table(1, 2).cell(0, 1).text = "完善完善体系【待填】"
    document.save(str(tmp_path / "稿.docx"))
    return lint(read_plan(*open_plan(tmp_path / "稿.docx")))


def test_every_finding_is_a_comment_at_its_place(checked: Report) -> None:
    """Its words stand in the comment, its place between the marks; every other part is byte for byte the same."""
    original = next(iter(checked.files.values())).original
    assert original is not None
    data = makers()["docx"](checked, Style())
    made = Package("a.docx", data)
    assert list(_ranges(made).values()) == [checked.text(finding.place) for finding in checked.findings]
    comments = made.xml("word/comments.xml")
    assert comments is not None
    told = ["".join(comment.itertext()) for comment in comments]
    assert len(told) == len(checked.findings) >= 3
    assert all(finding.message in words for finding, words in zip(checked.findings, told, strict=True))
    before, after = _parts(original), _parts(data)
    assert {name: part for name, part in after.items() if name in before and name not in _TOUCHED} == {
        name: part for name, part in before.items() if name not in _TOUCHED
    }
    assert set(after) - set(before) == {"word/comments.xml"}
    assert _texts(made) == _texts(Package("a.docx", original))
    assert makers()["docx"](checked, Style()) == data
    Document(io.BytesIO(data))


def test_word_processors_open_it(checked: Report, tmp_path: Path, soffice: str) -> None:
    """LibreOffice reads the copy and finds the comments in it."""
    (tmp_path / "out.docx").write_bytes(makers()["docx"](checked, Style()))
    profile = f"-env:UserInstallation={(tmp_path / 'lo').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", "fodt", "--outdir", str(tmp_path)]
    # a PDF made earlier in this process left its own font configuration, which has no fonts for other programs
    environment = {name: value for name, value in os.environ.items() if name != "FONTCONFIG_FILE"}
    subprocess.run(
        [*command, str(tmp_path / "out.docx")], check=True, env=environment, capture_output=True, timeout=120
    )
    opened = fromstring((tmp_path / "out.fodt").read_text(encoding="utf-8"))
    notes = [element for element in opened.iter() if element.tag.endswith("}annotation")]
    assert len(notes) == len(checked.findings)


def test_other_text_becomes_a_plain_word_file(tmp_path: Path) -> None:
    """The lines of all files of a plan, findings at their characters."""
    (tmp_path / "plan.yaml").write_text(
        "planforge: 1\ntitle: 某市规划\nchapters:\n  - chapter.yaml\n", encoding="utf-8"
    )
    (tmp_path / "chapter.yaml").write_text("heading: 任务\nbody:\n  - text: |\n      <达到>【待填】家\n", "utf-8")
    report = lint(read_plan(*open_plan(tmp_path)))
    made = Package("a.docx", makers()["docx"](report, Style()))
    assert list(_ranges(made).values()) == [report.text(finding.place) for finding in report.findings] != []
    assert "      <达到>【待填】家" in _texts(made)


def test_one_word_file_at_a_time(checked: Report, tmp_path: Path) -> None:
    """Two cannot be one."""
    from planforge.lint.report import merged

    (tmp_path / "other.txt").write_text("一、目标\n", encoding="utf-8")
    other = lint(read_plan(*open_plan(tmp_path / "other.txt")))
    with pytest.raises(Exception, match="一次只能有一份"):
        makers()["docx"](merged([checked, other]), Style())


def test_what_is_no_word_file_is_refused() -> None:
    """A zip without a document."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr("a.txt", "")
    with pytest.raises(SourceError, match="没有正文"):
        _commented(made.getvalue())
