"""Names of indicators: which heads mean the same, which tier (省级) they carry, and what narrows them.

The table of the package is extended by the plan's own ledger, whose names come first. A head belongs to a known
indicator only when it ends with one of its names; whatever stands before is a narrower scope, never dropped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from functools import cache

from planforge.facts.names.aliases import NO_ALIASES, Aliases
from planforge.facts.names.name_endings import Lengths, endings, lengthened, lengths_by_ending
from planforge.facts.names.own_area import without_own_area
from planforge.facts.names.share_names import part_first, usual_share
from planforge.facts.names.tiers import narrowing, scope_in, split_tier
from planforge.facts.names.trimming import plain_name
from planforge.facts.names.usual_words import as_listed, usual_words, without_year
from planforge.facts.names.way_names import usual_measure
from planforge.facts.writing.words import SHARE_OF, alternation, table
from planforge.patterns import expression
from planforge.plan.ledger import Indicator, Ledger
from planforge.records import cached_property, record

_LONGEST_NAME = 30
_AMOUNT = ("总量", "规模")
_JOINERS = ("和", "及", "与")
_MEANS = ("亩均", "户均", "地均", "单位面积")
_COMPOUNDED = ("加", "手", "吸纳", "可再生", "新", "清洁", "非化石", "一次", "二次")
"""食品加|工业增加值, 可再生|能源消费总量: the word goes on into the known name and makes another of it."""
_OTHERS = (*_JOINERS, *_MEANS, *_COMPOUNDED)
_SHORTEST = 2
# 每千人口床位数 is 每千人口床位; 指数, 天数 are names of their own.
_COUNTED = expression(
    "(?:总数量|总人数|总数|起数|数量|人数|个数|家数|(?<!用)户数|件数|(?<![指系基倍参天位分次少多时])数|(?<=[床托车泊席机]位)数|(?<=[存出]栏)量)$"
)
_PER_HEAD = expression(
    "^(?:每|(?=[万千]人(?:口?拥有|口[^数密])))([百千万]|十万)(?:名)?(?:常住|户籍)?人口?(?=[^口员才数])"
)
_PEOPLE = ("每", "万", "千")
_HAVING = expression("(?<=^每[百千万]人口)拥有的?(?=[\u4e00-\u9fffA-Za-z0-9])")
"""每万人口拥有5G基站 is 每万人口5G基站."""
_SIZES = {"规上": "规模以上", "限上": "限额以上", "规模": "规模以上"}
_SIZED = expression("^(?:[规限]上(?=[\u4e00-\u9fff])|规模(?=工业(?:总?产值|增加值|利润|主营|营业收入|用电量|销售)))")
_GLOSS = expression("[（(][A-Za-z&.]+[）)]")
"""国内生产总值（GDP）."""
_AREA = expression(
    "(?:(?![占与])[\u4e00-\u9fff]){2,12}?(?:地区(?!生产)|平原|流域|城市群|都市圈|盆地|片区)"
    "|(?:城市)?(?:中心|主)?城区|市区|(?:城市|县城)?建成区|县城"
)
_OF_PRODUCT = expression(
    "^((?:现代|生产性|生活性)?(?:服务业|第[一二三]产业|文化(?:及相关)?产业|数字经济(?:核心产业)?|制造业|海洋经济|民营经济)增加值)(?:占比|比重)$"
)
"""Shares of 地区生产总值 by custom, where nothing else is named: 服务业增加值占比."""
_OF_ALL = ("占比", "比重")
_CAPACITY = expression("(?<=[^总])总?装机(?:总?容量|总?规模)?$")
"""风电装机, 发电总装机, 电力装机规模 are 装机容量 of these."""
_SHARE = expression(SHARE_OF)


@record(frozen=True, slots=True)
class Name:
    """What a head means: the indicator, its tier and its scope ("" when it names none).

    `known` tells whether the name stands in a table or in the ledger; a head of its own is its own indicator.
    """

    indicator: str
    tier: str = ""
    scope: str = ""
    known: bool = False


@record(frozen=True)
class _Wording:
    name: str
    every: tuple[tuple[str, ...], ...]
    none: tuple[str, ...]


@record(frozen=True)
class IndicatorTable:
    """Every known name, by its plain form, and the wordings that are told by their parts; `home` is the plan's area."""

    names: Mapping[str, str]
    wordings: tuple[_Wording, ...]
    siblings: Mapping[str, frozenset[str]]
    own: Mapping[str, Indicator] = field(default_factory=dict)
    home: str = ""
    _met: dict[str, Name] = field(default_factory=dict, compare=False)

    @cached_property
    def _lengths(self) -> Lengths:
        return lengths_by_ending(frozenset(self.names))

    def endings(self, words: str) -> Iterator[str]:
        """Yield the known names that words end with, the longest first."""
        return endings(words, self.names, self._lengths)

    def lengthened(self, before: str, words: str) -> str | None:
        """Return the longest known name that begins as `before` does and goes on with words, by two or more."""
        return lengthened(before, words, self.names, self._lengths)

    def resolve(self, head: str) -> Name:
        """Return what a head means; it may carry a tier and narrowing words before the indicator."""
        name = self._met.get(head)
        if name is None:
            name = self._met[head] = self._resolved(head)
        return name

    def _usual(self, head: str) -> str:
        """Return a head in the fashion of the table; each form is looked for where a first or last word tells of it."""
        plain = usual_measure(part_first(_GLOSS.sub("", _plain(as_listed(head)))))
        plain = usual_words(without_own_area(plain, self.home))
        if plain not in self.names and plain.startswith(_PEOPLE):
            plain = _PER_HEAD.sub(r"每\1人口", plain)
            plain = plain if plain in self.names else _HAVING.sub("", plain)
        if plain not in self.names and plain.startswith(tuple(_SIZES)):
            plain = _SIZED.sub(lambda short: _SIZES[short[0][:2]], plain)
        return _OF_PRODUCT.sub(r"\1占GDP比重", plain) if plain.endswith(_OF_ALL) else plain

    def _resolved(self, head: str) -> Name:
        plain = self._usual(head)
        wording = self._by_wording(plain)
        if wording is not None:
            area = _AREA.match(plain)  # 长三角地区PM2.5平均浓度
            return Name(wording, "", scope_in(plain) or (area[0] if area is not None else ""), known=True)
        if plain in self.names:
            tier, _ = split_tier(plain)
            return Name(self.names[plain], self._own_tier(self.names[plain], tier), known=True)
        counted = _COUNTED.sub("", plain) if plain.endswith(("数", "量")) else plain
        if counted != plain and len(counted) >= _SHORTEST:
            return self.resolve(counted)
        if plain.endswith(_AMOUNT) and (measured := self.resolve(plain[:-2])).known:
            return measured
        yearless = without_year(plain) if "年" in plain else plain
        if (formal := _CAPACITY.sub("装机容量", yearless) if "装机" in plain else yearless) != plain:
            return self.resolve(formal)
        tier, bare = split_tier(plain)
        if (ending := self._ending(tier, bare)) is not None:
            return ending
        if (usual := usual_share(plain)) != plain and (share_named := self.resolve(usual)).known:
            return share_named
        scope = scope_in(bare)
        rest = bare[len(scope) :] if scope and bare.startswith(scope) and len(bare) - len(scope) >= 3 else bare
        return Name(usual_share(rest), tier, scope if rest != bare else "")

    def _ending(self, tier: str, bare: str) -> Name | None:
        """Return the longest known name that a head ends with; what stands before narrows it."""
        share = _SHARE.search(bare) if "占" in bare else None
        for known in self.endings(bare):
            start = len(bare) - len(known)
            if bare.endswith(_OTHERS, 0, start):  # 文化和旅游总收入 is not 旅游总收入, 亩均税收 not 税收
                continue
            if not _per_another(bare, start) and (share is None or share.start() >= start):
                return Name(self.names[known], tier, narrowing(bare[:start]), known=True)
        return None

    def opening(self, clause: str) -> Name | None:
        """Return the known indicator that a clause begins with (高新技术企业快速发展)."""
        tier, bare = split_tier(_plain(clause))
        beginnings = (bare[:end] for end in range(min(len(bare), _LONGEST_NAME), 1, -1))
        known = next((self.names[words] for words in beginnings if words in self.names), None)
        return Name(known, tier, known=True) if known else None

    def _own_tier(self, name: str, tier: str) -> str:
        own = self.own.get(name)
        return tier or (own.tier if own else "")

    def _by_wording(self, plain: str) -> str | None:
        if not _told_by_parts().search(plain):
            return None
        for wording in self.wordings:
            if _matches(wording, plain):
                return wording.name
        return None


def _per_another(bare: str, start: int) -> bool:
    """Whether what stands before an intensity tells of what it is one, not where: 营运车辆单位周转量|碳排放强度."""
    if not bare.startswith(_INTENSITIES, start) or not narrowing(bare[:start]):
        return False
    return _AREA_BEFORE.fullmatch(bare, 0, start) is None


_INTENSITIES = ("碳排放强度", "二氧化碳排放强度", "能耗强度")
_AREA_BEFORE = expression("[\u4e00-\u9fff]{1,8}(?:[省市县区州旗]|地区|城市群)(?:域)?")


@cache
def _told_by_parts() -> re.Pattern[str]:
    """Return a pattern for one word of the last list of each wording, without which none of them can be met."""
    return expression(alternation([word for wording in _shipped()[1] for word in wording.every[-1]]))


@cache
def _shipped() -> tuple[dict[str, str], tuple[_Wording, ...], dict[str, frozenset[str]]]:
    names: dict[str, str] = {}
    wordings: list[_Wording] = []
    siblings: dict[str, frozenset[str]] = {}
    for row in table("indicators")["indicators"]:
        name = str(row["name"])
        for written in (name, *row.get("also", ())):
            names.setdefault(_plain(str(written)), name)
            names.setdefault(_plain(re.sub("（[^（）]*）", "", str(written))), name)
        if "all" in row:
            wordings.append(_Wording(name, tuple(tuple(words) for words in row["all"]), tuple(row.get("none", ()))))
        siblings[name] = frozenset(row.get("siblings", ()))
    return names, tuple(wordings), siblings


def indicator_table(ledger: Ledger, aliases: Aliases = NO_ALIASES, home: str = "") -> IndicatorTable:
    """Return the shipped names, an office's aliases and those of the ledger; of two words the ledger's is used."""
    names, wordings, siblings = _shipped()
    names = dict(names)
    for name, others in aliases.items():
        title = names.get(_plain(name), name)
        names |= {_plain(written): title for written in (name, *others)}
    renamed: dict[str, str] = {}
    own: dict[str, Indicator] = {}
    for entry in ledger:
        bare, title = split_tier(_plain(entry.name.printed))[1], _title(entry)
        own[title] = entry
        shipped = names.get(bare) or next((w.name for w in wordings if _matches(w, bare)), None)
        if shipped and shipped not in renamed:
            renamed[shipped] = title
    names = {written: renamed.get(name, name) for written, name in names.items()}
    for entry in ledger:
        title = _title(entry)
        for written in (entry.name.printed, *(alias.printed for alias in entry.aliases)):
            names[split_tier(_plain(written))[1] or written] = title
    wordings = tuple(_Wording(renamed.get(w.name, w.name), w.every, w.none) for w in wordings)
    siblings = {renamed.get(name, name): _renamed(others, renamed) for name, others in siblings.items()}
    return IndicatorTable(names, wordings, siblings, own, home)


def _title(entry: Indicator) -> str:
    return split_tier(plain_name(entry.name.printed))[1] or entry.name.printed


def _plain(name: str) -> str:
    """Return a name without marks, in one fashion: 装备制造业产业 is 装备制造产业, 第五代移动通信基站 5G基站."""
    plain = plain_name(name).replace("制造业产业", "制造产业")
    return _usual().sub(lambda found: table("indicators")["short_forms"].get(found[0], ""), plain)


@cache
def _usual() -> re.Pattern[str]:
    """Return a pattern of what a name is written without, or with a short form for it."""
    long = alternation(table("indicators")["short_forms"])
    return expression(
        rf"{long}|^地表水(?=[国省市][考控])"
        "|(?<=基金)(?<!政府性基金)总(?=收入|支出)|(?<=居民|职工)基本(?=养老保险)"
        "|(?<=水利|交通|能源|电力|教育|公路|铁路|水运|环保|城建)总(?=投资$)"
    )


def _matches(wording: _Wording, plain: str) -> bool:
    every = all(any(word in plain for word in words) for words in wording.every)
    return every and not any(word in plain for word in wording.none)


def _renamed(names: Iterable[str], renamed: Mapping[str, str]) -> frozenset[str]:
    return frozenset(renamed.get(name, name) for name in names)
