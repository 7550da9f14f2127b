"""Expressions that are compiled late find what those compiled at once find."""

from __future__ import annotations

import re
from copy import deepcopy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planforge.patterns import expression

_WORDS = st.text(st.sampled_from("规划５5A aα。，“”（）〇①Ⅲ℃·\n\t一龥—"), max_size=30)


@given(_WORDS)
def test_a_chinese_character_is_one_in_either_form(words: str) -> None:
    for source in (r"[\u4e00-\u9fff]{1,3}", "(?<=[\u4e00-\u9fff])\\d", r"^[\u4e00-\u9fff“]+$"):
        wanted = [match.span() for match in re.compile(source).finditer(words)]
        assert [match.span() for match in expression(source).finditer(words)] == wanted


def test_rare_characters_are_chinese_signs_are_not() -> None:
    han = expression(r"[\u4e00-\u9fff]")
    assert all(han.fullmatch(character) for character in "㐂𠮷豈")
    assert not any(han.fullmatch(character) for character in "—…“”、。（）％％㎡℃×·āαЖ①⑴Ⅳ■→〇\u3000\ufeff\ufffd")


def test_flags_count_and_methods_are_those_of_re() -> None:
    lines = expression("^b", re.MULTILINE)
    assert lines.findall("a\nb\nb") == ["b", "b"]
    assert lines.sub("c", "b") == "c"
    assert expression(r"\d").split("a1b") == ["a", "b"]
    assert lines.pattern == "^b"


def test_a_fault_is_told_at_the_first_use() -> None:
    faulty = expression("(")
    with pytest.raises(re.error):
        faulty.search("")


def test_a_copy_finds_the_same_used_or_not() -> None:
    digits = expression(r"\d+")
    assert deepcopy(digits).findall("a12") == digits.findall("a12") == deepcopy(digits).findall("a12")
