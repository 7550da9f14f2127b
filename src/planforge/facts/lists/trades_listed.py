"""Trades named one by one before how many they are: 甲制造业，乙制造业，丙制造业3个行业增加值分别增长a、b、c."""

from __future__ import annotations

from planforge.facts.figures.numbers import chinese
from planforge.facts.names.joined_names import split_apart
from planforge.facts.names.trimming import plain_name, stripped
from planforge.facts.passage import LONGEST_SENTENCE, PassageReader
from planforge.facts.topic import Around
from planforge.patterns import expression


def trades_listed(reader: PassageReader, around: Around) -> list[str]:
    """Return what each of as many trades as figures follow has, nothing where the words before list none."""
    at = around.figure.start
    near = max(0, at - _LONGEST_MEASURE)
    if reader.words.find("分别", near, at) < 0 or _SORTS.search(reader.words, near, at) is None:
        return []
    begin = max(reader.sentence, at - LONGEST_SENTENCE)
    told = _TRADES.search(reader.without_times(begin, at))
    count = reader.left_in_clause(around.figure)
    if told is None or _number(told["n"]) != count or count < _SEVERAL:
        return []
    names = [part for run in _COMMA.split(told["names"]) for part in _parts(run, count)]
    trades = [plain_name(stripped(name)) for name in names[-count:]]
    measure = told["measure"] if around.grown is None else _RATE.sub("", told["measure"])
    return [trade + measure for trade in trades] if len(trades) == count and all(trades) else []


_RATE = expression("的?(?:增速|增幅|涨幅|降幅|增长率|增长速度)$")
"""四类行业增速分别为a、b、c和d: what grows are the trades."""
_SEVERAL, _LONGEST_MEASURE = 2, 24
_SORTS = expression("行业|产业|门类|领域")
_COMMA = expression("[，,；]")
_MARKS = expression("[、和与及]")
_TRADES = expression(
    r"(?P<names>[^。\d]{4,200}?)等?(?P<n>\d{1,2}|[二两三四五六七八九十])[个大类](?:主要|重点|支柱|主导|传统|优势)*(?:行业|产业|门类|领域)"
    r"(?:实现|完成)?(?P<measure>[^，。；、\d]{2,8}?)(?:同比|[比较]上年(?:同期)?)?分别[^，。；\d]{0,6}$"
)


def _parts(run: str, count: int) -> list[str]:
    """Return the trades of what stands between commas, which part trades where their own names have marks inside."""
    parts = split_apart(run, _MARKS)
    return parts if len(parts) == count else [run]


def _number(written: str) -> int:
    number = chinese(written.replace("两", "二")) if not written.isdigit() else None
    return int(written) if number is None else int(number)
