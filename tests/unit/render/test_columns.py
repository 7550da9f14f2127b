"""How a table shares its width."""

from __future__ import annotations

import re

import pytest

from planforge.render.columns import column_shares
from planforge.render.measure import width_em
from planforge.render.page import Table

LONG = "市工业和信息化局、各县区人民政府"


def _table(*columns: str) -> Table:
    return Table("", tuple("表" for _ in columns), (columns,))


def test_short_cells_stay_on_one_line_however_long_the_others_are() -> None:
    """2030年 and a number get their width with a margin; the long ones share what is left by their length."""
    shares = column_shares(_table("1.", "2030年", LONG, LONG * 2), room=30)
    widths = [share * 30 for share in shares]
    assert widths[:2] == [pytest.approx(3.0), pytest.approx(4.0)]
    assert widths[3] > widths[2] > 7
    assert sum(widths) == pytest.approx(30)


def test_columns_that_all_fit_grow_alike() -> None:
    """The table takes the whole width."""
    assert column_shares(_table("甲甲", "甲甲甲甲甲"), room=40) == [pytest.approx(3 / 9), pytest.approx(6 / 9)]


def test_too_many_columns_share_by_their_length() -> None:
    """None can have what it wants."""
    shares = column_shares(_table(*["2030年"] * 9, "2030年度以后"), room=20)
    assert shares[9] == pytest.approx(shares[0] * 7 / 4)


@pytest.mark.parametrize("number", ["1234567.8912", "（1234567.89）", "-12.5%〔6.2%〕", "2021—2025年", "R&D/GDP"])
def test_a_number_gets_its_width_beside_long_texts(number: str) -> None:
    """A column holds its longest number, however much the texts beside it would take."""
    shares = column_shares(_table(LONG, LONG, LONG, number), room=30, padding=0.7)
    assert shares[3] * 30 + 1e-9 >= max(map(width_em, re.findall("[^〔—]+[）〕]?", number))) + 0.7
    assert sum(shares) == pytest.approx(1)
