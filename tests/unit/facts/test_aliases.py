"""An office's aliases bring names together; a faulty file is refused with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from planforge.errors import UsageError
from planforge.facts.book import read_facts
from planforge.facts.names.aliases import NO_ALIASES, aliases_named, read_aliases
from planforge.source.tree import Tree
from tests.unit.facts.sample import plan, prose

WORDS = "2020年，链上企业达到36家，产业链骨干企业达到38家。"


def _tree(folder: Path, text: str) -> Tree:
    (folder / "别名.yaml").write_text(text, encoding="utf-8")
    return Tree(folder)


def test_two_names_become_one(tmp_path: Path) -> None:
    """Without the file the two are two things."""
    aliases = read_aliases(_tree(tmp_path, "产业链企业: [链上企业, 产业链骨干企业]\n"), "别名.yaml")
    apart = {one.indicator for one in read_facts(plan(prose(WORDS))).statements}
    together = {(one.indicator, one.known) for one in read_facts(plan(prose(WORDS)), aliases).statements}
    assert len(apart) == 2
    assert together == {("产业链企业", True)}


def test_an_alias_of_a_shipped_name_goes_by_it(tmp_path: Path) -> None:
    """The name of the file may be any that planforge knows."""
    aliases = read_aliases(_tree(tmp_path, "GDP: 本地产出\n"), "别名.yaml")
    (found,) = read_facts(plan(prose("2020年，本地产出达到312亿元。")), aliases).statements
    assert found.indicator == "地区生产总值"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("- 甲\n", "最外层"),
        ("甲: {乙: 丙}\n", "1:4"),
        ("甲: [乙]\n丙: [乙]\n", "既是“甲”又是“丙”"),
        ("甲: [\n", "读不出来"),
    ],
)
def test_a_faulty_file_is_refused(text: str, words: str, tmp_path: Path) -> None:
    """Nothing is left out silently."""
    with pytest.raises(UsageError, match=words):
        read_aliases(_tree(tmp_path, text), "别名.yaml")


def test_the_setting_is_a_file(tmp_path: Path) -> None:
    """No setting, no aliases; a list is no file."""
    assert aliases_named(None, "planforge.toml", Tree(tmp_path)) is NO_ALIASES
    with pytest.raises(UsageError, match="应为一个文件"):
        aliases_named(["a.yaml"], "planforge.toml", Tree(tmp_path))
