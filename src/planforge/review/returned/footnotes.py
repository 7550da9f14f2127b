"""Footnotes that the reviewer changed: listed with what they say now, for they are written back by hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import zip_longest

from planforge.outline.text import Text
from planforge.review.returned.outcome import Item, Kind, Status
from planforge.review.returned.reviewed import Reviewed

_CHANGED = "脚注改了：请在规划文件里改 {注:…} 里的文字"
_ADDED = "脚注是新加的：请在规划文件里写成 {注:…}"
_REMOVED = "脚注删了：请在规划文件里删去这个 {注:…}"


def footnotes_changed(review: Reviewed) -> Iterator[Item]:
    """Yield an item for each footnote that was changed, added or taken out of its paragraph."""
    for group in review.pairing.groups:
        yield from _of(review, group.base, group.now)
    for at in review.pairing.added:
        yield from _of(review, (), (at,))


def _of(review: Reviewed, bases: Sequence[int], nows: Sequence[int]) -> Iterator[Item]:
    built = [words for at in bases for words in review.base[at].notes]
    things = (thing for at in nows for thing in review.now.paragraphs[at].things)
    now = [review.footnotes.get(thing.words, "") for thing in things if thing.kind == "note"]
    ours = _notes(review, bases, nows)
    bare = [_bare(words) for words in now]
    if bare in ([_bare(words) for words in built], [_bare(note.printed) for note in ours]):
        return
    texts = {_bare(note.printed): note for note in ours}
    for tag, i, j, k, m in SequenceMatcher(a=[*map(_bare, built)], b=bare, autojunk=False).get_opcodes():
        for old, new in zip_longest(built[i:j], now[k:m], fillvalue="") if tag != "equal" else ():
            if _bare(new) not in texts and (new or _bare(old) in texts):
                yield _item(review, bases[0] if bases else review.base_before(nows[0]), old, new, texts.get(_bare(old)))


def _notes(review: Reviewed, bases: Sequence[int], nows: Sequence[int]) -> list[Text]:
    """Return the footnotes that the plan has there."""
    places = [review.ours[at] for at in bases if at in review.ours] or [
        review.said[at] for at in nows if at in review.said
    ]
    keys = dict.fromkeys(part.key for at in places for part in review.present.trace.lines[at].parts)
    return [note for key in keys for note in review.present.slots[review.present.by_key[key]].text.notes]


def _bare(words: str) -> str:
    """Return words without blanks, which Word and LibreOffice set at the edges as they like."""
    return "".join(words.split())


def _item(review: Reviewed, base: int, old: str, new: str, note: Text | None) -> Item:
    item = review.item(Kind.NOTE, base, None, old=old, new=new)
    reason = _CHANGED if old and new else _ADDED if new else _REMOVED
    return replace(item, status=Status.UNPLACED, reason=reason, place=note.whole.place if note else item.place)
