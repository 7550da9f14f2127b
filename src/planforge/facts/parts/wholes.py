"""Which figure another one is a part of: before its bracket, before 其中, before 按…分."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.facts.aims.plan_shares import PLAN_SHARE
from planforge.facts.changes.growth import Kind
from planforge.facts.figures.precision import Comparator
from planforge.facts.figures.quantity import Form, Quantity
from planforge.facts.heads.left_heads import Head
from planforge.facts.parts.parts_in_clauses import OF_WHICH, alike_at_the_end, whole_of_parts
from planforge.facts.parts.sorting import SORTED
from planforge.facts.parts.which_whole import divided_by, of_its_measure, whole_that_moves
from planforge.facts.parts.yearly_means import without_means
from planforge.facts.passage import PassageReader
from planforge.facts.statement import Statement
from planforge.patterns import expression

_CLAUSE_MARK = expression("[，。；,;]")
_RECOUNTED = expression("任务|目标|计划|共|合计|总计|拆分|分解|折合|换算")


def parent_of(reader: PassageReader, figure: Quantity, head: Head | None = None) -> Statement | None:
    """Return the figure that this one is a part of: before its bracket, or before 其中."""
    if (around := reader.clauses.bracket_around(figure.start)) is not None:
        whole = _whole_before_bracket(reader, around, figure)
    elif (moved := whole_that_moves(reader, figure)) is not None:
        return moved
    else:
        last = reader.last_level(figure)
        whole = _whole_by(reader, figure, head, last) if last is not None else None
    return of_its_measure(reader, figure, head.name, whole) if whole is not None and head is not None else whole


def _whole_by(reader: PassageReader, figure: Quantity, head: Head | None, last: Statement) -> Statement | None:
    """Return the whole that the last level is, or is a part of."""
    end = last.quantity.end
    closed = reader.clauses.bracket_around(last.quantity.start)
    if closed is not None and last.parent is not None:
        last, end = last.parent, closed[1]  # 其中甲5家（含乙2家）、丙3家
    if head is not None and head.child:
        rates = figure.form is Form.PERCENT and last is not reader.done[-1]
        return None if rates else divided_by(reader, figure, head, last)  # 参保率97%，托位5.5个，其中普惠托位占比60%
    sentence = reader.sentence
    same = last.position.sentence == sentence
    start = reader.clause
    if head is not None and start >= last.quantity.end and reader.words.endswith(OF_WHICH, 0, start):
        return divided_by(reader, figure, head, last) if same else _only_level(reader, figure, sentence, sentence)
    if same and not _CLAUSE_MARK.search(reader.words, end, figure.start):
        return last.parent
    if head is None:
        return None
    if _goes_on(reader, figure, head, last, end):
        return last.parent
    if (listed := SORTED.search(reader.words, sentence, figure.start)) is not None:
        return _greatest_before(reader, figure, sentence, listed.start())
    return whole_of_parts(reader, figure, head)


def _goes_on(reader: PassageReader, figure: Quantity, head: Head, last: Statement, end: int) -> bool:
    """Whether a clause of nothing but a name and a figure goes on with a list: 其中甲486公里，乙1230公里，丙….

    The last part of the list, with its bracket, ends at `end`.
    """
    start = reader.clause
    if last.parent is None or not _right_behind(reader, last, head, end, start):
        return False
    if figure.unit is not last.quantity.unit or figure.written.value >= last.parent.value or head.verbs:
        return False
    name = reader.words[start : figure.start]
    if not name.startswith(head.name) or len(name) - len(head.name) > _SAYING:
        return False
    # 营业收入99亿元，利润17亿元。其中，娱乐场所营业收入4亿元，利润0.5亿元
    return not any(one.head == head.name and one.parent is None and not one.kind.is_change for one in reader.done)


def _right_behind(reader: PassageReader, last: Statement, head: Head, end: int, start: int) -> bool:
    """Whether a clause follows the last part at once, or behind its growth: 其中甲9亿元，增长4%，乙6亿元.

    Behind things counted in a list a comma begins another class: 孵化器15家，其中国家级4家、省级6家，众创空间13家.
    """
    if start == end + 1:
        before = reader.clauses.clause_start(last.quantity.start)
        beside = (one for one in reader.done if one.parent is last.parent and before <= one.quantity.start)
        listed = last.quantity.unit.counts and any(one is not last for one in beside)
        return reader.words[end] in _COMMAS and (not listed or alike_at_the_end(last.head, head.name))
    return alike_at_the_end(last.head, head.name) and _GROWN_BETWEEN.fullmatch(reader.words, end, start) is not None


_GROWN_BETWEEN = expression(r"[，,](?:同比|比上年)?(?:增长|下降)[\d.]{1,6}[%％][，,]")
_COMMAS = ("，", ",")
_SAYING = 2
"""Characters between a name and its figure: 达到, 为."""


def in_step(reader: PassageReader, figure: Quantity) -> Statement | None:
    """Return what a figure is a part of where clauses behind 其中 tell the same things of each part, in one order.

    项目126个，总投资684亿元。其中，甲类58个、302亿元，乙类31个、218亿元: the second of each clause is part of the sum.
    """
    sentence = reader.sentence
    begins = reader.words.find("其中", sentence, figure.start)
    if begins < 0:
        return None
    clause, between = reader.clause, reader.words[begins + 2 : figure.start]
    if "其中" in between or (begins > sentence and "；" in between):
        return None
    if reader.clauses.bracket_around(begins) != reader.clauses.bracket_around(figure.start):
        return None
    here = [one for one in reader.same_sentence(figure) if one.quantity.start > begins]
    beside = [one for one in here if one.quantity.start >= clause]
    if any(one.quantity.unit.comparable(figure.unit) for one in beside):
        return None  # 其中新开工51个、竣工47个
    place = len(beside)
    if not here or place == len(here):
        return _only_level(reader, figure, sentence, begins) if place == 1 else None
    end = reader.clauses.clause_end(here[0].quantity.start)
    first = [one for one in here if one.quantity.start < end]
    like = first[place] if place < len(first) else None
    if like is None or len(first) < _IN_STEP or not like.quantity.unit.comparable(figure.unit):
        return None
    if sum(1 for one in first if one.quantity.unit.comparable(figure.unit)) > 1:
        return None  # 医院86家，其中三级11家、二级26家，卫生院120家
    return like.parent if like.parent is not None and like.parent.quantity.start < begins else None


_IN_STEP = 2


def _only_level(reader: PassageReader, figure: Quantity, sentence: int, end: int) -> Statement | None:
    """Return the level before 其中 at `end`, in its sentence or the last; of several it may be any."""
    begin = sentence if end > sentence else reader.clauses.sentence_start(sentence - 1)
    alike = list(without_means(_levels_of(reader, figure, begin, end)))
    if len(alike) == _PASSED_AND_REACHED and _passed_and_reached(*alike):
        return alike[1]
    return alike[0] if len(alike) == 1 else None


def _passed_and_reached(one: Statement, two: Statement) -> bool:
    """Whether two figures are one level: 突破9万亿元，达90385亿元."""
    same = one.indicator == two.indicator and one.scope == two.scope and bool(one.indicator)
    return same and one.quantity.comparator is Comparator.GT and two.quantity.comparator is Comparator.EQ


_PASSED_AND_REACHED = 2


def _greatest_before(reader: PassageReader, figure: Quantity, sentence: int, listed: int) -> Statement | None:
    """Return what 按工程类型分：… at `listed` divides: the greatest level before it in its sentence, or in the last.

    Where that begins with such a list itself, both divide the same; what is smaller than the figure is no whole of it.
    """
    for _ in range(_MOST_LISTS):
        if listed - sentence > _OPENING or not sentence:
            break
        before = reader.clauses.sentence_start(sentence - 1)
        found = SORTED.search(reader.words, before, sentence)
        sentence, listed = before, found.start() if found else sentence
    whole = max(_levels_of(reader, figure, sentence, listed), key=lambda one: one.value, default=None)
    return whole if whole is not None and whole.value >= figure.written.value else None


_MOST_LISTS = 3
_OPENING = 3
"""其中， may stand before the list."""


def _levels_of(reader: PassageReader, figure: Quantity, sentence: int, end: int) -> Iterator[Statement]:
    """Yield the levels of a sentence up to `end` that are parts of nothing and can be the whole of a figure."""
    for one in reader.done:
        whole = one.position.sentence == sentence and one.quantity.end <= end and one.parent is None
        whole = whole and not (one.indicator.endswith(PLAN_SHARE) or (one.kind is Kind.SHARE and "占" in one.indicator))
        if whole and not (one.kind.is_change or one.adds) and one.quantity.unit.comparable(figure.unit):
            yield one


def _whole_before_bracket(reader: PassageReader, bracket: tuple[int, int], figure: Quantity) -> Statement | None:
    """Return the figure before a bracket in its clause; 甲（86公里） tells how much 甲 is, a part of nothing."""
    if _RECOUNTED.search(reader.words, bracket[0], figure.start):
        return None  # 444项（拆分后共569项）
    before = next((one for one in reversed(reader.done) if one.quantity.end <= bracket[0]), None)
    if before is None or reader.clauses.bracket_around(before.quantity.start) is not None:
        return None  # 甲线（86公里）、乙线（124公里）: neither is a part of the other
    bare = figure.start == bracket[0] + 1 and before.quantity.end < bracket[0]
    apart = bare or _CLAUSE_MARK.search(reader.words, before.quantity.end, bracket[0]) is not None
    return before if not apart and before.quantity.unit.comparable(figure.unit) else None
