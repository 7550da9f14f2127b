"""Accounts told by a bare word that go on with what was named before: 基金总支出, 月末余额."""

from __future__ import annotations

from itertools import islice

from planforge.facts.heads.left_heads import Head
from planforge.facts.passage import PassageReader
from planforge.facts.statement import Statement
from planforge.facts.times.seasons import without_season
from planforge.facts.topic import Around, Topic
from planforge.patterns import expression

_FURTHEST = 6
"""Figures back that the fund of the sentence before may stand."""
_ACCOUNT = "基金(?:总?(?:收入|支出)|(?:当期|累计|滚存|年末|当年|本年)*结[存余])"
_OF_FUND, _FUND = expression(_ACCOUNT), expression(f"(?P<of>[\u4e00-\u9fff]{{2,}}?){_ACCOUNT}")
_BALANCE = expression("(?:[月季期年]末)?余额")
_LENT = ("贷款", "存款")


def accounts_going_on(reader: PassageReader, around: Around, head: Head, plain: str) -> Topic | None:
    """Return the account of the fund, or the balance of the loans, named before; None where none is."""
    if plain.endswith("余额"):
        return _balance(reader, around, head) if _BALANCE.fullmatch(plain) else None
    if not plain.startswith("基金") or _OF_FUND.fullmatch(plain) is None:
        return None
    fund = _fund_before(reader)
    return Topic(reader.situation.table.resolve(fund + plain), head.name, head.verbs) if fund else None


def _fund_before(reader: PassageReader) -> str:
    """Return the fund that the sentence told last speaks of; "" for none, for several, and for one of no accounts.

    Parts of it count for nothing: 社会保险基金收入240亿元，其中养老保险基金收入160亿元。基金支出180亿元.
    """
    near = islice(reversed(reader.done), _FURTHEST)
    named = [one for one in near if "基金" in one.indicator and one.parent is None and not one.kind.is_change]
    same = [one for one in named if one.position.sentence == named[0].position.sentence]
    found = [(one, _FUND.fullmatch(one.indicator)) for one in same]
    funds = {without_season(one.scope) + one.tier + fund["of"] if fund is not None else "" for one, fund in found}
    return funds.pop() if len(funds) == 1 else ""


def _balance(reader: PassageReader, around: Around, head: Head) -> Topic | None:
    """轻工业贷款增加147亿元，月末余额增长1.7%: the balance of the loans told right before."""
    last = reader.done[-1] if reader.done else None
    if last is None or last.position.sentence != reader.sentence:
        return None
    lent = _lent(last)
    behind = reader.words.find("；", last.quantity.end, around.start + 1) >= 0
    return Topic(reader.situation.table.resolve(lent + "余额"), head.name, head.verbs) if lent and not behind else None


def _lent(one: Statement) -> str:
    named = one.scope + one.tier + one.indicator.removesuffix("余额")
    return named if named.endswith(_LENT) else ""
