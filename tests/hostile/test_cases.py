"""The cases in `cases/`: each input through `lint`, `build`, `facts` and `diff`.

Exit code and message are those of the case; a code alone means that only the code is asked for. Whatever happens,
nothing in the input folder changes, and a build that fails leaves what an earlier one had written.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from tests.hostile.command import MIB, Done, Limits, assert_well_behaved, run
from tests.hostile.folder import GOOD_PLAN, lay_out, state

_CASES = Path(__file__).parent / "cases"
_COMMANDS = ("lint", "build", "facts", "diff")


def _load() -> list[tuple[str, dict[str, Any]]]:
    reader = YAML(typ="safe", pure=True)
    return [
        (f"{file.stem}-{case['name']}", case)
        for file in sorted(_CASES.glob("*.yaml"))
        for case in reader.load(file.read_text(encoding="utf-8"))
    ]


ALL = _load()


def _expected(case: dict[str, Any]) -> list[tuple[str, int, list[str]]]:
    """Return (command, exit code, words it must say) for each command of a case; `all` is for those not named."""
    found = []
    for command in _COMMANDS:
        wanted = case.get(command, case.get("all"))
        if wanted is not None:
            code, *words = wanted if isinstance(wanted, list) else [wanted]
            found.append((command, code, words))
    return found


def _run(command: str, case: dict[str, Any], folder: Path) -> Done:
    target = str(case.get("target", "plan"))
    limits = Limits(memory=case.get("megabytes", 768) * MIB)
    options = [str(option) for option in case.get("with", {}).get(command, [])]
    if command == "build":
        options += ["-o", "out", "--to", case.get("to", "docx,html")]
    elif command == "diff":
        (folder / "good.yaml").write_text(GOOD_PLAN, encoding="utf-8")
        return run(["diff", target, "good.yaml", *options], folder, limits)
    return run([command, target, *options], folder, limits)


@pytest.mark.parametrize("case", [pytest.param(case, id=name) for name, case in ALL])
def test_hostile_input(case: dict[str, Any], tmp_path: Path) -> None:
    lay_out(tmp_path, case)
    out = tmp_path / "out"
    out.mkdir()
    for suffix in ("docx", "html"):
        (out / f"plan.{suffix}").write_text("earlier", encoding="utf-8")
    before, earlier = state(tmp_path / "plan"), state(out)
    for command, code, words in _expected(case):
        done = _run(command, case, tmp_path)
        assert_well_behaved(done)
        assert done.code == code, (command, done)
        assert [word for word in words if word not in done.told] == [], (command, done)
        assert "机密内容" not in done.told
        assert done.seconds < case.get("seconds", 8), (command, done.seconds)
        if command == "build":
            assert (state(out) == earlier) == (code != 0), (command, done)
            assert not list(out.glob("*.tmp"))
    assert state(tmp_path / "plan") == before


def test_there_are_enough_cases() -> None:
    assert len(ALL) >= 100
    assert all(_expected(case) for _, case in ALL)
