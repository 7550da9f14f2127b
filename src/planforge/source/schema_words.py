"""The words of schema errors: what was expected, what is there, which allowed word is nearest."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from collections.abc import Mapping as TypingMapping
from typing import TYPE_CHECKING, Any

from planforge.records import record
from planforge.source.nodes import Mapping, Node, Sequence
from planforge.source.problem import quoted

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError


@record(frozen=True)
class SchemaError:
    """The parts of a validation error that messages are made of.

    Attributes:
        keyword: the schema keyword that failed, e.g. "enum".
        wanted: its value in the schema.
        schema: the schema it stands in.
        instance: what did not match.
        path: keys and indices from the root to the instance.
    """

    keyword: str
    wanted: Any
    schema: dict[str, Any]
    instance: Any
    path: tuple[str | int, ...]

    @classmethod
    def of(cls, error: ValidationError) -> SchemaError:
        """Return the parts of the library's error."""
        schema = error.schema if isinstance(error.schema, dict) else {}
        return cls(str(error.validator), error.validator_value, schema, error.instance, tuple(error.absolute_path))


_BLOCK_NAMES = {
    "heading": "标题",
    "text": "正文",
    "point": "编号段落",
    "list": "列举",
    "task": "任务",
    "box": "专栏",
    "table": "表格",
    "chart": "图表",
    "figure": "插图",
}
BLOCK_KEYS = {key: {"title": name} for key, name in _BLOCK_NAMES.items()}
"""The keys of blocks with their names, as a schema has those of other keys."""
_TYPES = {"string": "文字", "object": "“键: 值”", "array": "列表", "number": "数字", "integer": "整数"}


def nearest(word: str, allowed: Iterable[str]) -> str | None:
    """Return the allowed word that `word` is most likely a slip of, if any."""
    found = difflib.get_close_matches(word, list(allowed), n=1, cutoff=0.5)
    return found[0] if found else None


def nearest_key(word: str, properties: TypingMapping[str, Any]) -> str | None:
    """Return the key that `word` is a slip of, or the one whose Chinese name it is most like (标题: title)."""
    if (close := nearest(word, properties)) is not None:
        return close
    named = {str(value.get("title", "")): key for key, value in properties.items() if isinstance(value, dict)}
    name = nearest(word, named)
    return named[name] if name else None


def expectation(error: SchemaError) -> str:
    """Return what the schema wanted, in words."""
    if "x-expect" in error.schema:
        return str(error.schema["x-expect"])
    match error.keyword:
        case "enum":
            return "、".join(dict.fromkeys(f"“{choice}”" for choice in error.wanted))
        case "type":
            kinds = [error.wanted] if isinstance(error.wanted, str) else error.wanted
            return "或".join(_TYPES.get(kind, kind) for kind in kinds)
        case "minItems":
            return "至少一项的列表"
        case "maxItems":
            return f"不超过{error.wanted}项的列表"
    return str(error.schema.get("title", "别的写法"))


def shown(node: Node) -> str:
    """Return what is there, in words."""
    if isinstance(node, Mapping):
        keys = "、".join(entry.key.value[:12] for entry in node.entries[:3])
        return f"“键: 值”（{keys}）" if keys else "空的“键: 值”"
    if isinstance(node, Sequence):
        return "列表" if node.items else "空列表"
    return "空" if node.blank else quoted(node.value)
