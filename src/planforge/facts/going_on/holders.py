"""What schools, hospitals and insurances have: pupils, beds, staff, patients told after them are theirs."""

from __future__ import annotations

from dataclasses import replace

from planforge.facts.going_on.owners import named_before_bracket
from planforge.facts.heads.left_heads import Head
from planforge.facts.names.trimming import plain_name
from planforge.facts.parts.wholes import parent_of
from planforge.facts.passage import PassageReader
from planforge.facts.statement import Statement
from planforge.facts.topic import Around, Topic
from planforge.facts.writing.words import table
from planforge.patterns import expression


def of_holder(reader: PassageReader, around: Around, head: Head, plain: str) -> Topic | None:
    """Return what the school, hospital or insurance has that was named before: 卫生院36个，床位820张，卫生人员960人."""
    resolve = reader.situation.table.resolve
    if (place := named_before_bracket(reader, around)) and around.figure.unit.counts:
        return Topic(replace(resolve(head.name), scope=place), head.name, head.verbs)  # 南院区（床位1000张）
    if (visited := _treated_at(reader, around, plain)) is not None:
        return Topic(resolve(visited + plain), head.name, head.verbs)
    again = next((one for one in reversed(reader.same_sentence(around.figure)) if one.head == plain), None)
    if again is not None and around.grown is not None and again.scope:  # 卫生院床位4820张，…，床位增加160张
        return Topic(replace(resolve(plain), scope=again.scope), head.name, head.verbs)
    owner = _owner(reader, around, plain)
    whose = _THOSE_IN.sub("", owner.indicator) if owner is not None else ""
    if owner is None or whose in table("phrases")["owned_by_all"]:
        theirs = plain.startswith(_OF_ANY) and _OF_HEALTH.search(whose) is None
        return Topic(resolve(whose + plain), head.name, head.verbs) if whose and theirs else None
    name = replace(resolve(head.name), scope=owner.scope + owner.tier + whose)
    return Topic(name, head.name, head.verbs, _of_those_owned(reader, around, head))


def _owner(reader: PassageReader, around: Around, plain: str) -> Statement | None:
    """Return the count of those who have it, None where none is named or it cannot be theirs."""
    own, staff = reader.clauses.bracket_around(around.figure.start), _STAFF.fullmatch(plain) is not None
    part = reader.words.rfind("；", 0, around.figure.start) if staff else -1  # 其中医院6个；卫生技术人员900人: of all
    before = [one for one in reader.same_sentence(around.figure) if around.grown or not _changes(one)]
    before = [one for one in before if reader.clauses.bracket_around(one.quantity.start) in (None, own)]
    counts = (one for one in reversed(before) if one.quantity.unit.counts and one.quantity.start > part)
    named = (one for one in counts if plain_name(one.head) != plain)
    owner = next((one for one in named if plain_name(one.head) not in table("phrases")["owned"]), None)
    if owner is not None and (staff or plain.startswith(_BEDS)) and _stands_in_row(before, owner):
        return None
    owner = _whole_of_list(before, owner) or owner
    if owner is None or not owner.indicator or (plain in _OF_PLACES and owner.quantity.unit.name in _PEOPLE):
        return None
    if plain.startswith(_BEDS) and _HAS_BEDS.search(owner.indicator) is None:
        return None
    return owner if not staff or _HAS_STAFF.search(_THOSE_IN.sub("", owner.indicator)) else None


def _changes(one: Statement) -> bool:
    return one.kind.is_change or one.adds


_OF_PLACES, _PEOPLE = ("覆盖率", "入住率", "出租率"), ("人", "人次")
"""服务中心312个，覆盖率达到92%; but no rate of persons: 培训技能人才10万人次，覆盖率由32%提高到60%."""
_THOSE_IN = expression(
    "(?<=..)(?:招生|在校学?生|毕业生|教职工|专任教师|[入在]园(?:幼儿|儿童)|从业人员)数?$"
    "|(?<=[院站所室家心构])(?:编制|实有|开放|实际开放|核定)*(?:床位数?|卫生(?:技术)?人员数?|人员)$"
)
"""幼儿园教职工453人，专任教师258人: both are those of the 幼儿园."""
_STAFF = expression(
    "卫生(?:技术)?人员数?|执业(?:[（(]?助理[)）]?)?医师数?|注册护士数?|人员|职工|工作人员|入院|出院|住院"
)
_HAS_STAFF = expression("^(?!每).*(?:机构|[院站所馆室]|中心)(?:[（(].*)?$")
"""Who has staff or patients of its own: no persons, and no beds, works or areas."""


def _stands_in_row(before: list[Statement], owner: Statement) -> bool:
    """Whether institutions of another sort were counted right before, so that what follows is that of all of them.

    医院8个、卫生院12个，卫生技术人员4200人; of parts of one whole see `_whole_of_list`.
    """
    last = next((one for one in reversed(before) if one.quantity.end <= owner.quantity.start), None)
    if last is None or last.head == owner.head or owner.parent is not None:
        return False
    counted = last.quantity.unit.counts and _HAS_STAFF.search(last.indicator) is not None
    return counted and last.quantity.unit is owner.quantity.unit


def _whole_of_list(before: list[Statement], owner: Statement | None) -> Statement | None:
    """Return what a list of parts divides: 养老机构186家，其中公办72家、民办114家，床位2.4万张 are the beds of all."""
    if owner is None or owner.parent is None:
        return None
    return owner.parent if sum(1 for one in before if one.parent is owner.parent) > 1 else None


def _of_those_owned(reader: PassageReader, around: Around, head: Head) -> Statement | None:
    """Return what else the same holder has that this is a part of: 卫生人员960人，其中执业医师310人."""
    whole = parent_of(reader, around.figure, head) if head.child else None
    return whole if whole is not None and plain_name(whole.head) in table("phrases")["owned"] else None


def _treated_at(reader: PassageReader, around: Around, plain: str) -> str | None:
    """Return where patients are taken in, told with those seen there: 医院总诊疗人次42万，入院人次2.4万."""
    if plain not in _TAKEN_IN:
        return None
    told = (_SEEN.fullmatch(one.indicator) for one in reversed(reader.same_sentence(around.figure)))
    at = next((found["at"] for found in told if found is not None), None)
    return "" if at in table("phrases")["owned_by_all"] else at


_TAKEN_IN = ("入院", "出院", "住院", "门诊", "急诊", "门急诊", "住院手术")
_SEEN = expression(
    "(?P<at>[\u4e00-\u9fff（）]*?(?:机构|[院站所馆室]|中心)(?:（站）)?)"
    "(?:总?诊疗|门急?诊|急诊|入院|出院|住院)(?:人次)?数?"
)
_BEDS, _OF_HEALTH = "床位", expression("卫生|医疗|医院")
_OF_ANY = (_BEDS, "人员", "职工", "工作人员")
"""What homes for the aged have as hospitals do."""
_HAS_BEDS = expression("[医院床]|卫生|养老|机构|中心|酒店|宾馆|饭店|民宿|旅馆|驿站|托育|福利|站|所")
"""床位 of no one are those of 医疗卫生机构; 养老机构床位 are others."""
