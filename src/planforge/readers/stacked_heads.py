"""The head of a table that stands one cell a line: which cells are its, and which columns they may name.

A head cell may run over several lines (年均, 增速（%）), span others (“十四五”目标 above 2025年) or have its second row
behind the whole first one; each reading that the words allow is offered, and the rows below tell which is right.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain, combinations

from planforge.outline.characters import Characters
from planforge.patterns import expression

_KINDS = (
    ("index", expression(r"^(?:序号|编号|项次)$")),
    ("group", expression(r"^(?:类别|大类|分类|领域|维度|类型|方面|一级指标|指标类别|指标分类|指标类型)$")),
    (
        "name",
        expression(
            r"^(?:(?:主要|核心|具体|二级|三级|发展)?指标(?:名称|内容)?|名称|(?:重点|目标|工作|主要|建设)?任务(?:名称|内容|指标|类别|事项)?|(?:[重具]点?体?|主要)?(?:行动|工程|事项|措施|举措|工作)(?:名称|内容)|考核指标|项目(?:名称|类别|类型|分类)?|产品(?:名称)?|内容"
            r"|行业(?:名称|门类|类别)?|产业(?:名称|类别)?|国家(?:和|或|、)地区|品种|商品(?:名称|类别)?)(?:[（(].*)?$"
        ),
    ),
    (
        "words",
        expression(
            r"^(?:主要)?(?:建设|项目)?(?:性质|起止年限|起止时间|年限|期限|时限|时间|工期|周期|地点|内容|内容(?:及|和|与)规模|规模(?:及|和|与)(?:主要|建设)?内容|规模)$"
            r"|^(?:建设|项目)(?:单位|主体|业主|法人)$"
        ),
    ),
    ("unit", expression(r"^(?:计量)?单位$")),
    (
        "nature",
        expression(
            r"^(?:指标|目标)?(?:属性|性质|类型)$|^(?:责任|牵头|配合|主管|实施)(?:单位|部门|主体)$|^完成时[限间]$|^备注$|^完成情况$"
        ),
    ),
)
_FIGURES = expression(
    r"^(?:[“\"]?十[一二三四五]五[”\"]?|(?:19|20)\d\d\s*年?)[^，。；]{0,14}$"
    r"|^(?:年均|年增|比上年|较上年|同比|增长|增速|增幅|累计|五年|[\[〔［【]累计|(?:行业|所占?)?(?:比重|占比)|构成|完成率|(?:净|五年)?增量|增加|增减|变化|五年累计|累计)[^，。；]{0,12}$"
    r"|^(?:(?:计划|规划|估算|概算)?总?投资(?:总?额|规模|估算)?|(?:年度)?(?:计划|规划|完成)投资|资金)(?:[（(][^（()）]*[)）])?$"
    r"|^项目(?:数量?|个数)(?:[（(][^（()）]{1,4}[)）])?$"
    r"|^(?:建设|项目|工程)?(?:规模|里程|长度|面积|产能)[（(][^（()）]{1,8}[)）]$"
    r"|^(?:1[-—–－~～至到])?\d{1,2}月份?(?:[^，。；\d]{0,12})$|^(?:[上下]半年|前?[一二三四]季度|[本当]月)[^，。；\d]{0,12}$"
    r"|^(?:[去上]年同?[期月]?|同期|全年|本年|年初以来|(?:1[-—－~～至到]|年初至|至)[本当]月)(?:止?累计|对比|增[长减])[^，。；\d]{0,8}$|^[去上]年同[期月]$"
    r"|^(?:全[国省市])?(?:位次|排名)$"
    r"|^(?:[两二三四五]年)?(?:任务|目标)?(?:合计|总计|小计|总量|总任务|总目标|任务总?数|目标任务)[数量]?(?:[（(][^（()）]*[)）])?$"
    r"|^(?:(?:预期|规划)(?=值)|现状|基期|目标|规划目标|完成|实际|绝对[数额值]|总量|年末数|产量|[年期]末余额|(?:现|现行|当年|不变|可比)价格?)[值数量]?(?:[（(][^（()）]*[)）])?$"
)
_NATURE = expression("^(?:(?:指标|目标)?(?:性质|类型|类别)|分类)$")
_MAY_BE_GROUP = expression(
    "^(?:规模|总量|产量|年均|增长|增速|增量|比重|占比|投资|资金|目标|任务|内容|性质|类型|变化|完成情况)(?:类?指标|类)?$"
    "|^(?:合计|总计|小计)$"
)
_TAIL = expression(
    r"^(?:现状|基期|基准|基础|规划目标|预期目标|目标|规划|完成|实际|实绩|达到)[值数量]?(?:[（(].*)?$"
    r"|^/?(?:增长率?|增速|增幅|累计)(?:[（(].*)?$|^[/／]?[\[〔［【（(]?累计[值数量]?[\]〕］】）)]?$"
    r"|^(?:属性|性质|名称|单位|部门|情况)$"
)
"""What the second line of a head cell may be."""
_BRACKET = expression(r"^[（(][^（）()]{1,12}[)）]$")
_YEAR = expression(r"^(?:19|20)\d\d年?$")
_SPANNING = expression(
    r"^[“\"]?十[一二三四五]五[”\"]?(?!.*年均).*(?:目标|规划|完成|情况|期间|时期)|^目标值?$|^规划目标$"
)
_LONGEST_HEAD = 40
"""A cell of a text table is no longer; see `text_tables`."""
_MOST_CHOICES = 5
"""So many lines of a head, at most, may belong to the one before or not."""
_MOST_SPANS = 4
_INNER_BLANKS = expression(r"(?<=[\u4e00-\u9fff\d])[ \u3000]+(?=[\u4e00-\u9fff])")
"""指 标, 2020 年: set apart to fill a cell, or by the extraction."""


@lru_cache(maxsize=4096)
def kind_of(cell: str) -> str:
    """Return what the column below a head cell holds, "" when the words are no head."""
    if len(cell) > _LONGEST_HEAD:
        return ""
    cell = plain(cell)
    found = next((kind for kind, pattern in _KINDS if pattern.match(cell)), "")
    return found or ("figure" if _FIGURES.match(cell) else "")


def kinds_of(cells: Sequence[str]) -> tuple[str, ...]:
    """Return what the columns of a head hold: 性质 and 类型 behind a figure or 指标 tell whether it is binding."""
    words = [plain(cell) for cell in cells]
    kinds = [kind_of(cell) for cell in words]
    first = min((kinds.index(kind) for kind in ("figure", "name") if kind in kinds), default=len(kinds))
    return tuple(
        "nature" if at > first and kind in ("group", "words") and _NATURE.match(word) else kind
        for at, (kind, word) in enumerate(zip(kinds, words, strict=True))
    )


def plain(cell: str) -> str:
    """Return the words of a head cell without blanks inside."""
    return _INNER_BLANKS.sub("", cell) if " " in cell or "\u3000" in cell else cell


def begins_head(cell: str) -> bool:
    """Whether the first cell of a head could read so."""
    return bool(kind_of(cell))


def head_length(cells: Sequence[str]) -> int:
    """Return how many of the first cells are a head: a name and a column of figures at least, else 0."""
    kinds: list[str] = []
    cells = [plain(cell) for cell in cells]
    of_branches = bool(cells) and _BRANCHES.match(cells[0]) is not None
    for at, cell in enumerate(cells):
        of_branches = of_branches and _DATED.search(cell) is None
        kind = kind_of(cell) or _part_of_head(cells, at) or ("figure" if of_branches and _MEASURED.match(cell) else "")
        if not kind:
            break
        kinds.append(kind)
    named = "name" in kinds or "group" in kinds
    first_is_figure = kinds[:1] == ["figure"]  # “十四五”主要指标: the caption of the table below
    return len(kinds) if named and "figure" in kinds and len(kinds) > 1 and not first_is_figure else 0


_BRANCHES = expression("^(?:行业|产业)(?:名称|门类|类别)?$")
_MEASURED = expression(r"^[^，。；\d（(]{2,12}[（(](?:[十百千万亿]*(?:元|吨|人|户|家|个)|[%％])[)）]$")
_DATED = expression(r"\d|五|[本当]月|累计")
"""Below 行业 and what names no time, 利润总额（亿元） can but be a column: below 行业 and 2020年 it may name a row."""


def lengths_of(cells: Sequence[str]) -> tuple[int, ...]:
    """Return how many of the cells may be the head: the last may already name the first row, 总量 or 合计."""
    longest = len(cells)
    return (longest, longest - 1) if _MAY_BE_GROUP.match(plain(cells[-1].strip())) else (longest,)


def _part_of_head(cells: Sequence[str], at: int) -> str:
    """A line that is none by itself: （%） behind a head, 责任 before 单位."""
    if at and (
        _BRACKET.match(cells[at]) or _must_join(cells[at - 1], cells[at]) or _says_more(cells[at - 1], cells[at])
    ):
        return "rest"
    goes_on = at + 1 < len(cells) and _must_join(cells[at], cells[at + 1])
    return kind_of(cells[at] + cells[at + 1]) if goes_on else ""


def _says_more(one: str, two: str) -> bool:
    """实绩 below 2020年."""
    return _YEAR.match(one) is not None and _TAIL.match(two) is not None


def _must_join(one: str, two: str) -> bool:
    if kind_of(one):
        return _BRACKET.match(two) is not None or (two == "年" and _YEAR.match(one) is not None)
    apart = len(one) == len(two) == 1  # 指, 标: a narrow column
    return (
        len(one) <= 4 and (apart or _TAIL.match(two) is not None or kind_of(two) == "name") and bool(kind_of(one + two))
    )


def heads_of(cells: Sequence[Characters]) -> Iterator[tuple[Characters, ...]]:
    """Yield the columns that the cells of a head can name, the plainest reading first."""
    words = [plain(cell.value.strip()) for cell in cells]
    pairs = [(at, words[at - 1], words[at]) for at in range(1, len(words))]
    must = {at for at, one, two in pairs if _must_join(one, two)}
    may = [at for at, one, two in pairs if at not in must and _TAIL.match(two) and kind_of(one + two)][:_MOST_CHOICES]
    sizes = dict.fromkeys((0, len(may), *range(1, len(may))))
    for chosen in chain.from_iterable(combinations(may, size) for size in sizes):
        whole = _merged(cells, must.union(chosen))
        yield whole
        yield from _two_rows(whole)
        yield from _spanned(whole)


def _merged(cells: Sequence[Characters], at: set[int]) -> tuple[Characters, ...]:
    """Return the cells, those at the places put to the ones before them."""
    starts = [index for index in range(len(cells)) if index not in at]
    return tuple(joined(cells[a:b]) for a, b in zip(starts, [*starts[1:], len(cells)], strict=True))


def _two_rows(cells: tuple[Characters, ...]) -> Iterator[tuple[Characters, ...]]:
    """2020年, 2025年, 属性, 基期值, 目标值: the second row says more of the years in the first."""
    words = [plain(cell.value.strip()) for cell in cells]
    years = [at for at, word in enumerate(words) if _YEAR.match(word)]
    split = len(cells) - len(years)
    if years and years[-1] < split and all(_TAIL.match(word) for word in words[split:]):
        below = dict(zip(years, cells[split:], strict=True))
        yield tuple(joined([cell, below[at]]) if at in below else cell for at, cell in enumerate(cells[:split]))


def _spanned(cells: tuple[Characters, ...]) -> Iterator[tuple[Characters, ...]]:
    """A head cell that spans others has no column of its own: what stands below it comes behind it, or last."""
    spans = [at for at, cell in enumerate(cells) if _SPANNING.match(cell.value.strip())]
    if not 0 < len(spans) <= _MOST_SPANS:
        return
    for split in range(spans[-1] + 1, len(cells)):
        below, each = cells[split:], (len(cells) - split) // len(spans)
        if each and len(below) == each * len(spans) and all(kind_of(one.value.strip()) == "figure" for one in below):
            parts = iter(below)
            yield tuple(
                column
                for at, cell in enumerate(cells[:split])
                for column in ([joined([cell, next(parts)]) for _ in range(each)] if at in spans else [cell])
            )
    yield tuple(cell for at, cell in enumerate(cells) if at not in spans)


def joined(cells: Sequence[Characters]) -> Characters:
    """Return cells put together as one."""
    first = cells[0]
    if len(cells) == 1:
        return first
    return Characters(
        first.file, "".join(cell.value for cell in cells), tuple(at for cell in cells for at in cell.offsets)
    )
