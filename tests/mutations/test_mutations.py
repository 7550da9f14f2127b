"""Change one figure at a time: at least 95 in 100 changes are reported at their place, and nothing else is.

The plans are the examples, our consistent texts and, where they are there, the published ones. Each is read once; the
seed is fixed, so that the shares are the same on every run.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from random import Random

from tests.mutations.mutants import KINDS, Mutant, mutants, opened, outcome

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = sorted(path.parent for path in (ROOT / "examples").glob("*/plan.yaml"))
TEXTS = sorted((ROOT / "tests/consistent/texts").glob("*.txt"))
_MOST_OF_A_KIND = {"twice": 10, "rate": 16, "multiple": 8, "sum": 9, "comparator": 7, "unit": 7}
_LEAST = 300
_REPORTED = 0.95


def _chosen(path: Path) -> list[Mutant]:
    random = Random(path.name)  # noqa: S311 - a fixed seed, so that the shares are the same on every run
    found = list(mutants(opened(path), random))
    random.shuffle(found)
    return [one for kind in KINDS for one in [each for each in found if each.kind == kind][: _MOST_OF_A_KIND[kind]]]


def test_changed_figures_are_reported_and_nothing_else(shared: Path) -> None:
    """Every kind of change, over all plans."""
    made, seen = Counter[str](), Counter[str]()
    missed: list[str] = []
    noise: list[str] = []
    for path in [*EXAMPLES, *TEXTS, *sorted((shared / "seeds").glob("*.txt"))]:
        document = opened(path)
        for mutant in _chosen(path):
            reported, other = outcome(document, mutant)
            made[mutant.kind] += 1
            seen[mutant.kind] += reported
            missed += [] if reported else [mutant.told]
            noise += [f"{mutant.told}: {words}" for words in other]
    rates = ", ".join(f"{kind} {seen[kind]}/{made[kind]}" for kind in KINDS)
    print(rates)
    assert made.total() >= _LEAST, rates
    assert noise == [], rates
    assert seen.total() >= _REPORTED * made.total(), "\n".join([rates, *missed])
