"""What is while a plan runs, told under the name of its years: “十四五”时期，我市…仍然不足，毛入园率仅为82%.

There the name of the plan says when the situation holds, and of which year the figure is nobody says.
"""

from __future__ import annotations

from planforge.facts.aims.role import of_chapter, said_in
from planforge.facts.changes.growth import Kind
from planforge.facts.figures.precision import Comparator
from planforge.facts.passage import LONGEST_CLAUSE, PassageReader
from planforge.facts.statement import Flow, Role
from planforge.facts.times.timing import Anchor
from planforge.facts.topic import Around
from planforge.patterns import expression

_IS = expression(
    "(?:已经?(?:达到?|突破|超过|为|有|占|接近|降[至到]|升至)|[仅只](?:有|为|占|达到?|是|相当于)?|[仍还尚][有为占]|不足|不到)"
    "(?:近|约|了)?$"
)
_BELOW_OTHERS = expression(
    "[^，。；\\d]{0,4}[，,（(](?:[仍还尚均都也]|远远?|明显|大幅|显著)*(?:低于|落后于?|不及)[^，。；\\d]{1,14}(?:平均|水平)"
)
_DESCRIBED = expression(
    "(?:仍|依然|还|尚|相对|比较|较为?|明显|十分|严重)[^，。；\\d]{0,4}(?:不足|不够|不高|偏低|较低|滞后|薄弱|短缺|突出)"
    "|(?:面临|存在)的?[^，。；\\d]{0,8}(?:困难|问题|短板|不足|挑战|制约)"
)
_TO_COME = expression(
    "将|达到|实现|提[高升]|降|控制|保持|稳定在|突破|预[计期]|新[增建]|[完建]成|至|(?<!主)要|需|须|力争|确保|目标"
)


def stands_so(reader: PassageReader, around: Around, found: Anchor, kind: Kind, flow: Flow) -> bool:
    """Whether a figure under the name of a run of years that goes on tells what is, and no aim of these years."""
    if found.years is None or found.years.single or not kind.is_state or flow is not Flow.STOCK or found.until:
        return False
    begin, at, end = max(reader.clause, around.start), around.figure.number_at[0], around.figure.end
    clause = reader.words[begin : reader.clauses.clause_end(end)]
    if said_in(clause) is Role.TARGET:
        return False
    if _IS.search(reader.words, begin, at) is not None:
        return True
    if _TO_COME.search(clause) is not None or around.figure.comparator is not Comparator.EQ:
        return False
    if _BELOW_OTHERS.match(reader.words, end) is not None or of_chapter(reader.context) is Role.ACTUAL:
        return True
    return _DESCRIBED.search(reader.words, max(reader.sentence, at - LONGEST_CLAUSE), begin) is not None
