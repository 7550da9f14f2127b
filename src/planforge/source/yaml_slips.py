"""Slips of the hand that YAML stumbles over somewhere else or tells in its own words: found in the line itself.

What a library says of such a line is in `yaml_errors`; here the line is looked at as the drafter sees it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from planforge.patterns import expression
from planforge.source.place import SourceFile
from planforge.source.problem import Problem, ProblemKind, quoted

_WIDE_INDENT = "缩进应为半角空格，实为全角空格，请换成半角空格"
FULL_WIDTH_COLON = "键后面应为英文冒号加空格“: ”，实为中文冒号“：”"

_KEY = expression(r"(?P<room> *(?:- +)?)(?P<key>[^\s:#'\"|>{\[-][^:#]*):(?: +(?P<value>[^|>\s].*))?\s*$")
_ROOM = expression(" *(?P<wide>[\u3000\xa0\u2002\u2003]+)[ \u3000\xa0]*(?:- |[a-z_]+:)")
_DASH = expression(r" *(?P<dash>-(?=[a-z_]+[:：])|[—－–−]+ *(?=[a-z_]+[:：]))")
_NO_BLANK = expression(r" *(?:- +)?(?P<key>[A-Za-z_\u4e00-\u9fff]+):(?=[^\s/])")
_OWN_KEY = expression(r" *(?:- +)?(?P<key>[a-z_]+):(?=[^\s/])")
"""Keys of the format; in the line above, which may be prose, a Chinese word and a colon are none."""
_FILE_NAME = expression(r" *(?P<name>[^\s:#]+\.ya?ml) *$")
_WIDE_TEXT = expression(r" *(?P<wide>\u3000+)[ \u3000]*\S")
_CLOSED = expression(r": +[{\[].*(?P<closing>[}\]]) *$")
_WIDE_BRACKET = expression(r"[^#\"']*?: +(?P<bracket>[｛［【])")
_OPENING, _MAX_LINE = expression(r"[{\[]"), 2000
_Found = tuple[str, int, int]


def slip(file: SourceFile, line: int, column: int) -> Problem | None:
    """Return the slip behind an error of syntax at a line (from 1) and column (from 0), if there is one."""
    above, here = (file.line(number)[:_MAX_LINE] for number in (line - 1, line))
    if (found := _wide_room(above)) is not None:  # YAML takes such a line for more of the text before it
        return _problem(file, line - 1, found)
    looks = (look(here) for look in _LOOKS)
    found = next((found for found in looks if found), None) or _wide_comma(here, column) or _behind_quote(here, column)
    if found is not None:
        return _problem(file, line, found)
    found = _no_blank(above, _OWN_KEY) or _behind_bracket(above, here)
    return _problem(file, line - 1, found) if found else None


def full_width_colon(file: SourceFile, number: int) -> Problem | None:
    """Return the real trouble when this line or the one before has “title：…” and YAML stumbled behind it."""
    for at in (number, number - 1):
        line = file.line(at)
        if "：" in line and ":" not in line and not line.lstrip().startswith(("#", "-")):
            start = line.index("：")
            return _problem(file, at, (FULL_WIDTH_COLON, start, start + 1))
    return None


def misplaced_key(file: SourceFile, number: int) -> Problem | None:
    """Return the trouble of a line “ body:” that does not stand right below the “heading: …” it belongs beside."""
    key, above = _KEY.match(file.line(number)), _KEY.match(file.line(number - 1)) if number > 1 else None
    if key is None or above is None or not above["value"] or len(key["room"]) == len(above["room"]):
        return None
    more = "多" if len(key["room"]) > len(above["room"]) else "少"
    message = f"“{key['key']}”的缩进{more}了，应与上一行的“{above['key']}”左对齐"
    return _problem(file, number, (message, len(key["room"]), len(key["room"]) + len(key["key"])))


def left_open(file: SourceFile, opened: int, stumbled: int) -> bool:
    """Return whether “{” or “[” in one line was never closed: YAML stumbled over a key of a later line beside it."""
    above, below = file.line(opened), file.line(stumbled)
    return stumbled > opened and _indent(below) <= _indent(above)


def _problem(file: SourceFile, number: int, found: _Found) -> Problem:
    message, start, end = found
    offset = file.offset(number)
    return Problem(ProblemKind.SYNTAX, message, file.span(offset + start, offset + end))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _wide_room(line: str) -> _Found | None:
    found = _ROOM.match(line)
    return (_WIDE_INDENT, *found.span("wide")) if found else None


def _dash(line: str) -> _Found | None:
    found = _DASH.match(line)
    if found is None:
        return None
    dash = found["dash"].strip()
    told = "“-”后面应空一格" if dash == "-" else f"列表的“-”应为英文减号加一个空格，实为{quoted(dash)}"
    return told, found.start("dash"), found.start("dash") + len(dash)


def _file_name(line: str) -> _Found | None:
    found = _FILE_NAME.match(line)
    if found is None:
        return None
    told = "“-”后面应空一格" if found["name"].startswith("-") else "文件名前面应有“- ”"
    return told, *found.span("name")


def _wide_text(line: str) -> _Found | None:
    found = _WIDE_TEXT.match(line)
    return (_WIDE_INDENT, *found.span("wide")) if found else None


def _no_blank(line: str, keys: re.Pattern[str] | None = None) -> _Found | None:
    found = (keys or _NO_BLANK).match(line)
    if found is None or re.search(": |:$", line):
        return None
    return f"“{found['key']}:”的冒号后面应空一格", found.end() - 1, found.end()


def _wide_bracket(line: str) -> _Found | None:
    found = _WIDE_BRACKET.match(line)
    if found is None:
        return None
    half = "{ }" if found["bracket"] == "｛" else "[ ]"
    return f"括号应为英文的“{half}”，实为“{found['bracket']}”", *found.span("bracket")


def _wide_comma(line: str, column: int) -> _Found | None:
    """Tell of the Chinese comma between two keys in braces."""
    opened, comma = _OPENING.search(line), line.rfind("，", 0, column)
    if opened is None or comma < opened.start() or "," in line[comma:column]:
        return None
    return "“{ }”“[ ]”里各项之间应为英文逗号加空格“, ”，实为中文逗号“，”", comma, comma + 1


def _behind_bracket(above: str, line: str) -> _Found | None:
    """Tell of prose that begins with a reference and is written without “|”: {企业@2020} and words below."""
    found = _CLOSED.search(above)
    if found is None or _indent(line) <= _indent(above) or _KEY.match(line) or line.lstrip().startswith(("- ", "#")):
        return None
    return f"“{found['closing']}”后面又有文字；以“{{”或“[”开头的正文请写进“|”块", *found.span("closing")


def _behind_quote(line: str, column: int) -> _Found | None:
    """Tell of words behind a closing quotation mark: "某市"规划."""
    if not 0 < column < len(line) or line[column - 1] not in "\"'" or line[:column].count(line[column - 1]) < 2:
        return None
    return f"引号后面又有文字{quoted(line[column:])}；请去掉引号，或把整句括进引号、里面改用“ ”", column, column + 1


_LOOKS: tuple[Callable[[str], _Found | None], ...] = (
    _wide_room,
    _wide_text,
    _dash,
    _file_name,
    _no_blank,
    _wide_bracket,
)
