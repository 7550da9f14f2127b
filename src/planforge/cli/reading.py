"""What `lint` is given to check: plans, folders of plans, or text from standard input."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from planforge.errors import SourceError, UsageError
from planforge.lint.many import Target
from planforge.source.folders import plans_of
from planforge.source.parts import is_whole, plan_around
from planforge.source.tree import MAIN_FILE, MAX_IMAGE_BYTES, Tree, resolved

STDIN = Path("-")
_MARKED = re.compile(rb"^(?:\xef\xbb\xbf)?planforge\s*:", re.MULTILINE)


def targets_of(paths: Iterable[Path], stdin_name: str | None) -> list[Target]:
    """Return the plans to check, each once, in the order given.

    Args:
        paths: what the user gave; `-` is standard input.
        stdin_name: the name under which standard input is read, if the user gave one.

    Raises:
        SourceError: when a plan is not there, or standard input holds too much.
        UsageError: when a name is given for a standard input that is not read.
    """
    paths = list(paths)
    if stdin_name is not None and STDIN not in paths:
        raise UsageError("“--stdin-filename”只与路径“-”（标准输入）合用")
    found: dict[tuple[Path, str], Target] = {}
    for target in (target for path in paths for target in _targets(path, stdin_name)):
        found.setdefault((resolved(target.tree.root), target.main), target)
    return list(found.values())


def _targets(path: Path, stdin_name: str | None) -> Iterator[Target]:
    if path == STDIN:
        yield _standard_input(stdin_name)
    else:
        yield from map(Target.at, plans_of(path))


def _standard_input(name: str | None) -> Target:
    data = sys.stdin.buffer.read(MAX_IMAGE_BYTES + 1)
    if len(data) > MAX_IMAGE_BYTES:
        raise SourceError(f"标准输入太大：应不超过{MAX_IMAGE_BYTES // 1048576} MB")
    path = Path(name or f"stdin{_suffix(data)}")
    above = None if is_whole(data) else plan_around(path)
    folder = above or path.parent
    inner = resolved(path).relative_to(resolved(folder)).as_posix()
    shown = "" if str(folder) == "." else f"{folder.as_posix().rstrip('/')}/"
    return Target(folder, Tree(folder, shown, given={inner: data}), MAIN_FILE if above else inner)


def _suffix(data: bytes) -> str:
    """Return what standard input without a name is taken for."""
    if data.startswith(b"PK\x03\x04"):
        return ".docx"
    return ".yaml" if _MARKED.search(data) else ".txt"
