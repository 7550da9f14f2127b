"""A sweep finds every place of every word, as looking for each by itself does."""

from __future__ import annotations

import random

import pytest

from planforge.lint.lines import Lines
from planforge.lint.packs.entry import Entry
from planforge.lint.packs.near import near_misses
from planforge.lint.rules.text import phrases
from planforge.lint.sweep import Sweep


def _places(text: str, word: str) -> list[int]:
    return [at for at in range(len(text)) if text.startswith(word, at)]


@pytest.mark.parametrize("seed", range(100))
def test_all_places_of_all_words(seed: int) -> None:
    """Words that overlap, begin alike or lie in each other are all found."""
    chance = random.Random(seed)  # noqa: S311 - a test that must be the same every time
    words = {"".join(chance.choices("甲乙丙-]^", k=chance.randrange(2, 5))) for _ in range(chance.randrange(0, 120))}
    text = "".join(chance.choices("甲乙丙丁-]^\n", k=200))
    assert Sweep(words).places(text) == {word: _places(text, word) for word in words}


def test_words_of_one_character_are_left_out() -> None:
    """They stand in too many places."""
    assert Sweep(["年", "年底"]).words == {"年底"}


def test_lines_are_the_same_with_a_sweep() -> None:
    """What a sweep has found is what would have been looked for."""
    text = "年底建成\n" + "加快\n" * 20 + "年底前建成"
    swept, other = Lines(text), Lines(text)
    swept.learn(Sweep(["年底", "建成", "加快", "没有"]))
    for words in (["年底"], ["建成", "没有"], ["没有"], ["加快"], ["年底", "加快"]):
        assert swept.having(words) == other.having(words)
        assert [*swept.occurrences(words[0])] == [*other.occurrences(words[0])]
    assert other.having(["年底"]) == [(0, 4), (65, 70)]
    assert other.having(["加快"]) is None


def test_near_misses_are_the_same_with_a_sweep() -> None:
    """A phrase is found by its pieces either way."""
    phrase, text = "大众创业、万众创新", "推动大众创业、万众创新，大众创业、万从创新，大众创业、万众创新。"
    entry = Entry(phrases.RULES[0][0], "", exact=(phrase,))
    swept = Lines(text)
    swept.learn(Sweep(entry.words))
    assert [text[slice(*found)] for found in near_misses(swept, phrase)] == ["大众创业、万从创新"]
    assert [*near_misses(swept, phrase)] == [*near_misses(Lines(text), phrase)]
