"""Files as a git revision has them: unpacked into a folder that is gone when the work is done.

git itself answers what a revision is and what it holds; nothing here reads its store. Commands are lists, never a
shell's line, and a revision is never taken for an option.
"""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from planforge.errors import SourceError
from planforge.records import record
from planforge.source.problem import quoted

MAX_BYTES = 512 * 1024 * 1024
"""What a revision of a plan may hold; plans have a few MB, pictures included."""
_QUIET = ("-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null")


class _RefusedError(SourceError):
    """git ran and said no."""


@record(frozen=True)
class Repository:
    """A git work tree, only read: nothing that the repository configures is run."""

    folder: Path

    @classmethod
    def around(cls, path: Path) -> Repository | None:
        """Return the repository that holds `path`, which may no longer exist; None when none does."""
        folder = path.absolute()
        while not folder.is_dir():
            folder = folder.parent
        try:
            top = _git(folder, "rev-parse", "--show-toplevel")
        except _RefusedError:
            return None
        return cls(Path(top.decode("utf-8", "surrogateescape").rstrip("\n")))

    def commit(self, revision: str) -> str | None:
        """Return the name of the commit that `revision` means (HEAD~3, a branch, a tag), None when it means none."""
        try:
            name = _git(self.folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        except _RefusedError:
            return None
        return name.decode("ascii").strip()

    def has(self, commit: str, path: PurePosixPath) -> bool:
        """Return whether a commit holds anything at `path`."""
        names = "" if path == PurePosixPath(".") else str(path)
        try:
            _git(self.folder, "cat-file", "-e", f"{commit}:{names}")
        except _RefusedError:
            return False
        return True

    def within(self, path: Path) -> PurePosixPath:
        """Return where `path` stands in the work tree.

        Raises:
            SourceError: when it stands elsewhere.
        """
        try:
            return PurePosixPath(path.absolute().resolve().relative_to(self.folder.resolve()).as_posix())
        except ValueError as error:
            raise SourceError(f"{quoted(str(path))}不在 git 仓库“{self.folder.name}”里") from error

    def setting(self, name: str) -> str | None:
        """Return what a setting of git is here, None when it is not set."""
        try:
            value = _git(self.folder, "config", "--get", name)
        except _RefusedError:
            return None
        return value.decode("utf-8", "replace").rstrip("\n")

    def set(self, name: str, value: str) -> None:
        """Set a setting of git for this repository.

        Raises:
            SourceError: when git cannot write it.
        """
        _git(self.folder, "config", "--local", name, value)

    @contextmanager
    def unpacked(self, commit: str, path: PurePosixPath) -> Iterator[Path]:
        """Give a folder with what `commit` holds at and below `path`, at the same place as in the work tree.

        Links and submodules are left out: what they lead to is not part of the revision.

        Raises:
            SourceError: when the revision does not have `path`, or too much of it.
        """
        names = () if path == PurePosixPath(".") else (f":(literal){path}",)
        try:
            data = _git(self.folder, "archive", "--format=tar", commit, "--", *names)
        except _RefusedError as error:
            raise SourceError(f"那个版本里没有{quoted(str(path))}", hint="请检查路径是否写对") from error
        with tempfile.TemporaryDirectory(prefix="planforge-") as folder:
            with tarfile.open(fileobj=io.BytesIO(data)) as archive:
                for member in archive:
                    if member.isreg() or member.isdir():
                        archive.extract(member, folder, filter="data")
            yield Path(folder)


def _git(folder: Path, *arguments: str) -> bytes:
    """Return what git prints.

    Raises:
        SourceError: when git is missing, refuses, or prints too much.
    """
    command = ["git", *_QUIET, "-C", str(folder), *arguments]
    try:
        with subprocess.Popen(  # noqa: S603 - a list, and git is the program meant
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        ) as process:
            output = process.stdout.read(MAX_BYTES + 1) if process.stdout else b""
            if len(output) > MAX_BYTES:
                process.kill()
    except FileNotFoundError as error:
        raise SourceError("找不到 git 程序，不能读历史版本", hint="请先安装 git") from error
    except (OSError, ValueError) as error:
        raise SourceError("git 运行不了，不能读历史版本") from error
    if len(output) > MAX_BYTES:
        raise SourceError(f"历史版本太大：应不超过{MAX_BYTES // 1048576} MB", hint="请只指定规划所在的文件夹")
    if process.returncode:
        raise _RefusedError(f"git {arguments[0]} 没有成功", hint="请检查版本名和路径是否写对")
    return output
