"""Expressions kept between runs are those that `re` makes, and a file that is damaged or not ours costs only time."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planforge import compiled
from planforge.compiled import Parts, Store, parts_of

SOURCES = (r"\d+(?:\.\d+)?", "(?P<year>20\\d\\d)年|(规划)(?=期)", r"(?i)a[^，；]{0,6}?(b)\1?", "[\u4e00-\u9fff]++", "")


def _store(folder: Path) -> Store:
    return Store(folder / "kept" / "expressions")


def _filled(folder: Path) -> Path:
    store = _store(folder)
    for source in SOURCES:
        store.compiled(source, 0)
    store.save()
    return folder / "kept" / "expressions"


def test_what_was_kept_is_what_re_makes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _filled(tmp_path)
    monkeypatch.setattr(compiled, "parts_of", lambda source, flags: pytest.fail(f"{source} was compiled anew"))
    again = _store(tmp_path)
    assert [again.compiled(source, 0) for source in SOURCES] == [re.compile(source) for source in SOURCES]


@given(st.sampled_from(SOURCES), st.sampled_from((0, re.IGNORECASE, re.MULTILINE | re.DOTALL)))
def test_flags_make_another_expression(source: str, flags: int) -> None:
    parts = parts_of(source, int(flags))
    assert parts is not None
    assert parts.expression(source) == re.compile(source, flags)


def test_a_fault_is_told_as_re_tells_it(tmp_path: Path) -> None:
    with pytest.raises(re.error):
        _store(tmp_path).compiled("(", 0)


@pytest.mark.parametrize("harm", [lambda data: data[:-5], lambda data: b"x" + data[1:], lambda data: b"", bytes.upper])
def test_a_damaged_file_is_passed_over_and_written_anew(tmp_path: Path, harm: object) -> None:
    path = _filled(tmp_path)
    whole = path.read_bytes()
    path.write_bytes(harm(whole))  # type: ignore[operator]
    _filled(tmp_path)
    assert path.read_bytes() == whole


def test_code_that_the_engine_refuses_is_compiled_as_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sound = parts_of("a", 0)
    assert sound is not None
    monkeypatch.setattr(compiled, "parts_of", lambda source, flags: Parts(sound.flags, sound.code[:-2], {}, 0))
    assert _store(tmp_path).compiled("a", 0) == re.compile("a")


def test_a_python_with_other_insides_compiles_as_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled, "import_module", lambda name: object())
    assert parts_of("a", 0) is None
    assert _store(tmp_path).compiled("a", 0) == re.compile("a")


def test_a_folder_that_cannot_be_written_is_no_reason_to_stop(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("a file stands where the folder would", encoding="utf-8")
    store = _store(tmp_path)
    assert store.compiled("a", 0).search("ba")
    store.save()
    assert (tmp_path / "kept").is_file()


def test_the_file_does_not_grow_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled, "MOST", 3)
    _filled(tmp_path)
    store = _store(tmp_path)
    store.compiled("new", 0)
    store.save()
    last = Store(tmp_path / "kept" / "expressions")
    monkeypatch.setattr(compiled, "parts_of", lambda source, flags: None)
    assert last.compiled("new", 0) == re.compile("new")
    assert len((tmp_path / "kept" / "expressions").read_bytes()) < 200


def test_the_second_run_of_the_program_compiles_nothing_anew(tmp_path: Path) -> None:
    told = (
        "import re, planforge.compiled as c; made = c.parts_of\n"
        "c.parts_of = lambda *a: print(a[0]) or made(*a)\n"
        "from planforge.patterns import expression; expression('规划+').search('规划划')"
    )
    command = [sys.executable, "-c", told]
    first, second = (
        subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True).stdout for _ in range(2)
    )
    assert (first.strip(), second) == ("规划+", "")
