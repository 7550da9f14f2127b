"""How wide text is, in characters of its size: Chinese ones count one, digits and Latin letters a half."""

from __future__ import annotations

from planforge.patterns import expression

_QUARTER = 0.25
_BORDER = expression(r"(?<=[\u4e00-\u9fff])(?=[0-9])|(?<=[0-9])(?=[\u4e00-\u9fff])")


def width_of(text: str, *, auto_space: bool = False) -> float:
    """Return the width of a text in characters; `auto_space`: with what Word adds between Chinese and digits."""
    added = _QUARTER * len(_BORDER.findall(text)) if auto_space else 0.0
    return added + sum(0.5 if character.isascii() else 1.0 for character in text)
