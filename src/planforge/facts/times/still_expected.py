"""What a report from early in the year still expects of the year before: 预计全年增长9%。今年预期目标：增长7%."""

from __future__ import annotations

from dataclasses import replace

from planforge.facts.figures.quantity import Quantity
from planforge.facts.passage import PassageReader
from planforge.facts.times.timing import Anchor
from planforge.facts.times.years_meant import Years
from planforge.facts.writing.normalise import reading_of
from planforge.patterns import expression
from planforge.plan.model import Period, Plan

_EXPECTED = expression("(?:预计|预期|有望)(?:全年|到?年[底末])|全年[^，。；\\d]{0,12}预计")
_AIM = "目标"
_AIMS = expression("(?P<year>今年|20\\d\\d年)[^。；，：:\\d]{0,16}目标[^。；，：:\\d]{0,8}(?:[：:，,为是]|$)")


def last_aims_of_year(plan: Plan, period: Period) -> int:
    """Return which passage of a report for one year is the last to begin its aims (今年预期目标：…), -1 for none."""
    if period.start is None or period.start != period.end or period.season:
        return -1
    found = -1
    for number, passage in enumerate(plan.passages()):
        words = reading_of(passage.text).text if _AIM in passage.text.printed else ""
        if any(_begins_aims(one, 0, period) for one in (words, *passage.context.headings[-1:])):
            found = number
    return found


def of_year_before(reader: PassageReader, figure: Quantity, found: Anchor) -> Anchor:
    """Return the year before for what its sentence expects of a whole year, where this year's aims come behind."""
    known = reader.situation
    if found.years is not None or known.last_aims < reader.number or known.period.baseline is None:
        return found
    if _EXPECTED.search(reader.words, reader.sentence, figure.start) is None:
        return found
    if known.last_aims == reader.number and not _begins_aims(reader.words, figure.end, known.period):
        return found
    return replace(found, years=Years(known.period.baseline, known.period.baseline))


def _begins_aims(words: str, start: int, period: Period) -> bool:
    """Whether words from `start` on begin to tell the aims of the year that a report is for."""
    years = (match["year"] for match in _AIMS.finditer(words, start))
    return any(year in ("今年", f"{period.start}年") for year in years)
