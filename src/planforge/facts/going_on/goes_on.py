"""Which of the figures before it one without a name of its own goes on with."""

from __future__ import annotations

from planforge.facts.changes.changed_before import changed_before, whole_of_list
from planforge.facts.changes.growth import Kind
from planforge.facts.figures.quantity import Form, Quantity
from planforge.facts.going_on.ranks import ranked_among
from planforge.facts.heads.nameless import CONVERTED
from planforge.facts.passage import JOINERS, PassageReader
from planforge.facts.statement import Statement
from planforge.facts.topic import Around


def taken_from(reader: PassageReader, around: Around) -> Statement | None:
    """Return the figure that another one without a name of its own goes on with, None when nothing fits."""
    figure = around.figure
    if CONVERTED.fullmatch(around.region):
        return reader.done[-1] if reader.done else None
    beside = around.grown is None and around.region in ("", "/", "／")  # 60万千瓦/120万千瓦时
    if beside and reader.done and reader.done[-1].quantity.end == around.start:
        return reader.done[-1]  # 地铁3条42.6公里
    if in_another_unit(reader, figure) and not around.region:
        return reader.done[-1]
    if _measured_too(reader, around):
        return reader.done[-1]  # 高速公路18条、1260公里
    same = _open_ones(reader, figure)
    if figure.form is Form.RANK and reader.done and reader.done[-1].kind is Kind.RANK:
        return reader.done[-1]  # 由第六位升至第四位
    if figure.form is Form.RANK:
        ranked = same[:-1] if ranked_among(around) else same
        return ranked[-1] if ranked else None
    if figure.unit.kind == "rank":  # 居第10位，上升4位
        return next((one for one in reversed(reader.same_sentence(figure)) if one.kind is Kind.RANK), None)
    if around.grown:
        taken = changed_before(reader, figure, same)
        measured = figure.form is Form.AMOUNT and taken is not None and not fits(taken, figure)
        return next((one for one in reversed(same) if fits(one, figure)), taken) if measured else taken
    alike = [one for one in reversed(same) if not one.kind.is_change and one.quantity.unit.comparable(figure.unit)]
    own = [one for one in alike if one.indicator and one.quantity.unit.name == figure.unit.name]
    if own and own[0].parent is not None and reader.words.startswith(_YEARLY, reader.clause):
        return whole_of_list(reader, own[::-1]) or own[0]  # 新建318公里，其中甲82公里、乙236公里，年均新建106公里
    levels = iter(own or alike)  # 学校38所、学位3.8万个，其中2024年12所、1.1万个
    changed = bool(same) and (same[-1].kind.is_change or same[-1].adds) and same[-1].parent is None
    last = same[-1] if changed else None
    return last or next(levels, None)  # 甲达到a，乙下降b个百分点，达到c: c is of 乙


_YEARLY = ("年均", "平均每年", "每年平均")


def _begins_anew(reader: PassageReader, around: Around, part: Statement) -> bool:
    """Whether a semicolon and another time stand between a part and a figure without a name: it is of the whole."""
    mark = reader.words.find("；", part.quantity.end, around.figure.start)
    if mark < 0 or reader.words.find("其中", mark, around.figure.start) >= 0:
        return False
    return any(mark < one.start and one.end <= around.figure.start and not one.base for one in reader.moments)


def whole_told_anew(reader: PassageReader, around: Around) -> Statement | None:
    """Return the whole that a nameless figure of another time goes on with, behind one of its parts.

    进出口总额480亿元，其中出口220亿元；2025年达到600亿元.
    """
    last = reader.done[-1].quantity.end if reader.done and not around.grown else around.start
    mark = reader.words.find("；", last, around.figure.start)
    if mark < 0 or not _dated_behind(reader, mark, around.figure) or "其中" in reader.words[mark : around.figure.start]:
        return None
    levels = (one for one in reversed(_open_ones(reader, around.figure)) if not (one.kind.is_change or one.adds))
    alike = [one for one in levels if one.indicator and one.quantity.unit.name == around.figure.unit.name]
    if not alike or alike[0].parent is not None:
        return alike[0].parent if alike else None
    part, *before = alike
    told = before and reader.words.find("其中", before[0].quantity.end, part.quantity.start) >= 0
    return before[0] if told else None


def _dated_behind(reader: PassageReader, mark: int, figure: Quantity) -> bool:
    return any(mark < one.start and one.end <= figure.start and not one.base for one in reader.moments)


def in_another_unit(reader: PassageReader, figure: Quantity) -> bool:
    """Whether a bracket tells the figure before it once more: 耕地26.48万公顷（397.20万亩）."""
    last = reader.done[-1].quantity if reader.done else None
    if last is None or not reader.words.startswith(("（", "("), last.end) or figure.start != last.end + 1:
        return False
    if not reader.words.startswith(("）", ")", "、", "，"), figure.end):
        return False
    areas = bool(last.unit.classes & _AREAS and figure.unit.classes & _AREAS)
    return last.unit.name != figure.unit.name and (areas or last.unit.classes == figure.unit.classes)


_AREAS = frozenset({"area_mu", "area_ha", "area_km", "area_m"})


def _open_ones(reader: PassageReader, figure: Quantity) -> list[Statement]:
    """Return the figures of the sentence that stand in no bracket closed by now; where all do, all of them."""
    same = [one for one in reader.same_sentence(figure) if one.kind is not Kind.RANK]
    around = reader.clauses.bracket_around(figure.start)
    return [one for one in same if reader.clauses.bracket_around(one.quantity.start) in (None, around)] or same


def _measured_too(reader: PassageReader, around: Around) -> bool:
    """Whether a figure in another unit is joined to the count before it and so measures the same things."""
    in_all = around.region in _IN_ALL and around.figure.unit.kind == "physical"
    if around.grown or not (around.region in JOINERS or in_all) or not reader.done or reader.waiting:
        return False
    last = reader.done[-1].quantity
    if last.end != around.start:
        return False
    if last.unit.kind == "physical" and around.figure.unit.counts:
        return True  # 供应商品住房386万平方米、3.4万套
    if not last.unit.counts:
        return False
    if last.raw_unit == "户" and around.figure.raw_unit == "人":
        return True  # 搬迁4826户、16918人
    if around.figure.unit.name == "人" and (last.raw_unit == "支" or reader.done[-1].indicator.endswith(_TEAMS)):
        return True  # 救援队伍48支、1560人
    if around.figure.unit.kind == "money":  # 贷款1560笔、12.8亿元
        before = [one for one in reader.same_sentence(around.figure)[:-1] if fits(one, around.figure)]
        return not before or _each_measured(reader, before)
    return around.figure.unit.kind == "physical" or around.figure.unit.name == _DAYS_OF_PERSONS


_IN_ALL = ("共", "共计", "总长", "全长", "总长度", "总面积", "长", "计", "合计")
"""新建道路43条共61公里."""
_TEAMS = ("队伍", "团队", "大队", "中队", "支队", "小组", "专班", "组织")
_DAYS_OF_PERSONS = "人天"
"""入境旅游237万人次、927万人天."""


def _each_measured(reader: PassageReader, sums: list[Statement]) -> bool:
    """Whether each sum of a sentence stands right behind a count: 甲类58个、302.6亿元，乙类31个、218.4亿元."""
    counts = {one.quantity.end for one in reader.done if one.quantity.unit.counts}
    return all(
        any(
            reader.words[end : one.quantity.start] in JOINERS
            for end in counts & set(range(one.quantity.start - 2, one.quantity.start + 1))
        )
        for one in sums
    )


def fits(one: Statement, figure: Quantity) -> bool:
    """Whether a figure can be of what another one is, by their units."""
    return one.quantity.unit.comparable(figure.unit)
