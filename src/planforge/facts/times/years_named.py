"""The years that words name: a plan's title, a heading, a line."""

from __future__ import annotations

from planforge.facts.figures.numbers import chinese
from planforge.patterns import expression
from planforge.plan.model import Period

_ORDINAL = expression(r"[“\"]?(?P<k>十[一二三四五六七八]?)五[”\"]?|第(?P<n>十[一二三四五六七八]?)个五年")
_YEARS = expression(r"(?P<first>20\d\d)年?(?:\d{1,2}月)?\s*[-—–－~～至]+\s*(?P<last>20\d\d)")
_YEAR = expression(r"(?P<year>(?:19|20)\d\d)年")
_CHINESE_YEAR = expression("[一二][〇○零九][〇○零一二三四五六七八九]{2}年")


def period_in(title: str) -> Period:
    """Return the years that the title of a plan for several years names, or an empty period."""
    if years := _YEARS.search(title):
        return Period(int(years["first"]), int(years["last"]))
    if ordinal := _ORDINAL.search(title):
        number = chinese(ordinal["k"] or ordinal["n"])
        if number is not None:
            first = 1981 + 5 * (int(number) - 6)
            return Period(first, first + 4)
    return Period()


def one_year(year: int) -> Period:
    """Return the years of a document for one year, which looks back on the year before."""
    return Period(year, year, year - 1)


def years_in(words: str) -> list[int]:
    """Return the years that words name, in digits or as 二〇二三年, each once, the earliest first."""
    found = {int(match["year"]) for match in _YEAR.finditer(words)}
    found |= {int(chinese(match[0][:-1].replace("○", "〇")) or 0) for match in _CHINESE_YEAR.finditer(words)}
    return sorted(found)
