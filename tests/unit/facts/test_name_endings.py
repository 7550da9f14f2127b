"""Known names looked up by how they end: the longest first, none of one character, none that does not begin alike."""

from __future__ import annotations

import pytest

from planforge.facts.names.name_endings import endings, lengthened, lengths_by_ending

NAMES = frozenset({"投资", "固定资产投资", "工业固定资产投资", "研发投入强度", "强度", "量"})
LENGTHS = lengths_by_ending(NAMES)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("全市固定资产投资", ["固定资产投资", "投资"]),
        ("工业固定资产投资", ["工业固定资产投资", "固定资产投资", "投资"]),
        ("投资", ["投资"]),
        ("产量", []),
        ("量", []),
        ("", []),
    ],
)
def test_words_end_with_the_longest_names_first(words: str, expected: list[str]) -> None:
    assert list(endings(words, NAMES, LENGTHS)) == expected


@pytest.mark.parametrize(
    ("before", "words", "expected"),
    [
        ("研发经费", "投入强度", "研发投入强度"),
        ("工业固定资产增加值", "投资", "工业固定资产投资"),
        ("固定资产原值", "投资", "固定资产投资"),
        ("研", "投入强度", None),
        ("开发经费", "投入强度", None),
    ],
)
def test_a_name_is_completed_by_the_beginning_of_the_one_before(before: str, words: str, expected: str | None) -> None:
    assert lengthened(before, words, NAMES, LENGTHS) == expected
