"""What the words before a target say of it: that it is to fall, to be held, or to be made beside what there is."""

from __future__ import annotations

from planforge.facts.changes.growth import Kind
from planforge.facts.statement import Source, Statement
from planforge.patterns import expression

_CLAUSE = 80
NEAR = 10
"""稳定在52万吨以上 after 52.3万吨 is a floor below what was reached; one a tenth lower is not."""
FALLS_TO = expression("下降|降低|降至|降到|减少|压减|回落|缩小|缩短")
NEW = expression("新增|新建|净增|新培育|新认定")
_MADE = expression(
    "(?:力争|计划|全年|完成|再|到|20\\d\\d年底?|[全我][市省县区州])*"
    "(?:建设|建成|改造|实施|培育|创建|打造|引进|整治|治理|开工|布局|配建|布设|营?造林|植树)"
)
"""建设高标准农田5万亩 of one year does not undo 6.2万亩 of the year before."""
_AMONG_NEW = expression("\\s*(?:新建|新增)的?[^，。；\n]{2,24}中，")
_IN_ALL = expression("累计|达到?|总数|总量|总规模|保有|共有")
_HELD = expression("(?:稳定|保持|维持|巩固)在?$|守住|稳住")
_NOT_LESS = ("不低于", "不少于")


def sinks(target: Statement) -> bool:
    """Whether the words before a target say that it is to fall (下降到48%), or list what is new (新增甲、乙)."""
    clause = clause_before(target)
    return FALLS_TO.search(clause) is not None or ("、" in clause and NEW.search(clause) is not None)


def is_made(one: Statement) -> bool:
    """Whether a count tells what is made in its year, or a part of that: 完成造林4万亩，其中人工造林1.5万亩."""
    whole = one if one.parent is None else one.parent
    return any(_MADE.match(clause_before(each)) for each in (one, whole))


def adds_to(target: Statement, level: Statement) -> bool:
    """Whether a target may count only what is made beside what there is: 有充电桩2600个; 建设充电桩800个."""
    made = target.kind is Kind.LEVEL and target.source is not Source.LEDGER and is_made(target)
    if not (made or _of_new_ones(target)) or is_made(level):
        return False
    return _IN_ALL.search(clause_before(target)) is None


def _of_new_ones(target: Statement) -> bool:
    """Whether a sentence tells of what sorts those newly built are: 新建的124座设施中，集中式36座、分散式88座."""
    text, end = target.span.file.text, target.span.start
    begin = max(text.rfind("。", max(0, end - _CLAUSE), end), text.rfind("\n", max(0, end - _CLAUSE), end)) + 1
    return begin > 0 and _AMONG_NEW.match(text, begin, end) is not None


def is_floor(target: Statement, level: Statement) -> bool:
    """Whether a target says what is to be held, not what is to be reached, and lies near what there is."""
    near = abs(level.value - target.value) * NEAR <= abs(level.value)
    clause = clause_before(target)
    held = _HELD.search(clause) is not None or (clause.endswith(_NOT_LESS) and _rounds_to(target, level))
    return near and target.comparator.one_sided and held


def _rounds_to(target: Statement, level: Statement) -> bool:
    """Whether a target is what was reached, rounded: 不低于87% after 87.1%."""
    return abs(level.value - target.value) < target.quantity.written.unit_in_last_place / 2


def clause_before(target: Statement) -> str:
    """Return the words of its clause before a figure, in the user's file."""
    text, end = target.span.file.text, target.span.start
    start = max(0, end - _CLAUSE)
    return text[max(start, *(text.rfind(stop, start, end) + 1 for stop in "，。；\n")) : end]
