"""Numbers of headings in order: level below level, each counted from one; lists and tasks may count otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

from planforge.inspect.layers import level_of
from planforge.inspect.level_order import Step, expected
from planforge.inspect.run import inspect_file
from tests.unit.inspect.made import BIAOSONG, HEI, PROSE, Made
from tests.unit.inspect.told import failed

_FIGURES = "〇一二三四五六七八九"
RIGHT = [
    "一、 · （一） · 1. · （1） （2） · 2. · （二） · 1. 二、 （一） （二）",
    "第一章 第一节 一、 （一） 二、 第二节 一、 第二章 第一节 一、",
    "第一章 一、 二、 第二章 三、 四、",
    "第一章 第一节 第二章 第二节",
    "第一章 第二章 第一章",
    "一、 1. 2. 二、 1. 2.",  # two levels only
    "一、 1. 2. 二、 （一） 1. （二）",  # two in one part, three in another
    "一、 （一） 1. 2. （二） 3. 4. 二、 （一） 5.",  # tasks counted through
    "一、 · 1. 2. · 1. 2.",  # two lists with text between
    "一、 （一） · （1）; （2）;",  # a list of sentences, at whatever place
    "1. 2. 3.",
    "（一） （二）",
]
WRONG = [
    ("一、 （1）", "（1）"),
    ("一、 · （一） · （1）", "（1）"),
    ("一、 1. （1）", "1."),
    ("一、 1. （一） 1.", "1."),
    ("一、 二、 一、", "一、"),
    ("一、 · 一、", "一、"),
    ("一、 （一） · （一）", "（一）"),
    ("一、 （一） （二） 二、 （三）", "（三）"),
    ("一、 （一） 1. 1.", "1."),
    ("一、 （一） 1. 3.", "3."),
    ("第一章 第一节 · 第一节", "第一节"),
    ("第一章 第三章", "第三章"),
    ("二、", "二、"),
]


def _step(token: str) -> Step:
    """Return what a token stands for: · for text, one that ends with ; for a sentence."""
    digits = [str(_FIGURES.find(one)) if one in _FIGURES else one for one in token]
    number = "".join(one for one in digits if one.isdecimal())
    kind = level_of(token)
    return Step(kind, int(number) if kind else None, not token.endswith(";"))


@pytest.mark.parametrize("row", RIGHT)
def test_numbers_in_order(row: str) -> None:
    assert set(expected([_step(token) for token in row.split()])) == {""}


@pytest.mark.parametrize(("row", "wrong"), WRONG)
def test_a_number_out_of_order(row: str, wrong: str) -> None:
    """It is the last one that is wrong, but for 1. below 一、 where （一） or （1） come too."""
    tokens = row.split()
    told = list(expected([_step(token) for token in tokens]))
    assert [token for token, said in zip(tokens, told, strict=True) if said] == [wrong]


def test_what_a_notice_issues_and_annexes_count_anew(tmp_path: Path) -> None:
    made = Made()
    path = tmp_path / "made.docx"
    for part, label in enumerate(("", "附件1", "附件2")):
        if label:
            made.paragraph(label, label, HEI).paragraph_format.page_break_before = True
        made.paragraph(f"title-{part}", "海东市科技创新规划", BIAOSONG, 22, jc="center", pitch=720, before=579)
        for number in "一二":
            made.paragraph(f"heading-{part}-{number}", f"{number}、总体要求", HEI, first=632)
            made.paragraph(f"text-{part}-{number}", PROSE, first=632)
    path.write_bytes(made.save())
    report = inspect_file(path, "margins-37-35")
    assert "7.3.3-d" not in failed(report)
    assert report.results["7.3.3-d"].measures == 6
