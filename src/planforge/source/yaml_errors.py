"""YAML syntax errors, told to a drafter who has never heard of YAML."""

from __future__ import annotations

from typing import Any

from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.reader import ReaderError

from planforge.patterns import expression
from planforge.source.place import SourceFile
from planforge.source.problem import Problem, ProblemKind
from planforge.source.yaml_slips import full_width_colon, left_open, misplaced_key, slip

# What ruamel's scanner and parser say (a piece of it) → what the drafter should know and do. First hit wins.
_EXPLANATIONS = (
    ("character '\\t'", "这里用了制表符（Tab），缩进应为空格，请把 Tab 换成空格"),
    ("found a tab character", "这里用了制表符（Tab），缩进应为空格，请把 Tab 换成空格"),
    ("expected escape sequence", "双引号里的“\\”有特殊含义，请改用单引号或“|”块"),
    ("while scanning a quoted scalar", "引号没有配对：从这里开始的引号找不到另一半，请补上，或把这段文字写进“|”块"),
    ("mapping values are not allowed", "这一行多了一个“: ”；正文请写进“|”块，或给整行加引号"),
    ("but got ':'", "“{ }”“[ ]”里多了一个“: ”；里层的“键: 值”也要用“{ }”括起来，文字请加引号"),
    ("while parsing a flow mapping", "“{”没有配对的“}”；以“{”开头的文字请写进“|”块"),
    ("while parsing a flow sequence", "“[”没有配对的“]”；以“[”开头的文字请加引号"),
    ("character '@'", "“@”不能用在开头，请给这段文字加引号"),
    ("character '`'", "“`”不能用在开头，请给这段文字加引号"),
    ("character '>'", "“>”不能用在开头；台账数字请写成“50以上”，其他文字请加引号"),
    ("character '%'", "“%”不能用在开头，请给这段文字加引号"),
    (
        "could not find expected ':'",
        "这一行应为“键: 值”，缺少“: ”（英文冒号加一个空格）；如是上面“|”块的正文，请与块里的其他行左对齐",
    ),
    ("found unknown escape character", "双引号里的“\\”有特殊含义，请改用单引号或“|”块"),
    (
        "while parsing a block mapping",
        "缩进不一致：这一行应与同级的键左对齐；如是上面“|”块的正文，请与块里的其他行左对齐",
    ),
    ("while parsing a block collection", "缩进不一致：列表的“-”应与同级的项左对齐，且不能与键混写"),
    ("undefined alias", "“*”开头的文字会被当作别名，请加引号"),
    ("while scanning an alias", "“*”开头的文字会被当作别名，请加引号"),
    ("while scanning an anchor", "“&”开头的文字会被当作锚点，请加引号"),
    ("but found ']'", "多了一个“]”，前面没有与它配对的“[”；以“]”开头的文字请加引号"),
    ("but found '}'", "多了一个“}”，前面没有与它配对的“{”；以“}”开头的文字请加引号"),
    ("but found ','", "这里多了一个英文逗号，请删去；以逗号开头的文字请加引号"),
    ("sequence entries are not allowed", "“- ”只能写在一行的开头；这段文字以“- ”开头，请加引号"),
    ("tag handle", "“!”开头的文字会被当作标签，请加引号"),
    ("while scanning a tag", "“!”开头的文字会被当作标签，请加引号"),
    ("directive", "以“%”开头的行会被当作 YAML 指令，请删去或给文字加引号"),
    ("YAML document (version", "以“%”开头的行会被当作 YAML 指令，请删去或给文字加引号"),
    ("block scalar", "“|”或“>”后面应直接换行，不能再写文字；台账数字请写成“50以上”"),
    ("<document start>", "这里应为“键: 值”，例如“title: ……”，实为其他文字"),
)

_LEFT_OPEN = "“{”或“[”没有配对：从这里开始的括号找不到另一半，请在这一行补上"
_UNKNOWN = "这里的 YAML 写法有误，请检查这一行和上一行的引号、冒号和缩进"
_HIDDEN_BREAK = expression("\r(?!\n)|[\x85\u2028\u2029]")
_LONE_RETURN = expression("\n")
"""What stands for it in a file that has no other line ends."""
_NO_CHARACTER = expression(r"\\U(?!000|0010)[0-9A-Fa-f]{8}")


def explain(file: SourceFile, error: MarkedYAMLError | ReaderError) -> Problem:
    """Return the problem behind a syntax error, at its place."""
    if isinstance(error, ReaderError):
        return _illegal_character(file, error)
    said = " ".join(str(part) for part in (error.context, error.problem) if part)
    meant = next((words for piece, words in _EXPLANATIONS if piece in said), _UNKNOWN)
    # what is open is reported where the file ends; the user must look where it began
    mark = error.problem_mark or error.context_mark
    began = any(word in said for word in ("quoted", "flow", "simple key")) and "but got ':'" not in said
    if error.context_mark is not None and (began or _left_open(file, error)):
        mark = error.context_mark
        meant = meant if began else _LEFT_OPEN
    if (slipped := _slip(file, said, mark)) is not None:
        return slipped
    start = min(mark.index, len(file.text))
    return Problem(ProblemKind.SYNTAX, meant, file.span(start, min(start + 1, len(file.text))))


def _left_open(file: SourceFile, error: MarkedYAMLError) -> bool:
    opened, stumbled = error.context_mark, error.problem_mark
    if (
        opened is None
        or stumbled is None
        or "flow" not in str(error.context)
        or "but got ':'" not in str(error.problem)
    ):
        return False
    return left_open(file, opened.line + 1, stumbled.line + 1)


def _slip(file: SourceFile, said: str, mark: Any) -> Problem | None:
    """Return what the line itself shows; within quotation marks anything may stand."""
    number = mark.line + 1
    if "quoted" in said or "tab" in said or "'\\t'" in said:
        return None
    if "flow" not in said and (found := full_width_colon(file, number)) is not None:
        return found
    if "mapping values" in said and (found := misplaced_key(file, number)) is not None:
        return found
    found = slip(file, number, mark.column)
    return found or (misplaced_key(file, number) if "while parsing a block" in said else None)


def explain_escape(file: SourceFile, error: Exception) -> Problem:
    """Return the problem behind an error that carries no place: a number behind \\U that is no character."""
    found = _NO_CHARACTER.search(file.text)
    if found is None:
        return Problem(ProblemKind.SYNTAX, f"YAML 写法有误（{error}）", file.span(0, min(1, len(file.text))))
    message = f"双引号里的“{found.group()}”不是任何字符，请删去，或改用单引号"
    return Problem(ProblemKind.SYNTAX, message, file.span(*found.span()))


def hidden_line_break(file: SourceFile) -> Problem | None:
    """Return the problem of a line break that editors and YAML count differently, so that no place would be right."""
    found = (_LONE_RETURN if file.lone_returns else _HIDDEN_BREAK).search(file.text)
    if found is None:
        return None
    if found.group() in "\r\n":
        message = "换行应为 LF 或 CRLF，实为单独的回车符（CR），请在编辑器里改成 LF 再保存"
    else:
        message = f"这里有一个看不见的换行符（U+{ord(found.group()):04X}），请删去，需要换行时按回车"
    return Problem(ProblemKind.SYNTAX, message, file.span(*found.span()))


def _illegal_character(file: SourceFile, error: ReaderError) -> Problem:
    at = min(int(error.position), max(0, len(file.text) - 1))
    code = ord(error.character) if isinstance(error.character, str) else int(error.character)
    message = f"这里有一个看不见的控制字符（U+{code:04X}），请删去"
    return Problem(ProblemKind.SYNTAX, message, file.span(at, at + 1))
