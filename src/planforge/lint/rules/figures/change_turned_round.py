"""PF230: 由A提高到B where B is less than A, 由A下降为B where it is more."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.facts.figures.precision import Comparator
from planforge.facts.linking import subject_of
from planforge.facts.statement import Statement, same_place
from planforge.lint.finding import Finding, Severity
from planforge.lint.judging.changes.from_to import bases_and_ends
from planforge.lint.judging.words import related, shown, told
from planforge.lint.rule import Need, Rule
from planforge.lint.subject import Subject
from planforge.patterns import expression

RULE = Rule(
    code="PF230",
    slug="change-turned-round",
    severity=Severity.ERROR,
    since="0.1.0",
    summary="写“提高到”的数反而小了，写“下降为”的数反而大了",
    why="“由55.2%提高到53.1%”自相矛盾：或者两个数写反，或者一个数写错，或者该写“下降”。",
    bad="""\
- text: |
    2020年，全市森林覆盖率由2015年的35.2%提高到33.1%。
""",
    good="""\
- text: |
    2020年，全市森林覆盖率由2015年的33.1%提高到35.2%。
""",
    needs=Need.FACTS,
)

_RISES = expression("提高|提升|上升|上涨|增加|增长|扩大|壮大|延长|增|升")
_FALLS = expression("下降|降低|减少|回落|缩小|缩短|压减|降|减|落")
_LED = expression(r"(?:由|从)(?P<words>[^由从，。；,;]*)$")
_DATE = expression(r"(?:19|20)\d\d年|\d{1,2}月(?:\d{1,2}日)?|\d{1,2}年前")
_LISTED = expression(r"[^，,；;。]{0,6}[、和及与]\s*\d")
_SIGNED = expression(r"[增涨升降减负亏盈每、和及\d]|顺差|逆差")
"""由下降5%…, 由亏损2亿元…: the words give another sign; 由10家、25家增加到…, 由3镇12村增加到…: more than one."""
_RATIO = expression(r"\d\s*[:：∶]\s*\d")
_LESS_IS_MORE = expression("排名|位次|名次|等级|分辨率|精度|误差|时限|时间|时长|耗时|标准|限值|生比$|师比$|护比$")
"""What rises as its figure falls: 分辨率由30米提高到10米."""
_RANKS = ("级", "类", "位", "名")
_FURTHEST = 48


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for every change whose words go one way and whose figures go the other."""
    for base, end in bases_and_ends(subject.facts):
        word = _word(base, end)
        if word and _of_one(base, end) and _contradicts(base, end, _RISES.search(word) is not None):
            yield _finding(base, end, word)


def _word(base: Statement, end: Statement) -> str:
    """Return the one verb between base and end, "" where there is none, two, or a list."""
    text = base.span.file.text
    between = text[base.span.end : end.span.start]
    led = _LED.search("".join(text[max(0, base.span.start - _FURTHEST) : base.span.start].split()))
    words = _DATE.sub("", led["words"]) if led else "、"
    if (
        _SIGNED.search(words)
        or _RATIO.search(text, base.span.start, end.span.end + 2)
        or "每" in between
        or _LISTED.match(text, end.span.end)
    ):
        return ""
    found = [match[0] for match in (_RISES.search(between), _FALLS.search(between)) if match]
    return found[0] if len(found) == 1 else ""


def _of_one(base: Statement, end: Statement) -> bool:
    ranks = any(one.quantity.raw_unit in _RANKS for one in (base, end))
    same = subject_of(base) == subject_of(end) and bool(base.indicator) and not ranks
    return same and _LESS_IS_MORE.search(base.indicator) is None


def _contradicts(base: Statement, end: Statement, rises: bool) -> bool:
    """Whether the end surely lies on the wrong side of the base; 98%以上 after 99% does, as nobody aims at less."""
    if same_place(base, end):
        return (end.value < base.value) if rises else (end.value > base.value)
    low, high = base.interval.low, base.interval.high
    if rises:
        bounded = end.comparator in (Comparator.GE, Comparator.GT)
        top = end.value if bounded else end.interval.high
        return low is not None and top is not None and top < low
    bounded = end.comparator in (Comparator.LE, Comparator.LT)
    bottom = end.value if bounded else end.interval.low
    return high is not None and bottom is not None and bottom > high


def _finding(base: Statement, end: Statement, word: str) -> Finding:
    apart = "小于" if end.value < base.value else "大于"
    message = (
        f"“{told(end)}”写的是由{shown(base)}{word}到{shown(end)}，但后一个数{apart}前一个；"
        "请核对两个数是否写反或写错，否则请改写升降的词"
    )
    return RULE.finding(
        end.span,
        message,
        severity=None if all(one.comparator is Comparator.EQ for one in (base, end)) else Severity.WARNING,
        related=related([base]),
        indicator=end.indicator or None,
        key=f"{told(end)} {end.years} {end.literal}",
    )
