"""Shares told one behind the other that are all of one whole: 第一产业占22.9%，第二产业占29.1%，第三产业占48.0%.

They are all only where statistics divide the whole in just this way, or where the sentence says what it is made of
(由…组成). Of what else is told in turn, others may be left out, overlap, or be shares of another whole each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from planforge.facts.book import FactBook
from planforge.facts.changes.growth import Kind
from planforge.facts.figures.precision import Comparator
from planforge.facts.statement import Source, Statement
from planforge.facts.writing.words import SHARE_OF
from planforge.patterns import expression
from planforge.records import record

_OF = expression(rf"{SHARE_OF}(?P<whole>.*)$")
_TRAIL = expression("(?:的|比重|比例|比)+$")
_APART = expression(r"其中|[。（）()：:]")
_FURTHEST = 60
_MADE_OF = expression(
    r"由(?P<names>[^，,；;。由\d]{3,60}?)(?:[两二三四五六七八]?(?:个)?(?:部分|大类|类|项))?(?:组成|构成)"
)
_AND = expression("[、和及与]")


@record(frozen=True)
class _Partition:
    """Words that tell the parts of a whole apart, and what may be divided so; `led` by these words if by nothing."""

    words: tuple[str, ...]
    things: re.Pattern[str]
    led: re.Pattern[str]


_PEOPLE = expression("(?:居住在的?)?(?:常住|户籍|总)?人口|就业人[员口数]|从业人[员数]|职工|学生|")
_ANYTHING = expression("")
_PARTITIONS = (
    _Partition(
        ("第一产业|一产", "第二产业|二产", "第三产业|三产"),
        expression("增加值|就业人[员口数]|从业人[员数]|就业|投资|"),
        expression("[就从]业|增加值|生产总值|GDP|(?:产业|经济)结构"),
    ),
    _Partition(("男性|男生|男", "女性|女生|女"), _PEOPLE, _ANYTHING),
    _Partition(("城镇", "乡村|农村"), _PEOPLE, _ANYTHING),
    _Partition(("政府", "社会", "个人"), expression("(?:现金)?卫生支出"), _ANYTHING),
)


def shares_of_all(book: FactBook) -> Iterator[tuple[Statement, ...]]:
    """Yield the shares that are told in turn and are all of one whole."""
    for run in _runs(book):
        names = [_name(one) for one in run]
        text = run[0].span.file.text
        lead = text[max(0, run[0].span.start - _FURTHEST) : run[0].span.start]
        if len(run) > 1 and (_divided_so(names, lead) or _made_of(names, lead)):
            yield tuple(run)


def _runs(book: FactBook) -> Iterator[list[Statement]]:
    run: list[Statement] = []
    for one in book.statements:
        if one.kind is not Kind.SHARE or one.source not in (Source.PROSE, Source.BOX):
            continue
        if run and not _goes_on(run[-1], one):
            yield run
            run = []
        run.append(one)
    if run:
        yield run


def _goes_on(one: Statement, two: Statement) -> bool:
    same = one.position.passage == two.position.passage and one.span.file is two.span.file
    plain = all(each.comparator is Comparator.EQ and each.quantity.unit.name == "%" for each in (one, two))
    if not same or not plain or one.years != two.years or _whole(one) != _whole(two):
        return False
    between = one.span.file.text[one.span.end : two.span.start]
    return "占" in between and len(between) < _FURTHEST and _APART.search(between) is None


def _name(share: Statement) -> str:
    found = _OF.search(share.head)
    return share.head[: found.start()] if found else ""


def _whole(share: Statement) -> str | None:
    """Return what a share is said to be of, "" where its sentence names nothing, None where it is no share of such."""
    found = _OF.search(share.head)
    return _TRAIL.sub("", found["whole"]) if found else None


def _divided_so(names: Sequence[str], lead: str) -> bool:
    return any(_are_parts(names, lead, each) for each in _PARTITIONS)


def _are_parts(names: Sequence[str], lead: str, by: _Partition) -> bool:
    """Whether each name is one word of a partition, in its order or not, with the same thing behind or around it."""
    things = set()
    for word in by.words:
        found = [(name, match) for name in names if (match := re.search(word, name))]
        if len(found) != 1:
            return False
        name, match = found[0]
        things.add(name[: match.start()] + name[match.end() :])
    alike = len(names) == len(by.words) and len(things) == 1
    thing = next(iter(things))
    return alike and by.things.fullmatch(thing) is not None and (bool(thing) or by.led.search(lead) is not None)


def _made_of(names: Sequence[str], lead: str) -> bool:
    """Whether the sentence says that the whole is made of just these."""
    found = list(_MADE_OF.finditer(lead))
    parts = [part for part in _AND.split(found[-1]["names"]) if part] if found else []
    return len(parts) == len(names) > 1 and all(
        one and (one in part or part in one) for one, part in zip(names, parts, strict=True)
    )
