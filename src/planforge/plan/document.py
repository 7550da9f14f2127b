"""发文要素 (document elements): what an issued document has besides its text."""

from __future__ import annotations

from planforge.outline.text import Text
from planforge.records import record


@record(frozen=True)
class Signed:
    """An organ and a date: 署名与成文日期, or 印发机关与印发日期."""

    by: Text | None = None
    on: Text | None = None


@record(frozen=True)
class Annex:
    """Which annex of which document the plan is: 发文字号 and 附件顺序号."""

    of: Text | None = None
    number: Text | None = None


@record(frozen=True)
class DocumentElements:
    """发文要素. What the drafter did not give is None and stays absent; nothing is invented.

    `contents` is the number of heading levels the table of contents lists; 0 wants none, None leaves it to the house.
    """

    copy_number: Text | None = None
    security: Text | None = None
    urgency: Text | None = None
    issuer: Text | None = None
    joint: tuple[Text, ...] = ()
    number: Text | None = None
    signatories: tuple[Text, ...] = ()
    title: Text | None = None
    recipients: Text | None = None
    notice: tuple[Text, ...] = ()
    signature: Signed | None = None
    disclosure: Text | None = None
    copies: Text | None = None
    printed: Signed | None = None
    annex: Annex | None = None
    cover: Signed | None = None
    note: Text | None = None
    contents: int | None = None
