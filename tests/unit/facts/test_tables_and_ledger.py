"""Tables by their heads, the ledger by its keys, and the names that the ledger adds."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from planforge.facts.book import read_facts
from planforge.facts.names.indicators import indicator_table
from planforge.facts.names.tiers import split_tier
from planforge.facts.statement import Flow, Statement
from planforge.plan.ledger import Indicator, Ledger, LedgerFigure, parse_figure
from planforge.plan.load import readable_plan
from planforge.plan.model import Period
from planforge.source.tree import open_plan
from tests.unit.facts.sample import book, grid, plan, prose, text


def told(statement: Statement) -> tuple[str, str, str, str, str, str]:
    """Return name, kind, literal, unit, role and years."""
    kind, role = statement.kind.value, statement.role.value
    return statement.indicator, kind, statement.literal, statement.unit, role, str(statement.years)


def test_years_rates_and_units_of_a_table() -> None:
    """Units come from the row, rates get the years between the two columns, the early year is the baseline."""
    found = book(
        grid("序号 | 指标名称 | 2015年 | 2020年 | 年增率", "1 | 高新技术企业（个） | 32 | 158 | 37.9%")
    ).statements
    assert [told(statement) for statement in found] == [
        ("高新技术企业", "level", "32", "个", "baseline", "2015"),
        ("高新技术企业", "level", "158", "个", "actual", "2020"),
        ("高新技术企业", "growth_annual", "37.9", "%", "actual", "2016-2020"),
    ]
    assert found[2].base_year == 2015
    assert found[2].span.text == "37.9%"


def test_unit_column_targets_and_comparators() -> None:
    """A unit column, a goal column, cells with a comparator, missing cells, a total row."""
    rows = (
        "指标 | 单位 | 2020年 | 2025年目标",
        "高新技术企业 | 家 | 158 | ≥230",
        "技术合同成交额 | 亿元 | — | 50以上",
        "合计 | | 1 | 2",
    )
    found = book(grid(*rows)).statements
    assert [(told(one), one.comparator.value) for one in found] == [
        (("高新技术企业", "level", "158", "家", "baseline", "2020"), "eq"),
        (("高新技术企业", "level", "230", "家", "target", "2025"), "ge"),
        (("技术合同成交额", "level", "50", "亿元", "target", "2025"), "ge"),
    ]


def test_a_table_that_is_not_understood_is_listed() -> None:
    """Without a column of years nothing is guessed."""
    found = book(grid("县区 | 企业 | 园区", "大洼区 | 20 | 3"))
    assert found.statements == ()
    assert len(found.unread) == 1


def figure(words: str) -> LedgerFigure:
    """Return a ledger figure."""
    found = parse_figure(text(words))
    assert found is not None
    return found


LEDGER = Ledger(
    (
        Indicator(
            name=text("高新技术企业"),
            span=text("x").whole,
            unit="家",
            aliases=(text("创新型企业"),),
            scope="全市",
            actual={2015: figure("32"), 2020: figure("158")},
            target={2025: figure("230以上")},
            stated={(2015, 2020, "年均增速"): figure("37.9%")},
        ),
        Indicator(name=text("省级重点实验室"), span=text("x").whole, unit="家", actual={2020: figure("7")}),
        Indicator(name=text("科技成果转化"), span=text("x").whole, unit="项", total={(2021, 2025): figure("350以上")}),
        Indicator(
            name=text("全社会R&D投入"), span=text("x").whole, unit="亿元", growth={(2021, 2025): figure("10%以上")}
        ),
    )
)  # fmt: skip


def test_what_the_ledger_states() -> None:
    """Levels, targets, stated changes, sums and yearly rates, each with its years."""
    found = read_facts(plan(prose("无数字。"), ledger=LEDGER)).statements
    assert [(*told(one)[:3], str(one.years), one.base_year) for one in found] == [
        ("高新技术企业", "level", "32", "2015", None),
        ("高新技术企业", "level", "158", "2020", None),
        ("高新技术企业", "level", "230", "2025", None),
        ("高新技术企业", "growth_annual", "37.9", "2016-2020", 2015),
        ("重点实验室", "level", "7", "2020", None),
        ("科技成果转化", "level", "350", "2021-2025", None),
        ("全社会R&D投入", "growth_annual", "10", "2021-2025", 2020),
    ]
    assert found[4].tier == "省级"
    assert found[5].flow is Flow.FLOW


def test_the_ledger_names_come_first() -> None:
    """An alias of the ledger and the package's own aliases lead to the ledger's name."""
    names = indicator_table(LEDGER)
    assert names.resolve("创新型企业").indicator == "高新技术企业"
    assert names.resolve("高企").indicator == "高新技术企业"
    assert names.resolve("R&D经费支出").indicator == "全社会R&D投入"


def test_a_name_must_end_the_head() -> None:
    """What stands before an indicator narrows it; what it only begins with is another thing."""
    names = indicator_table(Ledger())
    narrowed = names.resolve("装备制造领域高新技术企业")
    assert (narrowed.indicator, narrowed.scope) == ("高新技术企业", "装备制造领域")
    assert names.resolve("高新技术企业研发机构建设").indicator == "高新技术企业研发机构建设"
    assert names.resolve("国家重点实验室分室").indicator != "重点实验室"


def test_tiers() -> None:
    """A tier is taken off wherever it stands; 国家 and 省 only before the names of things that have one."""
    assert split_tier("省级以上各类科技项目") == ("省级以上", "各类科技项目")
    assert split_tier("国家科技进步二等奖") == ("国家级", "科技进步二等奖")
    assert split_tier("市场主体") == ("", "市场主体")


def test_values_of_the_ledger_are_exact() -> None:
    """2.90 keeps its second decimal."""
    assert figure("2.90").value == Decimal("2.90")
    assert Period() == Period(None, None, None, None)


def test_the_title_of_an_annex_says_what_its_places_have(tmp_path: Path) -> None:
    """分区县众创空间培育任务 above a table without a caption."""
    file = tmp_path / "规划.txt"
    table = "区县\t2020年（家）\t2025年（家）\n东城区\t20\t40\n西城区\t15\t30\n"
    file.write_text(f"某市“十四五”科技规划\n一、任务\n文字。\n附件1\n分区县众创空间培育任务\n{table}", "utf-8")
    found = read_facts(readable_plan(*open_plan(file))).statements
    assert [(one.indicator, one.scope, one.literal) for one in found][:2] == [
        ("众创空间", "东城区", "20"),
        ("众创空间", "东城区", "40"),
    ]
