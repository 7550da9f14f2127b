"""Atomic writing: a file is replaced whole or not at all, so a full disk or Ctrl-C leaves the last good one.

Several files of one run are replaced together: all of them are complete on disk before the first old one goes.
"""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from planforge.errors import SourceError
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
    staged: list[tuple[str, Path]] = []
    try:
        for path, data in files:
            with _told(path):
                staged.append((_reserved(path), path))
                _fill(staged[-1][0], data, _mode_of(path))
        while staged:
            temporary, path = staged[0]
            with _told(path):
                Path(temporary).replace(path)
            del staged[0]
    finally:
        for temporary, _ in staged:
            with contextlib.suppress(OSError):  # it may be gone with its disk; the first error is the one to tell
                Path(temporary).unlink()


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
