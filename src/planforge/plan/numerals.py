"""Numbers as headings print them: 一、（一）1.（1）① 第一章 第一节."""

from __future__ import annotations

_DIGITS = "零一二三四五六七八九"

CHAIN = ("第一章", "第一节", "一、", "（一）", "1.", "（1）", "①")
"""The usual order of levels; a plan that names fewer styles goes on along it."""

DEFAULT_STYLES = ("一、", "（一）", "1.", "（1）")
LEVELS = 4
LONGEST_STYLE = 8
"""Characters of a numbering style; a longer one is none (the schema has told) and must not be printed at every item."""


def chinese(number: int) -> str:
    """Return 1 … 99 in Chinese numerals, e.g. 21 → 二十一; larger numbers in digits."""
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return head + (_DIGITS[ones] if ones else "")


def styled(style: str, number: int) -> str:
    """Return `number` in a numbering style, with the punctuation that stands before the heading.

    The style is written as its first number: “（一）” gives （二） for 2. Space behind it is for the house format.
    """
    if style == "①":
        return chr(0x2460 + number - 1) if number <= 20 else f"（{number}）"
    for first, form in (("一", chinese), ("1", str)):
        if first in style:
            return style.replace(first, form(number), 1)
    return style


def complete(styles: tuple[str, ...]) -> tuple[str, ...]:
    """Return one style a level, going on along the usual order behind the last one given."""
    given = [style[:LONGEST_STYLE] for style in styles or DEFAULT_STYLES]
    if len(given) < LEVELS:
        behind = CHAIN[CHAIN.index(given[-1]) + 1 :] if given[-1] in CHAIN else CHAIN[-2:]
        # a plan of 第一章、第一节 goes on with 一、（一）; one of 一、（一） with 1.（1）
        given += [style for style in behind if style not in given][: LEVELS - len(given)]
    while len(given) < LEVELS:
        given.append("（1）")
    return tuple(given[:LEVELS])
