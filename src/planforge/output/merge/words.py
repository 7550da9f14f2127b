"""The Chinese words for what reviewers do and what became of it, the same in every format."""

from __future__ import annotations

from planforge.review.returned.outcome import Item, Kind, Status

STATUSES = {
    Status.CONFLICT: "有冲突，要商定",
    Status.UNPLACED: "放不进规划，要人工处理",
    Status.PROPOSED: "台账数字，要核对",
    Status.APPLIED: "已写进规划",
    Status.PRESENT: "规划里已经是这样，或与上面某处相同",
    Status.DECLINED: "没有采纳",
}
KINDS = {
    Kind.TEXT: "修改",
    Kind.FIGURE: "改数字",
    Kind.ADDED: "增加",
    Kind.REMOVED: "删去",
    Kind.SPLIT: "分段",
    Kind.JOINED: "并段",
    Kind.MOVED: "移动",
    Kind.TABLE_ADDED: "增加一张表",
    Kind.ROW_ADDED: "增加一行",
    Kind.ROW_REMOVED: "删去一行",
    Kind.NOTE: "脚注",
    Kind.OBJECT: "图片、换行等",
    Kind.LEVEL: "标题级别",
    Kind.MARGIN: "页眉页脚",
    Kind.COMMENT: "批注",
}
_BESIDE = frozenset({Kind.NOTE, Kind.OBJECT, Kind.MARGIN})
_LONGEST = 60


def sentence(item: Item) -> str:
    """Return what the reviewer did in one line."""
    head, old, new = KINDS[item.kind], short(item.old), short(item.new)
    if item.kind is Kind.COMMENT:
        return f"{head}{f'“{old}”' if old else ''}：{new}"
    if item.kind is Kind.MOVED:
        return f"{head}“{old or new}”{f'，到“{new}”之后' if old and new and new != old else ''}"
    if item.kind is Kind.SPLIT and not item.new.strip():
        return f"{head}：“{short(item.context)}”"
    if item.old and item.new:
        return f"{head}：“{old}”→“{new}”"
    if item.kind is Kind.TEXT:
        head = "增加" if item.new else "删去"
    elif item.kind in _BESIDE:
        head = f"{'增加' if item.new else '删去'}{head}"
    return f"{head}：“{new or old}”"


def who(item: Item) -> str:
    """Return who did it; an edit without tracking has no name."""
    return item.author or ("审阅人" if item.kind is Kind.COMMENT else "未留修订痕迹")


def short(words: str) -> str:
    """Return words on one line, long ones cut; a stroke parts paragraphs and rows."""
    line = "／".join(" ".join(one.split()) for one in words.splitlines() if one.strip())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
