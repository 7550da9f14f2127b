"""The few ways in which a measure is judged: near a length, a face, a size, a yes or no."""

from __future__ import annotations

from planforge.inspect.faces import Match, match_face, shown_face
from planforge.inspect.outcome import Measure, Status
from planforge.inspect.passage import NOWHERE, Passage, Piece, Place
from planforge.inspect.units import LINE, SEVEN_EIGHTHS

_SIZE_TOLERANCE = 0.5
_GAP_TOLERANCE = 1.5
_SIZES = {42: "初号", 36: "小初", 26: "1号", 24: "小1号", 22: "2号", 18: "小2号", 16: "3号", 15: "小3号",
          14: "4号", 12: "小4号", 10.5: "5号", 9: "小5号"}  # fmt: skip


SIDES = ("5.1", "5.2.1-b", "5.2.1-d")
"""What moves everything that is measured from the sides of the paper: its size, the left and the right margin."""


def verdict(
    clause: str,
    holds: bool,
    measured: str,
    place: Place = NOWHERE,
    expected: str = "",
    *,
    due: tuple[str, ...] = (),
) -> Measure:
    """Return a measure that holds or not; `due`: the clauses that explain this failure when they fail."""
    return Measure(clause, Status.HOLDS if holds else Status.FAIL, measured, place, expected, due)


def near(
    clause: str,
    value: float,
    wanted: float,
    tolerance: float,
    place: Place = NOWHERE,
    what: str = "",
    *,
    due: tuple[str, ...] = (),
) -> Measure:
    """Return a length in millimetres judged by its distance from the one wanted."""
    expected = f"{what}{round(wanted, 2):g}±{tolerance:g} 毫米"
    holds = abs(value - wanted) <= tolerance + 1e-6
    shown = f"{value:.2f}" if tolerance < 0.2 else f"{value:.1f}"
    return verdict(clause, holds, f"{what}{shown} 毫米", place, expected, due=due)


def within(
    clause: str,
    value: float,
    low: float,
    high: float,
    place: Place = NOWHERE,
    what: str = "",
    *,
    due: tuple[str, ...] = (),
) -> Measure:
    """Return a length in millimetres that must lie between two others."""
    return verdict(
        clause,
        low - 1e-6 <= value <= high + 1e-6,
        f"{what}{value:.1f} 毫米",
        place,
        f"{what}{low:.1f}～{high:.1f} 毫米",
        due=due,
    )


def below(clause: str, gap: float, lines: int, place: Place, what: str) -> Measure:
    """Return the white (mm) between elements set on the grid of the text, so many empty lines apart.

    GB/T 33476.2 counts an empty line from ink to ink; a line left empty on the grid adds seven eighths of a character.
    """
    wanted = lines * LINE
    holds = any(abs(gap - one) <= _GAP_TOLERANCE for one in (wanted, wanted + SEVEN_EIGHTHS))
    on_grid = f"按行格空行时 {wanted + SEVEN_EIGHTHS:.1f}"
    expected = f"{what}空{'零一二三'[lines]}行（{wanted:.2f}±{_GAP_TOLERANCE:g} 毫米，{on_grid}）"
    return verdict(clause, holds, f"{what}{gap:.1f} 毫米", place, expected)


def info(clause: str, measured: str, place: Place = NOWHERE) -> Measure:
    """Return something that is told and not judged."""
    return Measure(clause, Status.INFO, measured, place)


def unmeasured(clause: str, why: str, place: Place = NOWHERE) -> Measure:
    """Return that this clause could not be measured here, and why."""
    return Measure(clause, Status.NOT_MEASURABLE, why, place)


def look(clause: str, passage: Passage, face: str, size: float, *, bold_counts: bool = True) -> Measure:
    """Return the face and size that most of a passage has, judged."""
    piece = passage.main
    if piece is None:
        return unmeasured(clause, "没有文字", passage.place)
    return piece_look(clause, piece, face, size, passage.place, bold_counts=bold_counts)


def piece_look(clause: str, piece: Piece, face: str, size: float, place: Place, *, bold_counts: bool = True) -> Measure:
    """Return the face and size of one piece, judged."""
    match = match_face(piece.faces, face)
    bold = piece.bold and bold_counts
    holds = abs(piece.size - size) <= _SIZE_TOLERANCE and not bold
    status = Status.FAIL
    if holds and match is not Match.OTHER:
        status = Status.HOLDS if match is Match.OFFICIAL else Status.STAND_IN
    measured = f"{size_words(piece.size)}{shown_face(piece.faces)}{'加粗' if bold else ''}"
    return Measure(clause, status, measured, place, f"{size_words(size)}{face}")


def size_words(size: float) -> str:
    """Return a size by its Chinese name where it has one."""
    rounded = round(size * 2) / 2
    return _SIZES.get(rounded, f"{rounded:g} 磅")
