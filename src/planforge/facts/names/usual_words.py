"""Words inside a name that one text writes and another leaves out, and the form that names go by."""

from __future__ import annotations

from planforge.patterns import expression

_LISTED = expression("^[^，。；：等]{1,16}、[^，。；：等]{1,30}等(?=主要[\u4e00-\u9fff]{3})")
"""废钢铁、废铜、废纸等主要再生资源: what is named before only tells which are the main ones."""
_OR_ALSO = expression(
    "(?<=[\u4e00-\u9fff])[（(](?:(?![男女])[\u4e00-\u9fff]|[市区旗县](?:[、，]?[市区旗县])+)[）)](?=[\u4e00-\u9fff])"
)
"""快递箱（盒）投放量, 县（市、区）: another word for the one before it."""
_MEAN_RATE = expression("^(?:年均|年平均)(?!.*增长|.*增速|递|[提上]|下降|降低|减)(?=.{3,}(?:率|比重|比例|占比|之比)$)")
"""年均每百万人口因灾死亡率: the mean of rates is such a rate, that of amounts is no amount of the period."""
_TOTAL_OF_HEADS = expression(
    "(?<=[\u4e00-\u9fff]{4})(?<=人才|人口|人员|主体|企业|机构|组织|床位|学位|队伍|专利|商标|动车|汽车|技师|教师|医师|护士|工人)"
    "总量(?=$|占|的?比[重例]|的?增)"
)
"""高技能人才总量 is how many there are; 人才总量, 用水总量 and 水资源总量 are names of their own."""
_RAISED = expression("(?<=住房|公寓|房源)(?:的?建设)?(?:筹集|筹建)(?:建设)?(?:数量|总量|套数)?$")
"""保障性租赁住房建设筹集, which prose has as 筹集保障性租赁住房."""


_SOWN = expression(
    "(?P<crop>(?:春播?|夏播?|秋播?|冬播?|早|中|晚|优质|商品)?(?:粮食|粮豆|谷物|稻谷?|水稻|小麦|玉米|大豆|豆类|薯类|马铃薯|青稞|高粱|谷子|荞麦"
    "|棉花|油料|花生|油菜籽?|芝麻|向日葵|糖料|甘蔗|甜菜|烟叶|烤烟|蔬菜|瓜果|农作物|经济作物|饲草|青贮玉米)(?:作物)?)面积"
)
"""油料面积, 蔬菜面积: what grows anew each year is told by the area sown, 茶叶面积 and 果园面积 are what there is."""


def as_listed(head: str) -> str:
    """Return a head without the examples before 等主要 and without other words in brackets."""
    return _OR_ALSO.sub("", _LISTED.sub("", head)) if "、" in head or "（" in head or "(" in head else head


def usual_words(plain: str) -> str:
    """Return a name without 年均 before a rate and 总量 behind what is counted by heads."""
    if plain.endswith(("筹集", "筹建", "筹集建设", "数量", "总量", "套数")):
        plain = _RAISED.sub("", plain)
    if plain.endswith("面积") and (sown := _SOWN.fullmatch(plain)) is not None:
        return f"{sown['crop']}播种面积"
    if plain.endswith("总产量") and len(plain) > len("总产量"):
        return f"{plain[:-3]}产量"
    if "总量" in plain:
        plain = _TOTAL_OF_HEADS.sub("", plain)
    return _MEAN_RATE.sub("", plain) if plain.startswith("年") else plain


def without_year(plain: str) -> str:
    """Return a name without the word that its amount is that of a year: 天然气年产量, 年快递业务量, 粮食全年产量."""
    return _YEARLY.sub("", _WHOLE_YEAR.sub("", plain)) if "年" in plain else plain


_FLOWS = (
    "(?:产量|(?:旅客|货邮|货物|集装箱)?吞吐量|加工量|生活用电量|用电量|发电量|用水量|消费量|消耗量|出栏|处理量|处置量|供水量|接待量"
    "|业务量|业务总量|业务收入|利用量|使用量|投放量|排放量|取水量|交易额|销售额|客运量|货运量)"
)
_WHOLE_YEAR = expression("(?<=[\u4e00-\u9fff]{2})(?<!占)(?:全年|(?<![学青中少幼老成])年末)(?=[\u4e00-\u9fff]{2})")
_YEARLY = expression(
    rf"(?<=[\u4e00-\u9fff]{{2}})(?<![一二两三四五六七八九十近当本每去全上来])年(?={_FLOWS})"
    rf"|^年(?![均末底初内度终间])(?=[\u4e00-\u9fff]{{2,8}}(?<!均){_FLOWS}$)"
)
