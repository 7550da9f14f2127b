"""PF018: Markdown in the text of a plan, whose marks are printed as they stand."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.lint.finding import Finding, Safety, Severity
from planforge.lint.rule import Need, Rule, replacement
from planforge.lint.subject import Subject
from planforge.patterns import expression
from planforge.source.block_scalars import text_lines
from planforge.source.place import SourceFile
from planforge.source.tree import YAML_SUFFIXES

RULE = Rule(
    code="PF018",
    slug="markdown-in-text",
    severity=Severity.WARNING,
    since="0.1.0",
    summary="正文里写了 Markdown 的加粗、列表或链接，会照样印出来",
    why="正文只有文字和引用，字体和编号由版式定；“**”“- ”之类的记号会印在纸上。",
    bad="""\
- text: |
    **重点任务**抓紧推进。
""",
    good="""\
- text: |
    重点任务抓紧推进。
""",
    needs=Need.SOURCE,
)

_MARKUP = expression(
    r"(?P<mark>\*\*|__|`)(?P<words>[^*_`\n]{1,200})(?P=mark)"
    r"|^ *(?P<item>[-*+] )(?=[\u4e00-\u9fff“《])"
    r"|\[(?P<link>[^\[\]\n]{1,200})\]\(https?://[^)\s]*\)"
)


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each piece of markup."""
    for file in subject.files:
        if file.path.endswith(YAML_SUFFIXES):
            yield from _in_file(file)


def _in_file(file: SourceFile) -> Iterator[Finding]:
    for number in text_lines(file):
        for match in _MARKUP.finditer(file.line(number).rstrip("\r\n")):
            group = "item" if match["item"] else 0
            span = file.span(*(file.offset(number) + at for at in match.span(group)))
            if match["item"]:
                message = f"“{match['item']}”会照样印出来；要列举请写成 list 块，不然请删去"
                fix = None
            else:
                message = f"“{match.group()}”里的记号会照样印出来，应只写“{match['words'] or match['link']}”"
                fix = replacement(span, match["words"] or match["link"], safety=Safety.UNSAFE)
            yield RULE.finding(span, message, fix=fix)
