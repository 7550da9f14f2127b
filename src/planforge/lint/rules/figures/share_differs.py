"""PF223: a share that part and total do not give."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from planforge.facts.aims.plan_shares import PLAN_SHARE
from planforge.lint.finding import Finding, Severity
from planforge.lint.judging.changes.claim import operand
from planforge.lint.judging.shares.made_up import made_up
from planforge.lint.judging.shares.share import Share
from planforge.lint.judging.shares.shares_alike import OddShare, odd_shares
from planforge.lint.judging.shares.stated import shares
from planforge.lint.judging.words import decimal, related, shown, told
from planforge.lint.rule import Need, Rule
from planforge.lint.subject import Subject

RULE = Rule(
    code="PF223",
    slug="share-differs",
    severity=Severity.ERROR,
    since="0.1.0",
    summary="所写占比与部分、总数不符",
    why="部分除以总数就是占比；三个数写在一处，读者会去除。",
    bad="""\
- text: |
    截至2020年底，全市常住人口100.2万人，其中城镇人口60.5万人，占70.4%。
""",
    good="""\
- text: |
    截至2020年底，全市常住人口100.2万人，其中城镇人口60.5万人，占60.4%。
""",
    needs=Need.FACTS,
)


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for every share outside of what its part and its total allow."""
    told_of_whole = shares(subject.facts)
    fitted = made_up(told_of_whole)
    for share in told_of_whole:
        if not share.derived.meets(share.stated) and id(share) not in fitted:
            yield RULE.finding(
                share.statement.span,
                _message(share),
                severity=None if share.sure else Severity.WARNING,
                related=related([share.part, share.total]),
                indicator=share.part.indicator or None,
                key=f"{told(share.part)} {share.statement.years} {share.statement.literal}",
            )
    known = {id(share.statement) for share in told_of_whole}
    yield from (_odd(one) for one in odd_shares(subject.facts) if id(one.share) not in known)


def _odd(found: OddShare) -> Finding:
    share, part = found.share, found.part
    places = share.quantity.written.decimals + 1
    should = operand(part).ratio_to(found.whole).scaled(100)
    right = "—".join(dict.fromkeys(f"{decimal(end or Fraction(0), places)}%" for end in (should.low, should.high)))
    message = (
        f"所写占比{shown(share)}与同列其他各项不符：按其他各项的数和占比推算，"
        f"“{told(part)}”{shown(part)}应占{right}；请核实，如总数不同请写明"
    )
    return RULE.finding(
        share.span,
        message,
        severity=Severity.WARNING,
        related=related([part, *found.others]),
        indicator=part.indicator or None,
        key=f"{told(part)} {share.years} {share.literal}",
    )


def _message(share: Share) -> str:
    part, total, places = share.part, share.total, share.statement.quantity.written.decimals + 1
    result = decimal(part.value * 100 / total.value, places)
    bounds = _bounds(share, places)
    bounded = "" if bounds == f"{result}%" else f"（可接受{bounds}）"
    if share.statement.indicator.endswith(PLAN_SHARE):
        done = f"{shown(part)}÷{shown(total)}＝{result}%{bounded}"
        return f"“{told(part)}”所写完成比例{shown(share.statement)}与完成数、目标数不符：{done}；请核实"
    reckoned = f"{told(part)}{shown(part)}÷{told(total)}{shown(total)}＝{result}%{bounded}"
    what = share.statement.head if share.statement.head.endswith("率") else "占比"
    return f"所写{what}{shown(share.statement)}与部分、总数不符：{reckoned}；请核实，如另有口径请写明"


def _bounds(share: Share, places: int) -> str:
    low, high = share.derived.low or Fraction(0), share.derived.high
    ends = [f"{decimal(end, places)}%" for end in (low, low if high is None else high)]
    return f"{ends[0]}以上" if high is None else "—".join(dict.fromkeys(ends))
