"""Words that alone say which part of what was named before is meant: 城镇, 东部地区, 城镇居民, of traders 企业."""

from __future__ import annotations

from planforge.facts.passage import PassageReader
from planforge.facts.statement import Statement
from planforge.facts.writing.words import table
from planforge.patterns import expression

AREAS = expression("(?:[东西南北中]{1,2}部|粤|苏|皖|浙|闽|辽|鲁|陕|川)[\u4e00-\u9fff]{0,8}?地区")
"""Areas of a country or province that are told beside each other."""
_FIRMS, _TRADERS = "企业", "市场主体"
_RESIDENTS, _OF_RESIDENTS = "居民", expression("^[\u4e00-\u9fff]{0,4}居民(?=人均)")


def names_part(reader: PassageReader, name: str, last: Statement) -> bool:
    """Whether a head only says which part is meant; firms are one of traders: 市场主体2.1万户，其中企业0.3万户."""
    if name == _FIRMS:
        return last.indicator == _TRADERS and last.position.sentence == reader.sentence
    return name in table("phrases")["parts"] or (name.endswith("地区") and AREAS.fullmatch(name) is not None)


def measured_of(last: Statement, part: str) -> str:
    """Return what is measured of the whole before a part, without 居民 where the part names residents itself.

    居民人均可支配收入2.2万元，其中城镇居民3.6万元.
    """
    measured = last.parent.indicator if last.parent is not None else last.indicator
    return _OF_RESIDENTS.sub("", measured) if part.endswith(_RESIDENTS) else measured
