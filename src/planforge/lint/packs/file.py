"""An office's pack: read from its YAML file, checked against its schema, refused as a whole when anything is wrong.

A rule that is silently left out would let a plan through, so there is no half of a pack.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex
from jsonschema import Draft202012Validator

from planforge.errors import SourceError, UsageError
from planforge.lint.packs.entry import PLACEHOLDERS, Entry
from planforge.lint.packs.reading import day_of, entry_of
from planforge.records import record
from planforge.source.nodes import Mapping, Node, Scalar, Sequence
from planforge.source.problem import Problem, ProblemKind
from planforge.source.schema import explained, plain, read_schema
from planforge.source.tree import Tree
from planforge.source.yaml_reading import parse

PACK_SCHEMA = "pack.schema.json"
OWN_PREFIX = "PF"
"""Codes that begin so are planforge's own."""
MAX_BYTES = 1024 * 1024
_CONTENT = ("terms", "swap", "exact", "find")


@record(frozen=True)
class Pack:
    """A pack that can be used: how messages call its file, and its entries."""

    path: str
    entries: tuple[Entry, ...]


def read_pack(tree: Tree, path: str) -> Pack:
    """Return the pack in a file.

    Args:
        tree: the folder of the configuration, which the pack must lie in.
        path: the file, relative to that folder.

    Raises:
        SourceError: when the file cannot be read.
        UsageError: when it is no pack; the message has the place of the first fault.
    """
    file = tree.read(path)
    if len(file.text.encode()) > MAX_BYTES:
        raise SourceError(f"规则包“{file.path}”太大：应不超过1 MB", hint="请拆成几个规则包")
    root, problems = parse(file)
    if root is not None and not problems:
        problems = _faults(root)
    if problems:
        first = min(problems, key=lambda problem: problem.span.place)
        more = f"（共{len(problems)}处问题）" if len(problems) > 1 else ""
        raise UsageError(
            f"规则包读不出来：{first.span.place} {first.message}{more}", hint="写法见 planforge schema pack"
        )
    return Pack(file.path, tuple(entry_of(item) for item in plain(root)["rules"]) if root else ())


@cache
def _validator() -> Draft202012Validator:
    return Draft202012Validator(read_schema(PACK_SCHEMA))


def _faults(root: Node) -> list[Problem]:
    """Return what is wrong with a pack: first by its schema, then what no schema can say."""
    if not isinstance(root, Mapping):
        return [_fault(root, "规则包的最外层应为“键: 值”，例如“pack: 1”")]
    problems = explained(_validator().iter_errors(plain(root)), root)
    rules = root.get("rules")
    if problems or not isinstance(rules, Sequence):
        return problems
    found = (problem for rule in rules.items if isinstance(rule, Mapping) for problem in _rule_faults(rule))
    return [*found, *_repeated(rules)]


_BRACED = regex.compile(r"\{[A-Za-z_]+\}")


def _fault(node: Node, message: str) -> Problem:
    return Problem(ProblemKind.SCHEMA, message, node.span)


def _rule_faults(rule: Mapping) -> Iterator[Problem]:
    code = rule.get("code")
    if isinstance(code, Scalar) and code.value.startswith(OWN_PREFIX):
        yield _fault(code, f"“{code.value}”：{OWN_PREFIX} 开头的代码留给 planforge，请换一个前缀")
    if not any(rule.get(key) for key in _CONTENT) and code is not None:
        yield _fault(code, f"这条规则没有内容，应写上 {'、'.join(_CONTENT)} 中的一项")
    message = rule.get("message")
    if isinstance(message, Scalar) and (strange := set(_BRACED.findall(message.value)) - set(PLACEHOLDERS)):
        yield _fault(message, f"message 里没有“{min(strange)}”这个占位；可以写 {'、'.join(PLACEHOLDERS)}")
    searches = rule.get("find")
    for search in searches.items if isinstance(searches, Sequence) else ():
        if isinstance(search, Mapping):
            yield from _search_faults(search)


def _search_faults(search: Mapping) -> Iterator[Problem]:
    pattern = search.get("pattern")
    if (pattern is None) == (search.get("term") is None):
        yield _fault(search, "查找项应写“term”或“pattern”中的一个")
    if isinstance(pattern, Scalar) and (reason := _bad_pattern(pattern.value, search.get("use"))):
        yield _fault(pattern, f"正则表达式“{pattern.value}”{reason}")
    for key in ("from", "to"):
        day = search.get(key)
        if isinstance(day, Scalar) and not _is_day(day.value):
            yield _fault(day, f"日历上没有“{day.value}”这一天")


def _bad_pattern(source: str, use: Node | None) -> str:
    """Return what is wrong with an expression or the words to put in its place, in words; empty when nothing is."""
    try:
        pattern = regex.compile(source, regex.MULTILINE)
    except regex.error as error:
        at = f"，第{error.pos + 1}个字处" if error.pos is not None else ""
        return f"写法不对{at}，请检查括号和反斜杠"
    if pattern.match("") is not None:
        return "什么都匹配，应至少要求一个字"
    groups = {int(number) for number in regex.findall(r"\\(\d+)", use.value)} if isinstance(use, Scalar) else set()
    return "没有 use 里所用的那一组" if any(group > pattern.groups for group in groups) else ""


def _is_day(text: str) -> bool:
    try:
        day_of(text, last=False)
    except ValueError:
        return False
    return True


def _repeated(rules: Sequence) -> Iterator[Problem]:
    """Yield a fault for each code or name that an earlier rule of the pack bears."""
    seen: set[str] = set()
    for rule in rules.items:
        for key in ("code", "slug"):
            node = rule.get(key) if isinstance(rule, Mapping) else None
            if isinstance(node, Scalar) and node.value in seen:
                yield _fault(node, f"“{node.value}”在规则包里用了两次")
            elif isinstance(node, Scalar):
                seen.add(node.value)
