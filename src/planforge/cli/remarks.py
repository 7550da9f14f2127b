"""What `planforge build` remarks on the finished page, with the place in the plan."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.plan.model import Plan
from planforge.render.house import House, PageProfile
from planforge.render.page import Page
from planforge.render.table_fit import crowded


def crowded_tables(plan: Plan, page: Page, house: House, profile: PageProfile) -> Iterator[str]:
    """Yield a sentence on each table whose numbers do not fit their columns."""
    spans = {block.id: block.span for chapter in plan.chapters for block in chapter.blocks}
    for name, caption, fit in crowded(page, house, profile):
        place = f"{spans[name].place} " if name in spans else ""
        what = f"“{caption}”" if caption else "这张表"
        least = "" if fit.scale == 1 else "缩小字号后，"
        asked = "横排或" if not fit.turned else ""
        yield (
            f"{place}{what}的数字排不进一行，会断成两行：{least}各栏合起来应不超过{fit.width_pt:.0f}磅宽，"
            f"实为{fit.needed_pt:.0f}磅；请{asked}减少栏目，或分成几张表"
        )
