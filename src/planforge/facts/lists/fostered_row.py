"""Cities whose building up a clause speaks of, one measure of each: 支持甲、乙建设枢纽，增加值分别达到a、b."""

from __future__ import annotations

from planforge.facts.lists.places import is_named, is_place
from planforge.facts.passage import PassageReader
from planforge.facts.topic import Around
from planforge.patterns import expression

FOSTERS = ("支持", "推动", "推进", "加快", "指导", "鼓励", "引导")
_ROW = expression(
    f"(?:{'|'.join(FOSTERS)})"
    "(?P<names>[^、和及与，。；：\\d]{2,6}(?:、[^、和及与，。；：\\d]{2,6})*"
    "[、和及与][^、和及与，。；：\\d]{2,6}?)(?:等?[二两三四五六七八九十\\d]{1,2}个?(?:城市|市|地|县)|等(?:城市|市|地|县))?"
    "(?:加快|高标准|率先|共同|分别)*(?:建设|打造|创建|争创|建成|发展)[^，。；]{2,24}"
)
_AND = expression("[、和及与]")
_OF_EACH = expression(
    "[，,]?(?P<of>[^，。；、和及与\\d]{2,16}?)(?:力争|将|已)?分别(?:约?为|达到?|突破|超过|完成|实现)*(?:约|近)?"
)


def owned_by_fostered(reader: PassageReader, around: Around) -> list[str]:
    """Return the measure of each city of the clause before, when there are as many figures, else nothing."""
    clause = reader.clause_before(around.start).strip("，,")
    row = _ROW.fullmatch(clause) if clause.startswith(FOSTERS) else None
    measure = _OF_EACH.fullmatch(around.region) if row is not None else None
    names = _AND.split(row["names"]) if row is not None and measure is not None else []
    if measure is None or len(names) != reader.left_in_clause(around.figure):
        return []
    cities = [name if is_place(name) else f"{name}市" for name in names if is_place(name) or is_named(name)]
    return [city + measure["of"] for city in cities] if len(cities) == len(names) else []
