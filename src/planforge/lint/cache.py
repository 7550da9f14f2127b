"""What lint said of a plan before, in the user's cache folder: a second run costs what changed.

An entry is named by the plan's path, its settings, the plans given for comparison and the program itself; it holds the
digest of every file that was read or looked for, and is used only while all of them are the same. What is damaged,
half written or not ours is passed over and written anew. Several runs may share the folder: entries are put in place
whole.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planforge import __version__
from planforge.caches import keep
from planforge.errors import SourceError
from planforge.lint.report import Report, RuleBook
from planforge.lint.stored import restored, stored
from planforge.records import record
from planforge.resources import schema_dir, templates_dir
from planforge.source.place import SourceFile
from planforge.source.tree import Tree

if TYPE_CHECKING:
    from planforge.plan.load import Reading

VERSION = 1
_PICTURES = (".png", ".jpg", ".jpeg")
_GROUPS = ("files", "neighbours")
MOST_ENTRIES = 32
"""Entries kept in each of the 256 folders; the oldest go."""


@cache
def program_digest() -> str:
    """Return what changes when planforge does: its version, and its files' sizes and times for those who edit them."""
    package = Path(__file__).resolve().parents[1]
    told = [f"{__version__} {sys.version}"]
    for folder in (package, schema_dir(), templates_dir()):
        told += _stamps(folder)
    return sha256("\n".join(told).encode("utf-8", "surrogatepass")).hexdigest()


def _stamps(folder: os.PathLike[str] | str) -> Iterator[str]:
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if not entry.is_dir(follow_symlinks=False):
            state = entry.stat()
            yield f"{entry.path} {state.st_size} {state.st_mtime_ns}"
        elif entry.name != "__pycache__":
            yield from _stamps(entry.path)


@record(frozen=True)
class Cache:
    """Reports of earlier runs below a folder."""

    folder: Path

    def load(self, key: str, book: RuleBook) -> Report | None:
        """Return the report under a key if nothing that it was made from has changed.

        Args:
            key: see `key_of`.
            book: gives the rules to whoever asks the report for them.
        """
        try:
            digest, _, body = self._path(key).read_bytes().partition(b"\n")
            return _report(json.loads(body), book) if sha256(body).hexdigest().encode() == digest else None
        except (OSError, ValueError, TypeError, KeyError, SourceError):
            return None  # not there, damaged or not ours: lint finds out anew and writes it again

    def save(self, key: str, reading: Reading, report: Report) -> None:
        """Keep a report; a folder that cannot be written is no reason to stop."""
        if reading.settled:
            body = json.dumps(_entry(reading, report)).encode("ascii")
            with contextlib.suppress(OSError):
                keep(self._path(key), sha256(body).hexdigest().encode() + b"\n" + body)
                _prune(self._path(key).parent)

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / f"{key}.json"


def key_of(*parts: object) -> str:
    """Return the name of an entry: by the program and by what the caller says makes it this report and no other."""
    told = json.dumps([VERSION, program_digest(), *map(str, parts)])
    return sha256(told.encode("utf-8", "surrogatepass")).hexdigest()


def _prune(folder: Path) -> None:
    entries = list(folder.iterdir())
    if len(entries) > MOST_ENTRIES:
        aged = sorted((entry.stat().st_mtime_ns, entry) for entry in entries)
        for _, entry in aged[:-MOST_ENTRIES]:
            entry.unlink(missing_ok=True)


def _entry(reading: Reading, report: Report) -> dict[str, Any]:
    return {
        "trees": [[str(tree.root), tree.shown, tree.seen] for tree in reading.trees],
        "files": [_file(file) for file in report.files.values()],
        "neighbours": [_file(file) for file in report.neighbours.values()],
        "findings": [stored(finding) for finding in report.findings],
    }


def _file(file: SourceFile) -> list[str | None]:
    """Keep the text of a Word file, which takes work to read; any other is read again to see that it is the same."""
    return [file.path, file.text if _is_word(file.path) else None]


def _is_word(path: str) -> bool:
    return path.lower().endswith(".docx")


def _report(entry: dict[str, Any], book: RuleBook) -> Report | None:
    texts: dict[str, SourceFile] = {}
    for root, shown, seen in entry["trees"]:
        tree = Tree(Path(root), shown)
        for path, digest in seen.items():
            if _looked_at(tree, path, texts) != digest:
                return None
    files, neighbours = ({path: _restored(path, text, texts) for path, text in entry[key]} for key in _GROUPS)
    return Report(tuple(restored(item, files) for item in entry["findings"]), files, neighbours, (book,))


def _looked_at(tree: Tree, path: str, texts: dict[str, SourceFile]) -> str:
    """Look at a file as it was looked at before, and return what the tree saw."""
    with contextlib.suppress(SourceError):  # what could not be read before may still be so
        if path.lower().endswith(_PICTURES):
            tree.read_bytes(path)
        elif _is_word(path):
            texts[tree.name(path)] = SourceFile(tree.name(path), "", original=tree.read_bytes(path))
        else:
            texts[tree.name(path)] = tree.read(path)
    return tree.seen[path]


def _restored(path: str, text: str | None, texts: Mapping[str, SourceFile]) -> SourceFile:
    return texts[path] if text is None else replace(texts[path], text=text)
