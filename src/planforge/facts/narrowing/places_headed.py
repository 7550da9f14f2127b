"""Lines that are a place alone and head what is told below them, in a text on several: 青河县, 白沙管理区简介.

Headings that are told apart as such are left to `sections`.
"""

from __future__ import annotations

from dataclasses import replace

from planforge.facts.situation import Situation
from planforge.facts.writing.normalise import read
from planforge.patterns import expression
from planforge.plan.model import Passage, Plan

_LONGEST_LINE, _LONGEST_TITLE = 20, 60
_JOINED = expression("[县市区旗镇乡][、和与及暨]")
_PLACE = expression(
    "(?!各|全|本|我|该|重点|主要|有关|相关|城市|城镇|关于|建设|打造|推进|支持|做[大强优])"
    "(?P<name>[\u4e00-\u9fff]{2,8}(?:县|(?<![城超股夜都集门强])市|(?<!半农)(?<![市城辖地农牧产园景郊山库灾社小林校老全新片战])区|旗|镇|乡))"
    "(?:(?:基本)?(?:简介|概况|情况))?"
)


def headed_places(plan: Plan, home: str) -> frozenset[str]:
    """Return the places that lines alone name in a text on more than one, its title's among them; none for others."""
    lines = {place for passage in plan.passages() if (place := _named_alone(passage))}
    parts = frozenset(place for place in lines if not home.endswith(place))
    several = home or len(parts) > 1 or any(_beside_another(plan, place) for place in parts)
    return parts if parts and several else frozenset()


def _beside_another(plan: Plan, place: str) -> bool:
    """Whether the text begins with a title on a place and others: 青河县、白沙管理区2022年发展情况."""
    title = (plan.title or next(iter(plan.passages())).text).printed
    return len(title) <= _LONGEST_TITLE and place in title and _JOINED.search(title) is not None


def below_place(situation: Situation, passage: Passage, places: frozenset[str]) -> Situation:
    """Return what holds from a passage on: a line names the place, and the next chapter ends what it heads."""
    if place := _named_alone(passage):
        return replace(situation, place=place if place in places else "", placed_under=passage.context.headings)
    ended = situation.place and passage.context.headings != situation.placed_under
    return replace(situation, place="") if ended else situation


def _named_alone(passage: Passage) -> str:
    printed = passage.text.printed
    if not 0 < len(printed) <= _LONGEST_LINE:
        return ""
    found = _PLACE.fullmatch(read(printed).text)
    return found["name"] if found is not None else ""
