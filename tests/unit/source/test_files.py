"""A file is replaced whole or not at all."""

from __future__ import annotations

import errno
import os
import signal
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from planforge.errors import SourceError
from planforge.source.files import write_atomic, write_edited, write_together


def test_a_file_is_replaced_and_keeps_its_mode(tmp_path: Path) -> None:
    """The new bytes are there, the mode is the old one, and nothing is left over."""
    target = tmp_path / "a.docx"
    target.write_bytes(b"old")
    target.chmod(0o640)
    write_atomic(target, b"new")
    assert target.read_bytes() == b"new"
    assert target.stat().st_mode & 0o777 == 0o640
    assert [path.name for path in tmp_path.iterdir()] == ["a.docx"]


def test_folders_are_made(tmp_path: Path) -> None:
    """The folders above are made when they are missing."""
    write_atomic(tmp_path / "x" / "y" / "a.txt", b"new")
    assert (tmp_path / "x" / "y" / "a.txt").read_bytes() == b"new"


def test_a_failed_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk gives one message; the last good file stays and no half of the new one is left."""
    target = tmp_path / "a.docx"
    target.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(SourceError, match="磁盘已满"):
        write_atomic(target, b"new")
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.docx"]


def test_a_file_where_a_folder_should_be_is_told(tmp_path: Path) -> None:
    """The path leads through a file."""
    (tmp_path / "out").write_bytes(b"")
    with pytest.raises(SourceError, match="无法写入"):
        write_atomic(tmp_path / "out" / "a.docx", b"new")


def test_of_several_files_none_is_replaced_unless_all_can_be(tmp_path: Path) -> None:
    """The second file cannot be written: the first is still the old one, and nothing is left over."""
    first, folder = tmp_path / "a.docx", tmp_path / "b.docx"
    first.write_bytes(b"old")
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(SourceError, match="是文件，不是文件夹"):
        write_together([(first, b"new"), (tmp_path / "file" / folder.name, b"new")])
    assert first.read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.docx", "file"]


def _second_fails(monkeypatch: pytest.MonkeyPatch, then: Callable[[], None]) -> None:
    """Let `then` happen where the second new file takes its place."""
    replace, calls = Path.replace, 0

    def counted(self: Path, target: Path) -> Path:
        nonlocal calls
        calls += 1
        if calls == 2:
            then()
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", counted)


def test_what_was_replaced_is_put_back_when_a_later_one_cannot_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another program holds the second file: the first is the old one again, a new third is not left behind."""
    files = [tmp_path / name for name in ("new.docx", "a.docx", "b.docx")]
    for old in files[1:]:
        old.write_bytes(b"old")

    def busy() -> None:
        raise PermissionError(errno.EACCES, "busy")

    _second_fails(monkeypatch, busy)
    with pytest.raises(SourceError, match="没有权限"):
        write_together([(path, b"new") for path in files])
    assert sorted((path.name, path.read_bytes()) for path in tmp_path.iterdir()) == [
        ("a.docx", b"old"),
        ("b.docx", b"old"),
    ]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_waits_until_all_are_replaced(
    number: signal.Signals, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C between two files: both are new, then it acts."""
    files = [tmp_path / name for name in ("a.docx", "b.docx")]
    for old in files:
        old.write_bytes(b"old")
    before = signal.signal(number, signal.default_int_handler)
    _second_fails(monkeypatch, lambda: signal.raise_signal(number))
    try:
        with pytest.raises(KeyboardInterrupt):
            write_together([(path, b"new") for path in files])
        assert signal.getsignal(number) is signal.default_int_handler
    finally:
        signal.signal(number, before)
    assert sorted((path.name, path.read_bytes()) for path in tmp_path.iterdir()) == [
        ("a.docx", b"new"),
        ("b.docx", b"new"),
    ]


def test_in_another_thread_files_are_written_as_well(tmp_path: Path) -> None:
    """Only the main thread may hold signals back."""
    worker = threading.Thread(target=write_atomic, args=(tmp_path / "a.docx", b"new"))
    worker.start()
    worker.join()
    assert (tmp_path / "a.docx").read_bytes() == b"new"


def test_a_link_is_replaced_and_its_target_stays(tmp_path: Path) -> None:
    """What the link led to may not be ours."""
    (tmp_path / "there.docx").write_bytes(b"theirs")
    (tmp_path / "a.docx").symlink_to("there.docx")
    write_atomic(tmp_path / "a.docx", b"new")
    assert (tmp_path / "there.docx").read_bytes() == b"theirs"
    assert not (tmp_path / "a.docx").is_symlink()


def test_an_edited_link_leads_to_the_edited_file(tmp_path: Path) -> None:
    """What was read through the link is the user's own, and stays one file under two names."""
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "01.yaml").write_bytes(b"old")
    (tmp_path / "01.yaml").symlink_to("parts/01.yaml")
    (tmp_path / "02.yaml").write_bytes(b"old")
    write_edited([(tmp_path / "01.yaml", b"new"), (tmp_path / "02.yaml", b"new")])
    assert (tmp_path / "01.yaml").readlink() == Path("parts/01.yaml")
    assert (tmp_path / "parts" / "01.yaml").read_bytes() == (tmp_path / "02.yaml").read_bytes() == b"new"
    assert [path.name for path in (tmp_path / "parts").iterdir()] == ["01.yaml"]


def test_the_longest_name_the_disk_takes_is_written(tmp_path: Path) -> None:
    """The passing file beside it has a short name of its own."""
    target = tmp_path / f"{'规' * 83}.docx"
    write_atomic(target, b"new")
    assert target.read_bytes() == b"new"
