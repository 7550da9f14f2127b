"""A chart: a table of the ledger that is drawn as well, one panel an indicator, so that no two units share an axis."""

from __future__ import annotations

from decimal import Decimal

from planforge.plan.model import Table
from planforge.records import record

BARS = "柱形图"
LINES = "折线图"
_TARGET = "目标"
NONE = "—"
"""Stands for a figure that the ledger has not."""


@record(frozen=True)
class Point:
    """A figure of an indicator as it is drawn; `value` is None when there is none, or none that can be drawn."""

    year: int
    printed: str
    value: Decimal | None = None
    target: bool = False

    @property
    def at(self) -> str:
        """The year as it stands below the axis."""
        return f"{self.year}年"

    @property
    def mark(self) -> str:
        """The word below the year that tells a target from a fact."""
        return _TARGET if self.target else ""


@record(frozen=True)
class Panel:
    """An indicator with its unit and a point for every year of the chart."""

    name: str
    unit: str
    points: tuple[Point, ...]

    @property
    def title(self) -> str:
        """The name with the unit behind it."""
        return f"{self.name}（{self.unit}）" if self.unit else self.name

    @property
    def alt(self) -> str:
        """What the panel shows, in words."""
        words = (f"{p.at}{p.mark}{p.printed}" if p.value is not None else f"{p.at}{_missing(p)}" for p in self.points)
        return f"{self.title}：{'，'.join(words)}"


@record(frozen=True, kw_only=True)
class Chart(Table):
    """A table of the ledger with its figures drawn above it.

    `kind` is `BARS` or `LINES`; `named` are the years as the drafter wrote them, none when they follow from the ledger.
    """

    kind: str
    panels: tuple[Panel, ...]
    named: tuple[str, ...] = ()

    @property
    def alt(self) -> str:
        """The whole chart in words, for those who cannot see it."""
        return f"{self.kind}。{'；'.join(panel.alt for panel in self.panels)}。"


def _missing(point: Point) -> str:
    return "无数据" if point.printed == NONE else f"{point.mark}{point.printed}（没有画）"
