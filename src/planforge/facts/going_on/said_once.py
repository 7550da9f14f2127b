"""What was done, said once for several figures: 新增规上企业10家、高新技术企业5家."""

from __future__ import annotations

from planforge.facts.passage import AS_JOINED, PassageReader
from planforge.facts.statement import Flow, Statement
from planforge.facts.topic import Around, Topic
from planforge.patterns import expression


def listed_with(reader: PassageReader, around: Around, topic: Topic) -> Statement | None:
    """Return the figure before, where what was done is said once for both."""
    last = reader.done[-1] if reader.done else None
    if last is None or around.grown is not None or last.adds or not last.kind.is_amount:
        return None
    money = around.figure.unit.kind == "money" and last.quantity.unit.kind != "money"  # 新建项目18个、总投资46亿元
    if money or any(verb.strip("、和及与") for verb in topic.verbs):
        return None
    begins = reader.clause <= last.quantity.start
    joined = around.region.startswith(AS_JOINED) and not _STATES.search(around.region)
    return last if begins and joined and last.flow is not Flow.STOCK else None


_STATES = expression("达|为|有|总数|累计|合计|[到至在]$")
