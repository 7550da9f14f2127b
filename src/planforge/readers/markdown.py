"""What Markdown writes beside the words: bold, links, pictures, code. It is taken out, the words keep their places."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.outline.characters import Characters
from planforge.patterns import expression

_BOLD = expression(r"\*\*(?P<words>.+?)\*\*")
_TARGET = r"\((?:[^\s()]*[./#][^\s()]*)(?:\s+\"[^\"]*\")?\)"
_PICTURE = expression(rf"!\[[^\]]*\]{_TARGET}|<https?://[^\s<>]+>")
_LINK = expression(rf"\[(?P<words>[^\[\]]+)\]{_TARGET}")
_FENCES = ("```", "~~~")


def without_code(lines: list[Characters]) -> list[Characters]:
    """Return the lines but for those between two fences (```); a fence that nothing closes is a line like others."""
    fences = [at for at, line in enumerate(lines) if line.value.startswith(_FENCES)]
    closed = dict(zip(fences[::2], fences[1::2], strict=False))
    found, at = [], 0
    while at < len(lines):
        if at in closed:
            at = closed[at] + 1
            continue
        found.append(lines[at])
        at += 1
    return found


def without_marks(line: Characters) -> Characters:
    """Return the words of a line: of a link its text, of a picture nothing."""
    if "**" not in line.value and "](" not in line.value and "<http" not in line.value:
        return line
    gone = {at for span in _marks(line.value) for at in range(*span)}
    kept = [index for index in range(len(line.value)) if index not in gone]
    return Characters(
        line.file, "".join(line.value[index] for index in kept), tuple(line.offsets[index] for index in kept)
    )


def bold_lead(words: str) -> int:
    """Return how many characters of the line are the bold words that it begins with, 0 when all or none are."""
    bold = _BOLD.match(words) if words.startswith("**") else None
    return len(bold["words"]) if bold and bold.end() < len(words) else 0


def _marks(words: str) -> Iterator[tuple[int, int]]:
    """Yield where the marks stand."""
    yield from (match.span() for match in _PICTURE.finditer(words))
    for match in (*_BOLD.finditer(words), *_LINK.finditer(words)):
        yield match.start(), match.start("words")
        yield match.end("words"), match.end()
