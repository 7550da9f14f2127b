"""What each column of a table of places measures: by its own head, the column before, or the caption."""

from __future__ import annotations

from collections.abc import Sequence

from planforge.facts.tables.head_units import without_unit
from planforge.facts.tables.season_columns import without_season
from planforge.patterns import expression

_YEARS = expression(r"(?:19|20)\d\d年?(?:[-—–－~～至]+(?:19|20)\d\d年?)?|[“\"]?十[一二三四五六]五[”\"]?(?:期?末)?")
_RATES = expression(
    "(?:比|较|与|距)(?:上年|去年|多年平均|常年|历年)(?:同期)?(?:平均)?值?(?:相?比较?)?|(?:同比|年均)?(?:名义|实际)?(?:增长率?|增速|增幅|增减)|[（(]?[±＋+]?[%％][)）]?$|同比$"
)
_SINCE = expression(
    r"^(?:20\d\d年?)?(?:比|较)20\d\d年?(?:净?增[加长]|增减|提高|提升|变化|下降|降低|减少)?(?:幅度|率|量)?"
)
_ROLES = expression("(?:规划|预期)?目标值?|现状值?|基期值?|完成值?|任务|计划|实绩|实际")
_ABOUT = expression(
    "(?:20\\d\\d年?)?(?:全[省市县区]|我[省市县区])?各?(?:[县市区镇乡州地、]|街道|地区|[（(][县市区旗]+[）)])+(?P<measure>.{2,}?)"
    "(?:培育|发展|建设)?(?:的?(?:基本)?情况|规划|目标|任务|统计|分解|分配|完成|计划|指标|一览)*表?(?:[（(].*[）)])?$"
)
_CAPTION_END = expression("(?:分?年度|各年|计划|目标|任务|分解|安排|分配|规划|一览|情况|统计|表)+(?:[（(].*[）)])?$")
_AMOUNT = expression("(?<=..)(?:绝对[数额值]|数值)$")
_OTHERS = ("其他", "其它", "其余")
_SAYS_NOTHING = ("年度", "全年", "本年", "数", "量", "值", "数量", "率", "比例", "进度")
"""What is left of 年度任务, 完成数 and 完成率: nothing that is measured."""
_OF_ALL = ("工作", "指标", "事项", "经济", "经济社会", "任务")
SUM_HEAD = expression("^(?:总量|总数|合计|总计|小计|三年合计|五年合计|任务总量|目标总量)$")


def of_places(words: str) -> bool:
    """Whether a title says that it is of places (分区县…任务), as that of an annex may, whose table has no caption."""
    return _ABOUT.search(words) is not None


def measures_of(heads: Sequence[str], places: int, caption: str) -> tuple[str, ...]:
    """Return what each column measures; a rate without a name of its own is that of the column before."""
    about, named = _ABOUT.search(caption), _named_by_caption(heads, places, caption)
    found: list[str] = []
    for at, head in enumerate(heads):
        plain = without_season(_SINCE.sub("", without_unit(head)))
        bare = _ROLES.sub("", _RATES.sub("", _YEARS.sub("", plain))).strip("（()）：: ")
        bare = _AMOUNT.sub("", bare)
        if bare in _OTHERS:  # 其他 beside 地表水 and 地下水 names nothing by itself
            found.append("")
            continue
        before = found[-1] if found else ""
        role = bare in _SAYS_NOTHING or (not bare and _ROLES.search(plain) is not None)
        change = plain != without_unit(head) or _RATES.search(plain) is not None
        above = before if before and (change or role) else without_unit(about["measure"]) if about else named
        bare = "" if role else before.removesuffix(bare) + bare if before and _SHARE_HEAD.match(bare) else bare
        found.append("" if at <= places else above if SUM_HEAD.match(bare) else bare or above)
    return tuple(found)


_SHARE_HEAD = expression("占.{0,10}?(?:比重?|比例)$|(?:比重|占比)$")


def _named_by_caption(heads: Sequence[str], places: int, caption: str) -> str:
    """Return what a caption says that all figures are (保障性租赁住房年度计划) where heads are but times and roles."""
    plain = names_only_times(heads[places + 1 :])
    named = _CAPTION_END.sub("", _YEARS.sub("", caption)).strip() if plain else ""
    return "" if named.endswith(_OF_ALL) else named


def names_only_times(heads: Sequence[str]) -> bool:
    """Whether heads name nothing but times, and whether something is an aim or was reached."""
    words = (_ROLES.sub("", _YEARS.sub("", without_unit(head))) for head in heads)
    return all(not word or word in _SAYS_NOTHING or SUM_HEAD.match(word) for word in words)
