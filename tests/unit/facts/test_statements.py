"""Prose is understood: what, which tier and scope, which kind, when, and from where growth is reckoned."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from planforge.facts.apart import kept_apart
from planforge.facts.book import read_facts
from planforge.facts.statement import Flow, Statement
from planforge.plan.load import readable_plan
from planforge.source.tree import open_plan
from tests.unit.facts.sample import book, prose, statements
from tests.work import MOST_GROWTH, growth

TARGET = ("目标",)


def told(statement: Statement) -> tuple[str, str, str, str]:
    """Return name with tier, kind, literal and years."""
    return statement.tier + statement.indicator, statement.kind.value, statement.literal, str(statement.years)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("截至2020年底，高新技术企业达到158家，较2015年翻两番。",
         [("高新技术企业", "level", "158", "2020"), ("高新技术企业", "doubling", "两", "2020")]),
        ("科技型中小企业217家，是2015年的6倍。",
         [("科技型中小企业", "level", "217", "2020"), ("科技型中小企业", "multiple", "6", "2020")]),
        ("“十三五”期间，组织实施省级以上各类科技项目61项（国家级4项、省级57项）。",
         [("省级以上各类科技项目", "level", "61", "2016-2020"),
          ("国家级各类科技项目", "level", "4", "2016-2020"),
          ("省级各类科技项目", "level", "57", "2016-2020")]),
        ("组建装备制造、精细化工等10个技术创新平台。", [("技术创新平台", "level", "10", "2020")]),
        ("建成国家级、省级科技型企业孵化器各1个。",
         [("国家级科技企业孵化器", "level", "1", "2020"), ("省级科技企业孵化器", "level", "1", "2020")]),
        ("2019年，高新技术产品产值实现326亿元，高新技术产品增加值实现95.1亿元，"
         "较“十二五”末分别增长206.4%和314.8%。",
         [("高新技术产品产值", "level", "326", "2019"), ("高新技术产品增加值", "level", "95.1", "2019"),
          ("高新技术产品产值", "growth_total", "206.4", "2019"),
          ("高新技术产品增加值", "growth_total", "314.8", "2019")]),
        ("常住人口城镇化率由2015年的71.8%提高到2020年的76.2%，提高4.4个百分点。",
         [("常住人口城镇化率", "share", "71.8", "2015"), ("常住人口城镇化率", "share", "76.2", "2020"),
          ("常住人口城镇化率", "increment", "4.4", "2020")]),
        ("学前教育毛入园率、九年义务教育巩固率分别达到92%和99.5%。",
         [("学前教育毛入园率", "share", "92", "2020"), ("义务教育巩固率", "share", "99.5", "2020")]),
        ("全社会研发（R&D）投入逐渐加大，占GDP比重达到2.83%。", [("全社会研发经费占GDP比重", "share", "2.83", "2020")]),
        ("高新技术产品产值、增加值总量排在全省第10位。",
         [("高新技术产品产值排名", "rank", "10", "2020"), ("高新技术产品增加值排名", "rank", "10", "2020")]),
        ("全市高新技术企业快速发展，总数量突破150家。", [("高新技术企业", "level", "150", "2020")]),
        ("有效发明专利达到1800件，新材料企业达到36家。",
         [("有效发明专利", "level", "1800", "2020"), ("新材料企业", "level", "36", "2020")]),
        ("新建现代农业园区3个，高中10所。",
         [("现代农业园区", "increment", "3", "2016-2020"), ("高中", "level", "10", "2020")]),
        ("2020年地区生产总值1303.6亿元，比上年增长2.5%。",
         [("地区生产总值", "level", "1303.6", "2020"), ("地区生产总值", "growth_annual", "2.5", "2020")]),
    ],
)  # fmt: skip
def test_what_a_review_states(words: str, expected: list[tuple[str, str, str, str]]) -> None:
    """Names, kinds, literals and years of a review."""
    assert [told(statement) for statement in statements(words)] == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("到2025年，实施科技成果转化350项以上，技术合同成交额年增10%以上。",
         [("科技成果转化", "level", "350", "2025"), ("技术合同成交额", "growth_annual", "10", "2021-2025")]),
        ("规模以上科技型企业100%建有研发机构。", [("建有研发机构", "share", "100", "2025")]),
        ("技术合同成交额和高新技术产品增加值较“十三五”末翻一番。",
         [("技术合同成交额", "doubling", "一", "2025"), ("高新技术产品增加值", "doubling", "一", "2025")]),
        ("单位地区生产总值能耗较2020年下降14.5%。", [("单位地区生产总值能耗", "growth_total", "14.5", "2025")]),
        ("2023年，高新技术企业总数达到180家；到2025年，超过230家。",
         [("高新技术企业", "level", "180", "2023"), ("高新技术企业", "level", "230", "2025")]),
    ],
)  # fmt: skip
def test_what_goals_state(words: str, expected: list[tuple[str, str, str, str]]) -> None:
    """Names, kinds, literals and years of goals."""
    found = statements(words, TARGET)
    assert [told(statement) for statement in found] == expected
    assert {statement.role.value for statement in found} == {"target"}


def test_base_years() -> None:
    """A base that is said, a base that a mean growth implies, and the year before."""
    doubled, mean, yearly = statements(
        "较2015年翻一番，“十三五”期间技术合同成交额年均增长12%；2020年，技术合同成交额比上年增长15%。"
    )
    assert (doubled.base_year, mean.base_year, yearly.base_year) == (2015, 2015, 2019)
    assert doubled.gates.base
    assert not mean.gates.base


def test_what_narrows_a_figure() -> None:
    """A district, a firm, a class of firms and a project heading are scopes; the plan's own city is none."""
    scopes = [
        statements(words)[0].scope
        for words in (
            "大洼区建成众创空间3家。",
            "某某食品有限公司承担国家项目，获得补助资金1000万元。",
            "规模以上企业研发经费支出占主营收入比例达1.2%。",
            "升级建设精细化工中试基地。中试车间总数达到33栋。",
            "某市高新技术企业达到158家。",
            "全市高新技术企业达到158家。",
        )
    ]
    assert scopes == ["大洼区", "某某食品有限公司", "规模以上企业", "精细化工中试基地", "", ""]


def test_flows_and_states() -> None:
    """引进 adds up over its time, 达到 is a state, 年均 is by the year."""
    flows = [
        statements(words)[0].flow
        for words in ("引进高层次人才152人。", "高层次人才达到152人。", "年均转化科技成果70项以上。")
    ]
    assert flows == [Flow.FLOW, Flow.STOCK, Flow.PER_YEAR]


def test_carried_and_inferred_times_are_told_apart() -> None:
    """A time that opens the paragraph is explicit for the next sentence; the chapter's is not."""
    first, second = statements("截至2020年底，瞪羚企业达到6家。雏鹰企业达到28家。")
    assert (first.gates.time, second.gates.time) == (True, True)
    assert not statements("瞪羚企业达到6家。")[0].gates.time


def test_places_are_the_users_characters() -> None:
    """The figure and its words are found in the file, spaces and full-width digits included."""
    (only,) = statements("高新技术企业达到 １５８ 家")
    assert (only.span.text, only.quote.text) == ("１５８", "高新技术企业达到 １５８ 家")


def test_a_passage_with_too_many_figures_is_listed() -> None:
    """A table in disguise is not read as prose, and said so."""
    found = book(prose("，".join(f"企业{n}家" for n in range(10, 260))))
    assert len(found.crowded) == 1
    assert found.statements == ()


@given(
    st.text(
        "截至2020年底到5末“”（）()，。；、高新技术企业家个达占比重增长下降是的倍翻番百分点万亿%.〔〕《》各分别 \n0379",
        max_size=60,
    )
)
@example("、0个")
def test_no_text_is_refused(words: str) -> None:
    """Whatever the characters, reading ends, and every figure lies within the text."""
    for statement in statements(words):
        assert 0 <= statement.span.start <= statement.span.end <= len(words)
        assert statement.quote.start <= statement.span.start


@pytest.mark.parametrize(
    ("begin", "repeated", "times", "end"),
    [
        ("", "科技创新企业达到", 20000, "158家"),
        ("", "（企业）", 20000, "158家"),
        ("", "（", 20000, "158家"),
        ("", "企业，", 20000, "高新技术企业158家"),
        ("", "1", 20000, "家"),
        ("", "十", 20000, "家"),
        ("", "万", 20000, "家"),
        ("翻", "9", 5000, "番"),
        ("第", "9", 5000, "名"),
        ("近", "9", 5000, "年来增长5%"),
        ("", "分别", 10000, "增长5%和6%"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_hostile_text_is_read_in_linear_time(begin: str, repeated: str, times: int, end: str) -> None:
    """Endless clauses, brackets and rows of digits neither stop the reading nor slow it down.

    Work within one expression is not counted; at these lengths the suite would not end if it grew with the square.
    """
    assert len(statements(begin + repeated * times + end)) <= 2
    assert growth(lambda size: statements(begin + repeated * size + end), times // 20) < MOST_GROWTH


def test_what_is_measured_is_not_what_is_counted() -> None:
    """A number of places and their floor area go by two names; a name with one sort of unit stays."""
    found = statements("2020年，众创空间20家，众创空间达到3万平方米，高标准农田58万亩，招聘教师30人。")
    assert [one.indicator for one in kept_apart(found)] == ["众创空间", "众创空间面积", "高标准农田", "教师"]


def test_what_more_is_measured_is_not_how_many_more() -> None:
    """Lengths and powers, and how much they rose, go by another name than the number beside them."""
    found = statements("2020年，公路桥梁1260座、8.6万延米，比上年增加30座、0.2万延米。风电场12座、60万千瓦。")
    assert [one.indicator for one in kept_apart(found)] == [
        "公路桥梁", "公路桥梁长度", "公路桥梁", "公路桥梁长度", "风电场", "风电场装机容量",
    ]  # fmt: skip


def test_what_is_taken_away_is_not_what_there_is() -> None:
    """A cut is a change downwards and, like roads renewed, named by the deed where the name tells of others as well."""
    found = statements(
        "2020年，煤炭消费量1200万吨，五年累计压减煤炭消费量300万吨。新建农村公路1560公里。提质改造农村公路800公里。"
    )
    assert [(one.indicator, one.kind.value, one.falls) for one in kept_apart(found)] == [
        ("煤炭消费量", "level", False), ("压减煤炭消费量", "increment", True),
        ("农村公路", "increment", False), ("改造农村公路", "level", False),
    ]  # fmt: skip


def test_what_is_remedied_is_not_what_there_is() -> None:
    """消除内涝点12处 are not the 内涝点46处 that there are; a name that tells of the deed only stays as it is."""
    found = statements("2020年，全市有内涝点46处、病险水库18座。消除内涝点12处，加固病险水库6座，整治断头路9条。")
    assert [one.indicator for one in kept_apart(found)] == [
        *("内涝点", "病险水库", "消除内涝点", "加固病险水库", "断头路")
    ]  # fmt: skip


def test_a_portion_goes_by_one_name() -> None:
    """占比 and 比重 of one thing are one; a name that only ever ends with 比重 stays."""
    found = statements("2020年，老年人口占比21%。老年人口的比重为21%。少年人口比重15%。")
    assert [one.indicator for one in kept_apart(found)] == ["老年人口占比", "老年人口占比", "少年人口比重"]


def test_the_heading_of_a_project_narrows_its_figures(tmp_path: Path) -> None:
    """Also in traditional script; a month that only says when something began does not narrow what follows."""
    file = tmp_path / "plan.md"
    file.write_text(
        "# 宁川市“十四五”科技创新规划\n\n## 第一章 重点任务\n\n高新技术企业达到150家。\n\n"
        "### 建設（東灣）成果轉化中心\n\n一期于2021年6月启动，2021年年底前入驻项目不少于10个；引进高新技术企业10家。\n",
        encoding="utf-8",
    )
    found = read_facts(readable_plan(*open_plan(file))).statements
    project = "（东湾）成果转化中心"
    assert [(one.scope, one.indicator, one.literal) for one in found] == [
        ("", "高新技术企业", "150"), (project, "入驻项目", "10"), (project, "高新技术企业", "10"),
    ]  # fmt: skip


def test_items_before_any_chapter_narrow_what_they_lead_in(tmp_path: Path) -> None:
    """1.茶叶。产量…: the first words of a line stand above its rest, a whole line above nothing."""
    plan = tmp_path / "plan.txt"
    lines = (
        "玉山市“十四五”农业发展规划",
        "1.茶叶。到2025年，产量达到4万吨。",
        "2.柑橘。到2025年，产量达到60万吨。",
        "甘薯。",
    )
    plan.write_text("\n".join((*lines, "到2025年，产量达到9万吨。")), encoding="utf-8")
    found = read_facts(readable_plan(*open_plan(plan))).statements
    assert [one.scope for one in found] == ["茶叶", "柑橘", ""]
