"""Trade told by its direction: 吸纳技术合同成交额 and 输出技术合同成交额 are two indicators, not one."""

from __future__ import annotations

import re

from planforge.patterns import expression

_TRADED = "技术(?:合同|交易|成交)|劳务"
DIRECTION = rf"(?:吸纳|输出|输入|流入|流出)(?={_TRADED})"
"""A direction before what is traded belongs to its name; nobody but the market does it."""
_WAY = "吸纳|输出|输入|引进|流入|流出|购入|售出|转入|转出|购买|出售"
_BOTH = expression(
    rf"(?P<one>{_WAY})(?P<mark>[、和与及])(?={_WAY})(?P<other>[\u4e00-\u9fff]{{2}}"
    r"(?P<of>[\u4e00-\u9fff]{2,16}?)(?=分别|均|都|双双|各|[，,]|同比|[比较]))"
)
_EACH = ("分别", "均", "都", "双双", "各")


def each_way(region: str) -> str:
    """Return the words before a figure with what is traded named for each way: 吸纳、输出技术合同成交额分别达到."""
    told = any(word in region for word in _EACH)
    return _BOTH.sub(_spelt_out, region, count=1) if told else region


def _spelt_out(both: re.Match[str]) -> str:
    return both["one"] + both["of"] + both["mark"] + both["other"]
