"""Where the text of a short PDF begins and ends: neither 版记, red head, tables nor captions tell, text alone does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from planforge.inspect.pdf_reader import read_pdf
from tests.unit.inspect.printed import CHARACTER, LINE, PT, Ruled, Set, Things, conforming, pdf_of
from tests.unit.inspect.test_pdf import inspected, moved
from tests.unit.inspect.told import failed

_LONG = "现将有关文件印发给你们请结合实际认真贯彻"
"""Twenty characters: as many as a line needs to be a long one."""


def short(words: str = "现印发给你们。") -> Things:
    """Return a notice of one line; the imprint stands on its second page, as the longest lines of all."""
    things = {
        name: replace(thing, page=min(thing.page, 2))
        for name, thing in conforming().items()
        if not name.startswith(("first", "second", "heading", "page", "last", "number-3", "number-4"))
    }
    things["body"] = Set(1, 28 + 2 * CHARACTER, 175 + LINE, words)
    for at, name in enumerate(("signature", "date", "remark")):
        closing: Any = things[name]
        things[name] = replace(closing, page=1, base=175 + (4 + at) * LINE)
    return things


def _tabled(things: Things) -> None:
    """Put a table on the second page: more long lines than all others, between rules that reach over the margins."""
    for at in range(12):
        things[f"row-{at}"] = Set(2, 22, 50 + at * LINE, _LONG, spacing=0)
    for x in (20, 190):
        things[f"side-{x}"] = Ruled(2, x, 40, 12 * LINE, width=0.2)


def _ruled_table(things: Things) -> None:
    """Put a table without vertical rules there."""
    _tabled(things)
    for x, at in ((20, 0), (190, 12)):
        things[f"side-{x}"] = Ruled(2, 20, 40 + at * LINE, 0.3, width=170)


def _captioned(things: Things) -> None:
    """Give it many captions, which are smaller than the text and stand in the middle."""
    for at in range(12):
        things[f"caption-{at}"] = Set(2, 106 - 140 * PT, 50 + at * LINE, _LONG, size=14, spacing=0)


WORDS = ["现印发给你们。", f"{_LONG}。"]


@pytest.mark.parametrize("words", WORDS)
def test_a_short_notice_passes(words: str, faces: Path, tmp_path: Path) -> None:
    assert failed(inspected(short(words), faces, tmp_path)) == set()


@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize("add", [_tabled, _ruled_table, _captioned])
def test_lines_that_are_no_text_do_not_tell(words: str, add: Callable[[Things], None], faces: Path) -> None:
    things = short(words)
    add(things)
    odd, even = read_pdf("short", pdf_of(things, faces)).edges
    assert odd == even == pytest.approx((28, 184), abs=0.1)


def test_a_document_of_indented_lines_begins_before_them(faces: Path, tmp_path: Path) -> None:
    """Recipients that are indented like the text are told, though no line is flush."""
    things = short()
    moved("recipients", dx=2 * CHARACTER)(things)
    assert failed(inspected(things, faces, tmp_path)) == {"7.3.2-a"}


@pytest.mark.parametrize("margin", [25.0, 31.7])
def test_short_text_has_its_own_margin(margin: float, faces: Path) -> None:
    """With the recipients flush as without: first lines stand two characters behind the edge."""
    things = short()
    moved("*", dx=margin - 28)(things)
    assert read_pdf("short", pdf_of(things, faces)).edges[0][0] == pytest.approx(margin, abs=0.1)
    del things["recipients"]
    assert read_pdf("short", pdf_of(things, faces)).edges[0][0] == pytest.approx(margin, abs=0.1)
