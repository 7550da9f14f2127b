"""附件说明 (附件：1.… below the text): it only repeats the titles of the annexes, which are printed from these anew."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from planforge.outline.block import Block
from planforge.outline.text import printed
from planforge.patterns import expression

_FIRST = expression(r"\s*附\s*件\s*[:：]\s*1\s*[.．、]")
_LABEL = expression(r"附\s*件\s*[:：]\s*")
_NUMBER = expression(r"\d{1,2}\s*[.．、]\s*")


class NoteLines:
    """Tells the lines of an 附件说明 as they come, so that “2.名词解释” below “附件：1.任务分工表” is no heading."""

    def __init__(self) -> None:
        self._last = 0

    def has(self, line: str) -> bool:
        """Return whether the next line of the document is one of them."""
        begins = line.lstrip().startswith("附") and _FIRST.match(line) is not None
        goes_on = self._last > 0 and re.match(rf"\s*{self._last + 1}\s*[.．、]", line) is not None
        self._last = 1 if begins else self._last + 1 if goes_on else 0
        return begins or goes_on


def without_annex_note(chapters: Sequence[Block]) -> tuple[Block, ...]:
    """Return the chapters without the lines that name the annexes there are; those of annexes elsewhere stay."""
    names = {_bare(printed(chapter.title)) for chapter in chapters if "role" in chapter.fields}
    return tuple(_without(chapter, names) for chapter in chapters) if names else tuple(chapters)


def _without(chapter: Block, names: Collection[str]) -> Block:
    kept: list[Block] = []
    within = False
    for block in chapter.children:
        words = _words(block)
        label = _LABEL.match(words)
        within = (label is not None or within) and _name(words[label.end() if label else 0 :]) in names
        if not within:
            kept.append(block)
    return replace(chapter, children=tuple(kept))


def _words(block: Block) -> str:
    """Return the words of a block of one line: a numbered one has come to be a heading."""
    texts = [text for text in (block.title, *block.paragraphs) if text is not None]
    return texts[0].printed.strip() if block.kind in ("text", "heading") and len(texts) == 1 else ""


def _name(words: str) -> str:
    return _bare(_NUMBER.sub("", words, count=1) if _NUMBER.match(words) else words)


def _bare(words: str) -> str:
    return "".join(words.split())
