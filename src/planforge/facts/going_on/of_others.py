"""Figures that are of nothing named before: 100%的县通过评估, 均高于东部地区9.5%的增速, 惠及640人."""

from __future__ import annotations

from itertools import islice

from planforge.facts.figures.quantity import Form
from planforge.facts.passage import PassageReader
from planforge.facts.topic import Around
from planforge.patterns import expression


def of_such(reader: PassageReader, around: Around) -> bool:
    """Whether a percentage says of which things: 毛入园率达98%，100%的县通过评估; 里程4.8万公里，覆盖全国97%的城市."""
    if around.grown is not None or around.figure.form is not Form.PERCENT:
        return False
    return _REACHES.fullmatch(around.region) is not None and reader.words.startswith("的", around.figure.end)


def of_others(reader: PassageReader, around: Around) -> bool:
    """Whether a percentage is that of others, which something is compared with: 均高于东部地区9.5%的增速."""
    if around.grown is not None or around.figure.form is not Form.PERCENT:
        return False
    than = _THAN_OTHERS.match(around.region) is not None
    return than and _THEIR_RATE.match(reader.words, around.figure.end) is not None


def only_reached(reader: PassageReader, around: Around) -> bool:
    """Whether people are counted whom something reaches: 新增就业5120人；发放贷款1.3亿元，惠及640人 are no new jobs.

    They may be some of those that were reached before: 惠及居民2.86万户，其中2024年惠及9300户.
    """
    counted = around.figure.unit.counts and around.figure.raw_unit in _PEOPLE
    return counted and _BENEFITS.fullmatch(around.region) is not None and not _some_were_reached(reader, around)


def _some_were_reached(reader: PassageReader, around: Around) -> bool:
    before = islice(reversed(reader.done), _LOOKED_AT)
    last = next((one.quantity for one in before if one.quantity.raw_unit == around.figure.raw_unit), None)
    if last is None:
        return False
    told = reader.words[reader.clauses.clause_start(last.start) : last.start]
    return "惠及" in told or "受益" in told


_LOOKED_AT = 6
_PEOPLE = ("人", "户", "人次", "名", "户次")
_BENEFITS = expression("[，,、；]?(?:共|已|累计|直接|可|预计|将)*(?:惠及|受益)了?(?:约|近|超过?|达)?")
_THAN_OTHERS = expression("[，,、]?(?:均|仍|也|都|分别|增速|水平)*[高低快慢优好]于")


_THEIR_RATE = expression("的(?:平均)?(?:增速|增幅|增长|水平)")


_REACHES = expression(
    "[，,、]*(?:(?:还|另|仍)有|(?:已|共|可|直接)*(?:覆盖|惠及|辐射|连接|服务|吸引|带动)了?(?:全[国省市县区])?(?:约|近|超过?)?)?"
)
