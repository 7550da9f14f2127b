"""A `|` block as paragraphs: blank lines part them, line breaks between Chinese characters vanish, `{…}` refers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.outline.characters import Characters
from planforge.outline.text import Segment, SegmentKind, Text
from planforge.patterns import expression
from planforge.source.problem import Problem, ProblemKind, quoted

_NOTE_BEGUN = expression(r"\{\s*脚?注\s*[:：]")
_WITH_REFERENCE = (
    rf"(?P<note>{_NOTE_BEGUN.pattern}[^{{}}\n]*(?P<inner>\{{[^{{}}\n]*\}})(?:[^{{}}\n]|\{{[^{{}}\n]*\}})*\}})"
)
"""A footnote in which something is referred to, which none can do."""
_WIDE = r"(?P<wide>｛[^｛｝\n]*(?:[@＠]|(?<=[表图栏注])[:：])[^｛｝\n]*｝)"
"""What was meant to refer, in the braces of a Chinese keyboard."""
_BRACE = expression(rf"{_WITH_REFERENCE}|\{{\{{|\}}\}}|(?P<reference>\{{[^{{}}\n]*\}})|[{{}}]|{_WIDE}")
_LATIN = expression(r"[0-9A-Za-z.,;:%)\]]")


def paragraphs(block: Characters, problems: list[Problem]) -> tuple[Text, ...]:
    """Return the paragraphs of a block; braces that do not pair are added to `problems`."""
    return tuple(_paragraph(lines, problems) for lines in _grouped(block))


def line_text(line: Characters, problems: list[Problem]) -> Text:
    """Return one line (a title, a heading, a cell) as a text, references included."""
    return Text(line.file, tuple(_with_references(line.strip(), problems)))


def _grouped(block: Characters) -> Iterator[list[Characters]]:
    group: list[Characters] = []
    for line in block.lines():
        stripped = line.strip()
        if stripped.value:
            group.append(stripped)
        elif group:
            yield group
            group = []
    if group:
        yield group


def _paragraph(lines: list[Characters], problems: list[Problem]) -> Text:
    segments: list[Segment] = []
    for index, line in enumerate(lines):
        if index:
            before, gap = lines[index - 1], (lines[index - 1].offsets[-1] + 1, line.offsets[0])
            needs_space = _LATIN.match(before.value[-1]) and _LATIN.match(line.value[0])
            segments.append(Segment(SegmentKind.JOINED, " " if needs_space else "", *gap))
        segments.extend(_with_references(line, problems))
    return Text(lines[0].file, tuple(segments))


def _unpaired(match: re.Match[str]) -> str:
    if match["wide"]:
        return f"引用的花括号应为半角“{{ }}”，实为全角：{quoted(match.group())}"
    if _NOTE_BEGUN.match(match.string, match.start()):
        return "脚注没有写完：从“{注:”到“}”应在同一行里；太长就让这一行长一些，不要换行"
    return f"“{match.group()}”没有配对；要印出花括号本身请写成“{match.group() * 2}”"


def _refers(note: re.Match[str], line: Characters) -> Problem:
    start, end = note.span("inner")
    span = line.file.span(line.offsets[start], line.offsets[end - 1] + 1)
    message = f"脚注里应直接写数字和名称，实为引用“{note['inner']}”；脚注里的引用不会换成数字，请写成文字"
    return Problem(ProblemKind.REFERENCE, message, span)


def _with_references(line: Characters, problems: list[Problem]) -> Iterator[Segment]:
    at = 0
    for match in _BRACE.finditer(line.value):
        yield from line.cut(at, match.start()).segments()
        at = match.end()
        start, end = line.offsets[match.start()], line.offsets[match.end() - 1] + 1
        if match.group() in ("{{", "}}"):
            yield Segment(SegmentKind.NORMALISED, match.group()[0], start, end)
        elif match["reference"] or match["note"]:
            yield Segment(SegmentKind.REFERENCE, match.group(), start, end)
            if match["note"]:
                problems.append(_refers(match, line))
        else:
            problems.append(Problem(ProblemKind.REFERENCE, _unpaired(match), line.file.span(start, end)))
            yield Segment(SegmentKind.LITERAL, match.group(), start, end)
    yield from line.cut(at, len(line.value)).segments()
