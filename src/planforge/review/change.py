"""`Change`: one difference between two versions, of a fixed kind, with the place on both sides."""

from __future__ import annotations

import hashlib
from enum import Enum

from planforge.records import record
from planforge.source.place import Place


class Area(Enum):
    """What a change is about; the order is that of a report: targets first."""

    TARGET = "target"
    FIGURE = "figure"
    INDICATOR = "indicator"
    TASK = "task"
    TABLE = "table"
    CHART = "chart"
    BOX = "box"
    HEADING = "heading"
    ELEMENT = "element"
    PROSE = "prose"


class Action(Enum):
    """What happened."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"
    RENAMED = "renamed"
    POSTPONED = "postponed"
    ADVANCED = "advanced"
    SPLIT = "split"
    MERGED = "merged"


class Judgement(Enum):
    """What a change does to a target."""

    STRONGER = "stronger"
    WEAKER = "weaker"
    EQUAL = "equal"
    NONE = "none"


@record(frozen=True, slots=True)
class Change:
    """One change.

    Attributes:
        subject: what changed: the indicator with its year, the task, the heading, the first words of a paragraph.
        old: what stood there, "" for something new.
        new: what stands there now, "" for something removed.
        old_place: where it stood.
        new_place: where it stands.
        detail: a remark, e.g. which field of a task.
    """

    area: Area
    action: Action
    subject: str
    old: str = ""
    new: str = ""
    old_place: Place | None = None
    new_place: Place | None = None
    judgement: Judgement = Judgement.NONE
    detail: str = ""

    @property
    def kind(self) -> str:
        """The fixed word for this sort of change, e.g. target-changed."""
        return f"{self.area.value}-{self.action.value}"

    @property
    def fingerprint(self) -> str:
        """A stable name of the change: it survives moved lines."""
        words = "\x1f".join((self.kind, self.subject, self.detail, self.old, self.new))
        return hashlib.sha256(words.encode()).hexdigest()[:16]
