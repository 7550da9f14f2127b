"""References without their braces or with others: （企业@2025）, {{企业@2025}}; they print as they are written."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.outline.text import Segment, SegmentKind, Text
from planforge.patterns import expression
from planforge.plan.ledger import Ledger
from planforge.source.problem import Problem, ProblemKind, quoted

_WHEN = expression(r"@\d{4}(?:[-—–～~至/]\d{4})?(?:年?\s*(?:年均)?增速)?")


def unbraced(text: Text, ledger: Ledger) -> Iterator[Problem]:
    """Yield a problem for each name of the ledger with “@” and a year that stands in the words themselves."""
    for segment in text.segments:
        if segment.kind is SegmentKind.LITERAL and "@" in segment.printed:
            yield from _in_segment(text, segment, ledger)


def _half_braced(words: str, start: int, end: int) -> bool:
    """Return whether braces stand there that are told already: full-width ones, or one without its other half."""
    before, behind = words[max(0, start - 2) : start], words[end : end + 2]
    return before[-1:] == "｛" or (before[-1:] == "{" and before != "{{") or (behind[:1] == "}" and behind != "}}")


def _in_segment(text: Text, segment: Segment, ledger: Ledger) -> Iterator[Problem]:
    for when in _WHEN.finditer(segment.printed):
        name = ledger.named_before(segment.printed[: when.start()])
        if name:
            start = segment.start + when.start() - len(name)
            written = name + when.group()
            if _half_braced(text.file.text, start, start + len(written)):
                continue
            message = f"{quoted(written)}会照样印出来；要印台账里的数字，请写成 {{{written}}}，花括号用英文的，一边一个"
            yield Problem(ProblemKind.REFERENCE, message, text.file.span(start, start + len(written)))
