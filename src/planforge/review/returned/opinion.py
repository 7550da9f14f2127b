"""A row of 意见汇总表, and its columns. Plain data."""

from __future__ import annotations

from planforge.records import record

HEAD = ("序号", "单位或作者", "位置", "原文", "意见", "采纳情况")


@record(frozen=True, slots=True)
class Opinion:
    """One row: who, under which headings, on what words, wants what. What became of it is for the office to fill in."""

    who: str
    where: str
    original: str
    opinion: str
