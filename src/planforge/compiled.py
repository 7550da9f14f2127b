"""`compiled`: regular expressions kept between runs in the user's cache, as Python keeps the byte code of modules.

A lint meets some four hundred of them, and to compile these took a third of its time. What is kept of one is what
`re` hands to its own engine: a list of whole numbers, which the engine checks before it takes it. These functions of
`re` are private; where a Python has others, or the folder cannot be written, expressions are compiled as ever (ADR
0090). What is kept is that of one build of Python, since a mended `re` may make other code without saying so.
"""

from __future__ import annotations

import atexit
import contextlib
import json
import re
import sys
from array import array
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any
from zlib import crc32

from planforge.caches import cache_folder, keep
from planforge.records import record

MOST = 3000
"""Expressions kept at most; beyond that only those of the last run are."""
MOST_BYTES = 1 << 26
"""A file that is larger is not ours."""
_CODE = "I"
_SUM = 4
_FORM = 2
"""Raised whenever the file is written, or its parts are made, in another way."""


@record(frozen=True)
class Parts:
    """What the engine of `re` makes an expression from: all its flags, its code, and its groups by name."""

    flags: int
    code: array[int]
    groups: dict[str, int]
    count: int

    def expression(self, source: str) -> re.Pattern[str]:
        """Return the expression; raises what the engine raises when it does not take the code."""
        names = {number: name for name, number in self.groups.items()}
        index = tuple(names.get(number) for number in range(self.count + 1))
        engine: Any = import_module("_sre")
        made: re.Pattern[str] = engine.compile(source, self.flags, self.code.tolist(), self.count, self.groups, index)
        return made


def parts_of(source: str, flags: int) -> Parts | None:
    """Compile an expression and return its parts; None where this Python compiles in another way.

    Raises:
        re.error: the source is faulty.
    """
    try:
        parser, compiler = import_module("re._parser"), import_module("re._compiler")
        parsed = parser.parse(source, flags)
        code = array(_CODE, compiler._code(parsed, flags))
        state = parsed.state
        return Parts(flags | state.flags, code, dict(state.groupdict), state.groups - 1)
    except (ImportError, AttributeError, TypeError, OverflowError):
        return None


class Store:
    """Compiled expressions in one file, which is read when the first is asked for.

    Args:
        path: the file; it need not exist.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._kept: dict[tuple[str, int], Parts] | None = None
        self._used: dict[tuple[str, int], Parts] = {}
        self._news = False

    def compiled(self, source: str, flags: int) -> re.Pattern[str]:
        """Return the expression as `re.compile` would.

        Raises:
            re.error: the source is faulty.
        """
        if self._kept is None:
            self._kept = _read(self._path)
        parts = self._kept.get((source, flags)) or self._made(source, flags)
        if parts is not None:
            with contextlib.suppress(TypeError, RuntimeError, ValueError, OverflowError):
                made = parts.expression(source)
                self._used[source, flags] = parts
                return made
        return re.compile(source, flags)

    def _made(self, source: str, flags: int) -> Parts | None:
        self._news = True
        return parts_of(source, flags)

    def save(self) -> None:
        """Keep what is new beside what was there; a folder that cannot be written is no reason to stop."""
        if self._news:
            kept = {**(self._kept or {}), **self._used}
            with contextlib.suppress(OSError):
                keep(self._path, _written(kept if len(kept) <= MOST else self._used))
            self._news = False


def _written(kept: dict[tuple[str, int], Parts]) -> bytes:
    """Return the file: the check sum of the rest, a line of JSON, and the code of all expressions in turn."""
    head = [[source, flags, one.flags, one.groups, one.count, len(one.code)] for (source, flags), one in kept.items()]
    code = b"".join(one.code.tobytes() for one in kept.values())
    body = json.dumps(head).encode("ascii") + b"\n" + code
    return _sum(body) + body


def _sum(data: bytes) -> bytes:
    """Return the check sum of a file, in which the build of Python is told: that of another one does not fit."""
    return crc32(data, crc32(_build().encode("utf-8"))).to_bytes(_SUM, "little")


def _read(path: Path) -> dict[tuple[str, int], Parts]:
    """Return what is kept in a file; nothing when it is not there, damaged or not ours."""
    try:
        if not path.is_file() or path.stat().st_size > MOST_BYTES:
            return {}
        data = path.read_bytes()
        told, body = data[:_SUM], data[_SUM:]
        if _sum(body) != told:
            return {}
        head, _, numbers = body.partition(b"\n")
        code = array(_CODE)
        code.frombytes(numbers)
        return _taken_apart(json.loads(head), code)
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return {}


def _taken_apart(head: list[Any], code: array[int]) -> dict[tuple[str, int], Parts]:
    """Return what the head of a file tells of; raises ValueError or TypeError where it does not fit the code."""
    kept, at = {}, 0
    for source, flags, all_flags, groups, count, length in head:
        if not (0 < length <= len(code) - at and 0 <= count < length and all_flags & flags == flags):
            raise ValueError(source)
        if groups != {} and any(not 0 < number <= count for number in groups.values()):
            raise ValueError(source)
        kept[source, flags] = Parts(all_flags, code[at : at + length], groups, count)
        at += length
    return kept


def _build() -> str:
    """Return what code depends on beside the source: this build of Python, its engine, how numbers are written."""
    magic = getattr(import_module("_sre"), "MAGIC", 0)
    return f"{_FORM} {sys.version} {magic} {array(_CODE).itemsize}{sys.byteorder}"


@cache
def _store() -> Store:
    """Return the store of this Python, which is kept when the program ends."""
    name = f"{sys.implementation.cache_tag}-{crc32(_build().encode('utf-8')):08x}"
    store = Store(cache_folder("expressions") / name)
    atexit.register(store.save)
    return store


def compiled(source: str, flags: int = 0) -> re.Pattern[str]:
    """Return the expression as `re.compile` would, from the user's cache if it was compiled before.

    Args:
        source: as for `re.compile`.
        flags: those of `re`.

    Raises:
        re.error: the source is faulty.
    """
    return _store().compiled(source, int(flags))
