"""Prices of one piece that no words before say of what: 按每平方米3500元测算, 每座补助320万元."""

from __future__ import annotations

from planforge.facts.heads.left_heads import Head
from planforge.facts.names.indicators import Name
from planforge.facts.passage import PassageReader
from planforge.facts.topic import Around, Topic
from planforge.patterns import expression

_EACH = "每"
_PRICE = expression(
    "(?:[按以]照?)?(?:单价|造价|标准)?每(?:平方米|立方米|平米|公里|公顷|千米|平方公里|延米|吨|千瓦|亩|座|个|处|所|家|户|套|栋|幢|间"
    "|台|辆|架|件|张|株|头|只|项|条|村|镇|人|名|床|米)(?:每[年月日])?"
    "(?:给予|安排|平均|最高|一次性|财政|省级?|市级?|县级?|中央|建设|工程|综合)*"
    "(?:补助|补贴|奖励|奖补|扶持|投资|投入|造价|单价|成本|价格|费用|补偿|资金|收费|标准)*"
)


def price_of_one(reader: PassageReader, around: Around, head: Head) -> Topic | None:
    """Return the topic of such a price: without a name, for the price of one thing is not that of another."""
    if around.grown is not None or around.figure.unit.kind != "money" or _EACH not in head.name:
        return None
    bare = _PRICE.fullmatch(head.name) is not None and not reader.situation.table.resolve(head.name).known
    return Topic(Name(""), head.name, head.verbs) if bare else None
