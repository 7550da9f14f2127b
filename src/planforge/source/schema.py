"""Validates a node tree against the published JSON Schema and tells every error in plain Chinese at its key.

The schema itself dispatches a block by its key (if/then), so an error speaks of that block and that key and never
of “any of seven forms”; an editor gets the same benefit.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from planforge.patterns import expression
from planforge.resources import schema_dir
from planforge.source.nodes import Entry, Mapping, Node, Scalar, Sequence
from planforge.source.place import Span
from planforge.source.problem import MAX_PROBLEMS, Problem, ProblemKind, Problems, joined, quoted
from planforge.source.schema_words import BLOCK_KEYS, SchemaError, expectation, nearest, nearest_key, shown

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import ValidationError

_UNSPACED = expression(r"[:：]|(?P<rest>^\d{3}(?:\.\d+)?[^\d年]*$)")
"""A key that has swallowed its value (2025:18), or is the end of a number that a comma cut in two (1,850)."""
SCHEMA_FILES = ("plan.schema.json", "chapter.schema.json", "indicators.schema.json")


@cache
def read_schema(name: str) -> dict[str, Any]:
    """Return one of `SCHEMA_FILES` as data."""
    loaded: dict[str, Any] = json.loads((schema_dir() / name).read_text(encoding="utf-8"))
    return loaded


@cache
def _validator() -> Draft202012Validator:
    # a plan that is known to be checked is read without it
    from jsonschema import Draft202012Validator
    from referencing import Registry, Resource

    schemas = [read_schema(name) for name in SCHEMA_FILES]
    resources = [(schema["$id"], Resource.from_contents(schema)) for schema in schemas]
    return Draft202012Validator(schemas[0], registry=Registry().with_resources(resources))


def validate(root: Node) -> list[Problem]:
    """Return everything the schema finds wrong with a plan, in the order of the file."""
    if not isinstance(root, Mapping):
        message = "规划文件的最外层应为“键: 值”，例如“title: ……”"
        return [Problem(ProblemKind.SCHEMA, message, _first_characters(root.span))]
    problems = Problems()
    for error in _validator().iter_errors(plain(root)):
        problems.extend(_problems(SchemaError.of(error), root))
        if len(problems) > MAX_PROBLEMS:
            break
    # the library tells of two missing keys twice, each time with both
    return sorted(dict.fromkeys(problems), key=lambda problem: problem.span.place)


def explained(errors: Iterable[ValidationError], root: Node) -> list[Problem]:
    """Return what a validator found wrong with another file than a plan, in the order of the file."""
    problems = [problem for error in errors for problem in _problems(SchemaError.of(error), root)]
    return sorted(dict.fromkeys(problems), key=lambda problem: problem.span.place)


def plain(node: Node) -> Any:
    """Return a node as dicts, lists and strings; a text without a visible character is empty."""
    if isinstance(node, Mapping):
        return {entry.key.value: plain(entry.value) for entry in node.entries}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return "" if node.blank else node.value


def _problems(error: SchemaError, root: Node) -> Iterator[Problem]:
    entry, node = _at(root, error.path)
    if isinstance(node, Scalar) and node.style == "refused":
        return  # what should stand here has been told already
    where = quoted(entry.key.value) if entry else ""
    match error.keyword:
        case "additionalProperties":
            yield from _unknown_keys(error, node)
        case "required":
            yield from _missing_key(error, node, entry)
        case "not":
            yield _unknown_block(node) if "x-block" in error.schema else _exclusive(error, node)
        case "propertyNames" | "pattern" if isinstance(node, Mapping):
            yield _bad_key(error, node)
        case "pattern" if "minLength" in error.schema and not error.instance:
            pass  # an empty text is told as one
        case "minLength" if entry is not None and _UNSPACED.search(entry.key.value):
            pass  # the key that swallowed its value is told as no key
        case "minLength":
            yield Problem(ProblemKind.SCHEMA, f"{where}应填写内容，实为空", _spot(node, entry))
        case _:
            message = f"{where}应为{expectation(error)}，实为{shown(node)}"
            yield Problem(ProblemKind.SCHEMA, message + _suggestion(error, node), _spot(node, entry))


def _suggestion(error: SchemaError, node: Node) -> str:
    if error.keyword == "type" and "x-hint" in error.schema and not (isinstance(node, Scalar) and node.blank):
        return f"；{error.schema['x-hint']}"
    if error.keyword != "enum" or not isinstance(node, Scalar):
        return ""
    if "，" in node.value:
        return joined(node.value)
    close = nearest(node.value, [str(choice) for choice in error.wanted])
    return f"；是否想写“{close}”" if close else ""


def _unknown_keys(error: SchemaError, node: Node) -> Iterator[Problem]:
    allowed = list(error.schema.get("properties", {}))
    for entry in node.entries if isinstance(node, Mapping) else ():
        if entry.key.value in allowed:
            continue
        guess = _guess(entry.key.value, error)
        message = f"“{error.schema.get('title', '这里')}”里没有{quoted(entry.key.value)}这个键{guess}"
        yield Problem(ProblemKind.UNKNOWN_KEY, message, entry.key.span)


def _guess(word: str, error: SchemaError) -> str:
    properties = error.schema.get("properties", {})
    if word in BLOCK_KEYS and not BLOCK_KEYS.keys().isdisjoint(properties):
        return f"；“{word}”应另起一块，前面加“- ”"
    close = nearest_key(word, properties)
    return f"；是否想写“{close}”" if close else f"；这里可以写：{'、'.join(properties)}"


def _missing_key(error: SchemaError, node: Node, entry: Entry | None) -> Iterator[Problem]:
    present = [inner.key.value for inner in node.entries] if isinstance(node, Mapping) else []
    properties = error.schema.get("properties", {})
    unknown = [other for other in present if other not in properties]
    for key in error.wanted:
        # a misspelt key is already told as unknown with this one as the guess: one message is enough
        misspelt = any(nearest_key(other, {key: properties.get(key, {})}) for other in unknown)
        if key not in present and not misspelt:
            name = properties.get(key, {}).get("title", key)
            of = f"“{error.schema.get('title', entry.key.value if entry else '')}”"
            span = entry.key.span if entry and isinstance(node, Mapping) and not present else _spot(node, None)
            yield Problem(ProblemKind.SCHEMA, f"{of}缺少“{key}”（{name}），请补上", span)


def _unknown_block(node: Node) -> Problem:
    entries = node.entries if isinstance(node, Mapping) else ()
    if not entries:
        return Problem(ProblemKind.SCHEMA, "这一块是空的，请写上内容或删去", _spot(node, None))
    guesses = ((entry, nearest_key(entry.key.value, BLOCK_KEYS)) for entry in entries)
    entry, close = next(((entry, close) for entry, close in guesses if close), (entries[0], None))
    ending = f"；是否想写“{close}”" if close else f"；应为其中之一：{'、'.join(BLOCK_KEYS)}"
    return Problem(ProblemKind.UNKNOWN_KEY, f"不认识的块{quoted(entry.key.value)}{ending}", entry.key.span)


def _exclusive(error: SchemaError, node: Node) -> Problem:
    key = error.wanted["required"][0]
    entry = node.entry(key) if isinstance(node, Mapping) else None
    message = f"“{key}”和“columns”只能写一个，请删去其一"
    return Problem(ProblemKind.SCHEMA, message, entry.key.span if entry else node.span)


def _bad_key(error: SchemaError, node: Mapping) -> Problem:
    entry = node.entry(str(error.instance))
    expected = expectation(error)
    span = entry.key.span if entry else node.span
    if entry is not None and isinstance(entry.value, Scalar) and entry.value.blank:
        unspaced = _UNSPACED.search(entry.key.value)
        if unspaced is not None:
            return Problem(ProblemKind.SCHEMA, _swallowed(entry, cut=unspaced["rest"] is not None), span)
    return Problem(ProblemKind.SCHEMA, f"键应为{expected}，实为{quoted(str(error.instance))}", span)


def _swallowed(entry: Entry, *, cut: bool) -> str:
    key = quoted(entry.key.value)
    if cut:
        return f"{key}前面的逗号把数字分成了两半；数字里不写逗号，如“1850”"
    return f"{key}缺少键和值之间的“: ”（英文冒号加一个空格），如“2025: 18”"


def _at(root: Node, path: tuple[str | int, ...]) -> tuple[Entry | None, Node]:
    """Follow a path; return the last key on the way and the node."""
    entry, node = None, root
    for step in path:
        if isinstance(node, Mapping) and (found := node.entry(str(step))) is not None:
            entry, node = found, found.value
        elif isinstance(node, Sequence) and isinstance(step, int):
            node = node.items[step]
    return entry, node


def _spot(node: Node, entry: Entry | None) -> Span:
    """Return where to point: the value when it is short text, else the key or the first characters."""
    if isinstance(node, Scalar) and node.style != "literal" and node.value:
        return node.span
    if entry is not None:
        return entry.key.span
    if isinstance(node, Mapping) and node.entries:
        return node.entries[0].key.span
    return _first_characters(node.span)


def _first_characters(span: Span) -> Span:
    return Span(span.file, span.start, min(span.end, span.start + 1))
