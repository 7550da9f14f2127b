"""What is what in a document, told from how it looks and where it stands, never from the names of styles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Generic, TypeVar

from planforge.inspect.elements import Annex, Elements, Form
from planforge.inspect.layers import level_of
from planforge.inspect.passage import Passage, Side
from planforge.inspect.recognise_head import LONE_ANNEX, read_head
from planforge.patterns import expression

P = TypeVar("P", bound=Passage)
TITLE_SIZE = 18.0
_MOST_ON_COVER, _MOST_COVER_LINES = 40, 8
_MOST_TITLE_LINES, _MOST_SIGNATURES = 6, 10
_DATE = expression(r"(\d{2,4}|[二〇○零Ｏ一三四五六七八九十]{2,4})年.{1,3}月.{1,3}日")
_REMARK = expression(r"[（(].{2,60}[）)]")
_BARE_REMARK = expression(r"[（(\[【]?(此件|联系人).{2,40}")
"""One that lacks its brackets, or has others."""
_NOTE = expression(r"（[^（）]+）")
_ANNEX = expression(r"附件\d{0,2}[:：]?|附件[一二三四五六七八九十]{1,2}[:：]?")
_ATTACHMENTS = expression(r"附件[:：]")
_ITEM = expression(r"\d{1,2}[.．、]")
_COPIES, _MAIN_COPIES = expression(r"抄送[:：]?"), expression(r"主送[:：]")
_PRINTED = expression(r"\d{2,4}年\d{1,2}月\d{1,2}日印?发?$")
_CAPTION = expression(r"(表|图|专栏)\s*\d|(单位|注|资料来源|数据来源)[:：]")
_CONTENTS = expression(r"[….·]{3,}\s*\d+$|\t\d+$|^目\s*录$")


def recognise(passages: Sequence[P], *, letter: bool = False) -> Elements[P]:
    """Return the elements of a document.

    Args:
        passages: in reading order, without page numbers; empty ones are passed over.
        letter: whether the red double rules of a letter were seen.
    """
    shown = [passage for passage in passages if passage.bare and not _CONTENTS.search(passage.text)]
    cover = _cover(shown)
    recogniser = _Recogniser(shown[len(cover) :], letter)
    found = recogniser.run()
    found.cover = cover
    found.lone_annex = found.lone_annex or next((one for one in cover if LONE_ANNEX.fullmatch(one.bare)), None)
    return found


def _cover(passages: Sequence[P]) -> list[P]:
    """Return what stands on a cover: a first page of few short lines with a large one, and no red head."""
    first = next((index for index, one in enumerate(passages) if index and one.starts_page), 0)
    page = list(passages[:first])
    large = any(one.size >= TITLE_SIZE for one in page)
    prose = any(one.red or len(one.bare) > _MOST_ON_COVER or one.bare.endswith("。") for one in page)
    return page if large and not prose and len(page) <= _MOST_COVER_LINES else []


class _Recogniser(Generic[P]):
    def __init__(self, passages: list[P], letter: bool) -> None:
        self._passages = passages
        self._found: Elements[P] = Elements()
        self._letter = letter
        self._order = {id(passage): index for index, passage in enumerate(passages)}

    def run(self) -> Elements[P]:
        at = read_head(self._passages, self._found, letter=self._letter)
        self._found.form = self._form()
        at = self._title(at)
        at = self._recipients(at)
        self._rest(at)
        return self._found

    def _form(self) -> Form:
        name = "".join(mark.bare for mark in self._found.marks)
        if name.endswith("纪要"):
            return Form.MINUTES
        if name.endswith("令"):
            return Form.ORDER
        return Form.LETTER if self._letter and name else Form.DOCUMENT

    def _title(self, at: int) -> int:
        for index in range(at, min(at + _MOST_TITLE_LINES, len(self._passages))):
            passage = self._passages[index]
            begins = index == at and (self._found.has_head or passage.size >= TITLE_SIZE)
            if passage.boxed or not (passage.size >= TITLE_SIZE or (begins and passage.side is Side.CENTRE)):
                return self._below_title(index)
            self._found.title.append(passage)
        return min(at + _MOST_TITLE_LINES, len(self._passages))

    def _below_title(self, at: int) -> int:
        """Pass over what stands centred below a title: 稿次, 题注, author."""
        while at < len(self._passages) and self._found.title and self._is_note(self._passages[at]):
            at += 1
        return at

    def _is_note(self, passage: P) -> bool:
        """Return whether a passage is centred, or bracketed as a 题注 is that fills its line."""
        bracketed = _NOTE.fullmatch(passage.bare) is not None and not level_of(passage.bare)
        return passage.side is Side.CENTRE or bracketed

    def _recipients(self, at: int) -> int:
        if at >= len(self._passages) or not self._found.title:
            return at
        passage = self._passages[at]
        ends = passage.bare.endswith(("：", ":")) and len(passage.bare) < 600
        flush = self._found.has_head and passage.side is Side.LEFT and "。" not in passage.bare
        if ends or (flush and not level_of(passage.bare)):
            self._found.recipients = passage
            return at + 1
        return at

    def _rest(self, at: int) -> None:
        for passage in self._passages[at:]:
            if self._found.imprint or self._is_imprint(passage):
                self._take_imprint(passage)
            elif not passage.boxed:
                self._flow(passage)

    def _is_imprint(self, passage: P) -> bool:
        text = passage.bare
        opens = _COPIES.match(text) and len(text) > 3 and (passage.size < 15.5 or text[2] in "：:")
        moved = _MAIN_COPIES.match(text) and bool(self._found.body)
        return bool(opens or moved or (text.endswith("印发") and _PRINTED.search(text)))

    def _take_imprint(self, passage: P) -> None:
        found, text = self._found, passage.bare
        found.imprint.append(passage)
        if _COPIES.match(text):
            found.copies = found.copies or passage
        elif _MAIN_COPIES.match(text):
            found.main_copies = passage
        elif _PRINTED.search(text):
            found.printed = passage

    def _flow(self, passage: P) -> None:
        found, text = self._found, passage.bare
        last_title = found.further_titles[-1] if found.further_titles else []
        if _ANNEX.fullmatch(text) and found.title:
            found.annexes.append(Annex(passage))
        elif found.annexes and self._belongs_to_annex_title(passage):
            found.annexes[-1].title.append(passage)
        elif passage.size >= TITLE_SIZE and not passage.red:
            previous = last_title[-1] if last_title else None
            if previous is not None and self._follows(previous, passage):
                last_title.append(passage)
            else:
                found.further_titles.append([passage])
        elif last_title and self._follows(last_title[-1], passage) and passage.side is Side.CENTRE:
            return
        else:
            self._text(passage)

    def _belongs_to_annex_title(self, passage: P) -> bool:
        annex = self._found.annexes[-1]
        before = annex.title[-1] if annex.title else annex.label
        looks = passage.size >= TITLE_SIZE or (not annex.title and passage.side is Side.CENTRE)
        return looks and self._follows(before, passage)

    def _follows(self, before: P, passage: P) -> bool:
        return self._order[id(passage)] == self._order[id(before)] + 1

    def _text(self, passage: P) -> None:
        found, text = self._found, passage.bare
        early = found.date is None and not found.annexes and not found.further_titles
        opens = _ITEM if found.attachments else _ATTACHMENTS
        if early and opens.match(text) and len(text) < 300:
            found.attachments.append(passage)
        elif early and _DATE.fullmatch(text):
            self._date(passage)
        elif self._is_remark(passage):
            found.remark = passage
        elif not self._is_caption(passage):
            found.body.append(passage)

    def _date(self, passage: P) -> None:
        """Take the date and the organs' names above it, which were taken for body text."""
        found = self._found
        found.date = passage
        pool = found.body
        while pool and len(found.signatures) < _MOST_SIGNATURES and self._is_name(pool[-1]):
            found.signatures.insert(0, pool.pop())

    def _is_name(self, passage: P) -> bool:
        text = passage.bare
        return len(text) <= 30 and not re.search(r"[。：；，:;,]", text) and not level_of(text)

    def _is_remark(self, passage: P) -> bool:
        found = self._found
        if found.remark is not None or found.further_titles:
            return False
        after_date = found.date is not None and self._follows(found.date, passage)
        if _REMARK.fullmatch(passage.bare):
            return after_date or "此件" in passage.bare
        return after_date and _BARE_REMARK.fullmatch(passage.bare) is not None

    def _is_caption(self, passage: P) -> bool:
        centred = passage.side is Side.CENTRE
        named = _CAPTION.match(passage.bare) is not None and len(passage.bare) < 60
        return (named and (centred or passage.size < 15.5)) or (centred and passage.size <= 15)
