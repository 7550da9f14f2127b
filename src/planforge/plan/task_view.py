"""A table that lists the plan's tasks (任务分工表): each column says what it shows of a task."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from planforge.outline.text import Segment, SegmentKind, Text
from planforge.plan.model import Chapter, Table, Task
from planforge.source.problem import Problem, ProblemKind, joined, quoted

_NAME = "任务"
_NONE = "—"
_WORDS: dict[str, Callable[[Task], Text | str | None]] = {
    "编号": lambda task: task.number,
    _NAME: lambda task: task.name,
    "牵头单位": lambda task: task.lead,
    "责任单位": lambda task: task.duty,
    "配合单位": lambda task: task.assist,
    "完成时限": lambda task: task.deadline,
    "承担目标": lambda task: "、".join(map(_target, task.targets)),
}


def _target(target: Text) -> str:
    """Return a target as a reader knows it: 高新技术企业@2025 → 高新技术企业（2025年）."""
    name, _, year = target.printed.partition("@")
    return f"{name.strip()}（{year.strip().replace('-', '—')}年）" if year else name


def lists_tasks(columns: Iterable[Text]) -> bool:
    """Return whether the columns are those of a table of tasks: one of them is 任务."""
    return any(column.printed == _NAME for column in columns)


def is_task_column(column: Text, problems: list[Problem]) -> bool:
    """Return whether a column says what it shows of a task; one that does not is added to `problems`."""
    if column.printed == "序号" or column.printed in _WORDS:
        return True
    words = "、".join(("序号", *_WORDS))
    message = f"列任务的表，栏目应为{words}，实为{quoted(column.printed)}{joined(column.printed)}"
    problems.append(Problem(ProblemKind.REFERENCE, message, column.whole))
    return False


def with_tasks(chapters: tuple[Chapter, ...], fits: Callable[[Table, int], bool]) -> tuple[Chapter, ...]:
    """Return the chapters with the rows of their tables of tasks; a table that does not fit gets none."""
    tasks = [block for chapter in chapters for block in chapter.blocks if isinstance(block, Task)]
    return tuple(_filled(chapter, tasks, fits) for chapter in chapters)


def _filled(chapter: Chapter, tasks: list[Task], fits: Callable[[Table, int], bool]) -> Chapter:
    if not any(isinstance(block, Table) and block.of_tasks for block in chapter.blocks):
        return chapter
    blocks = (
        replace(block, rows=tuple(_rows(block, tasks)))
        if isinstance(block, Table) and block.of_tasks and fits(block, len(tasks))
        else block
        for block in chapter.blocks
    )
    return replace(chapter, blocks=tuple(blocks))


def _rows(table: Table, tasks: list[Task]) -> Iterator[tuple[Text, ...]]:
    for row, task in enumerate(tasks, 1):
        yield tuple(_cell(column, row, task) for column in table.of_tasks)


def _cell(column: str, row: int, task: Task) -> Text:
    shown = str(row) if column == "序号" else _WORDS[column](task) or _NONE
    # every cell leads back to the task: it is said there, the table only repeats it
    at = (shown if isinstance(shown, Text) else task.name).whole
    return Text(at.file, (Segment(SegmentKind.REFERENCE, str(shown), at.start, at.end),))
