"""When a plan was written, as far as it says so: between two days. Validity of phrases is judged by these."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from planforge.patterns import expression
from planforge.plan.model import Plan
from planforge.records import record

_DAY = expression(r"(?P<year>(?:19|20)\d\d)年(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日)?")
_NUMBER = expression(r"[〔\[（(](?P<year>(?:19|20)\d\d)[〕\]）)]\s*\d+\s*号")
_FULL_LINE = expression(rf"\s*{_DAY.pattern}[\s?？]*(?:印发)?\s*")


@record(frozen=True)
class Dates:
    """The first and the last day on which a plan can have been written; None where nothing says."""

    earliest: date | None
    latest: date | None


def dates_of(plan: Plan) -> Dates:
    """Return when a plan was written: by its signature, its number, a dated line before the text, or its period."""
    known = next(_stated(plan), None)
    if known is not None:
        return known
    period = plan.period
    return Dates(date(period.start, 1, 1) if period.start else None, date(period.end, 12, 31) if period.end else None)


def _stated(plan: Plan) -> Iterator[Dates]:
    document = plan.document
    signed = (document.signature, document.printed, document.cover)
    lines = [one.on.printed for one in signed if one and one.on]
    lines += [text.printed for text in plan.preface if _FULL_LINE.fullmatch(text.printed)]
    for line in lines:
        yield from _of_day(_DAY.search(line))
    numbers = [document.number.printed] if document.number else []
    for line in [*numbers, *(text.printed for text in plan.preface[:6] if len(text.printed) < 40)]:
        if match := _NUMBER.search(line):
            year = int(match["year"])
            yield Dates(date(year, 1, 1), date(year, 12, 31))


def _of_day(match: re.Match[str] | None) -> Iterator[Dates]:
    if match is None or not 1 <= int(match["month"]) <= 12:
        return
    year, month = int(match["year"]), int(match["month"])
    last = monthrange(year, month)[1]
    if match["day"] is None:
        yield Dates(date(year, month, 1), date(year, month, last))
    elif 1 <= int(match["day"]) <= last:
        day = date(year, month, int(match["day"]))
        yield Dates(day, day)
