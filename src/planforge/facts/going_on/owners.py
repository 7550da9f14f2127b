"""Whose 总投资, 全长 or 面积 a figure is: of what its words, its bracket, its clause or its passage speak of."""

from __future__ import annotations

import re
from itertools import takewhile

from planforge.facts.changes.growth import Kind
from planforge.facts.figures.quantity import Form, Quantity
from planforge.facts.heads.left_heads import left_head
from planforge.facts.passage import LONGEST_CLAUSE, PassageReader
from planforge.facts.statement import Flow, Statement
from planforge.facts.topic import Around
from planforge.patterns import expression

_CLAUSE_MARK = expression("[，。；,;]")
_DIGIT = expression(r"\d")
_LONGEST_OWNER = 24
_OPENS_A_LIST = ("包括", "包含", "如下", "分别", "其中")
"""主要建设内容包括：新建道路12公里，总投资3亿元: nobody's name."""
_RUNNING = expression("(?P<of>[^，。；]{2,12}?)(?:运行|并网|投产|投运)装机")
_SPENT = expression("(?P<of>[^，。；]{2,24}?)(?:累计|共|已|预计|计划)*(?:完成|落实|到位|实现)(?:投资|资金)")
_GOING_ON = expression("^(?:续建|在建|拟建)")
_BUILDS = expression("(?:规划|开工|启动|加快|推进)*(?:新建|续建|改建|扩建|改扩建|新改建|建设|建成)")
_BEFORE_BRACKET = expression(rf"[^，。；：、:;,（）()\n]{{2,{_LONGEST_OWNER}}}$")


def owner_of(reader: PassageReader, around: Around) -> str:
    """Return what a figure that names no thing itself (总投资3亿元) is that of, "" when nothing tells it."""
    return _before_verb(around) or named_before_bracket(reader, around) or _named_before(reader, around)


def named_before_bracket(reader: PassageReader, around: Around) -> str:
    """Return what stands right before the bracket of a figure: 甲至乙高铁（全长312公里，投资468亿元）."""
    bracket = reader.clauses.bracket_around(around.figure.start)
    if bracket is None:
        return ""
    words = _BEFORE_BRACKET.search(reader.words, max(0, bracket[0] - _LONGEST_OWNER), bracket[0])
    head = left_head(words[0]) if words and not _DIGIT.search(words[0]) else None
    compared = head is not None and head.name.startswith(_COMPARED)
    return _GOING_ON.sub("", head.name) if head and not compared else ""


def rate_compared(reader: PassageReader, figure: Quantity) -> re.Match[str] | None:
    """Return of what the rate in a bracket is that something is compared with: 高于固定资产投资增速（11.8%）."""
    if figure.form is not Form.PERCENT or not reader.words.startswith(("（", "("), figure.start - 1):
        return None
    bracket = reader.clauses.bracket_around(figure.start)
    if bracket is None:
        return None
    return _RATE_OF.search(reader.words, max(0, bracket[0] - _LONGEST_OWNER), bracket[0])


_RATE_OF = expression("[高低快慢优好]于(?P<of>[^，。；（\\d]{2,16}?)(?:平均)?(?:增速|增幅|增长率|(?P<fall>降幅))$")
_COMPARED = ("高于", "低于", "快于", "慢于", "优于", "好于")
"""高于全国增长水平（4.1%）: nobody's figure."""


def _before_verb(around: Around) -> str:
    """水利建设完成投资320亿元: what stands before the verb is what the investment is for."""
    words = _SPENT.match(around.region) or _RUNNING.match(around.region)
    subject = left_head(words["of"]) if words else None
    return subject.name if subject and not _DIGIT.search(subject.name) and subject.name not in _TIMES else ""


_TIMES = ("年度", "本年度", "年内", "当年", "全年", "本年")
"""年度计划完成投资56亿元: when, not of what."""


def _named_before(reader: PassageReader, around: Around) -> str:
    """Return the things counted before, or the subject of the clause, the sentence or the passage."""
    if begun := _begun(reader, around):
        return begun
    sentence = reader.sentence
    counted = _counted_of_part(reader, around) or _counted_before(reader, around)
    counted_here = counted is not None and counted.position.sentence == sentence
    if counted is not None and counted_here and (counted.quantity.unit.counts or counted.scope):
        return counted.head if counted.quantity.unit.counts else counted.scope
    if counted is not None and counted_here and _is_built(counted):
        return _GOING_ON.sub("", counted.head)
    clause = left_head(_first_clause(reader, around) if counted_here else reader.clause_before(around.start))
    if clause is not None and not _DIGIT.search(clause.name) and not clause.name.endswith(_OPENS_A_LIST):
        return clause.name[-_LONGEST_OWNER:]
    return _opening(reader)


def _is_built(measured: Statement) -> bool:
    """Whether a length or area is that of a work: 建成甲乙高速沅江段38公里，总投资52亿元."""
    work = measured.quantity.unit.kind == "physical" and (measured.builds or measured.flow is not Flow.STOCK)
    return work and bool(measured.indicator) and _MEASURES.search(measured.head) is None


_MEASURES = expression("全长|[总里]长|里程|面积|长度|容量|库容|装机|规模|能力|产能|[量额值率积数]$")


def _begun(reader: PassageReader, around: Around) -> str:
    """Return what the clause before, which has no figure, says is built: 新建甲至乙铁路，全长215公里."""
    before = reader.clauses.clause_start(max(0, around.start - 2))
    last = reader.done[-1].quantity.end if reader.done else 0
    clause = reader.clause_before(around.start) if last <= before and around.start > 0 else ""
    head = left_head(clause) if _BUILDS.match(clause) and not _DIGIT.search(clause) else None
    return _GOING_ON.sub("", head.name) if head else ""


def _counted_before(reader: PassageReader, around: Around) -> Statement | None:
    """Return the last figure, or the whole it is a part of: 17家（省级6家），总面积42万平方米."""
    counted = next((one for one in reversed(reader.done) if one.kind is not Kind.SHARE), None)
    if counted is not None and counted.quantity.end == around.start and around.region.startswith("、"):
        return counted  # 续建项目86个、总投资1240亿元，新建项目226个、总投资3046亿元
    while counted is not None and counted.parent is not None and not _opens_parts(reader, counted):
        if _has_its_own(reader, counted, counted.parent, around):
            return counted
        counted = counted.parent
    if len(reader.done) > 1 and counted is not None and counted.head and counted.head == reader.done[-2].head:
        return reader.done[-2]  # 高速公路18条、1260公里，总投资2380亿元
    return counted


def _has_its_own(reader: PassageReader, part: Statement, whole: Statement, around: Around) -> bool:
    """Whether the whole was told with the same measure: 项目126个，完成投资158亿元，其中省级32个，完成投资86亿元."""
    since = takewhile(lambda one: one.order > whole.order, reversed(reader.done))
    between = (one for one in since if one.order < part.order and one.head)
    return any(around.region.endswith(one.head) and one.quantity.unit == around.figure.unit for one in between)


def _counted_of_part(reader: PassageReader, around: Around) -> Statement | None:
    """Return the projects that a part of a list begins with: …；新开工项目6个，里程120公里，总投资45亿元."""
    last = reader.done[-1] if reader.done else None
    if last is None or last.quantity.unit.counts or not _OF_WHICH.match(reader.words, last.position.sentence):
        return None
    begin = max(last.position.sentence, reader.words.rfind("；", 0, around.start))
    counts = (one for one in reader.done if one.quantity.start > begin and one.quantity.unit.counts)
    first = next(counts, None)
    return first if first is not None and first.head.endswith(_PROJECTS) else None


_OF_WHICH = expression("其中[，：]?")
_PROJECTS = ("项目", "工程")


def _opens_parts(reader: PassageReader, part: Statement) -> bool:
    """Whether each part is told with what it has: 其中：新开工168个，投资1860亿元；续建118个，投资1390亿元.

    So are parts of a sentence of their own: 实施项目312个。其中，续建项目86个，总投资1240亿元.
    """
    start = reader.clauses.clause_start(part.quantity.start)
    apart = part.parent is not None and part.parent.position.sentence != part.position.sentence
    if apart and part.head and reader.clauses.bracket_around(part.quantity.start) is None:
        return True
    if reader.words.endswith(("其中：", "其中:"), 0, start):
        return True
    return reader.words.endswith("；", 0, start) and "其中：" in reader.words[part.position.sentence : start]


def _opening(reader: PassageReader) -> str:
    """Return the first words of a passage that are a heading run in (铁路。规划建设…)."""
    words = reader.words.partition("。")[0]
    heads = len(words) <= _LONGEST_OWNER and words != reader.words
    return words if heads and not _CLAUSE_MARK.search(words) and not _DIGIT.search(words) else ""


def _first_clause(reader: PassageReader, around: Around) -> str:
    start = reader.sentence
    part = max(start, reader.words.rfind("；", start, around.start) + 1)  # 开工甲，投资a；新建乙75公里，投资b
    start = part if reader.clauses.clause_end(part) < around.start else start
    end = min(reader.clauses.clause_end(start), start + LONGEST_CLAUSE)
    return reader.without_times(start, end)
