"""What lint costs for many plans: five in one call and alone, a second run from the cache, a thousand copies.

Run: python benchmarks/many_plans.py [copies]. Whole processes; wall time and peak memory (Linux). Nothing here is a
test: machines differ. Three figures are ratios, which differ less.
"""

from __future__ import annotations

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PLANS = [f"examples/{name}" for name in ("dalian-145", "fuxin-145", "huludao-145", "panjin-145", "panjin-2018")]
RUNS = 5


def seconds(*arguments: str, cache: Path, cwd: Path = ROOT) -> float:
    """Return the wall time of one run."""
    environment = {**os.environ, "XDG_CACHE_HOME": str(cache)}
    start = time.perf_counter()
    command = [sys.executable, "-m", "planforge", *arguments]
    subprocess.run(command, cwd=cwd, env=environment, capture_output=True, check=False)
    return time.perf_counter() - start


def median(*arguments: str, cache: Path) -> float:
    """Return the median of several runs."""
    return statistics.median(seconds(*arguments, cache=cache) for _ in range(RUNS))


def five(cache: Path) -> None:
    """Five plans in one call against the five alone, less the start-ups that one call saves."""
    start = median("rules", cache=cache)
    alone = sum(median("lint", plan, "--no-cache", cache=cache) for plan in PLANS)
    together = median("lint", *PLANS, "--no-cache", cache=cache)
    saved = alone - 4 * start
    print(f"start-up (planforge rules)       {start:7.2f} s")
    print(f"five alone, less four start-ups  {saved:7.2f} s")
    print(f"five in one call                 {together:7.2f} s   ratio {together / saved:.2f}")


def again(cache: Path) -> None:
    """A second run, when nothing and when one plan of five has changed."""
    first = median("lint", *PLANS, "--no-cache", cache=cache)
    seconds("lint", *PLANS, cache=cache)
    second = median("lint", *PLANS, cache=cache)
    print(f"first run                        {first:7.2f} s")
    print(f"second run, nothing changed      {second:7.2f} s   ratio {second / first:.2f}")


def copies(number: int, cache: Path, folder: Path) -> None:
    """Copies of one plan in one call, a tenth of them first: time and memory should grow alike."""
    for count in (number // 10, number):
        for index in range(count):
            target = folder / f"{index:05}"
            if not target.exists():
                shutil.copytree(ROOT / "examples" / "panjin-2018", target)
        for jobs in ("1", "2"):
            took = seconds("lint", ".", "--no-cache", "--jobs", jobs, cache=cache, cwd=folder)
            print(f"{count:6} copies, {jobs} process(es)      {took:7.2f} s   {took / count * 1000:6.1f} ms each")
        print(f"{count:6} copies, largest process        {_peak():5.0f} MB")
        seconds("lint", ".", cache=cache, cwd=folder)
        took = seconds("lint", ".", cache=cache, cwd=folder)
        print(f"{count:6} copies, from the cache    {took:7.2f} s   {took / count * 1000:6.1f} ms each")


def _peak() -> float:
    """Return the peak memory, in MB, of the largest process that was started so far."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def main() -> None:
    """Measure and print."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        five(folder / "cache")
        again(folder / "cache")
        (folder / "plans").mkdir()
        copies(number, folder / "cache", folder / "plans")


if __name__ == "__main__":
    main()
