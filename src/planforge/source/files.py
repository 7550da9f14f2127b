"""Atomic writing: a file is replaced whole or not at all, so a full disk or Ctrl-C leaves the last good one."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from planforge.errors import SourceError


def write_atomic(path: Path, data: bytes) -> None:
    """Replace `path` by `data`, keeping the old file until the new one is complete on disk.

    Raises:
        SourceError: when the folder or the file cannot be written.
    """
    temporary: str | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).chmod(_mode_of(path))
        Path(temporary).replace(path)
        temporary = None
    except OSError as error:
        raise SourceError(
            f"“{path}”无法写入：{_reason(error)}", hint="原有文件没有改动；请检查磁盘空间和文件夹权限"
        ) from error
    finally:
        if temporary is not None:
            with contextlib.suppress(OSError):  # the file may be gone with its disk; the first error is the one to tell
                Path(temporary).unlink()


def _mode_of(path: Path) -> int:
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _reason(error: OSError) -> str:
    known = {
        PermissionError: "没有写入权限",
        IsADirectoryError: "同名的文件夹已经存在",
        NotADirectoryError: "路径中有一段是文件，不是文件夹",
        FileExistsError: "同名的文件已经存在",
    }
    if error.errno == 28:  # ENOSPC
        return "磁盘已满"
    if error.errno == 30:  # EROFS
        return "磁盘是只读的"
    return known.get(type(error), error.strerror or "写入失败")
