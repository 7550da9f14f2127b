"""Another engine as a judge, where python-redlines with docxodus is installed (it is no dependency; skipped elsewhere).

It accepts the changes of what it compares: against the new version it must find nothing left.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from planforge.review.redline.document import redline
from tests.unit.review.redline.edits import edited
from tests.unit.review.redline.test_redline import built, original, side
from tests.unit.review.redline.tracked import accepted, rejected


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The engine; it unpacks its program into a folder of this test."""
    engines = pytest.importorskip("python_redlines.engines", reason="python-redlines is not installed")
    try:
        return engines.DocxodusEngine(target_path=str(tmp_path_factory.mktemp("docxodus")))
    except engines.EngineNotInstalledError as error:
        pytest.skip(str(error))


@pytest.mark.parametrize(("example", "seed"), [("starter", 1), ("starter", 3), ("panjin-2018", 5), ("panjin-145", 1)])
def test_an_accepted_redline_is_the_new_version(example: str, seed: int, tmp_path: Path, engine: Any) -> None:
    """Nothing is left to tell between them; and this test can fail: old and new differ."""
    old, new = original(example), side(edited(example, seed, tmp_path)[0])
    assert _revisions(engine, redline(old, new, "甲"), built(new)) == 0
    assert _revisions(engine, built(old), built(new)) > 0


def test_the_reader_of_these_tests_reads_other_redlines(tmp_path: Path, engine: Any) -> None:
    """The engine's own redline, accepted and rejected by the reader, has the texts of both versions."""
    old, new = built(original("panjin-2018")), built(side(edited("panjin-2018", 5, tmp_path)[0]))
    theirs, _, _ = engine.run_redline("甲", old, new)
    for got, expected in ((accepted(theirs), accepted(new)), (rejected(theirs), accepted(old))):
        assert [line.text for line in got if line.text] == [line.text for line in expected if line.text]


def _revisions(engine: Any, one: bytes, two: bytes) -> int:
    _, told, _ = engine.run_redline("甲", one, two)
    found = re.search(r"(\d+) revision", told or "")
    assert found is not None, told
    return int(found[1])
