"""A plan as its document reads: what a comparison with a Word or text file needs, which knows no tasks and no ledger.

The plan is printed and read again by the reader of Word files, so that both sides are told alike and only what is
printed otherwise is a change. Places still lead into the plan's own files, see `origins`.
"""

from __future__ import annotations

from dataclasses import replace

from planforge.plan.ledger import Ledger
from planforge.plan.load import read_plan, readable
from planforge.review.house import house_of
from planforge.review.origins import Origins
from planforge.review.version import Version
from planforge.source.tree import Tree

_NAME = "printed.docx"


def on_one_footing(old: Version, new: Version) -> tuple[Version, Version]:
    """Return both versions; beside a document of another format a plan stands as its document reads.

    The document is given the names and directions of the plan's ledger, so that figures are linked and judged alike.

    Raises:
        PlanforgeError: when the plan cannot be printed.
    """
    if old.plan.from_source == new.plan.from_source:
        return old, new
    ledger = _without_figures((old if old.plan.from_source else new).plan.ledger)
    return _beside(old, ledger), _beside(new, ledger)


def _beside(version: Version, ledger: Ledger) -> Version:
    printed = _printed(version) if version.plan.from_source else version
    return replace(printed, plan=replace(printed.plan, ledger=ledger))


def _without_figures(ledger: Ledger) -> Ledger:
    return Ledger(tuple(replace(one, actual={}, target={}, total={}, growth={}, stated={}) for one in ledger))


def _printed(version: Version) -> Version:
    from planforge.render.build import render_page
    from planforge.render.context import context_of
    from planforge.render.docx.document import write_docx
    from planforge.render.houses import find_profile
    from planforge.render.tracing import trace_of

    plan, tree = version.plan, version.tree
    house = house_of(plan.house, tree.root)
    page = render_page(context_of(plan, tree.read_bytes), house)
    data = write_docx(page, house, find_profile(house, plan.page))
    reading = read_plan(Tree(tree.root, f"{version.name}/", {_NAME: data}), _NAME)
    trace = trace_of(plan, page, house, tree.read_bytes, version.reading.files)
    return replace(version, reading=reading, plan=readable(reading), origins=Origins.of(reading.files[0], trace, plan))
