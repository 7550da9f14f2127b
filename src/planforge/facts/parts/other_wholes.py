"""Whose a part is that more than one whole has: 民营经济增加值256亿元，其中第一产业增加值39亿元.

第一产业增加值 alone is that of the whole area; behind 其中 it is that of the economy or zone whose measure is divided.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from planforge.facts.changes.growth import Kind
from planforge.facts.parts.sorting import sorts
from planforge.facts.passage import LONGEST_SENTENCE, PassageReader
from planforge.facts.statement import Statement
from planforge.facts.topic import Around, Topic
from planforge.facts.writing.normalise import read
from planforge.patterns import expression

_MEASURES = ("增加值", "投资", "用电量", "产值", "税收")
_ECONOMY = "民营经济|非公有制经济|非公经济|个体私营经济|私营经济|县域经济"
_ZONE = "[\u4e00-\u9fff]{0,8}(?:开发区|经开区|高新区|保税区|新区|园区|集聚区|示范区|试验区|城区|市区)"
_OWNED = expression(
    f"(?P<owner>民间|{_ECONOMY}|{_ZONE})(?:经济|工业|完成|全社会|固定资产|规模以上)*"
    "(?P<of>增加值|生产总值|投资|用电量|总?产值|税收(?:收入)?)"
)
_SECTOR = expression("第[一二三]产业增加值")


def owner_of_parts(reader: PassageReader, around: Around, topic: Topic) -> str:
    """Return the economy or zone whose part a figure of such a measure is, "" where no other whole is divided."""
    part = topic.name.indicator
    if topic.name.scope or not part.endswith(_MEASURES) or _OWNED.fullmatch(part) is not None:
        return ""
    sector = _SECTOR.fullmatch(part) is not None
    begins = _divides_from(reader, around, sector=sector)
    whole = next(_told_before(reader, begins), None) if begins >= 0 else None
    owned = _OWNED.fullmatch(whole.scope + whole.tier + whole.indicator) if whole is not None else None
    if owned is not None:
        return owned["owner"] if _alike(part, owned["of"]) else ""
    return _chapter(reader.context.headings) if sector and whole is None else ""


@lru_cache(maxsize=512)
def _chapter(headings: tuple[str, ...]) -> str:
    """Return the economy that a chapter or section of its own tells of: 二、民营经济."""
    named = (_OF_ECONOMY.fullmatch(read(heading).text) for heading in reversed(headings))
    return next((found["of"] for found in named if found is not None), "")


_OF_ECONOMY = expression(f"(?:[（(]?[一二三四五六七八九十\\d]{{1,3}}[)）.、．]+)?(?P<of>{_ECONOMY})(?:发展)?(?:情况)?")


def _divides_from(reader: PassageReader, around: Around, *, sector: bool) -> int:
    """Return where 其中 or 分产业看 begins to divide what stands before it, -1 for nowhere.

    Inside a sentence its parts end with a semicolon, those by sectors only with the sentence.
    """
    sentence = reader.sentence
    if reader.words.startswith("其中", sentence) or sorts(reader.words, sentence):
        return sentence
    at = reader.words.rfind("其中", max(sentence, around.figure.start - LONGEST_SENTENCE), around.figure.start)
    apart = at >= 0 and not sector and reader.words.find("；", at, around.figure.start) >= 0
    return -1 if apart else at


def _told_before(reader: PassageReader, begins: int) -> Iterator[Statement]:
    """Yield what stands before the parts in their sentence or the last one, from the nearest on, shares left out."""
    sentence = reader.clauses.sentence_start(max(0, begins - 1))
    for one in reversed(reader.done):
        if one.position.sentence < sentence:
            return
        if one.quantity.end <= begins and one.kind is not Kind.SHARE and one.kind is not Kind.RANK:
            yield one


def _alike(part: str, whole: str) -> bool:
    """Whether a part is measured like its whole: 增加值 and 生产总值 are."""
    return part.endswith(whole) or (whole == "生产总值" and part.endswith("增加值"))
