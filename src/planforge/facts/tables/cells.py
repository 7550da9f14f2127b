"""A figure that stands alone in a table cell or a ledger entry: 600以上, ≥230, 37.9%, 〔350〕, 控制在5.5以内.

The unit comes from the column, the row or the ledger; the figure is read by the same grammar as prose.
"""

from __future__ import annotations

from dataclasses import replace

from planforge.facts.figures.listed import quantities
from planforge.facts.figures.quantity import Form, Quantity
from planforge.facts.figures.units import NO_UNIT, split_scale, unit_of
from planforge.facts.writing.normalise import Reading, read
from planforge.outline.text import Text
from planforge.patterns import expression

BRACKET = expression(r"[\[〔［【]")
"""What stands in brackets adds up over the period."""
_MARKS = str.maketrans(dict.fromkeys("〔〕[]【】［］※*＊①②③④⑤⑥⑦⑧⑨⑩", " "))
_NUMBER = expression(r"\d+(?:[,，]\d{3})*(?:\.\d+)?")
_BOUNDS = expression("及?以[上下内]|左右|上下|不[低少高超多大小][于过]|超过|突破|[大小高低]于|至少|至多|约|近|余|多")
_OWN_UNIT = expression(r"[%‰\u4e00-\u9fff]")
_SAID = expression(
    "(?:增长|增加|提高|提升|扩大|发展|下降|降低|减少|缩小|压减)[到至]|控制在|保持在|稳定在|维持在|力争|达到|达|累计|年均|每年|平均|实现|增长|增加|提高|提升|新增|下降|降低|减少|升至|降至|保持|为|在"
)
_ASIDE = expression(r"\s*[（(][^（()）]*[)）]\s*$")
_MORE = expression(r"[、，,；;](?!\d{3}(?!\d))[^\d]*$")
_SCALE = expression(r"(?<=\d)[万亿]")
_RATIO = expression(r"\d\s*[:：]\s*\d")


def cell_quantity(printed: str, unit_words: str) -> Quantity | None:
    """Return the figure of a cell, or None when it holds none or several; `unit_words` is used when it names no unit.

    Positions in the result are those of the printed cell.
    """
    reading = read(_bare(printed))
    if _NUMBER.search(reading.text) is None or _RATIO.search(reading.text):
        return None
    if _OWN_UNIT.search(_BOUNDS.sub("", _SCALE.sub("", reading.text))) or _scaled_twice(reading.text, unit_words):
        return _placed(reading, list(quantities(reading.text)), 0)
    return _with_unit(reading, unit_words)


def has_figure(cell: Text) -> bool:
    """Whether a cell has a digit."""
    return any(character.isdigit() for character in cell.printed)


def _scaled_twice(text: str, unit_words: str) -> bool:
    """Whether a cell writes 2.6万 below 万户: what is meant is not sure, and its own words count."""
    return _SCALE.search(text) is not None and bool(split_scale(unit_words.strip())[1])


def _bare(printed: str) -> str:
    """Blank out what surrounds the figure, each character by one space: marks, words that bound nothing, asides."""
    plain = printed.translate(_MARKS)
    for aside in (_ASIDE, _MORE):
        match = aside.search(plain)
        if match and _NUMBER.search(plain, 0, match.start()):
            plain = plain[: match.start()]
    return str(_SAID.sub(lambda match: " " * len(match[0]), plain))


def _with_unit(reading: Reading, unit_words: str) -> Quantity | None:
    """Read the cell as prose would write it, with the unit behind the number."""
    _, scale, rest = split_scale(unit_words.strip())
    unit = unit_of(rest)
    # 11年 would be read as a date, whatever the column says
    known = unit.kind not in {"other", "bare"} and "/" not in unit.name and rest != "年"
    glue = (scale + rest) if known else scale + "%"
    *_, last = _NUMBER.finditer(reading.text)
    scaled = _SCALE.match(reading.text, last.end())
    end = scaled.end() if scaled else last.end()
    text = reading.text[:end] + glue + reading.text[end:]
    found = _placed(reading, list(quantities(text)), len(glue))
    if found is None:
        return None
    form = found.form if known else (Form.BARE if unit is NO_UNIT else Form.AMOUNT)
    return replace(found, unit=found.unit if known else unit, raw_unit=rest, form=form)


def _placed(reading: Reading, found: list[Quantity], added: int) -> Quantity | None:
    if len(found) != 1:
        return None
    figure = found[0]
    first, last = figure.number_at
    end = max(min(figure.end - added, len(reading.text)), last)
    return replace(
        figure,
        start=reading.printed(figure.start),
        end=reading.printed_end(end),
        number_at=(reading.printed(first), reading.printed_end(last)),
    )
