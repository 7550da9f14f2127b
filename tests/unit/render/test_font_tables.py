"""Tables of fonts read as rows of numbers say what fontTools says of them; what is of another shape is left to it."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable
from hypothesis import given
from hypothesis import strategies as st

from planforge.render.font_tables import _operand, glyphs_by_code, short_outlines
from planforge.render.fonts import FontSet

_GLYPHS = 400
_BASIC, _ALL = st.integers(0, 0xFFFE), st.integers(0, 0x10FFFF)


class _Named:
    """A font whose glyphs are named by their numbers."""

    def getGlyphName(self, glyph: int) -> str:  # noqa: N802 - called by fontTools
        return str(glyph)

    def getGlyphID(self, name: str) -> int:  # noqa: N802
        return int(name)

    def getReverseGlyphMap(self) -> dict[str, int]:  # noqa: N802
        return {str(number): number for number in range(_GLYPHS)}

    def getGlyphOrder(self) -> list[str]:  # noqa: N802
        return [str(number) for number in range(_GLYPHS)]


def _table(form: int, found: dict[int, int], platform: int = 3, encoding: int = 1) -> bytes:
    subtable = CmapSubtable.newSubtable(form)
    subtable.platformID, subtable.platEncID, subtable.language = platform, encoding, 0
    subtable.cmap = {code: str(glyph) for code, glyph in found.items()}
    table: Any = newTable("cmap")
    table.tableVersion, table.tables = 0, [subtable]
    compiled: bytes = table.compile(_Named())
    return compiled


@given(st.dictionaries(_BASIC, st.integers(1, _GLYPHS - 1), min_size=1))
def test_segments_are_read_as_they_were_written(found: dict[int, int]) -> None:
    assert glyphs_by_code(_table(4, found)) == found


@given(st.integers(0, 0xFF00), st.lists(st.integers(1, _GLYPHS - 1), min_size=1, max_size=200))
def test_a_long_segment_lists_its_glyphs(first: int, glyphs: list[int]) -> None:
    found = dict(enumerate(glyphs, first))
    assert glyphs_by_code(_table(4, found)) == found


@given(st.dictionaries(_ALL, st.integers(1, _GLYPHS - 1), min_size=1))
def test_groups_are_read_as_they_were_written(found: dict[int, int]) -> None:
    assert glyphs_by_code(_table(12, found, encoding=10)) == found


@pytest.mark.parametrize("harm", [lambda data: data[:-1], lambda data: data[:9], lambda data: b""])
def test_a_damaged_table_raises_nothing(harm: Any) -> None:
    told = glyphs_by_code(harm(_table(4, {65: 7, 66: 3, 67: 9})))
    assert told is None or told == {65: 7, 66: 3, 67: 9}


@pytest.mark.parametrize(
    "table",
    [
        _table(6, {65: 7}),
        _table(4, {65: 7}, platform=1, encoding=25),
        _table(12, {65: 7}).replace(b"\0\0\0A", b"\0\xff\xff\xff"),
    ],
    ids=["another format", "no Unicode", "no code point"],
)
def test_a_table_of_another_shape_is_left_to_fonttools(table: bytes) -> None:
    assert glyphs_by_code(table) is None


@pytest.mark.parametrize("least", [9, 60, 200])
def test_fonts_of_this_machine_are_read_as_fonttools_reads_them(fonts: FontSet, least: int) -> None:
    for path in {face.path for face in fonts.all_faces()}:
        font, written = (TTFont(path, fontNumber=0, lazy=True) for _ in range(2))
        numbers = font.getReverseGlyphMap()
        best = font.getBestCmap()
        assert glyphs_by_code(written.getTableData("cmap")) == {code: numbers[name] for code, name in best.items()}, (
            path
        )
        if "CFF " in font:
            places = font["CFF "].cff.topDictIndex[0].CharStrings.charStringsIndex.offsets
            short = frozenset(number for number, (one, two) in enumerate(pairwise(places)) if two - one < least)
            assert short_outlines(written.getTableData("CFF "), least) == short, path


@pytest.mark.parametrize("table", [b"", b"\1\0\4\1", b"\1\0\4\1\0\0\0\0\0\0", b"\xff" * 40])
def test_outlines_of_another_shape_are_left_to_fonttools(table: bytes) -> None:
    assert short_outlines(table, 9) is None


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("8b 11", 0),
        ("ef 11", 100),
        ("27 11", -100),
        ("fa7c 11", 1000),
        ("fe7c 11", -1000),
        ("1c2710 11", 10000),
        ("1cd8f0 11", -10000),
        ("1d000186a0 11", 100000),
        ("8b 0c07 1d000186a0 11", 100000),
        ("1e0a140541c3ff 0c08 8c 0f 8d 11", 2),
    ],
)
def test_numbers_of_a_dictionary(written: str, number: int) -> None:
    """The numbers are those of Technical Note 5176, table 3 and 5."""
    assert _operand(bytes.fromhex(written), 17) == (number,)


def test_a_dictionary_without_the_operator_is_of_another_shape() -> None:
    with pytest.raises(ValueError, match="17"):
        _operand(bytes.fromhex("8b 0f"), 17)
