"""The elements of the red head: everything above the title, in whatever order it stands there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Generic, TypeVar

from planforge.inspect.elements import Elements
from planforge.inspect.passage import Passage, Side
from planforge.patterns import expression

P = TypeVar("P", bound=Passage)
_MARK_SIZE, _MARK_UNCOLOURED, _MARK_LEAST = 20.0, 26.0, 9.0
"""Points: red words are a mark by their size alone, or by size and words; the names of organs may be set smaller."""
ORGANS = ("政府", "厅", "室", "会", "局", "委", "院", "部", "署", "行", "处", "中心", "集团", "政协", "人大", "组")
"""What the names of organs end with."""
_ORGAN = expression(r"[\u4e00-\u9fff（）()、]{4,}")
_MOST_SIGNERS, _LONGEST_NAMES = 8, 12
_COPY_NUMBER = expression(r"\d{3,6}")
_KEPT = r"(\d+|[一二三四五六七八九十]{1,3})(年|个?月|[天日])|长期"
_SECRECY = expression(rf"(密级[:：]?)?(绝密|机密|秘密)([★☆*].*|{_KEPT})?|密级[:：]?[★☆*]?({_KEPT})")
"""An odd one counts too: without the star, with its label, the period in words."""
_URGENCY = expression(r"(特急|加急|急件|平急|特提)")
_NUMBER = expression(r"[\u4e00-\u9fff]{2,16}[〔\[（(［【﹝]\d{2,4}[〕\]）)］】﹞].{0,2}?\d+号?")
_ISSUE = expression(
    r"[（(〔\[]?(第?\d+[期号次]?|\d{4}[〕\]）)年]?第?\d+[期号次]?)[）)〕\]]?|.{2,40}\d{4}年\d{1,2}月\d{1,2}日"
)
"""What stands between the mark and the title of minutes: which issue they are, whose and of what day."""
_MOST_STRAYS, _LONGEST_STRAY = 3, 30
_LARGE = 18.0
"""What is larger (points), and not red, is a title."""
_BEHIND_NUMBER = expression(r"签发人.*|附件\d*|")
LONE_ANNEX = expression(r"[\u4e00-\u9fff]{2,16}〔\d{4}〕\d+号附件\d*")


def number_in(text: str) -> str:
    """Return the document number a text begins with, "" when it does not; an odd one counts too."""
    match = _NUMBER.match(text)
    return match[0] if match else ""


def is_corner(text: str) -> bool:
    """Return whether a text is one of those at the upper left: 份号, 密级和保密期限, 紧急程度."""
    return any(pattern.fullmatch(text) for pattern in (_COPY_NUMBER, _SECRECY, _URGENCY))


def read_head(passages: Sequence[P], found: Elements[P], *, letter: bool) -> int:
    """Enter the elements of the red head into `found`; return where the title must begin.

    In a letter 份号 stands below the mark. What is none of its elements is passed over while the mark or the number is
    still to come.
    """
    head = _Head(found, letter)
    for index, passage in enumerate(passages):
        if head.takes(passage):
            continue
        if not head.goes_on(passage, passages[index + 1 : index + 1 + _MOST_STRAYS]):
            return index
        found.strays.append(passage)
    return len(passages)


class _Head(Generic[P]):
    def __init__(self, found: Elements[P], letter: bool) -> None:
        self._found = found
        self._letter = letter

    def takes(self, passage: P) -> bool:
        """Enter a passage if it is an element of the head; return whether it was."""
        found, text = self._found, passage.bare
        if LONE_ANNEX.fullmatch(text):
            found.lone_annex = passage
        elif _COPY_NUMBER.fullmatch(text) and (self._letter or not found.marks):
            found.copy_number = passage
        elif _SECRECY.fullmatch(text):
            found.secrecy = passage
        elif _URGENCY.fullmatch(text):
            found.urgency = passage
        elif self._is_mark(passage, text):
            found.marks.append(passage)
        elif found.number is None and self._is_number(text):
            found.number = passage
            if len(number_in(text)) < len(text):
                found.signers.append(passage)
        elif re.fullmatch(r"第\d+号", text) and found.marks:
            found.number = passage
        elif found.marks and found.marks[-1].bare.endswith("纪要"):
            return passage.size < _MARK_SIZE and _ISSUE.fullmatch(text) is not None
        else:
            return self._takes_signer(passage, text)
        return True

    def goes_on(self, stray: P, following: Sequence[P]) -> bool:
        """Return whether a passage that is no element stands within the head: above its mark, or above its number."""
        if stray.size >= _LARGE or len(stray.bare) > _LONGEST_STRAY or stray.bare.endswith("。"):
            return False
        near = list(takewhile(lambda one: not one.starts_page, following))
        marked = not self._found.marks and any(self._is_mark(one, one.bare) for one in near)
        numbered = takewhile(lambda one: one.size < _LARGE or one.red, near)
        return marked or (self._found.number is None and any(self._is_number(one.bare) for one in numbered))

    def _is_number(self, text: str) -> bool:
        """Whether it is a number, or one with 签发人 on the same row."""
        number = number_in(text)
        behind = text[len(number) :]
        names = bool(self._found.signers) and len(behind) <= _LONGEST_NAMES
        return bool(number) and (names or _BEHIND_NUMBER.fullmatch(behind) is not None)

    def _is_mark(self, passage: P, text: str) -> bool:
        named = text.endswith(("文件", "纪要", "命令", "人民政府令"))
        if passage.red:
            label = text == "文件" and bool(self._found.marks)
            organ = _ORGAN.fullmatch(text) is not None and (named or text.endswith(ORGANS))
            return passage.size >= (_MARK_LEAST if label or organ else _MARK_SIZE)
        return named and passage.size >= _MARK_UNCOLOURED and self._found.number is None

    def _takes_signer(self, passage: P, text: str) -> bool:
        found = self._found
        more = found.signers and len(text) <= 12 and passage.side is not Side.CENTRE
        if ("签发人" in text and len(text) < 40) or more:
            found.signers.append(passage)
            return len(found.signers) <= _MOST_SIGNERS
        return False
