"""Reads a YAML file into nodes, within bounds of depth and size.

The forms that make a YAML file mean something else than it shows are refused: anchors, aliases, tags, merge keys,
folded blocks. An alias is never followed, so a small file cannot become a large plan.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)
from ruamel.yaml.reader import ReaderError

from planforge.patterns import expression
from planforge.records import record
from planforge.source.nodes import Entry, Mapping, Node, Scalar, Sequence
from planforge.source.place import SourceFile, Span
from planforge.source.problem import Problem, ProblemKind, Problems
from planforge.source.repeats import told_again
from planforge.source.yaml_errors import explain, explain_escape, hidden_line_break
from planforge.source.yaml_events import OddError, exact_events, quick_events

MAX_DEPTH = 40
"""Lists and mappings within each other; the format itself needs seven."""
MAX_NODES = 150_000
"""Keys, texts and lists of a whole plan; the longest real plan known has some 5,000."""

_STYLES = {None: "plain", "": "plain", "'": "single", '"': "double", "|": "literal", ">": "folded"}
_UNPRINTABLE = expression("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
"""What an escape in double quotes can write and no document can print; line ends other than \\n with them."""


@dataclass
class Budget:
    """How many nodes the files of one plan may still have together."""

    left: int = MAX_NODES


class _StopError(Exception):
    """The file is not read any further, for the reason of `problem`."""

    def __init__(self, message: str, span: Span) -> None:
        super().__init__(message)
        self.problem = Problem(ProblemKind.SYNTAX, message, span)


def parse(file: SourceFile, budget: Budget | None = None) -> tuple[Node | None, list[Problem]]:
    """Return the tree of a YAML file and what is wrong with it; None when it cannot be read at all.

    Args:
        file: the file.
        budget: what is left for the files of a plan; reading takes from it.
    """
    hidden = hidden_line_break(file)
    if hidden is not None:
        return None, [hidden]
    count = budget or Budget()
    quick = _quickly(file, Budget(count.left))
    if quick is not None:
        count.left = quick.budget.left
        return quick.root, []
    reader = _Reader(file, count, exact_events(file.text))
    try:
        return reader.document(), reader.problems
    except _StopError as stop:
        return None, [stop.problem]
    except (MarkedYAMLError, ReaderError) as error:
        return None, [explain(file, error)]
    except (YAMLError, ValueError, OverflowError) as error:
        # ruamel raises bare errors for numbers behind \U that are no character; they carry no place
        return None, [explain_escape(file, error)]


@record(frozen=True)
class _Read:
    """The tree of a file in which nothing is wrong, and what its nodes left of the budget."""

    root: Mapping | Sequence
    budget: Budget


def _quickly(file: SourceFile, budget: Budget) -> _Read | None:
    """Return what libyaml makes of a file; None when anything is wrong or odd, for the exact reader to tell."""
    reader = _Reader(file, budget, quick_events(file.text))
    try:
        root = reader.document()
    except (OddError, _StopError, YAMLError, ValueError, OverflowError):
        return None
    # a block at the very left can only be a whole file; the readers differ on a “#” in it
    return None if reader.problems or root is None or isinstance(root, Scalar) else _Read(root, budget)


class _Reader:
    """Turns YAML events into nodes and collects what is refused."""

    def __init__(self, file: SourceFile, budget: Budget, events: Iterator[Any]) -> None:
        self.file = file
        self.budget = budget
        self.problems = Problems()
        self._events = events

    def document(self) -> Node | None:
        next(self._events)  # the stream starts
        if isinstance(next(self._events), StreamEndEvent):
            raise _StopError("文件是空的，请写上内容", self.file.span(0, 0))
        root = self._node(next(self._events), 1)
        next(self._events)  # the document ends
        behind = next(self._events)
        if not isinstance(behind, StreamEndEvent):
            raise _StopError("一个文件里只能有一份内容，请删去单独成行的“---”", self._first(behind))
        return root

    def _node(self, event: Any, depth: int) -> Node:
        self._count(event, depth)
        start = event.start_mark.index
        if isinstance(event, AliasEvent):
            span = self.file.span(start, event.end_mark.index)
            self._refuse(span, "不支持 YAML 别名（*名称），请把内容写在用到的地方；以“*”开头的文字请加引号")
            return Scalar("", span, "refused")
        if isinstance(event, MappingStartEvent):
            entries = tuple(self._entries(depth))
            node: Node = Mapping(entries, self.file.span(start, self._end))
        elif isinstance(event, SequenceStartEvent):
            items = tuple(self._items(depth))
            node = Sequence(items, self.file.span(start, self._end))
        else:
            node = self._scalar(event)
        return self._without_properties(node, event.anchor)

    def _count(self, event: Any, depth: int) -> None:
        if depth > MAX_DEPTH:
            raise _StopError(f"列表或键嵌套太深，应不超过{MAX_DEPTH}层", self._first(event))
        self.budget.left -= 1
        if self.budget.left < 0:
            message = f"规划太大：键和列表项应不超过{MAX_NODES // 10000}万个，从这里起没有读"
            raise _StopError(message, self._first(event))

    def _items(self, depth: int) -> Iterator[Node]:
        while not isinstance(event := next(self._events), SequenceEndEvent):
            yield self._node(event, depth + 1)
        self._end = event.end_mark.index

    def _entries(self, depth: int) -> Iterator[Entry]:
        first: dict[str, Scalar] = {}
        again: list[Scalar] = []
        while not isinstance(event := next(self._events), MappingEndEvent):
            key = self._node(event, depth + 1)
            value = self._node(next(self._events), depth + 1)
            if isinstance(key, Scalar) and self._is_new(key, first):
                self.problems.extend(told_again(again, first))
                again.clear()
                first[key.value] = key
                yield Entry(key, value)
            elif isinstance(key, Scalar) and key.value in first:
                again.append(key)
            elif not isinstance(key, Scalar):
                self._refuse(key.span, "键应为文字，实为列表或键值对；以“{”或“[”开头的文字请写进“|”块")
        self.problems.extend(told_again(again, first))
        self._end = event.end_mark.index

    def _is_new(self, key: Scalar, first: dict[str, Scalar]) -> bool:
        if key.style == "refused":
            return False
        if key.value == "<<" and key.style == "plain":
            self._refuse(key.span, "不支持 YAML 合并键（<<），请把内容写全")
        return key.value not in first and not (key.value == "<<" and key.style == "plain")

    def _scalar(self, event: Any) -> Scalar:
        span = self.file.span(event.start_mark.index, event.end_mark.index)
        style, value = _STYLES.get(event.style, "plain"), str(event.value)
        if style == "plain" and value.startswith("｜"):
            self._refuse(Span(span.file, span.start, span.start + 1), "应为英文的“|”，实为中文的“｜”")
            return Scalar("", span, "refused")
        if style == "folded":
            self._refuse(Span(span.file, span.start, span.start + 1), "应为“|”，实为“>”：折叠写法会在汉字之间加空格")
        found = _UNPRINTABLE.search(value)
        if found:
            message = f"双引号里的转义写出了不能印出的字符（U+{ord(found.group()):04X}），请删去"
            self.problems.append(Problem(ProblemKind.SYNTAX, message, span))
            value = _UNPRINTABLE.sub("", value)
        return Scalar(value, span, style)

    def _without_properties(self, node: Node, anchor: str | None) -> Node:
        """Refuse an anchor or a tag; the node counts without it."""
        if anchor:
            self._refuse(node.span, f"不支持 YAML 锚点（&{anchor[:24]}），请删去；以“&”或“*”开头的文字请加引号")
        elif node.span.text.startswith("!"):
            self._refuse(node.span, "不支持 YAML 标签（!…），以“!”开头的文字请加引号")
        else:
            return node
        return Scalar("", node.span, "refused") if isinstance(node, Scalar) and not node.value else node

    def _first(self, event: Any) -> Span:
        start = min(event.start_mark.index, len(self.file.text))
        return self.file.span(start, min(start + 1, len(self.file.text)))

    def _refuse(self, span: Span, message: str) -> None:
        self.problems.append(Problem(ProblemKind.FORBIDDEN_YAML, message, span))
