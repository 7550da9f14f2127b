"""Opens a page in headless Chromium, with the network closed to it."""

from __future__ import annotations

import os
import re
import subprocess
from html import escape, unescape
from pathlib import Path

_QUIET = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-sync",
    "--hide-scrollbars",
)
_OFFLINE = ("--disable-background-networking", "--disable-component-update", "--proxy-server=127.0.0.1:9")

_FRAME = """<!DOCTYPE html><meta charset="utf-8"><body style="margin: 0">
<iframe style="border: 0; display: block; width: {width}px; height: 900px" srcdoc="{page}"></iframe></body>"""


def measure(chromium: str, page: str, expression: str, folder: Path, width: int = 1200) -> str:
    """Return what a JavaScript `expression` gives on the page once it is loaded, in a window of `width` pixels.

    The page stands in a frame, for a window of Chromium is never narrower than 500 pixels. Its own policy lets no
    script run; only the copy that is measured goes without it.
    """
    page = re.sub(r"<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "", page)
    script = f"<script>addEventListener('load', () => {{ top.document.title = String({expression}) }})</script>"
    inner = escape(page.replace("</body>", f"{script}</body>"))
    file = folder / "measured.html"
    file.write_text(_FRAME.format(width=width, page=inner), encoding="utf-8")
    found = re.search(r"<title>(.*?)</title>", _run(chromium, folder, "--dump-dom", file.as_uri()), re.DOTALL)
    assert found, "the page told nothing"
    return unescape(found[1])


def printed(chromium: str, page: str, folder: Path) -> bytes:
    """Return the page as Chromium prints it: a PDF."""
    file, target = folder / "printed.html", folder / "printed.pdf"
    file.write_text(page, encoding="utf-8")
    _run(chromium, folder, "--no-pdf-header-footer", f"--print-to-pdf={target}", file.as_uri())
    return target.read_bytes()


def _run(chromium: str, folder: Path, *arguments: str) -> str:
    command = [chromium, *_QUIET, *_OFFLINE, f"--user-data-dir={folder / 'profile'}", "--window-size=1400,900"]
    # a PDF made earlier in this process left its own font configuration, which has no fonts for other programs
    own = {name: value for name, value in os.environ.items() if name != "FONTCONFIG_FILE"}
    done = subprocess.run(
        [*command, *arguments], capture_output=True, encoding="utf-8", check=True, timeout=60, env=own
    )
    return done.stdout
