"""Property tests of the figure rules: consistent tables are silent, a flipped digit is seen."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planforge.facts.figures.interval import exactly
from planforge.facts.relations import mean_growth
from planforge.lint.finding import Finding, Severity
from planforge.lint.registry import all_rules
from planforge.lint.subject import Subject
from tests.unit.facts.sample import grid, plan, prose
from tests.work import MOST_GROWTH, growth

NAMES = ("高新技术企业", "瞪羚企业", "众创空间", "雏鹰企业")
HEAD = "指标 | 2015年 | 2020年 | 年增率"


def findings(*rows: str) -> list[Finding]:
    """Return what the figure rules say of a table."""
    subject = Subject((), plan(grid(HEAD, *rows)))
    return [one for code, (_, check) in all_rules().items() if code.startswith("PF2") for one in check(subject)]


def printed(base: int, end: int, rounding: str) -> str:
    """Return the five-year mean growth as a table prints it."""
    rate = mean_growth(exactly(Fraction(end, base)), 5).low * 100
    return f"{rate.quantize(Decimal('0.1'), rounding=rounding)}%"


pairs = st.lists(st.tuples(st.integers(10, 900), st.integers(1, 900)), min_size=1, max_size=4)


@given(pairs, st.sampled_from([ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_DOWN]))
def test_consistent_tables_raise_nothing_above_a_note(values: list[tuple[int, int]], rounding: str) -> None:
    """However the rates were shortened."""
    rows = [
        f"{name}（家） | {base} | {base + more} | {printed(base, base + more, rounding)}"
        for name, (base, more) in zip(NAMES, values, strict=False)
    ]
    assert [one.message for one in findings(*rows) if one.severity is not Severity.INFO] == []


@pytest.mark.parametrize("column", [1, 2])
def test_a_flipped_digit_is_caught(column: int) -> None:
    """One digit of an end count or a rate, changed by chance: at least 93 in 100 are seen."""
    random = Random(7)  # noqa: S311 - a fixed seed, so that the share is the same on every run
    caught = 0
    for _ in range(300):
        base = random.randint(11, 399)
        end = base + random.randint(11, 900)
        cells = [str(base), str(end), printed(base, end, ROUND_HALF_UP)]
        cells[column] = flipped(cells[column], random)
        caught += bool(findings(f"高新技术企业（家） | {' | '.join(cells)}"))
    assert caught >= 279


def flipped(cell: str, random: Random) -> str:
    """Return a cell with one digit changed to another."""
    places = [index for index, character in enumerate(cell) if character.isdigit()]
    place = random.choice(places)
    digit = random.choice([other for other in "123456789" if other != cell[place]])
    return cell[:place] + digit + cell[place + 1 :]


def test_a_total_of_parts_of_nothing_is_no_reason_to_stop() -> None:
    """Rows that begin with 其中 and stand below no other are no parts of the total."""
    assert [one.code for one in findings("其中：高新技术企业（家） | 30 | 40 |", "合计 | 50 | 60 |")] == []


def test_a_figure_repeated_without_end_is_judged_in_linear_time() -> None:
    """A thousand times the same contradiction, beside as many siblings that might explain it."""
    repeated = (
        "“十三五”末，全市高新技术企业达到158家，科技型中小企业达到217家。",
        "到2025年，高新技术企业达到230家以上。全市高新技术企业2020年为168家。",
    )
    check = {code: all_rules()[code][1] for code in ("PF201", "PF231")}

    def judge(times: int) -> set[str]:
        subject = Subject((), plan(prose(*repeated * times)))
        return {one.code for code in check for one in check[code](subject)}

    assert judge(1000) == {"PF201"}
    assert growth(judge, 200) < MOST_GROWTH
