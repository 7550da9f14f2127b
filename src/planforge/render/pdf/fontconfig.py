"""Starts WeasyPrint with a font configuration of our own.

No system rule may change a glyph (synthetic bold, hinting, substitution), so fontconfig is given a file that knows an
empty folder only; every font comes in by @font-face. It must be set before WeasyPrint is imported.
"""

from __future__ import annotations

import ctypes.util
import os
import sys
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from planforge.caches import cache_folder
from planforge.render.errors import LibraryError

_APT = "Debian、Ubuntu 请运行 apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
_CONFIG = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>{folder}/none</dir>
  <cachedir>{folder}/cache</cachedir>
</fontconfig>
"""


def weasyprint() -> Any:
    """Import WeasyPrint under planforge's own font configuration and return the module.

    Raises:
        LibraryError: WeasyPrint or the Pango library below it is not installed.
    """
    os.environ["FONTCONFIG_FILE"] = str(_write_config())
    try:
        with warnings.catch_warnings(), _by_file_name():  # it warns of having no fonts, which is what we want
            warnings.filterwarnings("ignore", "No fonts configured", UserWarning)
            import weasyprint as module
    except ImportError as error:
        raise LibraryError("没有安装 WeasyPrint，不能生成 PDF", hint="请运行 pip install 'planforge[pdf]'") from error
    except OSError as error:
        raise LibraryError(f"缺少排版 PDF 用的系统库（{error}）", hint=_APT) from error
    return module


@contextmanager
def _by_file_name() -> Iterator[None]:
    """Let libraries be found by their file names alone, which WeasyPrint tries among others.

    For each of the other names Python starts a compiler and a linker on Linux, a third of the time of the import.
    """
    finder = ctypes.util.find_library
    if sys.platform == "linux":
        ctypes.util.find_library = lambda name: None
    try:
        yield
    finally:
        ctypes.util.find_library = finder


def _folder() -> Path:
    folder = cache_folder("fontconfig")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:  # a home that cannot be written: the system's temporary folder does as well
        folder = Path(tempfile.gettempdir()) / f"planforge-fontconfig-{os.getuid() if hasattr(os, 'getuid') else 0}"
        folder.mkdir(parents=True, exist_ok=True)
    return folder


def _write_config() -> Path:
    file = _folder() / "fonts.conf"
    text = _CONFIG.format(folder=file.parent.as_posix())
    (file.parent / "none").mkdir(exist_ok=True)
    if not file.is_file() or file.read_text(encoding="utf-8") != text:
        new = file.with_suffix(f".{os.getpid()}")
        new.write_text(text, encoding="utf-8")
        new.replace(file)
    return file
