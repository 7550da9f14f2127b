"""The two page set-ups an official page is made with, and which one a file looks like."""

from __future__ import annotations

from planforge.inspect.units import BOTTOM, INK_ABOVE, INK_BELOW, PAPER, TOP, mm_of_pt
from planforge.records import record

BODY_PT = 16.0
_LIKE = 3.0


@record(frozen=True, slots=True)
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


def likely_setup(top_margin: float, bottom_margin: float) -> SetUp:
    """Return the set-up one of whose margins (mm), or their sum, is nearest: what is not may be what is wrong.

    Margins that are like neither are judged by those that offices set.
    """

    def distance(setup: SetUp) -> float:
        top, bottom = setup.top - top_margin, setup.bottom - bottom_margin
        return min(abs(top), abs(bottom), abs(top + bottom))

    nearest = min(SETUPS.values(), key=distance)
    return nearest if distance(nearest) < _LIKE else SETUPS["margins-37-35"]


def likely_by_ink(top: float | None, bottom: float | None) -> SetUp:
    """Return the set-up that puts the ink of the first line nearer to where it was measured (mm from the upper edge).

    A line far above either tells nothing; then the ink of a full page's last line does (mm from the lower edge).
    """
    ink = SETUPS["gbt33476"]
    margins = SETUPS["margins-37-35"]
    if top is not None and top > TOP - 2:
        return ink if top < TOP + margins.leading / 4 else margins
    lower = PAPER[1] - BOTTOM
    return ink if bottom is not None and lower - 2 < bottom < lower + margins.leading / 4 else margins
