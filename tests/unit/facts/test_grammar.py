"""The one pass over a text: what is skipped between figures holds none, and words share their beginnings."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from planforge.facts.figures.beginnings import beginning_pattern, may_hold_figures
from planforge.facts.figures.grammar import openings
from planforge.facts.figures.listed import quantities
from planforge.facts.figures.literals import unit_end
from planforge.facts.figures.units import units
from planforge.facts.times.time import time_beginnings, time_pattern
from planforge.facts.writing.normalise import read
from planforge.facts.writing.words import alternation, guarded_alternation, not_behind, table

_PIECES = [
    *(word for words in table("comparators")["before"].values() for word in words),
    *units(),
    *"，。；、：（）《》“”〔〕()-—~至到+.·/ 每年第前位名余多来几半翻番全国省道专栏表图号项家个“”",
    *["百分之", "三十五", "两千", "一百二十", "2025", "3.5", "12,000", "6", "十四五", "5G"],
    *["近", "以上", "左右", "万", "亿"],
    *[
        "第",
        "前",
        "全国",
        "世界",
        "前8位",
        "第三位",
        "图",
        "页",
        "电话",
        "邮政编码",
        "附件",
        "国道",
        "中核",
        "年产",
        "每人每月",
        "每",
        "至少",
        "建成",
    ],
    *[
        "一",
        "二",
        "九",
        "〇",
        "半",
        "过",
        "倍",
        "成",
        "分之",
        "批",
        "年",
        "−",
        "…",
        "A",
        "α",
        "“",
        "〔",
        "居",
        "第三",
        "同类",
    ],
]
_text = st.lists(st.sampled_from(_PIECES), max_size=12).map("".join)


@settings(deadline=None)  # the first call compiles the grammar
@given(_text)
def test_nothing_is_missed_where_no_part_can_begin(text: str) -> None:
    anywhere = re.compile(openings(), re.VERBOSE)
    begins = {match.start() for match in beginning_pattern().finditer(text)}
    assert begins >= {at for at in range(len(text)) if anywhere.match(text, at) is not None}


@settings(deadline=None)
@given(_text)
def test_no_figure_is_told_without_its_sign(text: str) -> None:
    assert may_hold_figures(text) or not quantities(text)


_TIMES = [
    *"12“近过最这上去同年本明规计期第后至—，、",
    *[
        "十四",
        "五",
        "七",
        "两",
        "年",
        "年来",
        "去",
        "世纪",
        "个世纪",
        "九十年代",
        "初",
        "末",
        "比",
        "划期末",
        "规划期间",
    ],
    *["2020", "二〇二五", "三年", "今年", "未来五年", "上年同期", "第七次全国人口普查", "数据", "时期", "累计", "是"],
]


@settings(deadline=None)
@given(st.lists(st.sampled_from(_TIMES), max_size=8).map("".join))
def test_no_time_is_missed_where_none_can_begin(text: str) -> None:
    begins = {match.start() for match in time_beginnings().finditer(text)}
    assert begins >= {at for at in range(len(text)) if time_pattern().match(text, at) is not None}


_words = st.lists(st.text("ab年|[-^]", min_size=1, max_size=4), min_size=1, unique=True)


@given(_words, st.text("ab年|[-^]", max_size=8))
def test_an_alternation_takes_the_longest_word(words: list[str], text: str) -> None:
    longest_first = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    assert re.findall(alternation(words), text) == re.findall(longest_first, text)


def test_a_guard_gives_way_to_a_shorter_word() -> None:
    pattern = re.compile(guarded_alternation({"吨": "", "吨公里": "(?!长)"}))
    assert pattern.findall("吨公里长，吨公里") == ["吨", "吨公里"]


def test_words_of_different_lengths_are_looked_back_for() -> None:
    pattern = re.compile(not_behind(["贫困", "市"]) + "县")
    assert [match.start() for match in pattern.finditer("贫困县、市县、某县")] == [8]


def test_one_space_stays_between_latin_words() -> None:
    assert read("AI \u200b 4 个 项\n目 GDP  growth 5 %").text == "AI 4个项目GDP growth 5%"


_GUARDS = {
    name: (f"(?!{alternation(unit.not_before)})" if unit.not_before else "")
    + ("(?![A-Za-z0-9²³])" if re.search("[A-Za-z]$", name) else "")
    for name, unit in units().items()
}
_SIMPLE = guarded_alternation(_GUARDS)
_BELOW = f"(?:百|千|万|十万|亿)?(?:{_SIMPLE}|年|日|时|[dhsa])"
_MORE = "(?:[·•・.*×/每](?:30)?(?:人|户|年|月|日|天|小时|次|[dha](?![A-Za-z]))(?![均产]))"
_AMONG = "/(?:10万|十万|万|千)(?![元吨平])人?"
_UNIT = re.compile(
    rf"(?:(?: (?=[A-Za-z]))?{_SIMPLE}(?:[/每](?:[（(]{_BELOW}{_MORE}[）)]|{_BELOW}{_MORE}?))?|{_AMONG})?"
)


@given(_text)
def test_a_unit_is_the_longest_that_does_not_only_begin_a_word(text: str) -> None:
    match = _UNIT.match(text)
    assert match is not None
    assert unit_end(text, 0) == match.end()
