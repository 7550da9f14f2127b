"""A share whose whole is told with its value right before: 税收收入68.3亿元，占一般公共预算收入102.4亿元的66.7%."""

from __future__ import annotations

from planforge.facts.passage import PassageReader
from planforge.facts.quantity import Form
from planforge.facts.topic import Around, Topic

OF_IT = ("的", "的约", "的近")


def of_whole_before(reader: PassageReader, around: Around) -> Topic | None:
    """Return what such a share is of: the part named before, in the whole that the last figure is the value of."""
    if around.figure.form is not Form.PERCENT or around.grown or around.region not in OF_IT or len(reader.done) < 2:
        return None
    whole = reader.done[-1]
    parts = (one for one in reversed(reader.same_sentence(around.figure)[:-1]) if not (one.kind.is_change or one.adds))
    part = next((one for one in parts if one.quantity.unit.comparable(whole.quantity.unit)), None)
    name = whole.indicator or whole.head
    if part is None or not (part.indicator and name) or whole.quantity.end != around.start:
        return None
    if "占" not in reader.words[part.quantity.end : whole.quantity.start]:
        return None
    named = f"{part.indicator}占{name}比重"
    return Topic(reader.situation.table.resolve(part.scope + part.tier + named), named, inherited=True)
