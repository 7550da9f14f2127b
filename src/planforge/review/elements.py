"""Changes of 发文要素, title and stage, and of what the ledger says of an indicator beside its figures."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.outline.text import Text, printed
from planforge.plan.ledger import Indicator
from planforge.plan.model import Plan
from planforge.review.change import Action, Area, Change, Judgement
from planforge.source.place import Place

_BINDING = "约束性"


def element_changes(old: Plan, new: Plan) -> Iterator[Change]:
    """Yield the changes of what stands before the chapters."""
    before, after = _texts(old), _texts(new)
    for name in dict.fromkeys([*before, *after]):
        one, two = before.get(name), after.get(name)
        if printed(one) != printed(two):
            yield _change(name, one, two)
    if old.stage != new.stage:
        action = Action.CHANGED if old.stage and new.stage else Action.ADDED if new.stage else Action.REMOVED
        yield Change(Area.ELEMENT, action, "稿次", old=old.stage, new=new.stage)
    yield from _ledger_changes(old, new)


def _texts(plan: Plan) -> dict[str, Text]:
    document = plan.document
    named = {
        "标题": plan.title,
        "发文机关": document.issuer,
        "发文字号": document.number,
        "主送机关": document.recipients,
        "附注": document.disclosure,
        "题注": document.note,
        "抄送机关": document.copies,
        "署名": document.signature.by if document.signature else None,
        "成文日期": document.signature.on if document.signature else None,
        "印发机关": document.printed.by if document.printed else None,
        "印发日期": document.printed.on if document.printed else None,
    }
    return {name: text for name, text in named.items() if text}


def _ledger_changes(old: Plan, new: Plan) -> Iterator[Change]:
    for indicator in new.ledger:
        earlier = old.ledger.find(indicator.name.printed)
        if earlier is None:
            continue
        yield from _described_otherwise(earlier, indicator)
        if earlier.nature != indicator.nature:
            yield _nature_change(earlier, indicator)


def _described_otherwise(old: Indicator, new: Indicator) -> Iterator[Change]:
    before, after = _described(old), _described(new)
    for name, (one, here) in before.items():
        two, there = after[name]
        if one != two:
            action = Action.CHANGED if one and two else Action.ADDED if two else Action.REMOVED
            yield Change(Area.INDICATOR, action, f"“{new.name}”的{name}", one, two, here, there)


def _described(indicator: Indicator) -> dict[str, tuple[str, Place]]:
    """Return what is said of an indicator, with the place."""
    here = indicator.name.whole.place
    words = {"口径": indicator.scope, "级别": indicator.tier, "方向": indicator.direction}
    texts = {"责任单位": indicator.owner, "数据来源": indicator.origin}
    return {name: (text, here) for name, text in words.items()} | {
        name: (printed(text), text.whole.place if text else here) for name, text in texts.items()
    }


def _nature_change(old: Indicator, new: Indicator) -> Change:
    """约束性 is what a government answers for, 预期性 is not: without it a target is weaker."""
    binding = old.nature == _BINDING, new.nature == _BINDING
    judged = Judgement.WEAKER if binding[0] else Judgement.STRONGER
    return Change(
        Area.TARGET,
        Action.CHANGED if old.nature and new.nature else Action.ADDED if new.nature else Action.REMOVED,
        f"“{new.name}”的属性",
        old=old.nature,
        new=new.nature,
        old_place=old.name.whole.place,
        new_place=new.name.whole.place,
        judgement=judged if any(binding) else Judgement.NONE,
    )


def _change(name: str, old: Text | None, new: Text | None) -> Change:
    action = Action.CHANGED if old and new else Action.ADDED if new else Action.REMOVED
    return Change(
        Area.ELEMENT,
        action,
        name,
        old=printed(old),
        new=printed(new),
        old_place=old.whole.place if old else None,
        new_place=new.whole.place if new else None,
    )
