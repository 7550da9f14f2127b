"""Opens a page in headless Chromium, with the network closed to it."""

from __future__ import annotations

import os
import re
import subprocess
from html import unescape
from pathlib import Path

_QUIET = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync")
_OFFLINE = ("--disable-background-networking", "--disable-component-update", "--proxy-server=127.0.0.1:9")


def measure(chromium: str, page: str, expression: str, folder: Path, width: int = 1200) -> str:
    """Return what a JavaScript `expression` gives on the page, in a window of `width` pixels.

    The page's own policy lets no script run; only the copy that is measured goes without it.
    """
    page = re.sub(r"<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "", page)
    script = f"<script>document.title = String({expression})</script>"
    file = folder / "measured.html"
    file.write_text(page.replace("</body>", f"{script}</body>"), encoding="utf-8")
    command = [
        chromium,
        *_QUIET,
        *_OFFLINE,
        f"--user-data-dir={folder / 'profile'}",
        f"--window-size={width},900",
        "--dump-dom",
        file.as_uri(),
    ]
    # a PDF made earlier in this process left its own font configuration, which has no fonts for other programs
    own = {name: value for name, value in os.environ.items() if name != "FONTCONFIG_FILE"}
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True, timeout=60, env=own)
    found = re.search(r"<title>(.*?)</title>", done.stdout, re.DOTALL)
    assert found, "the page has no title"
    return unescape(found[1])
