"""Names that are handed out to as many figures: 甲、乙和丙分别达到a、b和c."""

from __future__ import annotations

from dataclasses import replace

from planforge.facts.figures.quantity import Form
from planforge.facts.heads.left_heads import Head
from planforge.facts.heads.widened import PER_HEAD
from planforge.facts.lists.lent_counts import with_what_is_counted
from planforge.facts.lists.lent_names import (
    SHARE,
    TIERS,
    completed,
    sharing,
)
from planforge.facts.lists.marks import COORDINATIONS, SHORT_ORDINALS, spelt_out, whole_ordinals
from planforge.facts.lists.one_by_one import (
    APART,
    changes_of_both,
    goes_on_apart,
    left_in_row,
    of_both,
    spelt_row,
    where_begun,
)
from planforge.facts.lists.several_owners import (
    CONTRIBUTED,
    contributions,
    of_a_collective,
    of_listed_owners,
    of_same_owners,
)
from planforge.facts.names.joined_names import split_apart
from planforge.facts.names.trimming import plain_name
from planforge.facts.passage import PassageReader
from planforge.facts.topic import Around
from planforge.patterns import expression

_THEN_LEADS = expression("[，,][^，。；\\d]{0,4}(?:增|提|上升|扩|发展|下降|降|减|缩|压)[^，。；\\d]{0,3}(?:到|至|为)")
_CONTRIBUTION = expression("对[^对]*增长的?贡献率$")


def handed_out(reader: PassageReader, around: Around, head: Head) -> list[str]:
    """Return the heads that 分别 hands out, when there are as many figures, else nothing."""
    figure = around.figure
    said = APART.search(reader.words, around.start, figure.start) is not None
    begun = where_begun(reader, around)
    both = said or begun or of_both(reader, around) or changes_of_both(reader, around) or goes_on_apart(reader, around)
    if not (both or spelt_row(reader, around, head)):
        return []
    head = replace(head, name=SHORT_ORDINALS.sub(whole_ordinals, head.name.replace("分别占比", "占比")))
    count = left_in_row(reader, figure)
    if begun:
        return _from_and_to(reader, around, head.name, count)
    if count < 2:
        return []
    if (told := CONTRIBUTED.search(around.region)) and (each := contributions(reader, told, count)):
        return each
    if share := (SHARE.search(head.name) if head.inherited else _CONTRIBUTION.search(head.name)):
        return _shares_of_each(reader, count, share[0])
    if PER_HEAD.fullmatch(head.name) or TIERS.fullmatch(head.name):
        return [head.name + name for name in _last_names(reader, count)]  # 众创空间30家、孵化器15家，其中国家级分别…
    if owned := of_listed_owners(reader, around, head, count):
        return owned
    return _each_named(reader, around, head, count)


def _each_named(reader: PassageReader, around: Around, head: Head, count: int) -> list[str]:
    """Return the names of a list, of a short way of naming several, or of what the last figures belong to."""
    parted = (split_apart(head.name, marks) for marks in COORDINATIONS)
    parts = with_what_is_counted(next((found for found in parted if len(found) == count), []), around.figure)
    if parts and all(len(part) > 1 for part in parts[1:]) and len(parts[0]) > 1:
        shares = around.figure.form is Form.PERCENT and around.grown is None
        return sharing(completed(reader, parts)) if shares else completed(reader, parts)
    spelt = spelt_out(plain_name(head.name))
    if len(spelt) == count:
        return completed(reader, spelt)
    return completed(reader, parts) if parts else of_same_owners(reader, around, head.name, count)


def _from_and_to(reader: PassageReader, around: Around, name: str, count: int) -> list[str]:
    """甲、乙分别由a、b提高到c、d: where each began, then where each came to."""
    parts = of_a_collective(name, count) or _as_many(name, count)
    parts = spelt_out(parts[0]) if len(parts) == 1 else parts
    apart = len(parts) == count and _THEN_LEADS.match(reader.words, reader.clauses.clause_end(around.figure.end))
    return completed(reader, parts) * (1 if apart else 2) if apart or len(parts) * 2 == count else []


def _as_many(name: str, count: int) -> list[str]:
    """Return the names of a list of which each has two of `count` figures; 一次电力及其他能源 may be one of them."""
    parted = ([part for part in marks.split(name) if part] for marks in COORDINATIONS)
    every = list(parted)
    return next((parts for parts in every if len(parts) * 2 == count), every[0])


def _shares_of_each(reader: PassageReader, count: int, share: str) -> list[str]:
    """甲增长a，乙增长b，占…比重分别为c、d: the shares are those of the last figures' indicators."""
    names = _last_names(reader, count)
    names = [name.removesuffix("增加值") for name in names] if share.startswith("对") else names
    return [name + share for name in names]


def _last_names(reader: PassageReader, count: int) -> list[str]:
    """Return the indicators of the last figures, nothing when there are fewer; those in closed brackets are passed."""
    named = list(dict.fromkeys(one.indicator for one in reader.done if one.indicator))
    open_ones = [one for one in reader.done if reader.clauses.bracket_around(one.quantity.start) is None]
    plain = list(dict.fromkeys(one.indicator for one in open_ones if one.indicator))
    named = plain if len(plain) >= count else named
    return named[-count:] if len(named) >= count else []
