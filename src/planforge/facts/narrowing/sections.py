"""What a heading or the first words of a paragraph narrow its figures to: a sector, or a part of the area.

Under 电子信息产业 a bare 营业收入达到1200亿元 is that sector's, and under 装备制造产业 another's; of a part of the area
(北部山区) all figures are.
"""

from __future__ import annotations

from functools import lru_cache

from planforge.facts.writing.normalise import read
from planforge.patterns import expression
from planforge.plan.model import Context
from planforge.records import record

_MARK = r"^(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）.、．]+|\d{1,2}(?=[\u4e00-\u9fff])|[—-]{1,2})?"
_DOES = (
    "(?:围绕|聚焦|依托|加快|着力|大力|重点|积极|做[大强优精]|培育|壮大|发展|打造|提升|推进|推动|改造|升级|巩固"
    "|建设|和|、)*"
)
_VERBS = (
    "围绕|聚焦|依托|加快|着力|大力|积极|做[大强优精]|培育|壮大|发展|打造|提升|推进|推动|改造|升级|巩固|建设|优化|完善"
    "|加强|支持|规划|实施"
)
_SECTOR = expression(
    rf"{_MARK}{_DOES}(?P<name>[\u4e00-\u9fff]{{1,12}}?(?:产业|工业|业|集群|装备|制造|材料|能源|医药|食品|汽车|化工|冶金|纺织|建材|物流|旅游|电子|信息|交通|水利|教育|卫生|医疗|文化|体育|民生|生态|环保|农业|农村|社会事业|基础设施|市政|领域|方面|工程)(?:产业集群|产业链|产业)?)"
    r"(?:$|[。：:])"
)
_PART = expression(
    rf"{_MARK}(?P<name>[\u4e00-\u9fff]{{0,6}}?(?:片区|山区|平原|丘陵区?|新城区?|老城区?|组团|流域|板块|沿海地区|[东西南北中]部(?:地区)?))(?:$|[。：:])"
)
_PLACE = expression(
    rf"{_MARK}(?!各|全|本|我|该|重点|主要|有关|相关|城市|城镇|{_VERBS})"
    r"(?P<name>[\u4e00-\u9fff]{1,10}?(?:(?<![市城辖地农产园景郊山库灾社小林牧校全老新片战])区|(?<=..)县|(?<=..)市|(?<=..)旗|(?<=..)[镇乡]|街道"
    r"|(?:经济技术|高新技术产业|经济)?开发区|经开区|高新区|(?<=..)(?:新区|新城|科学城|科技城|园|园区|示范区|试验区|保税区|景区|度假区|港区|港|基地)))"
    r"(?:$|[。：:])"
)
"""An area, zone or park of its own: all that is told under its name is of it."""
_THING = expression(rf"{_MARK}(?P<name>(?!{_VERBS})[\u4e00-\u9fff]{{2,8}})[。：:]")
_NO_THING = expression(
    "目标|任务|情况|重点|措施|方面|规划|项目|工程|指标|布局|现状|产业|[一二三四五六]是|原则|要求|主体|市场|品牌|方向|农业$"
)
_OF_A_THING = expression("(?:种植|养殖|播种|栽培)?面积|总?产量|(?:综合|加工|全产业链)?总?产值|[存出]栏|基地面积|单产")
"""What crops and products have: ——茶叶。种植面积22万亩."""
_ENDS_OF_THINGS = tuple("积量值栏产")
"""One of these ends each of them, as others do those below; most names end with none."""
_BARE = expression(
    "(?:营业|主营业务|销售|总)收入|(?:工业)?总?产值|增加值|利润总?额?|利税|税收|(?:产业|总)?规模|实施项目|重点项目|项目"
    "|(?:\\d{0,4}[\u4e00-\u9fff]{0,3}级|龙头|规模以上|骨干|重点|上市|领军|头部|链主)?(?:工业)?企业|从业人员|总投资|完成投资|(?:新建)?(?:基地|园区)"
)
"""Names that any sector has."""
_ENDS_OF_BARE = tuple("入值额润总税收模目业员资地区")
_OF_A_LEAD = expression("上市公司|(?:重大|高端|新型|公共)?(?:创新|研发|服务|科创)平台")
"""What a sector has that its own paragraph is about; under a heading it may be of all."""
_WIDE = ("工业", "农业", "农村", "服务业", "种植业", "农业产业", "现代农业", "制造业")
"""Sectors as wide as a plan."""


def narrowed_by_section(context: Context, opening: str, clause: str, indicator: str) -> str:
    """Return the sector or the part of the area that a figure of this name belongs to, else "".

    `opening` are the first words of the paragraph, `clause` those of the sentence (围绕先进材料产业，…); what they say
    counts before the headings, the innermost first.
    """
    told = _told(context.headings, opening)
    bare = is_anyones(indicator)
    of_thing = _has(indicator)
    led_in = bare or of_thing or len(clause) <= _LONGEST_LEAD
    here = _told((), clause) if led_in else _NOTHING  # most clauses name nothing, and each is met once
    if part := here.part or told.part:
        return part
    if of_thing and (thing := here.thing or told.thing):
        return thing
    lead = here.branch or told.lead
    if lead and (of_thing or _OF_A_LEAD.fullmatch(indicator)):
        return lead
    branch = _of_branch(context, indicator)
    if not bare:
        return branch
    sector = here.sector or told.sector or branch
    return "" if indicator == _LEADERS and sector.endswith(_FARMING) else sector


def _has(indicator: str) -> bool:
    """Whether crops and products have a measure of this name."""
    return indicator.endswith(_ENDS_OF_THINGS) and _OF_A_THING.fullmatch(indicator) is not None


def is_anyones(indicator: str) -> bool:
    """Whether any sector has something of this name: 产值, 规模以上企业."""
    return indicator.endswith(_ENDS_OF_BARE) and _BARE.fullmatch(indicator) is not None


def sector_begun(clause: str, indicator: str) -> str:
    """Return the sector that a clause of its own names for what any sector has: 食品产业，…，产值达到200亿元."""
    if len(clause) > _LONGEST_LEAD:
        return ""
    if is_anyones(indicator):
        return _told((), clause).sector
    return _told((), clause).branch if _has(indicator) else ""


def narrowed_by_units(words: str, indicator: str) -> str:
    """Return the branch whose firms the words before a balance name last: 建筑业企业法人单位资产总计…，负债合计…."""
    if _UNITS not in words or _BALANCE.fullmatch(indicator) is None:
        return ""
    named = _BRANCH_OF_UNITS.search(words, max(0, words.rfind(_UNITS) - _LONGEST_BRANCH))
    return named["of"] if named is not None else ""


def _of_branch(context: Context, indicator: str) -> str:
    """Return the branch that a chapter of its own tells of, which a balance under it is of: 二、建筑业."""
    chapter = context.headings[0] if context.headings and indicator.endswith(_ENDS_OF_BALANCE) else ""
    return chapter if chapter and _BALANCE.fullmatch(indicator) and _BRANCH.fullmatch(chapter) else ""


_UNITS, _LONGEST_BRANCH = "企业法人单位", 20
_BRANCH_OF_UNITS = expression("(?:[年末底，]|全[省市县区州盟旗国])*(?P<of>[\u4e00-\u9fff、]{1,20}业)企业法人单位")
_BALANCE = expression("(?:主营业务|营业)收入|资产|负债|从业人员")
_ENDS_OF_BALANCE = tuple("入产债员")
_BRANCH = expression("[\u4e00-\u9fff、]{1,20}(?<![企就创])业")
_LEADERS, _FARMING = "龙头企业", ("农业", "农业产业")
"""Leading firms are those of farming by custom, wherever they are told: 做强做优现代农业。培育国家级龙头企业3家."""


@record(frozen=True, slots=True)
class _Told:
    """What headings and first words name: a part of the area, a sector, a crop or product; "" for none.

    `lead` is the sector that the first words of the paragraph itself name, unless it is as wide as the plan.
    """

    part: str = ""
    sector: str = ""
    thing: str = ""
    lead: str = ""

    @property
    def branch(self) -> str:
        """The trade or chain of that name: 做优茶产业，到2025年种植面积达到5万亩."""
        return self.lead if self.lead.endswith(_BRANCHES) else ""


_BRANCHES = ("业", "产业链", "产业集群")
_NOTHING = _Told()
_LONGEST_LEAD = 16


@lru_cache(maxsize=512)
def _told(headings: tuple[str, ...], opening: str) -> _Told:
    """Return what a paragraph stands under, the innermost first; of a chapter only an area or a trade by its name."""
    sections = [read(heading).text for heading in reversed(headings[1:])]
    chapter = [read(heading).text for heading in headings[:1]]
    places = (_PLACE.match(line) or _PART.match(line) for line in (opening, *sections, *chapter))
    sectors = (_SECTOR.match(line) for line in (opening, *sections))
    trades = (_TRADE.fullmatch(line) for line in chapter)
    run_in = sections[0] if sections and sections[0].endswith("。") else ""  # 1.茶叶。到2025年，… is parted there
    first = opening if _SECTOR.match(opening) or _THING.match(opening) else run_in
    thing, lead = _THING.match(first), _SECTOR.match(first)
    return _Told(
        next((found["name"] for found in places if found is not None), ""),
        next((found["name"] for found in (*sectors, *trades) if found is not None), ""),
        thing["name"] if thing is not None and _NO_THING.search(thing["name"]) is None else "",
        lead["name"] if lead is not None and not lead["name"].endswith(_WIDE) else "",
    )


_TRADE = expression("(?:第[一二三四五六七八九十]+[章节部分篇]+\\s*)?(?P<name>[\u4e00-\u9fff]{2,8}(?:产业|集群|产业链))")
