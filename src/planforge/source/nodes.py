"""YAML as a tree of nodes that know their place; every scalar is text.

`2.90` stays 2.90 and a date stays a date: types are for the schema and the plan to read. The forms that make a
YAML file mean something else than it shows are refused: anchors, aliases, tags, merge keys, folded blocks.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, ScalarNode, SequenceNode
from ruamel.yaml.reader import ReaderError

from planforge.source.place import SourceFile, Span
from planforge.source.problem import Problem, ProblemKind
from planforge.source.yaml_errors import explain


@dataclass(frozen=True, eq=False, slots=True)
class Scalar:
    """A text. `style` is "plain", "single", "double" or "literal" (a `|` block)."""

    value: str
    span: Span
    style: str = "plain"


@dataclass(frozen=True, eq=False, slots=True)
class Entry:
    """A key and its value."""

    key: Scalar
    value: Node


@dataclass(frozen=True, eq=False, slots=True)
class Mapping:
    """Keys with values, in the order of the file."""

    entries: tuple[Entry, ...]
    span: Span

    def entry(self, key: str) -> Entry | None:
        """Return the entry of `key`."""
        return next((entry for entry in self.entries if entry.key.value == key), None)

    def get(self, key: str) -> Node | None:
        """Return the value of `key`."""
        entry = self.entry(key)
        return entry.value if entry else None


@dataclass(frozen=True, eq=False, slots=True)
class Sequence:
    """A list."""

    items: tuple[Node, ...]
    span: Span


Node: TypeAlias = Scalar | Mapping | Sequence

_STYLES = {None: "plain", "": "plain", "'": "single", '"': "double", "|": "literal", ">": "folded"}
_TOO_DEEP = "列表或键嵌套太深，无法读取"


def parse(file: SourceFile) -> tuple[Node | None, list[Problem]]:
    """Return the tree of a YAML file and what is wrong with it; None when it cannot be read at all."""
    reader = YAML(pure=True)
    try:
        root = reader.compose(file.text)
        if root is None:
            return None, [Problem(ProblemKind.SYNTAX, "文件是空的", file.span(0, 0))]
        builder = _Builder(file)
        return builder.node(root), builder.problems
    except RecursionError:
        return None, [Problem(ProblemKind.SYNTAX, _TOO_DEEP, file.span(0, min(1, len(file.text))))]
    except (MarkedYAMLError, ReaderError) as error:
        return None, [explain(file, error)]
    except (YAMLError, ValueError) as error:
        # ruamel raises bare errors for malformed escapes and directives; the place is not known
        return None, [Problem(ProblemKind.SYNTAX, f"YAML 写法有误（{error}）", file.span(0, 0))]


class _Builder:
    """Turns ruamel's nodes into ours and collects what is refused."""

    def __init__(self, file: SourceFile) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self._seen: set[int] = set()

    def node(self, raw: Any) -> Node:
        span = Span(self.file, raw.start_mark.index, raw.end_mark.index)
        if id(raw) in self._seen:
            self._refuse(span, "不支持 YAML 别名（*名称），请把内容写在用到的地方")
            return Scalar("", span)
        self._seen.add(id(raw))
        if raw.anchor:
            self._refuse(span, f"不支持 YAML 锚点（&{raw.anchor}），请删去；以“&”或“*”开头的文字请加引号")
        elif span.text.startswith("!"):
            self._refuse(span, "不支持 YAML 标签（!…），以“!”开头的文字请加引号")
        if isinstance(raw, MappingNode):
            return Mapping(tuple(self._entries(raw)), span)
        if isinstance(raw, SequenceNode):
            return Sequence(tuple(self.node(item) for item in raw.value), span)
        return self._scalar(raw, span)

    def _scalar(self, raw: ScalarNode, span: Span) -> Scalar:
        style = _STYLES.get(raw.style, "plain")
        if style == "folded":
            self._refuse(Span(span.file, span.start, span.start + 1), "应为“|”，实为“>”：折叠写法会在汉字之间加空格")
        return Scalar(str(raw.value), span, style)

    def _entries(self, raw: MappingNode) -> Iterator[Entry]:
        first: dict[str, Scalar] = {}
        for raw_key, raw_value in raw.value:
            key, value = self.node(raw_key), self.node(raw_value)
            if not isinstance(key, Scalar):
                self._refuse(key.span, "键应为文字，实为列表或键值对；以“{”或“[”开头的文字请写进“|”块")
            elif key.value == "<<" and key.style == "plain":
                self._refuse(key.span, "不支持 YAML 合并键（<<），请把内容写全")
            elif key.value in first:
                self.problems.append(
                    Problem(
                        ProblemKind.DUPLICATE_KEY,
                        f"键“{key.value}”在同一处写了两次，后一个会盖掉前一个",
                        key.span,
                        ((first[key.value].span, "第一次写在这里"),),
                    )
                )
            else:
                first[key.value] = key
                yield Entry(key, value)

    def _refuse(self, span: Span, message: str) -> None:
        self.problems.append(Problem(ProblemKind.FORBIDDEN_YAML, message, span))
