"""Tables of two columns in plain text, an indicator and what it is to reach: 养老服务床位总量 达到900万张以上."""

from __future__ import annotations

from collections.abc import Sequence

from planforge.outline.characters import Characters
from planforge.patterns import expression
from planforge.readers.stacked_cells import begins_name, is_amount, is_figure, is_state
from planforge.readers.stacked_heads import kind_of

Rows = tuple[tuple[Characters, ...], ...]
_GAP = expression("[ \u3000]+")
_AIM = expression(
    r"^(?:达到?|不[低少高超]于?|不超过|超过|高于|低于|保持|控制|稳定|基本|实现|力争|每|至少|全部?覆盖|各|均|[≥≤≧≦＞<>＜约〔［\[]|\d)"
)
_DIGIT = expression(r"\d")
_LONGEST_NAME = 40
_LONGEST_LINE = 80
_SENTENCE = ("。", "；", "：", ";", ":")


def paired(lines: Sequence[Characters], start: int) -> tuple[Rows, int]:
    """Return a table whose head is a name and one year's aim, blanks between, and the line behind it; else no rows."""
    head = _cells(lines[start])
    if len(head) != _PAIR or kind_of(head[0].value) != "name" or kind_of(head[1].value) != "figure":
        return (), start
    rows, at = [tuple(head)], start + 1
    while at < len(lines) and (row := _row(lines[at])):
        rows.append(row)
        at += 1
    return (tuple(rows), at) if len(rows) > 1 and any(_DIGIT.search(row[1].value) for row in rows[1:]) else ((), start)


_PAIR = 2


def _cells(line: Characters) -> list[Characters]:
    """Return the words of a head that blanks part, none for a line too long for one."""
    if len(line.value) > _LONGEST_NAME or not _GAP.search(line.value):
        return []
    cells, at = [], 0
    for gap in _GAP.finditer(line.value):
        cells.append(line.cut(at, gap.start()))
        at = gap.end()
    return [cell for cell in (*cells, line.cut(at, len(line.value))) if cell.value]


def _row(line: Characters) -> tuple[Characters, ...]:
    """Return the name and the aim of a line, parted by the first blanks behind which an aim can stand; else none."""
    words = line.value
    if len(words) > _LONGEST_LINE or words.endswith(_SENTENCE):
        return ()
    gap = next((one for one in _GAP.finditer(words) if one.start() and may_be_aim(words[one.end() :])), None)
    if gap is None or not begins_name(words[: gap.start()]) or gap.start() > _LONGEST_NAME:
        return ()
    return line.cut(0, gap.start()).strip(), line.cut(gap.end(), len(words)).strip()


def may_be_aim(words: str) -> bool:
    """Whether words can say what an indicator is to reach: 900万张, 达到55%, 每个县至少1所, 持平."""
    words = words.strip()
    return is_amount(words) or is_figure(words) or is_state(words) or _AIM.match(words) is not None
