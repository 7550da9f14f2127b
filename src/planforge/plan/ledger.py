"""The ledger (台账): one entry an indicator, figures kept in the characters the drafter wrote.

`2.90` stays 2.90 and `230以上` keeps its comparator: what the comparator means is for `facts` to say; here a
figure is only taken apart so that it can be printed with its unit in the right place (230家以上).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from decimal import Decimal

from planforge.outline.text import Text
from planforge.patterns import expression
from planforge.records import cached_property, record
from planforge.source.place import Span

PREFIXES = ("不少于", "不低于", "不超过", "不高于", "超过", "突破", "大于", "小于", "高于", "低于", "至少", "至多",
            "约", "近", "超", "逾", "≥", "≤", ">", "<", "＞", "＜")  # fmt: skip
SUFFIXES = ("以上", "以下", "以内", "左右", "上下", "余", "多")
_FIGURE = expression(
    rf"\s*(?P<prefix>{'|'.join(PREFIXES)})?\s*(?P<number>-?\d[\d,，]*(?:\.\d+)?)\s*(?P<approx>余|多)?\s*"
    rf"(?P<unit>[^\d\s]*?)\s*(?P<suffix>{'|'.join(SUFFIXES)})?\s*"
)
MAX_DIGITS = 20
MAX_WRITTEN = 60
_SPAN = expression(r"(?P<start>\d{4})\s*[-—–～~至]\s*(?P<end>\d{4})\s*(?:年(?!均)\s*)?(?P<words>.*)")


@record(frozen=True)
class LedgerFigure:
    """A figure of the ledger: 230以上 → number “230”, suffix “以上”. `text` is where it stands."""

    text: Text
    number: str
    prefix: str = ""
    approx: str = ""
    unit: str = ""
    suffix: str = ""

    @property
    def value(self) -> Decimal:
        """The number itself."""
        return Decimal(self.number.replace(",", "").replace("，", ""))

    @property
    def decimals(self) -> int:
        """How many digits stand behind the point."""
        return len(self.number.partition(".")[2])

    def printed(self, unit: str) -> str:
        """Return the figure with its unit as prose writes it: 230 + 家 + 以上."""
        return f"{self.prefix}{self.number}{self.approx}{self.unit or unit}{self.suffix}"


@record(frozen=True)
class Indicator:
    """One indicator. `actual` and `target` are by year, `total` and `growth` by (first, last) year.

    `stated` holds what the document claims about a change, by (first, last) year and its words, e.g.
    ((2015, 2020), "年均增速").
    """

    name: Text
    span: Span
    unit: str = ""
    aliases: tuple[Text, ...] = ()
    scope: str = ""
    tier: str = ""
    direction: str = ""
    nature: str = ""
    owner: Text | None = None
    origin: Text | None = None
    actual: Mapping[int, LedgerFigure] = field(default_factory=dict)
    target: Mapping[int, LedgerFigure] = field(default_factory=dict)
    total: Mapping[tuple[int, int], LedgerFigure] = field(default_factory=dict)
    growth: Mapping[tuple[int, int], LedgerFigure] = field(default_factory=dict)
    stated: Mapping[tuple[int, int, str], LedgerFigure] = field(default_factory=dict)

    def figure(self, year: int) -> LedgerFigure | None:
        """Return the figure of a year: the actual one, else the target."""
        return self.actual.get(year) or self.target.get(year)


@record(frozen=True)
class Ledger:
    """All indicators in the order of the file."""

    indicators: tuple[Indicator, ...] = ()

    @cached_property
    def _by_name(self) -> dict[str, Indicator]:
        """Every indicator by its aliases and its name; a name counts before an alias, the first before the others."""
        found: dict[str, Indicator] = {}
        for entry in self.indicators:
            found.setdefault(entry.name.printed, entry)
        for entry in self.indicators:
            for alias in entry.aliases:
                found.setdefault(alias.printed, entry)
        return found

    def __iter__(self) -> Iterator[Indicator]:
        return iter(self.indicators)

    def find(self, name: str) -> Indicator | None:
        """Return the indicator with this name or alias."""
        return self._by_name.get(name)

    def named_before(self, words: str) -> str:
        """Return the longest name or alias that these words end with, "" when there is none."""
        return max((name for name in self._by_name if words.endswith(name)), key=len, default="")


def parse_figure(text: Text) -> LedgerFigure | None:
    """Take a written figure apart, or return None when it is none, or has more digits than any statistic has."""
    match = _FIGURE.fullmatch(text.printed) if len(text.printed) <= MAX_WRITTEN else None
    if match is None or sum(character.isdigit() for character in match["number"]) > MAX_DIGITS:
        return None
    part = {key: value or "" for key, value in match.groupdict().items()}
    if part["unit"].strip() in SUFFIXES and not part["suffix"]:
        part["unit"], part["suffix"] = "", part["unit"].strip()
    return LedgerFigure(text, **part)


def parse_span(written: str) -> tuple[int, int, str] | None:
    """Take “2015-2020 年均增速” (2015—2020年年均增速) apart into first year, last year and the words behind."""
    match = _SPAN.fullmatch(written.strip())
    return (int(match["start"]), int(match["end"]), match["words"]) if match else None
