"""Heads that belong to what was named right before: 在校生 of a school, 产量 of a field, 投入强度 of spending."""

from __future__ import annotations

from dataclasses import replace

from planforge.facts.changes.growth import Kind
from planforge.facts.figures.quantity import Quantity
from planforge.facts.going_on.accounts_going_on import accounts_going_on
from planforge.facts.going_on.handled import port_before
from planforge.facts.going_on.holders import of_holder
from planforge.facts.going_on.insured import rate_of_insured
from planforge.facts.heads.left_heads import Head
from planforge.facts.heads.widened import PER_HEAD
from planforge.facts.passage import PassageReader
from planforge.facts.topic import Around, Topic
from planforge.facts.writing.words import table
from planforge.patterns import expression


def owned_by_last(reader: PassageReader, around: Around, head: Head, plain: str) -> Topic | None:
    """普通高中41所，在校生7.92万人; 粮食种植面积48.2万亩，总产量19.6万吨: of what was named right before."""
    if not reader.done:
        return None
    if plain in table("phrases")["yields"]:
        crop = _of_crop(reader, around, head, plain)
        if crop is not None or not plain.endswith(_WORTH):
            return crop
    if plain in _OF_HERDS and (herd := _HERD.fullmatch(reader.done[-1].indicator)):
        return Topic(reader.situation.table.resolve(herd["of"] + plain), head.name, head.verbs)
    if plain in _OF_BRANCHES and (branch := _NAMED_BRANCH.fullmatch(reader.clause_before(around.start))):
        return Topic(reader.situation.table.resolve(branch["of"] + plain), head.name, head.verbs)
    if plain.startswith(_ADDED_VALUE) and (adding := _adding_value(plain, reader.done[-1].indicator)):
        return Topic(reader.situation.table.resolve(adding + plain), head.name, head.verbs)
    if told := rate_of_insured(reader, head, plain) or accounts_going_on(reader, around, head, plain):
        return told
    if (told := _with_owner(reader, around, head, plain)) is not None:
        return told
    if plain not in table("phrases")["owned"]:
        return _lengthened(reader, around, head, plain)
    return of_holder(reader, around, head, plain)


def _adding_value(plain: str, last: str) -> str:
    """Return the branch or the crop of the last indicator that 增加值 or its share goes on with, "" for none."""
    if plain != _ADDED_VALUE and not plain.startswith(_ITS_SHARE):
        return ""
    field = _FIELD.fullmatch(last) if plain == _ADDED_VALUE else None
    branch = _BRANCH.match(last)
    return field["of"] if field is not None else branch[0] if branch is not None else ""


_WORTH = "产值"
"""What crops are worth may be that of firms as well."""


def _of_crop(reader: PassageReader, around: Around, head: Head, plain: str) -> Topic | None:
    before = (one for one in reversed(reader.same_sentence(around.figure)) if not one.kind.is_change and not one.adds)
    fields = (one.indicator for one in before if _CROPPED.search(one.indicator) or one.quantity.unit.classes & _AREA)
    crop = _CROPPED.sub("", next(fields, ""))
    return Topic(reader.situation.table.resolve(crop + plain), head.name, head.verbs) if crop else None


def _lengthened(reader: PassageReader, around: Around, head: Head, plain: str) -> Topic | None:
    """全社会研发经费增长10%，投入强度达到2.6%: with the beginning of the name before, the head is a known one."""
    known, last = reader.situation.table.names, reader.done[-1]
    if len(plain) < _SHORTEST_ENDING or plain in known or head.actor:
        return None  # 限上企业实现零售额: their own
    if last.position.sentence != reader.sentence:
        return None
    if (owner := _owner_of_fund(reader, around, plain) or _owner_counted(reader, around, plain)) is not None:
        return Topic(reader.situation.table.resolve(owner + plain), head.name, head.verbs)
    name = reader.situation.table.lengthened(last.indicator, plain)
    if name and PER_HEAD.match(name) and _are_all(around.figure, name):
        return None
    return Topic(reader.situation.table.resolve(name), head.name, head.verbs) if name else None


def _are_all(figure: Quantity, name: str) -> bool:
    """Whether a figure counts all there are and not those of each thousand: 1.92万人, 2106人."""
    among = next((size for people, size in _AMONG if name.startswith(f"每{people}")), None)
    return bool(figure.scale) or (among is not None and not figure.is_mean and figure.written.value * 10 >= among)


_AMONG = (("千", 1000), ("万", 10_000), ("十万", 100_000), ("百万", 1_000_000))
"""People told as so many; of things told to a hundred people or households there may be more than one each."""


def _owner_of_fund(reader: PassageReader, around: Around, plain: str) -> str | None:
    """Return whose fund or investment it is, where the last comparable level of the sentence says so."""
    shared = _SHARED.match(plain)
    same = reversed(reader.same_sentence(around.figure)) if shared is not None else ()
    levels = (one for one in same if not one.adds and one.quantity.unit.comparable(around.figure.unit))
    last = next(levels, None)
    if shared is None or last is None:
        return None
    owner, found, _ = last.indicator.partition(shared[0])
    return owner if found and len(owner) > 1 else None


def _with_owner(reader: PassageReader, around: Around, head: Head, plain: str) -> Topic | None:
    """Return a measure of firms, residents or funds that the sentence named before."""
    if (firms := _firms_before(reader, around, plain)) is not None:
        name = replace(reader.situation.table.resolve(head.name), scope=firms)
        return Topic(name, head.name, head.verbs)
    owner = _residents(reader, around) if plain in _OF_RESIDENTS else _whose(reader, around, plain)
    owner = owner or port_before(reader, around, plain)
    return Topic(reader.situation.table.resolve(owner + plain), head.name, head.verbs) if owner else None


def _firms_before(reader: PassageReader, around: Around, plain: str) -> str | None:
    """Return the firms whose turnover it is, counted right before: 有色金属企业26家，利润总额8.2亿元."""
    last = reader.done[-1] if reader.done else None
    if last is None or plain not in _OF_BRANCHES or not last.quantity.unit.counts or around.grown is not None:
        return None
    same = last.position.sentence == reader.sentence
    counted = last.kind is Kind.LEVEL and _FIRMS.search(last.indicator) is not None and last.parent is None
    return last.tier + last.indicator if same and counted and not last.scope else None


_FIRMS = expression("(?:企业|公司|合作社)$")


def _residents(reader: PassageReader, around: Around) -> str:
    """Return whose spending it is: 城镇居民人均可支配收入69150元；人均消费支出47841元."""
    told = (_RESIDENTS.match(one.indicator) for one in reversed(reader.same_sentence(around.figure)))
    return next((found[0] for found in told if found is not None), "")


_RESIDENTS = expression("(?:城镇|农村|全体|城乡)(?:常住)?居民(?=人均|家庭|恩格尔)")
_OF_RESIDENTS = (
    *("人均消费支出", "人均生活消费支出", "恩格尔系数", "人均住房面积", "人均住房建筑面积"),
    *("人均工资性收入", "人均经营净收入", "人均财产净收入", "人均转移净收入"),
)


def _whose(reader: PassageReader, around: Around, plain: str) -> str | None:
    """Return whose balance it is: 职工医保基金收入20.8亿元…；支出15.2亿元，当期结存5.6亿元."""
    if not plain.endswith(_ENDS_OF_BALANCE) or _BALANCE.fullmatch(plain) is None:
        return None
    inside = (None, reader.clauses.bracket_around(around.figure.start))  # 基金收入6亿元（县本级4亿元），支出3亿元
    same = reversed(reader.same_sentence(around.figure))
    open_ones = (one for one in same if reader.clauses.bracket_around(one.quantity.start) in inside)
    told = ((one.scope + one.tier, _FUND.match(one.indicator)) for one in open_ones)
    return next((owner + fund["of"] for owner, fund in told if fund is not None), None)


_BALANCE = expression("总?(?:收入|支出)|(?:当期|累计|滚存|年末|当年|本年)*结[存余转]")
_ENDS_OF_BALANCE = tuple("入出存余转")
_FUND = expression(
    "(?P<of>[一-鿿]*(?:基金|医保|社保|保险|公积金|一般公共预算|国有资本经营预算))(?:总?(?:收入|支出)|(?:当期|累计|滚存|年末)?结[存余])$"
)


def _owner_counted(reader: PassageReader, around: Around, plain: str) -> str | None:
    """Return which of them are measured, where a count before names those that the head begins with.

    体育系统管理的场地24个，…，场地面积9.5万平方米.
    """
    counts = (one for one in reversed(reader.same_sentence(around.figure)) if one.quantity.unit.counts)
    named = next((one.indicator for one in counts if not one.adds and one.kind is Kind.LEVEL), "")
    shared = next((plain[:end] for end in range(len(plain) - 1, 1, -1) if named.endswith(plain[:end])), "")
    measured = shared and _MEASURE_OF_THOSE.fullmatch(plain, len(shared)) is not None
    return named.removesuffix(shared) or None if measured else None


_MEASURE_OF_THOSE = expression(
    "总?(?:占地|建筑|种植|播种)?(?:面积|产值|产量|收入|投资|长度|里程|床位数?|规模|装机容量)"
)


_SHARED = expression("基金|投资(?=收益|回报)")
"""养老保险基金收入658亿元，基金支出602亿元; 企业年金投资运营规模2.6亿元，投资收益0.1亿元."""
_SHORTEST_ENDING = 3
_ADDED_VALUE, _ITS_SHARE = "增加值", "增加值占"
_BRANCH = expression("[\u4e00-\u9fff]+?业(?=总?产值|增加值(?:$|占)|总规模|规模$|(?:主营业务|营业|销售|总)收入)(?!企业)")
"""农林牧渔业总产值69.93亿元，增加值37.90亿元; 体育产业总规模7200亿元，增加值占地区生产总值2%."""
_OF_BRANCHES = ("增加值", "产值", "总产值", "营业收入", "主营业务收入", "利润总额", "从业人员")
_NAMED_BRANCH = expression(
    "(?:其次|第[一二三四五]|首先|最高的|最大的|最多的|再次)(?:是|为)(?P<of>[^，。；\\d]{2,20}业)"
)
"""其次是信息通信制造业，增加值为488亿元."""
_OF_HERDS = ("存栏", "出栏", "存栏量", "出栏量")
_HERD = expression("(?P<of>[^存出]{1,8})[存出]栏")
"""生猪存栏38.7万头、出栏62.1万头."""
_AREA = frozenset({"area_mu", "area_ha"})
_FIELD = expression("(?P<of>[^占]{2,16}?)(?:播种|种植|养殖|栽培)面积")
"""食用菌种植面积3242公顷，实现增加值2.3亿元."""
_CROPPED = expression("(?:播种|种植|养殖|栽培)?面积$|(?<=..)产量$")
