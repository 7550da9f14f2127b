"""Laws of the figure rules: what is reckoned rightly and printed in any usual way is left alone; a slip is seen."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from fractions import Fraction
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from planforge.lint.finding import Finding, Severity
from planforge.lint.registry import all_rules
from planforge.lint.subject import Subject
from planforge.plan.model import Block
from tests.unit.facts.sample import grid, plan, prose

ROUNDINGS = (ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_DOWN)
roundings = st.sampled_from(ROUNDINGS)
places = st.integers(1, 2)
hundredths = st.integers(200, 9000)
counts = st.integers(11, 9999)
UNHURRIED = settings(deadline=None)
"""The first example waits for the vocabulary to be read."""


def findings(*blocks: Block) -> list[Finding]:
    """Return what the rules on figures say of a plan of one chapter."""
    subject = Subject((), plan(*blocks))
    return [one for code, (_, check) in all_rules().items() if code.startswith("PF2") for one in check(subject)]


def serious(*blocks: Block) -> list[str]:
    """Return the errors and warnings."""
    return [one.message for one in findings(*blocks) if one.severity is not Severity.INFO]


def shortened(value: Fraction, digits: int, rounding: str) -> str:
    """Print a number with so many digits behind the point."""
    number = Decimal(value.numerator) / Decimal(value.denominator)
    return str(number.quantize(Decimal(1).scaleb(-digits), rounding=rounding))


@UNHURRIED
@given(st.lists(hundredths, min_size=2, max_size=5), places, roundings)
def test_sums_of_rounded_parts_are_left_alone(parts: list[int], digits: int, rounding: str) -> None:
    """A total and its parts, each shortened by itself."""
    told = [shortened(Fraction(part, 100), digits, rounding) for part in parts]
    total = shortened(Fraction(sum(parts), 100), digits, rounding)
    listed = "、".join(f"第{at}类{part}亿元" for at, part in zip("甲乙丙丁戊", told, strict=False))
    assert serious(prose(f"2020年，共安排资金{total}亿元（{listed}）。")) == []
    rows = [f"{at}类 | {part}" for at, part in zip("甲乙丙丁戊", told, strict=False)]
    assert serious(grid("类别 | 资金（亿元）", *rows, f"合计 | {total}")) == []


@UNHURRIED
@given(st.lists(counts, min_size=2, max_size=5), st.data())
def test_a_wrong_sum_of_counts_is_seen(parts: list[int], data: st.DataObject) -> None:
    """Counts are exact: any other total is reported."""
    total = sum(parts)
    wrong = data.draw(st.integers(total // 2, total * 2).filter(lambda number: number != total))
    listed = "、".join(f"第{at}类{part}个" for at, part in zip("甲乙丙丁戊", parts, strict=False))
    assert findings(prose(f"2020年，共有项目{wrong}个（{listed}）。"))
    assert serious(prose(f"2020年，共有项目{total}个（{listed}）。")) == []


@UNHURRIED
@given(st.integers(1000, 6000), st.integers(10, 3000), roundings)
def test_points_are_left_alone(base: int, more: int, rounding: str) -> None:
    """Two percentages and their difference, each shortened by itself."""
    first, last, gap = (shortened(Fraction(n, 100), 1, rounding) for n in (base, base + more, more))
    told = f"森林覆盖率由2015年的{first}%提高到2020年的{last}%，提高{gap}个百分点。"
    assert serious(prose(told)) == []


@UNHURRIED
@given(hundredths, hundredths, places, roundings)
def test_shares_and_multiples_are_left_alone(part: int, rest: int, digits: int, rounding: str) -> None:
    """A part, its total and its share; an end, its base and their ratio."""
    whole, piece = (shortened(Fraction(n, 100), 2, rounding) for n in (part + rest, part))
    share = shortened(Fraction(part * 100, part + rest), digits, rounding)
    assert serious(prose(f"2020年，总投资{whole}亿元，其中工业投资{piece}亿元，占{share}%。")) == []
    times = shortened(Fraction(part + rest, part), digits, rounding)
    assert serious(prose(f"2015年，工业投资{piece}亿元。2020年，工业投资{whole}亿元，是2015年的{times}倍。")) == []


@UNHURRIED
@given(st.lists(st.integers(1, 800), min_size=3, max_size=3), places, roundings)
def test_structures_are_left_alone(parts: list[int], digits: int, rounding: str) -> None:
    """Three shares of one whole, each shortened by itself."""
    told = ":".join(shortened(Fraction(part * 100, sum(parts)), digits, rounding) for part in parts)
    assert serious(prose(f"2020年，三次产业结构为{told}。")) == []


@settings(parent=UNHURRIED, max_examples=30)
@given(st.integers(0, 10_000))
def test_flipped_digits_of_sums_are_seen(seed: int) -> None:
    """One digit of a count within a sum, changed by chance: always seen, for counts are exact."""
    random = Random(seed)  # noqa: S311 - drawn by hypothesis
    parts = [random.randint(11, 999) for _ in range(3)]
    cells = [str(sum(parts)), *map(str, parts)]
    at = random.randrange(len(cells))
    spot = random.randrange(len(cells[at]))
    digit = random.choice([other for other in "123456789" if other != cells[at][spot]])
    cells[at] = cells[at][:spot] + digit + cells[at][spot + 1 :]
    told = f"2020年，共有项目{cells[0]}个（甲类{cells[1]}个、乙类{cells[2]}个、丙类{cells[3]}个）。"
    assert findings(prose(told))
