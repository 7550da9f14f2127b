"""The smallest Word file: lines of text as paragraphs, for text that has no Word file of its own."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from xml.sax.saxutils import escape

from planforge.ooxml.names import W
from planforge.patterns import expression

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NOT_XML = expression("[^\t\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TYPES = (
    f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_MAIN}"/></Types>'
)
_LINKS = (
    f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="document" Target="word/document.xml"'
    ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>'
)
_FONTS = '<w:rPr><w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:eastAsia="仿宋"/><w:sz w:val="24"/></w:rPr>'
_BOLD = '<w:rPr><w:rFonts w:eastAsia="黑体"/><w:b/><w:sz w:val="28"/></w:rPr>'


def plain_document(lines: Iterable[tuple[str, bool]]) -> bytes:
    """Return a Word file with one paragraph a line.

    Args:
        lines: the text of each line, and whether it is a title.
    """
    body = "".join(_paragraph(text, title) for text, title in lines)
    document = f'{_HEAD}<w:document xmlns:w="{W}"><w:body>{body}<w:sectPr/></w:body></w:document>'
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name, data in (("[Content_Types].xml", _TYPES), ("_rels/.rels", _LINKS), ("word/document.xml", document)):
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(info, data)
    return made.getvalue()


def _paragraph(text: str, title: bool) -> str:
    # a tab in w:t is a blank to Word; one character for one keeps the columns
    words = escape(_NOT_XML.sub("�", text)).replace("\t", " ")
    level = '<w:pPr><w:keepNext/><w:outlineLvl w:val="0"/></w:pPr>' if title else ""
    run = f'<w:r>{_BOLD if title else _FONTS}<w:t xml:space="preserve">{words}</w:t></w:r>' if words else ""
    return f"<w:p>{level}{run}</w:p>"
