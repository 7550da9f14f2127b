"""What the tests of the inspect room share."""

from __future__ import annotations

from pathlib import Path

import pytest

_FONTS = Path(__file__).resolve().parents[3] / ".cache" / "fonts"


@pytest.fixture(scope="session")
def faces() -> Path:
    """The folder of the Fandol faces, which stand in for the official ones."""
    pytest.importorskip("weasyprint", reason="the extra planforge[pdf] is not installed", exc_type=ImportError)
    pytest.importorskip("pypdfium2", reason="the extra planforge[inspect] is not installed")
    if not (_FONTS / "FandolFang-Regular.otf").is_file():
        pytest.skip("needs the Fandol fonts in .cache/fonts")
    return _FONTS
