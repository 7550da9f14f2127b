"""PF017: a line of text that looks like a comment and will be printed."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.lint.finding import Finding, Severity
from planforge.lint.rule import Need, Rule
from planforge.lint.subject import Subject
from planforge.patterns import expression
from planforge.source.block_scalars import text_lines
from planforge.source.place import SourceFile
from planforge.source.problem import quoted
from planforge.source.tree import YAML_SUFFIXES

RULE = Rule(
    code="PF017",
    slug="printed-comment",
    severity=Severity.WARNING,
    since="0.1.0",
    summary="“|”下面以“#”开头的行不是注释，会印进正文",
    why="给同事看的话印进了公文，往往到印出来才发现；注释要写在“|”块外面。",
    bad="""\
- text: |
    # 这一段还要改
    制定本规划。
""",
    good="""\
# 这一段还要改
- text: |
    制定本规划。
""",
    needs=Need.SOURCE,
)
_COMMENT = expression(r"(?:[ ]*|.*?(?=#[ ]*planforge:))(?P<comment>#+(?:[ \t].*|planforge:.*|$))")


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each such line."""
    for file in subject.files:
        if file.path.endswith(YAML_SUFFIXES) and "#" in file.text:
            yield from _in_file(file)


def _in_file(file: SourceFile) -> Iterator[Finding]:
    for number in text_lines(file):
        line = file.line(number).rstrip("\r\n")
        if (match := _COMMENT.fullmatch(line)) is not None:
            start = file.offset(number) + match.start("comment")
            words = quoted(match["comment"])
            message = f"{words}写在“|”下面，不是注释，会印进正文；请移到“|”块外面，或删去“#”"
            yield RULE.finding(file.span(start, start + len(match["comment"])), message)
