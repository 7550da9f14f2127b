"""A place whose building the first clause of a sentence speaks of: 支持芜湖建设创新型城市，到2025年….

What a place becomes (中心, 枢纽, 城市) tells that a name without 市 or 县 is one; behind 恩施州 anything may follow.
"""

from __future__ import annotations

from planforge.facts.lists.fostered_row import FOSTERS
from planforge.facts.lists.places import is_named, is_place
from planforge.facts.names.tiers import scope_of
from planforge.facts.passage import PassageReader
from planforge.patterns import expression

_BUILDS = "(?:加快|高标准|高质量|率先|全面|着力)*(?:建设|打造|创建|争创|建成|建立)"
_FOSTERED = expression(
    f"(?:{'|'.join(FOSTERS)})(?!各|有条件|符合|具备|全|其他|重点)"
    f"(?:(?P<bare>[\u4e00-\u9fff]{{2,4}}?){_BUILDS}[^，。；]{{0,16}}?"
    "(?:城市|副中心|[^研发]中心|枢纽|门户|基地|示范[市区县]|先行区|高地|强[市县区])(?:标杆|样板|试点|典范|承载地)?"
    "|(?P<place>[\u4e00-\u9fff]{2,5}?[市州县区旗])[做争创加实开建打发提培推优深高率全融承先补壮扩聚探依围抢强巩完构形着大积][^，。；]{1,30})"
)


def fostered(reader: PassageReader) -> str:
    """Return the place that the sentence of the figure now read begins with, where that stands in a later clause."""
    sentence = reader.sentence
    if reader.clause <= sentence or not reader.words.startswith(FOSTERS, sentence):
        return ""
    end = reader.clauses.clause_end(sentence)
    said = _FOSTERED.fullmatch(reader.words, sentence, end)
    if said is None:
        return ""
    place = said["place"] or said["bare"]
    if not said["place"] and not place.endswith(("市", "县", "区")):
        place = f"{place}市" if is_named(place) else ""
    return scope_of(place, reader.situation.home) if is_place(place) else ""
