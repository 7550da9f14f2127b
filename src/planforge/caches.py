"""The user's folder for what can be made anew at any time: reports, compiled expressions, fonts' set-up."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def cache_folder(what: str) -> Path:
    """Return planforge's folder for one kind of thing below $XDG_CACHE_HOME, else ~/.cache; it need not exist.

    A user who has no home (a bare number in a container) gets a folder that cannot be made.
    """
    named = os.environ.get("XDG_CACHE_HOME", "")
    home = Path(os.path.expanduser("~"))  # noqa: PTH111 - that of a path raises where there is no home
    below_home = home / ".cache" if home.is_absolute() else Path(os.devnull)
    return (Path(named) if named.startswith("/") else below_home) / "planforge" / what


def keep(path: Path, data: bytes) -> None:
    """Put a file in its place as a whole, so that another run never reads half of it.

    Raises:
        OSError: the folder cannot be written or the disk is full; nothing is left behind.
    """
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    descriptor, temporary = tempfile.mkstemp(dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
        Path(temporary).replace(path)
    except BaseException:  # Ctrl-C, too, leaves nothing behind
        Path(temporary).unlink(missing_ok=True)
        raise
