"""What other libraries take from sentences; run by an interpreter that has them (see figures.py).

Reads {"sentences": [...], "megabytes": text} as JSON, prints {name: {"found": [[values]…], "seconds": …} or "why not"}.
Each library is asked in the way its manual shows. Values are numbers in the plain unit.
"""

from __future__ import annotations

import contextlib
import io
import json
import re
import sys
import time
from collections.abc import Callable

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def _recognizers() -> Callable[[str], list[float]]:
    from recognizers_number import recognize_number, recognize_percentage
    from recognizers_text import Culture

    def values(text: str) -> list[float]:
        found = [*recognize_percentage(text, Culture.Chinese), *recognize_number(text, Culture.Chinese)]
        numbers: list[float] = []
        spans: list[tuple[int, int]] = []
        for one in found:
            if any(start <= one.start <= end for start, end in spans):
                continue
            spans.append((one.start, one.end))
            match = _NUMBER.search(str((one.resolution or {}).get("value", "")))
            if match:
                numbers.append(float(match[0]))
        return numbers

    return values


def _jionlp() -> Callable[[str], list[float]]:
    import jionlp

    def values(text: str) -> list[float]:
        found = jionlp.ner.extract_money(text)
        return [float(one["detail"]["num"]) for one in found if isinstance(one["detail"]["num"], str)]

    return values


def _cn2an() -> Callable[[str], list[float]]:
    import cn2an

    return lambda text: [float(match[0]) for match in _NUMBER.finditer(cn2an.transform(text, "cn2an"))]


def _quantulum() -> Callable[[str], list[float]]:
    from quantulum3 import parser

    return lambda text: [float(one.value) for one in parser.parse(text)]


PEERS = {"Recognizers-Text": _recognizers, "JioNLP": _jionlp, "cn2an": _cn2an, "quantulum3": _quantulum}


def measured(make: Callable[[], Callable[[str], list[float]]], sentences: list[str], repeats: int) -> object:
    """Return what a library finds and how long it takes for the sentences, repeated."""
    try:
        values = make()
        found = [values(sentence) for sentence in sentences]
        start = time.process_time()
        for _ in range(repeats):
            for sentence in sentences:
                values(sentence)
        return {"found": found, "seconds": (time.process_time() - start) / repeats}
    except Exception as error:  # noqa: BLE001 - whatever keeps a peer from running is what the table says of it
        return f"{type(error).__name__}: {error}"


def main() -> None:
    """Measure every peer and print JSON; whatever they print themselves is thrown away."""
    asked = json.load(sys.stdin)
    results = {}
    for name, make in PEERS.items():
        with contextlib.redirect_stdout(io.StringIO()):
            results[name] = measured(make, asked["sentences"], asked["repeats"])
    json.dump(results, sys.stdout)


if __name__ == "__main__":
    main()
