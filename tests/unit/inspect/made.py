"""A document that meets the standard, made by hand with python-docx and OOXML, not by planforge's writers."""

from __future__ import annotations

import io
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Twips

FANGSONG, KAI, HEI, BIAOSONG, SONG = "仿宋_GB2312", "楷体_GB2312", "黑体", "方正小标宋简体", "宋体"
PROSE = (
    "各地各部门要把科技创新摆在突出位置，围绕重点产业链补齐短板，加大投入，完善政策，强化服务，推动创新成果更多更快转化为现实生产力。"
    "到二〇二五年，全社会研究与试验发展经费投入强度明显提高，企业创新主体地位更加稳固，创新环境持续优化。"
)


class Made:
    """The document under way; parts that tests break are kept by name."""

    def __init__(self) -> None:
        self.document = Document()
        self.parts: dict[str, Any] = {}
        _normal(self.document)
        self._section(self.document.sections[0])

    def paragraph(self, name: str, text: str, face: str = FANGSONG, size: float = 16, **layout: Any) -> Any:
        """Add a paragraph; `layout`: jc, indents in twips, spacing, pitch."""
        made = self.document.add_paragraph()
        _laid_out(made, **layout)
        run_of(made, text, face, size, layout.get("colour"))
        self.parts[name] = made
        return made

    def save(self) -> bytes:
        """Return the file."""
        stream = io.BytesIO()
        self.document.save(stream)
        return stream.getvalue()

    def _section(self, section: Any) -> None:
        section.page_width, section.page_height = Twips(11906), Twips(16838)
        section.top_margin, section.bottom_margin = Twips(2098), Twips(1984)
        section.left_margin, section.right_margin = Twips(1587), Twips(1474)
        section.footer_distance = Twips(1447)
        grid = section._sectPr.find(qn("w:docGrid"))
        if grid is None:
            grid = _add(section._sectPr, "docGrid")
        _set(grid, type="lines", linePitch=579)
        self.document.settings.odd_and_even_pages_header_footer = True
        for footer, jc, indent in ((section.footer, "right", "right"), (section.even_page_footer, "left", "left")):
            footer.is_linked_to_previous = False
            made = footer.paragraphs[0]
            made.style = self.document.styles["Normal"]
            _laid_out(made, jc=jc, pitch=280, **{indent: 280})
            _page_number(made)
            self.parts[f"footer-{jc}"] = made


def conforming() -> Made:
    """Return a document with every common element, each as the standard asks."""
    made = Made()
    made.paragraph("copy-number", "000123", left=0)
    made.paragraph("secrecy", "秘密★1年", HEI)
    made.paragraph("urgency", "特急", HEI)
    # three lines of 28.95 pt stand above; the ink of the mark's 50 pt lies 0.8 × 60 - 0.77 × 50 pt below its top
    made.paragraph("mark", "海东市人民政府文件", BIAOSONG, 48, jc="center", before=46, pitch=1152, colour="FF0000")
    made.paragraph("number", "海政发〔2024〕12号", jc="center", before=878)
    _border(made.parts["number"], "bottom", 12, 8, "FF0000")
    made.paragraph(
        "title",
        "海东市人民政府关于加快\n推进科技创新工作高质量发展的意见",
        BIAOSONG,
        22,
        jc="center",
        pitch=720,
        before=921,
    )
    made.paragraph("recipients", "各县区人民政府，市政府各部门、各直属机构：", before=282)
    made.paragraph("body", PROSE, first=632)
    made.paragraph("heading-1", "一、总体要求", HEI, first=632)
    made.paragraph("heading-2", "（一）主要目标", KAI, first=632)
    made.paragraph("body-2", PROSE, first=632)
    made.paragraph("heading-3", "（二）基本原则", KAI, first=632)
    made.paragraph("body-3", PROSE, first=632)
    made.paragraph("attachments", "附件：1.重点任务分工表", first=632, before=579)
    made.paragraph("attachment-2", "2.主要指标表", left=1600)
    made.paragraph("signature", "海东市人民政府", jc="right", right=1280, before=1158)
    made.paragraph("date", "2024年11月26日", jc="right", right=1280)
    made.paragraph("remark", "（此件公开发布）", first=632)
    for number, name in ((1, "重点任务分工表"), (2, "主要指标表")):
        label = made.paragraph(f"annex-{number}", f"附件{number}", HEI)
        label.paragraph_format.page_break_before = True
        made.paragraph(f"annex-title-{number}", name, BIAOSONG, 22, jc="center", pitch=720, before=579)
        made.paragraph(f"annex-body-{number}", PROSE, first=632, before=579)
    _imprint(made)
    return made


def _imprint(made: Made) -> None:
    made.paragraph("filler", "", pitch=20, size=1)
    table = made.document.add_table(rows=2, cols=1)
    made.parts["imprint"] = table
    properties = table._tbl.tblPr
    for name in ("tblStyle", "tblW", "tblLook"):
        found = properties.find(qn(f"w:{name}"))
        if found is not None:
            properties.remove(found)
    _set(_add(properties, "tblW"), w=8844, type="dxa")
    lines = ({"top": 8, "bottom": 6}, {"top": 6, "bottom": 8})
    copies = (
        "抄送：市委各部门，市人大常委会办公室，市政协办公室，海东军分区，市法院，市检察院，各人民团体，各新闻单位。"
    )
    for row, borders in zip(table.rows, lines, strict=True):
        edges = _add(row.cells[0]._tc.get_or_add_tcPr(), "tcBorders")
        for side, size in borders.items():
            _set(_add(edges, side), val="single", sz=size, space=0, color="000000")
    first, second = (row.cells[0].paragraphs[0] for row in table.rows)
    _laid_out(first, left=1120, hanging=840, right=280, pitch=440)
    run_of(first, copies, FANGSONG, 14)
    _laid_out(second, left=280, pitch=440, tab=8564)
    run_of(second, "海东市人民政府办公室\t2024年11月27日印发", FANGSONG, 14)
    made.parts |= {"copies": first, "printed": second}


def run_of(paragraph: Any, text: str, face: str, size: float, colour: str | None = None) -> Any:
    """Add a run with a Chinese face."""
    run = paragraph.add_run(text)
    properties = run._r.get_or_add_rPr()
    latin = face if face == SONG else "Times New Roman"
    _set(_add(properties, "rFonts"), ascii=latin, hAnsi=latin, eastAsia=face, hint="eastAsia")
    if colour:
        _set(_add(properties, "color"), val=colour)
    if size == 16:
        _set(_add(properties, "spacing"), val=-5)
    _set(_add(properties, "sz"), val=round(2 * size))
    return run


def reface(paragraph: Any, **attributes: Any) -> None:
    """Change the face, size, colour or weight of a paragraph's runs."""
    for run in paragraph.runs:
        properties = run._r.get_or_add_rPr()
        for name, value in attributes.items():
            element = properties.find(qn(f"w:{name}"))
            if element is None:
                element = _add(properties, name)
            _set(element, **({"eastAsia": value} if name == "rFonts" else {"val": value}))


def relay(paragraph: Any, name: str, **attributes: Any) -> None:
    """Change an element of a paragraph's properties (ind, spacing, jc, pBdr …)."""
    properties = paragraph._p.get_or_add_pPr()
    element = properties.find(qn(f"w:{name}"))
    if element is None:
        element = _add(properties, name)
    _set(element, **attributes)


def retext(paragraph: Any, text: str) -> None:
    """Change the words of a paragraph's first run."""
    paragraph.runs[0].text = text


def _normal(document: Any) -> None:
    style = document.styles["Normal"].element
    properties = style.get_or_add_pPr()
    for name in ("autoSpaceDE", "autoSpaceDN", "snapToGrid"):
        _set(_add(properties, name), val=0)
    _set(_add(properties, "spacing"), before=0, after=0, line=579, lineRule="exact")
    _set(_add(properties, "jc"), val="both")


def _laid_out(paragraph: Any, **layout: Any) -> None:
    indents: dict[str, Any] = {key: layout[key] for key in ("left", "right", "hanging") if key in layout}
    if "first" in layout:
        indents |= {"firstLine": layout["first"], "firstLineChars": 200}
    if indents:
        relay(paragraph, "ind", **indents)
    spacing = {"before": layout.get("before", 0), "line": layout.get("pitch", 579), "lineRule": "exact"}
    relay(paragraph, "spacing", **spacing)
    if "jc" in layout:
        relay(paragraph, "jc", val=layout["jc"])
    if "tab" in layout:
        tabs = _add(paragraph._p.get_or_add_pPr(), "tabs")
        _set(_add(tabs, "tab"), val="right", pos=layout["tab"])


def _border(paragraph: Any, side: str, size: int, space: int, colour: str) -> None:
    borders = _add(paragraph._p.get_or_add_pPr(), "pBdr")
    _set(_add(borders, side), val="single", sz=size, space=space, color=colour)


def _page_number(paragraph: Any) -> None:
    run_of(paragraph, "— ", SONG, 14)
    for kind in ("begin", "code", "separate", "1", "end"):
        run = run_of(paragraph, "1" if kind == "1" else "", SONG, 14)
        if kind == "code":
            code = _add(run._r, "instrText")
            code.text = " PAGE "
        elif kind != "1":
            _set(_add(run._r, "fldChar"), fldCharType=kind)
    run_of(paragraph, " —", SONG, 14)


def _add(parent: Any, name: str) -> Any:
    element = OxmlElement(f"w:{name}")
    parent.append(element)
    return element


def _set(element: Any, **attributes: Any) -> None:
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), str(value))
