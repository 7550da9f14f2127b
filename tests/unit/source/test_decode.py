"""Files as offices really send them: encodings, marks, line ends, sizes, places outside the folder."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from planforge.errors import SourceError
from planforge.source import tree as tree_module
from planforge.source.decode import decode, encode
from planforge.source.tree import Tree, open_plan

TEXT = "标题：某市“十四五”规划\n"


@pytest.mark.parametrize(
    ("data", "encoding", "bom"),
    [
        (TEXT.encode(), "utf-8", False),
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8", True),
        (TEXT.encode("gb18030"), "gb18030", False),
        (b"\x84\x31\x95\x33" + TEXT.encode("gb18030"), "gb18030", True),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16-le", True),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16-be", True),
    ],
)
def test_text_survives_reading_and_writing(data: bytes, encoding: str, bom: bool) -> None:
    """Every encoding is recognised, and writing the text back gives the same bytes."""
    file = decode("a.yaml", data)
    assert (file.text, file.encoding, file.bom) == (TEXT, encoding, bom)
    assert encode(file, file.text) == data


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_lines_that_end_with_cr_alone_are_lines(encoding: str) -> None:
    """A file of very old programs has the lines that an editor shows, and is written back with its own line ends."""
    data = "标题\r第二行\r".encode(encoding)
    file = decode("a.txt", data)
    assert (file.lines, file.line(2), file.position(3)) == (3, "第二行", (2, 1))
    assert encode(file, file.text) == data


def test_a_return_among_other_line_ends_stays_what_it_is() -> None:
    """Only a file without any LF ends its lines with CR."""
    text = "标题\r副题\n第二行\r\n"
    file = decode("a.txt", text.encode())
    assert (file.text, file.lines, encode(file, file.text)) == (text, 3, text.encode())


@pytest.mark.parametrize("data", [b"\xff\xff\xff\x00", b"a: 1\n\x00", codecs.BOM_UTF8 + b"\xff"])
def test_what_is_no_text_is_refused_in_one_sentence(data: bytes) -> None:
    """Bytes that are no text give one message that names the file."""
    with pytest.raises(SourceError, match=r"“坏\.yaml”") as caught:
        decode("坏.yaml", data)
    assert caught.value.hint


def test_a_file_that_is_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No more than the limit is ever read."""
    monkeypatch.setattr(tree_module, "MAX_FILE_BYTES", 1024 * 1024)
    (tmp_path / "a.yaml").write_bytes(b"#" * (1024 * 1024 + 1))
    with pytest.raises(SourceError, match="太大"):
        Tree(tmp_path).read("a.yaml")


@pytest.mark.parametrize("path", ["../out.yaml", "/etc/hostname", "sub/../../out.yaml", "..\\out.yaml", "link.yaml"])
def test_nothing_outside_the_folder_is_read(path: str, tmp_path: Path) -> None:
    """Neither dots nor absolute paths nor links lead out of the plan's folder."""
    folder = tmp_path / "plan"
    folder.mkdir()
    (tmp_path / "out.yaml").write_text("secret", encoding="utf-8")
    (folder / "link.yaml").symlink_to(tmp_path / "out.yaml")
    with pytest.raises(SourceError, match="文件夹之外"):
        Tree(folder).read(path)


def test_a_folder_in_place_of_a_file_is_told(tmp_path: Path) -> None:
    """A folder is no file."""
    (tmp_path / "chapters").mkdir()
    with pytest.raises(SourceError, match="不是普通文件"):
        Tree(tmp_path).read("chapters")


def test_a_plan_is_a_folder_or_a_file(tmp_path: Path) -> None:
    """Both name the same main file; anything else is told."""
    (tmp_path / "plan.yaml").write_text("planforge: 1\n", encoding="utf-8")
    assert open_plan(tmp_path)[1] == open_plan(tmp_path / "plan.yaml")[1] == "plan.yaml"
    with pytest.raises(SourceError, match="找不到"):
        open_plan(tmp_path / "没有")
    (tmp_path / "empty").mkdir()
    with pytest.raises(SourceError, match=r"没有 plan\.yaml"):
        open_plan(tmp_path / "empty")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "旧版 Office 文件"),
        (b"%PDF-1.7\n", "实为PDF"),
        (b"PK\x03\x04" + bytes(40), "压缩文件"),
        (b"{\\rtf1\\ansi", "RTF"),
        (b"\x89PNG\r\n\x1a\n" + bytes(40), "图片"),
    ],
)
def test_a_file_of_another_kind_is_called_by_its_name(data: bytes, words: str) -> None:
    with pytest.raises(SourceError, match=words) as caught:
        decode("规划.doc", data)
    assert caught.value.hint
