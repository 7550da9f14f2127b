"""Characters of one face, and the footnotes among them."""

from __future__ import annotations

from planforge.records import record


@record(frozen=True, slots=True)
class Run:
    """Characters of one face; ``lead_level`` is the heading level whose face a run-in heading has (0: none).

    A footnote is a run without text: ``note`` are its words, ``number`` its place among those of the document.
    """

    text: str
    lead_level: int = 0
    note: str = ""
    number: int = 0


Runs = tuple[Run, ...]


def text_of(runs: Runs) -> str:
    """Return the characters of the runs."""
    return "".join(run.text for run in runs)
