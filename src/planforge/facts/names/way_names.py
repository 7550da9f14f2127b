"""Lengths of ways and powers of plants under one name: 高速公路总里程, 高速公路通车里程, 高铁运营里程, 光伏装机容量."""

from __future__ import annotations

import re

from planforge.patterns import expression

_LENGTH = expression(
    "^(?P<way>高速公路|高速铁路|高铁|铁路|公路)(?:建成|已通车)?(?:通车|运营|营运|营业)?总?里程$"
    "|^(?P<path>[\u4e00-\u9fff]{0,6}(?:步道|雪道|绿道|骑行道))(?:总长度?|总里程|长度|里程)$"
)
_USUAL = {
    "高速公路": "高速公路通车里程",
    "高速铁路": "高速铁路营业里程",
    "高铁": "高速铁路营业里程",
    "铁路": "铁路营业里程",
    "公路": "公路里程",
}
_BY_POWER = {"光伏发电": "光伏", "风力发电": "风电", "水力发电": "水电", "火力发电": "火电"}
_ALL_POWER = expression("^(?:电力|电源|全口径发电)(?=装机容量$)")
_COAL = ("原煤", "原煤产量", "生产原煤", "生产煤炭")
"""原煤 alone is what is mined of it; 煤炭 may be used."""
_POWERED = expression("(?:光伏|风力|水力|火力)发电(?=装机容量$)")


def usual_measure(name: str) -> str:
    """Return the usual name of the length of a way or the power of plants, any other name as it is."""
    if name in _COAL:
        return "煤炭产量"
    if name.endswith("装机容量"):
        name = _ALL_POWER.sub("发电", name)
        return _POWERED.sub(lambda power: _BY_POWER[power[0]], name)
    return _LENGTH.sub(_usual, name) if name.endswith(("里程", "长", "长度")) else name


def _usual(length: re.Match[str]) -> str:
    return _USUAL[length["way"]] if length["way"] else length["path"]
