"""The value of the year before told aside: 收入完成9亿元，上年为8亿元，其中税收6亿元 divides what this year brought."""

from __future__ import annotations

from planforge.patterns import expression

_THEN = expression(r"[，,]?(?:而)?(?:上年|去年)(?:同期|全年)?(?:仅|约)*[为是]\d[\d.]*[^，,。；;、\d（）]{1,4}[，,。]")
_OF_WHICH = "其中"


def is_told_then(text: str, clause: int, at: int) -> bool:
    """Whether the clause at `clause` tells such a value, and 其中 begins the words behind it up to `at`."""
    if not text.startswith(_BEGINS, clause) or at <= clause:
        return False
    told = _THEN.match(text, clause, at)
    return told is not None and text.startswith(_OF_WHICH, told.end())


_BEGINS = ("上年", "去年", "而上年", "而去年")
