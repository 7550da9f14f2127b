"""What narrows a whole passage: the park, centre or base whose building its heading speaks of.

A figure under such a heading speaks of that project (雏鹰企业不少于10家 under “建设转化中心”), so it is never compared
with the figure of the whole city.
"""

from __future__ import annotations

from functools import lru_cache

from planforge.facts.writing.normalise import read
from planforge.patterns import expression
from planforge.plan.model import Context

_PROJECT = expression(
    r"^(?:[（(]?[一二三四五六七八九十\d]+[)）.、．]+)?(?:高标准|高质量|升级|加快|推进|推动|支持|建设|打造|加强|做强|做优|优化|完善|统筹|启动|和|与)+"
    r"(?P<name>[^，。；：、]{3,24}?(?:中心|园区|基地|高新区|开发区|新区|产业园|科学城|科技城|自贸区|示范区|实验区|港))"
    r"(?:高质量)?(?:的)?(?:建设|发展|提升|升级)*(?:$|[。：])"
)
_GENERIC = expression(r"各类|各级|一批|若干|双创|创新载体|平台|等")


def project_scope(context: Context, opening: str) -> str:
    """Return the project that the open headings or the first sentence of a passage name, else ""."""
    here = _named(opening)
    return here or next((name for heading in reversed(context.headings[1:]) if (name := _of_heading(heading))), "")


@lru_cache(maxsize=512)
def _of_heading(heading: str) -> str:
    return _named(read(heading).text)


def _named(words: str) -> str:
    match = _PROJECT.match(words)
    return str(match["name"]) if match is not None and not _GENERIC.search(match["name"]) else ""
