"""Letters that meet 10.1, made by hand: a PDF of two pages, a DOCX with a text box and drawn lines."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.unit.inspect.made import BIAOSONG, FANGSONG, HEI, PROSE, Made, relay, run_of
from tests.unit.inspect.printed import CHARACTER, FIRST_BASE, LINE, PT, Ruled, Set, Things, centred

MARK, NUMBER, TITLE = "海东市人民政府办公室", "海政办函〔2024〕12号", "海东市人民政府办公室关于报送材料的函"
COPIES = "抄送：市委各部门，市人大常委会办公室，市政协，海东军分区。"
_RED = "#f00"
_EMU_PER_MM, _EMU_PER_PT = 36_000, 12_700
_SPACES = nsdecls("w") + "".join(
    f' xmlns:{name}="http://schemas.openxmlformats.org/drawingml/2006/{kind}"'
    for name, kind in (("wp", "wordprocessingDrawing"), ("a", "main"))
)
_SPACES += ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'


def pdf_letter() -> Things:
    """Return a letter of two pages with all three marks at its left."""
    upper = round(30.8 + 0.89 * 40 * PT + 4, 2)
    first = upper + 1.6 + 4.84 + 0.77 * 16 * PT
    third = first + 2 * LINE
    title = third + 1 + 20.78 + 0.79 * 22 * PT
    body = title + 6 + LINE + 0.77 * 16 * PT
    things: Things = {
        "mark": replace(centred(1, 30 + 0.79 * 40 * PT, MARK, "biaosong", 40, _RED), x=105 - 10 * 20 * PT),
        "upper-thick": Ruled(1, 20, upper, 0.9, 170, _RED),
        "upper-thin": Ruled(1, 20, upper + 1.3, 0.3, 170, _RED),
        "copy-number": Set(1, 28, first, "000123"),
        "number": Set(1, 184 - (10 * 16 - 14 * 0.25) * PT, first, NUMBER),
        "secrecy": Set(1, 28, first + LINE, "秘密★1年", "hei"),
        "urgency": Set(1, 28, third, "特急", "hei"),
        "title": centred(1, title, TITLE, "biaosong", 22),
        "recipients": Set(1, 28, body, "各县区人民政府："),
        "lower-thin": Ruled(1, 20, 275.4, 0.3, 170, _RED),
        "lower-thick": Ruled(1, 20, 276.1, 0.9, 170, _RED),
        "copies": Set(2, 28 + 14 * PT, 260.5, COPIES, size=14, spacing=0),
        "page-2": Set(2, 28 + 5.54, 269 + 0.3 * 14 * PT, "—\xa02\xa0—", "song", 14, spacing=0),
    }
    for page, lines, base in ((1, 12, body + LINE), (2, 3, FIRST_BASE)):
        for at in range(lines):
            cut = (PROSE * 12)[at * 28 : at * 28 + (28 if at else 26)]
            things[f"body-{page}-{at}"] = Set(page, 28 if at else 28 + 2 * CHARACTER, base + at * LINE, cut)
    return things


def word_letter() -> Made:
    """Return a letter as offices make it: the mark in a text box, one rule a border, the other two drawn lines."""
    made = Made()
    host = made.paragraph("host", "", pitch=20)
    # the ink of 40 pt in lines of 48 pt lies 7.6 pt below the line's top: 30 mm from the paper's edge
    box = made.paragraph("mark", MARK, BIAOSONG, 40, jc="center", pitch=960, colour="FF0000")
    made.parts["box"] = _box(30 * _EMU_PER_MM - round(7.6 * _EMU_PER_PT), box)
    run_of(host, "", FANGSONG, 1)._r.append(made.parts["box"])
    rule = made.paragraph("rule", "", pitch=20, before=522, left=-454, right=-340)
    made.parts["edge"] = _edge(rule, "thickThinSmallGap")
    row = made.paragraph("row", "000123\t", before=58, tab=8845)
    run_of(row, NUMBER, FANGSONG, 16)
    made.paragraph("secrecy", "秘密★1年", HEI)
    made.paragraph("urgency", "特急", HEI)
    made.paragraph("title", TITLE, BIAOSONG, 22, jc="center", pitch=720, before=871)
    made.paragraph("recipients", "各县区人民政府：", before=282)
    made.paragraph("body", PROSE, first=632)
    made.paragraph("copies", COPIES, FANGSONG, 14, left=1120, hanging=840, right=280, pitch=440)
    section = made.document.sections[0]
    section.different_first_page_header_footer = True
    foot = section.first_page_footer
    foot.is_linked_to_previous = False
    for name, y, weight in (("thin", 275.9, 0.75), ("thick", 276.7, 2.25)):
        made.parts[name] = _line(y, weight)
        run_of(foot.paragraphs[0], "", FANGSONG, 1)._r.append(made.parts[name])
    return made


def _edge(paragraph: Any, kind: str) -> Any:
    relay(paragraph, "pBdr")
    edge = parse_xml(f'<w:bottom {nsdecls("w")} w:val="{kind}" w:sz="18" w:space="0" w:color="FF0000"/>')
    paragraph._p.pPr[-1].append(edge)
    return edge


def _anchor(y: float, height: int, shape: str) -> Any:
    return parse_xml(
        f'<w:drawing {_SPACES}><wp:anchor><wp:positionH relativeFrom="page"><wp:align>center</wp:align></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{round(y)}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{170 * _EMU_PER_MM}" cy="{height}"/><a:graphic><a:graphicData><wps:wsp>{shape}</wps:wsp>'
        f"</a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )


def _box(y: int, paragraph: Any) -> Any:
    drawing = _anchor(y, 700_000, '<wps:txbx><w:txbxContent/></wps:txbx><wps:bodyPr tIns="0"/>')
    drawing.find(f".//{{{paragraph._p.nsmap['w']}}}txbxContent").append(paragraph._p)
    return drawing


def _line(y: float, weight: float) -> Any:
    fill = '<a:solidFill><a:srgbClr val="FF0000"/></a:solidFill>'
    shape = f'<wps:spPr><a:ln w="{round(weight * _EMU_PER_PT)}">{fill}</a:ln></wps:spPr>'
    return _anchor(y * _EMU_PER_MM, 0, shape)
