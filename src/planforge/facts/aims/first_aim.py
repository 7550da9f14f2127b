"""The first year that a plan sets aims for, where neither its title nor its headings tell its years: 到2025年，…."""

from __future__ import annotations

from planforge.facts.aims.role import of_chapter, said_in
from planforge.facts.statement import Role
from planforge.facts.writing.normalise import reading_of
from planforge.patterns import expression
from planforge.plan.model import Plan

_BY_YEAR = expression(r"(?:^|[，。；：:、\s）)])(?:要?力争|争取|确保)?[到至](?P<year>20\d\d)年(?:年?[底末]|前)?[，,、]")
_REACHED = expression("已经?(?!有)|完成了|实现了|取得了|圆满")


_PLAN = expression("规划|纲要|方案|计划|行动|意见|要点|措施|部署|决定")


def first_aim(plan: Plan) -> int | None:
    """Return the earliest year by which a sentence sets an aim, 0 for none, None where the title names no plan.

    Reviews (到2020年底，已建成…) set none.
    """
    if plan.title is None or _PLAN.search(plan.title.printed) is None:
        return None
    years: set[int] = set()
    for passage in plan.passages():
        printed = passage.text.printed
        if "年" not in printed or of_chapter(passage.context) is Role.ACTUAL:
            continue
        for sentence in reading_of(passage.text).text.split("。"):
            told = [int(found["year"]) for found in _BY_YEAR.finditer(sentence)]
            if told and said_in(sentence) is not Role.ACTUAL and _REACHED.search(sentence) is None:
                years.update(told)
    return min(years, default=0)
