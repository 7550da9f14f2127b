"""Every Word file that a command writes opens without a word from Word, as far as its rules are written down."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from planforge.lint.engine import lint
from planforge.output.findings import Style, makers
from planforge.plan.load import readable_plan
from planforge.plan.neighbours import read_with_neighbours
from planforge.render.build import render_page
from planforge.render.docx.document import write_docx
from planforge.render.houses import find_house, find_profile, house_list
from planforge.review.files import file_formats
from planforge.review.version import read_version
from planforge.source.tree import open_plan
from tests.examples.test_findings import EXAMPLES, NAMES
from tests.unit.render import sample
from tests.unit.review.redline.edits import edited
from tests.word.faults import faults
from tests.word.made import Read, built, plan_of

_EVERY = [(name, house) for name in NAMES for house in (one.name for one in house_list())]


@pytest.mark.parametrize(("name", "house"), _EVERY)
def test_an_example_in_every_house_format(name: str, house: str) -> None:
    """A draft on one page set-up, what leaves the office on the other."""
    for page, final in zip(find_house(house).pages, (False, True), strict=True):
        assert faults(built(plan_of(name), house, page, final=final)) == [], page


def test_a_page_with_every_kind_of_block() -> None:
    """Several organs, contents, annexes, boxes, tables, lists and pictures."""
    house = find_house("panzhengban")
    elements: dict[str, Any] = {
        "joint": ["盘锦市科学技术局"],
        "contents": 2,
        "annexes": [sample.annex("附件1", "甲"), sample.annex("附件2", "乙")],
    }
    page = render_page(sample.context(**elements), house)
    assert faults(write_docx(page, house, find_profile(house), {})) == []


def test_a_letter_with_all_its_marks() -> None:
    """Frames, a first page of its own, two faces in one line."""
    house = find_house("xinhan")
    marks: dict[str, Any] = {"copy_number": "000012", "security": "机密★1年", "urgency": "特急"}
    page = render_page(sample.context(**marks), house)
    assert faults(write_docx(page, house, find_profile(house), {})) == []


def test_an_imprint_below_its_text() -> None:
    """Each rule and each paragraph in a frame of its own."""
    house = find_house("panzhengban")
    page = render_page(sample.context(), house)
    assert faults(write_docx(page, house, find_profile(house), {}, firm_imprint=True)) == []


@pytest.mark.parametrize("name", NAMES)
def test_what_a_comparison_writes(name: str, tmp_path: Path) -> None:
    """Tracked changes and 修改对照表."""
    old, new = read_version(EXAMPLES / name), read_version(edited(name, 2, tmp_path)[0])
    for form in ("docx", "table-docx"):
        assert faults(file_formats()[form](old, new)) == [], form


@pytest.mark.parametrize("name", ["panjin-145", "starter"])
def test_findings_as_comments(name: str, tmp_path: Path) -> None:
    """In a Word file of our own and, for a plan in YAML, in one made for them; with comments a second time too."""
    file = tmp_path / "规划.docx"
    file.write_bytes(built(plan_of(name), "panzhengban", "margins-37-35", final=False))
    assert faults(_checked(EXAMPLES / name)) == []
    for _ in range(2):
        file.write_bytes(_checked(file))
        assert faults(file.read_bytes()) == []


def _checked(path: Path) -> bytes:
    return makers()["docx"](lint(read_with_neighbours(*open_plan(path))), Style())


_NOTED = """\
planforge: 1
title: 某市“十四五”数字经济规划
stage: 公布稿
chapters:
  - heading: 发展目标
    body:
      - text: |
          数字经济增加值达到620亿元{注:按现价计算。}，建设平台5个{注:同上。}，培训人才1000人{注:同上。}。
      - table: 分年度投资
        orientation: 横排
        rows: |
          项目 | 2021年 | 2022年
          平台 | 10 | 20
      - text: |
          表后的正文{注:旧的脚注。}。
"""


def test_footnotes_and_turned_tables(tmp_path: Path) -> None:
    """Alone and compared: words of a note changed, a note gone, a table that no longer is turned."""
    changed = (("按现价", "按不变价"), ("{注:旧的脚注。}", ""), ("横排", "竖排"), ("1000人", "2000人"))
    versions = []
    for number in range(2):
        text = _NOTED
        for old, new in changed if number else ():
            text = text.replace(old, new)
        file = tmp_path / f"{number}.yaml"
        file.write_text(text, encoding="utf-8")
        versions.append(read_version(file))
        tree, main = open_plan(file)
        reading = Read(tree, readable_plan(tree, main), ())
        assert faults(built(reading, "panzhengban", "margins-37-35", final=False)) == []
    for (one, two), most in ((versions, 5), (versions[::-1], 7)):  # a section more is new as a whole
        data = file_formats()["docx"](one, two)
        assert faults(data) == []
        with ZipFile(BytesIO(data)) as archive:
            notes, body = (archive.read(f"word/{name}.xml").decode() for name in ("footnotes", "document"))
        numbers = re.findall(r'<w:footnoteReference w:id="(\d+)"', body)
        assert numbers == re.findall(r'<w:footnote w:id="(\d+)"', notes) == [str(at + 1) for at in range(len(numbers))]
        assert len(numbers) == most
