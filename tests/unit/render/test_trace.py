"""The trace of a page, and what of it a draft's DOCX carries."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from planforge.plan.load import read_plan
from planforge.plan.slots import slots
from planforge.render.build import render_page
from planforge.render.context import context_of
from planforge.render.docx.document import write_docx
from planforge.render.house import House, PageProfile
from planforge.render.houses import find_profile
from planforge.render.page import Page
from planforge.render.trace import TracedLine
from planforge.render.tracing import page_lines, trace_of
from planforge.source.tree import open_plan
from tests.unit.render.reading import W, document_xml

_EXAMPLES = Path(__file__).resolve().parents[3] / "examples"
Traced = Callable[[str], Page]


@pytest.fixture(scope="module")
def traced(house: House) -> Traced:
    """Return a function that gives the page of an example with its trace."""

    def make(example: str) -> Page:
        tree, main = open_plan(_EXAMPLES / example)
        reading = read_plan(tree, main)
        assert reading.plan is not None
        page = render_page(context_of(reading.plan, tree.read_bytes), house)
        return replace(page, trace=trace_of(reading.plan, page, house, tree.read_bytes, reading.files))

    return make


def lines_of(page: Page) -> tuple[TracedLine, ...]:
    assert page.trace is not None
    return page.trace.lines


@pytest.mark.parametrize("example", ["starter", "panjin-145", "fuxin-145"])
def test_every_printed_text_has_its_place(traced: Traced, example: str) -> None:
    page = traced(example)
    assert [line.text for line in lines_of(page)] == [line for line in page_lines(page, 28) if line]
    tree, main = open_plan(_EXAMPLES / example)
    plan = read_plan(tree, main).plan
    assert plan is not None
    texts = {slot.key: slot.text.printed for slot in slots(plan)}
    found = set()
    for line in lines_of(page):
        for part in line.parts:
            assert line.text[part.start : part.end] == texts[part.key]
            found.add(part.key)
    unprinted = {key for key, words in texts.items() if words} - found
    # a time limit without organs is data, the document elements of a draft are not printed
    assert all(key.endswith(".due") or key.startswith("document.") for key in unprinted), unprinted


def test_a_name_occurs_once(traced: Traced) -> None:
    names = [line.name for line in lines_of(traced("panjin-145")) if line.parts]
    assert len(names) == len(set(names))


def test_a_draft_carries_bookmarks_and_base_text(traced: Traced, house: House, profile: PageProfile) -> None:
    page = traced("panjin-145")
    data = write_docx(page, house, profile)
    assert write_docx(page, house, profile) == data
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        body, base = file.read("word/document.xml").decode(), file.read("customXml/item1.xml").decode()
    names = re.findall(r'<w:bookmarkStart w:id="\d+" w:name="(\w+)"', body)
    assert {line.name for line in lines_of(page) if line.parts} <= set(names)
    numbers = re.findall(r'<w:bookmarkStart w:id="(\d+)"', body)
    assert len(numbers) == len(set(numbers))
    assert sorted(numbers) == sorted(re.findall(r'<w:bookmarkEnd w:id="(\d+)"', body))
    assert all(f"<t>{line.text}</t>" in base for line in lines_of(page) if "&" not in line.text)


def test_contents_are_no_place_for_edits(house: House) -> None:
    """They only repeat the headings, which keep their places in the body; the DOCX has bookmarks for these."""
    tree, main = open_plan(_EXAMPLES / "fuxin-145")
    reading = read_plan(tree, main)
    assert reading.plan is not None
    listed = replace(house, contents=replace(house.contents, levels=2))
    page = render_page(context_of(reading.plan, tree.read_bytes), listed)
    trace = trace_of(reading.plan, page, listed, tree.read_bytes, reading.files)
    headings = [line for line in trace.lines if line.text.startswith("第一章　")]
    assert len(headings) == 1
    body = document_xml(write_docx(replace(page, trace=trace), listed, find_profile(listed)))
    names = {mark.get(f"{W}name") for mark in body.iter(f"{W}bookmarkStart")}
    assert {line.name for line in trace.lines if line.parts} <= names


def test_a_final_file_carries_nothing(traced: Traced, house: House, profile: PageProfile) -> None:
    data = write_docx(replace(traced("panjin-145"), trace=None, final=True), house, profile)
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert not any(name.startswith("customXml") for name in file.namelist())
        assert "_pf_" not in file.read("word/document.xml").decode()


def test_a_template_that_looks_into_texts_still_prints(house: House, tmp_path: Path, traced: Traced) -> None:
    for file in house.folder.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    template = (tmp_path / house.template).read_text(encoding="utf-8")
    asked = template.replace("{{ plan.title }}</plan-title>", "{{ plan.title[:5] }}</plan-title>")
    assert asked != template
    (tmp_path / house.template).write_text(asked, encoding="utf-8")
    tree, main = open_plan(_EXAMPLES / "starter")
    reading = read_plan(tree, main)
    assert reading.plan is not None
    curious = replace(house, folder=tmp_path)
    page = render_page(context_of(reading.plan, tree.read_bytes), curious)
    lines = trace_of(reading.plan, page, curious, tree.read_bytes, reading.files).lines
    assert lines[0] == TracedLine("某某市“十")
    assert lines[2].parts
    assert len(lines) == len(lines_of(traced("starter")))
