"""Shares that name no whole (制造业占比15%): two of them may be of different wholes, unless told in the same words."""

from __future__ import annotations

from planforge.facts.changes.growth import Kind
from planforge.facts.statement import Statement
from planforge.patterns import expression


def of_other_wholes(one: Statement, two: Statement) -> bool:
    """Whether two shares of sentences of their own name no whole, one of them told with a bare 占: 制造业占15%."""
    return of_unnamed_wholes(one, two) and not _in_the_same_words(one, two)


def of_unnamed_wholes(one: Statement, two: Statement) -> bool:
    """Whether at least one of two shares is told with a bare 占, of what only its sentence may tell."""
    unnamed = one.kind is Kind.SHARE and one.indicator.endswith("占比") and one.position != two.position
    return unnamed and any(_BARE_SHARE.search(each.quote.text) is not None for each in (one, two))


def _in_the_same_words(one: Statement, two: Statement) -> bool:
    """Whether two sentences begin with the same words up to their figures, so that no whole is named before."""
    first, second = (_from_the_start(each) for each in (one, two))
    return first is not None and second is not None and (first == second or (first[1] and second[1]))


def _from_the_start(one: Statement) -> tuple[str, bool] | None:
    """Return the words from the beginning of a sentence to its first figure but for the years, else None.

    Beside them, whether they are its name and nothing that could tell a whole: 但是，千兆用户占比仅为.
    """
    text, start = one.span.file.text, one.span.start
    found = _SENTENCE.search(text, max(0, start - _FURTHEST), start)
    words = "".join(found["words"].split()) if found is not None else ""
    only = _ONLY.fullmatch(words) if one.head else None
    bare = only is not None and only["name"] == one.head
    return (words, bare) if bare or one.indicator in words else None


_FURTHEST = 60
_SENTENCE = expression(r"(?:^|[。；\n])\s*(?:[力争]*到?20\d\d年底?[末前]?[，,]?)?(?P<words>[^\d。；\n]*)$")
_ONLY = expression(
    "(?:但是?|不过|然而|同时|此外|另外|目前|当前|截至目前)?[，,]?(?:全[省市县区旗州]|[我本][省市县区旗州])?"
    "(?P<name>.+?)(?:目前|已经?|仅仅?|只|还|约|近|超过?|达到?|提高到|提升到|为|有|是)*"
)
"""How a sentence leads up to a share and goes on to its figure without a word on its whole."""
_BARE_SHARE = expression(r"占比?(?:仅|约|近|超|超过|达|达到)?\d[\d.]*[%％]$")
