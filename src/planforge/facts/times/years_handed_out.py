"""Years handed out to figures one by one, or one figure to several: 2030年、2035年…分别达到25%和30%."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from planforge.facts.figures.listed import quantities
from planforge.facts.figures.quantity import Quantity
from planforge.facts.passage import JOINERS, PassageReader
from planforge.facts.times.time import Moment
from planforge.facts.times.timing import Anchor
from planforge.facts.times.years_meant import Years
from planforge.patterns import expression

_IN_EACH = expression("各(?![省市县区旗乡镇村级类项部地方界种])|(?<![人平年月日户亩])[均都](?!衡|等|匀|价|市)")
_DIGIT = expression(r"\d")
_MEANS = ("年均", "平均")
_OF_ALL = expression("年均|平均")
"""A mean is over all the years."""
_JOINED = expression("[、和及与]")


def each_its_year(reader: PassageReader, figure: Quantity, found: Anchor) -> Anchor:
    """Hand out times as figures: 2030年、2035年…分别达到25%和30%，…分别为5%和8%，新增80家和90家."""
    times = reader.moments
    if not times or (len(times) == 1 and (times[0].years.single or "分别" not in reader.words)):
        return found
    start, end = reader.clause, reader.clauses.clause_end(figure.end)
    apart = max(start, reader.words.rfind("分别", start, figure.start))
    named = _named_in_a_row(reader, reader.sentence, figure.start)
    named = named or _years_of_a_run(reader, apart, end)
    told = len(named) > 1 and not any(
        one.start >= max(start, named[-1].end) and one.end <= end for one in reader.moments
    )
    if not told or (apart == start and named[-1].end > start):
        return found
    figures = list(quantities(reader.words[max(apart, named[-1].end) : end]))
    given = len({one.quantity.start for one in reader.done if one.quantity.start > max(apart, named[-1].end)})
    return replace(found, years=named[given].years, own=True) if len(figures) == len(named) > given else found


def other_years(reader: PassageReader, figure: Quantity, years: Years | None) -> list[Years]:
    """Return the further years that a figure holds for: 2024年和2025年各新建12所."""
    if len(reader.moments) < 2:
        return []
    row = _named_in_a_row(reader, reader.sentence, figure.start)
    if not row or row[-1].years != years or _IN_EACH.search(reader.words, row[-1].end, figure.start) is None:
        return []
    return [one.years for one in row[:-1]]


def _named_in_a_row(reader: PassageReader, start: int, end: int) -> list[Moment]:
    """Return the years that are named one after another (2024年、2025年和2026年) in [start, end), the last such row."""
    row: list[Moment] = []
    for one in reader.moments:
        if one.base or one.start < start or one.end > end:
            continue
        goes_on = row and reader.words[row[-1].end : one.start] in JOINERS
        row = [*row, one] if goes_on else row if len(row) > 1 else [one]
    return row if len(row) > 1 else []


def _years_of_a_run(reader: PassageReader, apart: int, end: int) -> list[Moment]:
    """Return each year of a run for which values are told with nothing between: 2018—2020年分别为56、63、71亿元."""
    run = next((one for one in reversed(reader.moments) if one.end <= apart), None)
    if run is None or run.base or run.years.single:
        return []
    if _DIGIT.search(reader.words, run.end, apart) or reader.clauses.sentence_start(apart) > run.start:
        return []
    if _OF_ALL.search(reader.words, run.end, apart) or reader.words.startswith(_MEANS, apart + len("分别")):
        return []
    years = range(run.years.first, run.years.last + 1)
    if sum(reader.words.count(joiner, apart, end) for joiner in JOINERS) < len(years) - 1:
        return []  # too few to stand between so many values; to read figures takes longer
    figures = list(quantities(reader.words[apart:end]))
    bare = all(reader.words[apart + one.end : apart + two.start] in JOINERS for one, two in pairwise(figures))
    subjects = len(_JOINED.split(reader.words[run.end : apart]))  # 三年来，甲、乙和丙分别增长a、b和c
    handed = bare and len(figures) == len(years) != subjects
    return [replace(run, years=Years(year, year)) for year in years] if handed else []
