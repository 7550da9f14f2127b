"""A reviewer who does anything that Word allows to random places of a document, and remembers what it was.

Every edit has words of its own, so that it can be told afterwards what became of it.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from tests.unit.review.returned.word import W, Word, text_of

_SIGNS = "鼋鼍龆龊龉龋黼黻麴鹬鹄骧馥馐餮飨颢颉顼鞲"
"""Characters that no plan has."""


@dataclass
class Reviewer:
    """Edits a document; `told` are the words that must be in the plan afterwards or in the report, `things` how many
    edits beside the characters the report must list."""

    word: Word
    chance: random.Random
    told: list[str] = field(default_factory=list)
    things: int = 0
    log: list[str] = field(default_factory=list)
    _used: set[int] = field(default_factory=set)
    _cells: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._cells = {id(p) for cell in self.word.root.iter(f"{W}tc") for p in cell.iter(f"{W}p")}

    def work(self, edits: int) -> None:
        """Make so many edits, no two in one paragraph."""
        for _ in range(edits):
            self._edit()

    def _edit(self) -> None:
        by = self.chance.choice([None, None, "王强", "李敏"])
        actions: list[Callable[[str | None], str]] = [
            self._words, self._words, self._delete, self._insert, self._split, self._cut, self._join, self._append,
            self._move, self._clause, self._row, self._drop_row, self._cell, self._break, self._picture, self._table,
            self._comment, self._heading, self._retype, self._item,
        ]  # fmt: skip
        action = self.chance.choice(actions)
        self.log.append(f"{action.__name__} {by or ''}: {action(by)}")

    def _prose(self, least: int = 12) -> list[Element]:
        new = {id(p) for cell in self.word.root.iter(f"{W}tc") for p in cell.iter(f"{W}p")}
        found = (p for p in self.word.root.iter(f"{W}p") if id(p) not in new and not _of_contents(p))
        return [p for p in found if len(text_of(p)) >= least and id(p) not in self._used]

    def _one(self, least: int = 12) -> Element:
        paragraph = self.chance.choice(self._prose(least))
        self._used.add(id(paragraph))
        return paragraph

    def _new(self, length: int = 4) -> str:
        words = "".join(self.chance.choice(_SIGNS) for _ in range(length))
        self.told.append(words)
        return words

    def _words(self, by: str | None) -> str:
        paragraph = self._one()
        words = text_of(paragraph)
        at, length = self.chance.randrange(len(words)), self.chance.randrange(6)
        if any(one.isdigit() for one in words[max(0, at - 3) : at + length + 3]):
            return "a figure"
        new = self._new() if self.chance.random() < 0.7 else ""
        self.word._edit(paragraph, at, min(length, len(words) - at), new, by)
        return f"{words[:20]} {at} {length} {new}"

    def _retype(self, by: str | None) -> str:
        paragraph = self._one()
        words = text_of(paragraph)
        self.word._edit(paragraph, 0, len(words), f"{self._new(8)}。", by)
        return words[:20]

    def _delete(self, by: str | None) -> str:
        words = text_of(self._one())
        self.word.delete_paragraphs(words, by=by)
        return words[:20]

    def _insert(self, by: str | None) -> str:
        words = text_of(self._one())
        self.word.insert_after(words, f"{self._new()}。", by=by)
        return words[:20]

    def _item(self, by: str | None) -> str:
        words = text_of(self._one())
        self.word.insert_after(words, f"{self.chance.choice(['（3）', '4.', '（五）'])}{self._new()}。", by=by)
        return words[:20]

    def _heading(self, by: str | None) -> str:
        words = text_of(self._one())
        level = self.chance.choice(["Heading2", "Heading3"])
        styles = [p for p in self.word.root.iter(f"{W}p") if _style(p) == level]
        if styles:
            self.word.insert_after(words, f"{text_of(styles[0])}::{self._new()}", by=by)
        return words[:20]

    def _split(self, by: str | None) -> str:
        return self._parted(self.word.split, by)

    def _cut(self, by: str | None) -> str:
        return self._parted(self.word.cut, by)

    def _parted(self, part: Callable[..., None], by: str | None) -> str:
        paragraph = self._one()
        words = text_of(paragraph)
        first = words[: self.chance.randrange(6, len(words) - 4)]
        if sum(first in text_of(p) for p in self.word.root.iter(f"{W}p")) == 1:
            part(first, by=by)
        return first

    def _join(self, by: str | None) -> str:
        return self._merged(self.word.join, by)

    def _append(self, by: str | None) -> str:
        return self._merged(self.word.append, by)

    def _merged(self, merge: Callable[..., None], by: str | None) -> str:
        paragraph = self._one()
        around = list(self.word._holder(paragraph))
        following = around[around.index(paragraph) + 1]
        if following in self._prose():
            self._used.add(id(following))
            merge(text_of(paragraph), by=by)
        return text_of(paragraph)[:20]

    def _move(self, by: str | None) -> str:
        words, behind = text_of(self._one()), text_of(self._one())
        self.word.move(words, words, behind, by=by)
        return f"{words[:20]} → {behind[:20]}"

    def _clause(self, by: str | None) -> str:
        paragraph, other = self._one(), self._one()
        clauses = text_of(paragraph).split("，")
        if len(clauses) > 2:
            words = f"{clauses[1]}，"
            self.word._edit(paragraph, text_of(paragraph).index(words), len(words), "", by)
            self.word._edit(other, len(text_of(other)), 0, words, by)
        return f"{clauses[-1][:20]} → {text_of(other)[:20]}"

    def _rows(self) -> list[list[Element]]:
        rows = ([next(c.iter(f"{W}p")) for c in row.iter(f"{W}tc")] for row in self.word.root.iter(f"{W}tr"))
        free = self._cells - self._used
        return [row for row in rows if len(row) > 1 and {id(p) for p in row} <= free]

    def _some_row(self) -> tuple[list[Element], str]:
        row = self.chance.choice(self._rows())
        self._used |= {id(p) for p in row}
        return row, "".join(map(text_of, row))

    def _row(self, by: str | None) -> str:
        row, words = self._some_row()
        self.word.add_row(words, *(self._new(2) for _ in row), by=by)
        return words[:20]

    def _drop_row(self, by: str | None) -> str:
        _, words = self._some_row()
        self.word.drop_row(words, by=by)
        return words[:20]

    def _cell(self, by: str | None) -> str:
        row, words = self._some_row()
        cell = self.chance.choice(row)
        self.word._edit(cell, 0, len(text_of(cell)), self._new(), by)
        return words[:20]

    def _break(self, by: str | None) -> str:
        return self._thing(self.word.break_line, by)

    def _picture(self, by: str | None) -> str:
        return self._thing(self.word.insert_picture, by)

    def _thing(self, insert: Callable[..., None], by: str | None) -> str:
        words = text_of(self._one())
        self.things += 1
        insert(words, by=by)
        return words[:20]

    def _table(self, by: str | None) -> str:
        words = text_of(self._one())
        self.word.add_table(words, [[self._new(2), self._new(2)], [self._new(2), self._new(2)]], by=by)
        return words[:20]

    def _comment(self, by: str | None) -> str:
        words = text_of(self._one())
        self.word.comment(words[:8], f"批注{self._new()}", by=by or "李敏")
        return words[:20]


def _style(paragraph: Element) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return style.get(f"{W}val", "") if style is not None else ""


def _of_contents(paragraph: Element) -> bool:
    return _style(paragraph).upper().startswith("TOC")


def unexplained(mine: Sequence[str], theirs: Sequence[str], told: Sequence[str]) -> list[str]:
    """Return the lines that one side has and the other has not, of which nothing is told.

    What is told of a paragraph that was split or joined is told of its pieces.
    """
    left, right = list(mine), list(theirs)
    for line in mine:
        if line in right:
            right.remove(line)
            left.remove(line)
    lines = [*left, *right]
    known = [line for line in lines if any(words in line or line in words for words in told if words.strip())]
    return [line for line in lines if not any(line in other or other in line for other in known)]
