"""同期 in a bracket behind a figure: the same part of the year before, of the same indicator (同期为下降9.8%)."""

from __future__ import annotations

from dataclasses import replace

from planforge.facts.passage import PassageReader
from planforge.facts.times.timing import Anchor
from planforge.facts.times.years_meant import Years
from planforge.facts.topic import Around
from planforge.patterns import expression

_SAME = expression("[，,、；;（(]?同期(?:为|是|仅为|约为)?")


def of_same_season_before(reader: PassageReader, around: Around, found: Anchor) -> Anchor:
    """Return the year before for 同期 in a bracket, unless its words say of which year (2015年同期增长9.8%)."""
    if "同期" not in around.region or _SAME.fullmatch(around.region) is None:
        return found
    start, end = around.start, around.figure.start
    dated = any(start <= one.start and one.end <= end for one in reader.moments)
    known = found.years or _told(reader)
    if dated or known is None or reader.clauses.bracket_around(end) is None:
        return found
    return replace(found, years=Years(known.last - 1, known.last - 1))


def _told(reader: PassageReader) -> Years | None:
    """Return the year that a text on results tells of."""
    period = reader.situation.period
    return Years(period.baseline, period.baseline) if period.baseline is not None and period.end is None else None
