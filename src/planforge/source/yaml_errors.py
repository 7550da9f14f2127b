"""YAML syntax errors, told to a drafter who has never heard of YAML."""

from __future__ import annotations

from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.reader import ReaderError

from planforge.source.place import SourceFile
from planforge.source.problem import Problem, ProblemKind

# What ruamel's scanner and parser say (a piece of it) → what the drafter should know and do. First hit wins.
_EXPLANATIONS = (
    ("character '\\t'", "这里用了制表符（Tab），缩进应为空格，请把 Tab 换成空格"),
    ("found a tab character", "这里用了制表符（Tab），缩进应为空格，请把 Tab 换成空格"),
    ("while scanning a quoted scalar", "引号没有配对：从这里开始的引号找不到另一半"),
    ("mapping values are not allowed", "这一行多了一个“: ”；正文请写进“|”块，或给整行加引号"),
    ("while parsing a flow mapping", "“{”没有配对的“}”；以“{”开头的文字请写进“|”块"),
    ("while parsing a flow sequence", "“[”没有配对的“]”；以“[”开头的文字请加引号"),
    ("character '@'", "“@”不能用在开头，请给这段文字加引号"),
    ("character '`'", "“`”不能用在开头，请给这段文字加引号"),
    ("character '%'", "“%”不能用在开头，请给这段文字加引号"),
    ("could not find expected ':'", "键后面缺少“: ”（英文冒号加一个空格）"),
    ("found unknown escape character", "双引号里的“\\”有特殊含义，请改用单引号或“|”块"),
    ("while parsing a block mapping", "缩进不一致：这一行应与同级的键左对齐"),
    ("while parsing a block collection", "缩进不一致：列表的“-”应与同级的项左对齐，且不能与键混写"),
    ("undefined alias", "“*”开头的文字会被当作别名，请加引号"),
    ("while scanning an alias", "“*”开头的文字会被当作别名，请加引号"),
    ("while scanning an anchor", "“&”开头的文字会被当作锚点，请加引号"),
    ("expected a single document", "一个文件里只能有一份内容，请删去单独成行的“---”"),
    ("block scalar", "“|”后面应直接换行，不能再写文字"),
)


def explain(file: SourceFile, error: MarkedYAMLError | ReaderError) -> Problem:
    """Return the problem behind a syntax error, at its place."""
    if isinstance(error, ReaderError):
        return _illegal_character(file, error)
    said = " ".join(str(part) for part in (error.context, error.problem) if part)
    meant = next((words for piece, words in _EXPLANATIONS if piece in said), f"YAML 写法有误（{said}）")
    # an open quote or bracket is reported where the file ends; the user must look where it began
    mark = error.problem_mark or error.context_mark
    if error.context_mark is not None and ("quoted" in said or "flow" in said):
        mark = error.context_mark
    if "quoted" not in said and "flow" not in said:
        full_width = _full_width_colon(file, mark.line + 1)
        if full_width is not None:
            return full_width
    start = min(mark.index, len(file.text))
    return Problem(ProblemKind.SYNTAX, meant, file.span(start, min(start + 1, len(file.text))))


def _full_width_colon(file: SourceFile, number: int) -> Problem | None:
    """Return the real trouble when this line or the one before has “title：…” and YAML stumbled behind it."""
    for at in (number, number - 1):
        line = file.line(at)
        if "：" in line and ":" not in line and not line.lstrip().startswith(("#", "-")):
            start = file.offset(at) + line.index("：")
            message = "键后面应为英文冒号加空格“: ”，实为中文冒号“：”"
            return Problem(ProblemKind.SYNTAX, message, file.span(start, start + 1))
    return None


def _illegal_character(file: SourceFile, error: ReaderError) -> Problem:
    at = min(int(error.position), max(0, len(file.text) - 1))
    code = ord(error.character) if isinstance(error.character, str) else int(error.character)
    message = f"这里有一个看不见的控制字符（U+{code:04X}），请删去"
    return Problem(ProblemKind.SYNTAX, message, file.span(at, at + 1))
