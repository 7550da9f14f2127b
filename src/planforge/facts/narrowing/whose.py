"""What narrows a figure: its own words, who acts in its clause or sentence, on which basis it is reckoned."""

from __future__ import annotations

from functools import lru_cache

from planforge.facts.changes.growth import Kind
from planforge.facts.figures.quantity import Form, Quantity
from planforge.facts.going_on.ranks import is_part_of_country, ranked_among, region_ranked
from planforge.facts.heads.left_heads import actor_in
from planforge.facts.heads.right_heads import begins_with_verb
from planforge.facts.heads.widened import PER_HEAD
from planforge.facts.names.tiers import scope_of
from planforge.facts.narrowing.averaged_years import same_in_last_year
from planforge.facts.narrowing.budget_accounts import budget_of
from planforge.facts.narrowing.month_on_month import rate_on_month_before
from planforge.facts.narrowing.per_registered import per_registered
from planforge.facts.narrowing.places_held import is_of_all, place_held
from planforge.facts.narrowing.sections import narrowed_by_section, narrowed_by_units, sector_begun
from planforge.facts.narrowing.works import of_work
from planforge.facts.parts.sorting import sorts
from planforge.facts.passage import AS_JOINED, LONGEST_CLAUSE, LONGEST_SENTENCE, PassageReader
from planforge.facts.statement import Statement
from planforge.facts.times.season_words import WHOLE_YEAR
from planforge.facts.times.seasons import has_its_own_year, opening_season, season_of, season_of_section, without_season
from planforge.facts.topic import Around, Topic
from planforge.patterns import expression


def narrowed_to(reader: PassageReader, around: Around, topic: Topic) -> str:
    """Return what narrows a figure: its own words, who acts in its clause or sentence, the project of the passage."""
    home, figure = reader.situation.home, around.figure
    if basis := per_registered(reader, around, topic.name.indicator) or _basis(reader, around, topic.name.indicator):
        return basis
    if wider := _wider_area(around.region, topic.name.indicator, home):
        return wider
    if figure.form is Form.RANK and ranked_among(around):
        return scope_of(topic.name.scope, home)
    if figure.form is Form.RANK and (region_ranked(around) or is_part_of_country(topic.name.scope)):
        return region_ranked(around)  # 居中部第2位、居全国第5位
    sentence = reader.sentence
    name = topic.name.indicator
    among_people = name.startswith("每") and PER_HEAD.match(name) is not None  # 每千人口床位数 is nobody's own
    actor = topic.actor or ("" if among_people else _who_acts(reader, around, sentence))
    if actor.endswith(_FIRMS) and topic.name.indicator.endswith(_FIRMS):
        actor = ""  # 规上制造业企业研发强度达到1.6%，570家工业企业…: others
    work = of_work(reader, around) if name and not topic.actor else ""
    scope = scope_of(topic.name.scope, home) or work or scope_of(actor, home) or reader.project
    scope = scope or budget_of(reader, figure.start, topic.name.indicator)
    scope = scope or scope_of(_of_section(reader, sentence, figure.start, topic.name.indicator), home)
    scope = scope or (place_held(reader, around) if topic.name.indicator else "")
    scope = scope or same_in_last_year(reader, around, name)
    season = season_of(reader, max(sentence, figure.start - LONGEST_SENTENCE), figure.start)
    if not season:
        dated = around.grown is not None or sorts(reader.words, sentence)
        season = opening_season(reader, figure.start, spans=not dated) or season_of_section(reader, figure.start)
    way, always = rate_on_month_before(reader, around), without_season(scope)  # that season may be another figure's
    scope = always if not season and topic.inherited and has_its_own_year(reader, around) else scope
    return (always if season == WHOLE_YEAR else season + always if season else scope) + way


def _of_section(reader: PassageReader, sentence: int, at: int, indicator: str) -> str:
    clause = _first_clause(reader, sentence)
    part = reader.words.rfind("；", max(sentence, at - LONGEST_SENTENCE), at) + 1
    if part > sentence and (sector := sector_begun(_first_clause(reader, part), indicator)):
        return sector  # 装备制造产业，产值突破150亿元；食品产业，做大品牌，产值达到200亿元
    told = narrowed_by_section(reader.context, reader.opening, clause, indicator)
    return told or narrowed_by_units(reader.words[max(0, at - LONGEST_SENTENCE) : at], indicator)


def _first_clause(reader: PassageReader, start: int) -> str:
    return reader.words[start : min(reader.clauses.clause_end(start), start + LONGEST_CLAUSE)]


_FIRMS = "企业"
_DIGIT = expression(r"\d")


def _wider_area(region: str, indicator: str, home: str) -> str:
    """Return the country or province that a mean is of in a plan for a smaller area: 全国城镇化率66.2%."""
    mean = region.startswith("全") and (indicator.endswith(_MEANS) or indicator.startswith("人均"))
    said = _AREA.match(region) if mean else None
    return said[0] if said is not None and said[0] in _WIDER.get(home[-1:], ()) else ""


_AREA = expression("全[国省市]")
_MEANS = ("率", "比重", "占比", "强度", "比")
_WIDER = {"省": ("全国",), "市": ("全国", "全省"), "县": ("全国", "全省", "全市"), "区": ("全国", "全省", "全市")}
"""自治区 also ends with 区; nobody says 全省 or 全市 of it."""


def _basis(reader: PassageReader, around: Around, indicator: str) -> str:
    """Return what a figure is reckoned without, or like: 扣除留抵退税因素后增长6.6%; 同口径增长4%."""
    if around.figure.form is Form.RANK or (around.grown is not None and around.grown.kind is Kind.INCREMENT):
        return ""
    if not _names_a_basis(reader.words):
        return ""
    told = _LIKE_FOR_LIKE.search(reader.words[around.start : around.figure.start])
    if told is None and reader.words.endswith(_BASIS_ENDS, 0, around.start):
        told = _LIKE_FOR_LIKE.fullmatch(reader.clause_before(around.start).strip("，,"))
    if told is None or (told["like"] and around.grown is not None and not _also_as_it_is(reader, around, indicator)):
        return ""
    return told["like"] or f"扣除{told['less']}"


@lru_cache(maxsize=16)
def _names_a_basis(words: str) -> bool:
    """Whether a passage speaks of any basis; most do not, and its figures ask one after another."""
    return any(word in words for word in ("口径", "扣除", "剔除", "还原"))


def _also_as_it_is(reader: PassageReader, around: Around, indicator: str) -> bool:
    """Whether a rate without the basis stands in the sentence too: 自然口径下降4.6%，同口径增长6.6%."""
    sentence, end = reader.sentence, reader.clauses.clause_end(around.figure.end)
    last = reader.done[-1] if reader.done else None
    rate = last is not None and last.kind.is_change and last.position.sentence == sentence
    rate = rate and last is not None and last.indicator == indicator
    return rate or "自然口径" in reader.words[max(sentence, around.start - LONGEST_CLAUSE) : end + LONGEST_CLAUSE]


_BASIS_ENDS = ("后，", "径，", "算，")
_LIKE_FOR_LIKE = expression(
    "(?:按照?)?(?P<like>同口径|可比口径)(?:计算)?"
    "|(?:扣除|剔除|还原)(?!价格|物价|通胀|季节|汇率)(?P<less>[^，。；、\\d]{2,12}?)(?:等|政策)*(?:因素|影响)*(?:后|$|(?=同口径|同比|增长|下降))"
)
"""收入3.5亿元，同口径完成3.67亿元: the second is reckoned as the year before was."""


def _who_acts(reader: PassageReader, around: Around, sentence: int) -> str:
    counted = _counted_owner(reader, around)
    actor = counted or _joined_actor(reader, around) or _actor(reader, sentence, around.figure)
    return "" if actor and is_of_all(reader, around) else actor


def _counted_owner(reader: PassageReader, around: Around) -> str:
    """Return the places counted right before whose measure a figure is: 21家自贸试验区实际使用外资2130亿元."""
    last = reader.done[-1] if reader.done else None
    if last is None or around.figure.unit.counts or around.grown is not None:
        return ""
    if not last.quantity.unit.counts:
        return _owner_of_sentence(reader, around) if last.scope and around.figure.form is Form.AMOUNT else ""
    noun = reader.words[last.quantity.end : around.start]
    return _those(last) if _PLACES.fullmatch(noun) and around.region[:1] not in ("", "的") else ""


def _those(counted: Statement) -> str:
    return counted.scope + counted.tier + counted.indicator


def _owner_of_sentence(reader: PassageReader, around: Around) -> str:
    """Return the places counted at the beginning of a sentence, whose measures it tells one after another."""
    first = reader.same_sentence(around.figure)[:2]
    told = len(first) > 1 and first[0].quantity.unit.counts and bool(first[0].indicator)
    return first[1].scope if told and first[1].scope == _those(first[0]) else ""


_PLACES = expression("[\u4e00-\u9fff]{0,8}(?:区|县|市|镇|园区|试验区|银行|学校|医院|机场|港口)")


def _joined_actor(reader: PassageReader, around: Around) -> str:
    """Return who acts for the figure right before, where both are joined: 服务区建成充电站912座、充电桩6384个."""
    last = reader.done[-1] if reader.done else None
    if last is None or around.grown is not None or last.quantity.end != around.start:
        return ""
    joined = around.region.startswith(AS_JOINED)
    return last.scope if joined and last.scope == actor_in(last.scope) else ""


def _actor(reader: PassageReader, sentence: int, figure: Quantity) -> str:
    part = max(sentence, reader.words.rfind("；", sentence, figure.start) + 1)
    actor = _acting(reader, part, figure)
    if actor.endswith(_FIRMS) and _DIGIT.search(_behind(reader, part, actor)) and not _does(reader, part, actor):
        return ""  # 规上企业研发强度达到1.6%，突破70项技术: whose rate it is does not act
    if not actor and part != sentence:
        actor = _acting(reader, sentence, figure)
        # 规上企业研发机构覆盖率达到…；: whose rate it is does nothing in the parts behind; 洛河产业园：…；…: told of it
        told = actor and (_behind(reader, sentence, actor).startswith(_COLONS) or _does(reader, sentence, actor))
        actor = actor if told else ""
    # what is counted itself does not act
    counted = (one for one in reader.same_sentence(figure) if one.scope != actor) if actor else ()
    return "" if any(actor in one.head for one in counted) else actor


_COLONS = ("：", ":")


def _does(reader: PassageReader, start: int, actor: str) -> bool:
    return begins_with_verb(_behind(reader, start, actor))


def _behind(reader: PassageReader, start: int, actor: str) -> str:
    """Return the words behind who acts in the clause at `start`."""
    at = reader.words.find(actor, start)
    return reader.words[at + len(actor) : at + len(actor) + LONGEST_CLAUSE].lstrip("，, ") if at >= 0 else ""


def _acting(reader: PassageReader, start: int, figure: Quantity) -> str:
    """Return who acts in the clause at `start`, when the figure stands in a later one."""
    end = reader.clauses.clause_end(start)
    if end >= figure.start:
        return ""
    if start not in reader.actors:
        reader.actors[start] = actor_in(reader.without_times(start, min(end, start + LONGEST_CLAUSE)))
    return reader.actors[start]
