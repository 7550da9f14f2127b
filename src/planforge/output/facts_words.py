"""The Chinese words for what a statement is: role, source, kind, comparator."""

from __future__ import annotations

from planforge.facts.growth import Kind
from planforge.facts.precision import Comparator
from planforge.facts.statement import Role, Source

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
COMPARATORS = {
    Comparator.EQ: "",
    Comparator.GE: "≥",
    Comparator.GT: ">",
    Comparator.LE: "≤",
    Comparator.LT: "<",
    Comparator.APPROX: "约",
}
