"""Computes every number a plan prints: headings, points, tasks, tables, 专栏, figures. None is ever typed."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, field

from planforge.outline.block import Block, Outline
from planforge.plan.numerals import LEVELS, chinese, complete, styled
from planforge.records import record
from planforge.source.problem import Problem, ProblemKind, quoted

ATTACHED = "附件"
"""The role of a chapter that is an annex."""
REFERENCE_KINDS = {
    "表": "table",
    "专栏": "box",
    "图": "figure",
    "章": "chapter",
    "附件": "chapter",
    "节": "heading",
    "任务": "task",
}
_BELOW_CHAPTER = tuple(str(level) for level in range(2, LEVELS + 1))
_SERIAL = {"table": "表", "box": "专栏", "figure": "图", "chart": "图"}
_SAME = {"chart": "figure"}
"""Kinds that are counted and referred to with those of another kind."""


@record(frozen=True)
class Numbered:
    """What numbering found out about a block: id, level, the number before it, its label in a reference."""

    id: str
    level: int = 0
    number: str = ""
    label: str = ""


@dataclass
class Numbering:
    """The numbers of a whole outline. `labels` is by (kind, id); `of` by the identity of the block."""

    labels: dict[tuple[str, str], str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    _of: dict[int, Numbered] = field(default_factory=dict)
    _explicit: dict[tuple[str, str], Block] = field(default_factory=dict)

    def of(self, block: Block) -> Numbered:
        """Return what is known of a block of the outline."""
        return self._of[id(block)]

    def add(self, block: Block, numbered: Numbered) -> None:
        """Note a block; the first of two with the same name is the one references mean."""
        self._of[id(block)] = numbered
        key = (_SAME.get(block.kind, block.kind), numbered.id)
        if block.one("id") is not None:
            first = self._explicit.setdefault(key, block)
            if first is not block:
                message = f"引用名{quoted(numbered.id)}用了两次，引用时分不清是哪一个，请改一个名字"
                related = ((first.span, "第一次用在这里"),)
                self.problems.append(Problem(ProblemKind.DUPLICATE_ID, message, block.span, related))
            self.labels[key] = numbered.label
        self.labels.setdefault(key, numbered.label)


def number(outline: Outline, styles: tuple[str, ...]) -> Numbering:
    """Number an outline; `styles` are those the plan names, chapter first."""
    attached = [chapter for chapter in outline.chapters if is_attached(chapter)]
    counter = _Counter(complete(styles), len(attached))
    for chapter in outline.chapters:
        counter.chapter(chapter)
        for block in chapter.children:
            counter.block(block)
    return counter.numbering


def is_attached(chapter: Block) -> bool:
    """Return whether a chapter of the outline is an annex."""
    return any(role.printed == ATTACHED for role in chapter.fields.get("role", ()))


class _Counter:
    def __init__(self, styles: tuple[str, ...], annexes: int) -> None:
        self.styles = styles
        self.annexes = annexes
        self.attached = 0
        self.numbering = Numbering()
        self.counts = [0] * (LEVELS + 1)
        self.serial: Counter[str] = Counter()
        self.ids: dict[tuple[str, str], int] = {}
        self.through = False
        self.tasks = 0
        self.open_level = 1

    def chapter(self, block: Block) -> None:
        """Number a chapter; annexes count apart, and tasks that are counted through a chapter begin anew."""
        self.through = block.word("count.task") == "通章"
        self.tasks, self.open_level = 0, 1
        if is_attached(block):
            self.numbering.add(block, Numbered(self._id(block), 1, *self._annex()))
            return
        number = self._next(1)
        # 一、 has no name of its own in a sentence; a chapter is then called 第一部分
        label = number if number.startswith("第") else f"第{chinese(self.counts[1])}部分"
        self.numbering.add(block, Numbered(self._id(block), 1, number, label))

    def block(self, block: Block) -> None:
        """Number a block within the chapter that was numbered last."""
        kind = block.kind
        if kind in ("heading", "point", "task"):
            self._levelled(block)
        elif kind in _SERIAL:
            self.numbering.add(block, Numbered(self._id(block), label=self._serial_label(block)))
        else:
            self.numbering.add(block, Numbered(self._id(block)))

    def _levelled(self, block: Block) -> None:
        default = 2 if block.kind == "heading" else min(self.open_level + 1, LEVELS)
        written = block.word("level")
        level = int(written) if written in _BELOW_CHAPTER else default
        if block.kind == "heading":
            self.open_level = level
        if block.word("numbered", "true") == "false":
            number = ""
        elif block.kind == "task" and self.through:
            self.tasks += 1
            number = styled(self.styles[level - 1], self.tasks)
        else:
            number = self._next(level)
        label = number.strip("、.．，")
        label = f"任务{label}" if block.kind == "task" else label or f"“{self._id_base(block)}”"
        self.numbering.add(block, Numbered(self._id(block), level, number, label))

    def _annex(self) -> tuple[str, str]:
        """Return the number of the next annex and its label; a single one has no number (7.3.7)."""
        self.counts[2:] = [0] * (LEVELS - 1)
        self.attached += 1
        number = ATTACHED if self.annexes == 1 else f"{ATTACHED}{self.attached}"
        return number, number

    def _next(self, level: int) -> str:
        self.counts[level] += 1
        self.counts[level + 1 :] = [0] * (LEVELS - level)
        return styled(self.styles[level - 1], self.counts[level])

    def _serial_label(self, block: Block) -> str:
        """Return 表1, 图1, 专栏1 or that of the series; of a document of another format what it prints itself."""
        if block.title is not None and not block.title.segments:
            return ""  # a table without a caption
        if printed := block.word("label"):
            return printed
        series = block.word("series")
        if block.kind == "box" and series:
            self.serial[f"series {series}"] += 1
            return f"{series}之{chinese(self.serial[f'series {series}'])}"
        self.serial[_SERIAL[block.kind]] += 1
        return f"{_SERIAL[block.kind]}{self.serial[_SERIAL[block.kind]]}"

    def _id(self, block: Block) -> str:
        """Return the id the drafter gave, else the title, else a digest of the words: stable when others move."""
        base = self._id_base(block)
        kind = _SAME.get(block.kind, block.kind)
        again = self.ids[kind, base] = self.ids.get((kind, base), 0) + 1
        return base if again == 1 or block.one("id") is not None else f"{base}#{again}"

    def _id_base(self, block: Block) -> str:
        given = block.word("id") or (block.title.printed if block.title else "")
        if given:
            return given
        words = "".join(text.printed for text in block.paragraphs)
        return f"{block.kind}-{hashlib.sha256(words.encode()).hexdigest()[:10]}"
