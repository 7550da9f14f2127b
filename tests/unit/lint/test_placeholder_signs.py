"""What PF131 looks for first is in everything it tells of, and not in the usual words that share its characters."""

from __future__ import annotations

import pytest

from planforge.lint.rules.structure.placeholder_left import _SIGN, PLACEHOLDER


@pytest.mark.parametrize(
    "words",
    ["【待填】", "【待填：2025年数】", "待填】", "【待核实】", "（待补充）", "××家", "xX%", "XX万", "TODO"],
)
def test_every_placeholder_has_the_sign(words: str) -> None:
    assert PLACEHOLDER.search(words) is not None
    assert _SIGN.search(words) is not None


@pytest.mark.parametrize("words", ["接待游客1200万人次", "待遇水平", "3×5公里", "TOD模式", "X射线", "（期待）"])
def test_usual_words_have_no_sign(words: str) -> None:
    assert _SIGN.search(words) is None
