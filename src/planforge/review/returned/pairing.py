"""Which paragraph of the reviewed file is which of the base text: by bookmarks, by text where they are gone."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from planforge.records import record
from planforge.render.trace import TracedLine
from planforge.review.returned.cells import cell_place, is_cell
from planforge.review.returned.likeness import likeness, matched
from planforge.review.returned.resolved import Resolved
from planforge.review.returned.torn import beside, torn_off


@record(frozen=True, slots=True)
class Group:
    """Base lines and the paragraphs they have become: (1, 1) edited or the same, (1, n) split, (n, 1) joined."""

    base: tuple[int, ...]
    now: tuple[int, ...]


@dataclass
class Pairing:
    """All groups with both sides, and what stands on one side only."""

    groups: list[Group] = field(default_factory=list)
    removed: list[int] = field(default_factory=list)
    added: list[int] = field(default_factory=list)


def pair(base: Sequence[TracedLine], resolved: Resolved) -> Pairing:
    """Return which paragraphs belong together."""
    # a text that is printed twice (the title on a cover) has its bookmark where it stands first
    lines = {line.name: at for at, line in reversed(list(enumerate(base))) if line.parts}
    edges = [(lines[name], at) for name, places in resolved.covered.items() if name in lines for at in places]
    groups = [reduced for group in _components(edges) for reduced in _reduced(group, base, resolved)]
    groups += _by_text(groups, base, resolved)
    groups += _by_position(groups, base, resolved)
    groups = _torn(groups, base, resolved)
    used_base = {at for group in groups for at in group.base}
    used_now = {at for group in groups for at in group.now}
    return Pairing(
        sorted(groups, key=lambda group: group.now),
        [at for at in range(len(base)) if at not in used_base],
        [at for at, one in enumerate(resolved.paragraphs) if at not in used_now and (one.text or one.cell)],
    )


def _components(edges: Iterable[tuple[int, int]]) -> list[Group]:
    """Return what hangs together through the bookmarks."""
    near: dict[tuple[str, int], list[tuple[str, int]]] = defaultdict(list)
    for one, two in edges:
        near["base", one].append(("now", two))
        near["now", two].append(("base", one))
    seen: set[tuple[str, int]] = set()
    found = []
    for start in near:
        members, waiting = [], [start]
        while waiting:
            node = waiting.pop()
            if node not in seen:
                seen.add(node)
                members.append(node)
                waiting += near[node]
        if members:
            sides = {side: sorted(at for of, at in members if of == side) for side in ("base", "now")}
            found.append(Group(tuple(sides["base"]), tuple(sides["now"])))
    return found


def _reduced(group: Group, base: Sequence[TracedLine], resolved: Resolved) -> list[Group]:
    """Take out of a larger group the paragraphs that did not change: typing behind one stretches its bookmark."""
    if len(group.base) == 1 and len(group.now) == 1:
        return [group]
    found: list[Group] = []
    bases, nows = list(group.base), list(group.now)
    for one in group.base:
        same = next((two for two in nows if resolved.paragraphs[two].text == base[one].text), None)
        if same is not None:
            found.append(Group((one,), (same,)))
            bases.remove(one)
            nows.remove(same)
    if bases and nows:
        found += _untangled(bases, nows, base, resolved)
    return found


def _untangled(bases: list[int], nows: list[int], base: Sequence[TracedLine], resolved: Resolved) -> list[Group]:
    """Tell a split from a paragraph that was edited while a new one was typed behind it."""
    if len(bases) == 1 and len(nows) > 1:
        words, texts = base[bases[0]].text, {at: resolved.paragraphs[at].text for at in nows}
        best = max(nows, key=lambda at: likeness(words, texts[at]))
        torn = [at for at in nows if at != best and torn_off(words, texts[best], texts[at])]
        joined = "".join(texts.values())
        if not torn and likeness(words, joined) <= likeness(words, texts[best]):
            return [Group((bases[0],), (best,))]
    return [Group(tuple(bases), tuple(nows))]


def _by_text(groups: Sequence[Group], base: Sequence[TracedLine], resolved: Resolved) -> list[Group]:
    """Pair what has no bookmark: pasted paragraphs lose theirs, and some programs throw all of them away."""
    used_base = {at for group in groups for at in group.base}
    used_now = {at for group in groups for at in group.now}
    # cells that lost their bookmark came with a new row: many are alike, and the row tells where they belong
    cells_known = any(is_cell(base[at]) for at in used_base)
    old = [at for at in range(len(base)) if at not in used_base and not (cells_known and is_cell(base[at]))]
    now = enumerate(resolved.paragraphs)
    new = [at for at, one in now if at not in used_now and one.text and not (cells_known and one.cell)]
    pairs = matched([base[at].text for at in old], [resolved.paragraphs[at].text for at in new])
    return [Group((old[one],), (new[two],)) for one, two in sorted(pairs.items())]


def _torn(groups: Sequence[Group], base: Sequence[TracedLine], resolved: Resolved) -> list[Group]:
    """Give paragraphs that were edited the neighbours that have the words they lost, or had those they won."""
    used_base = {at for group in groups for at in group.base}
    used_now = {at for group in groups for at in group.now}
    texts = [one.text for one in resolved.paragraphs]
    old = {at for at, line in enumerate(base) if at not in used_base and line.parts and not is_cell(line)}
    new = {at for at, one in enumerate(resolved.paragraphs) if at not in used_now and one.text and not one.cell}
    found = []
    for group in groups:
        bases, nows = group.base, group.now
        if len(bases) == len(nows) == 1 and resolved.paragraphs[nows[0]].cell is None:
            line, text = base[bases[0]].text, texts[nows[0]]
            nows = (*nows, *(at for at in beside(nows[0], new) if torn_off(line, text, texts[at])))
            bases = (*bases, *(at for at in beside(bases[0], old) if torn_off(text, line, base[at].text)))
            old -= {*bases}
            new -= {*nows}
        found.append(Group(tuple(sorted(bases)), tuple(sorted(nows))))
    return found


def _by_position(groups: Sequence[Group], base: Sequence[TracedLine], resolved: Resolved) -> list[Group]:
    """Pair cells of rows that are known by their other cells: a cell typed anew may have lost its bookmark."""
    votes: dict[tuple[int, int], Counter[tuple[str, int]]] = defaultdict(Counter)
    for group in groups:
        cell = resolved.paragraphs[group.now[0]].cell
        if cell is not None and is_cell(base[group.base[0]]):
            votes[cell.table, cell.row][cell_place(base[group.base[0]])[0]] += 1
    used_base = {at for group in groups for at in group.base}
    used_now = {at for group in groups for at in group.now}
    free = {cell_place(line): at for at, line in enumerate(base) if is_cell(line) and at not in used_base}
    found = []
    for at, one in enumerate(resolved.paragraphs):
        row = votes.get((one.cell.table, one.cell.row)) if one.cell is not None and at not in used_now else None
        if row and one.cell is not None:
            other = free.pop((row.most_common(1)[0][0], one.cell.column), None)
            found += [Group((other,), (at,))] if other is not None else []
    return found


def longest_rising(order: Sequence[int]) -> frozenset[int]:
    """Return the members of a longest rising subsequence."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for at, value in enumerate(order):
        place = bisect_left(tails, value)
        before.append(ends[place - 1] if place else -1)
        if place == len(tails):
            tails.append(value)
            ends.append(at)
        else:
            tails[place], ends[place] = value, at
    found, at = set(), ends[-1] if ends else -1
    while at >= 0:
        found.add(order[at])
        at = before[at]
    return frozenset(found)
