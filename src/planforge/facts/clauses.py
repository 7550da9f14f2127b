"""Where sentences and clauses of a reading begin and end; what stands in closed brackets is passed over."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

SENTENCE_ENDS = frozenset("。！？!?\n")
CLAUSE_ENDS = SENTENCE_ENDS | frozenset("，,；;：:")
_OPEN = {"（": "）", "(": ")", "[": "]", "【": "】"}
_CLOSE = {"）": "（", ")": "(", "]": "[", "】": "【"}


@dataclass(frozen=True, eq=False)
class Clauses:
    """The boundaries of one reading; every position asked for is an index into it."""

    text: str

    @cached_property
    def _ends(self) -> tuple[list[int], list[int]]:
        clauses, sentences = [0], [0]
        for index, character in enumerate(self.text):
            if character in CLAUSE_ENDS:
                clauses.append(index + 1)
                if character in SENTENCE_ENDS:
                    sentences.append(index + 1)
        return clauses, sentences

    @cached_property
    def brackets(self) -> list[tuple[int, int]]:
        """The spans (open bracket, behind the closing one) of the outermost closed brackets."""
        found: list[tuple[int, int]] = []
        stack: list[tuple[str, int]] = []
        for index, character in enumerate(self.text):
            if character in _OPEN:
                stack.append((character, index))
            elif character in _CLOSE and stack:
                _, start = stack.pop()
                if not stack:
                    found.append((start, index + 1))
        return found

    def bracket_around(self, index: int) -> tuple[int, int] | None:
        """Return the bracket that `index` stands in."""
        return next(((start, end) for start, end in self.brackets if start < index < end), None)

    def sentence_start(self, index: int) -> int:
        """Return where the sentence of `index` begins."""
        starts = self._ends[1]
        return starts[bisect_right(starts, index) - 1]

    def clause_start(self, index: int) -> int:
        """Return where the clause of `index` begins; a bracket is a text of its own, closed ones are passed over."""
        around = self.bracket_around(index)
        floor = around[0] + 1 if around else 0
        starts = self._ends[0]
        position = bisect_right(starts, index) - 1
        while position > 0 and starts[position] > floor:
            inside = self.bracket_around(starts[position] - 1)
            if inside is None or inside == around:
                return max(floor, starts[position])
            position -= 1
        return floor

    def clause_end(self, index: int) -> int:
        """Return where the clause of `index` ends, its mark not included."""
        return next((i for i in range(index, len(self.text)) if self.text[i] in CLAUSE_ENDS), len(self.text))
