"""libyaml's events must make the very tree that ruamel's own make: values, styles and the place of every character."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planforge.source import yaml_reading
from planforge.source.nodes import Mapping, Node, Scalar
from planforge.source.place import SourceFile
from planforge.source.yaml_events import OddError
from planforge.source.yaml_reading import Budget, parse

ROOT = Path(__file__).resolve().parents[3]
FILES = sorted(path for folder in ("examples", "tests", "src", "templates") for path in (ROOT / folder).rglob("*.yaml"))
EXAMPLES = [path for path in FILES if path.is_relative_to(ROOT / "examples")]


def _given_up(text: str) -> Iterator[Any]:
    raise OddError
    yield text


def _must_not_be_asked(text: str) -> NoReturn:
    raise AssertionError("the exact reader was asked")


def shape(node: Node | None) -> Any:
    """Return all that a node says, as plain data."""
    match node:
        case None:
            return None
        case Scalar():
            return (node.style, node.value, node.span.start, node.span.end)
        case Mapping():
            return [(node.span.start, node.span.end), *((shape(one.key), shape(one.value)) for one in node.entries)]
    return [(node.span.start, node.span.end), *map(shape, node.items)]


def read(text: str) -> tuple[Any, list[Any], int]:
    """Return the tree of a text, its problems and what is left of the budget."""
    budget = Budget(300)
    node, problems = parse(SourceFile("a.yaml", text), budget)
    told = [(problem.kind, problem.message, problem.span.start, problem.span.end) for problem in problems]
    return shape(node), told, budget.left


def assert_same(text: str) -> None:
    """Read a text with and without libyaml and compare."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml_reading, "quick_events", _given_up)
        exact = read(text)
    assert read(text) == exact


def texts_within(node: Node | None) -> Iterator[str]:
    """Yield the texts in a file that may be YAML themselves, as those of test cases are."""
    match node:
        case None:
            return
        case Scalar():
            if "\n" in node.value:
                yield node.value
        case Mapping():
            for entry in node.entries:
                yield from texts_within(entry.value)
        case _:
            for item in node.items:
                yield from texts_within(item)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_reads_the_same(path: Path) -> None:
    text = path.read_text(encoding="utf-8", errors="surrogateescape")
    assert_same(text)
    assert_same(text.replace("\n", "\r\n"))
    for inner in texts_within(parse(SourceFile("a.yaml", text))[0]):
        assert_same(inner)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_real_plan_needs_libyaml_only(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_reading, "exact_events", _must_not_be_asked)
    node, problems = parse(SourceFile("a.yaml", path.read_text(encoding="utf-8")))
    assert node is not None
    assert not problems


# Each of these the two readers take differently, or only one of them takes.
CORNERS = {
    "empty value before a space": "a:   \nb: c\n",
    "empty value at the end": "a:",
    "empty item": "- \n- b\n",
    "tab after a colon": "a:\tb\n",
    "tab after a text": "a: b\t\n",
    "byte order mark at the start": "\ufeffa: b\n",
    "byte order mark within": "a: |\n  x\n\ufeff\n",
    "byte order mark as a text": "- \ufeff\n- b\n",
    "comment at the head of a block": "a: |# b\n  c\n",
    "block without indentation": "|\n# b\n",
    "block that begins with spaces": "- a: |\n \n    b\n     c\n",
    "block of spaces": "- a: |\n  \n    \n- b\n",
    "two ends of a document": "a: |\n  b\n...\n...\n",
    "a second document": "a: b\n---\nc: d\n",
    "a directive": "%YAML 1.1\n---\na: yes\n",
    "a tag": "a: !!str b\n",
    "a tag and an anchor on two lines": "a: !b\n  &c d\n",
    "an alias with a colon": "*a:\n",
    "a key of too many characters": f"{'键' * 1030}: a\n",
    "half a character": "a: \ud800\n",
    "a character that no document prints": 'a: "\\0"\n',
    "a key twice": "a: b\na: c\n",
    "too deep": "[" * 60 + "]" * 60,
    "too many": "[" + "a, " * 400 + "a]",
    "nothing": "",
    "only a comment": "# a\n",
}


@pytest.mark.parametrize("text", CORNERS.values(), ids=CORNERS.keys())
def test_a_corner_reads_the_same(text: str) -> None:
    assert_same(text)


_WORDS = st.sampled_from(
    [
        *("键", "title", "2025", "007", "到2030年，", "“十四五”", "yes", "~", "12:30:45", "𬭎", "😀", "\u3000", "\xa0"),
        *(":", ": ", ":\n", "- ", "-\n", "? ", "#", " # 注", "'", "''", '"', "\\", "\\\n", "{", "}", "[", "]", ","),
        *("|\n", "|-\n", "|+\n", "|2\n", "| # 注\n", ">\n", "&a ", "*a", "!b ", "<<: ", "%", "---\n", "...\n"),
        *("\t", "\ufeff", "\u200b", "\r\n", "\n", "\n\n", "  ", " "),
    ]
)
_LINES = st.builds(
    lambda indent, words, end: " " * indent + "".join(words) + end,
    st.sampled_from([0, 0, 2, 2, 4, 6, 1, 3]),
    st.lists(_WORDS, min_size=1, max_size=5),
    st.sampled_from(["\n", "\n", "\n\n", "\r\n", " # 注\n", ""]),
)
_BLOCKS = st.builds(
    lambda head, lines, end, tail: f"- {head}\n" + "\n".join(lines) + end + tail,
    st.sampled_from(["text: |", "text: |-", "text: |+", "text: |4", "text: | # 注", "|", "text: '甲", "text: 乙"]),
    st.lists(
        st.sampled_from(["    正文。", "     多一格", "", "    # 不是", "    a: b", "    ", "  c: d"]), max_size=5
    ),
    st.sampled_from(["", "\n", "\n\n", "\n \n", "'\n", "\n# 注\n", "\n  # 注\n"]),
    st.sampled_from(["", "- b\n", "  label: 丙\n", "c: d\n"]),
)
_FLOW_FORMS = st.sampled_from([("[", ", ", "]"), ("{", ", ", "}"), ("[", ",\n  ", " ]"), ("{ ", " ,", ",}")])
_FLOWS = st.recursive(
    st.sampled_from(["甲", "'乙'", '"丙"', "2025: 80", "a b", "1,000", "a:b", "'a': 1"]),
    lambda inner: st.builds(
        lambda items, form: form[0] + form[1].join(items) + form[2], st.lists(inner, max_size=3), _FLOW_FORMS
    ),
    max_leaves=6,
).map(lambda flow: f"指标: {flow}\n")


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.one_of(_LINES, _BLOCKS, _FLOWS), min_size=1, max_size=6).map("".join))
def test_any_text_reads_the_same(text: str) -> None:
    assert_same(text)
