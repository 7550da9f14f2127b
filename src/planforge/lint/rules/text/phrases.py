"""The PF4xx rules that are data: one for each entry of the shipped packs."""

from __future__ import annotations

from planforge.lint.packs.checking import checks_of
from planforge.lint.packs.shipped import shipped_entries

RULES = tuple(checks_of([*shipped_entries()]))
