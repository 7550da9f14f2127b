"""Lines two rows of paragraphs and tables up: what stayed, was reworded, split, joined, moved, added, removed.

Equal paragraphs are the anchors; only what lies between two of them is compared closer, by shared pairs of characters.
The work grows with the text, not with its square.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, product

from planforge.review.redline.anchors import anchors
from planforge.review.redline.chain import Pair, heaviest_chain
from planforge.review.redline.item import Item, Span, Step
from planforge.review.redline.likeness import Pairs, candidates, likeness, pairs_of, shared

_ALIKE = 0.5
"""With less in common, two paragraphs are two, not one reworded."""
_SAME_THING = 0.8
"""With so much in common, they are one paragraph, wherever it stands."""
_FEW = 0.25
"""Enough in common for the only two of a style at one place (建设平台 → 搭建平台)."""
_FROM_THERE = 0.6
"""The part of a paragraph's words that must come from another one, if it was split from it."""
_SHORTEST_MOVED, _SHORTEST_FOUND_AGAIN = 6, 12
_ALL_WITH_ALL = 100


def align(old: Sequence[Item], new: Sequence[Item]) -> list[Step]:
    """Return the steps from `old` to `new`; every position of both stands in exactly one of them."""
    return _Alignment(old, new).steps()


class _Alignment:
    def __init__(self, old: Sequence[Item], new: Sequence[Item]) -> None:
        self.old, self.new = old, new
        self.chain: list[Pair] = []
        self.groups: dict[Pair, Step] = {}
        self.away: dict[int, int] = {}
        self.old_left: dict[int, Pairs] = {}
        self.new_left: dict[int, Pairs] = {}

    def steps(self) -> list[Step]:
        """Return the steps in the order of the new version; each way to match takes what those before it left."""
        self._take(anchors(self.old, self.new))
        self.old_left = self._left(self.old, {i for i, _ in self.chain})
        self.new_left = self._left(self.new, {j for _, j in self.chain})
        self._find_again()
        self._pair_alike()
        self._pair_single()
        self._find_splits()
        self._find_moves()
        self._pair_blanks()
        return list(self._ordered())

    @staticmethod
    def _left(items: Sequence[Item], taken: set[int]) -> dict[int, Pairs]:
        return {at: pairs_of(it.text) for at, it in enumerate(items) if at not in taken and not it.blank}

    def _take(self, pairs: Iterable[Pair]) -> None:
        for i, j in pairs:
            self.chain.append((i, j))
            self.old_left.pop(i, None)
            self.new_left.pop(j, None)
        self.chain.sort()

    def _move(self, i: int, j: int) -> None:
        self.away[i] = j
        del self.old_left[i], self.new_left[j]

    def _gaps(self) -> Iterator[Span]:
        for (i, j), (k, m) in pairwise([(-1, -1), *self.chain, (len(self.old), len(self.new))]):
            yield Span(i + 1, k, j + 1, m)

    def _alike(self, i: int, j: int) -> float:
        """Return how alike two items are; what carries the same name is the same thing."""
        one, two = self.old[i], self.new[j]
        if one.kind != two.kind:
            return 0.0
        found = likeness(self.old_left[i], self.new_left[j])
        namesakes = one.name and (one.name, one.style) == (two.name, two.style)
        return max(found, _SAME_THING) if namesakes else found

    def _possible(self, olds: Sequence[int], news: Sequence[int]) -> set[Pair]:
        """Return the pairs worth a comparison: all of a few; of many, those with rare words or a name in common."""
        if len(olds) * len(news) <= _ALL_WITH_ALL:
            return set(product(olds, news))
        one, two = {i: self.old_left[i] for i in olds}, {j: self.new_left[j] for j in news}
        named = {self.old[i].name: i for i in olds if self.old[i].name}
        namesakes = {(named[self.new[j].name], j) for j in news if self.new[j].name in named}
        return {*candidates(one, two), *namesakes}

    def _find_again(self) -> None:
        """Note what stands elsewhere, word for word, and nowhere else: no other paragraph may take its place."""
        for i, j in self._equal_elsewhere():
            if min(len(self.old[i].text), len(self.new[j].text)) >= _SHORTEST_FOUND_AGAIN:
                self._move(i, j)

    def _equal_elsewhere(self) -> list[Pair]:
        waiting: dict[tuple[str, str], tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
        for side, (items, left) in enumerate(((self.old, self.old_left), (self.new, self.new_left))):
            for at in left:
                waiting[items[at].key][side].append(at)
        return [
            (olds[0], news[0])
            for (kind, _), (olds, news) in waiting.items()
            if kind == "p" and len(olds) == len(news) == 1
        ]

    def _pair_alike(self) -> None:
        """Pair what is alike between two anchors."""
        found: list[Pair] = []
        for gap in self._gaps():
            olds = [i for i in range(gap.a, gap.b) if i in self.old_left]
            news = [j for j in range(gap.c, gap.d) if j in self.new_left]
            weighted = ((i, j, self._alike(i, j)) for i, j in sorted(self._possible(olds, news)))
            found += heaviest_chain(item for item in weighted if item[2] >= _ALIKE)
        self._take(found)

    def _pair_single(self) -> None:
        """Pair the only two things of one kind and style between two pairs when they share anything to speak of."""
        found: list[Pair] = []
        for gap in self._gaps():
            olds = [i for i in range(gap.a, gap.b) if i in self.old_left]
            news = [j for j in range(gap.c, gap.d) if j in self.new_left]
            if len(olds) == len(news) == 1 and self.old[olds[0]].style == self.new[news[0]].style:
                found += [(i, j) for i, j in zip(olds, news, strict=True) if self._alike(i, j) >= _FEW]
        self._take(found)

    def _find_splits(self) -> None:
        """Join to a reworded pair the neighbours whose words came from, or went to, the other side of the pair."""
        for i, j in self.chain:
            one, two = self.old[i], self.new[j]
            if one.text == two.text or not one.kind == two.kind == "p":
                continue
            news = _absorbed(one, self.new, j, self.new_left)
            olds = (i,) if len(news) > 1 else _absorbed(two, self.old, i, self.old_left)
            if len(news) > 1 or len(olds) > 1:
                self.groups[i, j] = Step(olds, news)
                for at in olds:
                    self.old_left.pop(at, None)
                for at in news:
                    self.new_left.pop(at, None)

    def _find_moves(self) -> None:
        """Find what stands elsewhere nearly word for word, the most alike first."""
        possible = self._possible(list(self.old_left), list(self.new_left))
        scored = [(-self._alike(i, j), i, j) for i, j in possible if self._movable(i, j)]
        for weight, i, j in sorted(scored):
            if -weight >= _SAME_THING and i in self.old_left and j in self.new_left:
                self._move(i, j)

    def _movable(self, i: int, j: int) -> bool:
        """Word knows moved paragraphs, no moved tables; a word or two that occur again are no move."""
        one, two = self.old[i], self.new[j]
        return one.kind == two.kind == "p" and min(len(one.text), len(two.text)) >= _SHORTEST_MOVED

    def _pair_blanks(self) -> None:
        """Pair the empty paragraphs between two pairs: in order, the last with the last."""
        found: list[Pair] = []
        for gap in self._gaps():
            olds = [i for i in range(gap.a, gap.b) if self.old[i].blank]
            news = [j for j in range(gap.c, gap.d) if self.new[j].blank]
            count = min(len(olds), len(news))
            if count:
                found += [*zip(olds[: count - 1], news[: count - 1], strict=True), (olds[-1], news[-1])]
        self._take(found)

    def _ordered(self) -> Iterator[Step]:
        """Yield the steps: between two pairs first what went, then what came."""
        back = {j: i for i, j in self.away.items()}
        i = j = 0
        for pair in [*self.chain, (len(self.old), len(self.new))]:
            step = self.groups.get(pair) or Step(pair[:1], pair[1:])
            yield from (Step(old=(at,), away=self.away.get(at)) for at in range(i, step.old[0]))
            yield from (Step(new=(at,), away=back.get(at)) for at in range(j, step.new[0]))
            if pair[0] < len(self.old):
                yield step
            i, j = step.old[-1] + 1, step.new[-1] + 1


def _absorbed(whole: Item, side: Sequence[Item], at: int, free: dict[int, Pairs]) -> tuple[int, ...]:
    """Return `at` with the free neighbours that hold the rest of the words of `whole`."""
    rest = pairs_of(whole.text) - pairs_of(side[at].text)

    def follow(step: int) -> Iterator[int]:
        nonlocal rest
        place = at + step
        while place in free and side[place].style == side[at].style:
            words = free[place]
            if shared(rest, words) < _FROM_THERE * words.total():
                return
            rest = rest - words
            yield place
            place += step

    before = tuple(follow(-1))[::-1]
    return (*before, at, *follow(1))
