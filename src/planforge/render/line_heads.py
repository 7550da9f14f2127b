"""Which characters may not begin a line, for all outputs alike.

GB/T 15834-2011, 5.1: the marks of a pause, closing brackets and quotation marks (5.1.1–5.1.3), the connecting marks
一字线 and 浪纹线 (5.1.7) and 间隔号 (5.1.8). A dash ——, two characters long, may (5.1.5), but is never cut.
"""

from __future__ import annotations

CONNECTORS = "—～－·"
"""Marks between two words or figures: they stay with what stands before them (2018—|2020年)."""

NOT_FIRST = "!%),.:;?]}¢°’”…‰′″℃、。〃〉》」』】〕〗！＂％＇），．：；？］｀｜｝" + CONNECTORS
"""What Word is told to keep off the beginning of a line: its own list and the connectors."""
