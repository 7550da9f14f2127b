"""A year that only tells which thing is meant, and not when: 2000年底前建成的小区, 上年结转, 延续2020年以来的势头."""

from __future__ import annotations

import re

from planforge.patterns import expression

_MODIFIES = expression(
    "[^，。；]{0,6}?的|(?:建成|竣工|建造|修建|投入使用|投用|投产|注册|登记|出生|参加)[^，。；\\d]{0,10}?的"
)
"""2000年底前建成的…小区, 2005年以后投产的 say which ones, not when."""
_BEFORE_OR_AFTER = ("前", "以后", "之后")
_PRICED = expression("(?:平均|末)?(?:汇率|价格|不变价|可比价)|(?:滚存)?(?:结转|结余)")
"""按2018年平均汇率计算, 按2020年价格计算 say how, not when; 上年结转 is what this year has."""
_KEPT = expression("(?:保持|维持|稳定|不低于)(?:在|到)?$")
_WITHOUT = ("剔除", "扣除", "还原")
_FACTOR = expression("[^，。；\\d]{0,14}?(?:因素|影响|基数|口径|后)")
"""剔除去年一次性因素后增长2%: that year is only what is left out of the comparison."""
_LEVEL = expression("的?(?:实际)?水平(?![的线])")
_COURSE = "态势|趋势|走势|势头|局面|格局|惯性|步伐|首次|新[高低]|最[高低好差快慢大小多少优佳]"
SINCE_THEN = expression(
    rf"(?:份?(?:年?第?[一二三四]季度|年?[上下]半年|年?\d{{1,2}}月份?)?以来)?(?<=以来)的?[^，。；\d]{{0,12}}?(?:{_COURSE})"
)
"""延续去年四季度以来的快速增长态势, 为2015年以来最高: what has gone on, not when the figures are of."""


def tells_which(text: str, match: re.Match[str]) -> bool:
    """Whether the year of a match of the pattern of `time` only modifies what is told."""
    end = match.end()
    if (match["year_tail"] or "").endswith(_BEFORE_OR_AFTER) and _MODIFIES.match(text, end) is not None:
        return True
    if text.endswith(_WITHOUT, 0, match.start()) and _FACTOR.match(text, end) is not None:
        return True
    kept = _LEVEL.match(text, end) is not None and _KEPT.search(text, 0, match.start()) is not None
    return kept or _PRICED.match(text, end) is not None or SINCE_THEN.match(text, end) is not None
