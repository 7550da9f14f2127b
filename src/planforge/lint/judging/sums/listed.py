"""Totals with the parts that a sentence lists beside them: 甲2个、乙4个，合计6个; 6个：甲2个、乙4个."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from planforge.facts.figures.numbers import chinese
from planforge.facts.statement import Statement
from planforge.lint.judging.printed import words_before, words_between
from planforge.lint.judging.sums.division import Division, can_be_part, covered
from planforge.lint.judging.sums.overlaps import counts_may_overlap
from planforge.patterns import expression

_IN_ALL = expression(
    r"[，,；;]?(?:[两三四五]年|(?:上述|以上|这)?(?P<parts>[二两三四五六七八九十])(?:项|类|者|笔|部分)[^，；\d]{0,6}?"
    r"|(?:上述|以上|这)[二两三四五六七八九十][^，；]{1,6}?)?(?:共计|合计|总计|一共|共)(?:有|达到|达|为|是)?"
)
"""两项资金合计 is the sum of just two."""
_IN_THE_ACCOUNT = expression("[，,；;](?:当年|全年)?(?:收入|支出|财力)(?:总计|合计|总量)(?:达到|达|为|是)?")
"""上级补助收入22.75亿元，上年结转收入3.18亿元，收入总计68.29亿元: all accounts that the sentence tells."""
_APART = expression(
    r"(?:家|个|项|人|名|件|户|所|处|座|亩|元|万|亿|吨|%)*[，,：:]?(?:分别(?:为|是|有)|[两三四五]年分别(?!增|提|下|减)|分为|即|分成)"
)
_LIST_FOLLOWS = expression(r"(?:家|个|项|人|名|件|户|所|处|座|亩|元|万|亿|吨|公里)*[：:](?!其中|主要|包括|一是|1)")
"""重点项目60个：产业项目33个、民生项目27个."""
_OUT_OF = expression(r"[^，,。；;：:、\d]{1,14}(?<![其高初集])中[，,：:]")
_LISTED = expression(r"[^，,；;。（）()]{0,12}(?:[、，,]|[和及](?!地区))")


def listed_parts(statements: Sequence[Statement]) -> Iterator[Division]:
    """甲2个、乙4个，合计6个; 6个，分别为甲2个、乙4个."""
    for at, total in enumerate(statements):
        before = _so_many(_chain(reversed(statements[:at]), total), total)
        # 38个国家的642家，共有21个…: no sum
        if len(before) > 1 and _small(before, total) and _sums_up(before, total, statements[:at]):
            yield Division(total, tuple(before[::-1]), complete=True, said=True)
        after = _chain(statements[at + 1 :], total)
        if len(after) > 1 and _sets_out(total, after[0]) and not _hands_out(before, total, after):
            yield Division(total, tuple(after), complete=True, said=True)
        elif len(after) > 1 and (_follows(total, after) or _sorted_at_once(total, after)):
            yield Division(
                total, tuple(after), complete=covered(after, total), said=False, loose=counts_may_overlap(after)
            )
        elif len(after) > 1 and _OUT_OF.match(words_between(total, after[0])) and _small(after, total):
            yield Division(total, tuple(after), complete=False, said=False, loose=counts_may_overlap(after))


def _follows(total: Statement, after: Sequence[Statement]) -> bool:
    return _LIST_FOLLOWS.match(words_between(total, after[0])) is not None


def _sorted_at_once(total: Statement, after: Sequence[Statement]) -> bool:
    """Whether 按…分 leads over to all sorts of a total: 项目135个，按领域分产业类58个、民生类77个."""
    last = after[-1].span
    open_ended = "等" in last.file.text[last.end : last.end + _UNIT]
    part_itself = "其中" in words_before(
        total, _LONGEST_OTHER
    )  # 其中新开工61个、续建74个，按领域分…: the whole is sorted
    return not (open_ended or part_itself) and _SORTED.fullmatch(words_between(total, after[0])) is not None


_UNIT = 4
_LONGEST_OTHER = 24
_SORTED = expression(
    r"(?:家|个|项|人|名|件|户|所|处|座|亩|元|万|亿|吨|公里)*[，,]按[^，,；;。：:、\d]{1,6}?分(?!别|布|配|解)[^，,；;。：:、\d看]{2,12}"
)


def _sets_out(total: Statement, first: Statement) -> bool:
    """Whether 分别为 behind a total names its first part at once: no 分别是2015年的2.2倍和3.6倍；… in between."""
    between = words_between(total, first)
    apart = _APART.match(between)
    return apart is not None and _CLAUSE.search(between, apart.end()) is None


def _hands_out(before: Sequence[Statement], total: Statement, after: Sequence[Statement]) -> bool:
    """Whether 分别 gives one figure to each of several totals: 甲120家、乙96家，分别有上市企业6家和4家."""
    listed = bool(before) and _OWN_PART.search(words_between(before[0], total)) is None
    return listed and len(before) + 1 == len(after)


_CLAUSE = expression("[，,；;。]")
_OWN_PART = expression("其中|新[增认建]")


def _sums_up(before: Sequence[Statement], total: Statement, told: Sequence[Statement]) -> bool:
    """Whether the words before a total say that it is that of the figures listed before it."""
    words = _tail(before[0], total)
    if _IN_ALL.fullmatch(words):
        return True
    own = _OWN_ACCOUNT.search(before[-1].head) is not None  # 上级补助收入…，收入总计: the own revenue was told before
    return own and _IN_THE_ACCOUNT.fullmatch(words) is not None and not _more(before, total, told)


def _so_many(before: list[Statement], total: Statement) -> list[Statement]:
    """Return the figures before a total, none where it says that it is of more or fewer: 两项合计 behind three."""
    said = _IN_ALL.fullmatch(_tail(before[0], total)) if before else None
    number = chinese(said["parts"]) if said is not None and said["parts"] else None
    return before if number is None or number == len(before) else []


def _more(before: Sequence[Statement], total: Statement, told: Sequence[Statement]) -> bool:
    """Whether more is summed up than the figures listed: told before in the sentence, or what they are added to."""
    first = before[-1].span
    if _ADDED.search(first.file.text, max(0, first.start - _LONGEST_NAME), total.span.start) is not None:
        return True
    earlier = told[: len(told) - len(before)]
    return any(one.position == total.position and can_be_part(one, total) for one in earlier)


_OWN_ACCOUNT = expression("(?:预算|基金|资本经营|财政|本级)总?(?:收入|支出)")
_ADDED = expression("加上|等[，,；;]")
_LONGEST_NAME = 24


def _small(parts: Sequence[Statement], total: Statement) -> bool:
    return all(one.value <= total.value for one in parts)


def _chain(statements: Iterable[Statement], total: Statement) -> list[Statement]:
    """Return the statements next to a total that are listed with one another and can be parts of it."""
    found: list[Statement] = []
    for one in statements:
        if one.parent is not None or one.position != total.position or not can_be_part(one, total):
            break
        if found and not _LISTED.search(words_between(*sorted((found[-1], one), key=lambda each: each.order))):
            break
        found.append(one)
    return found


def _tail(one: Statement, two: Statement) -> str:
    """Return the words between two figures without the unit of the first."""
    words = words_between(one, two)
    mark = _MARK.search(words)
    return words[mark.start() :] if mark else ""


_MARK = expression("[，,；;]|[两三四五]年(?=[共合总])|共|合计|总计")
