"""Sets a checkout up on a bare machine, with the standard library only."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
