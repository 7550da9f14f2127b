"""Rows of a table that stands one cell a line: what belongs to one row is told by the kinds of its columns.

A merged cell that names a group stands only in the first row of its group, and long names run over several lines; a
row that does not fit the head even so ends the table.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from planforge.outline.characters import Characters

_INDEX = re.compile(r"^(?:序号|编号|项次)$")
_GROUP = re.compile(r"^(?:类别|大类|分类|领域|维度|类型|方面|一级指标|指标类别|指标分类|指标类型)$")
_NAME = re.compile(
    r"^(?:(?:主要|核心|具体|二级|三级|发展)?指标(?:名称|内容)?|名称|项目(?:名称)?|产品(?:名称)?|内容)(?:[（(].*)?$"
)
_UNIT = re.compile(r"^(?:计量)?单位$")
_NATURE = re.compile(r"^(?:指标)?(?:属性|性质)$|^(?:责任|牵头)(?:单位|部门)$|^备注$")
_FIGURES = re.compile(
    r"^(?:[“\"]?十[一二三四五]五[”\"]?|(?:19|20)\d\d\s*年?)[^，。；]{0,14}$"
    r"|^(?:年均|年增|比上年|较上年|同比|增长|增速|增幅|累计|五年|[\[〔［【]累计|比重|占比|完成率)[^，。；]{0,12}$"
    r"|^(?:现状|基期|目标|规划目标|完成|实际|绝对数|总量|年末数|产量)[值数量]?(?:[（(][^（）]*[)）])?$"
)
_FIGURE = re.compile(
    r"^(?:控制在|保持在|稳定在|达到|不[低高少超大小][于过]|高于|低于|大于|小于|累计|年均|约)*"
    r"[\[〔［【（(≥≤＞<>＜＝=约近\-－+＋±]*\s*\d[\d.,，]*\s*[%％‰]?[^，。；\d]{0,8}?[\]〕］】)）*＊※]*.{0,4}$"
)
_MISSING = re.compile(r"^[-—－–/…·]+$|^(?:无|暂无)$")
_KIND_OF_TARGET = re.compile(r"^(?:预期|约束)性?(?:指标)?$")
_SPANNING = re.compile(
    r"^[“\"]?十[一二三四五]五[”\"]?(?!.*年均).*(?:目标|规划|完成|情况|期间|时期)|^目标值?$|^规划目标$"
)
_GROUP_LINE = re.compile(r"^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)])")
_LONGEST_NAME = 4
"""A name runs over at most so many lines."""
_LEAST_ROWS = 2


def is_figure(cell: str) -> bool:
    """Whether a cell holds a figure, or the mark of a missing one."""
    return _FIGURE.match(cell) is not None or _MISSING.match(cell) is not None


def head_length(cells: Iterable[str]) -> int:
    """Return how many of the first cells are a head: a name and a column of figures at least, else 0."""
    kinds = []
    for cell in cells:
        kind = _kind(cell)
        if not kind:
            break
        kinds.append(kind)
    named = "name" in kinds or "group" in kinds
    first_is_figure = kinds[:1] == ["figure"]  # “十四五”主要指标: the caption of the table below
    return len(kinds) if named and "figure" in kinds and len(kinds) > 1 and not first_is_figure else 0


def begins_head(cell: str) -> bool:
    """Whether the first cell of a head could read so."""
    return bool(_kind(cell))


def _kind(cell: str) -> str:
    if len(cell) > _LONGEST_HEAD:
        return ""
    if " " in cell or "\u3000" in cell:
        cell = _INNER_BLANKS.sub("", cell)
    found = next((kind for kind, pattern in _KINDS if pattern.match(cell)), "")
    return found or ("figure" if _FIGURES.match(cell) else "")


_KINDS = (("index", _INDEX), ("group", _GROUP), ("name", _NAME), ("unit", _UNIT), ("nature", _NATURE))
_LONGEST_HEAD = 40
"""A cell of a text table is no longer; see `text_tables`."""
_INNER_BLANKS = re.compile(r"(?<=[\u4e00-\u9fff])[ \u3000]+(?=[\u4e00-\u9fff])")
"""指 标: set apart to fill a cell."""
_NUMBERED = re.compile(r"^\d{1,2}[.．、](?!\d)")


@dataclass(frozen=True)
class _Head:
    cells: tuple[Characters, ...]
    kinds: tuple[str, ...]


def rows_below(cells: Sequence[Characters], head: int) -> tuple[tuple[tuple[Characters, ...], ...], int]:
    """Return the table, its head first, and how many cells it takes; no rows when they do not fit the head.

    A head cell that spans others (“十四五”目标 above 2025年) has no column of its own: what stands below it comes
    behind the whole first row of the head, or right behind it.
    """
    for chosen in _heads(cells[:head]):
        kinds = tuple(_kind(cell.value.strip()) or "figure" for cell in chosen)
        if "figure" in kinds and len(kinds) > 1 and ("name" in kinds or "group" in kinds):
            rows, end = _rows(cells, head, _Head(chosen, kinds))
            if len(rows) >= _LEAST_ROWS:
                return (chosen, *rows), end
    return (), 0


def _heads(cells: Sequence[Characters]) -> Iterator[tuple[Characters, ...]]:
    """Yield the columns that the first cells can name."""
    yield tuple(cells)
    spans = [at for at, cell in enumerate(cells) if _SPANNING.match(cell.value.strip())]
    if not spans:
        return
    for split in range(spans[-1] + 1, len(cells)):
        below, each = cells[split:], (len(cells) - split) // len(spans)
        if each and len(below) == each * len(spans) and all(_kind(one.value.strip()) == "figure" for one in below):
            parts = iter(below)
            yield tuple(
                column
                for at, cell in enumerate(cells[:split])
                for column in ([joined([cell, next(parts)]) for _ in range(each)] if at in spans else [cell])
            )
    yield tuple(cell for at, cell in enumerate(cells) if at not in spans)


def _rows(cells: Sequence[Characters], start: int, head: _Head) -> tuple[list[tuple[Characters, ...]], int]:
    rows: list[tuple[Characters, ...]] = []
    group: Characters | None = None
    at = end = start
    titles = _titles(cells, start, head)
    while at < len(cells):
        if at in titles:
            at += 1
            continue
        again = [cell.value for cell in cells[at : at + len(head.cells)]] == [cell.value for cell in head.cells]
        if again:
            at += len(head.cells)
            continue
        row, used = (None, 0) if _GROUP_LINE.match(cells[at].value) else _row(cells, at, head, group)
        if row is None:
            if _words(cells[at]) and at + 1 < len(cells) and _row(cells, at + 1, head, group)[0] is not None:
                at += 1  # a line that names the group of the rows below
                continue
            break
        rows.append(row)
        at += used
        end = at
        group = row[head.kinds.index("group")] if "group" in head.kinds else None
    return rows, end


def _titles(cells: Sequence[Characters], start: int, head: _Head) -> frozenset[int]:
    """Return the numbered lines that name groups (1．空气质量), with those right above them (生态环境质量).

    They are seen where rows with their name on one line carry no numbers.
    """
    numbered = {at for at in range(start, len(cells)) if _NUMBERED.match(cells[at].value)}
    if not numbered or "group" in head.kinds:
        return frozenset()
    width = len(head.cells)
    rows = [at for at in range(start, len(cells)) if _fitted(cells[at : at + width], head, None, 0) is not None]
    if not rows or not numbered.isdisjoint(rows):
        return frozenset()
    taken = {at for row in rows for at in range(row, row + width)}
    above = {at - 1 for at in numbered if at > start and at - 1 not in taken and _words(cells[at - 1])}
    return frozenset(numbered | above)


def _row(
    cells: Sequence[Characters], at: int, head: _Head, group: Characters | None
) -> tuple[tuple[Characters, ...] | None, int]:
    """Return the row that begins at `at`, perhaps with the group of the row before, and how many cells it takes.

    A name on several lines takes more cells than there are columns.
    """
    for inherited in (None, group) if "group" in head.kinds else (None,):
        for more in range(_LONGEST_NAME):
            width = len(head.cells) - (inherited is not None) + more
            row = _fitted(cells[at : at + width], head, inherited, more)
            if row is not None:
                return row, width
    return None, 0


def _fitted(
    cells: Sequence[Characters], head: _Head, group: Characters | None, more: int
) -> tuple[Characters, ...] | None:
    if len(cells) != len(head.cells) - (group is not None) + more:
        return None
    if group is not None:
        cells = [*cells[: head.kinds.index("group")], group, *cells[head.kinds.index("group") :]]
    name = head.kinds.index("name" if "name" in head.kinds else "group")
    row = [*cells[:name], joined(cells[name : name + more + 1]), *cells[name + more + 1 :]]
    if any(is_figure(cell.value.strip()) for cell in cells[name + 1 : name + more + 1]):
        return None
    fits = all(_fits(kind, cell.value.strip()) for kind, cell in zip(head.kinds, row, strict=True))
    figures = [cell.value for kind, cell in zip(head.kinds, row, strict=True) if kind == "figure"]
    told = any(is_figure(figure.strip()) for figure in figures)
    return tuple(row) if fits and (told or "nature" in head.kinds) else None


def _fits(kind: str, cell: str) -> bool:
    if kind == "index":
        return cell.isdigit()
    if kind == "figure":
        return is_figure(cell) or (len(cell) > 3 and _KIND_OF_TARGET.match(cell) is None and _phrase(cell))
    if kind == "nature":
        return not is_figure(cell) or _KIND_OF_TARGET.match(cell) is not None
    return re.search("[\u4e00-\u9fffA-Za-z%％‰]", cell) is not None and not _bare_figure(cell) and not _is_target(cell)


def _phrase(cell: str) -> bool:
    """Whether words stand where a figure could: 保持在合理区间, 完成国家下达任务."""
    return (
        re.match("保持|高于|低于|与|完成|持续|稳步|力争|不|基本|达到|按|视|进一步|逐步|优于|全省|全国|>|＞", cell)
        is not None
    )


def _is_target(cell: str) -> bool:
    return _KIND_OF_TARGET.match(cell) is not None


def _bare_figure(cell: str) -> bool:
    return (
        re.match(r"^[\[〔［【≥≤＞<>＜\-－]*\d[\d.,]*[%％]?[\]〕］】*]*$", cell) is not None
        or _MISSING.match(cell) is not None
    )


def _words(cell: Characters) -> bool:
    return not is_figure(cell.value.strip()) and len(cell.value.strip()) <= 20


def joined(cells: Sequence[Characters]) -> Characters:
    """Return cells put together as one."""
    first = cells[0]
    return Characters(
        first.file, "".join(cell.value for cell in cells), tuple(at for cell in cells for at in cell.offsets)
    )
