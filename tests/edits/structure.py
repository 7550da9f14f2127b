"""Edits of chapters: names, order, rows, tasks, sentences and where paragraphs begin."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.edits.sources import Edit, files

_ITEM = re.compile(
    r"^  - (?P<kind>heading|task|box|text|table|list|point|figure|include)\b.*\n(?:(?:    .*)?\n)*", re.MULTILINE
)
_NAMED = re.compile(r"^  - (?P<kind>heading|task|box): (?P<name>[^\"'{\n]{4,})$", re.MULTILINE)
_ROW = re.compile(r"^(?P<indent> {6,})(?P<first>[^|\n#]+) \|(?P<rest>[^\n]*\|[^\n]*)\n", re.MULTILINE)
_SENTENCE = re.compile(r"^ {6,}(?P<words>[^\n|{}\"#:-]{12,})。(?P<next>[^\n|{}\"#:-]{12,})$", re.MULTILINE)
_LEAD = re.compile(r"^    lead: (.*)$", re.MULTILINE)
_DUE = re.compile(r"^    due: (.*)$", re.MULTILINE)


def structure_edits(example: str) -> Iterator[Edit]:
    """Yield the edits that the chapters of an example allow."""
    for name, text in files(example).items():
        if name.startswith("chapters/"):
            yield from _renamed(name, text)
            yield from _rows(name, text)
            yield from _sentences(name, text)
            yield from _fields(name, text)
            yield from _removed(name, text)
            yield from _moved(name, text)


def _renamed(name: str, text: str) -> Iterator[Edit]:
    for match in _NAMED.finditer(text):
        at = match.end("name") - 2
        yield Edit("rename", name, at, at, "全面", f"{match['kind']}-renamed")


def _rows(name: str, text: str) -> Iterator[Edit]:
    """A new row below one that stands there."""
    for match in _ROW.finditer(text):
        if not set(match["first"].strip()) <= set("-0123456789"):
            row = f"{match['indent']}某新增事项 |{match['rest']}\n"
            yield Edit("row", name, match.end(), match.end(), row, "table-added")


def _sentences(name: str, text: str) -> Iterator[Edit]:
    for match in _SENTENCE.finditer(text):
        if re.search(r"\d", match[0]):
            continue
        start = match.start("words") + 4
        yield Edit("reword", name, start, start + 2, "另行", "prose-changed")
        at, indent = match.start("next"), match.start("words") - match.start()
        yield Edit("split", name, at, at, f"\n\n{' ' * indent}", "prose-split")


def _fields(name: str, text: str) -> Iterator[Edit]:
    for match in _LEAD.finditer(text):
        yield Edit("lead", name, match.start(1), match.end(1), "某委员会", "task-changed")
    for match in _DUE.finditer(text):
        yield Edit("due", name, match.start(), match.end() + 1, "", "task-changed")


def _removed(name: str, text: str) -> Iterator[Edit]:
    """A task goes with its text; one that holds figures would take them along."""
    for match in _ITEM.finditer(text):
        if match["kind"] == "task" and not re.search(r"\d|@", match[0]):
            yield Edit("remove", name, match.start(), match.end(), "", "task-removed")


def _moved(name: str, text: str) -> Iterator[Edit]:
    """A task and the section before it change places, so that it stands below another heading."""
    items = list(_ITEM.finditer(text))
    for one, two, three in zip(items, items[1:], items[2:], strict=False):
        kinds = (one["kind"], two["kind"], three["kind"])
        if kinds == ("task", "heading", "task"):
            between = text[one.end() : two.end()]
            yield Edit("move", name, one.start(), two.end(), between + one[0], "task-moved")
