"""Where a plan defines its abbreviations: （以下简称“……”）."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from planforge.lint.sheet import Sheet
from planforge.records import record

_DEFINITION = regex.compile(
    r"(?P<full>[^，。；：、（）“”\n]{0,40})[（(](?:以下|下文)(?:统一?|合)?简称(?:为|：|:)?(?P<open>[“《]?)(?P<short>[^“”《》（）()，。；、\n]{2,20})[”》]?[）)]"
)


@record(frozen=True, slots=True)
class Definition:
    """An abbreviation, the same with its 《》 if it has any, the words before its definition, and where it stands."""

    short: str
    marked: str
    full: str
    start: int
    end: int


def definitions(sheet: Sheet) -> Iterator[Definition]:
    """Yield the definitions in the order of the text."""
    if "简称" not in sheet.text:
        return
    for match in sheet.matches(_DEFINITION):
        short = match["short"]
        marked = f"《{short}》" if match["open"] == "《" else short
        yield Definition(short, marked, match["full"], match.start("short"), match.end("short"))
