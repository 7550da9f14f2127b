"""The lines of blocks that the YAML has not yet: a section, a task, a paragraph behind a run-in heading."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from planforge.patterns import expression
from planforge.review.returned.copied import escaped
from planforge.review.returned.layout import text_block
from planforge.review.returned.organs import FIELDS
from planforge.review.returned.splicing import CannotSpliceError, as_scalar

MIDDLE = "新段落在一块的中间，写不进去，请人工处理"
_ORGANS = expression(r"[（［(\[](?P<inner>(?:牵头单位|责任单位|配合单位|完成时限)：.*)[）］)\]]$")

Lines = Callable[[str], str]
"""Makes the lines of a new block from the blanks before its dash; each begins with a line end."""


def heading_lines(words: str, level: int, indent: str) -> str:
    """Return a heading; level 2 is what a heading has that says nothing."""
    said = "" if level == 2 else f"\n{indent}  level: {level}"
    return f"\n{indent}- heading: {as_scalar(escaped(words))}{said}"


def run_in_lines(name: str, rest: str, level: int, indent: str) -> str:
    """Return a run-in heading and the paragraph that it begins."""
    head = f"\n{indent}- heading: {as_scalar(escaped(name))}\n{indent}  level: {level}\n{indent}  run_in: true"
    return head + text_block(rest, indent)


def task_lines(words: str) -> tuple[Lines, tuple[str, ...]]:
    """Return a task as its line was printed: name, text, organs in brackets; and the texts it then has.

    Raises:
        CannotSpliceError: when the line has no name, or something else in its brackets.
    """
    found = _ORGANS.search(words)
    inner, words = (found["inner"], words[: found.start()]) if found else ("", words)
    name, _, rest = words.partition("。")
    pairs = [piece.partition("：") for piece in inner.split("；") if piece]
    if not name or any(label not in FIELDS for label, _, _ in pairs):
        raise CannotSpliceError(MIDDLE)
    values = {FIELDS[label]: told.removesuffix("年") if label == "完成时限" else told for label, _, told in pairs}
    fields = tuple(values[key] for key in ("lead", "duty", "assist", "due") if key in values)
    return partial(_task, name, values, rest), (name, *((rest,) if rest else ()), *fields)


def _task(name: str, values: Mapping[str, str], rest: str, indent: str) -> str:
    made = f"\n{indent}- task: {as_scalar(escaped(name))}"
    made += "".join(f"\n{indent}  {key}: {as_scalar(escaped(value))}" for key, value in values.items())
    return made + (f"\n{indent}  text: |\n{indent}    {escaped(rest)}" if rest else "")
