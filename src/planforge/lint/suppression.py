"""`# planforge: ignore[PF203] 原因`: a finding that the drafter has looked at and lets stand, with the reason.

At the end of a line the comment holds for that line and, when a block begins there, for the whole block; on a line of
its own it holds for the next line in the same way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from planforge.lint.finding import Finding
from planforge.patterns import expression
from planforge.records import record
from planforge.source.block_scalars import text_lines
from planforge.source.place import SourceFile, Span

_COMMENT = expression(
    r"(?:^|(?<=\s))#\s*planforge:\s*ignore\[(?P<rules>[^\]\n]*)\][ \t]*(?P<reason>[^\n\r]*)", re.MULTILINE
)
_FAMILY = expression(r"(?!PF$)[A-Z]{2,}\d{0,2}")
"""All rules whose code begins so; PF alone would be every rule there is."""
_WORD = expression(r"[^\s,，、]+")


@record(frozen=True, slots=True)
class Suppression:
    """One comment: the rules it names, its reason, the lines [first, last] it holds for."""

    rules: tuple[str, ...]
    reason: str
    first: int
    last: int
    span: Span

    def covers(self, finding: Finding) -> bool:
        """Return whether a finding is one of those that may stand."""
        named = any(_names(word, finding) for word in self.rules)
        return named and finding.place.path == self.span.file.path and self.first <= finding.place.line <= self.last


def _names(word: str, finding: Finding) -> bool:
    """Whether a word is the code or the name of a finding's rule, or the beginning of its code (PF5)."""
    family = _FAMILY.fullmatch(word.upper()) is not None and finding.code.startswith(word.upper())
    return family or word.upper() == finding.code or word == finding.rule


def suppressions(file: SourceFile) -> list[Suppression]:
    """Return the comments of a YAML file."""
    if "planforge:" not in file.text:
        return []
    words = set(text_lines(file))
    return [
        _suppression(file, match)
        for match in _COMMENT.finditer(file.text)
        if file.position(match.start())[0] not in words
    ]


def _suppression(file: SourceFile, match: re.Match[str]) -> Suppression:
    line, column = file.position(match.start())
    alone = not file.line(line)[: column - 1].strip()
    first = line + 1 if alone else line
    return Suppression(
        rules=tuple(_WORD.findall(match["rules"])),
        reason=match["reason"].strip(),
        first=first,
        last=_block_end(file, first),
        span=file.span(match.start(), match.end()),
    )


def _block_end(file: SourceFile, first: int) -> int:
    """Return the last line of what begins on a line: everything below that is indented further."""
    indent = _indent(file.line(first))
    last = number = first
    while number < file.lines:
        number += 1
        line = file.line(number)
        if line.strip():
            if _indent(line) <= indent:
                break
            last = number
    return last


def _indent(line: str) -> int:
    """Return the column of the first key: that of `- text:` is the dash's."""
    return len(line) - len(line.lstrip(" "))


def apply(findings: Iterable[Finding], known: list[Suppression]) -> tuple[list[Finding], list[Suppression]]:
    """Return the findings that no comment lets stand, and the comments that let none stand."""
    if not known:
        return list(findings), []
    left: list[Finding] = []
    used: set[int] = set()
    for finding in findings:
        covering = [
            index for index, suppression in enumerate(known) if suppression.reason and suppression.covers(finding)
        ]
        used.update(covering)
        if not covering:
            left.append(finding)
    return left, [suppression for index, suppression in enumerate(known) if index not in used]
