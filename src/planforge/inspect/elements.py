"""The elements of an official document, as data; `recognise.py` finds them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import Generic, TypeVar

from planforge.inspect.passage import Passage

P = TypeVar("P", bound=Passage)


class Form(Enum):
    """Which form of document it is (chapters 7 and 10 of the standard)."""

    DOCUMENT = "document"
    LETTER = "letter"
    ORDER = "order"
    MINUTES = "minutes"


@dataclass
class Annex(Generic[P]):
    """An annex: its label (附件1) and the passages of its title."""

    label: P
    title: list[P] = field(default_factory=list)


@dataclass
class Elements(Generic[P]):
    """The elements of a document; None or empty where there is none. `strays`: what is in the head and no element."""

    form: Form = Form.DOCUMENT
    copy_number: P | None = None
    secrecy: P | None = None
    urgency: P | None = None
    marks: list[P] = field(default_factory=list)
    strays: list[P] = field(default_factory=list)
    number: P | None = None
    signers: list[P] = field(default_factory=list)
    title: list[P] = field(default_factory=list)
    further_titles: list[list[P]] = field(default_factory=list)
    recipients: P | None = None
    body: list[P] = field(default_factory=list)
    attachments: list[P] = field(default_factory=list)
    signatures: list[P] = field(default_factory=list)
    date: P | None = None
    remark: P | None = None
    annexes: list[Annex[P]] = field(default_factory=list)
    lone_annex: P | None = None
    copies: P | None = None
    main_copies: P | None = None
    printed: P | None = None
    imprint: list[P] = field(default_factory=list)
    cover: list[P] = field(default_factory=list)

    @property
    def has_head(self) -> bool:
        """Whether there is a red head or at least a document number."""
        return bool(self.marks or self.number)

    @property
    def corners(self) -> list[P]:
        """份号, 密级 and 紧急程度 in this order, as far as they are there."""
        return [one for one in (self.copy_number, self.secrecy, self.urgency) if one is not None]

    @property
    def official(self) -> bool:
        """Whether it has anything of an official document; a plan's bare text has not."""
        return bool(self.has_head or self.imprint or self.date or self.annexes or self.lone_annex)

    @property
    def titles(self) -> list[list[P]]:
        """All titles of size 2号: the document's and that of what it issues."""
        return [title for title in (self.title, *self.further_titles) if title]
