"""The numbers that paragraphs of an official text begin with: 章, 节, 一、, （一）, 1., （1）."""

from __future__ import annotations

import re

_LEVELS = (
    (r"第[一二三四五六七八九十百]{1,4}[章编篇]", "章"),
    (r"第[一二三四五六七八九十百]{1,4}节", "节"),
    (r"[一二三四五六七八九十]{1,3}、", "一、"),
    (r"（[一二三四五六七八九十]{1,3}）", "（一）"),
    (r"\d{1,2}[.．](?!\d)", "1."),
    (r"（\d{1,2}）", "（1）"),
)


def level_of(text: str) -> str:
    """Return which kind of number a passage begins with: 章, 节, 一、, （一）, 1. or （1）; "" for none."""
    return next((kind for pattern, kind in _LEVELS if re.match(pattern, text)), "")


LEVEL_KINDS = tuple(kind for _, kind in _LEVELS)
