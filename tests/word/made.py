"""Word files of every kind, as the commands write them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from planforge.plan.model import Plan
from planforge.plan.neighbours import read_with_neighbours
from planforge.render.build import render_page
from planforge.render.context import context_of
from planforge.render.docx.document import write_docx
from planforge.render.houses import find_house, find_profile
from planforge.render.tracing import trace_of
from planforge.source.place import SourceFile
from planforge.source.tree import Tree, open_plan
from tests.examples.test_findings import EXAMPLES


@dataclass(frozen=True)
class Read:
    """An example, read once for all its files."""

    tree: Tree
    plan: Plan
    files: tuple[SourceFile, ...]


@cache
def plan_of(example: str) -> Read:
    """Read an example."""
    tree, main = open_plan(EXAMPLES / example)
    reading = read_with_neighbours(tree, main)
    assert reading.plan is not None
    return Read(tree, reading.plan, tuple(reading.files))


def built(read: Read, house_name: str, page_name: str, *, final: bool) -> bytes:
    """Return the DOCX of an example in a house format; a draft carries what a review needs to come back."""
    house = find_house(house_name)
    page = render_page(context_of(read.plan, read.tree.read_bytes), house)
    if final:
        page = replace(page, final=True)
    else:
        page = replace(page, trace=trace_of(read.plan, page, house, read.tree.read_bytes, read.files))
    return write_docx(page, house, find_profile(house, page_name))
