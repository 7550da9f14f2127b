"""The two dates of a document as calendar days."""

from __future__ import annotations

from datetime import date

from planforge.outline.text import Text
from planforge.patterns import expression
from planforge.plan.model import DocumentElements, Signed
from planforge.records import record

_DATE = expression(r"(\d{4})年(\d{1,2})月(\d{1,2})日")


@record(frozen=True)
class Dated:
    """A date as written and as a day."""

    name: str
    text: Text
    day: date


def dates(document: DocumentElements) -> tuple[Dated | None, Dated | None]:
    """Return 成文日期 and 印发日期, None where absent or not in the calendar."""
    return _dated("成文日期", document.signature), _dated("印发日期", document.printed)


def is_dated(written: str) -> bool:
    """Return whether a year, a month and a day are written as a date is; another form is told by the schema."""
    return _DATE.fullmatch(written) is not None


def to_day(written: str) -> date | None:
    """Return the day that “2023年2月14日” names, None when there is no such day."""
    match = _DATE.fullmatch(written)
    if match is None:
        return None
    try:
        return date(*(int(part) for part in match.groups()))
    except ValueError:
        return None  # 2月30日: the caller says so


def _dated(name: str, signed: Signed | None) -> Dated | None:
    text = signed.on if signed else None
    day = to_day(text.printed) if text else None
    return Dated(name, text, day) if text and day else None
