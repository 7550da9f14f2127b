"""The form of a 发文字号 (GB/T 9704-2012, 7.2.5): 机关代字〔年份〕顺序号号."""

from __future__ import annotations

from planforge.patterns import expression

WELL_FORMED = expression(r"(?P<organ>[\u4e00-\u9fff]{2,12})〔(?P<year>(?:19|20)\d{2})〕(?P<serial>[1-9]\d{0,4})号")
_YEAR = r"(?P<open>[\[［【（(﹝〔])(?P<year>(?:19|20)?\d{2})(?P<close>[\]］】）)﹞〕])"
YEAR_IN_BRACKETS = expression(_YEAR)
"""What every likely number has."""
LIKELY = expression(
    rf"(?P<organ>[\u4e00-\u9fff]{{2,12}}){_YEAR}"
    r"\s*第?\s*(?P<serial>\d{1,5})\s*号"
)


def suggestion(written: str) -> str | None:
    """Return the well-formed number that `written` most likely means."""
    match = LIKELY.search(written)
    if match is None:
        return None
    year = match["year"] if len(match["year"]) == 4 else f"20{match['year']}"
    return f"{match['organ']}〔{year}〕{int(match['serial'])}号"
