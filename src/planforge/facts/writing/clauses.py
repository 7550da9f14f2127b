"""Where sentences and clauses of a reading begin and end; what stands in closed brackets is passed over."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from planforge.patterns import expression
from planforge.records import cached_property, record

SENTENCE_ENDS = frozenset("。！？!?\n")
_OPEN = {"（": "）", "(": ")", "[": "]", "【": "】"}
_MARK = expression(r"[。！？!?\n，,；;：:](?<!\d[：:](?=\d))")
"""A colon between digits is that of a ratio: 6.2:41.5:52.3. A class comes first: it is found fast."""
_BRACKET = expression(r"[（(\[【）)\]】]")


@record(frozen=True, eq=False)
class Clauses:
    """The boundaries of one reading; every position asked for is an index into it."""

    text: str

    @cached_property
    def _ends(self) -> tuple[list[int], list[int]]:
        clauses, sentences = [0], [0]
        for match in _MARK.finditer(self.text):
            clauses.append(match.end())
            if match[0] in SENTENCE_ENDS:
                sentences.append(match.end())
        return clauses, sentences

    @cached_property
    def brackets(self) -> list[tuple[int, int]]:
        """The spans (open bracket, behind the closing one) of the outermost closed brackets."""
        found: list[tuple[int, int]] = []
        stack: list[tuple[str, int]] = []
        for match in _BRACKET.finditer(self.text):
            if match[0] in _OPEN:
                stack.append((match[0], match.start()))
            elif stack:
                _, start = stack.pop()
                if not stack:
                    found.append((start, match.end()))
        return found

    @cached_property
    def _bracket_starts(self) -> list[int]:
        return [start for start, _ in self.brackets]

    @cached_property
    def _outer_starts(self) -> list[int]:
        """The beginnings of clauses behind marks that stand in no bracket."""
        starts = self._ends[0]
        if not self.brackets:
            return starts
        return [0, *(start for start in starts[1:] if self.bracket_around(start - 1) is None)]

    def bracket_around(self, index: int) -> tuple[int, int] | None:
        """Return the bracket that `index` stands in."""
        at = bisect_left(self._bracket_starts, index) - 1
        return self.brackets[at] if at >= 0 and index < self.brackets[at][1] else None

    def sentence_start(self, index: int) -> int:
        """Return where the sentence of `index` begins."""
        starts = self._ends[1]
        return starts[bisect_right(starts, index) - 1]

    def clause_start(self, index: int) -> int:
        """Return where the clause of `index` begins; a bracket is a text of its own, closed ones are passed over."""
        start = self._begun.get(index)
        if start is None:  # for one figure it is asked a dozen times
            start = self._begun[index] = self._clause_start(index)
        return start

    @cached_property
    def _begun(self) -> dict[int, int]:
        return {}

    def _clause_start(self, index: int) -> int:
        around = self.bracket_around(index) if self.brackets else None
        starts = self._outer_starts if around is None else self._ends[0]
        start = starts[bisect_right(starts, index) - 1]
        return start if around is None else max(around[0] + 1, start)

    def clause_end(self, index: int) -> int:
        """Return where the clause of `index` ends, its mark not included."""
        starts = self._ends[0]
        following = bisect_right(starts, index)
        return starts[following] - 1 if following < len(starts) else len(self.text)
