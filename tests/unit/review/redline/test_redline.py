"""Accept all gives the new version, reject all the old one: paragraph by paragraph, with formats, for 50 pairs."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from planforge.render.build import render_page
from planforge.render.context import context_of
from planforge.render.docx.document import write_docx
from planforge.render.houses import find_house, find_profile
from planforge.review.redline.document import Side, redline
from planforge.review.version import read_version
from tests.unit.review.redline.edits import EXAMPLES, edited
from tests.unit.review.redline.schema import faults
from tests.unit.review.redline.tracked import Line, accepted, rejected

_PAIRS = {"starter": 14, "panjin-2018": 16, "fuxin-145": 6, "panjin-145": 6, "huludao-145": 4, "dalian-145": 4}
_CASES = [(example, seed) for example, count in _PAIRS.items() for seed in range(count)]


def side(folder: Path) -> Side:
    """Return a version as the redline wants it."""
    version = read_version(folder)
    return Side(version.plan, version.tree.read_bytes)


@cache
def original(example: str) -> Side:
    """Return an example."""
    return side(EXAMPLES / example)


def built(one: Side) -> bytes:
    """Return the DOCX that `build` writes."""
    house = find_house(one.plan.house)
    return write_docx(
        render_page(context_of(one.plan, one.read_bytes), house), house, find_profile(house, one.plan.page)
    )


def texts(lines: list[Line]) -> list[tuple[str, str]]:
    """Return the paragraphs with their places."""
    return [(line.where, line.text) for line in lines]


@pytest.mark.parametrize(("example", "seed"), _CASES)
def test_accept_gives_the_new_and_reject_the_old(example: str, seed: int, tmp_path: Path) -> None:
    """Text, places in tables, paragraph formats and faces; nothing Word would object to."""
    old = original(example)
    folder, done = edited(example, seed, tmp_path)
    new = side(folder)
    file = redline(old, new, "甲", "2026-11-26T08:00:00Z")
    for read, version in ((accepted, new), (rejected, old)):
        expected = accepted(built(version))
        assert texts(read(file)) == texts(expected), done
        assert read(file) == expected, done
    assert not faults(file), done
