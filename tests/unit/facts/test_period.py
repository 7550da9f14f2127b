"""A document's years are taken from its title, the lines below it, its headings."""

from __future__ import annotations

from pathlib import Path

import pytest

from planforge.facts.times.period import period_of
from planforge.facts.times.period_below import period_under
from planforge.plan.load import readable_plan
from planforge.plan.model import Period
from planforge.source.tree import open_plan


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["某市“十四五”科技规划"], Period(2021, 2025, 2020, 2015)),
        (["某市国民经济和社会发展第十三个五年规划纲要"], Period(2016, 2020, 2015, 2010)),
        (["某市数字经济三年行动计划（2023—2025年）"], Period(2023, 2025, 2022, 2019)),
        (["某县2023年国民经济和社会发展统计公报"], Period(baseline=2023)),
        (["2024年某县政府工作报告"], Period(2024, 2024, 2023)),
        (["政府工作报告", "——2024年1月16日在某县人民代表大会上"], Period(2024, 2024, 2023)),
        (["政府工作报告", "（2023年12月28日在某县人民代表大会上）"], Period(2024, 2024, 2023)),
        (["某市2022年计划执行情况与2023年计划草案的报告"], Period(2023, 2023, 2022)),
        (["政府工作报告", "2023年工作回顾"], Period(2024, 2024, 2023)),
        (["政府工作报告", "——二〇二四年一月十六日在某县人民代表大会上"], Period(2024, 2024, 2023)),
        (["2026年某省政府工作报告", "“十四五”时期工作回顾"], Period(2026, 2026, 2025)),
        (["某区2023年国民经济和社会发展统计公报（2024年3月28日）"], Period(baseline=2023)),
        (["某区2023年国民经济和社会发展统计公报", "某区统计局", "2024年3月28日"], Period(baseline=2023)),
        (["政府工作报告（2024年1月16日在某县人民代表大会上）"], Period(2024, 2024, 2023)),
        (["某县水利志"], Period()),
        (["某县第七次全国人口普查公报", "2021年6月2日"], Period(baseline=2020)),
        (["某县第四次全国经济普查公报（第二号）", "2019年12月31日"], Period(baseline=2018)),
        (["某县第三次国土调查主要数据公报", "2021年9月"], Period(baseline=2019)),
        (["某县水利普查公报", "2013年5月", "普查标准时点为2011年12月31日。"], Period(baseline=2011)),
        (["某县2024年道路建设工作方案", "为落实“十四五”规划任务，现制定方案如下："], Period(2024, 2024, 2023)),
        (["某县2024年工作要点", "2024年是“十四五”的攻坚之年。全县要抓好以下要点："], Period(2024, 2024, 2023)),
        (["某县道路建设工作方案", "为做好“十四五”期间的工作，制定方案如下："], Period(2021, 2025, 2020, 2015)),
        (["某县2035年远景目标规划", "（2021—2035年）"], Period(2021, 2035, 2020, 2005)),
        (["某县简介", "2022年，全县生产总值完成64.2亿元"], Period(baseline=2022)),
        (["某县县情", "2022年，全县生产总值完成64.2亿元。"], Period(baseline=2022)),
        (["全县工业稳中向好", "2022年，全县工业增加值比上年增长5%。"], Period(baseline=2022)),
        (["某县做强茶产业", "2022年，全县茶叶产量完成3万吨。力争产量达到5万吨。"], Period()),
        (["某县茶产业提升行动", "2022年，全县茶叶产量完成3万吨。"], Period()),
        (["一、发展成就", "（一）“十三五”发展成就", "粮食丰收。"], Period(2021, 2025, 2020, 2015)),
        (["一、发展基础", "（一）“十四五”主要目标", "粮食丰收。"], Period(2021, 2025, 2020, 2015)),
    ],
)
def test_years_of_documents(lines: list[str], expected: Period, tmp_path: Path) -> None:
    """Plans have a period, reports a year and the one before, bulletins one year."""
    file = tmp_path / "a.txt"
    for apart in ("\n", "\n\n"):
        file.write_text(apart.join([*lines, "一、综合", "全县农村公路126公里。"]), encoding="utf-8")
        assert period_of(readable_plan(*open_plan(file))) == expected


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("三、2022年重点工作", Period(2022, 2022, 2021)),
        ("二、今后五年的奋斗目标", Period(2022, 2026, 2021)),
        ("一、过去五年工作回顾", Period(2022, 2022, 2021, 2016)),
        ("四、组织保障", Period(2022, 2022, 2021)),
        ("“十三五”时期工作回顾", Period(2022, 2022, 2020, 2015)),
        ("“十五五”时期的目标", Period(2026, 2030, 2021)),
        ("“十五五”时期目标和2022年工作", Period(2022, 2022, 2021)),
    ],
)
def test_years_below_headings(heading: str, expected: Period) -> None:
    """A heading that names years sets them for what stands below it."""
    assert period_under(Period(2022, 2022, 2021), (heading,)) == expected
