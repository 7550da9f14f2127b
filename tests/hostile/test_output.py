"""Where output goes wrong: no room, no right to write, a signal, two builds at once, a reader that has gone."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path
from typing import Any

import pytest

from tests.hostile.command import Limits, Running, assert_well_behaved, run
from tests.hostile.folder import GOOD_PLAN, state

_BUILD = ["build", "plan", "-o", "out", "--to", "docx,html"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a good plan and the files of an earlier build."""
    (tmp_path / "plan").mkdir()
    (tmp_path / "plan" / "plan.yaml").write_text(GOOD_PLAN, encoding="utf-8")
    (tmp_path / "out").mkdir()
    for suffix in ("docx", "html"):
        (tmp_path / "out" / f"plan.{suffix}").write_text("earlier", encoding="utf-8")
    return tmp_path


def _assert_earlier(folder: Path) -> None:
    assert sorted(path.name for path in (folder / "out").iterdir()) == ["plan.docx", "plan.html"]
    assert {path.read_text(encoding="utf-8") for path in (folder / "out").iterdir()} == {"earlier"}


def test_a_full_disk_leaves_the_earlier_files(folder: Path) -> None:
    """No file may grow beyond a few kilobytes: that is what a full disk does to whoever writes."""
    done = run(_BUILD, folder, Limits(file_size=2000))
    assert_well_behaved(done)
    assert done.code == 2
    assert "plan.docx”无法写入：文件超出了系统允许的大小" in done.err
    _assert_earlier(folder)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("command", [["lint", "plan"], ["facts", "plan"], ["schema"], ["rules"], ["--help"]])
def test_output_that_cannot_be_written_is_told(command: list[str], folder: Path) -> None:
    def full() -> None:
        os.dup2(os.open("/dev/full", os.O_WRONLY), 1)

    done = Running(command, folder, before=full).wait()
    assert done.code == 2, done
    assert "Traceback" not in done.err
    assert "磁盘已满" in done.err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("command", [["lint", "plan"], ["facts", "plan"], ["diff", "plan", "plan"]])
def test_a_device_is_written_to_and_not_replaced(command: list[str], folder: Path) -> None:
    """A file put in the place of a device would break every other program that uses it."""
    for device, code, told in (("/dev/full", 2, "磁盘已满"), ("/dev/null", 0, "已写出")):
        link = folder / Path(device).name
        link.symlink_to(device)
        done = run([*command, "-o", link.name], folder)
        assert_well_behaved(done)
        assert (done.code, told in done.told) == (code, True), done
        assert link.readlink() == Path(device)


@pytest.mark.parametrize("command", [["lint", "plan"], ["schema"], _BUILD])
def test_closed_output_is_no_reason_to_fail(command: list[str], folder: Path) -> None:
    """Who starts us without standard output still gets the exit code."""

    def closed() -> None:
        os.close(1)

    done = Running(command, folder, before=closed).wait()
    assert done.code == 0, done
    assert "Traceback" not in done.err


def test_a_reader_that_has_gone_ends_us_quietly(folder: Path) -> None:
    """`planforge schema | head`: the pipe is closed before anything is written."""

    def broken() -> None:
        reading, writing = os.pipe()
        os.dup2(writing, 1)
        os.close(reading)

    done = Running(["schema"], folder, before=broken).wait()
    assert done.code == 141
    assert done.err == ""


def test_a_folder_without_the_right_to_write_is_told(folder: Path) -> None:
    (folder / "out").chmod(0o555)
    done = run(_BUILD, folder, Limits(rights=False))
    assert_well_behaved(done)
    assert done.code == 2
    assert "没有权限" in done.err
    _assert_earlier(folder)


@pytest.mark.parametrize("command", ["lint", "build", "facts"])
def test_a_plan_without_the_right_to_read_is_told(command: str, folder: Path) -> None:
    (folder / "plan" / "plan.yaml").chmod(0)
    done = run([command, "plan"], folder, Limits(rights=False))
    assert_well_behaved(done)
    assert done.code == 2
    assert "没有读取权限" in done.err


@pytest.mark.parametrize(
    "out", ["plan/plan.yaml", "plan/plan.yaml/deeper", "/dev/null", "/dev/null/deeper", "/proc/nowhere", "长" * 300]
)
def test_an_output_folder_that_cannot_be_one(out: str, folder: Path) -> None:
    done = run([*_BUILD, "-o", out], folder)
    assert_well_behaved(done)
    assert done.code == 2
    assert "无法写入" in done.err
    assert (folder / "plan" / "plan.yaml").read_text(encoding="utf-8") == GOOD_PLAN


def test_a_folder_where_a_file_should_be_written(folder: Path) -> None:
    """One of the files cannot be replaced: then the other is not, either."""
    (folder / "out" / "plan.html").unlink()
    (folder / "out" / "plan.html").mkdir()
    before = state(folder)
    done = run(_BUILD, folder)
    assert_well_behaved(done)
    assert done.code == 2
    assert state(folder) == before


def test_one_folder_and_two_builds_at_once(folder: Path) -> None:
    """Both end well, and what is there is one of the two, whole."""
    alone = folder / "alone"
    assert run(["build", "plan", "-o", "alone", "--to", "docx,html"], folder).code == 0
    both = [Running(_BUILD, folder) for _ in range(4)]
    for running in both:
        done = running.wait()
        assert_well_behaved(done)
        assert done.code == 0
    assert {path.name: path.read_bytes() for path in (folder / "out").iterdir()} == {
        path.name: path.read_bytes() for path in alone.iterdir()
    }


def _while_fsync(folder: Path, number: signal.Signals, command: list[str]) -> Running:
    """Start a command that stops for a moment in the midst of writing, and send it a signal there."""
    mark = folder / "writing"

    def slow() -> None:
        real = os.fsync

        def fsync(descriptor: Any) -> None:
            real(descriptor)
            mark.touch()
            time.sleep(5)

        setattr(os, "fsync", fsync)  # noqa: B010 - in the child alone, and without a quarrel about its type

    running = Running(command, folder, before=slow)
    patience = time.monotonic() + 60
    while not mark.exists() and time.monotonic() < patience:
        time.sleep(0.01)
    mark.unlink()
    running.signal(number)
    return running


def test_ctrl_c_in_the_midst_of_writing_leaves_the_earlier_files(folder: Path) -> None:
    done = _while_fsync(folder, signal.SIGINT, _BUILD).wait()
    assert (done.code, done.out) == (130, "")
    assert done.err == "planforge：已中断，已有的文件没有改动。\n"
    _assert_earlier(folder)


def test_a_terminated_build_leaves_the_earlier_files(folder: Path) -> None:
    """SIGTERM, as a container or a CI job sends it: as for Ctrl-C, nothing is left lying about."""
    done = _while_fsync(folder, signal.SIGTERM, _BUILD).wait()
    assert (done.code, done.out) == (143, "")
    assert done.err == "planforge：已中断，已有的文件没有改动。\n"
    _assert_earlier(folder)


def test_ctrl_c_while_a_plan_is_mended_leaves_the_plan(folder: Path) -> None:
    plan = folder / "plan" / "plan.yaml"
    plan.write_text(GOOD_PLAN.replace("完善政策体系", "根据某委办发[2017]69号"), encoding="utf-8")
    before = state(folder / "plan")
    done = _while_fsync(folder, signal.SIGINT, ["lint", "plan", "--fix"]).wait()
    assert done.code == 130
    assert state(folder / "plan") == before
