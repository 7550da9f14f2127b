"""How fast figures are read and checked, and how many of them are found, beside other libraries.

Run: python benchmarks/figures.py [--megabytes N] [--texts FILE…] [--peers PYTHON]. PYTHON is an interpreter of a
virtual environment of its own, with as many of the peers as could be installed there:

    python -m venv peers && peers/bin/pip install cn2an quantulum3 jionlp recognizers-text-suite "emoji<2"

Speed is in MB of UTF-8 for each second of processor time, after start-up. The texts in tests/consistent are full of
figures, one for every 15 characters; plans have one for 300 and are read several times faster. Recall and precision
are those of the values in sentences.yaml, sentence by sentence.
"""

from __future__ import annotations

import argparse
import gc
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from planforge.facts.book import read_facts
from planforge.facts.figures.listed import quantities
from planforge.facts.writing.normalise import read
from planforge.lint.configuration import Configuration
from planforge.lint.engine import lint
from planforge.plan.load import Reading, read_plan
from planforge.source.tree import open_plan

ROOT = Path(__file__).resolve().parents[1]
TEXTS = sorted((ROOT / "tests/consistent/texts").glob("*.txt"))
SENTENCES = Path(__file__).with_name("sentences.yaml")
_REPEATS = 5
_MEGA = 1_000_000


def seconds(work: Callable[[], object]) -> float:
    """Return the processor time of one call, the better of two."""
    times = []
    for _ in range(2):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def speed(megabytes: float, texts: Sequence[Path]) -> None:
    """Print how fast a text of this size is read, understood and checked, and the memory it took."""
    one = "\n".join(path.read_text(encoding="utf-8") for path in texts)
    text = "\n".join([one] * max(1, round(megabytes * _MEGA / len(one.encode()))))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "plan.txt"
        path.write_text(text, encoding="utf-8")
        size = path.stat().st_size / _MEGA

        def reading() -> Reading:
            return read_plan(*open_plan(path))

        whole, asked = reading(), Configuration()
        if whole.plan is None:
            sys.exit("the texts could not be read")
        reads, facts = seconds(reading), seconds(partial(read_facts, whole.plan))
        checks = seconds(lambda: lint(whole, asked))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{size:.1f} MB of text, {peak:.0f} MB of memory")
    for name, took in (("read", reads), ("read and facts", reads + facts), ("read and lint", reads + checks)):
        print(f"  {name:16} {size / took:6.2f} MB/s")


def matched(found: Sequence[Sequence[float]], wanted: Sequence[Sequence[float]]) -> tuple[float, float]:
    """Return recall and precision of values, sentence by sentence."""
    pairs = [
        (Counter(round(v, 6) for v in a), Counter(round(float(v), 6) for v in b))
        for a, b in zip(found, wanted, strict=True)
    ]
    hits = sum((a & b).total() for a, b in pairs)
    return hits / sum(b.total() for _, b in pairs), hits / max(1, sum(a.total() for a, _ in pairs))


def own(sentences: list[str]) -> dict[str, Any]:
    """Return what planforge finds in the sentences and how long it takes."""

    def values(sentence: str) -> list[float]:
        return [float(one.written.value) for one in quantities(read(sentence).text)]

    found = [values(sentence) for sentence in sentences]
    took = seconds(lambda: [values(sentence) for _ in range(_REPEATS) for sentence in sentences]) / _REPEATS
    return {"found": found, "seconds": took}


def peers(python: str, sentences: list[str]) -> dict[str, Any]:
    """Return what the peers find, asked in an interpreter of their own."""
    asked = json.dumps({"sentences": sentences, "repeats": _REPEATS})
    command = (python, str(Path(__file__).with_name("peers.py")))
    done = subprocess.run(command, input=asked, capture_output=True, text=True, check=True)
    return dict(json.loads(done.stdout))


def compare(python: str | None) -> None:
    """Print one line for each library: MB/s on the sentences, recall, precision; or why there is none."""
    rows = YAML(typ="safe").load(SENTENCES.read_text(encoding="utf-8"))
    sentences, wanted = [row["text"] for row in rows], [row["values"] for row in rows]
    size = sum(len(sentence.encode()) for sentence in sentences) / _MEGA
    results: dict[str, Any] = {"planforge": own(sentences)}
    names = ("Recognizers-Text", "JioNLP", "cn2an", "quantulum3")
    results |= peers(python, sentences) if python else dict.fromkeys(names, "not asked; see --peers")
    print(f"{len(sentences)} sentences, {sum(map(len, wanted))} values")
    print(f"  {'':16} {'MB/s':>8} {'recall':>7} {'precision':>9}")
    for name, result in results.items():
        if isinstance(result, str):
            print(f"  {name:16} {result}")
            continue
        recall, precision = matched(result["found"], wanted)
        print(f"  {name:16} {size / max(result['seconds'], 1e-9):8.3f} {recall:7.2f} {precision:9.2f}")


def main() -> None:
    """Measure and print both tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=float, default=2)
    parser.add_argument("--texts", type=Path, nargs="+", default=TEXTS, help="texts to repeat up to that size")
    parser.add_argument("--peers", help="a Python interpreter that has the other libraries")
    asked = parser.parse_args()
    speed(asked.megabytes, asked.texts)
    compare(asked.peers)


if __name__ == "__main__":
    gc.set_threshold(400_000, 20, 50)  # as the program has it
    main()
