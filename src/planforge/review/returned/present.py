"""What the plan prints now, paragraph by paragraph with the texts it is made of; the base text is matched with it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from planforge.errors import SourceError
from planforge.plan.load import read_plan
from planforge.plan.model import Chapter, Heading, Plan, Table
from planforge.plan.slots import Slot, slots
from planforge.records import cached_property, record
from planforge.render.build import render_page
from planforge.render.context import context_of
from planforge.render.pictures import or_placeholder
from planforge.render.trace import Trace, TracedLine
from planforge.render.tracing import trace_of
from planforge.review.house import house_of
from planforge.review.returned.likeness import likeness, matched
from planforge.source.place import SourceFile
from planforge.source.problem import Problem
from planforge.source.tree import Tree

_RENAMED = 0.3


@record(frozen=True)
class Present:
    """The plan as it is now."""

    tree: Tree
    main: str
    plan: Plan
    problems: tuple[Problem, ...]
    files: tuple[SourceFile, ...]
    trace: Trace

    @cached_property
    def slots(self) -> list[Slot]:
        """Return every printed text."""
        return slots(self.plan)

    @cached_property
    def by_key(self) -> dict[str, int]:
        """Return the places of the slots by their names."""
        found: dict[str, int] = {}
        for at, slot in enumerate(self.slots):
            found.setdefault(slot.key, at)
        return found

    def table(self, line: int) -> Table | None:
        """Return the table that a line is a cell of."""
        slot = self.slot(line)
        return slot.owner if slot and isinstance(slot.owner, Table) else None

    def slot(self, line: int) -> Slot | None:
        """Return the first text of a line."""
        parts = self.trace.lines[line].parts
        return self.slots[self.by_key[parts[0].key]] if parts else None

    def is_shown(self, at: int) -> bool:
        """Return whether a text is a cell that only shows what the ledger or a task says."""
        slot = self.slots[at]
        return isinstance(slot.owner, Table) and slot.owner.from_ledger and slot.field in ("head", "rows")

    @cached_property
    def _origins(self) -> dict[tuple[str, int, int, str], int]:
        own = (at for at in range(len(self.slots)) if not self.is_shown(at))
        return {_origin(self.slots[at]): at for at in own}

    def origin(self, at: int) -> int:
        """Return the text that a cell shows, the text itself when it shows none."""
        return self._origins.get(_origin(self.slots[at]), at) if self.is_shown(at) else at

    @cached_property
    def where(self) -> list[tuple[str, ...]]:
        """Return for each line the headings above it and, last, its own if it is a heading."""
        found: list[tuple[str, ...]] = []
        path: list[tuple[int, str]] = []
        for line in self.trace.lines:
            owner = self.slots[self.by_key[line.parts[0].key]].owner if line.parts else None
            if isinstance(owner, Chapter | Heading):
                level = owner.level if isinstance(owner, Heading) else 1
                name = owner.text if isinstance(owner, Heading) else owner.heading
                path = [*(one for one in path if one[0] < level), (level, name.printed)]
            found.append(tuple(name for _, name in path))
        return found

    def level(self, line: int) -> int:
        """Return the level of the heading that a line is, 0 for another line and a heading run in with its text."""
        slot = self.slot(line)
        owner = slot.owner if slot else None
        if isinstance(owner, Heading):
            return 0 if owner.run_in else owner.level
        return 1 if isinstance(owner, Chapter) else 0


def _origin(slot: Slot) -> tuple[str, int, int, str]:
    """Return the stretch of the file and the words of a text: a cell that shows another text has the same."""
    whole = slot.text.whole
    return whole.file.path, whole.start, whole.end, slot.text.printed


def read_present(tree: Tree, main: str, shelves: Sequence[Path] = ()) -> Present:
    """Read the plan and print it in memory.

    Args:
        tree: where the plan is read from.
        main: its main file.
        shelves: the folders with house formats beside those that ship.

    Raises:
        PlanforgeError: when the plan cannot be read or printed.
    """
    reading = read_plan(tree, main)
    if reading.plan is None:
        first = reading.problems[0]
        raise SourceError(f"规划读不出来：{first.span.place} {first.message}", hint="用 planforge lint 查看全部问题")
    if not reading.plan.from_source:
        raise SourceError(f"“{tree.name(main)}”不是规划的 YAML 文件", hint="第一个参数应为规划文件夹")
    house = house_of(reading.plan.house, tree.root)
    pictures = or_placeholder(tree.read_bytes)
    page = render_page(context_of(reading.plan, pictures), house)
    trace = trace_of(reading.plan, page, house, pictures, reading.files)
    return Present(tree, main, reading.plan, reading.problems, reading.files, trace)


def matched_lines(base: Sequence[TracedLine], present: Present) -> dict[int, int]:
    """Return the lines of the present plan by the lines of the base text they are versions of."""
    now = present.trace.lines
    same = {(line.name, line.text): at for at, line in reversed(list(enumerate(now))) if line.parts}
    pairs = {
        at: same.pop(key) for at, line in enumerate(base) if line.parts and (key := (line.name, line.text)) in same
    }
    taken = set(pairs.values())
    left, right = [at for at in range(len(base)) if at not in pairs], [at for at in range(len(now)) if at not in taken]
    found = matched([base[at].text for at in left], [now[at].text for at in right])
    pairs |= {left[one]: right[two] for one, two in found.items()}
    taken = set(pairs.values())
    free = {line.name: at for at, line in enumerate(now) if line.parts and at not in taken}
    for at, line in enumerate(base):
        other = free.get(line.name) if at not in pairs and line.parts else None
        if other is not None and likeness(line.text, now[other].text) >= _RENAMED:
            pairs[at] = other
    return pairs
