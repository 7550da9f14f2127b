"""The scripted reviews of cases.yaml: every edit lands in the right scalar, and nothing else of the plan changes."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from planforge.review.returned.outcome import OPEN, Outcome
from tests.unit.review.returned.desk import play

_CASES: list[dict[str, Any]] = YAML(typ="safe").load(Path(__file__).with_name("cases.yaml"))
_OPTIONS = ("ours", "accept", "figures")


def _name(case: dict[str, Any]) -> str:
    return str(case["name"])


def test_there_are_enough_of_them() -> None:
    assert len(_CASES) >= 50
    assert len({case["name"] for case in _CASES}) == len(_CASES)


@pytest.mark.parametrize("case", [case for case in _CASES if not case.get("libreoffice")], ids=_name)
def test_review(case: dict[str, Any], tmp_path: Path) -> None:
    _check(case, tmp_path)


@pytest.mark.parametrize("case", [case for case in _CASES if case.get("libreoffice")], ids=_name)
def test_review_saved_by_libreoffice(case: dict[str, Any], tmp_path: Path, soffice: str) -> None:
    _check(case, tmp_path, soffice=soffice)


def _open(outcome: Outcome) -> Counter[tuple[str, str]]:
    return Counter((item.kind.value, item.new) for item in outcome.items if item.status in OPEN)


def _check(case: dict[str, Any], folder: Path, **options: Any) -> None:
    played = play(folder, case["do"], **{key: case[key] for key in _OPTIONS if key in case}, **options)
    assert {status.value: count for status, count in played.outcome.counts().items()} == case["outcome"]
    assert played.diff == case.get("yaml", [])
    assert (played.rebuilt == played.wanted) == case.get("same", True)
    assert not played.diff_again
    open_once, open_twice = (_open(outcome) for outcome in (played.outcome, played.again))
    assert open_twice <= open_once
    assert all(item.reason for item in played.outcome.items if item.status.value in ("unplaced", "conflict"))
