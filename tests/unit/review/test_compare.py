"""Each edit of a plan is told once, with the right kind and judgement; nothing else is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, strategies

from planforge.plan.load import readable_plan
from planforge.review.change import Judgement
from planforge.review.compare import Comparison, compare
from planforge.review.wording import aligned, pieces
from planforge.source.tree import open_plan

PLAN = """\
planforge: 1
title: 某市“十四五”科技创新规划
period: {from: 2021, to: 2025, baseline: 2020}
indicators:
  高新技术企业: {unit: 家, owner: 市科技局, actual: {2020: 158}, target: {2025: 230以上}}
  单位能耗: {unit: 吨, nature: 约束性, direction: 降, actual: {2020: 50}, target: {2025: 不超过40}}
chapters:
  - heading: 发展目标
    role: 目标
    body:
      - text: |
          到2025年，高新技术企业达到{高新技术企业@2025}，单位能耗{单位能耗@2025}。

          创新体系更加完善，创新生态持续优化。
      - table: 进度安排
        rows: |
          阶段 | 时间
          启动 | 2021年
          总结 | 2025年
      - table: 主要指标
        columns: [指标, 2020, 2025, 属性]
        indicators: 单位能耗
        note: 以年底数为准
      - chart: 企业和能耗的目标
        indicators: [高新技术企业, 单位能耗]
  - heading: 主要任务
    role: 任务
    body:
      - heading: 培育主体
      - task: 培育企业
        lead: 市科技局
        due: 2025
        targets: 高新技术企业@2025
        text: |
          培育一批企业，形成企业集群。
      - heading: 建设平台
      - box: 平台工程
        text: |
          建设一批高水平平台。
"""


def _compare(folder: Path, old: str, new: str) -> Comparison:
    plans = []
    for name, text in (("old", old), ("new", new)):
        (folder / name).mkdir()
        (folder / name / "plan.yaml").write_text(text, encoding="utf-8")
        plans.append(readable_plan(*open_plan(folder / name)))
    return compare(*plans)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("230以上", "210以上", ("target-changed", "高新技术企业（2025年）", "weaker")),
        ("230以上", "260以上", ("target-changed", "高新技术企业（2025年）", "stronger")),
        ("不超过40", "不超过45", ("target-changed", "单位能耗（2025年）", "weaker")),
        ("不超过40", "不超过35", ("target-changed", "单位能耗（2025年）", "stronger")),
        ("actual: {2020: 158}", "actual: {2020: 159}", ("figure-changed", "高新技术企业（2020年）", "none")),
        ("owner: 市科技局", "owner: 市工信局", ("indicator-changed", "“高新技术企业”的责任单位", "none")),
        ("lead: 市科技局", "lead: 市工信局", ("task-changed", "培育企业", "none")),
        ("        due: 2025\n", "", ("task-changed", "培育企业", "none")),
        ("        targets: 高新技术企业@2025\n", "", ("task-changed", "培育企业", "none")),
        ("heading: 建设平台", "heading: 建设创新平台", ("heading-renamed", "建设创新平台", "none")),
        ("task: 培育企业", "task: 培育创新企业", ("task-renamed", "培育创新企业", "none")),
        ("启动 | 2021年", "启动 | 2022年", ("table-changed", "进度安排", "none")),
        ("          总结 | 2025年\n", "", ("table-removed", "进度安排", "none")),
        ("note: 以年底数为准", "note: 以年末数为准", ("table-changed", "主要指标", "none")),
        ("[指标, 2020, 2025, 属性]", "[指标, 2020, 2025]", ("table-removed", "主要指标", "none")),
        ("        indicators: 单位能耗\n", "", ("table-added", "主要指标", "none")),
        ("nature: 约束性", "nature: 预期性", ("target-changed", "“单位能耗”的属性", "weaker")),
        ("nature: 约束性, ", "", ("target-removed", "“单位能耗”的属性", "weaker")),
        ("chart: 企业和能耗的目标", "chart: 企业和能耗目标", ("chart-renamed", "企业和能耗目标", "none")),
        ("[高新技术企业, 单位能耗]", "[高新技术企业]", ("chart-changed", "企业和能耗的目标", "none")),
        ("单位能耗]\n", "单位能耗]\n        years: [2025]\n", ("chart-changed", "企业和能耗的目标", "none")),
        ("单位能耗]\n", "单位能耗]\n        kind: 折线图\n", ("chart-changed", "企业和能耗的目标", "none")),
        ("创新生态持续优化", "创新生态明显优化", ("prose-changed", "创新体系更加完善，创新生态明显优化。", "none")),
        ("title: 某市", "title: 甲市", ("element-changed", "标题", "none")),
    ],
)
def test_an_edit_is_told_once(old: str, new: str, told: tuple[str, str, str], tmp_path: Path) -> None:
    """One edit, one change, although a figure is printed in several places."""
    assert PLAN.count(old) == 1
    changes = _compare(tmp_path, PLAN, PLAN.replace(old, new)).changes
    assert [(change.kind, change.subject, change.judgement.value) for change in changes] == [told]


def test_the_same_plan_has_no_changes(tmp_path: Path) -> None:
    """Nothing is told of a plan and itself."""
    assert _compare(tmp_path, PLAN, PLAN).changes == ()


def test_a_postponed_target_is_weaker(tmp_path: Path) -> None:
    """The same target for a later year."""
    old = PLAN.replace("{高新技术企业@2025}", "一批")
    changes = _compare(tmp_path, old, old.replace("2025: 230以上", "2027: 230以上")).changes
    assert [(change.kind, change.judgement) for change in changes] == [("target-postponed", Judgement.WEAKER)]


def test_a_moved_section_is_moved(tmp_path: Path) -> None:
    """Its paragraphs are neither removed nor added."""
    box = PLAN[PLAN.index("      - box") :]
    new = PLAN.replace(box, "").replace("  - heading: 主要任务", f"{box}  - heading: 主要任务")
    assert [change.kind for change in _compare(tmp_path, PLAN, new).changes] == ["box-moved"]


def test_figures_stay_whole() -> None:
    """37.9% → 37.6%, never 9 → 6; unchanged words are not repeated."""
    assert pieces("增长37.9%，夯实创新基础", "增长37.6%，夯实创新根基") == [("37.9%", "37.6%"), ("基础", "根基")]


@given(strategies.text("增长37.9%， 夯实基础根"), strategies.text("增长37.6%， 夯实根基础"))
def test_pieces_joined_are_the_texts(old: str, new: str) -> None:
    """Nothing is lost between the pieces."""
    found = aligned(old, new)
    assert ("".join(piece.old for piece in found), "".join(piece.new for piece in found)) == (old, new)


def test_a_mark_between_two_changes_is_no_half_of_a_word() -> None:
    """Punctuation and figures that stayed are not marked; Chinese numerals are figures too."""
    assert pieces("甲，乙", "丙，丁") == [("甲", "丙"), ("乙", "丁")]
    assert pieces("第十二批", "第二十三批") == [("十二", "二十三")]


def test_very_long_paragraphs_are_compared_by_sentences() -> None:
    """What a closer look would take minutes for."""
    one = "".join(f"第{n}句话说的是第{n * 7 % 1000}件事。" for n in range(1500))
    two = one.replace("第700句话说", "第700句话讲")
    assert pieces(one, two) == [("说", "讲")]
