"""Atomic writing: a file is replaced whole or not at all, so a full disk or Ctrl-C leaves the last good one.

Several files of one run are replaced together: all of them are complete on disk before the first old one goes, a signal
waits until the last one has gone, and where one cannot be replaced those before it are put back. No system replaces two
files in one step: when the machine or the process dies between two of them, some are new and some are old, each whole.

A device or a pipe (/dev/stdout) is no file to replace: it is written to, after the files.
"""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from planforge.errors import SourceError
from planforge.source.patience import postponed_signals
from planforge.source.problem import quoted

_REASONS = {
    errno.ENOSPC: "磁盘已满",
    errno.EDQUOT: "超出了磁盘配额",
    errno.EFBIG: "文件超出了系统允许的大小",
    errno.EROFS: "磁盘是只读的",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EISDIR: "同名的文件夹已经存在",
    errno.ENOTDIR: "路径中有一段是文件，不是文件夹",
    errno.EEXIST: "路径中有一段是文件，不是文件夹",
    errno.ENOENT: "没有这个文件夹，也建不了",
    errno.ELOOP: "路径是绕成圈的链接",
    errno.EINVAL: "路径里有系统不认的字符",
    errno.ENAMETOOLONG: "文件名太长",
    errno.EMFILE: "打开的文件太多",
    errno.EIO: "磁盘读写出错",
}


def write_atomic(path: Path, data: bytes) -> None:
    """Replace `path` by `data`, keeping the old file until the new one is complete on disk.

    Raises:
        SourceError: when the folder or the file cannot be written.
    """
    write_together([(path, data)])


def write_together(files: Iterable[tuple[Path, bytes]]) -> None:
    """Replace several files, none before all new ones are complete on disk.

    Raises:
        SourceError: when one of them cannot be written; the old ones are still there.
    """
    staged: list[_Staged] = []
    streams: list[tuple[Path, bytes]] = []
    try:
        for path, data in files:
            with _told(path):
                if _is_stream(path):
                    streams.append((path, data))
                    continue
                staged.append(_Staged(path, _reserved(path)))
                _fill(staged[-1].temporary, data, _mode_of(path))
        with postponed_signals():
            _replace(staged)
        for path, data in streams:
            with _told(path):
                path.write_bytes(data)
    finally:
        for one in staged:
            one.clear()


def write_edited(files: Iterable[tuple[Path, bytes]]) -> None:
    """Replace files that the user wrote; of a link the file it leads to, which is what was read and edited.

    Raises:
        SourceError: when one of them cannot be written; the old ones are still there.
    """
    write_together((path.resolve() if path.is_symlink() else path, data) for path, data in files)


@dataclass
class _Staged:
    """A new file beside the one it replaces, and while it does so a second name of the old one."""

    path: Path
    temporary: str
    kept: str = ""
    fresh: bool = False

    def replace(self) -> None:
        self.fresh = not os.path.lexists(self.path)
        with contextlib.suppress(OSError):  # there is no old file, or the disk knows no second names
            name = f"{self.temporary}.old"
            os.link(self.path, name, follow_symlinks=False)
            self.kept = name
        Path(self.temporary).replace(self.path)

    def put_back(self) -> None:
        if self.kept:
            Path(self.kept).replace(self.path)
        elif self.fresh:
            self.path.unlink()

    def clear(self) -> None:
        for name in filter(None, (self.temporary, self.kept)):
            with contextlib.suppress(OSError):  # gone already, or with its disk; the first error is to be told
                Path(name).unlink()


def _replace(staged: Sequence[_Staged]) -> None:
    for index, one in enumerate(staged):
        try:
            with _told(one.path):
                one.replace()
        except SourceError:
            for done in reversed(staged[:index]):
                done.put_back()
            raise
    for folder in {one.path.parent for one in staged}:
        _sync(folder)


def _sync(folder: Path) -> None:
    """Bring the names in a folder to the disk, where the system lets folders be opened."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def reason(error: OSError) -> str:
    """Return what the system complains of, in Chinese where it is known."""
    return _REASONS.get(error.errno or 0, error.strerror or "读写出错")


@contextlib.contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        hint = "原有文件没有改动；请检查磁盘空间和文件夹权限"
        raise SourceError(f"{quoted(str(path), 200)}无法写入：{reason(error)}", hint=hint) from error


def _is_stream(path: Path) -> bool:
    return path.exists() and not path.is_file() and not path.is_dir()


def _reserved(path: Path) -> str:
    """Return an empty file beside `path`; its name is short, so that it fits wherever that of `path` does."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_dir():  # told before any other file of the run is replaced
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=".planforge-", suffix=".tmp")
    os.close(descriptor)
    return temporary


def _fill(temporary: str, data: bytes, mode: int) -> None:
    with Path(temporary).open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    Path(temporary).chmod(mode)


def _mode_of(path: Path) -> int:
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
