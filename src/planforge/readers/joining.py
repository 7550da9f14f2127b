"""Puts together paragraphs that a page or a line end has cut: “移动智 / 能终端”."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planforge.patterns import expression
from planforge.readers.marks import begins_structure, figure_mark
from planforge.readers.piece import Piece

_FINISHED = expression(r"[。！？!?；;：:…][”』」’）)\]］]?$")
_PUNCTUATION = expression(r"[，。；：、！？,;:]")
_NUMBER_LINE = expression(r"〔\d{4}〕\s*\d+\s*号(?:\s*附件\s*\d*|\s*签发人[:：].*)?$")
_LONGEST_END = 4
_MOST_TITLE_LINES = 6
_LONG_ENOUGH = 18
"""A cut line is nearly as wide as the page; shorter ones are titles, list items or cells."""
_TITLE_END = expression(
    r"(?:公报|公報|报告|報告|规划|規劃|纲要|綱要|计划|計劃|方案|意见|意見|通知|通报|通報|决定|決定)(?:[\[〔（(][\d—–－~～-]+年?[\]〕）)])?$"
)
_TITLE_GOES_ON = expression(r"和|及|与|暨|（(?!\d{4}年\d{1,2}月\d{1,2}日|[\u4e00-\u9fff]{1,8}稿）$)|的")
_SERIES = expression(
    r"(?P<name>[^，。；：:！？]{4,40}(?:系列(?:报告|報告|分析)|综述|述评)(?:之[一二三四五六七八九十]{1,3})?)"
    r"[：:—－-]{1,2}[^，。；：:！？\d]{2,24}$"
)
"""A title with the title of its part behind a colon."""
_GOING_ON = tuple("，。、；：！？）》”,;:)")


def joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield the pieces with cut paragraphs whole again."""
    waiting = _Paragraph(opens=True)
    for piece in pieces:
        if waiting.pieces and not waiting.goes_on_with(piece):
            yield waiting.whole()
            waiting = _Paragraph()
        waiting.add(piece)
    if waiting.pieces:
        yield waiting.whole()


class _Paragraph:
    """The lines of a paragraph so far; each is looked at once, however many there are."""

    def __init__(self, *, opens: bool = False) -> None:
        self.opens = opens
        self.pieces: list[Piece] = []
        self.punctuated = False

    def add(self, piece: Piece) -> None:
        """Put one more line behind."""
        mark = piece.mark if not self.pieces else None
        self.punctuated = self.punctuated or _PUNCTUATION.search(piece.text, mark.end if mark else 0) is not None
        self.pieces.append(piece)

    def whole(self) -> Piece:
        """Return the paragraph as one piece."""
        first = self.pieces[0]
        if len(self.pieces) == 1:
            return first
        return Piece(tuple(line for piece in self.pieces for line in piece.lines), first.level, first.lead)

    def goes_on_with(self, piece: Piece) -> bool:
        """Whether a line continues this paragraph."""
        first = self.pieces[0]
        if first.rows or piece.rows or first.level or piece.level or piece.lead or figure_mark(first.text):
            return False
        if piece.text.startswith(_GOING_ON):
            return True
        last = self.pieces[-1].text
        if len(last) < _LONG_ENOUGH or _FINISHED.search(last[-_LONGEST_END:]) or _NUMBER_LINE.search(last):
            return False
        if self.opens and len(self.pieces) == 1 and _is_heading_line(last, piece.text):
            return False  # 教育、体育事业统计公报
        if len(self.pieces) == 1 and _heads(first, piece.text):
            return False  # （二）聚焦创新，着力壮大新动能
        if not self.punctuated:
            if self._is_title() and not _TITLE_GOES_ON.match(piece.text):
                return False
            if _PUNCTUATION.search(piece.text):
                return False  # a title above a paragraph: a cut paragraph has a comma somewhere
        return not begins_structure(piece.text)

    def _is_title(self) -> bool:
        """Whether the lines are the whole title of a document: below it stands who issues it, and when."""
        words = "".join(piece.text for piece in self.pieces[:_MOST_TITLE_LINES])
        return len(self.pieces) <= _MOST_TITLE_LINES and _is_title(words)


def _heads(line: Piece, below: str) -> bool:
    """Whether a numbered line of several clauses heads the paragraph below: that is much wider, so no page cut it."""
    if line.mark is None or "。" not in below or len(below) < _WIDER * len(line.text):
        return False
    return _CLAUSES.fullmatch(line.text, line.mark.end) is not None


_CLAUSES = expression(r"[^。；;：:！？!?\d]{8,40}")
_WIDER = 2


def _is_heading_line(first: str, below: str) -> bool:
    """Whether the first line of a document is its title: nothing but names, above whole sentences."""
    plain = first.replace("、", "")
    series = _SERIES.match(plain)  # 经济社会发展成就系列报告：就业形势总体稳定
    if series is not None and "。" in below:
        plain = series["name"]
    return _is_title(plain) or ("。" in below and not _PUNCTUATION.search(plain) and "年" in plain)


def _is_title(text: str) -> bool:
    """Whether a line is the whole title of a document: below it stands who issues it, and when."""
    return _TITLE_END.search(text) is not None and not _PUNCTUATION.search(text)
