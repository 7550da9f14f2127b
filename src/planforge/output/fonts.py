"""The fonts of a house format as text and as JSON: {"version": 1, "house": …, "fonts": […], …}."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from planforge.render.font_list import FontReport, RoleFont, Uncovered

VERSION = 1
_SHOWN = 20
_HOW_TO = "DOCX 里写的总是规定的字体名，不受影响；PDF 要用规定的字体，请运行 planforge fonts --from 字体所在的文件夹。"


def as_text(report: FontReport) -> str:
    """Return a line for each font asked for, the characters that cannot be printed, and what to do."""
    return "\n".join(_lines(report))


def _lines(report: FontReport) -> Iterator[str]:
    yield f"版式 {report.house} 要用的字体："
    for role in report.roles:
        yield f"  {_role(role)}"
    if report.missing:
        yield f"规划里有 {len(report.missing)} 个字没有字体能印："
        yield from (f"  {_uncovered(one)}" for one in report.missing[:_SHOWN])
    elif report.missing is not None:
        yield "规划里的字都有字体能印。"
    if any(role.used is None or not role.used.official for role in report.roles):
        yield _HOW_TO


def _role(role: RoleFont) -> str:
    if role.used is None:
        return f"{role.official}  没有，也没有替代字体"
    if role.used.official:
        return f"{role.official}  有（{role.used.path}）"
    return f"{role.official}  没有，PDF 用 {role.used.name} 代替（{role.used.path}）"


def as_json(report: FontReport, ascii_only: bool) -> str:
    """Return the report as one JSON object."""
    data = {
        "version": VERSION,
        "house": report.house,
        "fonts": [_entry(role) for role in report.roles],
        "folders": [str(folder) for folder in report.folders],
        "missing": None if report.missing is None else [_glyph(glyph) for glyph in report.missing],
    }
    return json.dumps(data, ensure_ascii=ascii_only, indent=2)


def _entry(role: RoleFont) -> dict[str, Any]:
    return {
        "role": role.role,
        "official": role.official,
        "here": role.used is not None and role.used.official,
        "used": role.used.name if role.used is not None else None,
        "file": str(role.used.path) if role.used is not None else None,
        "spare": [face.name for face in role.spare],
    }


def _glyph(one: Uncovered) -> dict[str, Any]:
    return {"character": one.character, "code": _code(one), "font": one.font, "where": one.where}


def _uncovered(one: Uncovered) -> str:
    return f"“{one.character}”（{_code(one)}）{one.font}及其替代字体都没有，见“{one.where}”"


def _code(one: Uncovered) -> str:
    return f"U+{ord(one.character):04X}"
