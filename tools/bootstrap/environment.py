"""The virtual environment `.venv` of the checkout, with the versions that constraints.txt pins.

A stamp inside it says what it was made from, so that a second run costs nothing and a changed pyproject.toml, a moved
folder or another Python sets it up anew.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import platform
import shutil
import subprocess
import sys

from tools.bootstrap import ROOT, debian
from tools.bootstrap.say import quietly, say

VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
_STAMP = VENV / "set-up.json"
_CONSTRAINTS = ROOT / "constraints.txt"
_MADE_FROM = (ROOT / "pyproject.toml", _CONSTRAINTS, ROOT / "src" / "planforge" / "__init__.py")


class SetUpError(Exception):
    """The environment cannot be made; says so in both languages."""

    def __init__(self, chinese: str, english: str) -> None:
        super().__init__(english)
        self.chinese = chinese
        self.english = english


def ensure(*, dev: bool) -> None:
    """Make or complete `.venv`; with ``dev`` also what tests and checks need.

    Raises:
        SetUpError: Python has no way to make an environment here, or pip failed.
    """
    made = _stamp()
    if made.get("key") == _key() and (made.get("dev") or not dev) and _sound():
        return
    if not _sound():
        _create()
    _STAMP.unlink(missing_ok=True)
    dev = dev or bool(made.get("dev"))
    _fill(dev=dev)
    _STAMP.write_text(json.dumps({"key": _key(), "dev": dev}) + "\n", encoding="utf-8")


def _stamp() -> dict[str, object]:
    try:
        found = json.loads(_STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _key() -> str:
    digest = hashlib.sha256(f"{VENV} {platform.python_version()}".encode())
    for file in _MADE_FROM:
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _sound() -> bool:
    """Return whether the environment runs with our Python and was made in this place (its scripts name it)."""
    script = VENV / "bin" / "pip"
    if not PYTHON.exists() or not script.is_file() or f"{VENV}/" not in script.read_text(encoding="utf-8")[:1000]:
        return False
    ask = [str(PYTHON), "-c", "import platform, pip; print(platform.python_version())"]
    answer = subprocess.run(ask, capture_output=True, text=True, check=False)
    return answer.stdout.strip() == platform.python_version()


def _create() -> None:
    _need_ensurepip()
    shutil.rmtree(VENV, ignore_errors=True)
    say("建立虚拟环境 .venv", "making the virtual environment .venv")
    if not quietly([sys.executable, "-m", "venv", str(VENV)]):
        raise SetUpError("虚拟环境建不起来", "the virtual environment could not be made")


def _need_ensurepip() -> None:
    """Debian keeps the part of Python that puts pip into an environment in a package of its own."""
    if importlib.util.find_spec("ensurepip") is None:
        debian.install(["python3-venv"])
        importlib.invalidate_caches()
    if importlib.util.find_spec("ensurepip") is None:
        how = debian.command(["python3-venv"])
        raise SetUpError(f"缺少 python3-venv，请先运行：{how}", "python3-venv is missing, install it first")


def _fill(*, dev: bool) -> None:
    what = "planforge、PDF 组件" + ("、测试和检查工具" if dev else "")
    say(f"用 pip 安装：{what}（约一分钟）", "installing with pip (about a minute)")
    pins = ["--constraint", str(_CONSTRAINTS)]
    _pip(*pins, "pip")  # Debian's pip knows neither dependency groups nor pinned build tools
    group = ["--group", "dev"] if dev else []
    _pip(*pins, "--build-constraint", str(_CONSTRAINTS), "--editable", ".[inspect,pdf,xlsx]", *group)


def _pip(*arguments: str) -> None:
    command = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input", *arguments]
    if not quietly(command, cwd=ROOT):
        raise SetUpError("pip 安装失败，原因见上", "pip failed, see above")
