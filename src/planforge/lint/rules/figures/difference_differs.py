"""PF215: 提高若干个百分点 (or 岁, 家) that base and end do not give."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.facts.figures.quantity import Form
from planforge.facts.statement import Source, Statement
from planforge.lint.finding import Finding, Severity
from planforge.lint.judging.changes.increments import Step, steps
from planforge.lint.judging.words import dated, exactly_and_rounded, related, shown, subject_name
from planforge.lint.rule import Need, Rule
from planforge.lint.subject import Subject

RULE = Rule(
    code="PF215",
    slug="difference-differs",
    severity=Severity.ERROR,
    since="0.1.0",
    summary="所写提高（降低）的百分点或数量与基期、末期之差不符",
    why="百分点是两个百分数之差，读者一减便知。",
    bad="""\
- text: |
    2015年，森林覆盖率为26.2%。

    2020年，森林覆盖率达到28.3%，比2015年提高3.1个百分点。
""",
    good="""\
- text: |
    2015年，森林覆盖率为26.2%。

    2020年，森林覆盖率达到28.3%，比2015年提高2.1个百分点。
""",
    needs=Need.FACTS,
)


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for every stated difference outside of what its base and end allow."""
    for step in steps(subject.facts):
        if not step.fits:
            yield RULE.finding(
                step.statement.span,
                _message(step),
                severity=None if step.sure else Severity.WARNING,
                related=related([step.base, step.end]),
                indicator=step.subject.indicator or None,
                key=f"{subject_name(step.subject)} {step.statement.years} {step.statement.literal}",
            )


def _message(step: Step) -> str:
    base, end = step.base, step.end
    word = "降低" if step.statement.falls else _rises(step.statement)
    word = word if step.periods == 1 else f"年均{word}"
    up, down = (base, end) if step.statement.falls else (end, base)
    exact = (up.value - down.value) / step.periods
    bounds = exactly_and_rounded(exact, step.derived, step.statement.quantity.written.scale)
    apart = f"{up.literal}－{down.literal}"
    reckoned = f"{apart}＝{bounds}" if step.periods == 1 else f"（{apart}）÷{step.periods}年＝{bounds}"
    years = f"{dated(base)}→{dated(end)}"
    said = f"“{subject_name(step.subject)}”所写{word}{_said(step.statement)}与基期、末期之差不符"
    return f"{said}：{years}，{reckoned}；请核实"


def _rises(difference: Statement) -> str:
    points = difference.quantity.form in (Form.POINTS, Form.PERCENT) or difference.source is Source.TABLE
    risen = difference.adds or difference.source is Source.TABLE
    return ("提高" if points else "增加") if risen else difference.action or "新增"


def _said(difference: Statement) -> str:
    """Return a difference as it is read: 〔9〕 in a row of percentages are 9个百分点."""
    points = difference.quantity.unit.name == "%"
    return f"{difference.literal}个百分点" if points else shown(difference)
