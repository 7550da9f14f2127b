"""意见汇总表: every comment, tracked change and untracked edit of the reviewed files as one row to be answered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from planforge.review.returned.hunks import Hunk
from planforge.review.returned.layout import Layout
from planforge.review.returned.operation import Pending
from planforge.review.returned.opinion import Opinion
from planforge.review.returned.outcome import Item, Kind
from planforge.review.returned.reviewed import Reviewed
from planforge.review.returned.structure import structural
from planforge.review.returned.tracked import END, Tracked, tracked
from planforge.review.returned.wording import edited
from planforge.review.returned.yaml_places import YamlPlaces

_STOPS = "。；！？"


def opinions(reviews: Iterable[Reviewed]) -> list[Opinion]:
    """Return the opinions of several files, in printed order; edits without tracking come last in each file.

    The files must have been read with no tracked change accepted.
    """
    return [opinion for review in reviews for opinion in _of_file(review)]


def _of_file(review: Reviewed) -> Iterator[Opinion]:
    headings = _headings(review)
    rows = [*_comments(review, headings), *_tracked(review, headings)]
    yield from (opinion for _, opinion in sorted(rows, key=lambda row: row[0]))
    name = review.source.replace("\\", "/").rpartition("/")[2]
    for item in _untracked(review):
        yield Opinion(f"（未留修订痕迹：{name}）", " › ".join(item.where), item.context or item.old, _wanted(item))


def _headings(review: Reviewed) -> list[str]:
    """Return the headings above each paragraph of the file, numbers as printed."""
    texts = {one.number: one for one in review.now.paragraphs}
    found, path = [], list[tuple[int, str]]()
    for number, paragraph in enumerate(review.history):
        one = texts.get(number)
        if paragraph.level and one is not None:
            path = [*(above for above in path if above[0] < paragraph.level), (paragraph.level, one.text)]
        found.append(" › ".join(name for _, name in path))
    return found


def _comments(review: Reviewed, headings: Sequence[str]) -> Iterator[tuple[int, Opinion]]:
    for comment in review.comments:
        anchor = review.now.anchors.get(comment.number)
        known = anchor is not None and anchor.paragraph < len(review.now.paragraphs)
        one = review.now.paragraphs[anchor.paragraph] if anchor is not None and known else None
        number = one.number if one else len(headings) - 1
        quote = anchor.quote if anchor and anchor.quote else one.text if one else ""
        if comment.text:
            where = headings[number] if one else ""
            yield number, Opinion(comment.stamp.author, where, quote, comment.text)


def _tracked(review: Reviewed, headings: Sequence[str]) -> Iterator[tuple[int, Opinion]]:
    changes = list(tracked(review.history))
    rows = list(_rows(changes, review, headings))
    yield from rows
    changes = [change for change in changes if not _row_of(change, review)]
    moved, targets = _moves(changes, review)
    for (number, author), group in groupby(changes, key=lambda change: (change.paragraph, change.stamp.author)):
        several = [change for change in group if id(change) not in moved]
        for original, wanted in _sentences(several):
            yield number, Opinion(author, headings[number], original, wanted)
    for change, words in targets:
        where = headings[change.paragraph]
        yield change.paragraph, Opinion(change.stamp.author, where, change.old, words)


def _row_of(change: Tracked, review: Reviewed) -> tuple[int, int] | None:
    """Return table and row of a change when the whole row came or went."""
    cell = review.history[change.paragraph].cell
    return (cell.table, cell.row) if cell and (cell.row_inserted or cell.row_deleted) else None


def _rows(changes: Sequence[Tracked], review: Reviewed, headings: Sequence[str]) -> Iterator[tuple[int, Opinion]]:
    """Yield the rows of tables that came or went, one opinion a row."""
    for row, group in groupby(changes, key=lambda change: _row_of(change, review)):
        several = list(group)
        if row is not None:
            old, new = (
                " | ".join(words for words in part if words)
                for part in zip(*((one.old, one.new) for one in several), strict=True)
            )
            number, who = several[0].paragraph, several[0].stamp.author
            wanted = f"建议增加一行：{new}" if new else "建议删去这一行"
            yield number, Opinion(who, headings[number], old, wanted)


def _moves(changes: Sequence[Tracked], review: Reviewed) -> tuple[set[int], list[tuple[Tracked, str]]]:
    """Return the changes that are halves of a move, and each paragraph that moved with where to."""
    gone = [change for change in changes if change.old and not change.new and not change.before + change.behind]
    come = [change for change in changes if change.new and not change.old and not change.before + change.behind]
    halves: set[int] = set()
    found = []
    for one in gone:
        same = (two for two in come if two.new == one.old and two.stamp.author == one.stamp.author)
        two = next((two for two in same if id(two) not in halves), None)
        if two is not None:
            halves |= {id(one), id(two)}
            before = [other.text for other in review.now.paragraphs if other.number < two.paragraph and other.text]
            found.append((one, f"建议移到“{before[-1][:20]}”之后" if before else "建议移到开头"))
    return halves, found


def _sentences(changes: Sequence[Tracked]) -> Iterator[tuple[str, str]]:
    """Yield the sentences that one author changed in a paragraph, with what they shall be."""
    for change in changes:
        if END in (change.old, change.new):
            yield change.before, "建议在这一段之后分段" if change.new else "建议与下一段合并"
    hunks = [_hunk(change) for change in changes if END not in (change.old, change.new)]
    text = next((change.before + change.old + change.behind for change in changes), "")
    while hunks:
        start, end = _sentence(text, hunks[0])
        mine = [hunk for hunk in hunks if start <= hunk.start and hunk.end <= end]
        while any(hunk.end > end for hunk in hunks if hunk.start < end):
            end = _sentence(text, max(hunks, key=lambda hunk: hunk.end if hunk.start < end else -1))[1]
            mine = [hunk for hunk in hunks if start <= hunk.start and hunk.end <= end]
        hunks = [hunk for hunk in hunks if hunk not in mine]
        yield text[start:end], _suggested(text[start:end], _with(text, start, end, mine))


def _hunk(change: Tracked) -> Hunk:
    start = len(change.before)
    return Hunk(start, start + len(change.old), change.new)


def _sentence(text: str, hunk: Hunk) -> tuple[int, int]:
    """Return the sentence around a hunk; words put behind the last stop belong to the sentence before."""
    at = hunk.start - 1 if hunk.start == hunk.end == len(text) else hunk.start
    start = max((text.rfind(stop, 0, max(0, at)) for stop in _STOPS), default=-1) + 1
    ends = [found + 1 for stop in _STOPS if (found := text.find(stop, max(hunk.end - 1, start))) >= 0]
    return min(start, hunk.start), max(min(ends, default=len(text)), hunk.end)


def _with(text: str, start: int, end: int, hunks: Iterable[Hunk]) -> str:
    found, at = "", start
    for hunk in sorted(hunks, key=lambda one: (one.start, one.end)):
        found += text[at : hunk.start] + hunk.new
        at = hunk.end
    return found + text[at:end]


def _suggested(old: str, new: str) -> str:
    if not new:
        return "建议删去"
    return f"建议修改为：{new}" if old else f"建议增加：{new}"


def _untracked(review: Reviewed) -> Iterator[Item]:
    for group in review.pairing.groups:
        if len(group.base) == len(group.now) == 1:
            yield from map(_item, edited(review, group.base[0], review.now.paragraphs[group.now[0]]))
    yield from map(_item, structural(review, Layout(review.present, YamlPlaces)))


def _item(found: Item | Pending) -> Item:
    return found.item if isinstance(found, Pending) else found


def _wanted(item: Item) -> str:
    match item.kind:
        case Kind.MOVED:
            return f"建议移到“{item.new[:20]}”之后" if item.new else "建议移到开头"
        case Kind.SPLIT:
            return "建议在此分段" if not item.new.strip() else f"建议在此分段，并增加：{item.new.strip()}"
        case Kind.JOINED:
            return f"建议合并为一段：{item.new}"
    if item.old and item.new:
        return f"建议将“{item.old}”修改为“{item.new}”"
    return f"建议增加“{item.new}”" if item.new else f"建议删去“{item.old}”"
