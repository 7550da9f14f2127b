"""Input too large, too binary or too strange to stand in a case file. Each function writes into the plan's folder."""

from __future__ import annotations

import hashlib
import io
import os
import socket
import struct
import zipfile
import zlib
from pathlib import Path

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
_HEAD = "planforge: 1\ntitle: 某市规划\nchapters:\n  - heading: 任务\n    body:\n      - text: |\n          "


def raw(plan: Path, file: str, hexadecimal: str) -> None:
    """Write bytes."""
    (plan / file).write_bytes(bytes.fromhex(hexadecimal))


def encoded(plan: Path, encoding: str, file: str = "plan.yaml", mark: str = "") -> None:
    """Write the file that is there in another encoding, behind a byte order mark given in hexadecimal digits."""
    text = (plan / file).read_text(encoding="utf-8")
    (plan / file).write_bytes(bytes.fromhex(mark) + text.encode(encoding))


def repeated(plan: Path, words: str, times: int, file: str = "plan.yaml", before: str = _HEAD, after: str = "") -> None:
    """Write the same words many times."""
    (plan / file).write_text(before + words * times + after, encoding="utf-8")


def nested(plan: Path, depth: int, opening: str = "[", closing: str = "]") -> None:
    """Write a plan whose title is nested."""
    title = opening * depth + closing * depth
    (plan / "plan.yaml").write_text(f"planforge: 1\ntitle: {title}\nchapters: []\n", encoding="utf-8")


def indicators(plan: Path, count: int) -> None:
    """Write a ledger, a table of it, and prose that refers to every hundredth indicator."""
    names = [f"第{number}类企业" for number in range(count)]
    ledger = "".join(
        f"{name}:\n  unit: 家\n  actual: {{2020: {number + 10}}}\n  target: {{2025: {number + 20}以上}}\n"
        for number, name in enumerate(names)
    )
    prose = "".join(f"到2025年，{name}达到{{{name}@2025}}。" for name in names[::100])
    text = f"{_HEAD}{prose}\n      - table: 主要指标\n        columns: [指标, 单位, 2020, 2025]\n"
    (plan / "indicators.yaml").write_text(ledger, encoding="utf-8")
    (plan / "plan.yaml").write_text(
        text.replace("chapters:", "indicators: indicators.yaml\nchapters:"), encoding="utf-8"
    )


def chain(plan: Path, length: int) -> None:
    """Write files that include each other in a row."""
    for number in range(length):
        (plan / f"{number}.yaml").write_text(f"- {number + 1}.yaml\n", encoding="utf-8")
    (plan / f"{length}.yaml").write_text("- text: 正文。\n", encoding="utf-8")
    (plan / "plan.yaml").write_text(
        "planforge: 1\ntitle: 某市规划\nchapters:\n  - heading: 任务\n    body: [0.yaml]\n", encoding="utf-8"
    )


def fan(plan: Path, wide: int, levels: int) -> None:
    """Write files each of which includes the next several times: few files, wide ** levels parts."""
    for number in range(levels):
        (plan / f"{number}.yaml").write_text(f"- {number + 1}.yaml\n" * wide, encoding="utf-8")
    (plan / f"{levels}.yaml").write_text("- text: 正文。\n", encoding="utf-8")
    (plan / "plan.yaml").write_text(
        "planforge: 1\ntitle: 某市规划\nchapters:\n  - heading: 任务\n    body: [0.yaml]\n", encoding="utf-8"
    )


def many_files(plan: Path, count: int) -> None:
    """Write a plan of so many files."""
    names = [f"{number}.yaml" for number in range(count)]
    for name in names:
        (plan / name).write_text("- text: 正文。\n", encoding="utf-8")
    body = "".join(f"      - {name}\n" for name in names)
    (plan / "plan.yaml").write_text(
        f"planforge: 1\ntitle: 某市规划\nchapters:\n  - heading: 任务\n    body:\n{body}", encoding="utf-8"
    )


def pipe(plan: Path, file: str) -> None:
    """Make a pipe that nobody writes to."""
    (plan / file).unlink(missing_ok=True)
    os.mkfifo(plan / file)


def listening(plan: Path, file: str) -> None:
    """Make a socket."""
    (plan / file).unlink(missing_ok=True)
    here = Path.cwd()
    os.chdir(plan)  # the name of a socket is short
    try:
        socket.socket(socket.AF_UNIX).bind(file)
    finally:
        os.chdir(here)


def folder(plan: Path, file: str) -> None:
    """Make a folder where a file should be."""
    (plan / file).unlink(missing_ok=True)
    (plan / file).mkdir()


def word(plan: Path, body: str = "", file: str = "文稿.docx", **parts: str) -> None:
    """Write a DOCX with a body and further parts; `__` stands for `/` and `_` for `.` in their names."""
    document = f"<w:document {_W}><w:body>{body}</w:body></w:document>"
    named = {name.replace("__", "/").replace("_", "."): text for name, text in parts.items()}
    _zip(plan / file, {"[Content_Types].xml": _TYPES, "word/document.xml": document} | named)


def zipped(plan: Path, parts: dict[str, str], file: str = "文稿.docx") -> None:
    """Write a zip with exactly these parts."""
    _zip(plan / file, parts)


def word_bomb(plan: Path, megabytes: int, file: str = "文稿.docx") -> None:
    """Write a DOCX whose document unpacks to this much."""
    _zip(plan / file, {"word/document.xml": b"<a>" + b" " * (megabytes * 1024 * 1024) + b"</a>"})


def word_many_parts(plan: Path, count: int, file: str = "文稿.docx") -> None:
    """Write a DOCX of very many parts."""
    _zip(plan / file, {f"word/{number}.xml": b"" for number in range(count)})


def word_nested(plan: Path, depth: int, element: str = "tbl", file: str = "文稿.docx", padded: bool = False) -> None:
    """Write a DOCX of tables (or other elements) within each other; padded, its zip does not look like a bomb."""
    opening, closing = {
        "tbl": ("<w:tbl><w:tr><w:tc>", "<w:p><w:r><w:t>深</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"),
        "sdt": ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
        "ins": ("<w:p>" + "<w:ins>", "</w:ins></w:p>"),
    }[element]
    noise = f"<!--{hashlib.shake_256().hexdigest(200_000)}-->" if padded else ""
    word(plan, noise + opening * depth + closing * depth, file)


def word_wide(plan: Path, rows: int, spans: int, file: str = "文稿.docx") -> None:
    """Write a DOCX with a table whose few cells each claim to cover very many columns."""
    cell = '<w:tc><w:tcPr><w:gridSpan w:val="999999"/></w:tcPr><w:p><w:r><w:t>格</w:t></w:r></w:p></w:tc>'
    word(plan, "<w:tbl>" + f"<w:tr>{cell * spans}</w:tr>" * rows + "</w:tbl>", file)


def cut(plan: Path, file: str = "文稿.docx", keep: float = 0.5) -> None:
    """Keep only the first part of a file."""
    data = (plan / file).read_bytes()
    (plan / file).write_bytes(data[: int(len(data) * keep)])


def png(plan: Path, width: int, height: int, file: str = "图.png", rows: int = 1) -> None:
    """Write such a PNG."""
    (plan / file).write_bytes(png_bytes(width, height, rows))


def png_bytes(width: int, height: int, rows: int = 1) -> bytes:
    """Return the beginning of a grey PNG that claims to be this large."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    data = zlib.compress(b"\0" * (width + 1) * rows)
    chunks = b"".join(_chunk(kind, body) for kind, body in ((b"IHDR", head), (b"IDAT", data), (b"IEND", b"")))
    return b"\x89PNG\r\n\x1a\n" + chunks


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def _zip(path: Path, parts: dict[str, str] | dict[str, bytes]) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    path.write_bytes(buffer.getvalue())


def numbered(plan: Path, words: str, times: int, before: str, file: str = "plan.yaml") -> None:
    """Write words many times, each with its number."""
    text = before + "".join(words.replace("{}", str(number)) for number in range(times))
    (plan / file).write_text(text, encoding="utf-8")
