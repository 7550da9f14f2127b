"""Figures in prose: value, unit, comparator and the interval they stand for; and what is no figure."""

from __future__ import annotations

from fractions import Fraction

import pytest

from planforge.facts.figures.interval import Interval
from planforge.facts.figures.listed import quantities
from planforge.facts.figures.quantity import Quantity
from planforge.facts.writing.normalise import read


def only(text: str) -> Quantity:
    """Return the one figure of a text."""
    found = list(quantities(read(text).text))
    assert len(found) == 1, [text[q.start : q.end] for q in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "value", "unit", "comparator"),
    [
        ("高新技术企业达到 158 家", 158, "家", "eq"),
        ("比重达到 2.５％", Fraction(5, 2), "%", "eq"),
        ("争取资金15954万元", 159540000, "元", "eq"),
        ("销售收入30亿以上", 3000000000, "元", "ge"),
        ("孵化总面积达27万平方米", 270000, "平方米", "eq"),
        ("突破150家以上", 150, "家", "ge"),
        ("总数超过100家", 100, "家", "gt"),
        ("不少于10个", 10, "个", "ge"),
        ("控制在5%以内", 5, "%", "le"),
        ("失业率低于4.5%", Fraction(9, 2), "%", "lt"),
        ("50名以上", 50, "人", "ge"),
        ("培训80人次以上", 80, "人次", "ge"),
        ("提高3.5个百分点", Fraction(7, 2), "百分点", "eq"),
        ("是2015年的4.45倍", Fraction(89, 20), "倍", "eq"),
        ("较2015年翻两番", 2, "番", "eq"),
        ("占比达到百分之三十五", 35, "%", "eq"),
        ("七成以上的企业", 70, "%", "ge"),
        ("PM2.5浓度下降到35微克/立方米", 35, "微克/立方米", "eq"),
        ("引进新品种150个（项）", 150, "个", "eq"),
        ("共12,500户", 12500, "家", "eq"),
    ],
)
def test_value_unit_comparator(text: str, value: Fraction | int, unit: str, comparator: str) -> None:
    """Value in the plain unit, canonical unit, comparator."""
    found = only(text)
    assert (found.written.value, found.unit.name, found.comparator.value) == (value, unit, comparator)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("150余个", 150, 160),
        ("500余人", 500, 600),
        ("1200余家", 1200, 1300),
        ("140多名", 140, 150),
        ("100余家", 100, 200),
        ("30余万人", 300000, 400000),
        ("3.5万余人", 35000, 36000),
        ("近百人", 90, 100),
        ("百余家", 100, 200),
    ],
)
def test_more_than_and_nearly(text: str, low: int, high: int) -> None:
    """余, 多 and 近 give half-open ranges."""
    assert only(text).interval == Interval(Fraction(low), Fraction(high), high_open=True)


def test_rounded_or_truncated_decimals() -> None:
    """By default a decimal may have been rounded or cut off."""
    assert only("增长37.9%").interval == Interval(Fraction("37.85"), Fraction(38), high_open=True)


def test_counts_are_exact_and_ranges_run_to_their_end() -> None:
    """Counts stand for themselves."""
    assert only("158家").interval.exact
    assert only("培育20—30家").interval == Interval(Fraction(20), Fraction(30))


@pytest.mark.parametrize(
    "text",
    [
        "盘政办发〔2023〕5号", "市政府九届第22次常务会议", "开展5G、物联网研究", "“1+2+X”布局",
        "“2小时经济圈”", "年产40亿标方煤制天然气项目", "3000吨超级浆态床", "CAP1400核主泵", "“光合1号河蟹”",
        "专栏 17 工程", "表 1: 完成情况", "1. 坚持四个面向", "《实施意见（2019-2021）》", "2018年5月7日",
        "每万名就业人员", "一批项目", "一系列政策", "三年行动计划", "一区多园", "“60岁领衔专家”", "从0到1",
        "3A以上景区", "（1）推进", "“十四五”时期", "2016—2020年", "70万吨芳烃联合装置", "2010年级",
    ],
)  # fmt: skip
def test_no_figure(text: str) -> None:
    """Dates, numbers of documents, names and ordinals say nothing."""
    assert [text[q.start : q.end] for q in quantities(read(text).text)] == []


def test_positions_point_into_the_printed_text() -> None:
    """Pinyin residue and spaces are passed over."""
    printed = "企业達(dá)到  158 家"
    reading = read(printed)
    (found,) = quantities(reading.text)
    start, end = found.number_at
    assert printed[reading.printed(start) : reading.printed_end(end)] == "158"
