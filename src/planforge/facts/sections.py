"""What a heading or the first words of a paragraph narrow its figures to: a sector, or a part of the area.

Under 电子信息产业 a bare 营业收入达到1200亿元 is that sector's, and under 装备制造产业 another's; of a part of the area
(北部山区) all figures are.
"""

from __future__ import annotations

from functools import lru_cache

from planforge.facts.normalise import read
from planforge.patterns import expression
from planforge.plan.model import Context

_MARK = r"^(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）.、．]+|\d{1,2}(?=[\u4e00-\u9fff])|[—-]{1,2})?"
_DOES = (
    "(?:围绕|聚焦|依托|加快|着力|大力|重点|积极|做[大强优精]|培育|壮大|发展|打造|提升|推进|推动|改造|升级|巩固"
    "|建设|和|、)*"
)
_SECTOR = expression(
    rf"{_MARK}{_DOES}(?P<name>[\u4e00-\u9fff]{{1,12}}?(?:产业|工业|业|集群|装备|制造|材料|能源|医药|食品|汽车|化工|冶金|纺织|建材|物流|旅游|电子|信息|交通|水利|教育|卫生|医疗|文化|体育|民生|生态|环保|农业|农村|社会事业|基础设施|市政|领域|方面|工程)(?:产业集群|产业链|产业)?)"
    r"(?:$|[。：:])"
)
_PART = expression(
    rf"{_MARK}(?P<name>[\u4e00-\u9fff]{{0,6}}?(?:片区|山区|平原|丘陵区?|新城区?|老城区?|组团|流域|板块|沿海地区|[东西南北中]部(?:地区)?))(?:$|[。：:])"
)
_BARE = expression(
    "(?:营业|主营业务|销售|总)收入|(?:工业)?总?产值|增加值|利润总?额?|利税|税收|(?:产业|总)?规模|实施项目|重点项目|项目"
    "|(?:\\d{0,4}[\u4e00-\u9fff]{0,3}级|龙头|规模以上|骨干|重点|上市|领军|头部|链主)?(?:工业)?企业|从业人员|总投资|完成投资|(?:新建)?(?:基地|园区)"
)
"""Names that any sector has."""


def narrowed_by_section(context: Context, opening: str, clause: str, indicator: str) -> str:
    """Return the sector or the part of the area that a figure of this name belongs to, else "".

    `opening` are the first words of the paragraph, `clause` those of the sentence (围绕先进材料产业，…); what they say
    counts before the headings, the innermost first.
    """
    part, sector = _told(context.headings[1:], opening)
    if part or _BARE.fullmatch(indicator) is None:
        return part
    sector = _told((), clause)[1] or sector
    return "" if indicator == _LEADERS and sector.endswith(_FARMING) else sector


_LEADERS, _FARMING = "龙头企业", ("农业", "农业产业")
"""Leading firms are those of farming by custom, wherever they are told: 做强做优现代农业。培育国家级龙头企业3家."""


@lru_cache(maxsize=512)
def _told(headings: tuple[str, ...], opening: str) -> tuple[str, str]:
    """Return the part of the area and the sector that a paragraph stands under."""
    lines = [opening, *(read(heading).text for heading in reversed(headings))]
    parts = (found["name"] for line in lines if (found := _PART.match(line)) is not None)
    sectors = (found["name"] for line in lines if (found := _SECTOR.match(line)) is not None)
    return next(parts, ""), next(sectors, "")
