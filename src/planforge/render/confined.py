"""Runs the template of a house format that did not come with planforge: in a process of its own, bounded.

The sandbox keeps a template from files and from Python; it cannot keep it from a loop without end or from a text of a
gigabyte. A process can be stopped, and given only so much memory.
"""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from planforge.render.errors import TemplateError
from planforge.render.template import Script, run_template

SECONDS = 15
"""Of the processor, so that a busy machine stops nobody; a plan of 5,000 indicators takes about one."""
_PATIENCE = 8
"""So many times as long on the clock, where the system does not count the processor's time."""
MEMORY_BYTES = 1_500_000_000
_TOO_MUCH = "用的内存太多，已停止"


def run_confined(script: Script, context: Mapping[str, object]) -> str:
    """Run a template in a process of its own and return the XML it writes.

    Raises:
        TemplateError: as in this process, or when it takes too long or too much memory.
    """
    folders = [str(folder.resolve()) for folder in script.folders]
    told = {"folders": folders, "template": script.template, "wording": script.wording, "context": _plain(context)}
    told["seconds"] = SECONDS
    # -P: the folder we are started in is no place for modules
    command = [sys.executable, "-P", "-m", __name__]
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and module
            command, input=json.dumps(told).encode(), capture_output=True, timeout=_PATIENCE * SECONDS, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise _too_long(script) from error
    if done.returncode and done.returncode == -getattr(signal, "SIGXCPU", 0):
        raise _too_long(script)
    if done.returncode or not done.stdout:
        raise TemplateError(_TOO_MUCH, place=script.template, hint="请检查是否写出了过多的内容")
    answer = json.loads(done.stdout)
    if "xml" in answer:
        return str(answer["xml"])
    raise TemplateError(answer["said"], place=answer["place"], block=answer["block"], hint=answer["hint"])


def _too_long(script: Script) -> TemplateError:
    hint = "请检查是否有停不下来的循环"
    return TemplateError(f"运行超过 {SECONDS} 秒，已停止", place=script.template, hint=hint)


def _plain(data: object) -> Any:
    """Return the context without the bytes of pictures, which no template prints."""
    if isinstance(data, Mapping):
        return {str(key): _plain(value) for key, value in data.items() if not isinstance(value, bytes)}
    if isinstance(data, list | tuple):
        return [_plain(value) for value in data]
    return data


def _bounded(seconds: int) -> None:
    """Let the system stop this process when it takes too much; where it cannot, the time limit still holds."""
    try:
        import resource
    except ImportError:  # Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))


def _answer() -> dict[str, Any]:
    told = json.load(sys.stdin)
    _bounded(told["seconds"])
    script = Script(tuple(map(Path, told["folders"])), told["template"], told["wording"])
    try:
        return {"xml": run_template(script, told["context"])}
    except TemplateError as error:
        return {"said": error.said, "place": error.place, "block": error.block, "hint": error.hint}
    except MemoryError:
        return {"said": _TOO_MUCH, "place": script.template, "block": "", "hint": None}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_answer()))
