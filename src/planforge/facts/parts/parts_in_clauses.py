"""Parts that stand in clauses of their own behind 其中: 其中，甲6万吨，增长2%；乙4万吨."""

from __future__ import annotations

from planforge.facts.figures.quantity import Quantity
from planforge.facts.heads.left_heads import Head
from planforge.facts.parts.which_whole import goes_beyond
from planforge.facts.passage import PassageReader
from planforge.facts.statement import Statement
from planforge.patterns import expression

OF_WHICH = ("其中，", "其中：", "其中:", "其中,")


def whole_of_parts(reader: PassageReader, figure: Quantity, head: Head) -> Statement | None:
    """Return what a sentence that begins with 其中， divides, for a figure in a later clause of it.

    其中，外出农民工60人，增长2%；本地农民工40人. 总投资2450亿元。其中，续建项目26个，总投资510亿元；新建…，总投资….
    A second 其中 in the sentence may begin to divide one of the parts; then nothing is certain.
    """
    sentence, clause = reader.sentence, reader.clause
    if (listed := reader.words.find("其中：", sentence + 1, figure.start)) > 0:
        return _divided_behind(reader, figure, head, listed)
    if (listed := reader.words.find("其中", sentence + 1, figure.start)) > 0 and _SORT.search(head.name) is not None:
        return _divided_behind(reader, figure, head, listed)
    if not reader.words.startswith(OF_WHICH, sentence) or "其中" in reader.words[sentence + 2 : figure.start]:
        return None
    comparable = [one for one in reader.same_sentence(figure) if one.quantity.unit.comparable(figure.unit)]
    first = next((one for one in comparable if not one.kind.is_change and not one.adds), None)
    behind = reader.words.startswith(("；", ";"), clause - 1)
    if first is not None and behind and alike_at_the_end(first.head, head.name):
        outside = first.parent is not None and first.parent.position.sentence != sentence
        return _still_divided(reader, figure, head, first) if outside else None
    before = reader.clauses.sentence_start(sentence - 1)
    named = [one for one in reader.done if one.position.sentence == before and one.head == head.name]
    return named[0] if len(named) == 1 and named[0].quantity.unit.comparable(figure.unit) else None


def _divided_behind(reader: PassageReader, figure: Quantity, head: Head, listed: int) -> Statement | None:
    """Return what 其中： inside a sentence divides, over semicolons: 收入168元，其中：甲收入152元；乙收入16元.

    Without the colon only what is called a sort as the first part is: 项目31个，其中甲类项目18个、投资9亿元；乙类项目….
    """
    clause = reader.clause
    if not reader.words.startswith("；", clause - 1) or "其中" in reader.words[listed + 2 : figure.start]:
        return None
    parts = (one for one in reader.same_sentence(figure) if one.quantity.start > listed and not one.kind.is_change)
    first = next(parts, None)
    if first is None or first.parent is None or not first.quantity.unit.comparable(figure.unit):
        return None
    if not reader.words.startswith(OF_WHICH, listed) and _SORT.search(first.head) is None:
        return None
    return _still_divided(reader, figure, head, first) if alike_at_the_end(first.head, head.name) else None


def _still_divided(reader: PassageReader, figure: Quantity, head: Head, first: Statement) -> Statement | None:
    """Return the whole of the first part of a list for a later one, up to a class that is evidently another."""
    if first.parent is None or goes_beyond(figure, head, first.parent):
        return None
    listed = (one for one in reader.same_sentence(figure) if one.quantity.start > first.quantity.start)
    others = (one for one in listed if one.parent is None and alike_at_the_end(first.head, one.head))
    return None if any(one.quantity.unit is first.quantity.unit for one in others) else first.parent


_SORT = expression("类(?:建设)?(?:项目|工程|任务|事项|指标|课题)$")


def alike_at_the_end(one: str, other: str) -> bool:
    """Whether two names end alike, as those of parts do: 外出农民工, 本地农民工; 出口, 进口."""
    shared = min(_SHARED_END, len(one) - 1, len(other) - 1)
    return one != other and shared > 0 and one[-shared:] == other[-shared:]


_SHARED_END = 2
