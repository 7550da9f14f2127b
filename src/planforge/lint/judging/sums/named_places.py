"""Places that are named one by one and counted behind: 云阳县、白水县、石门县3个贫困县."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.facts.book import FactBook
from planforge.facts.changes.growth import Kind
from planforge.facts.figures.precision import Comparator
from planforge.facts.statement import Statement
from planforge.patterns import expression
from planforge.records import record

_KINDS = "县市乡镇村州旗"
_LONGEST = 120
"""Characters before a count in which its places are named."""
_WITHIN = expression("自然村|县级市|集镇|[城农]市$")
"""What may be counted within the places named."""
_MOST = 20
_NEXT = expression("[、和及与]")
_STOP = expression(r"[，,；;。：:（）()“”\n\d]")
_NAME = expression(rf"[^等个除外各]{{1,6}}[{_KINDS}]")


@record(frozen=True)
class NamedPlaces:
    """A count of places of one kind with how many are named right before it."""

    count: Statement
    named: int

    @property
    def fits(self) -> bool:
        """Whether just so many are named."""
        return self.count.value == self.named


def named_places(book: FactBook) -> Iterator[NamedPlaces]:
    """Yield each count right behind a list of places, all of which and what is counted end in the same word."""
    for one in book.statements:
        if one.quantity.raw_unit == "个" and one.head[-1:] in _KINDS and one.head and _is_count(one):
            named = _named(one, one.head[-1])
            if named > 1:
                yield NamedPlaces(one, named)


def _is_count(one: Statement) -> bool:
    plain = one.kind is Kind.LEVEL and one.comparator is Comparator.EQ and not one.referenced
    plain = plain and _WITHIN.search(one.head) is None
    return plain and one.quantity.written.exact and 1 < one.value <= _MOST


def _named(one: Statement, kind: str) -> int:
    """Return how many places of a kind stand in a row right before a figure; 0 where the row is not of such alone.

    The clause before it, divided by a comma, must not end in such a name, as the row may then begin there.
    """
    text = one.span.file.text
    before = text[max(0, one.span.start - _LONGEST) : one.span.start]
    clauses = _STOP.split(before)
    names = _NEXT.split("".join(clauses[-1].split()))
    if len(clauses) > 1 and clauses[-2].endswith(tuple(_KINDS)):
        return 0
    first, rest = names[0], names[1:]
    listed = first.endswith(kind) and first[0] != "个" and all(_is_name(name, kind) for name in rest)
    return len(names) if rest and listed else 0


def _is_name(words: str, kind: str) -> bool:
    return words.endswith(kind) and _NAME.fullmatch(words) is not None
