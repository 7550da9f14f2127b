"""A clause without a figure that names what the next one measures: 重特大事故起数首次降至个位数，比2020年下降43.8%."""

from __future__ import annotations

from planforge.facts.changes.kinds import starts_a_change
from planforge.facts.heads.left_heads import left_head
from planforge.facts.names.indicators import Name
from planforge.facts.passage import PassageReader
from planforge.facts.topic import Around
from planforge.patterns import expression

PLAIN_PREDICATE = expression(
    "[，,]?(?:总数量?|数量|总量|已|将|累计|力争|规模|[一二两三四五六七八九十]年)*(?:达到?|为|超过|突破|增加到|发展到|增至|实现|完成)?"
)


def subject_before(reader: PassageReader, around: Around) -> Name | None:
    """Return what a clause without a figure says it is about: 财政总收入突破百亿元大关，达到103.6亿元."""
    clause, *passed = _PASSED.split(reader.clause_before(around.start), 1)
    if around.grown:  # 重特大事故起数首次降至个位数，比2020年下降43.8%
        goes_on = bool(passed) and _MEASURED.search(clause) is not None and not _DIGIT.search(passed[0])
    else:
        goes_on = bool(around.region.strip("，,的")) or starts_a_change(reader, around)
    if not goes_on or not PLAIN_PREDICATE.fullmatch(around.region.removesuffix("的")):
        return None
    head = left_head(clause) if clause and not _DIGIT.search(clause) else None
    return reader.situation.table.resolve(head.name) if head else None


def stands_alone(reader: PassageReader, around: Around) -> bool:
    """Whether the clause before tells in words what the figure does: 非化石能源装机占比首次过半，达到51.6%."""
    subject, *passed = _PASSED.split(reader.clause_before(around.start), 1)
    return bool(passed) and _MEASURED.search(subject) is not None and not _DIGIT.search(passed[0])


_MEASURED = expression("(?:[起人件宗户家次]数|率|占比|比重|比例|总?额|产值|增加值|收入|产量)$")


_PASSED = expression(
    "首次|力争|过半|突破|超过|跨越|跨过|迈上|迈过|站上|跃上|越过|达到|实现|再创|再上|稳步|不断|持续|快速|较快|大幅|显著|明显"
)


_GOALS = expression("(?:首次|连续|接连)*(?:突破|超过|跨越|跨过|迈上|迈过|站上|跃上|越过).{1,10}(?:大关|台阶|关口)[，,]")


_DIGIT = expression(r"\d")


def passed_in_words(reader: PassageReader, around: Around) -> bool:
    """Whether the clause before says what was passed, in words: 财政收入突破亿元大关，实现11338万元."""
    before = reader.clauses.clause_start(max(0, around.start - 2))
    return _GOALS.search(reader.words, before, around.start) is not None


def rate_before(reader: PassageReader, around: Around) -> Name | None:
    """Return the rate that the clause before begins with: 规上企业研发机构覆盖率力争过半，达到55%, not 规上企业."""
    head = left_head(_PASSED.split(reader.clause_before(around.start), 1)[0])
    rate = head is not None and _MEASURED.search(head.name) is not None
    return reader.situation.table.resolve(head.name) if head is not None and rate else None
