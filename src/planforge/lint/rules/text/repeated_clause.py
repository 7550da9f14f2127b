"""PF454: the same clause twice in one sentence."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.lint.finding import Finding, Severity
from planforge.lint.rule import Need, Rule
from planforge.lint.sheet import Part, Sheet
from planforge.lint.subject import Subject
from planforge.patterns import expression
from planforge.source.place import Span

RULE = Rule(
    code="PF454",
    slug="repeated-clause",
    severity=Severity.WARNING,
    since="0.1.0",
    summary="一句话里同一个分句写了两遍",
    why="改写时分句挪了位置而没有删去原来的，读者会以为漏了别的内容。",
    bad="""\
- text: |
    提升企业家创新意识，通过开展科技培训、政策解读等手段，提升企业家创新意识。
""",
    good="""\
- text: |
    通过开展科技培训、政策解读等手段，提升企业家创新意识。
""",
    needs=Need.PLAN,
)

_SENTENCE = expression(r"[^。；：！？\n]+")
_CLAUSE = expression(r"[^，\d]{7,40}")


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding at the second of the equal clauses of a sentence."""
    sheet = subject.prose.words if subject.plan else None
    for first, second, words in _repeated(sheet) if sheet else ():
        message = f"“{words}”在一句话里写了两遍，请删去一处"
        yield RULE.finding(second, message, related=((first, "第一次写在这里"),))


def _repeated(sheet: Sheet) -> Iterator[tuple[Span, Span, str]]:
    for sentence in _SENTENCE.finditer(sheet.text):
        clauses = sentence.group().split("，")
        if len(set(clauses)) == len(clauses) or sheet.stretch(sentence.start()).part in (Part.CELL, Part.ELEMENT):
            continue
        seen: dict[str, Span] = {}
        told: set[str] = set()
        start = sentence.start()
        for clause in clauses:
            span = sheet.span(start, start + len(clause))
            if clause in seen and clause not in told and _CLAUSE.fullmatch(clause):
                told.add(clause)
                yield seen[clause], span, sheet.printed(start, start + len(clause))
            seen.setdefault(clause, span)
            start += len(clause) + 1
