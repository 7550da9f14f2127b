"""A place or class that a sentence begins with and its later clauses leave out: 合肥市研发强度达到4%，高企8000家."""

from __future__ import annotations

from planforge.facts.changes.growth import Kind
from planforge.facts.figures.quantity import Form
from planforge.facts.lists.places import is_place
from planforge.facts.names.own_area import names_of_area
from planforge.facts.names.tiers import NEUTRAL_SCOPES, scope_of
from planforge.facts.narrowing.fostered import fostered
from planforge.facts.passage import LONGEST_CLAUSE, PassageReader
from planforge.facts.statement import Statement
from planforge.facts.topic import Around
from planforge.patterns import expression

_LONGEST_PLACE = 24
_PLACE = expression("[\u4e00-\u9fff]{1,14}[省市县区旗州盟镇乡]")
_GENERAL = expression(".{0,6}[市城地社小校灾牧林山片成景库辖]区|.{0,6}(?:贫困|强)县|.{0,4}[各全][省市县区]|地级.*")
"""市区, 建成区, 脱贫地区 are parts of every place, not one."""
_BEFORE_PLACE = expression("[，,。；：、\\s—－-]*(?:其中|同时|此外|另外)?[，：]?")
_OF_ALL = expression("[，,]?(?:带动|推动|使|占)?(?:全[省市县区州国旗盟]|我[省市县区])")
_CLASS = expression("规模以上[\u4e00-\u9fff]{0,10}企业|规上[\u4e00-\u9fff]{0,6}企业")
_OF_FIRMS = expression("[，,]?(?:研发|R&D|数字化|关键工序|营业收入|利润|智能化|设备)")
_SITE = expression(
    "[，,]?(?P<site>[\u4e00-\u9fff]{0,10}?(?:场馆|场所|[馆院园]|景区|中心))年(?:均|平均)?(?:开放|运营|演出|举办)"
)
_AT_SITE = ("年接待", "年均接待", "年观众", "年服务", "年举办", "年演出")


_ALL_SINCE = expression("[，,](?:带动|推动|使)?(?:全[省市县区州国旗盟]|我[省市县区])")


_CITY_ACTS = expression(
    "[，,]?(?P<place>[\u4e00-\u9fff]{2,4}市)(?=新建|建成|新增|建设|完成|改造|培育|引进|实施|发展|创建|实现)"
)


def is_of_all(reader: PassageReader, around: Around) -> bool:
    """Whether the words for a figure, or those of one before it in its part of a sentence, turn to 全市 or 全省."""
    part = reader.words.rfind("；", 0, around.figure.start) + 1
    part = max(part, reader.sentence, around.figure.start - LONGEST_CLAUSE)
    return _ALL_SINCE.search(reader.words, part, around.figure.start) is not None


def place_held(reader: PassageReader, around: Around) -> str:
    """Return the place, class or site of the figure before, where it began the sentence and no other is named since."""
    acting = _CITY_ACTS.match(around.region) if "市" in around.region else None
    if acting is not None and is_place(acting["place"]):
        return scope_of(acting["place"], reader.situation.home)
    if _OF_ALL.match(around.region) or _names_home(reader, around.region):
        return ""
    last = next((one for one in reversed(reader.done) if not _says_how_much_of(one)), None)
    sentence = reader.sentence
    if last is None or last.position.sentence != sentence or last.position.passage != reader.number:
        return fostered(reader)
    part = max(sentence, reader.words.rfind("；", sentence, around.figure.start) + 1)
    if last.quantity.start < part or around.region.lstrip("，,").startswith("其中"):
        return ""
    if reader.clauses.bracket_around(last.quantity.start) is not None:
        return ""
    held = _of_opening(reader, part, last, around) or _of_site(reader, last, around)
    return held or (last.scope if last.scope and last.scope == fostered(reader) else "")


def _says_how_much_of(told: Statement) -> bool:
    """Whether a figure says where another one stands among all: 高企50家，占全市的20%，居全省第2位."""
    return told.kind is Kind.RANK or (told.kind is Kind.SHARE and "占全" in told.indicator)


def _names_home(reader: PassageReader, region: str) -> bool:
    return region.lstrip("，,").startswith(names_of_area(reader.situation.home))


def _of_opening(reader: PassageReader, part: int, last: Statement, around: Around) -> str:
    """Return the scope of the figure before, where it is a place or class that the part of a sentence begins with."""
    if not last.scope or last.scope in NEUTRAL_SCOPES:
        return ""
    classed = _CLASS.fullmatch(last.scope) is not None
    if classed and not (around.figure.form is Form.PERCENT and _OF_FIRMS.match(around.region)):
        return ""
    if not classed and (_PLACE.fullmatch(last.scope) is None or _GENERAL.fullmatch(last.scope)):
        return ""
    end = min(reader.clauses.clause_end(part), part + LONGEST_CLAUSE)
    while end < last.quantity.start and reader.without_times(part, end).strip("，,。；：其中同时 ") == "":
        end = reader.clauses.clause_end(end + 1)  # 2022年，崇礼区…; 其中，崇礼区…
    words = reader.without_times(part, min(end, part + LONGEST_CLAUSE))
    lead = _BEFORE_PLACE.match(words)
    begins = words.find(last.scope, lead.end() if lead else 0, _LONGEST_PLACE)
    return last.scope if begins >= 0 and begins - (lead.end() if lead else 0) <= 2 else ""


def _of_site(reader: PassageReader, last: Statement, around: Around) -> str:
    """Return the sites that are open so many days, for those who come to them: 场馆年开放300天，年接待游客200万人次."""
    if not around.region.lstrip("，,").startswith(_AT_SITE):
        return ""
    clause = reader.clauses.clause_start(last.quantity.start)
    site = _SITE.match(reader.without_times(clause, last.quantity.start))
    return str(site["site"]) if site is not None else last.scope if last.scope.endswith(_SITES) else ""


_SITES = ("馆", "场所", "院", "景区", "中心")
