"""Expressions kept between runs are those that `re` makes, and a file that is damaged or not ours costs only time."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from array import array
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planforge import compiled
from planforge.caches import cache_folder, keep
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
def test_a_damaged_file_is_passed_over_and_written_anew(tmp_path: Path, harm: Callable[[bytes], bytes]) -> None:
    path = _filled(tmp_path)
    whole = path.read_bytes()
    path.write_bytes(harm(whole))
    _filled(tmp_path)
    assert path.read_bytes() == whole


def _forged(path: Path, head: object, code: array[int]) -> None:
    """Write a file whose check sum is right."""
    body = json.dumps(head).encode("ascii") + b"\n" + code.tobytes()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(compiled._sum(body) + body)


def _parts(source: str) -> Parts:
    parts = parts_of(source, 0)
    assert parts is not None
    return parts


_SOUND = _parts("(?P<year>a)")
_LONG = len(_SOUND.code)


@pytest.mark.parametrize(
    "entry",
    [
        ["(?P<year>a)", 0, _SOUND.flags, {"year": 1}, 10**15, _LONG],
        ["(?P<year>a)", 0, _SOUND.flags, {"year": 1}, -1, _LONG],
        ["(?P<year>a)", 0, _SOUND.flags, {"year": 1}, 1.5, _LONG],
        ["(?P<year>a)", 0, _SOUND.flags, {"year": 7}, 1, _LONG],
        ["(?P<year>a)", 0, _SOUND.flags, ["year"], 1, _LONG],
        ["(?P<year>a)", 0, _SOUND.flags, None, 1, _LONG],
        ["(?P<year>a)", 0, _SOUND.flags, {"year": 1}, 1, -_LONG],
        ["(?P<year>a)", 0, _SOUND.flags, {"year": 1}, 1, 10**9],
        ["(?P<year>a)", 0, "flags", {"year": 1}, 1, _LONG],
        ["(?P<year>a)", 0, 2**80, {"year": 1}, 1, _LONG],
        [["(?P<year>a)"], 0, _SOUND.flags, {"year": 1}, 1, _LONG],
        [],
        None,
    ],
)
def test_a_file_that_tells_nonsense_is_no_reason_to_stop(tmp_path: Path, entry: object) -> None:
    path = tmp_path / "kept" / "expressions"
    _forged(path, [entry], _SOUND.code)
    assert _store(tmp_path).compiled("(?P<year>a)", 0) == re.compile("(?P<year>a)")


def test_lengths_that_run_backwards_put_no_code_under_another_source(tmp_path: Path) -> None:
    other = _parts("b")
    flags = other.flags
    head = [
        ["b", 0, flags, {}, 0, len(other.code)],
        ["x", 0, flags, {}, 0, -len(other.code)],
        ["a", 0, flags, {}, 0, 8],
    ]
    _forged(tmp_path / "kept" / "expressions", head, other.code)
    assert _store(tmp_path).compiled("a", 0).match("a")


@pytest.mark.parametrize("head", ["[" * 100_000, "{}", "7", '{"a": 1}', "null"])
def test_a_head_that_is_no_list_is_passed_over(tmp_path: Path, head: str) -> None:
    path = _filled(tmp_path)
    body = head.encode("ascii") + b"\n"
    path.write_bytes(compiled._sum(body) + body)
    assert _store(tmp_path).compiled("a", 0) == re.compile("a")


def test_what_another_build_of_python_kept_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as earlier:
        earlier.setattr(sys, "version", "3.11.0 of another day")
        _filled(tmp_path)
    monkeypatch.setattr(compiled, "parts_of", lambda source, flags: _parts("made anew"))
    assert _store(tmp_path).compiled(SOURCES[0], 0).match("made anew")


def test_what_is_no_file_of_ours_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = _filled(tmp_path)
    monkeypatch.setattr(compiled, "MOST_BYTES", 8)
    monkeypatch.setattr(Path, "read_bytes", lambda path: pytest.fail(f"{path.name} was read"))
    assert _store(tmp_path).compiled("a", 0) == re.compile("a")
    path.unlink()
    path.mkdir()
    assert _store(tmp_path).compiled("a", 0) == re.compile("a")


def test_a_user_without_a_home_has_no_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr("os.path.expanduser", lambda path: path)  # what it does where there is none
    with pytest.raises(OSError, match="planforge"):
        keep(cache_folder("expressions") / "kept", b"")


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
