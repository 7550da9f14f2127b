"""Markdown beside the words: nothing of a link's target, a picture or code is read as prose, or mended."""

from __future__ import annotations

from pathlib import Path

import pytest

from planforge.plan.body import Chapter, Heading
from planforge.plan.load import readable_plan
from planforge.source.tree import open_plan
from tests.program import planforge

MARKS = """\
# 某市规划

## 一、任务

来源见[市政府](http://a.gov.cn/2016-2020年)，图在![图,1](图,1.png)这里，**一是**办好园区。

![图](a_2016-2020年.png)

```
第一,2016-2020年
```

另见http://x.gov.cn/a,b/2016-2020.html的说明。
"""


def test_only_words_are_read(tmp_path: Path) -> None:
    """Of a link its text stays, of a picture and of code nothing."""
    path = tmp_path / "plan.md"
    path.write_text(MARKS, encoding="utf-8")
    printed = [passage.text.printed for passage in readable_plan(*open_plan(path)).passages()]
    assert "来源见市政府，图在这里，一是办好园区。" in printed
    assert not any("png" in words or "第一" in words for words in printed)


@pytest.mark.parametrize("suffix", ["md", "txt"])
def test_fixes_leave_markup_alone(tmp_path: Path, suffix: str) -> None:
    """`lint --fix` mends what is prose and nothing else."""
    path = tmp_path / f"plan.{suffix}"
    path.write_text(MARKS + "\n做好工作,落实责任。\n", encoding="utf-8")
    planforge("lint", str(path), "--fix")
    assert path.read_text(encoding="utf-8") == MARKS + "\n做好工作，落实责任。\n"


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("# 某市2025年统计公报\n\n全市地区生产总值300亿元。\n", []),
        (
            "# 某市“十四五”规划\n\n## 基础\n\n### （一）成就\n\n有成就。\n\n## 目标\n\n（一）经济。更强。\n",
            [1, 2, 1, 2],
        ),
        ("# 某市“十四五”规划\n\n## 一、基础\n\n### （一）成就\n\n有成就。\n\n## 二、目标\n", [1, 2, 1]),
        ("# 基础\n\n有成就。\n\n# 目标\n\n## 经济\n\n更强。\n", [1, 1, 2]),
    ],
    ids=["title alone", "title over chapters without numbers", "numbers say the level", "no title"],
)
def test_title_is_no_chapter(text: str, levels: list[int], tmp_path: Path) -> None:
    """A title set as the only # is the document's: what is ## below it are the chapters."""
    path = tmp_path / "plan.md"
    path.write_text(text, encoding="utf-8")
    plan = readable_plan(*open_plan(path))
    assert [
        1 if isinstance(block, Chapter) else block.level
        for block in plan.blocks()
        if isinstance(block, Chapter | Heading)
    ] == levels
    assert bool(plan.title and plan.title.printed) is ("某市" in text)
