"""A PDF that meets the standard (ink on the edges of the 版心), set line by line, not by our writers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path

CHARACTER, LINE, PT = 5.5562, 10.39, 25.4 / 72
FIRST_BASE = 37.6 + 0.77 * 16 * PT
"""Base line of a page's first line: 22 lines of 10.39 mm then reach from 37.5 to 261.3 mm."""
FACES = {
    "fang": "FandolFang-Regular",
    "kai": "FandolKai-Regular",
    "hei": "FandolHei-Regular",
    "biaosong": "FandolSong-Bold",
    "song": "FandolSong-Regular",
}
_ASCENT_LESS_DESCENT = 0.76
"""Of the Fandol faces, in sizes: in a line box of no height the base line lies half of it below the top."""
PROSE = (
    "各地各部门要把科技创新摆在突出位置围绕重点产业链补齐短板"
    "加大投入完善政策强化服务推动创新成果更多更快转化为现实生产力"
)


@dataclass(frozen=True)
class Set:
    """A line of text: page from 1, left edge and base line in mm, size in points."""

    page: int
    x: float
    base: float
    text: str
    face: str = "fang"
    size: float = 16
    colour: str = "#000"
    spacing: float = -0.25
    turn: int = 0

    @property
    def html(self) -> str:
        """The line as an element at its place."""
        top = self.base - _ASCENT_LESS_DESCENT / 2 * self.size * PT
        look = f"font:{self.size}pt/0 {self.face};color:{self.colour};letter-spacing:{self.spacing}pt"
        look += f";transform:rotate({self.turn}deg);transform-origin:0 0" if self.turn else ""
        return f'<p style="left:{self.x:.3f}mm;top:{top:.3f}mm;{look}">{escape(self.text)}</p>'


@dataclass(frozen=True)
class Ruled:
    """A horizontal rule: page, left edge, top and thickness, length in mm."""

    page: int
    x: float
    top: float
    thick: float
    width: float = 156
    colour: str = "#000"

    @property
    def html(self) -> str:
        """The rule as a coloured box."""
        place = f"left:{self.x}mm;top:{self.top}mm;width:{self.width}mm;height:{self.thick}mm"
        return f'<div style="{place};background:{self.colour}"></div>'


Things = dict[str, Set | Ruled]


def centred(page: int, base: float, text: str, face: str, size: float, colour: str = "#000") -> Set:
    """Return a line in the middle of the 版心."""
    wide = len(text) * size * PT
    return Set(page, 106 - wide / 2, base, text, face, size, colour, 0)


def conforming() -> Things:
    """Return four pages: notice, text, and the imprint on the last, even one."""
    things: Things = {
        "mark": centred(1, 72 + 0.79 * 48 * PT, "海东市人民政府文件", "biaosong", 48, "#f00"),
        "number": Set(1, 106 - (9 * 16 - 13 * 0.25) / 2 * PT, 113, "海政发〔2024〕12号"),
        "rule": Ruled(1, 28, 118, 0.5, colour="#f00"),
        "title-1": centred(1, 145.4, "海东市人民政府关于加快", "biaosong", 22),
        "title-2": centred(1, 158, "推进科技创新工作高质量发展的意见", "biaosong", 22),
        "recipients": Set(1, 28, 175, "各县区人民政府，市政府各部门、各直属机构："),
        "heading": Set(1, 28 + 2 * CHARACTER, 175 + 3 * LINE, "一、总体要求", "hei"),
    }
    things |= _paragraph("first", 1, 175 + LINE, 2)
    things |= _paragraph("second", 1, 175 + 4 * LINE, 5)
    for page in (2, 3):
        things |= _paragraph(f"page-{page}", page, FIRST_BASE, 22)
    date = 184 - 4 * CHARACTER - 7 * CHARACTER
    things |= _paragraph("last", 4, FIRST_BASE, 3)
    things["signature"] = Set(4, date, FIRST_BASE + 4 * LINE, "海东市人民政府")
    things["date"] = Set(4, date, FIRST_BASE + 5 * LINE, "2024年11月26日")
    things["remark"] = Set(4, 28 + 2 * CHARACTER, FIRST_BASE + 6 * LINE, "（此件公开发布）")
    return things | _imprint() | dict(_numbers())


def _paragraph(name: str, page: int, base: float, lines: int) -> Things:
    text = PROSE * 12
    cuts = [(0, 26), *((26 + 28 * at, 26 + 28 * (at + 1)) for at in range(lines - 1))]
    return {
        f"{name}-{at}": Set(page, 28 if at else 28 + 2 * CHARACTER, base + at * LINE, text[start:end])
        for at, (start, end) in enumerate(cuts)
    }


def _imprint() -> Things:
    four, left = 14 * PT, 28 + 14 * PT
    copies = (
        "抄送：市委各部门，市人大常委会办公室，市政协，海东军分区，",
        "市法院，市检察院，海东警备区，各人民团体，新闻单位。",
    )
    date_width = 9 * four
    return {
        "copies": Set(4, left, 242, copies[0], size=14, spacing=0),
        "copies-2": Set(4, left + 3 * four, 249, copies[1], size=14, spacing=0),
        "printed": Set(4, left, 258.5, "海东市人民政府办公室", size=14, spacing=0),
        "printed-on": Set(4, 184 - four - date_width, 258.5, "2024年11月27日印发", size=14, spacing=0),
        "imprint-first": Ruled(4, 28, 236, 0.35),
        "imprint-middle": Ruled(4, 28, 252.5, 0.25),
        "imprint-last": Ruled(4, 28, 261.65, 0.35),
    }


def _numbers() -> Iterator[tuple[str, Set]]:
    wide = 3.165 * 14 * PT  # two dashes, a figure, two spaces of a third
    for page in range(1, 5):
        x = 184 - 5.54 - wide if page % 2 else 28 + 5.54
        yield f"number-{page}", Set(page, x, 269 + 0.3 * 14 * PT, f"—\xa0{page}\xa0—", "song", 14, spacing=0)


def pdf_of(things: Things, fonts: Path) -> bytes:
    """Return the PDF; `fonts`: the folder of the Fandol fonts."""
    import weasyprint

    faces = "".join(
        f'@font-face{{font-family:{name};src:url("{(fonts / f"{file}.otf").as_uri()}")}}'
        for name, file in FACES.items()
    )
    style = "@page{size:210mm 297mm;margin:0}section{position:relative;height:297mm;break-after:page}"
    style += "body{margin:0;font-kerning:none}p,div{position:absolute;margin:0;white-space:nowrap}"
    pages = range(1, 1 + max(thing.page for thing in things.values()))
    body = "".join(
        f"<section>{''.join(thing.html for thing in things.values() if thing.page == page)}</section>" for page in pages
    )
    return bytes(weasyprint.HTML(string=f"<style>{faces}{style}</style>{body}").write_pdf())
