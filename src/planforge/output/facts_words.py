"""The Chinese words for what a statement is: role, source, kind, comparator."""

from __future__ import annotations

from planforge.facts.changes.growth import Kind
from planforge.facts.figures.precision import Comparator
from planforge.facts.statement import Role, Source, Statement

ROLES = {Role.ACTUAL: "实际", Role.TARGET: "目标", Role.BASELINE: "基期"}
SOURCES = {Source.PROSE: "正文", Source.BOX: "专栏", Source.TABLE: "表", Source.LEDGER: "台账"}
KINDS = {
    Kind.LEVEL: "水平",
    Kind.SHARE: "占比",
    Kind.INCREMENT: "增量",
    Kind.GROWTH_ANNUAL: "年增速",
    Kind.GROWTH_TOTAL: "总增幅",
    Kind.MULTIPLE: "倍数",
    Kind.DOUBLING: "翻番",
    Kind.RANK: "位次",
}


def figure_with_change(statement: Statement) -> str:
    """Return a figure with what it says of a change: 年均增长5%, 下降13.5%, 增加31户; a level stands alone."""
    if statement.kind in _RATES:
        several = statement.kind is Kind.GROWTH_ANNUAL and statement.years is not None and not statement.years.single
        return f"{'年均' if several else ''}{'下降' if statement.falls else '增长'}{statement.shown}"
    if statement.kind is Kind.INCREMENT:
        word = ("减少" if statement.falls else "增加") if statement.adds else "新增"
        return f"{word}{statement.shown}"
    return statement.shown


_RATES = (Kind.GROWTH_ANNUAL, Kind.GROWTH_TOTAL)
COMPARATORS = {
    Comparator.EQ: "",
    Comparator.GE: "≥",
    Comparator.GT: ">",
    Comparator.LE: "≤",
    Comparator.LT: "<",
    Comparator.APPROX: "约",
}
