"""Things of several classes counted in a row, of which the last names the thing: 3个万亿级、5个五千亿级产业集群."""

from __future__ import annotations

from planforge.patterns import expression

_CLASS = r"(?:[一二三四五六七八九十百千万亿\d]+元?级|(?:国家|世界|部|省|市|县)级|[1-5]A级|[一二三四五]星级)"
_ALONE = expression(_CLASS)
_ROW = expression(
    rf"(?:(?:[、和及与]|以及)(?:\d[\d.]*[余多]?[\u4e00-\u9fff]{{1,2}}?(?:以上|左右)?){_CLASS}(?:及?以上)?){{1,8}}"
    r"(?P<thing>[\u4e00-\u9fff“”]{2,16}?)(?=[，。；、（）]|以上|$)"
)


def with_thing(name: str, text: str, at: int) -> str:
    """Return a name that is only a class with the thing that the row going on at `at` counts."""
    row = _ROW.match(text, at) if name.endswith("级") and _ALONE.fullmatch(name) is not None else None
    return name + row["thing"] if row is not None else name
