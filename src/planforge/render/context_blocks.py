"""The blocks of a chapter as plain data for the templates."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from planforge.outline.text import Text, printed
from planforge.plan.chart import LINES, Chart, Point
from planforge.plan.model import Block, Box, Figure, Heading, ListBlock, Prose, Table, Task, is_bare_year
from planforge.render.charts.panel import Shape
from planforge.render.notes import noted
from planforge.render.pictures import ReadBytes, printable_type
from planforge.render.trace_marks import unmarked

_SENTENCE_ENDS = "。！？：；，"


def blocks_of(blocks: tuple[Block, ...], read_bytes: ReadBytes) -> Iterator[dict[str, Any]]:
    """Yield the blocks; a run-in heading becomes the first words of the paragraph behind it."""
    waiting: Heading | None = None
    for block in blocks:
        if waiting is not None:
            lead, level = _run_in(waiting), waiting.level
            if isinstance(block, Prose) and not block.number:
                yield _text(block.id, block.paragraphs, lead, level)
                waiting = None
                continue
            yield {"kind": "text", "id": waiting.id, "paragraphs": [_para(lead, level)]}
            waiting = None
        if isinstance(block, Heading) and block.run_in:
            waiting = block
        else:
            yield _block(block, read_bytes)
    if waiting is not None:
        yield {"kind": "text", "id": waiting.id, "paragraphs": [_para(_run_in(waiting), waiting.level)]}


def _run_in(heading: Heading) -> str:
    return heading.number + _sentence(heading.text.printed)


def _sentence(words: str) -> str:
    return words if words.endswith(tuple(_SENTENCE_ENDS)) else f"{words}。"


def _para(lead: str, level: int, text: str = "") -> dict[str, Any]:
    return {"lead": lead, "lead_level": level, "text": text}


def _text(id_: str, paragraphs: tuple[Text, ...], lead: str = "", level: int = 0) -> dict[str, Any]:
    words = [noted(text) for text in paragraphs] or [""]
    paras = [_para(lead, level, words[0]), *(_para("", 0, other) for other in words[1:])]
    return {"kind": "text", "id": id_, "paragraphs": paras}


def _block(block: Block, read_bytes: ReadBytes) -> dict[str, Any]:
    match block:
        case Heading():
            return _heading(block)
        case Prose():
            # the number of a point is no heading: it is set in the body's face
            return _text(block.id, block.paragraphs, block.number)
        case Task():
            return _task(block)
        case Box():
            return _box(block)
        case Chart():
            return _chart(block)
        case Table():
            return _table(block)
        case ListBlock():
            items = [_para(mark, 0, noted(item)) for mark, item in zip(block.marks, block.items, strict=True)]
            return {"kind": "list", "id": block.id, "items": items}
        case Figure():
            return _figure(block, read_bytes)
    raise TypeError(f"a template has no form for {type(block).__name__}")


def _heading(heading: Heading) -> dict[str, Any]:
    return {
        "kind": "heading",
        "id": heading.id,
        "level": heading.level,
        "number": heading.number,
        "text": heading.text.printed,
    }


def _box(box: Box) -> dict[str, Any]:
    return {
        "kind": "box",
        "id": box.id,
        "label": box.label,
        "title": box.title.printed,
        "paragraphs": [_para("", 0, noted(text)) for text in box.paragraphs],
    }


def _task(task: Task) -> dict[str, Any]:
    """Return a task: its number and name lead the first paragraph, its organs close the last one."""
    data = _text(task.id, task.paragraphs, task.number + _sentence(task.name.printed), task.level)
    organs = (("牵头单位", task.lead), ("责任单位", task.duty), ("配合单位", task.assist))
    given = [f"{name}：{text.printed}" for name, text in organs if text]
    if given:
        # a time limit is printed beside the organs; alone it is data for checks and the task table
        given += [f"完成时限：{_due(task)}"] if task.due else []
        inner = "；".join(given)
        # brackets within brackets are square outside, as offices print 市国资委（市金融办）
        bracketed = f"［{inner}］" if "（" in inner else f"（{inner}）"
        data["paragraphs"][-1]["text"] += bracketed
    return data


def _due(task: Task) -> str:
    """Return the time limit as printed; the marks of where it is from stay in it."""
    written = printed(task.due)
    return f"{written}年" if is_bare_year(unmarked(written)) else written


_ORIENTATIONS = {"横排": "landscape", "竖排": "portrait"}


def _table(table: Table) -> dict[str, Any]:
    return {
        "kind": "table",
        "id": table.id,
        "label": table.label,
        "caption": table.caption.printed,
        "unit": printed(table.unit),
        "note": printed(table.note),
        "orientation": _ORIENTATIONS.get(table.orientation, ""),
        "head": [cell.printed for cell in table.head],
        "rows": [[cell.printed for cell in row] for row in table.rows],
    }


def _chart(chart: Chart) -> dict[str, Any]:
    panels = [
        {"title": panel.title, "alt": panel.alt, "points": [_point(point) for point in panel.points]}
        for panel in chart.panels
    ]
    shape = Shape.LINES if chart.kind == LINES else Shape.BARS
    return {**_table(chart), "kind": "chart", "shape": shape.value, "alt": chart.alt, "panels": panels}


def _point(point: Point) -> dict[str, str]:
    value = "" if point.value is None else f"{point.value:f}"
    return {"at": point.at, "mark": point.mark, "value": value, "printed": point.printed}


def _figure(figure: Figure, read_bytes: ReadBytes) -> dict[str, Any]:
    data = read_bytes(figure.file.printed)
    return {
        "kind": "figure",
        "id": figure.id,
        "label": figure.label,
        "caption": figure.caption.printed,
        "alt": printed(figure.alt),
        "data": data,
        "media_type": printable_type(figure.file.printed, data),
    }
