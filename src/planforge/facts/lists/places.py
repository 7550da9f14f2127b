"""Names of cities, counties and districts, and rows of them that 分别 hands figures to: 芜湖、蚌埠市."""

from __future__ import annotations

from planforge.patterns import expression

_PLACE = expression("(?![全各我本该其两])[\u4e00-\u9fff]{1,6}[市县区旗州]")
_GENERAL = expression(
    ".{0,6}[市城地社小校灾牧林山片成景库辖园发新高镇验范税港户]区|.{0,6}(?:贫困|强|百强|级|个)[市县区]|.{0,4}[城上超股夜都集门]市|.*[各全等余多].{0,2}|(?:国家|省级?|文明|生态|卫生|示范).*"
)
"""市区, 景区, 开发区, 脱贫县: sorts of places, not one."""
_ROW = expression(
    "(?P<owners>(?:[\u4e00-\u9fff]{2,6}?[、和及与])+)(?P<last>[\u4e00-\u9fff]{2,5}?)(?P<all>等?[两二三四五六七八九十]{1,2}个?)?"
    "(?P<kind>[市县区])(?P<of>[\u4e00-\u9fff]{2,})"
)
_MARK = expression("[、和及与]")
_NO_NAME = expression(".*(?:[级城类型乡村镇]|居民|企业|[工农]业|学校|小学|高校|城镇|人口)")
_NO_BARE_NAME = expression(
    "[各全新老旧高]|(?:数字|智能|智慧|绿色|现代|区域|综合|国家|国际|重大|新型|一批|共同|协同|统筹|深化)"
    "|.*(?:[级城类型乡镇业]|居民|企业|学校|小学|中学|高校|大学|院|机构|部门|单位|项目|工程|社区|园区|公司|集团|平台|团队|人才|港口"
    "|农户|农民|群众|社会|经济|科技|技术|文化|旅游|数据|能源|电力|交通|教育|体育|卫生|物流|体系|设施|系统|网络|领域|产品|市场|银行|品牌"
    "|枢纽|中心|基地)"
)


def is_place(name: str) -> bool:
    """Whether a name is that of one city, county or district (沙岭县), and of nothing else."""
    return _PLACE.fullmatch(name) is not None and _GENERAL.fullmatch(name) is None


def is_province(name: str) -> bool:
    """Whether a name is that of a province as it is called without its sort (甘肃), and of nothing else."""
    return name in _PROVINCES


_PROVINCES = frozenset(
    {"北京", "天津", "河北", "山西", "内蒙古", "辽宁", "吉林", "黑龙江", "上海", "江苏", "浙江"}
    | {"安徽", "福建", "江西", "山东", "河南", "湖北", "湖南", "广东", "广西", "海南", "重庆"}
    | {"四川", "贵州", "云南", "西藏", "陕西", "甘肃", "青海", "宁夏", "新疆"}
)


def is_named(name: str) -> bool:
    """Whether words that are said to be built up can be the name of a city without its 市: 宜昌, not 高校."""
    return 1 < len(name) <= _LONGEST_BARE and _NO_BARE_NAME.match(name) is None


_LONGEST_BARE = 4


def is_region(name: str) -> bool:
    """Whether a name is that of a region of several provinces or cities (京津冀, 长三角地区), and of nothing else."""
    return name.startswith(_BEGINS_REGION) and _REGION.fullmatch(name) is not None


_BEGINS_REGION = ("京", "长", "珠", "粤", "成", "汾", "环", "黄", "山东", "辽", "海峡", "中原", "关中")
_REGION = expression(
    "(?:京津冀|长三角|珠三角|粤港澳大湾区|成渝|汾渭平原|环渤海|长江(?:经济带|中游)|黄河流域|山东半岛|辽中南|海峡西岸|中原|关中)"
    "(?:及周边)?(?:地区|区域|城市群|双城经济圈)?"
)


def of_each_place(name: str, count: int) -> list[str]:
    """Return the name for each of `count` places of a row: 芜湖、蚌埠市高企 → 芜湖市高企, 蚌埠市高企; else nothing."""
    row = _ROW.match(name)
    if row is None:
        return []
    places = [*_MARK.split(row["owners"])[:-1], row["last"] + ("" if row["all"] else row["kind"])]
    whole = [is_place(place) for place in places[:-1]]
    bare = row["kind"] != "区" and not any(whole) and not any(map(_NO_NAME.fullmatch, [*places[:-1], row["last"]]))
    named = [place if is_place(place) else place + row["kind"] for place in places]
    told = (bare or all(whole)) and len(places) == count and all(map(is_place, named))
    return [place + row["of"] for place in named] if told else []
