"""Puts two rows of paragraphs and tables together: the new one, with what went, came and moved marked in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy

from planforge.render.docx.oxml import Element
from planforge.review.redline.align import align
from planforge.review.redline.flow import Flow, Status, compared, ended, moved, one_sided
from planforge.review.redline.item import Item, Step
from planforge.review.redline.marks import Marks
from planforge.review.redline.node import child, local, signature, value, words_of
from planforge.review.redline.paragraph import paragraphs
from planforge.review.redline.steps import parted_tables, stretches, tail_start, with_common_end
from planforge.review.redline.table import comparable, one_sided_table, woven_table

_BOOKMARKS = ("bookmarkStart", "bookmarkEnd")


def weave(old: Sequence[Element], new: Sequence[Element], marks: Marks) -> list[Element]:
    """Return paragraphs and tables in which accepting all changes gives `new` and rejecting them gives `old`."""
    before, after = items_of(old), items_of(new)
    steps = with_common_end(list(_replaced(align(before, after), old, new)), before, after)
    # in this order: the last paragraph, made common, no longer stands between a table that went and one that came
    return list(_Weaver(old, new, marks).elements(parted_tables(steps, before, after)))


def items_of(nodes: Sequence[Element]) -> list[Item]:
    """Return what the alignment is to know of paragraphs and tables; a table has the name of its caption."""
    found: list[Item] = []
    for node in nodes:
        above = [item.name for item in found[-2:] if item.name and item.kind == "p"]
        found.append(_item(node, f"table {above[-1]}" if local(node) == "tbl" and above else ""))
    return found


def _item(node: Element, name: str) -> Item:
    mark = child(node, "bookmarkStart")
    style = child(child(node, "pPr"), "pStyle")
    words = words_of(node)
    things = "" if words else "".join(signature(one) for one in node.iter() if local(one) == "drawing")
    return Item(
        local(node),
        words or things,
        value(style, "val"),
        name or value(mark, "name"),
        local(node) == "p" and not words and not things,
    )


def _replaced(steps: Sequence[Step], old: Sequence[Element], new: Sequence[Element]) -> Iterator[Step]:
    """Take a table with other columns for another table."""
    for step in steps:
        both = [old[i] for i in step.old] + [new[j] for j in step.new]
        if step.paired and local(both[0]) == "tbl" and not comparable(*both):
            yield from (Step(step.old), Step((), step.new))
        else:
            yield step


class _Weaver:
    """Turns steps into elements."""

    def __init__(self, old: Sequence[Element], new: Sequence[Element], marks: Marks) -> None:
        self.old, self.new, self.marks = old, new, marks
        self.opening: dict[tuple[str, int], Element] = {}
        self.closing: dict[tuple[str, int], Element] = {}

    def elements(self, steps: Sequence[Step]) -> Iterator[Element]:
        """Yield the elements of both versions as those of one body."""
        for stretch in stretches(steps):
            name = self.marks.move_name()
            for tag, first in (("moveFrom", stretch.old), ("moveTo", stretch.new)):
                self.opening[tag, first], self.closing[tag, first + stretch.length - 1] = self.marks.move_range(
                    tag, name
                )
        start = tail_start(steps)
        if start < len(steps):
            start = max(0, start - 1)
        for step in steps[:start]:
            yield from self._step(step)
        yield from self._tail(steps[start:])

    def _nodes(self, step: Step) -> list[Element]:
        return [self.old[i] for i in step.old] + [self.new[j] for j in step.new]

    def _step(self, step: Step) -> Iterator[Element]:
        match local(self._nodes(step)[0]):
            case "p":
                yield from self._paragraphs(step)
            case "tbl":
                yield self._table(step)
            case _:
                yield from (deepcopy(self.new[j]) for j in step.new)

    def _table(self, step: Step) -> Element:
        if step.paired:
            return woven_table(self.old[step.old[0]], self.new[step.new[0]], self.marks, weave)
        status = Status.DELETED if step.old else Status.INSERTED
        return one_sided_table(self._nodes(step)[0], status, self.marks)

    def _paragraphs(self, step: Step) -> Iterator[Element]:
        nodes = self._nodes(step)
        if step.paired and len(nodes) == 2 and _same(*nodes):
            yield deepcopy(nodes[1])
            return
        made = paragraphs(self._flow(step), self.marks)
        if step.away is None:
            yield from made
            return
        tag, at = ("moveFrom", step.old[0]) if step.old else ("moveTo", step.new[0])
        if (tag, at) in self.opening:
            made[0].insert(1, self.opening[tag, at])
        yield from made
        if (tag, at) in self.closing:
            yield self.closing[tag, at]

    def _flow(self, step: Step) -> Flow:
        if step.paired:
            return compared([self.old[i] for i in step.old], [self.new[j] for j in step.new])
        node = self._nodes(step)[0]
        if step.away is None:
            return one_sided(node, Status.DELETED if step.old else Status.INSERTED)
        if step.old:
            return moved(node, self.new[step.away], Status.MOVED_FROM)
        return moved(self.old[step.away], node, Status.MOVED_TO)

    def _tail(self, steps: Sequence[Step]) -> Iterator[Element]:
        """The last pair with what one side alone has behind it; the last paragraph mark of all stays."""
        kinds = {local(node) for step in steps for node in self._nodes(step)}
        if kinds == {"p"} and steps[0].paired:
            yield from self._joined(steps)
        elif steps and steps[0].paired and local(self._nodes(steps[0])[0]) == "p":
            yield from self._carried(steps)
        else:
            for step in steps[:-1]:
                yield from self._step(step)
            for step in steps[-1:]:
                flow = self._flow(step)
                yield from paragraphs(ended(flow, Status.KEPT, flow[-1].atom), self.marks)

    def _joined(self, steps: Sequence[Step]) -> Iterator[Element]:
        """The mark of the pair goes or comes, that of the last paragraph stays in its stead."""
        flows = [self._flow(step) for step in steps]
        pair, last = flows[0][-1], flows[-1][-1]
        if steps[-1].old and pair.was is not None:
            flows[0] = ended(flows[0], Status.DELETED, pair.was)
            flows[-1] = ended(flows[-1], Status.KEPT, pair.atom, last.atom)
        else:
            flows[0] = ended(flows[0], Status.INSERTED, pair.atom)
            flows[-1] = ended(flows[-1], Status.KEPT, last.atom, pair.was)
        yield from paragraphs([piece for flow in flows for piece in flow], self.marks)

    def _carried(self, steps: Sequence[Step]) -> Iterator[Element]:
        """A paragraph cannot be joined with a table: it goes above the table and comes again below, or the reverse."""
        gone = [piece for i in steps[0].old for piece in one_sided(self.old[i], Status.DELETED)]
        come = [piece for j in steps[0].new for piece in one_sided(self.new[j], Status.INSERTED)]
        last = self._flow(steps[-1])
        yield from paragraphs(gone if steps[-1].old else come, self.marks)
        for step in steps[1:-1]:
            yield from self._step(step)
        if steps[-1].old:
            closing = ended([*come[:-1], *last], Status.KEPT, come[-1].atom, last[-1].atom)
        else:
            closing = ended([*gone[:-1], *last], Status.KEPT, last[-1].atom, gone[-1].atom)
        yield from paragraphs(closing, self.marks)


def _same(old: Element, new: Element) -> bool:
    return signature(old, _BOOKMARKS) == signature(new, _BOOKMARKS)
