"""What stands at the head of a document: marks, letterheads, document numbers, titles and other single lines.

Its parts are those of 版头 (GB/T 9704 7.2) and the short lines of 主体; the writers know how each of them looks.
"""

from __future__ import annotations

from enum import StrEnum

from planforge.records import record
from planforge.render.runs import Runs


class LineRole(StrEnum):
    """The elements that are one short text of their own kind; the values are the element names of the vocabulary."""

    LETTERHEAD = "letterhead"
    DOCUMENT_NUMBER = "document-number"
    NOTICE_TITLE = "notice-title"
    RECIPIENTS = "recipients"
    DISCLOSURE = "disclosure"
    PLAN_TITLE = "plan-title"
    STAGE = "stage"
    TITLE_NOTE = "title-note"
    ANNEX_LABEL = "annex-label"
    ANNEX_TITLE = "annex-title"


TITLES = (LineRole.NOTICE_TITLE, LineRole.PLAN_TITLE, LineRole.ANNEX_TITLE)
"""What is set as a title: large, centred, broken by meaning."""


@record(frozen=True, slots=True)
class Line:
    """A letterhead, a document number, a title and the like. Titles are already broken: one run a line."""

    role: LineRole
    runs: Runs
    id: str = ""


@record(frozen=True, slots=True)
class Marks:
    """What stands at the top left, each on a line of its own: 份号, 密级和保密期限, 紧急程度 (7.2.1 to 7.2.3)."""

    copy_number: str = ""
    security: str = ""
    urgency: str = ""

    @property
    def lines(self) -> tuple[tuple[str, str], ...]:
        """Each line that there is, with the name of its style before it."""
        named = (("copy-number", self.copy_number), ("security", self.security), ("urgency", self.urgency))
        return tuple((style, text) for style, text in named if text)


@record(frozen=True, slots=True)
class JointHead:
    """发文机关标志 of several organs, the leading one first; ``ending`` (文件) stands beside them (7.2.4)."""

    organs: tuple[str, ...]
    ending: str = ""


@record(frozen=True, slots=True)
class LetterHead:
    """The head of a letter (10.1): 发文机关标志 above a red double rule, lines below it, a rule at the foot.

    At the left 份号, 密级和保密期限, 紧急程度, each on a line; at the right, on the first of these lines, 发文字号.
    """

    organ: str
    marks: Marks
    number: str = ""

    @property
    def rows(self) -> tuple[tuple[str, str, str], ...]:
        """Each line below the rule: the style of what stands at its left, that text, what stands at its right."""
        left = self.marks.lines or ((("document-number", ""),) if self.number else ())
        return tuple((style, text, "" if at else self.number) for at, (style, text) in enumerate(left))


@record(frozen=True, slots=True)
class NumberLine:
    """发文字号 and 签发人 of a document to a higher organ (7.2.5, 7.2.6): two names a line, the number on the last."""

    number: str
    signatories: tuple[str, ...]

    @property
    def rows(self) -> tuple[tuple[str, str, str], ...]:
        """Each line: the number, the words before the names, the names with a character between them."""
        pairs = [self.signatories[at : at + 2] for at in range(0, len(self.signatories), 2)]
        return tuple(
            (self.number if at == len(pairs) - 1 else "", "" if at else "签发人：", "　".join(pair))
            for at, pair in enumerate(pairs)
        )


@record(frozen=True, slots=True)
class RedRule:
    """The red line below the document number."""
