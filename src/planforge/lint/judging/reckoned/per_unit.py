"""What one of something has or costs, beside two of the three: 茶园12.3万亩，产值8.94亿元，亩均产值7268元.

Each form names both operands, and counts only where the sentence tells one of each before its result.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from planforge.facts.book import FactBook
from planforge.facts.figures.precision import Comparator
from planforge.facts.statement import Statement
from planforge.lint.judging.changes.claim import operand
from planforge.lint.judging.printed import words_between
from planforge.lint.judging.reckoned.quotients import is_money, is_plain, quotient, told_of_each
from planforge.lint.judging.reckoned.told import Reckoned, product
from planforge.lint.judging.words import shown, told
from planforge.patterns import expression
from planforge.records import record


@record(frozen=True)
class Form:
    """How a quotient is told: the words up to its figure, the heads of sum and count, and the units of the count.

    Of words `apart` between them the mean may be, or the sum or the count alone. `of_one` is where both go by one name.
    """

    mean: re.Pattern[str]
    whole: re.Pattern[str]
    count: re.Pattern[str]
    units: tuple[str, ...]
    apart: re.Pattern[str]
    of_one: bool = True


_TO = r"(?:约|为|达到?)?\d"
_TRADE = expression("全产业链|加工|国内|入境|过夜|投产|采摘|挂果|其中")
_BUILT = expression("其中|教学点|地上|地下|配套|[。]")
_ANY = expression("")
_FORMS = (
    Form(
        expression(rf"[，,；;](?:游客)?人均(?:旅游)?(?:消费|花费)(?:水平|支出)?{_TO}"),
        expression("旅游[^，。；入]{0,4}收入$"),
        expression("游客|旅游"),
        ("人次",),
        _TRADE,
    ),
    Form(
        expression(rf"[，,；;](?:平均)?亩均产值{_TO}"),
        expression("(?<!综合)(?<!业链)产值$"),
        expression("面积$"),
        ("亩",),
        _TRADE,
    ),
    Form(
        expression(
            rf"[，,；;](?:平均(?:售价|(?:销售|成交)?(?:价格|单价))?每平方?米|(?:销售|成交)?均价每平方?米"
            rf"|(?:平均(?:销售|成交)?(?:价格|单价|售价)|(?:销售|成交)?均价)(?=[^，,；;。]{{1,14}}元/(?:平方米|平米|㎡))){_TO}"
        ),
        expression("(?:商品房|住宅|住房)(?:销售|成交)(?:金)?额$"),
        expression("(?:商品房|住宅|住房)(?:销售|成交)面积$"),
        ("平方米", "平米"),
        _TRADE,
    ),
    Form(
        expression(rf"[，,；;](?:(?:平均)?套均|平均每套)(?:建筑|住房|住宅)?(?:面积)?{_TO}"),
        expression("(?<!占地)(?<!用地)(?<!公摊)面积$"),
        _ANY,
        ("套",),
        _BUILT,
        of_one=False,
    ),
    Form(
        expression(rf"[，,；;](?:(?:平均)?校均|平均每所(?:学校)?)(?:规模|学生数?|在校生数?)?{_TO}"),
        expression("(?:在校生|在校学生|学生)(?:总?(?:人)?数)?$"),
        _ANY,
        ("所",),
        _BUILT,
        of_one=False,
    ),
)


def per_unit(book: FactBook) -> Iterator[Reckoned]:
    """Yield each quotient with its sum and its count, and each sum that a price is said to give."""
    for together, at in told_of_each(book):
        yield from _quotient(together[at], together[:at])
        if is_money(together[at]):
            yield from _priced(together[at], together[:at], together[at + 1 : at + 2])


def _quotient(mean: Statement, before: Sequence[Statement]) -> Iterator[Reckoned]:
    words = mean.quote.text.lstrip("，,；;")
    form = next((form for form in _FORMS if form.mean.match("，" + words)), None)
    here = [one for one in before if one.position == mean.position and _plain(one)] if form is not None else []
    if form is None or not here or not _plain(mean) or form.apart.search(words_between(here[0], mean)):
        return
    money = is_money(mean)
    sums = [one for one in here if (is_money(one) if money else one.quantity.unit.comparable(mean.quantity.unit))]
    counts = [one for one in here if one.quantity.raw_unit in form.units]
    if len(sums) != 1 or len(counts) != 1 or not _alike(mean, sums[0], counts[0]):
        return
    named = form.whole.search(sums[0].head) and form.count.search(counts[0].head)
    if named and (not form.of_one or _of_one(sums[0], counts[0])):
        yield quotient(mean, sums[0], counts[0], called="" if money else _called(words))


def _called(words: str) -> str:
    """Return the words for a mean without its figure: 套均, 平均每套."""
    return "".join(_FIGURE.split(words, 1)[0].split()).rstrip("约为达到")


_FIGURE = expression(r"\d")


def _of_one(whole: Statement, count: Statement) -> bool:
    """Whether both are not named as of different things: 茶园面积 and 茶叶产值, never 茶园面积 and 水稻产值."""
    return whole.head[:1] == count.head[:1] or "游" in count.head or "旅" in whole.head


_PRICE = expression(r"按照?(?:平均)?每(?P<each>公里|[户人亩个项家名座所处套台])[^，,。；;\d]{0,6}\d")
_GIVES = expression(
    r"(?:亿|万)?元(?:的?标准)?(?:的)?(?:投资|补助|造价)?(?:测算|计算|估算|匡算|补助)[，,]?(?:共|总共|合计|约)*"
    r"需要?(?:总?投资|投入|资金|补助资金)?(?:约|共)?"
)


def _priced(price: Statement, before: Sequence[Statement], behind: Sequence[Statement]) -> Iterator[Reckoned]:
    """Yield what a number of works costs by the price of each: 80座，按每座3200万元测算，需投资25.6亿元."""
    found = _PRICE.search(price.quote.text)
    if found is None or not behind or behind[0].position != price.position or behind[0].quantity.unit.kind != "money":
        return
    result, counts = behind[0], [one for one in before if one.position == price.position and _plain(one)]
    counts = [one for one in counts if one.quantity.raw_unit == found["each"]]
    plain = _plain(price) and _plain(result)
    if len(counts) == 1 and plain and _GIVES.fullmatch(words_between(price, result)) is not None:
        how = f"{told(counts[0])}{shown(counts[0])}×{shown(price)}"
        whole = product(operand(counts[0]), operand(price))
        yield Reckoned(result, (counts[0], price), whole, counts[0].value * price.value, how)


def _alike(*figures: Statement) -> bool:
    return len({(one.years, one.role) for one in figures}) == 1


def _plain(one: Statement) -> bool:
    exact = one.kind.is_amount and is_plain(one) and one.comparator is Comparator.EQ
    return exact and one.parent is None and one.value > 0
