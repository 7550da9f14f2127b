"""Words before a figure that name nothing: changes, comparisons, conversions, ranks, numbers of other figures."""

from __future__ import annotations

from planforge.facts.figures.quantity import Form
from planforge.facts.names.two_ways import each_way
from planforge.facts.topic import Around
from planforge.patterns import expression

_MORE = (
    "提高|增加|增长|上升|下降|降低|减低|减少|扩大|发展|提升|上调|下调|调减|调增|缩小"
    "|回升|回落|加快|跃升|攀升|壮大|递增|调整|优化|升|增|降|减"
)
_ONLY_CHANGES = expression(
    "[，,、]?(?:其中|或)?(?:(?:1[0-2]|[1-9])月份?[，,]?当月)?(?:提前[一二两三四五]年(?:实现|完成)?)?(?:(?:增速|增幅|降幅|涨幅|跌幅)(?:分别)?)?(?:按[^，。；]{1,10}?(?:计算|统计|口径|价格?)|自然口径|同口径|(?:剔除|扣除|还原)[^，。；]{1,12})?"
    "(?:的?基础上)?(?:转[为成]|转向)?(?:进一步|再|又|已|将|均|也|净|分别(?=拉动|带动)|(?:拉动|带动)(?:[^，。；]{0,4}?经济|GDP|地区生产总值)?|影响(?:[^，。；]{0,4}?(?:CPI|PPI|价格(?:总?指数|总水平)?)(?:（[^（）]{1,10}）)?)?|实际|名义|同比|环比|逐年|累计|[一二两三四五六七八九十]{1,2}年(?:来|间|累计|平均|共)?)*"
    rf"(?:{_MORE})?(?:到|至)?的?"
)
# 高于全省平均3.4个百分点, 比上半年加快1.6个百分点: what is compared was named before.
_COMPARES = expression(
    "[，,、]?(?:并|且|或)?(?:(?:累计|同比|环比|当月)?(?:增速|增幅|[降涨跌]幅)|比重|占比|分别|均|仍|但|远|明显|显著|大幅)*(?:(?:高于|低于|快于|慢于|高出|领先|好于|优于|超出|比(?!亚迪|克电池|音勒芬|特大陆|利时)|较(?!大(?:以上)?[事火案突规面]))[^，。；]{0,18}"
    "|超额?完成[^，。；]{0,10}?(?:目标|任务|计划)(?:任务|目标|进度)?|(?:超过?|快于|高于)(?:时间|时序|序时|年度)?(?:进度|计划|任务)|与[^，。；]{2,16}相比[^，。；]{0,4}|(?:同比|环比)?(?:[高低快慢多少]|加快|放缓)[出了]?)"
    "|[，,、和及]?(?:又|也|分别)?(?:是|为|相当于|达到?)?(?!人均)[^，。；的]{0,8}(?:平均水平|平均值|平均数)的"
)
_FULFILS = expression(
    "[，,、]?(?:远远?|明显|大大)?[高低优好]于(?:原计划|原定|预期|规划|计划)|[，,、]?(?:并|且|已|均|全部|全面|圆满|顺利|提前)*(?:超额)?完成了?(?:国家|省|市|上级)?(?:下达|确定|规定)?的?[“”]*(?:规划|计划|纲要)?(?:目标|任务|要求)?的?"
)
"""能耗下降14.2%，超额完成规划下降13.5%的目标."""
# A number without a unit that was not read (浓度控制在32以下、优良天数比例90%以上) still ends the words before it.
_UNREAD = expression(r"\d+大?类、|^.*\d[^\d、，]{0,4}(?:以上|以下|以内|左右)、")
_DIGIT = expression(r"\d")
_PASSED = expression("(?:大关|关口|台阶|门槛)(?=[、，,])")
"""突破1000亿元大关、达到1042.6亿元: what was passed is no name of the next figure."""
_BATCHES = expression(r"\d+[批轮届期]次?$")
"""先后遴选了7批1186家企业."""
_THOSE = expression("(?:上述|以上|这)[二两三四五六七八九十][^，。；]{1,6}(?=合计|总计|共计|共)")
"""上述三项合计65亿元."""
CONVERTED = expression(
    "[，,、（(]?(?:(?:折|折合|折算|约合|折合约)(?:成|为|人民币|美元)*"
    "|按[^，。；]{0,10}汇率(?:计算|折算)?[，,]?(?:折合|约合|合|约为|约|为|达到?)*)"
)
_OF_MONEY = expression("为?1(?:美元|欧元|英镑|港元|日元)(?:兑|合|对)")
"""人民币汇率为1美元兑7.05元: what one buys is no part of the name."""
# 居全市第2位, 增速排名全省第3位
_RANKED = expression(
    "(?:总量|增速|增幅|数量|规模|总额|水平|绝对[数额量值])?(?:分(?=居|列|位)|综合|(?:连续|已连续)?[一二两三四五六七八九十数几多\\d]{1,2}年来?和?|历年|连年|常年|一直|始终|长期|分别|均|继续|位次|已|由|从"
    "|稳居|位居|跃居|居|进入|跻身|冲刺|冲进|迈入|挤进|稳定在?|排名|排在|排|名列|位列|列居|列|跃升到|跃升至|上升到|上升至|前移至|提升至|保持"
    "|在[^，。；]{2,16}?中?(?:排名|位居|居|列|排)|世界|全球|全国|全省|全市"
    "|全区|全县|省内|市内|同类城市|城市|各(?:省[区市份]*|地级?市|设区市|市[州区县]*|[区县]+市?区?)|之"
    "|(?:^|(?<=[、，,和居列]))(?:[东中西]{1,2}部|东北|华[东北南中]|西[南北]|长三角|珠三角|京津冀|副省级|省会|中部六省|沿海)(?:地区|城市|省[区份]|各省)?"
    "|(?<=居|列|排)(?:[\u4e00-\u9fff]{2,3}(?:[省市州])?)?[县区市](?:（[市区县]）|\\([市区县]\\))?)*$"
)
THIS_ONE = expression(
    "[，,、；;]?(?:使|让|将|把|其中|而)?[这该此](?:一|项|个|类)?(?:比例|比重|占比|比率|数字|数据|数量|指标|数值|规模|目标|总数)"
)
"""到2025年，这一比例提高到70%: what it speaks of was named before."""
_LEVEL_CHANGES = expression(
    f"[，,]?(?:已|总体|均)?(?:连续|持续)?(?:[0-9一二两三四五六七八九十]{{1,3}}年)?(?:稳定|保持|维持|巩固)在|[，,、]?(?:进一步|再|又|已|将|改造)?(?:{_MORE})(?:到|至)?的?"
)
_ENDS_OF_CHANGES = tuple({"在", "到", "至", "的", *(word[-1] for word in _MORE.split("|"))})
_THAN = expression(
    "(?:年均|名义|实际)?(?:增速|增幅|涨幅|增长)?(?:分别|均)?(?:高于|低于|快于|慢于|高出|(?<![或和])[优好]于|领先|超过)[^，。；]*$"
)
"""生产总值增速高于全市平均水平1个百分点: what it is compared with names nothing."""


def own_words(around: Around) -> str:
    """Return the words before a figure without what belongs to other figures, or to what it is compared with."""
    passed = _PASSED.match(around.region)
    region = around.region[passed.end() :] if passed is not None else around.region
    if _DIGIT.search(region) is not None:
        region = _BATCHES.sub("", _OF_MONEY.sub("", _UNREAD.sub("", region)))
    if "计" in region or "共" in region:
        region = _THOSE.sub("", region)
    if "分别占" in region and not region.endswith("分别占"):
        region = region.replace("分别占", "占", 1)
    if "所占" in region:
        region = _PROPORTION.sub(r"\1占", region)
    if "出" in region:
        region = each_way(region)
    if "同期" in region and _SAME_SEASON.fullmatch(region) is not None:
        return ""
    if "最" in region or "峰" in region:
        region = _FROM_ITS_PEAK.sub("", region)
    if "了" in region and around.grown is not None:
        region = _UPHELD.sub("", region)
    if around.figure.form is Form.RANK:
        return _RANKED.sub("", region)
    return _THAN.sub("", region) if around.figure.form is Form.POINTS else region


_SAME_SEASON = expression("[，,、；;和与及]*同期(?:增速|增幅|[降涨跌]幅)?(?:分别)?(?:为|是|仅为|约为)?")
"""（同期为下降9.8%）, （2015和2016年同期增速分别为3.3%、0.5%）: of what was named before."""
_FROM_ITS_PEAK = expression("[由从](?:历史)?(?:上)?(?:最(?:初|高峰?|低|多|少)|高?峰值?)(?:时期|时|值|点|水平)?的?$")
"""由历史高峰值的30%降至8%: when it began is no part of the name."""
_UPHELD = expression("^[^，。；]*(?:支撑|保障|支持|满足|带动|推动|促进|拉动)了(?=[^，。；、了]{2,12}$)")
"""以较低的能耗增速支撑了国民经济年均11%的增长: what grows stands behind."""
_PROPORTION = expression("^([，,]?)所占(?:的)?(?:比重|比例|份额)(?:为|是|达到?|约为)?$")
"""增加值393亿元，所占比重为28.9%."""
_CROSSES = expression(
    "[，,、]?(?:[一二两三四五]年)?(?:间|来)?(?:先后|接连|连续|相继|再次|又)*(?:连跨|跨越|跨过|跨上|迈上|跃上|站上)了?"
)
"""生产总值达到2186亿元，五年连跨1500亿元、2000亿元两个台阶."""


_APPROVED = expression(
    "[，,]?经?[^，。；]{0,10}?(?:人大常委会|人大|人代会|人民代表大会|政府)[^，。；]{0,6}?(?:批准|审议|通过|同意)[^，。；]{0,4}?(?:调整|变更)[为到至]"
    "|[，,]?(?:年初|调整|变动|最终)预算数?[为是]?"
)
"""区人大常委会批准调整为428000万元: of what was budgeted before."""


_SIGN_OF_OTHERS = expression("[折合按这该此]")
"""What conversions and 这一比例 have one of; most words have none."""


_OF_COMPARING = frozenset("于出先比较超高低快慢多少缓均")
"""What every comparison has one of; most words have none."""


def says_no_subject(region: str, level: bool) -> bool:
    """Whether words only tell of a change, a comparison or a conversion of what was named before."""
    if _SIGN_OF_OTHERS.search(region) and (CONVERTED.fullmatch(region) or THIS_ONE.match(region)):
        return True
    if level and ("预算" in region or "调整" in region) and _APPROVED.fullmatch(region):
        return True
    if level:
        changes = region.endswith(_ENDS_OF_CHANGES) and _LEVEL_CHANGES.fullmatch(region) is not None
        crosses = ("跨" in region or "上" in region) and _CROSSES.fullmatch(region) is not None
        return changes or crosses or _compares(region)
    if _ONLY_CHANGES.fullmatch(region) or _compares(region):
        return True
    return ("完成" in region or "于" in region) and _FULFILS.fullmatch(region) is not None


def _compares(region: str) -> bool:
    return not _OF_COMPARING.isdisjoint(region) and _COMPARES.fullmatch(region) is not None
