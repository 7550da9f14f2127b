"""Whose freight, containers and passengers are told: a port goes on for all its measures in a sentence."""

from __future__ import annotations

from planforge.facts.passage import PassageReader
from planforge.facts.topic import Around
from planforge.patterns import expression


def port_before(reader: PassageReader, around: Around, plain: str) -> str:
    """Return the port that the sentence tells of: 青河港货物吞吐量12亿吨，居第一位；集装箱吞吐量2800万标箱."""
    if not plain.endswith("吞吐量") or _BARE_HANDLED.fullmatch(plain) is None:
        return ""
    told = (_PORT.match(one.indicator) for one in reversed(reader.same_sentence(around.figure)))
    return next((found["of"] for found in told if found is not None), "")


_BARE_HANDLED = expression("(?:外贸)?(?:货物|集装箱|旅客|货邮)?吞吐量")
_PORT = expression("(?P<of>[\u4e00-\u9fff]{2,12}?(?:港口|港|机场))(?:外贸)?(?:货物|集装箱|旅客|货邮)?吞吐量$")
