"""What a change is compared with: said of it, of the change before, of its whole, or of all that a bulletin tells."""

from __future__ import annotations

from planforge.facts.aims.plan_shares import is_part_of_base
from planforge.facts.changes.growth import Kind
from planforge.facts.changes.kinds import THIS_YEAR
from planforge.facts.figures.quantity import Form
from planforge.facts.passage import PassageReader
from planforge.facts.times.time import Moment
from planforge.facts.times.timing import base_of, whole_sentence
from planforge.facts.topic import Around
from planforge.patterns import expression

_JOINED = expression("[，,、]?(?:也|又|再|并)?")


def base_at(reader: PassageReader, around: Around) -> Moment | None:
    """Return what a change is compared with; a change right after another one goes on from the same base."""
    if around.grown is None and not (is_part_of_base(reader, around) or _is_new_since(reader, around)):
        return None
    if _MEAN_FOLLOWS.match(reader.words, around.figure.end) is not None:
        return None  # 与2020年相比，…；投资增长16.8%，两年平均增长15.5%
    said = base_of(reader.moments, reader.clauses, around.figure.start)
    joined = bool(reader.done) and _JOINED.fullmatch(around.region) is not None
    goes_on = reader.base if joined and not _has_own_time(reader, around) else None
    return (
        said
        or goes_on
        or _base_of_whole(reader, around)
        or _base_of_sibling(reader, around)
        or _base_of_bulletin(reader, around)
    )


def _is_new_since(reader: PassageReader, around: Around) -> bool:
    """Whether a figure tells what came since a base: 较年初新增贷款73亿元, 比上年末新登记企业800户."""
    return _NEW_SINCE.match(reader.words, around.start, around.figure.start) is not None


_NEW_SINCE = expression(
    r"[，,、]?(?:分别)?[比较](?:年初|(?:20\d\d|上|去)年[年末底]{0,2})(?:同期)?净?新(?:增|设|登记|注册)"
)
_MEAN_FOLLOWS = expression("[，,、（(]两年(?:年均|平均)")


def _base_of_whole(reader: PassageReader, around: Around) -> Moment | None:
    """Return the base that the sentence said of more or less before: 比上年减少1026个；其中沿海5562个，减少172个."""
    grown, figure = around.grown, around.figure
    if grown is None or grown.kind is not Kind.INCREMENT or _COMPARES.search(reader.words, around.start, figure.start):
        return None
    start = _where_compared(reader, whole_sentence(reader.clauses, figure.start))
    told = (one for one in reader.done if one.position.sentence >= start and one.kind is Kind.INCREMENT)
    first = next((one for one in told if one.adds and (one.adjusted or one.base_year is not None)), None)
    bases = (one for one in reversed(reader.moments) if one.base and start <= one.start and one.end <= figure.start)
    return next(bases, None) if first is not None and not _has_own_time(reader, around) else None


def _base_of_sibling(reader: PassageReader, around: Around) -> Moment | None:
    """Return the named year that the growth before a semicolon is reckoned from: 甲比2016年末增长…；乙增长6.1%."""
    grown, figure = around.grown, around.figure
    if grown is None or figure.form is not Form.PERCENT or grown.kind is not Kind.GROWTH_TOTAL or grown.yearly_words:
        return None
    same = reader.same_sentence(figure)
    last = next((one for one in reversed(same) if one.kind.is_change), None)
    own = THIS_YEAR.search(reader.words, reader.clauses.clause_start(figure.start), figure.start)
    if last is None or last.kind is not Kind.GROWTH_TOTAL or own is not None or _has_own_time(reader, around):
        return None
    bases = (
        one for one in reversed(reader.moments) if one.base and not one.previous and one.end <= last.quantity.start
    )
    base = next(bases, None)
    return base if base is not None and base.years.last == last.base_year else None


def _base_of_bulletin(reader: PassageReader, around: Around) -> Moment | None:
    """Return 上年 for what a level rose or fell by, where a bulletin compared with it before: 棉花5万亩，减少2万亩."""
    grown, last = around.grown, reader.done[-1] if reader.done else None
    if grown is None or grown.kind is not Kind.INCREMENT or last is None or last.kind is not Kind.LEVEL:
        return None
    behind = last.quantity.unit is around.figure.unit and _JOINED.fullmatch(around.region) is not None
    if not behind or reader.situation.period.end is not None:
        return None
    bases = (one for one in reversed(reader.moments) if one.base and one.end <= around.figure.start)
    base = next(bases, None)
    return base if base is not None and base.previous else None


def _where_compared(reader: PassageReader, start: int) -> int:
    """Return where the sentence begins that compares all that follows: 与2021年相比，甲增加3万吨。乙增加2万吨."""
    for one in reversed(reader.moments):
        sentence = reader.clauses.sentence_start(one.start)
        if one.base and one.start < start and one.start - sentence == 1 and reader.words[sentence] in "与同和":
            return sentence if reader.words.startswith(("相比", "比较"), one.end) and reader.done[-1].adds else start
    return start


_COMPARES = expression("[高低快慢多少好优]于|[比较与]|差距")


def _has_own_time(reader: PassageReader, around: Around) -> bool:
    """Whether a change says over which years it is: 比2018年增长66.4%，“十三五”期间年均增长6.7%."""
    return any(around.start <= one.start and one.end <= around.figure.start for one in reader.moments if not one.base)
