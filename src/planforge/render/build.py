"""From the plain data of a plan to the semantic page, and from the page to any output format."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from planforge.patterns import expression
from planforge.render.first_page import placed_recipients, recipients_below
from planforge.render.house import House
from planforge.render.notes import numbered
from planforge.render.page import TITLES, Block, Cover, Image, Line, Page, Run, text_of
from planforge.render.page_xml import parse_page
from planforge.render.title_lines import break_title
from planforge.render.trace_marks import unmarked

_PLACE = expression(r"((?:(?!自治)[^省市县区州盟旗]){1,10})(?:自治[区州县旗]|[省市县区州盟旗])")
_LONGEST_NAME = 4  # of a place, without its kind
_WRITTEN_DATE = expression(r"(\d{4})年(\d{1,2})月(\d{1,2})日")


def render_page(context: Mapping[str, object], house: House) -> Page:
    """Write the semantic page of a plan with the template of its house format.

    Args:
        context: ``plan`` and ``document`` as plain mappings, lists, texts; figures carry ``data`` and ``media_type``.
        house: the house format.

    Raises:
        TemplateError: the template fails or writes something that is no page.
        CharacterError: the plan holds a character no file can carry.
    """
    from planforge.render.confined import run_confined  # Jinja is loaded only when a document is built
    from planforge.render.template import run_template, script_of

    images = dict(_images(context))
    run = run_template if house.shipped else run_confined
    xml = numbered(run(script_of(house), {**context, "date": _date(context)}))
    organs = tuple(_organs(context))

    def typeset(written: str, names: Sequence[str]) -> Page:
        page = parse_page(written, images, house.template)
        words = (*house.title_words, *names)
        return replace(page, blocks=tuple(_broken(block, house, words) for block in page.blocks))

    page, plain = typeset(xml, organs), unmarked(xml)
    same = plain == xml or not recipients_below(page)  # else nothing is reckoned
    measured = page if same else typeset(plain, [unmarked(name) for name in organs])
    return placed_recipients(page, measured, house)


def _organs(context: Mapping[str, object]) -> Iterator[str]:
    """Yield the names of the organs that issue or sign, and of their places: a title may not cut them."""
    document = context.get("document")
    if not isinstance(document, Mapping):
        return
    signed = (document.get(key) for key in ("signature", "cover"))
    signers = (str(one.get("by") or "") for one in signed if isinstance(one, Mapping))
    for name in filter(None, (document.get("issuer"), *(document.get("joint") or ()), *signers)):
        yield name
        yield from _places(name)


def _places(organ: str) -> Iterator[str]:
    """Yield the places that an organ's name begins with, and their names alone: 盘锦市, and 盘锦 of 盘锦沿海."""
    at = 0
    while place := _PLACE.match(organ, at):
        yield place[0]
        if 2 <= len(place[1]) <= _LONGEST_NAME:
            yield place[1]
        at = place.end()


def _date(context: Mapping[str, object]) -> str:
    """The ISO date of the document (成文日期, else 印发日期), empty when neither is given: never today's."""
    document = context.get("document")
    for key in ("signature", "printed"):
        element = document.get(key) if isinstance(document, Mapping) else None
        written = str(element.get("on") or "") if isinstance(element, Mapping) else ""
        found = _WRITTEN_DATE.fullmatch(written.strip())
        # a day that no calendar has is for lint to tell; the file's properties then have no date
        if found and (day := _day(*map(int, found.groups()))):
            return day.isoformat()
    return ""


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _images(data: object) -> Iterator[tuple[str, Image]]:
    """Collect the pictures of all figures in the context, by id."""
    if isinstance(data, str | bytes):  # most of a plan is text, and a mapping is looked for slowly
        return
    if isinstance(data, Mapping):
        if data.get("kind") == "figure" and isinstance(data.get("data"), bytes):
            yield str(data["id"]), Image(data["data"], str(data["media_type"]))
        else:
            for value in data.values():
                yield from _images(value)
    elif isinstance(data, Sequence):
        for value in data:
            yield from _images(value)


def _broken(block: Block, house: House, words: Sequence[str]) -> Block:
    """Break a long title into lines, one run a line; ``words`` are kept whole."""
    if isinstance(block, Cover):
        return replace(block, title=_lines(text_of(block.title), "cover-title", house, words))
    if isinstance(block, Line) and block.role in TITLES:
        return replace(block, runs=_lines(text_of(block.runs), block.role.value, house, words))
    return block


def _lines(title: str, style: str, house: House, words: Sequence[str]) -> tuple[Run, ...]:
    width = house.pages[house.default_page].width_pt / house.styles[style].size_pt
    return tuple(Run(line) for line in break_title(title, width, words))
