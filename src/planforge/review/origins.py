"""Where in a plan's files the words of its document come from, by the trace of what was printed."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator, Mapping
from itertools import accumulate

from planforge.outline.text import Text
from planforge.plan.model import Plan
from planforge.plan.slots import slots
from planforge.records import record
from planforge.render.trace import Trace, TracedLine
from planforge.source.place import Place, SourceFile

_Cells = tuple[tuple[int, TracedLine], ...]


@record(frozen=True)
class Origins:
    """The way back from the places of a printed document.

    Attributes:
        path: the document as its places name it.
        cells: for each line of it, the column at which each cell begins and what was printed there.
        texts: the texts of the plan by the keys of their slots.
        top: what generated words lead to that nothing of the plan stands above.
    """

    path: str
    cells: tuple[_Cells, ...]
    texts: Mapping[str, Text]
    top: Place | None

    @classmethod
    def of(cls, document: SourceFile, trace: Trace, plan: Plan) -> Origins:
        """Return the origins of a document that was printed with this trace."""
        waiting: dict[str, deque[TracedLine]] = defaultdict(deque)
        for line in trace.lines:
            for words in dict.fromkeys((_bare(line.text), *map(_bare, line.text.split("\t")))):
                waiting[words].append(line)
        cells = tuple(tuple(_cells(words, waiting)) for words in document.text.split("\n"))
        found = slots(plan)
        top = found[0].text.whole.place if found else None
        return cls(document.path, cells, {slot.key: slot.text for slot in reversed(found)}, top)

    def place(self, place: Place) -> Place:
        """Return where the plan has what stands at a place of the document; generated words belong to what is above."""
        if place.path != self.path:
            return place
        for number in range(min(place.line, len(self.cells)), 0, -1):
            column = place.column if number == place.line else None
            for start, line in reversed(self.cells[number - 1]):
                if line.parts and (column is None or start <= column):
                    return self._within(line, 0 if column is None else column - start)
        return self.top or place

    def _within(self, line: TracedLine, at: int) -> Place:
        part = next((part for part in reversed(line.parts) if part.start <= at), line.parts[0])
        text = self.texts[part.key]
        start = min(max(at - part.start, 0), len(text.printed))
        return text.span(start, len(text.printed)).place


def _cells(words: str, waiting: Mapping[str, deque[TracedLine]]) -> Iterator[tuple[int, TracedLine]]:
    cells = words.split("\t")
    for start, cell in zip(accumulate((len(cell) + 1 for cell in cells), initial=1), cells, strict=False):
        if cell and (queue := waiting.get(_bare(cell))):
            yield start, queue.popleft()


def _bare(words: str) -> str:
    return "".join(words.split())
