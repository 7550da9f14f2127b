"""The several years that a review goes on to tell of: 五年新增企业40家；新增孵化器3家；游客年均增长35%."""

from __future__ import annotations

from planforge.facts.passage import PassageReader
from planforge.facts.statement import Flow
from planforge.facts.times.years_meant import Years
from planforge.facts.times.years_named import period_in
from planforge.facts.topic import Around
from planforge.facts.writing.normalise import read
from planforge.patterns import expression

_OF_ONE = expression("当年|本年|全年|年度|年内|上年|去年|今年|同比|目前|截至")
_DONE = expression(
    "(?:建成|新建|改建|扩建|改造|整治|修建|完成|举办|开展|实施|建设)(?!区|面积)[^，。；、\\d达有共至到等]{1,16}$"
)
"""What was done, so that its figure is a sum over the years told of, not how much there is at their end."""


def is_done(reader: PassageReader, around: Around) -> bool:
    """Whether the words right before a figure say what was done: 建成安置房1200套."""
    begin = reader.clause
    return _DONE.search(reader.words, max(begin, around.start), around.figure.start) is not None


def run_going_on(reader: PassageReader, around: Around) -> Years | None:
    """Return the years over which the sentence added up before, where no other time is named since."""
    last = reader.done[-1] if reader.done else None
    sentence = reader.sentence
    if last is None or last.position.sentence != sentence or last.flow is not Flow.FLOW or last.years is None:
        return None
    named = any(one.start >= last.quantity.end and one.end <= around.figure.start for one in reader.moments)
    if last.years.single or named or _OF_ONE.search(reader.words, last.quantity.end, around.figure.start):
        return None
    return last.years


def run_of_mean(reader: PassageReader, around: Around, years: Years) -> Years:
    """Return the years that a mean rate is over which names none: those its sentence or its heading tells of."""
    sentence = reader.sentence
    told = (one.years for one in reversed(reader.done) if one.position.sentence == sentence and one.years is not None)
    run = next((one for one in told if not one.single and one.last == years.last), None)
    return run or _of_heading(reader.context.headings, years) or years


def _of_heading(headings: tuple[str, ...], years: Years) -> Years | None:
    """Return the plan that a heading above names together with the last year: “十二五”和2015年工作回顾."""
    for heading in reversed(headings):
        named = period_in(read(heading).text)
        if named.start is not None and named.end == years.last:
            return Years(named.start, named.end)
    return None
