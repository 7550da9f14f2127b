"""意见汇总表: every comment, tracked change and untracked edit of the reviewed files as one row to be answered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from planforge.review.returned.footnotes import footnotes_changed
from planforge.review.returned.layout import Layout
from planforge.review.returned.operation import Pending
from planforge.review.returned.opinion import Opinion
from planforge.review.returned.outcome import Item, Kind
from planforge.review.returned.reviewed import Reviewed
from planforge.review.returned.sentences import sentences
from planforge.review.returned.structure import structural
from planforge.review.returned.things import things_changed
from planforge.review.returned.tracked import Tracked, tracked
from planforge.review.returned.wording import edited
from planforge.review.returned.yaml_places import YamlPlaces


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
        for original, wanted in sentences(several):
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


def _untracked(review: Reviewed) -> Iterator[Item]:
    for group in review.pairing.groups:
        if len(group.base) == len(group.now) == 1:
            yield from map(_item, edited(review, group))
    yield from footnotes_changed(review)
    yield from things_changed(review)
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
