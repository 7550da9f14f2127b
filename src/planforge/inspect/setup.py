"""The two page set-ups an official page is made with, and which one a file looks like."""

from __future__ import annotations

from dataclasses import dataclass

from planforge.inspect.units import INK_ABOVE, INK_BELOW, mm_of_pt

BODY_PT = 16.0


@dataclass(frozen=True, slots=True)
class SetUp:
    """Margins in millimetres and the line pitch in points.

    `by_ink`: whether the ink of the first and last line lies on the edges of the 版心 (GB/T 33476.2); else the
    margins themselves are 37 and 35 mm and the ink lies up to one interlinear space inside.
    """

    name: str
    top: float
    bottom: float
    pitch: float
    by_ink: bool

    @property
    def leading(self) -> float:
        """The white between two lines of body text, in millimetres."""
        return mm_of_pt(self.pitch - (INK_ABOVE + INK_BELOW) * BODY_PT)


SETUPS = {
    setup.name: setup
    for setup in (
        SetUp("gbt33476", 34.58, 32.58, 29.45, by_ink=True),
        SetUp("margins-37-35", 37.0, 35.0, 28.95, by_ink=False),
    )
}


def likely_setup(top_margin: float) -> SetUp:
    """Return the set-up whose upper margin (mm) is nearer."""
    return min(SETUPS.values(), key=lambda setup: abs(setup.top - top_margin))


def likely_by_ink(ink_top: float | None) -> SetUp:
    """Return the set-up that puts the first line's ink nearer to where it was measured (mm)."""
    ink = SETUPS["gbt33476"]
    margins = SETUPS["margins-37-35"]
    middle = 37.0 + margins.leading / 4
    return ink if ink_top is not None and ink_top < middle else margins
