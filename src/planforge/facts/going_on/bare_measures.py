"""Measures told right behind another one of the same thing: 秸秆产生量180万吨，综合利用率92% is the rate of 秸秆.

What the rate or the revenue is of stands in the name before: the waste, the disputes, the trade. A measure that no
such name stands right before stays as it is.
"""

from __future__ import annotations

import re

from planforge.facts.heads.left_heads import Head
from planforge.facts.names.trimming import plain_name
from planforge.facts.passage import LONGEST_CLAUSE, PassageReader
from planforge.facts.statement import Statement
from planforge.facts.topic import Around, Topic
from planforge.patterns import expression

_LONGEST = 10
_SHORTEST_OWNER = 2
_WASTE = expression(
    "(?P<of>[\u4e00-\u9fff]*(?:废弃物|废物|固废|秸秆|粪污|粪便|垃圾|污泥|农膜|地膜|渣土|尾矿|粉煤灰|煤矸石|包装|包装物))"
    "(?:分类|收集|处理)?(?:年?(?:均|平均)?(?:产生|综合利用|利用|处理|处置|收集|回收|清运|排放)总?量"
    "|覆盖[面率]|(?:收集|处理|处置|回收|分类|达标|减量)率)"
)
_RATE_OF_WASTE = expression(
    "(?:资源化|综合|循环|再生|回收|无害化|安全|有效|集中|规范)+(?:利用|处理|处置|回收)*率|(?:利用|处置|回收)率"
)
_DISPUTE = expression(
    "(?P<of>[\u4e00-\u9fff]*(?:争议|纠纷|矛盾))(?:案件)?(?:调解|仲裁|诉讼|受理|化解|办案)*(?:[\u4e00-\u9fff]{2}率|案件|数量)?"
)
_RATE_OF_DISPUTE = expression("(?:案件)?(?:调解|仲裁|化解|受理)?(?:按期)?(?:调解|结案|成功|化解|受理|办结|审结|终结)率")
_TRADE = expression("(?P<of>[\u4e00-\u9fff]{2,8})业务(?:总?量|总?收入)")
_OF_TRADE = expression("业务(?:总?收入|总?量)")
_PAIRS = ((_RATE_OF_WASTE, _WASTE), (_RATE_OF_DISPUTE, _DISPUTE), (_OF_TRADE, _TRADE))
_NEXT = expression("[^，、；。]{0,8}[，、](?:其中)?[^，、；。]*")
"""What can stand between two figures of one thing: nothing that names another one."""


def measured_too(reader: PassageReader, around: Around, head: Head) -> Topic | None:
    """Return the topic of a bare measure that goes on with the thing of the figure right before it."""
    last, plain = reader.done[-1] if reader.done else None, plain_name(head.name)
    if last is None or head.right_end or len(plain) > _LONGEST or not (plain.endswith("率") or "业务" in plain):
        return None
    told = next((thing for bare, thing in _PAIRS if bare.fullmatch(plain)), None)
    if told is None or not _stands_next(reader, around, last):
        return None
    owner = _owner(told, last)
    return Topic(reader.situation.table.resolve(owner + plain), head.name, head.verbs) if owner else None


def _stands_next(reader: PassageReader, around: Around, last: Statement) -> bool:
    end, start = last.quantity.end, around.figure.start
    return start - end < LONGEST_CLAUSE and _NEXT.fullmatch(reader.words, end, start) is not None


def _owner(told: re.Pattern[str], last: Statement) -> str:
    """Return the thing whose other measure stands before, "" for none."""
    found = told.fullmatch(last.indicator)
    return found["of"] if found is not None and len(found["of"]) >= _SHORTEST_OWNER else ""
