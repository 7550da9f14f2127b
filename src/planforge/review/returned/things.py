"""What a reviewer changed beside the characters: pictures, line breaks, headers and footers.

A plan's YAML has no place for most of it, and the rest is set by hand; so each is told with its place, none is lost.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from planforge.ooxml.history import Stamp, Thing
from planforge.review.returned.outcome import Item, Kind, Status
from planforge.review.returned.reviewed import Reviewed

NAMES = {
    "break": "换行",
    "picture": "图片",
    "text-box": "文本框",
    "symbol": "符号",
    "equation": "公式",
    "endnote": "尾注",
    "note": "脚注",
}
_NEW = "新加的{}未能带回，请在规划文件里处理"
_GONE = "{}删去了，未能带回，请在规划文件里处理"
_MARGIN = "页眉页脚由程序排，这处改动未能带回，请改格式包或规划的标题"


def things_changed(review: Reviewed) -> Iterator[Item]:
    """Yield what came and went beside the characters, in printed order; headers and footers come last."""
    # a picture whose caption is gone stands before another paragraph now, and is no new one
    left = Counter(kind for at in review.pairing.removed for kind in review.base[at].things)
    for group in review.pairing.groups:
        yield from _of(review, group.base, group.now, left)
    for at in review.pairing.added:
        yield from _of(review, (), (at,), left)
    yield from _margins(review)


def _of(review: Reviewed, bases: Sequence[int], nows: Sequence[int], left: Counter[str]) -> Iterator[Item]:
    now = [thing for at in nows for thing in review.now.paragraphs[at].things if thing.kind != "note"]
    before = Counter(kind for at in bases for kind in review.base[at].things)
    base = bases[0] if bases else review.base_before(nows[0])
    for thing in now:
        known = next((counts for counts in (before, left) if counts[thing.kind] and not thing.inserted), None)
        if known is not None:
            known[thing.kind] -= 1
            continue
        words = f"〔{NAMES[thing.kind]}〕{thing.words if thing.kind != 'endnote' else ''}"
        yield _item(review, base, thing.inserted, _NEW.format(NAMES[thing.kind]), new=words)
    gone = [thing for at in nows for thing in review.now.paragraphs[at].gone]
    for kind in before.elements():
        reason = _GONE.format(NAMES.get(kind, kind))
        yield _item(review, base, _who(gone, kind), reason, old=f"〔{NAMES.get(kind, kind)}〕")


def _who(gone: Sequence[Thing], kind: str) -> Stamp | None:
    return next((thing.deleted for thing in gone if thing.kind == kind), None)


def _item(review: Reviewed, base: int, stamp: Stamp | None, reason: str, old: str = "", new: str = "") -> Item:
    item = review.item(Kind.OBJECT, base, stamp, old=old, new=new, context=review.base[base].text if base >= 0 else "")
    return replace(item, status=Status.UNPLACED, reason=reason)


def _margins(review: Reviewed) -> Iterator[Item]:
    built = Counter(review.margins_built)
    now = Counter(margin.words for margin in review.margins if margin.words)
    stamps = {margin.words: margin.stamp for margin in review.margins}
    gone, come = sorted(built.keys() - now.keys()), sorted(now.keys() - built.keys())
    for old, new in zip_longest(gone, come, fillvalue=""):
        stamp = stamps.get(new) or next((one.stamp for one in review.margins if one.before == old), None)
        item = replace(review.item(Kind.MARGIN, 0, stamp, old=old, new=new), where=(), place=None)
        yield replace(item, status=Status.UNPLACED, reason=_MARGIN)
