"""Colours that can be read on a screen: WCAG 2.2, 1.4.3, asks for a contrast of 4.5 to 1.

The red of a letterhead, FF0000, has 4.0 on white. Paper keeps it; a screen gets the lightest red that can be read.
"""

from __future__ import annotations

LEAST = 4.5
_WHITE = 1.0


def readable(colour: str) -> str:
    """Return a colour (RRGGBB) as it is, or darkened evenly until it can be read on white."""
    parts = [int(colour[at : at + 2], 16) for at in (0, 2, 4)]
    shares = (share / 255 for share in range(255, -1, -1))
    found = ([round(part * share) for part in parts] for share in shares)
    return next("".join(f"{part:02X}" for part in one) for one in found if contrast(one) >= LEAST)


def contrast(parts: list[int]) -> float:
    """Return the contrast of a colour, as red, green and blue of 0 to 255, to white (WCAG 2.2, contrast ratio)."""
    weights = (0.2126, 0.7152, 0.0722)
    light = sum(weight * _linear(part / 255) for weight, part in zip(weights, parts, strict=True))
    return (_WHITE + 0.05) / (light + 0.05)


def _linear(part: float) -> float:
    """Return a part of an sRGB colour as light (WCAG 2.2, relative luminance)."""
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
