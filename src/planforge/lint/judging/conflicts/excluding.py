"""Whether two statements of one topic exclude each other, and what they may be beside: parts, or a whole and a part."""

from __future__ import annotations

from planforge.facts.book import FactBook
from planforge.facts.changes.growth import Kind
from planforge.facts.statement import Source, Statement, same_place
from planforge.lint.judging.changes.price_basis import of_other_prices
from planforge.lint.judging.conflicts.divided_above import divided
from planforge.lint.judging.conflicts.rows_of_lists import of_rows_of_a_list
from planforge.lint.judging.conflicts.sums_of_rows import adds_up_years
from planforge.lint.judging.conflicts.yearly_cells import in_all_beside_added
from planforge.lint.judging.shares.unnamed_wholes import of_other_wholes
from planforge.lint.judging.slips import digits_slipped, unit_slipped
from planforge.patterns import expression


def excludes(one: Statement, two: Statement) -> bool:
    """Whether two statements of one topic cannot both stand; 100家 and 超过100家 are one figure loosely put.

    Figures printed to the same place must be equal, although one of them may have been rounded and one cut off.
    """
    if one.value == two.value or _are_one_fall(one, two):
        return False
    apart = not one.interval.meets(two.interval) or same_place(one, two)
    return apart and not of_other_prices(one, two)


def _are_one_fall(one: Statement, two: Statement) -> bool:
    """Whether a fall is told with a minus here and in words, or below a head, there: 增长-3.2%, 下降3.2%."""
    return one.kind.is_change and one.falls is not two.falls and one.value == -two.value


def agree(book: FactBook, one: Statement, two: Statement) -> bool:
    """Whether two figures of one topic that differ may both stand, for what they are beside each other."""
    return _parts_of_one(one, two) or adds_up_years(book, one, two) or in_all_beside_added(book, one, two)


def _parts_of_one(one: Statement, two: Statement) -> bool:
    """Whether one sentence sets the two side by side: then they are parts, or a whole and a part, and no repetition."""
    if of_other_wholes(one, two) or _among_others(one, two) or of_rows_of_a_list(one, two):
        return True
    if one.parent is two or two.parent is one:
        return True
    if builds_only(one, two) and not digits_slipped(one, two) and not unit_slipped(one, two):
        return True  # what was built need not be all there is
    same = one.position.passage == two.position.passage and one.source is not Source.TABLE
    if not same or one.source is not two.source:
        return False
    return one.position.sentence == two.position.sentence or divided(one, two)


def _among_others(one: Statement, two: Statement) -> bool:
    """Whether two places are told among others each: 居全国百强县第36位, 居全省第2位."""
    if one.kind is not Kind.RANK:
        return False
    first, second = (_AMONG.findall(each.quote.text)[-1:] for each in (one, two))
    return first != second


_AMONG = expression("世界|全球|亚洲|全[国省市州盟县区旗]|百强|千强|西部|中部|东部|东北|省辖市|设区市|省内|区内|同类")


def builds_only(one: Statement, two: Statement) -> bool:
    """Whether one of two levels is what was built, which need not be all there is."""
    return one.builds != two.builds and one.kind is Kind.LEVEL
