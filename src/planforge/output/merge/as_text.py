"""What became of a review, for people: what is left to decide first, with the place and the reason."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.output.merge.words import STATUSES, sentence, short, who
from planforge.review.returned.outcome import OPEN, Item, Outcome, Status

NAME = "text"


def format_outcome(outcome: Outcome, ascii_only: bool) -> str:
    """Return the report."""
    if not outcome.items:
        return "审阅稿与规划没有差别，也没有批注。"
    parts = []
    for status, title in STATUSES.items():
        several = [item for item in outcome.items if item.status is status]
        if several:
            heading = "可以写进规划" if status is Status.APPLIED and outcome.dry else title
            parts.append(
                "\n".join([f"{heading}（{len(several)} 处）", *(line for one in several for line in _lines(one))])
            )
    return "\n\n".join([*parts, _verdict(outcome)])


def _lines(item: Item) -> Iterator[str]:
    yield f"  {sentence(item)}  〔{who(item)}〕"
    where = " › ".join(short(name) for name in item.where)
    place = f"{item.place}  " if item.place else f"{item.source}  "
    yield f"      {place}{where}".rstrip()
    if item.context and item.context not in (item.old, item.new) and item.status in OPEN:
        yield f"      原句：{item.context}"
    if item.ours and item.status is Status.CONFLICT:
        yield f"      另一种写法：{short(item.ours)}"
    if item.reason:
        yield f"      {item.reason}"


def _verdict(outcome: Outcome) -> str:
    left = sum(outcome.counts()[status] for status in OPEN)
    files = f"{'要改' if outcome.dry else '已改'} {len(outcome.files)} 个文件" if outcome.files else "没有改动文件"
    return f"{files}，" + (f"还有 {left} 处要处理。" if left else "没有留下要处理的。")
