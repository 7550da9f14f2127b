"""`Tree`: the one way files of a plan are read, confined to the plan's folder and bounded in size."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path, PurePosixPath

from planforge.errors import SourceError
from planforge.source.decode import decode, encode
from planforge.source.files import reason
from planforge.source.place import SourceFile
from planforge.source.problem import quoted

MAIN_FILE = "plan.yaml"
YAML_SUFFIXES = (".yaml", ".yml")
MAX_FILE_BYTES = 16 * 1024 * 1024
"""A text file of a plan; the longest real plan known has about 0.3 MB."""
MAX_IMAGE_BYTES = 32 * 1024 * 1024
REFUSED = "refused"
"""What `Tree.seen` says of a file that could not be read."""


@dataclass
class Tree:
    """A folder that a plan lives in.

    Attributes:
        root: the folder; nothing outside it is read, not even through a link.
        shown: how paths are named in messages: this prefix and the path within the folder.
        given: bytes that stand for the file of a path, whatever is on disk (text from standard input).
        seen: what was asked for, by path: the digest of the bytes, or `REFUSED`.
    """

    root: Path
    shown: str = ""
    given: Mapping[str, bytes] = field(default_factory=dict)
    seen: dict[str, str] = field(default_factory=dict)
    _files: dict[str, SourceFile] = field(default_factory=dict)

    def read(self, path: str) -> SourceFile:
        """Return the text file at `path` (relative to the folder, `/` between parts).

        Raises:
            SourceError: outside the folder, missing, too large, or not text.
        """
        if path not in self._files:
            self._files[path] = decode(self.name(path), self._bytes(path, MAX_FILE_BYTES))
        return self._files[path]

    def read_bytes(self, path: str) -> bytes:
        """Return the bytes of a picture at `path`, under the same rules."""
        return self._bytes(path, MAX_IMAGE_BYTES)

    def overlaid(self, files: Iterable[SourceFile]) -> Tree:
        """Return the same folder in which these files (of this tree, by their `path`) read as given."""
        texts = {file.path.removeprefix(self.shown): encode(file, file.text) for file in files}
        return Tree(self.root, self.shown, {**self.given, **texts})

    def location(self, file: SourceFile) -> Path:
        """Return where a file that was read from this tree lies on disk."""
        return self.root / file.path.removeprefix(self.shown)

    def digest(self, path: str) -> str:
        """Return what `seen` would hold after reading a file."""
        fresh = Tree(self.root, self.shown, self.given)
        with contextlib.suppress(SourceError):  # what cannot be read is seen as refused
            fresh.read_bytes(path)
        return fresh.seen[path]

    def name(self, path: str) -> str:
        """Return how messages call the file at `path`."""
        return f"{self.shown}{path}"

    def _bytes(self, path: str, limit: int) -> bytes:
        self.seen[path] = REFUSED
        data = self._bounded(path, limit)
        self.seen[path] = sha256(data).hexdigest()
        return data

    def _bounded(self, path: str, limit: int) -> bytes:
        data = self.given[path] if path in self.given else self._on_disk(path, limit)
        if len(data) > limit:
            raise SourceError(
                f"“{self.name(path)}”太大：应不超过{limit // 1048576} MB", hint="请确认选对了文件，或把正文拆成几个文件"
            )
        return data

    def _on_disk(self, path: str, limit: int) -> bytes:
        target = self._confined(path)
        try:
            with target.open("rb") as stream:
                if not os.path.isfile(target):  # noqa: PTH113 - a device or pipe would never end
                    raise SourceError(f"“{self.name(path)}”不是普通文件")
                return stream.read(limit + 1)
        except OSError as error:
            raise SourceError(unreadable(self.name(path), error)) from error

    def _confined(self, path: str) -> Path:
        pure = PurePosixPath(path.replace("\\", "/"))
        root = self.root.resolve()
        try:
            target = (root / pure).resolve()
            there, regular = target.exists(), target.is_file()
        except (OSError, ValueError, RuntimeError) as error:
            raise SourceError(f"{quoted(path)}{_no_path(error)}", hint="请检查文件名") from error
        if pure.is_absolute() or not target.is_relative_to(root):
            raise SourceError(f"{quoted(path)}在规划文件夹之外，不能引用", hint="请把文件复制到规划文件夹内再引用")
        if there and not regular:
            raise SourceError(f"“{self.name(path)}”不是普通文件，不能读取")
        return target


def resolved(path: Path) -> Path:
    """Return where a path the user gave really leads.

    Raises:
        SourceError: when the system takes it for no path.
    """
    try:
        path.exists()
        return path.resolve()
    except (OSError, ValueError, RuntimeError) as error:
        raise SourceError(f"{quoted(str(path))}{_no_path(error)}", hint="请检查路径是否写对") from error


def open_plan(path: Path, name: str | None = None) -> tuple[Tree, str]:
    """Return the tree and the main file of a plan given as a folder or as its YAML file; messages call it `name`.

    Raises:
        SourceError: when there is no such plan.
    """
    resolved(path)
    called = str(path) if name is None else name
    folder, main = (path, MAIN_FILE) if path.is_dir() else (path.parent, path.name)
    found = resolved(folder / main).exists()
    if not found and folder == path:
        raise SourceError(f"“{called}”里没有 plan.yaml", hint="请指定规划文件夹，或直接指定规划的 YAML 文件")
    if not found:
        raise SourceError(f"找不到“{called}”", hint="请检查路径是否写对")
    if name is not None:
        return Tree(folder, f"{name.rstrip('/')}/" if folder == path else name.removesuffix(main)), main
    return Tree(folder, "" if str(folder) == "." else f"{folder.as_posix().rstrip('/')}/"), main


def _no_path(error: Exception) -> str:
    """Return why the system does not take a path: no permission, a circle of links, too long, NUL, half a character."""
    if isinstance(error, PermissionError):
        return "没有读取权限"
    return "是绕成圈的链接" if isinstance(error, RuntimeError) else "太长，或含有文件名不能有的字符"


def unreadable(name: str, error: OSError) -> str:
    """Return why the system does not let a file be read."""
    reasons = {
        FileNotFoundError: "找不到这个文件",
        PermissionError: "没有读取权限",
        IsADirectoryError: "是文件夹，不是文件",
    }
    return f"“{name}”无法读取：{reasons.get(type(error)) or reason(error)}"
