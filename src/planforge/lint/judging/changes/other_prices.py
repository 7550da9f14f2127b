"""Changes reckoned in constant prices that no rise or fall of prices can bring together with the printed values.

地区生产总值由198.6亿元增加到286.4亿元，增长1.44倍: prices explain a few points, not 0.44 against 1.44.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from planforge.facts.book import FactBook
from planforge.facts.changes.growth import Kind
from planforge.facts.figures.interval import Interval
from planforge.facts.linking import subject_of
from planforge.facts.relations import annual_fits
from planforge.facts.statement import Source, Statement
from planforge.facts.writing.words import table
from planforge.lint.judging.changes.claim import Claim
from planforge.lint.judging.changes.from_to import from_to
from planforge.lint.judging.changes.levels import levels_by_subject
from planforge.lint.judging.changes.price_basis import Prices, prices_told
from planforge.lint.judging.changes.stated import claim_in_document, claim_of_pair, claims
from planforge.lint.judging.changes.verdicts import Verdict, ratio_verdict
from planforge.lint.judging.once import once_a_book
from planforge.source.place import Span

_KINDS = frozenset({Kind.GROWTH_TOTAL, Kind.GROWTH_ANNUAL, Kind.DOUBLING})
_FALL, _RISE = Fraction(95, 100), Fraction(108, 100)
"""What prices, and statistics that are revised, make of a value in a year at the least and at the most."""
_FALL_OF_MEAN = Fraction(97, 100)
"""What falling prices make of a value in a year on the mean of several at the least."""
_BY_SAMPLE = ("规模以上", "规上", "总产值")
"""What firms above a size turn out is of other firms each year, so that values fall while like grows against like."""
_FEWEST_YEARS = 2


@once_a_book
def beyond_prices(book: FactBook) -> tuple[Claim, ...]:
    """Return changes over several years that are further from the printed values than prices move."""
    return tuple(replace(claim, sure=False) for claim in _claims(book) if not _explained(claim))


def contradicted_totals(book: FactBook) -> set[Span]:
    """Return the places of total growths and multiples that their base and end contradict."""
    totals = (claim for claim in claims(book) if claim.statement.kind in _TOTALS)
    wrong = [claim for claim in totals if ratio_verdict(claim) is Verdict.CONTRADICTED]
    wrong += [claim for claim in beyond_prices(book) if claim.statement.kind is not Kind.GROWTH_ANNUAL]
    return {place.span for claim in wrong for place in claim.places}


_TOTALS = frozenset({Kind.GROWTH_TOTAL, Kind.MULTIPLE})


def _claims(book: FactBook) -> Iterator[Claim]:
    told: set[int] = set()
    for pair in from_to(book):
        for change in pair.changes:
            told.add(change.span.start)
            if _in_constant_prices(change) and (claim := claim_of_pair(pair, change)) is not None:
                yield claim
    changes = [one for one in book.statements if _in_constant_prices(one) and not one.adjusted and one.years]
    levels = levels_by_subject(book) if changes else {}
    for one in changes:
        if one.source is Source.PROSE and one.span.start in told:
            continue
        if (claim := claim_in_document((one,), levels.get(subject_of(one), []))) is not None:
            yield claim


def _in_constant_prices(one: Statement) -> bool:
    names = tuple(table("roles")["constant_prices"]["ends"])
    real = one.kind in _KINDS and not one.referenced and one.indicator.endswith(names)
    return real and prices_told(one) is not Prices.CURRENT


def _explained(claim: Claim) -> bool:
    """Whether prices may make the difference; of a year, revised statistics make more than these."""
    if claim.periods < _FEWEST_YEARS:
        return True
    if claim.statement.kind is Kind.GROWTH_ANNUAL:
        return _mean_explained(claim)
    return claim.statement.ratio.meets(_at_other_prices(claim, _FALL))


def _mean_explained(claim: Claim) -> bool:
    """Whether prices may make the difference of a yearly mean; where its years are inferred, another count may."""
    statement = claim.statement
    if not claim.sure or any(words in statement.scope + statement.indicator for words in _BY_SAMPLE):
        return True
    return annual_fits(_at_other_prices(claim, _FALL_OF_MEAN), statement.rate, claim.periods)


def _at_other_prices(claim: Claim, fall: Fraction) -> Interval:
    """Return end by base as prices that fell by `fall` or rose by the most a year let it be."""
    ratio = claim.ratio
    low = ratio.low / _RISE**claim.periods if ratio.low is not None else None
    high = ratio.high / fall**claim.periods if ratio.high is not None else None
    return Interval(low, high)
