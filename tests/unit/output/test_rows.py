"""JSON written a row a line says what JSON written at once says."""

from __future__ import annotations

import json

import pytest

from planforge.output.rows import json_of_rows

_DATA = {"version": 1, "facts": [{"text": "“上云企业”1850家", "related": [{"line": 3}], "time": None}, {}], "none": []}


@pytest.mark.parametrize("ascii_only", [False, True])
def test_rows_are_the_same_data(ascii_only: bool) -> None:
    text = json_of_rows(_DATA, ascii_only)
    assert json.loads(text) == _DATA
    assert text.isascii() == ascii_only


def test_each_row_stands_on_a_line_of_its_own() -> None:
    lines = json_of_rows(_DATA, ascii_only=False).splitlines()
    assert [json.loads(line.strip().rstrip(",")) for line in lines[3:5]] == _DATA["facts"]
