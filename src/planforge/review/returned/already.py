"""What of a reviewed file the plan says already: merged before, or written by the drafter meanwhile.

A file that is merged twice must change nothing the second time. So a paragraph of the file that the plan prints word
for word is known as that one, before anything is guessed from its likeness to the base text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence

from planforge.render.trace import TracedLine
from planforge.review.returned.cells import cell_place, is_cell
from planforge.review.returned.hunks import without_number
from planforge.review.returned.pairing import Group
from planforge.review.returned.present import Present
from planforge.review.returned.resolved import Resolved


def said_already(
    base: Sequence[TracedLine], groups: Sequence[Group], now: Resolved, present: Present, ours: Mapping[int, int]
) -> dict[int, int]:
    """Return the lines of the plan by the paragraphs of the file that they repeat, numbers aside.

    A line of the plan that still reads as it was built is no sign of that, wherever the reviewer has the same words.

    Args:
        base: the lines of the base text.
        groups: which paragraphs of the file were which of the base text.
        now: the file.
        present: the plan.
        ours: lines of the plan by lines of the base text.
    """
    lines = [without_number(line.text) for line in present.trace.lines]
    words = {at: without_number(one.text) for at, one in enumerate(now.paragraphs) if one.text and not one.cell}
    said = {at: line for at, line in _known(groups, ours) if words.get(at) == lines[line]} | _rows(
        base, groups, now, present
    )
    said = {**_by_name(base, groups, now, present, set(said.values())), **said}
    taken = {*said.values(), *(line for at, line in ours.items() if without_number(base[at].text) == lines[line])}
    free: dict[str, list[int]] = defaultdict(list)
    for at in range(len(lines) - 1, -1, -1):
        if at not in taken and present.trace.lines[at].parts and not is_cell(present.trace.lines[at]):
            free[lines[at]].append(at)
    for at in sorted(words.keys() - said.keys()):
        if free[words[at]]:
            said[at] = free[words[at]].pop()
    return said


def _rows(base: Sequence[TracedLine], groups: Sequence[Group], now: Resolved, present: Present) -> dict[int, int]:
    """Return the cells of the plan by those of the file that they repeat, in rows that are alike as a whole."""
    rows: dict[tuple[str, int], dict[int, int]] = defaultdict(dict)
    for at, line in enumerate(present.trace.lines):
        if is_cell(line):
            row, column = cell_place(line)
            rows[row][column] = at
    theirs: dict[tuple[str, int, int], dict[int, int]] = defaultdict(dict)
    for group in groups:
        one, line = now.paragraphs[group.now[0]], base[group.base[0]]
        cell = one.cell if one.text else None  # an empty cell is no line of the plan
        if cell is not None and is_cell(line):
            theirs[cell_place(line)[0][0], cell.table, cell.row][cell.column] = group.now[0]
    free = {
        row: tuple(sorted((column, present.trace.lines[at].text) for column, at in cells.items()))
        for row, cells in rows.items()
    }
    found: dict[int, int] = {}
    for (table, _, _), cells in sorted(theirs.items()):
        words = tuple(sorted((column, now.paragraphs[at].text) for column, at in cells.items()))
        same = next((row for row, told in free.items() if row[0] == table and told == words), None)
        if same is not None:
            del free[same]
            found.update((at, rows[same][column]) for column, at in cells.items())
    return found


def _by_name(
    base: Sequence[TracedLine], groups: Sequence[Group], now: Resolved, present: Present, taken: Container[int]
) -> dict[int, int]:
    """Return the lines of the plan that have the name of their line in the base text and say what the file says."""
    named = {line.name: at for at, line in enumerate(present.trace.lines) if line.parts and at not in taken}
    found = {}
    for group in groups:
        if len(group.base) == len(group.now) == 1 and base[group.base[0]].parts:
            at = named.get(base[group.base[0]].name)
            words = now.paragraphs[group.now[0]].text
            if at is not None and words and words == present.trace.lines[at].text != base[group.base[0]].text:
                found[group.now[0]] = at
    return found


def _known(groups: Sequence[Group], ours: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    for group in groups:
        if len(group.base) == len(group.now) == 1 and group.base[0] in ours:
            yield group.now[0], ours[group.base[0]]


def settled_lines(groups: Sequence[Group], said: Mapping[int, int], ours: Mapping[int, int]) -> dict[int, int]:
    """Return `ours` with what `said` tells for certain; a line of the plan is a version of no other one then."""
    certain: dict[int, int] = {}
    for group in groups:
        for one, two in zip(group.base, group.now, strict=False):
            if two in said:
                certain.setdefault(one, said[two])
    claimed = set(said.values())
    rest = {base: line for base, line in ours.items() if base not in certain and line not in claimed}
    return {**rest, **certain}
