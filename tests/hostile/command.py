"""Runs the real command in a child process under limits: forked from the test, so that it need not start anew."""

from __future__ import annotations

import ctypes
import importlib
import io
import os
import pkgutil
import re
import resource
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from functools import cache
from io import BufferedReader, FileIO, TextIOWrapper
from pathlib import Path
from typing import IO, NoReturn, TextIO

import planforge
from planforge.cli.main import _run

MIB = 1024 * 1024
_PATIENCE = 180
"""Seconds by the clock until a command that does nothing any more is killed."""
EXIT_CODES = frozenset({0, 1, 2, 130, 141, 143})
"""docs/exit-codes.md."""


@dataclass(frozen=True)
class Limits:
    """What a command may use beyond what the test process holds already.

    Attributes:
        seconds: of the processor's time. Generous, for machines differ; it only has to tell “slow” from “never ends”.
        memory: address space in bytes.
        file_size: the largest file it may write, in bytes; None for no bound.
        rights: whether root has more rights than others have.
    """

    seconds: int = 60
    memory: int = 768 * MIB
    file_size: int | None = None
    rights: bool = True


@dataclass(frozen=True)
class Done:
    """How a command ended; `code` is negative when a signal ended it, `seconds` are those of the processor."""

    code: int
    out: str
    err: str
    seconds: float

    @property
    def told(self) -> str:
        """Everything it said."""
        return self.out + self.err


@cache
def warm_up() -> None:
    """Load what the commands load, once, in the test process: children then start with it."""
    for module in pkgutil.walk_packages(planforge.__path__, "planforge."):
        if module.name != "planforge.__main__":
            importlib.import_module(module.name)
    for name in ("docx", "jinja2", "jsonschema"):
        importlib.import_module(name)
    with tempfile.TemporaryDirectory() as folder, redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        plan = Path(folder, "plan.yaml")
        words = "planforge: 1\ntitle: 某市规划\nchapters: [{heading: 任务, body: [{text: 到2025年达到35家。}]}]\n"
        plan.write_text(words, encoding="utf-8")
        for command in ("lint", "facts", "build"):  # fills the tables and expressions that are made when first used
            options = ["-o", folder, "--to", "docx,html"] if command == "build" else []
            _run([command, str(plan), *options])


class Running:
    """A command that has been started in a child process of this one.

    Args:
        arguments: what the user typed behind `planforge`.
        cwd: the folder it is started in.
        limits: what it may use.
        before: called in the child just before the command, e.g. to slow it down.
        given: what it reads on standard input.
        together: whether errors go where the output goes, as with `2>&1`.
    """

    def __init__(
        self,
        arguments: list[str],
        cwd: Path,
        limits: Limits = Limits(),
        before: Callable[[], None] | None = None,
        given: str = "",
        together: bool = False,
    ) -> None:
        self._limits = limits
        self._in, self._out, self._err = (tempfile.TemporaryFile() for _ in range(3))  # noqa: SIM115 - read after its end
        self._in.write(given.encode())
        self._in.seek(0)
        self._start = time.monotonic()
        warm_up()
        sys.stdout.flush()
        sys.stderr.flush()
        self.pid = os.fork()
        if self.pid == 0:
            _child(arguments, cwd, limits, (self._in, self._out, self._out if together else self._err), before)
        self._in.close()

    def signal(self, number: signal.Signals) -> None:
        """Send a signal."""
        os.kill(self.pid, number)

    def wait(self) -> Done:
        """Return how it ended; it is killed when its time is up."""
        ended, status, usage = os.wait4(self.pid, os.WNOHANG)
        while not ended:
            if time.monotonic() - self._start > _PATIENCE:
                self.signal(signal.SIGKILL)
                os.waitpid(self.pid, 0)
                raise AssertionError(f"still there after {_PATIENCE} s")
            time.sleep(0.002)
            ended, status, usage = os.wait4(self.pid, os.WNOHANG)
        seconds = usage.ru_utime + usage.ru_stime
        return Done(os.waitstatus_to_exitcode(status), _content(self._out), _content(self._err), seconds)


def run(arguments: list[str], cwd: Path, limits: Limits = Limits()) -> Done:
    """Run a command to its end."""
    return Running(arguments, cwd, limits).wait()


def assert_well_behaved(done: Done) -> None:
    """Whatever the input was: a documented exit code, no traceback, no defect, one line when it could not run."""
    assert done.code in EXIT_CODES, done
    assert "Traceback" not in done.told
    assert "程序内部出错" not in done.told, done.err
    if done.code == 2:
        assert done.out == "", done.out
        assert len(done.err.splitlines()) == 1, done.err
        assert re.fullmatch(r"planforge：.*[\u4e00-\u9fff].*。", done.err.rstrip("\n")), done.err


def _child(
    arguments: list[str],
    cwd: Path,
    limits: Limits,
    streams: tuple[IO[bytes], ...],
    before: Callable[[], None] | None,
) -> NoReturn:
    code = 3
    sys.settrace(None)  # what is measured here would be lost with the process
    try:
        for number, stream in enumerate(streams):
            os.dup2(stream.fileno(), number)
        if before is not None:
            before()
        sys.stdin = TextIOWrapper(BufferedReader(FileIO(0)), encoding="utf-8")
        sys.stdout, sys.stderr = _stream(1), _stream(2)
        os.chdir(cwd)
        _limit(limits)
        from planforge.cli.main import run as start

        sys.argv = ["planforge", *arguments]
        start()
    except SystemExit as end:
        code = int(end.code or 0)
    except BaseException:  # noqa: BLE001 - what comes up here would be a traceback: it is one for the test to see
        os.write(2, traceback.format_exc().encode())
    finally:
        _flush()
        os._exit(code)


def _stream(number: int) -> TextIO | None:
    """Open standard output or error as Python does when it starts: nothing when it is closed."""
    try:
        os.fstat(number)
    except OSError:
        return None
    return TextIOWrapper(FileIO(number, "w"), encoding="utf-8", write_through=number == 2)


def _limit(limits: Limits) -> None:
    signal.signal(signal.SIGINT, signal.default_int_handler)
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    most = pages * resource.getpagesize() + limits.memory
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.seconds, limits.seconds + 1))
    if limits.file_size is not None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limits.file_size, limits.file_size))
    if not limits.rights:
        _obey_permissions()


def _obey_permissions() -> None:
    """Take from root the two capabilities that let it read and write where it may not; see capabilities(7)."""
    libc = ctypes.CDLL(None, use_errno=True)
    header, sets = (ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)()
    if libc.capget(header, sets) == 0:
        sets[0] &= ~0b110  # the first word holds the effective ones; 1 is CAP_DAC_OVERRIDE, 2 CAP_DAC_READ_SEARCH
        libc.capset(header, sets)


def _flush() -> None:
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except (OSError, ValueError):
            os.write(2, traceback.format_exc().encode())


def _content(stream: IO[bytes]) -> str:
    stream.seek(0)
    with stream:
        return stream.read().decode("utf-8", errors="replace")
