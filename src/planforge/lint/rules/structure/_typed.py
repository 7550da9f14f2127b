"""Numbers that stand in the text of a document of another format: what is typed before headings, 专栏, tables."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.outline.text import Text
from planforge.patterns import expression
from planforge.plan.model import Block, Box, Chapter, Figure, Heading, ListBlock, Plan, Prose, Table, Task
from planforge.readers.marks import STYLES, mark_of
from planforge.records import record
from planforge.source.place import Span

_DIGITS = "零一二三四五六七八九"
_NUMBER = expression(r"\d+|[一二三四五六七八九十百零〇]+")
_LABEL = expression(r"\s*(?:附)?(?P<kind>专栏|表|图)\s*(?P<number>\d+)(?!\s*[-—.]\s*\d|\d)")
_CAPTIONED = (Table, Figure)


@record(frozen=True, slots=True)
class Typed:
    """A number as typed: its style (a level of `STYLES`, or 专栏, 表, 图), its value and its place."""

    style: str
    number: int
    span: Span
    block: Block

    @property
    def depth(self) -> int:
        """How deep the style stands; 0 for the outermost."""
        return STYLES.index(self.style)


def typed_numbers(plan: Plan) -> Iterator[Typed]:
    """Yield the numbers typed before headings, tasks and paragraphs in the order of the document."""
    for block in plan.blocks():
        for text in _texts(block):
            whole = text.whole
            if whole.start == 0 or whole.file.text[whole.start - 1] == "\n":
                continue
            span = _before(whole)
            words = span.text
            mark = mark_of(words.lstrip())
            number = _value(words) if mark else None
            if mark and number is not None:
                yield Typed(mark.style, number, span, block)


def typed_labels(plan: Plan) -> Iterator[Typed]:
    """Yield the numbers typed before the titles of 专栏, tables and figures."""
    for block in plan.blocks():
        title = block.title if isinstance(block, Box) else block.caption if isinstance(block, _CAPTIONED) else None
        if title is None:
            continue
        before = _before(title.whole)
        match = _LABEL.match(before.text + title.printed)
        if match:
            span = before.file.span(before.start, before.start + match.end())
            yield Typed(match["kind"], int(match["number"]), span, block)


def _texts(block: Block) -> tuple[Text, ...]:
    match block:
        case Chapter():
            return (block.heading,)
        case Heading():
            return (block.text,)
        case Task():
            return (block.name,)
        case Prose():
            return block.paragraphs
        case ListBlock():
            return block.items
    return ()


def _before(whole: Span) -> Span:
    """Return what stands before a text on its line: the number that reading took away, and marks of Markdown."""
    end, words = whole.start, whole.file.text
    before = words[words.rfind("\n", 0, end) + 1 : end]
    return whole.file.span(end - len(before.lstrip("#*> \t\u3000")), end)


def _value(mark: str) -> int | None:
    """Return the number in a mark such as （十二）, None when it is none."""
    found = _NUMBER.search(mark)
    if found is None:
        return None
    word = found.group()
    return int(word) if word.isascii() and word.isdigit() else _chinese(word)


def _chinese(word: str) -> int | None:
    """Read 一 … 九十九."""
    tens, ten, ones = word.partition("十")
    if not all(part == "" or (len(part) == 1 and part in _DIGITS) for part in (tens, ones)) or (not ten and not tens):
        return None
    head = (_DIGITS.index(tens) if tens else 1) * 10 if ten else _DIGITS.index(tens)
    return head + (_DIGITS.index(ones) if ones else 0)
