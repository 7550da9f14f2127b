"""A clause without a subject goes on with that of the clause before or of the sentence."""

from __future__ import annotations

from dataclasses import replace

from planforge.facts.aims.plan_shares import PLAN_SHARE
from planforge.facts.changes.growth import Kind
from planforge.facts.changes.measured_beside import measure_of_change
from planforge.facts.changes.points_of import of_schedule
from planforge.facts.figures.quantity import Form
from planforge.facts.going_on.amounts_shared import amount_of_share
from planforge.facts.going_on.by_years import spread_over_years
from planforge.facts.going_on.goes_on import fits, taken_from, whole_told_anew
from planforge.facts.going_on.of_others import of_others, of_such, only_reached
from planforge.facts.going_on.stages_of_works import at_other_stage
from planforge.facts.going_on.told_in_words import (
    PLAIN_PREDICATE,
    passed_in_words,
    rate_before,
    stands_alone,
    subject_before,
)
from planforge.facts.heads.left_heads import clause_subject
from planforge.facts.heads.nameless import THIS_ONE, own_words
from planforge.facts.lists.handed_back import handed_back
from planforge.facts.names.indicators import Name
from planforge.facts.names.verbs import verbs_in
from planforge.facts.passage import JOINERS, PassageReader
from planforge.facts.statement import Statement
from planforge.facts.times.added_up import years_added_up
from planforge.facts.times.by_season import told_by_season
from planforge.facts.times.seasons import without_season
from planforge.facts.topic import Around, Topic, name_of
from planforge.patterns import expression

_SUM = expression("^[，,]?(?:合计|总计|共计|其余|其他)(?:约|为|达到?)?$")


def inherited(reader: PassageReader, around: Around) -> Topic:
    """Return the topic that a figure without a head of its own takes over."""
    verbs = verbs_in(around.region)
    if told := years_added_up(reader, around):
        one = told[-1]
        return Topic(name_of(one), one.head, verbs, inherited=True)
    if given := handed_back(reader, around):
        first, *others = given
        reader.waiting = [one.scope + one.tier + one.indicator for one in others]
        return Topic(name_of(first), first.head, verbs)
    if _SUM.search(own_words(around)) or _sums_a_list(reader, around):
        return Topic(Name(""), around.region.strip("，,、"), verbs, inherited=True)  # of what, the list before tells
    if of_such(reader, around) or of_others(reader, around) or only_reached(reader, around):
        return Topic(Name(""), "", verbs, inherited=True)
    if (whole := spread_over_years(reader, around) or whole_told_anew(reader, around)) is not None:
        return Topic(name_of(whole), whole.head, verbs, inherited=True)
    opened = _opened(reader, around)
    if opened is not None:
        return Topic(opened, "", verbs, inherited=True)
    return _from_before(reader, around, verbs)


def _opened(reader: PassageReader, around: Around) -> Name | None:
    """Return what the clause before begins with, where this one only goes on with it."""
    goes_on = around.grown is not None or PLAIN_PREDICATE.fullmatch(around.region) is not None
    goes_on_with_last = around.grown or around.figure.form is Form.RANK or _in_clause_of_last(reader, around)
    own = goes_on_with_last and not _says_nothing_yet(reader, around)
    opened = opened_by(reader, around.start) if goes_on and not own else None
    if opened is not None and around.figure.form is Form.PERCENT and not around.grown:
        return rate_before(reader, around) or opened
    return opened


def _from_before(reader: PassageReader, around: Around, verbs: tuple[str, ...]) -> Topic:
    taken = _pointed_at(reader, around) or taken_from(reader, around)
    passed = taken is None or passed_in_words(reader, around) or stands_alone(reader, around)
    subject = subject_before(reader, around) if passed else None
    if subject is not None:
        return Topic(subject, subject.indicator, verbs, inherited=True)
    if taken is None and (whole := told_by_season(reader, around)) is not None:
        name = Name(whole.indicator, whole.tier, without_season(whole.scope), whole.known)
        return Topic(name, whole.head, verbs, inherited=True)
    if taken is None:
        return Topic(Name(""), "", verbs, inherited=True)
    if taken.indicator and _households_of(around, taken):
        return Topic(Name(f"{taken.indicator}户数", taken.tier, taken.scope), taken.head, verbs, inherited=True)
    return _taken_over(reader, around, taken)


def _taken_over(reader: PassageReader, around: Around, taken: Statement) -> Topic:
    verbs = verbs_in(around.region)
    parent = taken if around.grown else _whole(reader, around, taken)
    named = parent if parent is not None and parent is taken.parent else taken
    ahead = around.grown is not None and of_schedule(reader, around.figure)
    measured = named.indicator.removesuffix(PLAN_SHARE) if around.grown and not ahead else named.indicator
    if (amount := amount_of_share(reader, around, named)) is not None:
        return Topic(reader.situation.table.resolve(amount.actor + amount.name), amount.name, verbs, parent)
    if measured.endswith("贡献率") and _drives(reader, around):
        measured = measured.split("对", 1)[0].removesuffix("贡献率") + _DRIVEN
    if around.figure.form is Form.POINTS and measured and _DRIVES_ALL.search(around.region) is not None:
        measured = measured.removesuffix(_DRIVEN).removesuffix("增加值") + _DRIVEN
    if around.figure.form is Form.POINTS and measured and _RAISES_PRICES.match(around.region) is not None:
        measured += _ON_PRICES
    if around.grown and (measure := measure_of_change(reader, around, named)) != "":
        name = Name(measured + measure, named.tier, named.scope) if measure and measured else Name("")
        return Topic(name, taken.head, verbs, parent)  # 贷款1560笔、12.8亿元，分别增长12.5%和18.1%
    counted = around.grown is None and around.figure.unit.counts
    stage = _STAGE.fullmatch(around.region) if counted else None
    if counted and stage is None and taken.action in _BEGUN_ONLY:
        stage = _BUILT.fullmatch(around.region)
    if (other := at_other_stage(around, named)) is not None:
        return Topic(other, taken.head, verbs, parent, inherited=True)
    if stage is not None and measured:
        name = Name(measured, named.tier, stage["stage"], named.known)
        return Topic(name, taken.head, verbs, parent, inherited=True)
    name = _new_ones(reader, around, named) or Name(measured, named.tier, named.scope, named.known)
    return Topic(name, taken.head, verbs, parent, inherited=around.grown is None)


_STAGE = expression(
    "[，,、；;]?(?:其中|目前|截至目前)?[，,]?(?:已|现已|全部|累计|当年|年内|实现)*"
    "(?P<stage>(?:新)?开工|(?:建成|竣工|完工)?投[产用运]|竣工(?:验收)?|完工|达产)(?:了|项目)?"
)
_BUILT = expression("[，,、；;]?(?:已|全部|累计)*(?P<stage>基本建成|建成|交付(?:使用)?|封顶)(?:了)?")
_BEGUN_ONLY = ("开工", "新开工", "开工建设")
"""累计开工安置住房11万套，基本建成9万套: others than those begun."""
"""新开工亿元以上项目96个，竣工投产71个: a part of them, or others, by how far they have come."""


def _drives(reader: PassageReader, around: Around) -> bool:
    """Whether points tell by how much a sector drives growth, not how much more it contributes."""
    goes_on = around.region in JOINERS and reader.done[-1].indicator.endswith(_DRIVEN)
    return "拉动" in around.region or goes_on


_DRIVEN = "拉动经济增长"
_DRIVES_ALL = expression("(?:拉动|带动)[^，。；]{0,4}?(?:经济|GDP|地区生产总值)")
"""第一产业增加值增长4%，拉动经济增长0.6个百分点: by how much this one drives them all."""
_RAISES_PRICES, _ON_PRICES = expression("[，,]?(?:共|合计|分别)?影响"), "影响价格总水平"
"""鲜菜价格上涨8%，影响CPI上涨0.2个百分点: by how much this one item moves them all."""


def _pointed_at(reader: PassageReader, around: Around) -> Statement | None:
    """Return the figure that 这一比例 points back to, if need be over the end of a sentence."""
    if THIS_ONE.match(around.region) is None:
        return None
    return _last_but_changes(reader) if around.grown else reader.last_level(around.figure)


def _last_but_changes(reader: PassageReader) -> Statement | None:
    return next((one for one in reversed(reader.done) if not one.kind.is_change and not one.adds), None)


def _whole(reader: PassageReader, around: Around, taken: Statement) -> Statement | None:
    """Return the whole that a figure without a name is a part of: 38所，其中2024年12所、2025年14所; 其中新开工31个."""
    if taken.kind.is_change or taken.adds or not fits(taken, around.figure):
        return None
    if _AMONG.match(around.region):
        return taken.parent or taken
    dated = around.start + len(around.region) < around.figure.start and not around.region.strip("，,、；")
    joined = around.region in JOINERS and taken is not reader.done[-1] and reader.done[-1].parent is not None
    other = around.region in _BEGUN and taken is reader.done[-1]  # 其中续建52个、新开工76个
    return taken.parent or taken if joined else taken.parent if dated or other else None


_BEGUN = ("、新开工", "、新建", "、拟建", "、拟新建")
_AMONG = expression("[，,；]?(?:其中|包括)")


def _households_of(around: Around, taken: Statement) -> bool:
    """Whether a figure counts the households of the places before it: 改造老旧小区19个2386户."""
    places = taken.quantity.raw_unit in _PLACES_OF_HOUSEHOLDS
    return places and around.figure.raw_unit == "户" and not around.region


_PLACES_OF_HOUSEHOLDS = ("个", "处", "栋", "幢", "村", "片")


def _new_ones(reader: PassageReader, around: Around, taken: Statement) -> Name | None:
    """Return the name of what was added: in 新增充电桩18.5万个，比上年增长22.5% not all of them grow."""
    added = taken.kind is Kind.INCREMENT and not taken.adds and taken is reader.done[-1]
    if not added or around.grown is None or "新" in taken.indicator or not _year_on_year(reader, around):
        return None
    return Name(f"新增{taken.indicator}", taken.tier, taken.scope) if taken.indicator else None


def _year_on_year(reader: PassageReader, around: Around) -> bool:
    return _YEAR_ON_YEAR.match(reader.words, around.start, around.figure.number_at[0]) is not None


_YEAR_ON_YEAR = expression("[，,]?(?:同比|环比|[比较](?:上年|去年)(?:同期|末)?)?(?:增长|下降|增加|减少|多增?|少增?)")


def _says_nothing_yet(reader: PassageReader, around: Around) -> bool:
    """Whether the clause before has no figure: 其中工业投资由正转负，同比下降3.4% speaks of 工业投资."""
    before = reader.clauses.clause_start(max(0, around.start - 2))
    return not reader.done or reader.done[-1].quantity.end <= before


def _in_clause_of_last(reader: PassageReader, around: Around) -> bool:
    """Whether the figure before stands in the same clause: 有进出口实绩企业从128家增至286家."""
    return bool(reader.done) and reader.done[-1].quantity.start >= reader.clause


def _sums_a_list(reader: PassageReader, around: Around) -> bool:
    """Whether 共 adds up several things named one after another: 甲22家、乙10家、丙18家，共50家."""
    if around.region.strip("，,") != "共" or len(reader.done) < 2:
        return False
    one, two = reader.done[-2:]
    between = reader.words[one.quantity.end : two.quantity.start]
    return one.indicator != two.indicator and one.kind is two.kind and between.startswith("、")


def opened_by(reader: PassageReader, start: int) -> Name | None:
    """Return the indicator that the clause before begins with: 高新技术企业快速发展，总数量达到150家."""
    clause = reader.clause_before(start)
    return reader.situation.table.opening(clause_subject(clause)) if clause else None


def renamed_partitive(topic_name: Name, whole: Statement) -> Name:
    """Return a name that only says how many with the indicator of the whole it belongs to."""
    return replace(topic_name, indicator=whole.indicator, known=whole.known, scope=topic_name.scope or whole.scope)
