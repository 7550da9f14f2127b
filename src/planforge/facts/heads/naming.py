"""The head of a figure in its sentence: on its left, on its right, or with a subject from the clause before.

`left_heads` knows words only; here the figure, its growth wording and the figures before it count as well.
"""

from __future__ import annotations

from dataclasses import replace

from planforge.facts.changes.growth import growth_behind
from planforge.facts.figures.implied import counted_before
from planforge.facts.figures.quantity import Form
from planforge.facts.going_on.ranks import head_among
from planforge.facts.heads.counted_behind import on_the_right, without_measure
from planforge.facts.heads.left_heads import Head, left_head
from planforge.facts.heads.nameless import own_words, says_no_subject
from planforge.facts.heads.right_heads import right_head
from planforge.facts.heads.shares_named import (
    PART_OF,
    leaves_out_its_subject,
    told_behind,
    whole_of_share,
    with_subject,
)
from planforge.facts.heads.widened import PER_HEAD, completed, widened
from planforge.facts.names.verbs import verbs_in
from planforge.facts.passage import PassageReader
from planforge.facts.topic import Around
from planforge.patterns import expression

_AREA = expression("(?:全|我)?[\u4e00-\u9fff]{1,3}[省市县区]|(?:地级及以上)?(?:城市|县城|市|县)?建成区|(?:中心|主)城区")
_AREA_ENDS = ("省", "市", "县", "区")


def head_of(reader: PassageReader, around: Around) -> Head | None:
    """Return the head of a figure, or None when its words name none."""
    return (
        _grown_behind(reader, around)
        or _named_apart(reader, around)
        or head_among(reader, around)
        or _head_at_its_side(reader, around)
    )


def _grown_behind(reader: PassageReader, around: Around) -> Head | None:
    """Return what grows where its noun stands behind the rate: 年均2.1%的能源消费增长."""
    grown, figure = around.grown, around.figure
    if grown is None or not grown.yearly_words or grown.settled or grown.start != figure.start:
        return None
    behind = growth_behind(reader.words, figure.end)
    return Head(behind["of"], right_end=behind.end()) if behind is not None else None


def _head_at_its_side(reader: PassageReader, around: Around) -> Head | None:
    figure, level = around.figure, around.grown is None
    region = own_words(around)
    if says_no_subject(region, level) or (figure.form is Form.POINTS and not region.strip("，,、")):
        return None
    if "每" in region and (per_head := PER_HEAD.fullmatch(region.strip("，,、"))) is not None:
        return Head(per_head[0].removesuffix("拥有"))  # 5G基站达到6000个，每万人拥有30个
    if figure.unit.counts and not figure.raw_unit and not counted_before(reader.words, figure.start):
        return right_head(reader.words, figure.end, verbs_in(around.region))
    share = level and figure.form is Form.PERCENT
    if share and region.endswith("的") and (part := PART_OF.fullmatch(region)) is not None:
        region = f"{part['part']}占{part['whole']}比重"  # 高标准农田达到耕地总面积的64%
    if level and (whole := whole_of_share(reader, figure, region)) is not None:
        return whole
    head = completed(reader, around, widened(reader, around, region, left_head(region)))
    if head is not None and leaves_out_its_subject(head, region):
        return with_subject(reader, around, head)
    if share and head is not None and (told := told_behind(reader, figure, head)):
        return told
    if level and head is not None and head.name.endswith(_AREA_ENDS) and _AREA.fullmatch(head.name) and not head.child:
        noun = without_measure(right_head(reader.words, figure.end, head.verbs), figure)
        return replace(noun, actor=head.name) if noun else head
    if level and figure.form is not Form.RANK:
        return on_the_right(reader, around, head)
    return head


def _named_apart(reader: PassageReader, around: Around) -> Head | None:
    """Return what 分别 hands changes out to, where the clause before only names it: 甲、乙，分别比2020年下降3%、5%."""
    if around.grown is None or not around.region.strip("，,").startswith("分别") or not around.start:
        return None
    clause = _GOES_WELL.sub("", reader.clause_before(around.start).rstrip("，,"))
    count = reader.left_in_clause(around.figure)
    several = count > 1 and len(_COORDINATED.findall(clause)) == count - 1 and not _DIGIT.search(clause)
    return left_head(clause) if several else None


_DIGIT = expression(r"\d")
_COORDINATED = expression("[、和与及]")
_GOES_WELL = expression(
    "(?<=[\u4e00-\u9fff]{2})(?:市场)?(?:供应|供给|增势|势头|走势|运行|增长|生产|销售|保持|总体|持续|较为|相对|较|稳中)*"
    "(?:充足|充裕|良好|平稳|稳定|稳健|向好|向优|强劲|较好|较快|明显|显著|旺盛|活跃|有力|喜人|好)$"
)
"""蔬菜、瓜果供应充足，分别增长0.4%、33%: how it goes is no part of the name."""
