"""Bytes to characters: UTF-8 first, then what Chinese offices really send (GB18030, UTF-16 from Windows)."""

from __future__ import annotations

import codecs

from planforge.errors import SourceError
from planforge.source.place import SourceFile

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHER_KINDS = (
    (_OLD_OFFICE, "旧版 Office 文件（.doc、.wps、.xls）", "请在 Word 或 WPS 里另存为 .docx"),
    (b"%PDF-", "PDF", "请用排印它的 Word 文件，或另存为 TXT；planforge inspect 可以量 PDF 的版面"),
    (b"PK\x03\x04", "压缩文件", "Word 文件的后缀应为 .docx；别的请先解压"),
    (b"{\\rtf", "RTF 文件", "请在 Word 或 WPS 里另存为 .docx"),
    (b"\x89PNG", "图片", "请指定规划文件夹，或规划的 YAML、DOCX、TXT、Markdown 文件"),
    (b"\xff\xd8\xff", "图片", "请指定规划文件夹，或规划的 YAML、DOCX、TXT、Markdown 文件"),
)
"""How files that are no text begin, what they are, and what to do."""

_WHOLE_PER_BROKEN = 4
"""GB18030 Chinese has more bytes that break UTF-8 than it has characters that pass for it; damaged UTF-8 has not."""


def decode(path: str, data: bytes) -> SourceFile:
    """Return the file's characters.

    Raises:
        SourceError: when the bytes are no text in any of the encodings, or hold a NUL character.
    """
    for beginning, kind, hint in _OTHER_KINDS:
        if data.startswith(beginning):
            raise SourceError(f"“{path}”应为文本文件，实为{kind}", hint=hint)
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _file(path, _strict(path, data[len(bom) :], encoding), encoding, bom=True)
    try:
        return _file(path, _checked(path, data.decode("utf-8")), "utf-8")
    except UnicodeDecodeError as error:
        _refuse_damaged(path, data, error.start)
    return _file(path, _strict(path, data, "gb18030"), "gb18030")


def _file(path: str, text: str, encoding: str, *, bom: bool = False) -> SourceFile:
    """Return the file; one whose lines end with CR alone, as very old programs write, is read as lines too."""
    if "\r" not in text or "\n" in text:
        return SourceFile(path, text, encoding, bom)
    return SourceFile(path, text.replace("\r", "\n"), encoding, bom, lone_returns=True)


def encode(file: SourceFile, text: str) -> bytes:
    """Return `text` as bytes in the encoding of `file`, so that an edited file stays what it was."""
    bom = next((mark for mark, encoding in _BOMS if encoding == file.encoding), b"") if file.bom else b""
    return bom + (text.replace("\n", "\r") if file.lone_returns else text).encode(file.encoding)


def _strict(path: str, data: bytes, encoding: str) -> str:
    try:
        return _checked(path, data.decode(encoding))
    except UnicodeDecodeError as error:
        raise _unreadable(path) from error


def _refuse_damaged(path: str, data: bytes, at: int) -> None:
    """Raise when this is UTF-8 with a few broken bytes: as GB18030 it would be read, but as nonsense."""
    damaged = data.count(b"\n", 0, at) + 1
    broken = data.decode("utf-8", errors="replace").count("\ufffd")
    whole = sum(character > "\u07ff" for character in data.decode("utf-8", errors="ignore"))
    if whole > _WHOLE_PER_BROKEN * broken:
        hint = "文件可能没有复制完整；请找回完好的文件，或改正这一处后另存为 UTF-8"
        raise SourceError(f"“{path}”第{damaged}行有损坏的字节，不是完整的 UTF-8", hint=hint)


def _checked(path: str, text: str) -> str:
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise SourceError(
            f"“{path}”第{line}行有空字符（NUL），不是文本文件", hint="请确认文件没有损坏，另存为 UTF-8 文本后再试"
        )
    return text


def _unreadable(path: str) -> SourceError:
    return SourceError(f"“{path}”的文字编码无法识别", hint="请在编辑器中另存为 UTF-8 编码")
