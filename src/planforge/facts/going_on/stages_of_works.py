"""How far works have come, told for so much of them each: 海上风电开工1000万千瓦、投运500万千瓦."""

from __future__ import annotations

from planforge.facts.names.indicators import Name
from planforge.facts.statement import Statement
from planforge.facts.topic import Around
from planforge.patterns import expression

_STAGE = "备案|核准|立项|签约|(?:新)?开工|在建|建成|竣工|完工|投[产用运]|并网"
_ENDS = tuple("案准项约工建成产用运网")
_BEGUN = expression(f"(?:{_STAGE})$")
_NEXT = expression(f"[、，,；;和及](?:已|再|累计)*(?P<stage>{_STAGE})(?:达到?|了)?")


def at_other_stage(around: Around, told: Statement) -> Name | None:
    """Return the name of what is at another stage, where the name of the figure before ends with its own."""
    if around.grown is not None or not told.indicator.endswith(_ENDS):
        return None
    begun, stage = _BEGUN.search(told.indicator), _NEXT.fullmatch(around.region)
    if begun is None or stage is None or begun.start() == 0 or stage["stage"] == begun[0]:
        return None
    return Name(told.indicator[: begun.start()] + stage["stage"], told.tier, told.scope)
