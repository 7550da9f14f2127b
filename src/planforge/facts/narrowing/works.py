"""A single work whose entry a clause or heading begins: 乙水库工程，总库容0.5亿立方米，年供水量3000万立方米.

All measures told of it are that work's own, whatever their names. Programmes (污水处理提升工程) are no works: what they
bring about is counted for the whole area. Rates, places and changes are left out for the same reason.
"""

from __future__ import annotations

from functools import lru_cache

from planforge.facts.figures.quantity import Form
from planforge.facts.heads.left_heads import left_head
from planforge.facts.passage import PassageReader
from planforge.facts.topic import Around
from planforge.facts.writing.normalise import read
from planforge.patterns import expression

_LONGEST_LEAD = 36
_ENDS = ("工程", "项目", "）")
_SORTS = (
    "中小|大中|小型|大型|农村|农业|城乡|城镇|城市|乡镇|县域|县级|市级|省级|基层|社区|村级|老旧|病险|重点|重大|全|各|一批|若干|系列|民生|骨干"
    "|有关|相关|其他|所有|标志性|公共|市政|分布式|中型|主要"
    "|数据|算力|充电|应急|养老|托育|冷链|仓储|智慧|数字|绿色|新能源|高标准"
)
_BEGUN = "(?:加快|推进|推动|全面|继续|开工|启动|实施|建设|新建|续建|改建|扩建|改扩建|迁建|建成|完成|谋划|规划)*+"
_BUILT = (
    "水库|电站|泵站|水厂|电厂|港|港区|码头|枢纽|船闸|大桥|隧道|机场|铁路|高铁|公路|高速|航道|灌区|渠|闸|堤防?|干线|管道|管线"
    "|风电场?|光伏|医院|学校|小学|中学|幼儿园|大学|学院|校区|院区|博物馆|图书馆|体育馆|文化馆|展览馆|体育场|中心|基地|园|园区|大厦|公园"
    "|厂|处理站|填埋场|停车场|市场|油库|储备库|冷库"
)
_WATER = "(?:引|调|供|输|补|提)水|水资源配置|连通|[河江湖]流?(?:综合)?(?:治理|整治)|防洪"
_STAGE = "(?:[一二三四]期|[东西南北]区|主体|配套)*(?:续建|新建|扩建|改扩建|改建|迁建|改造|提升|升级|加固|建设)*"
_NAME = "[\u4e00-\u9fffA-Z（）—-]"
_WORK = expression(
    rf"(?:[（(]?[一二三四五六七八九十\d]{{1,3}}[)）.、．]+)?{_BEGUN}(?!{_SORTS})"
    rf"(?:{_NAME}{{1,20}}(?:{_BUILT}){_STAGE}(?:工程|项目)|{_NAME}{{2,20}}(?:{_WATER})工程|引.[济入补].{{1,2}}工程)"
    r"(?:建设)?(?:（[^（）\d]{1,14}）)?[，。：:]?"
)
_OF_ALL = expression("[，,、；]?(?:其中|带动|推动|使)?[，,]?(?:全[省市县区州国]|[我本][省市县区])")

_SEVERAL = ("个", "座", "处", "所", "条")
_BUILDS = expression("[，,、；]?(?:新建|改?扩建|改造|建成|建设|布局|新增|续建)")


def of_work(reader: PassageReader, around: Around) -> str:
    """Return the work that a figure's part of the sentence, its paragraph or its heading begins with, else ""."""
    if around.grown is not None or around.figure.form is not Form.AMOUNT or _OF_ALL.match(around.region):
        return ""
    if around.figure.raw_unit in _SEVERAL and _BUILDS.match(around.region):
        return ""  # 储备库建设工程，新建县级储备库5个: a programme of several works
    part = max(reader.sentence, reader.words.rfind("；", reader.sentence, around.figure.start) + 1)
    end = reader.clauses.clause_end(part)
    if end < around.figure.start and (work := _named(reader.words, part, end)):
        return work
    if work := _named(reader.opening, 0, len(reader.opening) - 1):
        return work
    heading = reader.context.headings[-1] if reader.context.headings else ""
    return _work(read(heading).text) if "工程" in heading or "项目" in heading else ""


def _named(words: str, start: int, end: int) -> str:
    """Return the work that words[start:end] name and nothing else."""
    near = end - start <= _LONGEST_LEAD and words.endswith(_ENDS, start, end)
    return _work(words[start:end]) if near else ""


@lru_cache(maxsize=512)
def _work(words: str) -> str:
    head = left_head(words.rstrip("，。：:")) if _WORK.fullmatch(words) else None
    return head.name if head is not None else ""
