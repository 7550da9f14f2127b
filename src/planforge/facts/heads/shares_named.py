"""Heads of shares, ratios and contributions: what they are of, and whose they are where the words leave that out."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from planforge.facts.aims.plan_shares import PLAN_SHARE
from planforge.facts.changes.growth import Kind
from planforge.facts.figures.named_figures import SHARE_OF_IT
from planforge.facts.figures.quantity import Form, Quantity
from planforge.facts.heads.left_heads import Head, clause_subject, left_head
from planforge.facts.heads.right_heads import predicate_after
from planforge.facts.parts.whole_shares import whole_divided
from planforge.facts.passage import PassageReader
from planforge.facts.statement import Statement
from planforge.facts.times.seasons import without_season
from planforge.facts.topic import Around
from planforge.facts.writing.words import SHARE_OF, alternation, table
from planforge.patterns import expression

_RATIO_TO = expression("[，,、]?与[^，。；]{2,16}(?:之比|的比[率例值])(?:为|达到?|提高到)?$")
_SHARE_OF = expression(SHARE_OF)
PART_OF = expression(
    "[，,]?(?P<part>[^占，。；]{2,20}?|(?=相当于))(?:已|将)?(?:达到?|相当于|不低于|不少于|超过|不超过|不高于)(?P<whole>[^占，。；\\d]{2,14}?(?<!水平)(?<!计划)(?<!目标)(?<!任务))的"
)
_CONTRIBUTES = expression("(?:对[^，。；]{0,10}增长的?)?贡献率$")
_TO_GROWTH, _OF_ECONOMY = "对经济增长贡献率", expression("第[一二三]产业|农业|工业|建筑业|服务业")
_SECTOR = expression("[\u4e00-\u9fff]{1,12}?(?:产业|业|经济)(?=增加值|$|占)")
"""第三产业增加值579亿元，增长7.9%，对GDP增长的贡献率为29.8%."""
_OF_WHOLE = expression("占(?:全[省市县区])?(?P<whole>[^占，。；\\d]{2,16})$")
_DIGIT = expression(r"\d")
_COMPARED_WITH = expression("(?:增速|增幅|仍|均)?(?:[高低快慢优好]于|领先|超过|[比较])")


def leaves_out_its_subject(head: Head, region: str) -> bool:
    """Whether words tell of a share, a ratio or a contribution, and not whose it is."""
    if head.name.startswith("占"):
        return _SHARE_OF.match(head.name) is not None or _RATIO_TO.match(region) is not None
    if "与" in region and _RATIO_TO.match(region) is not None:
        return True
    return head.name.startswith(("对", "贡献率")) and _CONTRIBUTES.match(head.name) is not None


def whole_of_share(reader: PassageReader, figure: Quantity, region: str) -> Head | None:
    """Return what a share is of, whose value stands before it: 占一般公共预算收入102.4亿元的66.7%."""
    if figure.form is not Form.AMOUNT or SHARE_OF_IT.match(reader.words, figure.end) is None:
        return None
    whole = _OF_WHOLE.search(region)
    return left_head(whole["whole"]) if whole is not None else None


def told_behind(reader: PassageReader, figure: Quantity, head: Head) -> Head | None:
    """Return the head of a percentage with the predicate behind it, or as a share where its words end with 占."""
    if head.name.endswith("占") and len(head.name) > 1:
        whole = whole_divided(reader, figure)
        return replace(head, name=f"{head.name}{whole}比重") if whole and head.name != "分别占" else _portion(head)
    predicate = predicate_after(reader.words, figure.end) if not _share().search(head.name) else None
    return replace(head, name=head.name + predicate[0], right_end=predicate[1]) if predicate is not None else None


def _portion(head: Head) -> Head:
    """Return the head of a share: 普惠托位占60%; 甲96亿元、乙58亿元，分别占62%和38%, of the figures before."""
    handed = head.name == "分别占"
    return replace(head, name="占比" if handed else f"{head.name}比", inherited=handed or head.inherited)


def with_subject(reader: PassageReader, around: Around, head: Head) -> Head:
    """Return the head of a share or ratio with whose it is: 占GDP比重 begins the clause."""
    if _CONTRIBUTES.match(head.name):
        sector = _SECTOR.match(reader.done[-1].indicator) if reader.done else None
        bare = head.name == "贡献率"
        if sector is None or (bare and _OF_ECONOMY.fullmatch(sector[0]) is None):
            return head
        return replace(head, name=sector[0] + (_TO_GROWTH if bare else head.name))
    subject = share_subject(reader, around)
    joint = "" if _SHARE_OF.match(head.name) else "与"
    share = "占比" if head.name == "占" else head.name
    return replace(head, name=subject + joint + share, inherited=True) if subject else head


def share_subject(reader: PassageReader, around: Around) -> str:
    """Return whose share it is when the clause begins with 占: the figure's before, or the subject of the clause."""
    clause = reader.clauses.clause_start(max(0, around.start - 2))
    inside = (None, reader.clauses.bracket_around(around.start))
    open_ones = (one for one in reversed(reader.done) if reader.clauses.bracket_around(one.quantity.start) in inside)
    last = next(open_ones, None)  # 工业用水96亿立方米（其中冷却水48亿立方米），占16.2%
    if last is not None and last.quantity.start >= clause and last.indicator:
        return without_season(last.scope) + last.tier + _part_of(last)
    subject = clause_subject(_DIGIT.split(reader.clause_before(around.start), 1)[0])
    if not _COMPARED_WITH.match(subject):
        return subject
    named = (one for one in reversed(reader.same_sentence(around.figure)) if one.indicator)
    return next(
        (without_season(one.scope) + one.tier + one.indicator for one in named), ""
    )  # 高于全国水平（4.1%），占…


def _part_of(share: Statement) -> str:
    """Return what a share is of: 制造业增加值占GDP比重27.8%，占全球比重30% are both of 制造业增加值."""
    part, _, _ = share.indicator.removesuffix(PLAN_SHARE).partition("占")
    return part if share.kind is Kind.SHARE and len(part) > 1 else share.indicator


@cache
def _share() -> re.Pattern[str]:
    return expression(alternation(table("phrases")["share"]))
