"""Headings of bulletins run into their paragraph without a mark: 人口年末常住人口94.9万人, 粮食全年农作物播种面积….

Only the headings that bulletins have are known, and only where what follows is a name of its own: 旅游全年总收入 is
what tourism earns.
"""

from __future__ import annotations

from planforge.patterns import expression

_HEADING = (
    "综合|国民经济|经济运行|经济总量|农业|农村经济|种植业|粮食|林业|畜牧业?|渔业|水产|工业|建筑业|固定资产投资|投资|房地产业?|国内贸易|贸易|消费|市场消费"
    "|对外经济|对外贸易|外经|交通|交通运输|邮电|通信|旅游|财政|税收|金融|保险|教育|科技|科学技术|文化|卫生|体育|人口|就业|人民生活|居民收入"
    "|社会保障|民政|资源|环境|环境保护|生态环境|安全生产|物价|价格"
)
_RUN_IN = expression(
    rf"(?:{_HEADING})(?:[、和与及]?(?:{_HEADING})){{0,3}}(?=(?:全年|年末)(?P<told>[\u4e00-\u9fff（）、]{{4,}}))"
)
_OF_HEADING = expression(
    "(?:全[省市县区]|人均|平均)*(?:总|实际|新增|累计|完成|实现)*(?:产|收|支|投资|利|税收|用电|用水|用地|用工|能耗|从业|就业人|增加值|营业|销售|贷款|存款|面积|数量|规模(?!以上)|人数)"
)
"""What belongs to what the heading names: 工业全年用电量, 教育全年支出."""
_LONGEST = 24
_SAID = ("全年", "年末")


def without_run_in(region: str) -> str:
    """Return the first words of a paragraph without a heading run into them."""
    first = region[:_LONGEST]
    if not any(word in first for word in _SAID):
        return region
    found = _RUN_IN.match(region)
    if found is None or _OF_HEADING.match(found["told"]) is not None:
        return region
    return region[found.end() :]
