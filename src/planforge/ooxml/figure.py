"""A printed number as a cell of a workbook holds it: a real number whose format shows its digits as printed."""

from __future__ import annotations

import re
from decimal import Decimal

from planforge.patterns import expression
from planforge.records import record

_PRINTED = expression(
    r"(?P<sign>[-−－+]?)(?P<whole>\d{1,3}(?:,\d{3})+|0|[1-9]\d*)(?:\.(?P<decimals>\d+))?(?P<percent>%?)", re.ASCII
)
_MOST_DIGITS = 15
"""A workbook keeps no more (Excel specifications and limits)."""


@record(frozen=True, slots=True)
class Figure:
    """A number and the number format that shows it as printed (80.0 as 80.0, 2.83% as 2.83%)."""

    value: Decimal
    format: str


def figure(words: str) -> Figure | None:
    """Return printed words as a figure; None when they are more or other than one number.

    What a format cannot show again stays text: 007, −0, more digits than a workbook keeps.
    """
    found = _PRINTED.fullmatch(words.strip())
    if found is None or sum(map(str.isdigit, words)) > _MOST_DIGITS:
        return None
    decimals, grouped = found["decimals"] or "", "," in found["whole"]
    value = Decimal(found["whole"].replace(",", "") + (f".{decimals}" if decimals else ""))
    if found["sign"] and not value:
        return None
    shown = ("#,##0" if grouped else "0") + ("." + "0" * len(decimals) if decimals else "") + found["percent"]
    value = value.scaleb(-2) if found["percent"] else value
    match found["sign"]:
        case "":
            return Figure(value, shown)
        case "+":
            return Figure(value, f'"+"{shown}')
        case minus:
            return Figure(-value, shown if minus == "-" else f'{shown};"{minus}"{shown}')
