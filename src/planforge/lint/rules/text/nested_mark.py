"""PF412: 《》 within 《》 or “ ” within “ ”: the inner ones should be 〈〉 and ‘ ’."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.lint.finding import Finding, Fix, Safety, Severity
from planforge.lint.rule import Need, Rule
from planforge.lint.rules.text._marks import marks_of
from planforge.lint.subject import Subject

RULE = Rule(
    code="PF412",
    slug="nested-mark",
    severity=Severity.WARNING,
    since="0.1.0",
    summary="引号或书名号里面又用了同样的一层",
    why="书名号、引号外双内单（GB/T 15834-2011 4.8、4.15），里层用同样的符号，读者分不清哪里是头哪里是尾。",
    bad="""\
- text: |
    落实《关于印发《成果转化办法》的通知》。
""",
    good="""\
- text: |
    落实《关于印发〈成果转化办法〉的通知》。
""",
    needs=Need.PLAN,
)

_INNER = {"《": ("〈", "〉"), "“": ("‘", "’")}
_LONGEST = 40


def _within(words: str) -> str:
    """Return what stands between the marks; of long words the beginning and the end."""
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST // 2]}…{words[-_LONGEST // 2 :]}"


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each inner pair."""
    for stretch, pairs, alone in marks_of(subject.prose.printed) if subject.plan else ():
        words = stretch.reading.text
        if alone:
            continue  # with a mark missing nobody can say which is inside which
        for pair in pairs:
            mark = words[pair.opening]
            if mark not in _INNER or pair.outer is None or words[pair.outer] != mark:
                continue
            span = stretch.text.span(pair.opening, pair.closing + 1)
            shown = _within(words[pair.opening + 1 : pair.closing])
            left, right = _INNER[mark]
            ends = [(stretch.text.span(at, at + 1), one) for at, one in ((pair.opening, left), (pair.closing, right))]
            splices = tuple((end.file, end.start, end.end, one) for end, one in ends)
            fix = Fix(f"改为“{left}{right}”", Safety.SAFE, splices)
            yield RULE.finding(span, f"里层的{mark}{shown}{words[pair.closing]}应为{left}{shown}{right}", fix=fix)
