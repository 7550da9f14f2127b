"""Footnotes that the reviewer changed: listed with what they say now, for they are written back by hand."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import zip_longest

from planforge.outline.text import Text
from planforge.review.returned.outcome import Item, Kind, Status
from planforge.review.returned.reviewed import Reviewed

_CHANGED = "脚注改了：请在规划文件里改 {注:…} 里的文字"
_ADDED = "脚注是新加的：请在规划文件里写成 {注:…}"
_REMOVED = "脚注删了：请在规划文件里删去这个 {注:…}"


def footnotes_changed(review: Reviewed) -> Iterator[Item]:
    """Yield an item for each footnote that differs from those of the plan."""
    ours = [note for slot in review.present.slots for note in slot.text.notes]
    old, new = ([_bare(words) for words in side] for side in ((note.printed for note in ours), review.footnotes))
    for tag, i, j, k, m in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if tag != "equal":
            for note, words in zip_longest(ours[i:j], review.footnotes[k:m]):
                yield _item(review, note, words or "")


def _bare(words: str) -> str:
    """Return words without blanks, which Word and LibreOffice set at the edges as they like."""
    return "".join(words.split())


def _item(review: Reviewed, note: Text | None, words: str) -> Item:
    return Item(
        Kind.TEXT,
        Status.UNPLACED,
        review.source,
        old=note.printed if note else "",
        new=words,
        reason=_ADDED if note is None else _CHANGED if words else _REMOVED,
        place=note.whole.place if note else None,
    )
