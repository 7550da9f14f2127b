"""Changes of 发文要素, title, stage, period and of who owns an indicator."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.outline.text import Text
from planforge.plan.model import Plan
from planforge.review.change import Action, Area, Change


def element_changes(old: Plan, new: Plan) -> Iterator[Change]:
    """Yield the changes of what stands before the chapters."""
    before, after = _texts(old), _texts(new)
    for name in dict.fromkeys([*before, *after]):
        one, two = before.get(name), after.get(name)
        if (one.printed if one else "") != (two.printed if two else ""):
            yield _change(name, one, two)
    if old.stage != new.stage and old.from_source and new.from_source:
        yield Change(Area.ELEMENT, Action.CHANGED, "稿次", old=old.stage, new=new.stage)
    yield from _owner_changes(old, new)


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


def _owner_changes(old: Plan, new: Plan) -> Iterator[Change]:
    for indicator in new.ledger:
        earlier = old.ledger.find(indicator.name.printed)
        if earlier is None:
            continue
        one, two = earlier.owner, indicator.owner
        if (one.printed if one else "") != (two.printed if two else ""):
            yield _change(f"“{indicator.name}”的责任单位", one, two)


def _change(name: str, old: Text | None, new: Text | None) -> Change:
    action = Action.CHANGED if old and new else Action.ADDED if new else Action.REMOVED
    return Change(
        Area.ELEMENT,
        action,
        name,
        old=old.printed if old else "",
        new=new.printed if new else "",
        old_place=old.whole.place if old else None,
        new_place=new.whole.place if new else None,
    )
