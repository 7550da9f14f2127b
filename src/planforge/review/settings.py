"""How a block is set, in words: what a drafter chooses beside its text. Figures and cells are told elsewhere."""

from __future__ import annotations

from planforge.outline.text import printed
from planforge.plan.chart import Chart
from planforge.plan.model import Block, Box, Figure, Heading, Table

_UNNAMED = "未指定"


def settings_of(block: Block) -> dict[str, str]:
    """Return the settings of a block by their names; blocks of one kind have the same ones."""
    match block:
        case Heading():
            return {
                "排法": "接排在下一段开头" if block.run_in else "独占一行",
                "层次": f"第{block.level}层",
                "编号": "编号" if block.number else "不编号",
            }
        case Box():
            return {"系列": block.series}
        case Figure():
            return {"图片": block.file.printed, "替代文字": printed(block.alt)}
        case Chart():
            names = "、".join(panel.name for panel in block.panels)
            return {"指标": names, "年份": "、".join(block.named) or _UNNAMED, "种类": block.kind}
        case Table():
            return {"方向": block.orientation or _UNNAMED}
    return {}
