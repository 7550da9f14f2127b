"""The Chinese words for kinds of changes, the same in every format."""

from __future__ import annotations

from planforge.review.change import Action, Area, Change, Judgement

AREAS = {
    Area.TARGET: "目标",
    Area.FIGURE: "数字",
    Area.INDICATOR: "指标",
    Area.TASK: "任务",
    Area.TABLE: "表格",
    Area.CHART: "图表",
    Area.BOX: "专栏",
    Area.HEADING: "标题",
    Area.ELEMENT: "发文要素",
    Area.PROSE: "正文",
}
ACTIONS = {
    Action.ADDED: "新增",
    Action.REMOVED: "删去",
    Action.CHANGED: "修改",
    Action.MOVED: "移动",
    Action.RENAMED: "改名",
    Action.POSTPONED: "推迟",
    Action.ADVANCED: "提前",
    Action.SPLIT: "拆段",
    Action.MERGED: "并段",
}
JUDGEMENTS = {Judgement.WEAKER: "变弱", Judgement.STRONGER: "变强", Judgement.EQUAL: "力度不变", Judgement.NONE: ""}


def sentence(change: Change) -> str:
    """Return a change as one line without its places."""
    judgement = JUDGEMENTS[change.judgement]
    head = f"{ACTIONS[change.action]}{f'（{judgement}）' if judgement else ''}  {change.subject}"
    detail = f"，{change.detail}" if change.detail else ""
    if change.area is Area.PROSE and change.action is not Action.MOVED:
        return f"{head}{detail}"
    if change.old and change.new:
        return f"{head}{detail}：{change.old} → {change.new}"
    rest = change.old or change.new
    if change.action is Action.CHANGED and detail:
        return f"{head}，{'删去' if change.old else '增加'}{change.detail}：{rest}"
    # what has a name and only came or went is named by its subject already
    return f"{head}{detail}" if rest.startswith(change.subject) else f"{head}{detail}：{rest}"
