"""`Statement`: one numeric statement of the plan, understood: what, how much, when, in which role, and where.

`gates` say what was explicit and what was only inferred; a rule may speak of an error only when all that it leans on
was explicit.
"""

from __future__ import annotations

from dataclasses import field
from enum import Enum
from fractions import Fraction

from planforge.facts.changes.growth import Kind, rate_interval, ratio_interval
from planforge.facts.figures.interval import Interval
from planforge.facts.figures.precision import Approximation, Comparator, Written
from planforge.facts.figures.quantity import Quantity
from planforge.facts.times.years_meant import Years
from planforge.plan.model import Context
from planforge.records import cached_property, record
from planforge.source.place import Span


class Role(Enum):
    """What is, what shall be, and what things are measured from."""

    ACTUAL = "actual"
    TARGET = "target"
    BASELINE = "baseline"

    @property
    def done(self) -> bool:
        """Whether it speaks of what is or was."""
        return self is not Role.TARGET


class Source(Enum):
    """Where a statement stands."""

    PROSE = "prose"
    BOX = "box"
    TABLE = "table"
    LEDGER = "ledger"


class Flow(Enum):
    """Whether a level is a state, what happened in its years together, or what happens in each year."""

    STOCK = "stock"
    FLOW = "flow"
    PER_YEAR = "per-year"


@record(frozen=True, slots=True)
class Gates:
    """What of a statement was said outright: its time, the base it is compared with, and its name."""

    time: bool = True
    base: bool = True
    name: bool = True


@record(frozen=True, slots=True)
class Position:
    """Where a statement stands in the order of the document: passage, sentence and, in a table, row and column."""

    passage: int
    sentence: int = 0
    row: int = -1
    column: int = -1


@record(frozen=True, eq=False)
class Statement:
    """One numeric statement.

    Attributes:
        span: the figure in the user's file: the number, with its % or 倍.
        quote: the words and the figure together.
        head: the user's words for what is counted; `indicator` what they mean, "" when nothing was found.
        years: when it holds; for growth by the year the period it covers. None when unknown.
        base_year: the year a change is reckoned from.
        action: for a flow, what was done (引进, 推荐); "" for what any plan does with anything (实施, 开展).
        builds: whether it tells of building (建成高标准农田10万亩), which need not be all there is.
        until: whether its time is a deadline or only inferred, so that a flow adds up to it.
        adjusted: whether a change is reckoned at constant prices or on a comparable basis (同比), not from the values.
        revised: whether it is so only because statistics revise the figure of the year before (比上年增长).
        falls, adds: whether a change goes down, and whether 增长 k 倍 was said.
        parent: the statement this one is a part or a growth of (其中, brackets, 较…翻番).
        referenced: printed from the ledger by a reference, so no statement of its own.
        label: what the reader calls the place (表1, 专栏3), "" in plain prose.
    """

    span: Span
    quote: Span
    indicator: str
    head: str
    known: bool
    tier: str
    scope: str
    kind: Kind
    quantity: Quantity
    role: Role
    years: Years | None
    source: Source
    position: Position
    base_year: int | None = None
    flow: Flow = Flow.STOCK
    action: str = ""
    builds: bool = False
    until: bool = False
    adjusted: bool = False
    revised: bool = False
    falls: bool = False
    adds: bool = False
    gates: Gates = field(default_factory=Gates)
    context: Context | None = None
    parent: Statement | None = None
    referenced: bool = False
    label: str = ""

    @property
    def literal(self) -> str:
        """The number as the user wrote it."""
        return self.quantity.literal

    @cached_property
    def value(self) -> Fraction:
        """The value in the plain unit (27万平方米 → 270000)."""
        return self.quantity.written.value

    @property
    def comparator(self) -> Comparator:
        """How the figure bounds its indicator."""
        return self.quantity.comparator

    @property
    def unit(self) -> str:
        """The unit in its canonical form, with the scale as written (万平方米)."""
        return self.quantity.scale + self.quantity.unit.name

    @property
    def shown(self) -> str:
        """The figure as a message shows it: number, unit, comparator words."""
        return self.span.file.text[self.span.start : self.span.end] if self.referenced else figure_words(self.quantity)

    @cached_property
    def interval(self) -> Interval:
        """Every value the figure admits; a share of a whole stays between 0 and 100."""
        found = self.quantity.interval
        if self.kind is not Kind.SHARE or self.quantity.unit.name != "%" or self.value > 100:
            return found
        if self.quantity.approximation is Approximation.ABOUT and self.quantity.low is None:
            points = _POINTS_OF_TENS if self.quantity.written.trailing else _POINTS
            found = found.meet(Interval(self.value - points, self.value + points))
        return found.meet(Interval(Fraction(0), Fraction(100)))

    @property
    def ratio(self) -> Interval:
        """End divided by base as a change claims it (total growth, multiples, doublings)."""
        return ratio_interval(self.kind, self.quantity, falls=self.falls, adds=self.adds)

    @property
    def rate(self) -> Interval:
        """The yearly rate as a fraction (growth by the year)."""
        return rate_interval(self.quantity, falls=self.falls)

    @property
    def order(self) -> tuple[int, int]:
        """The order in the document."""
        return self.position.passage, self.span.start


_POINTS, _POINTS_OF_TENS = 1, 2
"""Percentage points that 左右 leaves a share: 62%左右 may be 61%, not 60%; a round 60%左右 may be 58%."""
_AFTER = {Comparator.GE: "以上", Comparator.LE: "以下"}
_BEFORE = {Comparator.GT: "超过", Comparator.LT: "低于"}


_NEARLY_BEFORE = {Approximation.NEAR: "近"}
_NEARLY_AFTER = {Approximation.ABOUT: "左右"}


def figure_words(quantity: Quantity) -> str:
    """Return a figure in words of one fashion: 230家以上, 超过100家, 37.9%, 100家左右, 80—120家, 150多家."""
    if quantity.unit.name == "番":
        nearly = "近" if quantity.approximation is Approximation.NEAR else ""
        return f"翻{nearly}{quantity.literal}番{_AFTER.get(quantity.comparator) or _more(quantity)}"
    low = f"{_plain(quantity.low)}—" if quantity.low is not None else ""
    number = f"{low}{quantity.literal}{_measure(quantity)}"
    before = _BEFORE.get(quantity.comparator) or _NEARLY_BEFORE.get(quantity.approximation, "")
    return f"{before}{number}{_AFTER.get(quantity.comparator) or _NEARLY_AFTER.get(quantity.approximation, '')}"


def _measure(quantity: Quantity) -> str:
    """Return the scale and the unit with 多 where it is said: 多家 of 150余家, 万多人 of 3万余人, 公里多 of 5公里多."""
    more = _more(quantity)
    if quantity.approximation is Approximation.OVER_NUMBER:
        return f"{more}{quantity.scale}{quantity.raw_unit}"
    return f"{quantity.scale}{more}{quantity.raw_unit}" if quantity.scale else f"{quantity.raw_unit}{more}"


def _more(quantity: Quantity) -> str:
    return "多" if quantity.approximation in (Approximation.OVER_NUMBER, Approximation.OVER_SCALE) else ""


def _plain(written: Written) -> str:
    """Return a number as it was printed, without its scale: 80, 7.5."""
    return f"{float(written.number):.{written.decimals}f}"


def same_place(one: Statement, two: Statement) -> bool:
    """Whether two plain figures are printed to the same place (2.83% and 2.84%)."""
    plain = all(each.comparator is Comparator.EQ and each.quantity.low is None for each in (one, two))
    return plain and one.quantity.written.unit_in_last_place == two.quantity.written.unit_in_last_place
