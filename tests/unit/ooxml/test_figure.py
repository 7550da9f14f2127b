"""Printed numbers as cells of a workbook hold them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from planforge.ooxml.figure import Figure, figure

FIGURES = [
    ("158", "158", "0"),
    ("80.0", "80.0", "0.0"),
    ("0.50", "0.50", "0.00"),
    ("12,345.60", "12345.60", "#,##0.00"),
    ("2.83%", "0.0283", "0.00%"),
    ("-3.2", "-3.2", "0.0"),
    ("−3.2", "-3.2", '0.0;"−"0.0'),
    ("+5", "5", '"+"0'),
    (" 7 ", "7", "0"),
]
TEXTS = [
    "",
    "=1+1",
    "230以上",
    "158家",
    "007",
    "1,2",
    "12,34",
    "1.",
    ".5",
    "−0.0",
    "1234567890123456",
    "八",
    "１２",
    "1e5",
]


@pytest.mark.parametrize(("words", "value", "shown"), FIGURES)
def test_a_number_keeps_its_digits(words: str, value: str, shown: str) -> None:
    assert figure(words) == Figure(Decimal(value), shown)


@pytest.mark.parametrize("words", TEXTS)
def test_what_is_more_than_a_number_stays_text(words: str) -> None:
    assert figure(words) is None
