"""Where a figure, or a trap that only looks like one, can begin; the grammar is tried nowhere else.

Three characters of twenty begin something in `grammar`, but most of them only with certain ones behind them: 一 with
another numeral or 批, 国 with 道, 超 with a number soon after. What is named here is never less than the grammar takes.
"""

from __future__ import annotations

import re
from functools import cache

from planforge.facts.figures.grammar import CHINESE_DIGITS
from planforge.facts.writing.words import table
from planforge.patterns import expression

_FURTHEST = 11
"""Between the first character of what bounds a number and the number: 达到或者超过每人每月….."""
_BEHIND_ONE = f"{CHINESE_DIGITS}○半分倍成年月届次级大线区产会中批系体流定直些带路"
"""What stands behind the first numeral where that is none of 十百千万亿."""

_SIGN = expression(
    rf"[0-9翻十百千万亿倍成半分第前](?<=[0-9翻]|十(?![二三四五]五)|[百千万亿](?=[余多分{CHINESE_DIGITS}])"
    rf"|[十百千万亿倍成](?<=[近上约超过破逾第前{CHINESE_DIGITS}半].)|半(?=数|[，。；、）]|以上|左右)|半(?<=一.)|分(?=之)"
    "|[第前](?=[一二三四五六七八九]))"
)
"""What every figure has one of: 十 but in 十四五, 百 and 千 that are more than a part of 百姓, 成 behind a numeral."""
_NUMBER_OF_LIST = expression(r"(?:\d{1,3}[.．、)）]|[（(]\d{1,2}[)）])(?!\d)")


def may_hold_figures(text: str) -> bool:
    """Whether a reading can hold a figure; most that hold none are told by this alone."""
    listed = _NUMBER_OF_LIST.match(text)
    return _SIGN.search(text, listed.end() if listed is not None else 0) is not None


@cache
def beginning_pattern() -> re.Pattern[str]:
    """Return the pattern of one character that a figure or trap may begin with."""
    near = rf"(?=[^\d{CHINESE_DIGITS}半]{{0,{_FURTHEST}}}[\d{CHINESE_DIGITS}半])"
    bounds = _bounds()
    first = "".join(re.escape(character) for character in bounds)
    alone = "".join(re.escape(character) for character, following in bounds.items() if not following)
    longer = "|".join(f"{one}(?={'|'.join(following)})" for one, following in bounds.items() if following)
    return expression(
        rf"""
        [\d{CHINESE_DIGITS}半−\-翻全世第前上过{first}《〈“"\"「『〔\[（(A-Za-zα-ω国省县重航兵电中集专附表图公页邮编代年每.·…](?<=
          [\d十百千万亿半翻《〈]
        | [{CHINESE_DIGITS}](?=[{_BEHIND_ONE}])
        | [−\-](?=\d)
        | [第前](?=[\d{CHINESE_DIGITS}])
        | [全世](?=[国省市区州盟界球][^第前]{{0,{_FURTHEST}}}[第前])
        | (?:[{alone}]|{longer}){near}
        | [上过](?=[\d{CHINESE_DIGITS}半])
        | [“"「『](?=[^”"」』]{{0,16}}\d)
        | [〔\[（(](?=\d)
        | [A-Za-zα-ω](?=[A-Za-z.\-]*+\d)
        | [国省县](?=道\d)
        | [重航兵电中集](?=[工天空器科电团核]\d)
        | [表图页](?=[：:]?\d)
        | [专附公电邮编代](?=(?:[栏表件式话编号码]|政编码)[：:]?\d)
        | 年(?=[产处加吞])
        | 每(?=[\d{CHINESE_DIGITS}])
        | [.·…](?=[.·…])
        )
        """,
        re.VERBOSE,
    )


def _bounds() -> dict[str, list[str]]:
    """Return what words that bound a number begin with, each with the characters behind it; none where it is a word."""
    words = sorted({word for words in table("comparators")["before"].values() for word in words})
    alone = {word for word in words if len(word) == 1}
    following: dict[str, list[str]] = {word[0]: [] for word in words}
    for word in words:
        if word[0] not in alone:
            following[word[0]].append(re.escape(word[1:3]))
    return following
