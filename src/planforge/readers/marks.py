"""The marks that structure a plan's text: numbers of headings, 专栏, tables, contents lines."""

from __future__ import annotations

from planforge.patterns import expression
from planforge.records import record

_NUMERALS = "一二三四五六七八九十百零〇"
_STYLES = (
    ("第一章", expression(rf"第[{_NUMERALS}\d]+[章篇部](?:分)?[\s　、:：]*")),
    ("第一节", expression(rf"第[{_NUMERALS}\d]+[节節][\s　、:：]*")),
    ("一、", expression(rf"[{_NUMERALS}]+\s*、\s*(?![{_NUMERALS}]、)")),
    ("（一）", expression(rf"[（(]\s*[{_NUMERALS}]+\s*[）)]\s*、?\s*")),
    ("1.", expression(r"\d{1,2}\s*[.．、]\s*(?!\d)")),
    ("（1）", expression(r"[（(]\s*\d{1,2}\s*[）)]\s*")),
)
_BY_FIRST = {
    first: tuple(style for style in _STYLES if style[0] in names)
    for firsts, names in (
        ("第", ("第一章", "第一节")),
        (_NUMERALS, ("一、",)),
        ("（(", ("（一）", "（1）")),
        ("0123456789０１２３４５６７８９", ("1.",)),
    )
    for first in firsts
}
"""The styles that a first character leaves to try."""
STYLES = tuple(name for name, _ in _STYLES)
"""Numbering styles from the outermost to the innermost."""

_BOX = expression(
    rf"(?:专栏|專欄)\s*(?:\d+|[{_NUMERALS}]+)?\s*[:：]?\s*|[\u4e00-\u9fff]{{1,8}}之[{_NUMERALS}]+\s*[:：]\s*"
)
_LONGEST_SERIES = 9
"""Characters up to 之 in 某某之一：."""
_CAPTION = expression(
    rf"(?:附?表)\s*(?:\d+(?:\s*[-—.]\s*\d+)?\s*[:：.．、]?\s*|[{_NUMERALS}]{{1,3}}(?:\s*[:：]\s*|\s+))"
)
_IN_NOTE = expression(r"(?:^|(?<=[：:。；;]))\s*(\d{1,2})[.．、](?!\d)")
_NUMBER_AT_END = expression(rf"[\d{_NUMERALS}]$")
_FIGURE = expression(r"(?:附?图)\s*\d+(?:\s*[-—.]\s*\d+)?\s*(?:[:：][\s　]*|[.．、]?[\s　]+)")
_BEGINNINGS = expression(rf"[第（(\d{_NUMERALS}专專附表图—－–\-•●◆■▪\s过今单“\"]|[\u4e00-\u9fff]{{1,8}}之")
"""What a line begins with that may be the beginning of something new; one look for all the patterns here."""
_CONTENTS = expression(r"^\S.{1,60}?(?:\t+|[.…·．]{2,}|\s{3,})\s*\d{1,3}$")
_UNIT_LINE = expression(r"^[（(]?\s*单位\s*[:：]\s*(?P<unit>[^。；（()）]{1,12}?)\s*[)）]?$")
_NOTE = expression(r"^(?:备?注\d?|说明)\s*[:：]|^注\s*[①1（(\[〔]")
_NOTE_LABEL = expression(r"注\s*[:：]\s*")
_ITEM = expression(r"(?:—|－|–|-){2}\s*|[•●◆■▪]\s*")

# The unnumbered headings of a report: 2023年工作回顾, 今后五年的奋斗目标, “十四五”时期发展成就和2025年工作回顾.
_SPOKEN_YEARS = (
    r"(?:20\d\d年|过去(?:的)?[一三五]年|今后五年|[一三五]年来|[“\"]?十[一二三四五六七八]?五[”\"]?(?:时期|期间))"
)
_SPOKEN = expression(
    rf"^{_SPOKEN_YEARS}(?:的?[^。；，：\d]{{0,12}})(?:[和及、]{_SPOKEN_YEARS}[^。；，：\d]{{0,8}})?"
    r"(?:回顾|成就|安排|打算|重点工作|主要工作|目标|任务|总体要求|计划)[^。；，：\d]{0,8}$"
)


@record(frozen=True, slots=True)
class Mark:
    """A number at the beginning of a paragraph: its style and where the words begin."""

    style: str
    end: int


def mark_of(text: str) -> Mark | None:
    """Return the heading number that a paragraph begins with."""
    for style, pattern in _BY_FIRST.get(text[:1], ()):
        match = pattern.match(text)
        if match is not None:
            return Mark(style, match.end())
    return None


def box_mark(text: str) -> int:
    """Return how long the label of a 专栏 at the beginning is, 0 for none."""
    may_be = text.startswith(("专", "專")) or "之" in text[:_LONGEST_SERIES]
    match = _BOX.match(text) if may_be else None
    return match.end() if match is not None and match.group().strip() else 0


def caption_mark(text: str) -> int:
    """Return how long the label of a table caption at the beginning is, 0 for none."""
    match = _CAPTION.match(text) if text.startswith(("附", "表")) else None
    return match.end() if match is not None else 0


def figure_mark(text: str) -> int:
    """Return how long the label of a figure caption at the beginning is, 0 for none."""
    match = _FIGURE.match(text) if text.startswith(("附", "图")) else None
    return match.end() if match is not None else 0


def printed_label(words: str) -> str:
    """Return a label without space and punctuation (表 3： → 表3), "" for one without a number."""
    label = "".join(words.split()).rstrip(":：.．、")
    return label if _NUMBER_AT_END.search(label) else ""


def item_mark(text: str) -> int:
    """Return how long the dash or bullet at the beginning is, 0 for none."""
    match = _ITEM.match(text)
    return match.end() if match is not None else 0


def spoken_heading(text: str) -> bool:
    """Return whether this is an unnumbered heading that says which years it speaks of."""
    return bool(_SPOKEN.match(text))


def is_contents_line(text: str) -> bool:
    """Return whether this is a line of a contents list: a title, leaders, a page number."""
    return text[-1:].isdigit() and _CONTENTS.match(text) is not None


_ANNEX = expression(r"附\s*件\s*\d{0,3}")


def annex_label(text: str) -> bool:
    """Return whether a line is nothing but the label of an annex: 附件, 附件2."""
    label = text.strip()
    return label.startswith("附") and _ANNEX.fullmatch(label) is not None


_ANNEX_TABLE = expression(
    r"附\s*件(?:\s*\d{1,3}\s*[:：]?\s*|\s*[:：]\s*|\s+)"
    r"(?=(?:20\d\d|[^\s。；，：:\d])[^。；，]{1,40}表(?:[（(][^（()）]{1,16}[)）])?\s*$)"
)


def annex_table(text: str) -> int:
    """Return how long the label of an annex before its title is where this is a table (附件：分解表), 0 for none."""
    match = _ANNEX_TABLE.match(text) if text.startswith("附") else None
    return match.end() if match is not None else 0


def unit_line(text: str) -> str:
    """Return the unit that a line names for the table below it (单位：亿元), "" when it is no such line."""
    match = _UNIT_LINE.match(text) if "单位" in text else None
    return match["unit"] if match is not None else ""


def is_table_note(text: str) -> bool:
    """Return whether a paragraph explains the table above it (注：…)."""
    return _NOTE.match(text) is not None


def note_label(text: str) -> int:
    """Return how long the label 注： of a note is, which is printed anew; 0 for another or none."""
    match = _NOTE_LABEL.match(text)
    return match.end() if match is not None and match.end() < len(text) else 0


def goes_on_in_note(note: str, text: str) -> bool:
    """Return whether a paragraph has the number that follows the last one in a note (注：1.…　2.…)."""
    numbers = _IN_NOTE.findall(note)
    following = _IN_NOTE.match(text)
    return bool(numbers) and following is not None and int(following[1]) == int(numbers[-1]) + 1


def begins_structure(text: str) -> bool:
    """Return whether a line surely begins something new, so that it cannot go on with the line before."""
    return _BEGINNINGS.match(text) is not None and any(
        find(text) for find in (mark_of, box_mark, caption_mark, figure_mark, item_mark, unit_line, spoken_heading)
    )
