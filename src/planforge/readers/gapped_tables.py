"""Tables in plain text whose cells blanks part: wide gaps, or single blanks where there are none."""

from __future__ import annotations

import re
from collections.abc import Sequence

from planforge.outline.characters import Characters
from planforge.patterns import expression
from planforge.readers.marks import caption_mark
from planforge.readers.paired_tables import may_be_aim
from planforge.readers.stacked_cells import begins_name, is_age, is_amount, is_figure
from planforge.readers.stacked_heads import head_length, joined, kind_of

Rows = tuple[tuple[Characters, ...], ...]
_WIDE_GAP = expression("[ \u3000]{2,}")
_GAP = expression(r"[ \u3000]{2,}|\u3000(?=[\d—－＜＞≥≤〔［-])")
"""指　标 in a head is one cell where wider gaps stand beside it."""
_NARROW_GAP = expression("\u3000")
_BLANK = expression(" +")
_AGES = expression(r"\d{1,2}(?:[-—－～~至]\d{1,2}周?岁|周?岁及?以[上下])")
_SINGLE = expression("[\u4e00-\u9fff]")
_BLANKS = (" ", "\u3000")
_LEAST_GAPPED = 3
_LEAST_BELOW = 2
_LONGEST_GROUP = 24
_ENDED = expression("[，。；]|[：:].|单位")
"""按产业分： may end in a colon."""


def gapped(lines: Sequence[Characters], start: int, *, announced: bool) -> tuple[Rows, int]:
    """Return a table whose cells are parted by blanks: a head that is seen to be one, and rows as wide as it.

    Wide gaps part cells; where there are none single blanks do, and a name with a blank inside is put together. Where a
    caption has `announced` a table any head of wide gaps will do, and one of single blanks above rows of amounts.
    """
    if sum(map(lines[start].value.count, _BLANKS)) < _LEAST_GAPPED - 1:
        return (), start
    gap = _GAP if _WIDE_GAP.search(lines[start].value) else _NARROW_GAP if "\u3000" in lines[start].value else _BLANK
    head = _parts(lines[start], gap)
    width, words = len(head), [cell.value for cell in head]
    if width < _LEAST_GAPPED:
        return (), start
    seen = head_length(words) == width
    told = announced and gap is _GAP and not any(map(is_figure, words))
    told = told or (announced and not any(map(is_amount, words)) and _fits_below(lines, start, gap, width))
    if not (seen or told):
        return (), start
    grouped = kind_of(head[0].value) == "group"
    rows, at = [tuple(head)], start + 1
    while at < len(lines):
        parts = _parts(lines[at], gap)
        row = (
            _as_wide(parts, width, grouped=grouped and at > start + 1)
            or _without_words(parts, head)
            or _left_block(parts, head)
        )
        if not row and at + 1 < len(lines) and _as_wide(_parts(lines[at + 1], gap), width, grouped=False):
            row = _named_only(parts, width) or _group(parts, width)
        if not row:
            break
        rows.append(row)
        at += 1
    return (tuple(rows), at) if len(rows) > 1 else ((), start)


def _fits_below(lines: Sequence[Characters], start: int, gap: re.Pattern[str], width: int) -> bool:
    """Whether the two lines below a head have its cells: a name, perhaps a unit, and nothing but amounts."""
    below = [[cell.value for cell in _parts(line, gap)] for line in lines[start + 1 : start + 1 + _LEAST_BELOW]]
    return len(below) == _LEAST_BELOW and all(
        len(cells) == width and begins_name(cells[0]) and all(map(is_amount, cells[2:])) and is_amount(cells[-1])
        for cells in below
    )


def _without_words(parts: list[Characters], head: list[Characters]) -> tuple[Characters, ...]:
    """Return a row of sums that leaves out what other rows say in words, else none.

    合计 450 596 above 建设年限; 一 供水工程 2680 1850 above 序号, 项目名称, 建设内容, 总投资 and “十四五”投资.
    """
    kinds = [kind_of(cell.value) for cell in head]
    if parts and kinds[0] == "index" and _SUM.match(parts[0].value):
        parts = [parts[0].cut(0, 0), *parts]
    told = [at for at, kind in enumerate(kinds) if kind not in _IN_WORDS]
    if len(parts) != len(told) or len(told) == len(head) or len(parts) < _LEAST_SUMMED:
        return ()
    placed = dict(zip(told, parts, strict=True))
    fits = all(is_figure(placed[at].value) for at in told if kinds[at] == "figure")
    named = all(not is_figure(placed[at].value) for at in told if kinds[at] in _NAMED)
    row = tuple(placed.get(at, parts[0].cut(0, 0)) for at in range(len(head)))
    return row if fits and named and "figure" in kinds else ()


_SUM = expression("^(?:合计|总计|小计|共计)$")
_LEAST_SUMMED = 2
_NAMED = ("name", "group")
_IN_WORDS = ("words", "nature")


def _left_block(parts: list[Characters], head: list[Characters]) -> tuple[Characters, ...]:
    """Return the last row of a table whose head is repeated, with nothing in its right block; else none."""
    half = len(head) // 2
    words = [cell.value for cell in head]
    row = _as_wide(parts, half, grouped=False) if half > 1 and words[:half] * 2 == words else ()
    return (*row, *(parts[0].cut(0, 0) for _ in row))


def may_be_group(text: str) -> bool:
    """Whether a line may name the group of the rows below it: short, no sentence and no caption."""
    return 0 < len(text.strip()) <= _LONGEST_GROUP and _ENDED.search(text) is None and not caption_mark(text)


def _group(parts: list[Characters], width: int) -> tuple[Characters, ...]:
    """Return the row of a line that only names the group of the rows below; else none."""
    named = len(parts) == 1 and may_be_group(parts[0].value) and begins_name(parts[0].value)
    return (parts[0], *(parts[0].cut(0, 0) for _ in range(width - 1))) if named else ()


def _named_only(parts: list[Characters], width: int) -> tuple[Characters, ...]:
    """Return a row of fewer cells than the head without its figures, as their columns cannot be told; else none."""
    first = 1 if parts and parts[0].value.isdigit() else 0
    told = next((at for at, part in enumerate(parts) if at > first and is_figure(part.value)), 0)
    if not told or len(parts) >= width or not begins_name(parts[first].value):
        return ()
    return (*parts[:told], *(parts[0].cut(0, 0) for _ in range(width - told)))


def _as_wide(parts: list[Characters], width: int, *, grouped: bool) -> tuple[Characters, ...]:
    """Return the parts of a line as the cells of a row, none when they do not make one.

    Where rows are `grouped`, one that has no cell for its group is of that of the row before.
    """
    if grouped and len(parts) == width - 1 and len(parts) > 1 and is_figure(parts[1].value):
        parts = [parts[0].cut(0, 0), *parts]
    first = 1 if parts and parts[0].value.isdigit() else 0
    while len(parts) > width:
        words = [not is_figure(part.value) for part in parts[first : first + 2]]
        if words != [True, True]:
            return ()
        parts[first : first + 2] = [joined(parts[first : first + 2])]
    told = any(is_figure(part.value) for part in parts[1:]) or (len(parts) == width and _may_end(parts[-1].value))
    named = len(parts) == width and (begins_name(parts[first].value or parts[1].value) or is_age(parts[first].value))
    return tuple(parts) if named and told else ()


def _may_end(words: str) -> bool:
    """Whether the last cell of a row without another figure says an aim in words: 每个县至少1所."""
    return any(one.isdigit() for one in words) and may_be_aim(words)


def _parts(line: Characters, gap: re.Pattern[str]) -> list[Characters]:
    parts, at = [], 0
    for match in gap.finditer(line.value):
        parts.append(line.cut(at, match.start()))
        at = match.end()
    return _together([part for part in (*parts, line.cut(at, len(line.value))) if part.value])


def _together(parts: list[Characters]) -> list[Characters]:
    """Return the parts, a first cell set apart to fill its column as one: 项  目, 合  计."""
    apart = next((at for at, part in enumerate(parts) if not _SINGLE.fullmatch(part.value)), len(parts))
    return [joined(parts[:apart]), *parts[apart:]] if 1 < apart < len(parts) else parts
