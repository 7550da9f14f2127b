"""Every printed character points at the character the user wrote, whatever the quoting and wrapping."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from planforge.outline.characters import characters
from planforge.outline.prose import paragraphs
from planforge.outline.text import Text
from planforge.source.nodes import Mapping, Scalar
from planforge.source.place import SourceFile
from planforge.source.problem import Problem
from planforge.source.yaml_reading import parse


def _value(yaml: str) -> Scalar:
    root, problems = parse(SourceFile("a.yaml", yaml))
    assert problems == []
    assert isinstance(root, Mapping)
    value = root.get("a")
    assert isinstance(value, Scalar)
    return value


def _paragraphs(yaml: str) -> tuple[Text, ...]:
    problems: list[Problem] = []
    found = paragraphs(characters(_value(yaml)), problems)
    assert problems == []
    return found


def test_a_block_is_joined_and_split() -> None:
    """Line breaks between Chinese characters vanish, between Latin words they are a space; blank lines part."""
    first, second = _paragraphs("a: |\n  建设国家\n  高新区 and\n  more。\n\n  　　第二段\n")
    assert first.printed == "建设国家高新区 and more。"
    assert second.printed == "第二段"


def test_places_in_a_wrapped_word() -> None:
    """A word broken over two lines still has its place from the first to the last character."""
    yaml = "a: |\n  市级企业工程技\n  术研究中心165家\n"
    text = _paragraphs(yaml)[0]
    start = text.printed.index("工程技术")
    place = text.span(start, start + 4).place
    assert (place.line, place.column, place.end_line, place.end_column) == (2, 7, 3, 4)
    figure = text.printed.index("165")
    assert text.span(figure, figure + 3).text == "165"


def test_places_with_windows_line_ends() -> None:
    """CRLF does not shift places."""
    text = _paragraphs("a: |\r\n  第一行\r\n  共165家\r\n")[0]
    figure = text.printed.index("165")
    place = text.span(figure, figure + 3).place
    assert (place.line, place.column) == (3, 4)


def test_a_reference_is_one_segment() -> None:
    """What a reference prints points at the whole of {…}; doubled braces are literal ones."""
    text = _paragraphs("a: |\n  达到{高企@2020}，{{不是}}。\n")[0]
    assert text.printed == "达到{高企@2020}，{不是}。"
    assert text.span(4, 5).text == "{高企@2020}"


def test_quoted_scalars_keep_their_places() -> None:
    """Quotes and escapes shift nothing."""
    for yaml, wanted in (("a: '达到''158''家'\n", "158"), ('a: "达到\\t158家"\n', "158"), ("a: 达到158家\n", "158")):
        found = characters(_value(yaml))
        at = found.value.index(wanted)
        span = found.cut(at, at + 3).text().whole
        assert span.text == wanted


@given(
    st.lists(st.from_regex(r"[甲乙，][甲乙丙丁123，。 ]{0,8}[甲乙。]", fullmatch=True), min_size=1, max_size=6),
    st.integers(1, 6),
)
def test_every_character_of_a_block_points_at_itself(lines: list[str], indent: int) -> None:
    """For any block, each printed character is the file's character at its place."""
    yaml = "# 注\na: |\n" + "".join(" " * indent + line + "\n" for line in lines)
    text = _paragraphs(yaml)[0]
    assert text.printed == "".join(lines)
    for index, character in enumerate(text.printed):
        assert text.span(index, index + 1).text == character
