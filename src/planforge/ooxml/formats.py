"""What the properties of a paragraph or run say in the end, as plain values; lengths in twips."""

from __future__ import annotations

from dataclasses import field

from planforge.records import record


@record(frozen=True, slots=True)
class Border:
    """A border line: `val` is its kind, `size` eighths of a point, `space` points from the text."""

    val: str
    size: int
    space: int
    color: str

    @property
    def drawn(self) -> bool:
        """Whether there is a line at all."""
        return self.val not in ("", "nil", "none")


@record(frozen=True, slots=True)
class RunFormat:
    """A run's properties after defaults, styles and theme.

    Attributes:
        east_asia: face of Chinese characters; ascii: face of digits and Latin letters.
        half_points: type size; spacing: added to every character.
        color: RRGGBB or "auto".
        hint: eastAsia when quotes, dashes and the like are to be set in the Chinese face.
    """

    east_asia: str
    ascii: str
    half_points: int
    bold: bool
    color: str
    spacing: int
    hidden: bool
    marked: bool
    hint: str = ""


@record(frozen=True, slots=True)
class ParagraphFormat:
    """A paragraph's properties after defaults, styles and numbering.

    Attributes:
        left, right: indents; first: of the first line beside `left`, negative when hanging; all in twips.
        left_chars …: the same in hundredths of a character; they win over the twips.
        line, rule: distance of the lines: twips for "exact" and "atLeast", 240ths of a line for "auto".
        frame: attributes of w:framePr.
        tabs: (position in twips, kind).
        auto_space: whether a quarter of a character is added between Chinese and digits.
    """

    style: str = ""
    jc: str = "left"
    left: int = 0
    right: int = 0
    first: int = 0
    left_chars: int | None = None
    right_chars: int | None = None
    first_chars: int | None = None
    before: int = 0
    after: int = 0
    before_lines: int | None = None
    after_lines: int | None = None
    line: int = 240
    rule: str = "auto"
    page_break_before: bool = False
    snap: bool = True
    outline: int = 0
    borders: dict[str, Border] = field(default_factory=dict)
    frame: dict[str, str] = field(default_factory=dict)
    tabs: tuple[tuple[int, str], ...] = ()
    marked: bool = False
    auto_space: bool = True
