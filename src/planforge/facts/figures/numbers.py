"""Numbers written with digits or with Chinese numerals, as exact fractions."""

from __future__ import annotations

from fractions import Fraction

DIGITS = {character: value for value, character in enumerate("〇一二三四五六七八九")}
DIGITS |= {"零": 0, "两": 2, "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9}
_TENS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
SCALES = {"万亿": 10**12, "千亿": 10**11, "百亿": 10**10, "十亿": 10**9, "亿": 10**8,
          "千万": 10**7, "百万": 10**6, "十万": 10**5, "万": 10**4, "千": 10**3, "百": 10**2}  # fmt: skip


LONGEST_NUMBER = 20
"""Longer rows of digits are codes, not figures."""


def arabic(literal: str) -> Fraction:
    """Return the value of digits with optional thousands separators, sign and point (“1,200.50”)."""
    plain = literal.replace(",", "").replace("，", "")
    whole, _, rest = plain.partition(".")
    return Fraction(int(whole + rest), 10 ** len(rest)) if rest else Fraction(int(whole))


def decimals(literal: str) -> int:
    """Return how many digits stand behind the point."""
    return len(literal.partition(".")[2])


def trailing_zeros(literal: str) -> int:
    """Return how many zeros an integer ends with; 0 for a number with a point and for zero itself."""
    if "." in literal:
        return 0
    plain = literal.replace(",", "").replace("，", "")
    return len(plain) - len(plain.rstrip("0")) if plain.strip("0-") else 0


def chinese(literal: str) -> Fraction | None:
    """Return the value of a Chinese numeral (三十五, 一百零八, 两千, 二〇二五, 半), or None when it is none."""
    if literal == "半":
        return Fraction(1, 2)
    if (
        not literal
        or len(literal) > LONGEST_NUMBER
        or any(c not in DIGITS and c not in _TENS and c not in "万亿" for c in literal)
    ):
        return None
    if "两" in literal and not _two_stands_right(literal):
        return None
    if all(character in DIGITS for character in literal):
        return Fraction(int("".join(str(DIGITS[character]) for character in literal)))
    return Fraction(_grouped(literal))


def _two_stands_right(literal: str) -> bool:
    """Whether 两 is a numeral of its own or counts hundreds and more; 十一两个黄金周 are two of them."""
    places = (at for at, character in enumerate(literal) if at and character == "两")
    return all(literal[at + 1 : at + 2] in _COUNTED_BY_TWO and literal[at - 1] not in DIGITS for at in places)


_COUNTED_BY_TWO = frozenset("百千万亿")


def _grouped(literal: str) -> int:
    for scale, size in (("亿", 10**8), ("万", 10**4)):
        head, found, tail = literal.partition(scale)
        if found:
            return (_grouped(head) if head else 1) * size + (_grouped(tail) if tail else 0)
    return _below_ten_thousand(literal)


def _below_ten_thousand(literal: str) -> int:
    total, digit = 0, None
    for character in literal:
        if character in DIGITS:
            digit = DIGITS[character]
        else:
            total += (1 if digit is None else digit) * _TENS[character]
            digit = None
    return total + (digit or 0)
