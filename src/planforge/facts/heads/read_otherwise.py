"""Heads that mean other than they say: a work for what is worked on, what is reached for what there is."""

from __future__ import annotations

from dataclasses import replace

from planforge.facts.going_on.bare_measures import measured_too
from planforge.facts.going_on.by_years import invested_each_year
from planforge.facts.going_on.schemes import insured_there
from planforge.facts.going_on.ways import length_of_way
from planforge.facts.heads.account_sums import sum_of_accounts
from planforge.facts.heads.left_heads import Head
from planforge.facts.heads.sector_invested import invested_in_sector
from planforge.facts.heads.unit_prices import price_of_one
from planforge.facts.heads.urban_area import with_urban_area
from planforge.facts.names.trimming import plain_name
from planforge.facts.parts.part_heads import beside_parts, divides
from planforge.facts.parts.wholes import parent_of
from planforge.facts.passage import PassageReader
from planforge.facts.topic import Around, Topic
from planforge.patterns import expression


def read_otherwise(reader: PassageReader, around: Around, head: Head) -> Topic | None:
    """Return the topic of such a head, None for one that means what it says."""
    for read in _READINGS:
        if (found := read(reader, around, head)) is not None:
            return found
    return None


def _within_area(reader: PassageReader, around: Around, head: Head) -> Topic | None:
    wider = with_urban_area(reader, around, head)
    return Topic(reader.situation.table.resolve(wider), wider, head.verbs) if wider != head.name else None


def _worked_on(reader: PassageReader, around: Around, head: Head) -> Topic | None:
    """完成152条中小河流治理 is 治理中小河流152条."""
    work = _WORK.search(head.name) if around.grown is None and head.name.endswith(_WORKS) else None
    done = work is not None and head.verbs[-1:] != () and head.verbs[-1] in _CARRIED_OUT
    if work is None or not done or around.figure.unit.kind in ("money", "ratio"):
        return None
    if reader.situation.table.resolve(head.name).known:
        return None
    bare = head.name[: work.start()]
    return Topic(reader.situation.table.resolve(bare), bare, (*head.verbs, work[0]))


_WORKS = "治理"
_WORK = expression("(?<=[\u4e00-\u9fff]{3})治理$")
_CARRIED_OUT = ("完成", "实施", "开展", "推进", "启动", "组织实施")


def _beside_parts(reader: PassageReader, around: Around, head: Head) -> Topic | None:
    if not divides(reader, around.figure) or reader.situation.table.resolve(head.name).known:
        return None
    return beside_parts(reader, around, head) if parent_of(reader, around.figure, head) is None else None


def _reached(reader: PassageReader, around: Around, head: Head) -> Topic | None:
    """名校集团43个，覆盖学校318所: not how many schools there are."""
    if head.verbs[-1:] != (_REACHES,) or head.right_end or not around.figure.unit.counts:
        return None
    name = reader.situation.table.resolve(head.name)
    if name.indicator.endswith("人口"):
        return None  # see people_served
    reached = replace(name, indicator=_REACHES + (name.indicator or plain_name(head.name)), known=False)
    return Topic(reached, head.name, head.verbs)


_REACHES = "覆盖"


_READINGS = (
    price_of_one,
    insured_there,
    invested_each_year,
    invested_in_sector,
    measured_too,
    length_of_way,
    sum_of_accounts,
    _within_area,
    _reached,
    _worked_on,
    _beside_parts,
)
