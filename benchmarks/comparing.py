"""How long two versions take to compare, and how that grows with the text, as ratios in one run.

Run: python -m benchmarks.comparing [characters] [runs]. A plan of so many characters (20,000 unless told) is made from
an example by repetition; in the second version every twentieth paragraph has other words. Reading both plans is not
counted, reading their figures is. Nothing here is a test: machines differ.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.printing import make_plan
from planforge.plan.clauses import clauses
from planforge.plan.load import readable_plan
from planforge.plan.model import Plan
from planforge.review.clause_changes import clause_changes
from planforge.review.compare import compare
from planforge.source.tree import open_plan

_EVERY = 20
_OLD, _NEW = "，", "，切实"


def versions(folder: Path, characters: int) -> tuple[Plan, Plan]:
    """Return a plan of about so many characters and the same with every twentieth paragraph reworded."""
    (folder / "new").mkdir()
    (folder / "old").mkdir()
    old = make_plan(folder / "old", characters)
    lines = (folder / "old" / "plan.yaml").read_text(encoding="utf-8").split("\n")
    texts = [at for at, line in enumerate(lines) if line.startswith("          ")]
    for at in texts[::_EVERY]:
        lines[at] = lines[at].replace(_OLD, _NEW, 1)
    (folder / "new" / "plan.yaml").write_text("\n".join(lines), encoding="utf-8")
    return old, readable_plan(*open_plan(folder / "new"))


def measure(characters: int, runs: int) -> tuple[int, int, float, float]:
    """Return how many characters there are, how many changes are told, and the seconds both comparisons take."""
    with tempfile.TemporaryDirectory() as folder:
        old, new = versions(Path(folder), characters)
        told = len(compare(old, new).changes)
        size = sum(len(one.text) for one in clauses(old))
        by_meaning, by_clause = [], []
        for _ in range(runs):
            start = time.process_time()
            compare(old, new)
            middle = time.process_time()
            list(clause_changes(old, new))
            by_meaning.append(middle - start)
            by_clause.append(time.process_time() - middle)
        return size, told, statistics.median(by_meaning), statistics.median(by_clause)


def main() -> None:
    """Measure at one length and at ten times it, and print the table."""
    characters = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    print(f"{'characters':>10} {'changes':>8} {'by meaning, s':>14} {'by clause, s':>13}   (processor time)")
    rows = [measure(length, runs) for length in (characters, 10 * characters)]
    for size, told, meaning, clause in rows:
        print(f"{size:10} {told:8} {meaning:14.2f} {clause:13.2f}")
    print(
        f"{'growth':>10} {rows[1][1] / rows[0][1]:8.1f} {rows[1][2] / rows[0][2]:14.1f} {rows[1][3] / rows[0][3]:13.1f}"
    )


if __name__ == "__main__":
    main()
