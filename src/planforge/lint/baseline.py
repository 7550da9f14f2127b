"""A baseline: the findings an office knows of and lives with for now, so that only new ones stop a merge.

Findings are known by their fingerprint, which survives moved lines.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from planforge.errors import SourceError
from planforge.lint.finding import Finding
from planforge.source.files import write_atomic

VERSION = 1


def write_baseline(path: Path, findings: Iterable[Finding]) -> int:
    """Write the findings as known; return how many there are.

    Raises:
        SourceError: when the file cannot be written.
    """
    known = {
        finding.fingerprint: {"code": finding.code, "path": finding.place.path, "message": finding.message}
        for finding in findings
    }
    data = {"version": VERSION, "findings": dict(sorted(known.items()))}
    write_atomic(path, (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode())
    return len(known)


def read_baseline(path: Path) -> frozenset[str]:
    """Return the fingerprints of the known findings.

    Raises:
        SourceError: when the file cannot be read or is no baseline.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SourceError(f"基线文件“{path}”读不到", hint="先用 --write-baseline 写出") from error
    except ValueError as error:
        raise SourceError(f"基线文件“{path}”不是 JSON") from error
    if not isinstance(data, dict) or data.get("version") != VERSION or not isinstance(data.get("findings"), dict):
        raise SourceError(f"“{path}”不是本版本的基线文件", hint="用 --write-baseline 重新写出")
    return frozenset(data["findings"])
