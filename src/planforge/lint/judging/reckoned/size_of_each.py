"""How large one flat or school is on average: 建设住房7200套，总建筑面积54万平方米，套均75平方米.

Only where the sentence tells one sum and one count before the mean; whether both are of the same things, the words say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from planforge.facts.book import FactBook
from planforge.facts.statement import Statement
from planforge.lint.judging.index import index
from planforge.lint.judging.printed import words_between
from planforge.lint.judging.reckoned.quotients import is_plain, quotient
from planforge.lint.judging.reckoned.told import Reckoned
from planforge.patterns import expression
from planforge.records import record


@record(frozen=True)
class _Form:
    """How a mean size is told: the words up to its figure, the head of the sum, the unit of what is counted."""

    mean: re.Pattern[str]
    whole: re.Pattern[str]
    each: str


_TO = r"(?:约|为|达到?|达)?\d"
_FORMS = (
    _Form(
        expression(rf"[，,；;]?(?:(?:平均)?套均|平均每套)(?:建筑|住房|住宅)?(?:面积)?{_TO}"),
        expression("(?<!占地)(?<!用地)(?<!公摊)面积$"),
        "套",
    ),
    _Form(
        expression(rf"[，,；;]?(?:(?:平均)?校均|平均每所(?:学校)?)(?:规模|学生数?|在校生数?)?{_TO}"),
        expression("(?:在校生|在校学生|学生)(?:总?(?:人)?数)?$"),
        "所",
    ),
)
_NOT_OF_ALL = expression("其中|教学点|地上|地下|配套|[。]")
"""Of these the sum or the count may be alone, or they may be of other things."""
_EACH = ("套均", "每套", "校均", "每所")


def sizes_of_each(book: FactBook) -> Iterator[Reckoned]:
    """Yield each mean size with the one sum and the one count that its sentence tells before it."""
    for together in index(book).by_passage.values():
        for at, one in enumerate(together):
            if "均" in one.quote.text and any(word in one.quote.text for word in _EACH):
                yield from _mean(one, together[:at])


def _mean(mean: Statement, before: Sequence[Statement]) -> Iterator[Reckoned]:
    form = next((form for form in _FORMS if form.mean.match(mean.quote.text)), None)
    here = [one for one in before if one.position == mean.position and _plain(one)] if form is not None else []
    if form is None or not here or not _plain(mean) or _NOT_OF_ALL.search(words_between(here[0], mean)):
        return
    counts = [one for one in here if one.quantity.raw_unit == form.each]
    sums = [one for one in here if one.quantity.unit.comparable(mean.quantity.unit)]
    if len(counts) != 1 or len(sums) != 1 or form.whole.search(sums[0].head) is None:
        return
    whole, count = sums[0], counts[0]
    if len({(one.years, one.role) for one in (mean, whole, count)}) == 1:
        yield quotient(mean, whole, count, called=_name(mean))


def _name(mean: Statement) -> str:
    """Return the words for a mean without its figure: 套均, 平均每套."""
    words = mean.quote.file.text[mean.quote.start : mean.span.start]
    return "".join(words.split()).strip("，,；;").rstrip("约为达到")


def _plain(one: Statement) -> bool:
    return one.kind.is_amount and is_plain(one) and one.parent is None and one.value > 0
