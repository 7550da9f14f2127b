"""The growth of the product by what each sector adds to it: 三次产业分别拉动经济增长0.3、2.1和2.8个百分点."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from planforge.facts.book import FactBook
from planforge.facts.changes.growth import Kind
from planforge.facts.figures.precision import Comparator
from planforge.facts.figures.quantity import Form
from planforge.facts.statement import Statement
from planforge.lint.judging.index import index
from planforge.lint.judging.printed import words_before, words_between
from planforge.lint.judging.reckoned.told import Reckoned
from planforge.lint.judging.sums.division import summed
from planforge.lint.judging.words import shown
from planforge.patterns import expression

_PRODUCT = "地区生产总值"
_SECTORS = 3
_PULLS = expression(
    "拉动(?:[全我本][省市县区国旗州盟]|地区)?(?:国民)?(?:经济|GDP|(?:地区|国内)?生产总值)?(?:（GDP）|\\(GDP\\))?(?:增长|上升)?(?:了|约)?$"
)
_AND = expression("(?:个?百分点)?[、和及与]")
_OF_SECTORS = expression("三次产业|一产.*二产.*三产|第?一产业.*第?二产业.*第?三产业|第?一、第?二、第?三(?:次)?产业")
_FURTHEST = 240
_NEAR = 30


def growth_pulled(book: FactBook) -> Iterator[Reckoned]:
    """Yield the growth of the product with what the three sectors add to it, where one paragraph tells both."""
    for told_together in index(book).by_passage.values():
        points = [one for one in told_together if one.quantity.form is Form.POINTS]
        for at in range(len(points) - _SECTORS + 1):
            row = points[at : at + _SECTORS]
            grown = _growth(told_together, row) if _are_pulls(row) else None
            if grown is not None:
                how = "＋".join(one.literal for one in row)
                value = sum((one.value for one in row), Fraction(0))
                yield Reckoned(grown, tuple(row), summed(one.interval for one in row), value, f"三次产业拉动{how}")


def _are_pulls(row: Sequence[Statement]) -> bool:
    first, last = row[0], row[-1]
    if any(one.span.file is not first.span.file or one.position != first.position for one in row):
        return False
    if any(one.comparator is not Comparator.EQ or one.years != first.years or one.falls for one in row):
        return False
    text = words_before(first, _FURTHEST) + "".join(first.span.file.text[first.span.start : last.span.start].split())
    of_sectors = _OF_SECTORS.search(text[text.rfind("。") + 1 :]) is not None
    pulls = of_sectors and _PULLS.search(words_before(first, _NEAR)) is not None
    return pulls and all(_goes_on(*pair) for pair in pairwise(row))


def _goes_on(one: Statement, two: Statement) -> bool:
    between = words_between(one, two)
    return _AND.fullmatch(between) is not None or _PULLS.search(between) is not None


def _growth(told_together: Sequence[Statement], row: Sequence[Statement]) -> Statement | None:
    """Return the growth of the product told last before the sectors, in their year."""
    before = (one for one in reversed(told_together) if one.span.start < row[0].span.start)
    grown = next((one for one in before if one.indicator == _PRODUCT and one.kind is Kind.GROWTH_ANNUAL), None)
    if grown is None or grown.years != row[0].years or grown.scope or grown.falls:
        return None
    return grown if grown.comparator is Comparator.EQ and shown(grown).endswith("%") else None
