"""Paragraphs, blocks and rows that came, went, moved, were split or joined."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from planforge.review.returned.operation import Pending
from planforge.review.returned.outcome import Item, Kind, Status
from planforge.review.returned.reviewed import Reviewed
from planforge.review.returned.yaml_places import YamlPlaces
from planforge.source.place import SourceFile


def structural(review: Reviewed, places: Callable[[SourceFile], YamlPlaces]) -> Iterator[Item | Pending]:
    """Yield what became of paragraphs that are not simply edited."""
    for at in review.pairing.removed:
        item = review.item(Kind.REMOVED, at, review.now.gone.get(review.base[at].name), old=review.base[at].text)
        yield replace(item, status=Status.UNPLACED)
    for at in review.pairing.added:
        words = review.now.paragraphs[at].text
        if words:
            yield replace(review.item(Kind.ADDED, 0, None, new=words), status=Status.UNPLACED)
    for group in review.pairing.groups:
        if len(group.base) + len(group.now) > 2:
            old = "\n".join(review.base[at].text for at in group.base)
            new = "\n".join(review.now.paragraphs[at].text for at in group.now)
            item = review.item(Kind.SPLIT if len(group.now) > 1 else Kind.JOINED, group.base[0], None, old=old, new=new)
            yield replace(item, status=Status.UNPLACED)
