"""Rates that a paragraph or section tells against the month before: 环比看，…; 二、各类商品价格环比变动情况."""

from __future__ import annotations

from functools import lru_cache

from planforge.facts.changes.growth import Kind
from planforge.facts.passage import LONGEST_SENTENCE, PassageReader
from planforge.facts.topic import Around
from planforge.facts.writing.normalise import read
from planforge.patterns import expression

MONTH_ON_MONTH = "环比"
_YEAR_ON_YEAR = "同比"
_OPENS = expression(
    r"(?:^|(?<=[。；：]))[ —－-]*(?:[（(]?[一二三四五六七八九十\d]{1,2}[)）.、．]+)?"
    "[从按]?(?P<way>[同环]比)(?:来?看|(?:变动|价格)?情况|方面|中)?[，：。]"
)
_COMPARED = expression("[同环]比|[比较](?:上年|去年|上个?[月季])|年均")


def rate_on_month_before(reader: PassageReader, around: Around) -> str:
    """Return 环比 for a rate whose paragraph or section is of such rates and which says nothing else, else ""."""
    if around.grown is None or around.grown.kind not in _RATES:
        return ""
    figure = around.figure
    if _COMPARED.search(reader.words, around.start, figure.start) is not None:
        return ""
    way = ""
    if MONTH_ON_MONTH in reader.words:
        begin = max(0, figure.start - LONGEST_SENTENCE)
        way = next((one["way"] for one in reversed(list(_OPENS.finditer(reader.words, begin, figure.start)))), "")
    return MONTH_ON_MONTH if (way or _way_under(reader.context.headings)) == MONTH_ON_MONTH else ""


_RATES = (Kind.GROWTH_ANNUAL, Kind.GROWTH_TOTAL)


@lru_cache(maxsize=512)
def _way_under(headings: tuple[str, ...]) -> str:
    """Return how the innermost heading that tells one of the two says rates are reckoned, "" for none."""
    for heading in reversed(headings):
        words = read(heading).text
        year, month = _YEAR_ON_YEAR in words, MONTH_ON_MONTH in words
        if year or month:
            return "" if year and month else MONTH_ON_MONTH if month else _YEAR_ON_YEAR
    return ""
