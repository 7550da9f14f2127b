"""Places in a ranking of so many: 在168个重点城市中排名第35位 ranks what was named before, not the cities."""

from __future__ import annotations

from planforge.facts.heads import Head, left_head
from planforge.facts.passage import PassageReader
from planforge.facts.quantity import Form
from planforge.facts.topic import Around
from planforge.patterns import expression

_AMONG = "(?:之?中|里)(?!小|[央心])"
_SO_MANY = expression(
    rf"(?P<of>[\u4e00-\u9fff（）]{{2,14}}?){_AMONG}[^，。；\d]{{0,6}}?(?:排名|排|位居|位列|名列|居|列|跻身|进入)[^，。；\d]{{0,6}}第?"
    "(?=[\\d一二三四五六七八九十])"
)
_FURTHEST = 16
_OF_THEM = expression(_AMONG)
_SUBJECT = expression(r"(?P<of>[^，。；\d]{2,30})在[^在，。；\d]{0,8}$")


def head_among(reader: PassageReader, around: Around) -> Head | None:
    """Return what so many are, where something is ranked among them, and what is ranked where the clause names it."""
    figure = around.figure
    if figure.form is Form.RANK and ranked_among(around):
        counted = reader.done[-1].quantity.start if reader.done else 0
        named = _SUBJECT.search(reader.words, reader.clauses.clause_start(figure.start), counted)
        return left_head(named["of"]) if named is not None else None
    among = figure.unit.counts and any(
        reader.words.find(mark, figure.end, figure.end + _FURTHEST) >= 0 for mark in "中里"
    )
    so_many = _SO_MANY.match(reader.words, figure.end) if among else None
    return Head(so_many["of"], right_end=so_many.end("of")) if so_many is not None else None


def ranked_among(around: Around) -> bool:
    """Whether the words before a place say that those counted right before are what it is a place among."""
    return _OF_THEM.match(around.region) is not None
