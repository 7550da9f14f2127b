"""版记 (7.4) that fills more than its page: right ones pass, a fault is told by its clause."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from planforge.inspect.outcome import Status
from tests.unit.inspect.printed import PT, Ruled, Set, Things, conforming
from tests.unit.inspect.test_pdf import gone, inspected, moved
from tests.unit.inspect.told import failed

Change = Callable[[Things], None]
_STEP, _LEFT = 22 * PT, 28 + 14 * PT
_ORGANS = "海东市科技局，海东市教育局，海东财政局，海东统计局，"


def _number(page: int) -> Set:
    x = 184 - 5.54 - 3.165 * 14 * PT if page % 2 else 28 + 5.54
    return Set(page, x, 269 + 0.3 * 14 * PT, f"—\xa0{page}\xa0—", "song", 14, spacing=0)


def on_two_pages(above: int = 27) -> Things:
    """Return pages of which the last two hold 版记; on the last one so many lines stand above those of the printing."""
    things = conforming()
    moved("imprint-*", "printed*", page=6)(things)
    gone("imprint-first", "copies", "copies-2")(things)
    things["imprint-first"] = Ruled(5, 28, 212, 0.35)
    things |= {f"number-{page}": _number(page) for page in (5, 6)}
    label, hanging = Set(5, _LEFT, 218, "抄送：" + _ORGANS, size=14, spacing=0), _LEFT + 3 * 14 * PT
    things["copies-0"] = label
    for at in range(1, 6):
        things[f"copies-{at}"] = Set(5, hanging, 218 + at * _STEP, _ORGANS, size=14, spacing=0)
    for at in range(above):
        text = _ORGANS if at < above - 1 else _ORGANS[:-1] + "。"
        things[f"copies-more-{at}"] = Set(6, hanging, 250 - (above - 1 - at) * _STEP, text, size=14, spacing=0)
    return things


def _closed(things: Things) -> None:
    """Draw the rules with which Word and others close a row that the end of a page cuts."""
    things["cut-below"] = Ruled(5, 28, 262, 0.35)
    things["cut-above"] = Ruled(6, 28, 37, 0.35)


FAULTS: dict[str, tuple[Change, set[str]]] = {
    "none": (lambda things: None, set()),
    "rows closed where they are cut": (_closed, set()),
    "rule left out": (gone("imprint-first", "imprint-middle"), {"7.4.1-b", "7.4.1-d"}),
    "thin last rule": (moved("imprint-last", thick=0.2, dy=0.1), {"7.4.1-b"}),
    "thick rule between": (moved("imprint-middle", thick=0.5), {"7.4.1-c"}),
    "too high": (moved("imprint-last", "imprint-middle", "printed*", "copies-more-*", dy=-6), {"7.4.1-d"}),
    "printing line left out": (gone("printed", "printed-on", "imprint-middle"), set()),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_one_of_two_pages(fault: str, faces: Path, tmp_path: Path) -> None:
    change, clauses = FAULTS[fault]
    things = on_two_pages()
    change(things)
    report = inspected(things, faces, tmp_path)
    assert failed(report) == clauses
    assert report.results["7.4.1-e"].measured == "在第5～6页，共 6 页"
    assert report.results["7.4.2-c"].status is Status.HOLDS


def test_one_that_leaves_its_last_page_empty_had_room_there(faces: Path, tmp_path: Path) -> None:
    assert failed(inspected(on_two_pages(above=4), faces, tmp_path)) == {"7.4.1-e"}
