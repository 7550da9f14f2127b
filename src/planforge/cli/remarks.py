"""What `planforge build` remarks on the finished page, with the place in the plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planforge.plan.model import Plan
from planforge.render.first_page import has_text_beside_signature, has_text_on_first_page
from planforge.render.house import House, PageProfile
from planforge.render.measure import width_em
from planforge.render.page import JointHead, Line, LineRole, Page
from planforge.render.pictures import ReadBytes, unprintable
from planforge.render.spacing import block_size
from planforge.render.table_fit import crowded
from planforge.render.title_lines import well_shaped
from planforge.source.place import Span
from planforge.source.problem import Problem, ProblemKind


def remarks(plan: Plan, page: Page, house: House, profile: PageProfile) -> Iterator[str]:
    """Yield a sentence on everything that no setting of type could make right."""
    spans = {block.id: block.span for block in plan.blocks()}
    yield from _titles(plan, page, spans)
    if not has_text_on_first_page(page, house):
        span = _notice_title(plan)
        yield (
            f"{f'{span.place} ' if span else ''}首页应有正文，实为版头和标题已排满一面；"
            "请在 document 的 title 写短一些的标题，或减少 joint 里的机关"
        )
    if not has_text_beside_signature(page, house, profile):
        where = f"{plan.document.notice[0].whole.place} " if plan.document.notice else ""
        yield (
            f"{where}署名和成文日期所在的一面应有正文，实为没有：首页排不下署名，通知又只有一行；"
            "请在 notice 里多写一行，或减少 joint 里的机关"
        )
    yield from _head(plan, page, house, profile)
    yield from _tables(page, house, profile, spans)


def pictures_left_out(plan: Plan, read_bytes: ReadBytes) -> Iterator[str]:
    """Yield a sentence on each picture in whose place a crossed frame is printed."""
    for figure, error in unprintable(plan, read_bytes):
        hint = f"；{error.hint}" if error.hint else "；请补上图片，或改正 file"
        yield f"{figure.file.whole.place} {error.message}，图的位置先画了叉框{hint}"


def unknown_page(plan: Plan, house: House, problems: Sequence[Problem]) -> Iterator[str]:
    """Yield a sentence on a page set-up that the house format has not, and what was taken instead."""
    if plan.page and plan.page not in house.pages:
        place = next((f"{one.span.place} " for one in problems if one.kind is ProblemKind.PAGE), "")
        known = "、".join(house.pages)
        yield f"{place}page 应为 {known} 之一，实为“{plan.page}”；先按 {house.default_page} 排了，请改正"


def _notice_title(plan: Plan) -> Span | None:
    """Return where the title of the notice stands, or what it is composed of."""
    written = plan.document.title or plan.document.issuer or plan.title
    return written.whole if written else None


def _titles(plan: Plan, page: Page, spans: dict[str, Span]) -> Iterator[str]:
    known = {LineRole.NOTICE_TITLE: _notice_title(plan), LineRole.PLAN_TITLE: plan.title.whole if plan.title else None}
    for block in page.blocks:
        span = (known.get(block.role) or spans.get(block.id)) if isinstance(block, Line) else None
        if isinstance(block, Line) and span is not None and not well_shaped([run.text for run in block.runs]):
            widths = "、".join(f"{width_em(run.text):g}" for run in block.runs)
            yield (
                f"{span.place} 标题各行应逐行加长、逐行减短或中间长两头短，实为{widths}字，照机关名和词语断行排不成；"
                "请写短一些的标题，联合发文可写“某某局等几部门关于……”"
            )


def _head(plan: Plan, page: Page, house: House, profile: PageProfile) -> Iterator[str]:
    """Tell of a head whose names are so long that they are set smaller than the title, however it is broken."""
    for block in page.blocks:
        if isinstance(block, JointHead) or (isinstance(block, Line) and block.role is LineRole.LETTERHEAD):
            size, title = block_size(block, house.styles["letterhead"], profile), house.styles["notice-title"].size_pt
            organs = [text for text in (plan.document.issuer, *plan.document.joint) if text is not None]
            if size < title and organs:
                widest = max(organs, key=lambda text: width_em(text.printed))
                ways = "用规范化简称，或只列主办机关（去掉 joint）" if plan.document.joint else "用规范化简称"
                yield (
                    f"{widest.whole.place} 发文机关标志应比标题（{title:g}磅）醒目，实为{size:g}磅：“{widest.printed}”"
                    f"有{width_em(widest.printed):g}字，一行排不下更大的字；请{ways}"
                )


def _tables(page: Page, house: House, profile: PageProfile, spans: dict[str, Span]) -> Iterator[str]:
    for name, caption, fit in crowded(page, house, profile):
        place = f"{spans[name].place} " if name in spans else ""
        what = f"“{caption}”" if caption else "这张表"
        least = "" if fit.scale == 1 else "缩小字号后，"
        asked = "横排或" if not fit.turned else ""
        yield (
            f"{place}{what}的数字排不进一行，会断成两行：{least}各栏合起来应不超过{fit.width_pt:.0f}磅宽，"
            f"实为{fit.needed_pt:.0f}磅；请{asked}减少栏目，或分成几张表"
        )
