"""Numbers as headings print them."""

from __future__ import annotations

import pytest

from planforge.plan.numerals import chinese, complete, styled


@pytest.mark.parametrize(
    ("number", "printed"),
    [(1, "一"), (10, "十"), (11, "十一"), (21, "二十一"), (99, "九十九"), (100, "100")],
)
def test_chinese(number: int, printed: str) -> None:
    """Chinese numerals up to 99, digits beyond."""
    assert chinese(number) == printed


@pytest.mark.parametrize(
    ("style", "printed"),
    [
        ("一、", "十二、"),
        ("（一）", "（十二）"),
        ("1.", "12."),
        ("（1）", "（12）"),
        ("①", "⑫"),
        ("第一章", "第十二章"),
        ("第一节", "第十二节"),
        ("一是", "十二是"),
    ],
)
def test_styled(style: str, printed: str) -> None:
    """A style is written as its first number."""
    assert styled(style, 12) == printed


@pytest.mark.parametrize(
    ("given", "levels"),
    [
        ((), ("一、", "（一）", "1.", "（1）")),
        (("第一章", "第一节"), ("第一章", "第一节", "一、", "（一）")),
        (("第一章", "一、"), ("第一章", "一、", "（一）", "1.")),
        (("第一章", "（一）", "1.", "（1）"), ("第一章", "（一）", "1.", "（1）")),
        (("①",), ("①", "（1）", "（1）", "（1）")),
    ],
)
def test_complete(given: tuple[str, ...], levels: tuple[str, ...]) -> None:
    """Styles that are not given follow the usual order."""
    assert complete(given) == levels
