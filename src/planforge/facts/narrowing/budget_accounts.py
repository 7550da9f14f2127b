"""Of which budget an account is that every budget has: 上级补助收入, 上年结转, 调出资金, 收入总计.

What the paragraph names last before the figure counts first, then its headings, the innermost first. The general
budget is meant where none is named, and by its own name as well, so it narrows nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache

from planforge.facts.passage import PassageReader
from planforge.facts.writing.normalise import read
from planforge.patterns import expression

_ACCOUNT = expression(
    "(?:上级|中央[和及与、]省级?|中央|省级?|市级?)?(?:转移支付|补助|税收返还)(?:下级)?(?:收入|支出)|(?:上级)?转移支付(?:资金)?|上级补助|对?下级(?:转移支付|补助)(?:支出)?|补助下级支出"
    "|(?:上年|以前年度)(?:滚存)?(?:结[转余]){1,2}(?:收入|资金)?|(?:年终|年末)?结转(?:下年|次年|结余|明年)(?:使用|支出|资金)?"
    "|(?:当年|本年|当期|年末|年终|累计|收支|滚存)*结[余转]|调[入出](?:资金)?|(?:债务|债券|专项债券|专项债务)(?:转贷)?(?:收入|支出)"
    "|债[务券](?:还本)(?:支出)?|上解(?:上级)?支出|(?:收入|支出)(?:总计|总量|合计)|(?:预算)?总(?:收入|支出)|(?:[本当]年)?(?:收入|支出)"
    "|总?财力(?:总计|合计)?"
)
_SIGN_OF_ACCOUNT = expression("[收支补结调债财]")
_BUDGET = expression(
    "(?<!从)(?<!自)(?<!由)(?<!调入)(?<!调出)(?<!调至)(?<![将把])(?:一般公共|公共财政|政府性基金|国有资本经营|社会保险基金)(?:预算)?(?!(?:预算)?调[入出])"
)
_NARROWS = ("政府性基金", "国有资本经营", "社会保险基金")
_LEVEL = expression("[省市县区州盟旗]本级|全[省市县区州盟旗]")
_FURTHEST = 600


def budget_of(reader: PassageReader, at: int, indicator: str) -> str:
    """Return the budget, and the level of government, that an account of this name before `at` is of, else ""."""
    if _SIGN_OF_ACCOUNT.search(indicator) is None or _ACCOUNT.fullmatch(indicator) is None:
        return ""
    told = reader.words[max(0, at - _FURTHEST) : at]
    budget = _last(_BUDGET, told) or _of_headings(reader.context.headings)
    level = _last(_LEVEL, told[-(at - reader.clauses.sentence_start(at)) :]) if "本级" in told else ""
    level = level if level.endswith("本级") else ""
    return level + next((name for name in _NARROWS if budget.startswith(name)), "")


def _last(pattern: re.Pattern[str], words: str) -> str:
    found = ""
    for match in pattern.finditer(words):
        found = match[0]
    return found


@lru_cache(maxsize=512)
def _of_headings(headings: tuple[str, ...]) -> str:
    """Return the budget that the innermost heading with one names; a heading with several names none."""
    for heading in reversed(headings):
        named = {match[0].removesuffix("预算") for match in _BUDGET.finditer(read(heading).text)}
        if named:
            return named.pop() if len(named) == 1 else ""
    return ""
