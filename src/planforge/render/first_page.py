"""Makes the first page show text: 主送机关 go from below the title into 版记 where that does it (GB/T 9704 7.3.2).

The template writes them at both places; one of the two is taken out here. Lines are reckoned, not laid out, for all
outputs alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from planforge.render.house import House, PageProfile
from planforge.render.notice import height_of, room_of, signs_apart
from planforge.render.page import (
    Block,
    Box,
    Chart,
    Figure,
    Heading,
    Imprint,
    ItemList,
    Line,
    LineRole,
    NewPage,
    Page,
    Paragraph,
    Run,
    Table,
)
from planforge.render.spacing import Spacing

_TEXT = (Paragraph, Heading, ItemList, Box, Table, Figure, Chart)
_ASCENT = 0.8  # of a line, about what every program has


def has_text_on_first_page(page: Page, house: House) -> bool:
    """Return whether the first page has room for a line of the notice; True when there is no notice."""
    return _has_text(list(takewhile(lambda block: not isinstance(block, NewPage), page.blocks)), house)


def has_text_beside_signature(page: Page, house: House, profile: PageProfile) -> bool:
    """Return whether a line of the notice stands on the page of its signature; True when there is no signature."""
    return not signs_apart(page, _reckoned(house, profile))


def _reckoned(house: House, profile: PageProfile) -> Spacing:
    return Spacing(house, profile, lambda _style, line, _size: _ASCENT * line)


def recipients_below(page: Page) -> bool:
    """Return whether the template writes 主送机关 into 版记 too."""
    return any(isinstance(block, Imprint) and block.recipients for block in page.blocks)


def placed_recipients(page: Page, measured: Page, house: House) -> Page:
    """Return the page with 主送机关 at one place.

    Args:
        page: the page, with 主送机关 in 版记 too when the template writes them there.
        measured: the same page as it is printed, whose lines are reckoned.
        house: the house format.
    """
    without = replace(measured, blocks=tuple(_placed(measured.blocks, below=True)))
    given = recipients_below(page)
    below = given and not has_text_on_first_page(measured, house) and has_text_on_first_page(without, house)
    return replace(page, blocks=tuple(_placed(page.blocks, below=below)))


def _placed(blocks: Sequence[Block], *, below: bool) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Imprint) and not below:
            left = replace(block, recipients="")
            yield from (left,) if left != Imprint() else ()
        elif not (below and isinstance(block, Line) and block.role is LineRole.RECIPIENTS):
            yield block


def _has_text(notice: Sequence[Block], house: House) -> bool:
    first = next((index for index, block in enumerate(notice) if isinstance(block, _TEXT)), None)
    if first is None:
        return True
    profile = house.pages[house.default_page]
    spacing = _reckoned(house, profile)
    shown = [*notice[:first], Paragraph((Run("一"),))]
    above = zip([None, *shown], shown, strict=False)
    return sum(spacing.above(one, two) + height_of(two, spacing) for one, two in above) <= room_of(profile)
