"""Whether a figure was reached, is aimed at or is what a change began from, and the years that follow from it."""

from __future__ import annotations

from planforge.facts.aims.aims_told import years_of_aim
from planforge.facts.aims.as_it_stands import stands_so
from planforge.facts.aims.role import role_of
from planforge.facts.aims.year_before import year_before
from planforge.facts.changes.base_years import origin_years
from planforge.facts.changes.growth import TO_MANY_YEARS, Kind
from planforge.facts.changes.kinds import starts_a_change, value_then
from planforge.facts.passage import LONGEST_SENTENCE, PassageReader
from planforge.facts.statement import Flow, Role
from planforge.facts.times.dating import years_of
from planforge.facts.times.timing import Anchor
from planforge.facts.times.years_meant import Years
from planforge.facts.topic import Around


def role_and_years(
    reader: PassageReader, around: Around, found: Anchor, kind: Kind, flow: Flow, *, aim: bool
) -> tuple[Role, Years | None]:
    """Return both of a figure that stands under the time `found`; `aim` when its words say that it is one."""
    if around.grown is None and TO_MANY_YEARS.search(around.region) is not None:
        return Role.BASELINE, None
    if (then := value_then(reader, around)) is not None:
        return Role.BASELINE, (year_before(reader, around, found) if then.previous else None) or then.years
    if starts_a_change(reader, around):
        return Role.BASELINE, origin_years(reader, around, year_before(reader, around, found))
    role = _role(reader, around, found)
    if role is Role.TARGET and not aim and stands_so(reader, around, found, kind, flow):
        return Role.ACTUAL, None
    years = years_of(reader, around, found, kind, role, flow)  # of an aim those of what reached it
    return (Role.TARGET, years_of_aim(reader, around, years)) if aim else (role, years)


def _role(reader: PassageReader, around: Around, found: Anchor) -> Role:
    figure, known = around.figure, reader.situation
    begin = max(reader.sentence, figure.start - LONGEST_SENTENCE)
    sentence = reader.words[begin : reader.clauses.clause_end(figure.end)]
    return role_of(reader.context, sentence, found.years, known.period, known.reviewing, known.unsaid)
