"""Aims told beside what was reached: 城镇新增就业1186人，超额完成900人以上的目标."""

from __future__ import annotations

from planforge.facts.aim_words import is_aim
from planforge.facts.indicators import Name
from planforge.facts.passage import PassageReader
from planforge.facts.plan_shares import last_named
from planforge.facts.statement import Statement
from planforge.facts.topic import Around, Topic


def of_aim(reader: PassageReader, around: Around) -> Topic | None:
    """Return the topic of an aim: what the clauses before say was reached, of several that which 分别 hands out."""
    figure = around.figure
    if around.grown is not None or not is_aim(figure, reader.words):
        return None
    clause = reader.clauses.clause_start(figure.start)
    before = [one for one in reader.same_sentence(figure) if one.quantity.start < clause and one.indicator]
    reached = last_named(one for one in before if one.quantity.unit.comparable(figure.unit) and not one.adds)
    if not reached:
        return None
    told = reached[-1]
    if "分别" in reader.words[clause : figure.start]:
        given = sum(1 for one in reader.done if one.quantity.start > clause)
        count = given + reader.left_in_clause(figure)
        told = reached[given - count] if len(reached) >= count else told
    return _aim_for(told)


def _aim_for(told: Statement) -> Topic:
    name = Name(told.indicator, told.tier, told.scope, told.known)
    return Topic(name, told.head, inherited=True, kind=told.kind)
