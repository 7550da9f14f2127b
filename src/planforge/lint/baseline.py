"""A baseline: the findings an office knows of and lives with for now, so that only new ones stop a merge.

Findings are known by their fingerprint, which survives moved lines; several plans may have the same finding, so the
paths count them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from planforge.errors import SourceError
from planforge.lint.finding import Finding
from planforge.source.files import write_atomic
from planforge.source.tree import Tree, resolved

VERSION = 1


def write_baseline(path: Path, findings: Iterable[Finding]) -> int:
    """Write the findings as known; return how many there are.

    Raises:
        SourceError: when the file cannot be written.
    """
    known: dict[str, dict[str, Any]] = {}
    findings = list(findings)
    for finding in findings:
        entry = {"code": finding.code, "path": finding.place.path, "message": finding.message}
        first = known.setdefault(finding.fingerprint, entry)
        if first is not entry:
            first.setdefault("also", []).append(finding.place.path)
    data = {"version": VERSION, "findings": dict(sorted(known.items()))}
    write_atomic(path, (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode())
    return len(findings)


def read_baseline(path: Path) -> dict[str, list[str]]:
    """Return the paths of the known findings by their fingerprints.

    Raises:
        SourceError: when the file cannot be read or is no baseline.
    """
    try:
        data = json.loads(_text(path))
    except (ValueError, RecursionError) as error:
        raise SourceError(f"基线文件“{path}”不是 JSON", hint="用 --write-baseline 重新写出") from error
    if not isinstance(data, dict) or data.get("version") != VERSION or not isinstance(data.get("findings"), dict):
        raise SourceError(f"“{path}”不是本版本的基线文件", hint="用 --write-baseline 重新写出")
    return {fingerprint: list(_paths(entry)) for fingerprint, entry in data["findings"].items()}


def _paths(entry: object) -> Iterator[str]:
    """Yield where a finding was, once for each time; what somebody wrote by hand still counts as known."""
    fields = entry if isinstance(entry, dict) else {}
    also = fields.get("also", [])
    yield str(fields.get("path", ""))
    yield from map(str, also if isinstance(also, list) else [])


def _text(path: Path) -> str:
    """Read the file under the bounds of any file of a plan: a pipe or a device must not hold us up."""
    target = resolved(path)
    try:
        return Tree(target.parent).read(target.name).text
    except SourceError as error:
        hint = f"先用 --write-baseline 写出基线；{error.hint}" if error.hint else "先用 --write-baseline 写出基线"
        raise SourceError(f"基线文件“{path}”读不到：{error.message}", hint=hint) from error
