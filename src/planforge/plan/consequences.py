"""What follows from a problem that is told already: a reference to something that could not be read.

A ledger with one wrong line would else bring a complaint at every figure of the plan, and the one to mend would be
lost among them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planforge.plan.ledger import Ledger
from planforge.source.nodes import Entry, Mapping, Node, Scalar, Sequence
from planforge.source.place import Span
from planforge.source.problem import Problem, ProblemKind, Sought

_NO_FIGURES = frozenset({"unit", "scope", "tier", "direction", "nature", "owner", "source"})
"""Keys of an indicator that no reference asks for; a key that is none may have been meant for figures."""


def without_consequences(problems: Iterable[Problem], root: Mapping, ledger: Ledger) -> Iterator[Problem]:
    """Yield the problems, but not those of references to what is not there for a reason that is among them."""
    told = list(problems)
    causes = [problem.span for problem in told if problem.sought is None]
    lost = {kind for kind in ("indicators", "chapters") if _incomplete(root.get(kind))}
    if _twice(root.get("indicators"), told):
        lost.add("indicators")
    for problem in told:
        sought = problem.sought
        if sought is None or not (sought.kind in lost or _spoilt(sought, root, ledger, causes)):
            yield problem


def _twice(ledger: Node | None, problems: list[Problem]) -> bool:
    """Return whether an indicator of the ledger has the name of an earlier one, and so is not in it."""
    if not isinstance(ledger, Mapping):
        return False
    names = {entry.key.value for entry in ledger.entries}
    return any(
        problem.kind is ProblemKind.DUPLICATE_KEY
        and _within(problem.span, ledger.span)
        and problem.span.text.strip("\"'") in names
        for problem in problems
    )


def _incomplete(node: Node | None) -> bool:
    """Return whether something below could not be read at all."""
    if isinstance(node, Mapping):
        return any(_incomplete(entry.value) for entry in node.entries)
    if isinstance(node, Sequence):
        return any(_incomplete(item) for item in node.items)
    return isinstance(node, Scalar) and node.style == "refused"


def _spoilt(sought: Sought, root: Mapping, ledger: Ledger, causes: list[Span]) -> bool:
    """Return whether the figures of an indicator that was asked for have a problem of their own."""
    written = root.get("indicators")
    if sought.kind != "indicators" or not isinstance(written, Mapping):
        return False
    found = ledger.find(sought.name)
    entry = written.entry(found.name.printed if found else sought.name)
    return entry is not None and any(_within(cause, stretch) for stretch in _figures(entry) for cause in causes)


def _figures(entry: Entry) -> Iterator[Span]:
    """Yield where the figures of an indicator stand, or where they should stand."""
    if not isinstance(entry.value, Mapping):
        yield entry.key.span.to(entry.value.span)
        return
    for inner in entry.value.entries:
        if inner.key.value not in _NO_FIGURES:
            yield inner.key.span.to(inner.value.span)


def _within(cause: Span, stretch: Span) -> bool:
    return cause.file is stretch.file and stretch.start <= cause.start <= stretch.end
