"""What closes a document: signatures, the list of annexes, the imprint (版记)."""

from __future__ import annotations

from planforge.records import record

ANNEX_LABEL = "附件："


@record(frozen=True, slots=True)
class Signature:
    """署名 and 成文日期 below the notice."""

    by: str
    on: str


@record(frozen=True, slots=True)
class JointSignature:
    """署名 of several organs in their order, and 成文日期 below the last (7.3.5.1)."""

    names: tuple[str, ...]
    on: str


@record(frozen=True, slots=True)
class AnnexNote:
    """附件说明: the names of what is attached, below the text (7.3.4)."""

    names: tuple[str, ...]

    @property
    def lines(self) -> tuple[tuple[str, str], ...]:
        """Each line as what stands before the name and the name; a single annex has no number."""
        if len(self.names) == 1:
            return ((ANNEX_LABEL, self.names[0]),)
        return tuple((f"{'' if index else ANNEX_LABEL}{index + 1}.", name) for index, name in enumerate(self.names))


@record(frozen=True, slots=True)
class Imprint:
    """版记: copies (抄送), the printing organ and the printing date, as printed; an absent one is empty.

    ``recipients``: 主送, where the first page has no room for them (7.3.2, 7.4.2); no rule parts them from the copies.
    """

    copies: str = ""
    by: str = ""
    on: str = ""
    recipients: str = ""

    @property
    def organs(self) -> tuple[str, ...]:
        """The lists of organs that there are, 主送 above 抄送."""
        return tuple(filter(None, (self.recipients, self.copies)))
