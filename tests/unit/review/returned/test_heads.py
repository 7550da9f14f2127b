"""What stands on one line of an official document, as 文号 and 签发人, is read as it was printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.program import planforge

_PLAN = """\
planforge: 1
title: 某市数字经济规划
stage: 印发稿
{house}document:
  issuer: 某市人民政府办公室
{more}  number: 某政办发〔2026〕5号
  recipients: 各县区人民政府
  notice: |
    现印发给你们。
  signature: {{by: 某市人民政府办公室, on: 2026年2月10日}}
  copies: 市委各部委
  printed: {{by: 某市人民政府办公室, on: 2026年2月14日}}
chapters:
  - heading: 发展基础
    role: [回顾]
    body:
      - text: |
          发展良好。
"""


@pytest.mark.parametrize(
    ("house", "more"),
    [
        ("", "  signatories: [张三, 欧阳建国, 李四]\n"),
        ("", "  joint: [某市发展和改革委员会]\n"),
        ("", "  joint: [某市发展和改革委员会, 某市工业和信息化局, 某市财政局]\n"),
        ("house: xinhan\n", "  security: 秘密★1年\n"),
    ],
    ids=["signatories", "two organs", "four organs", "letter"],
)
def test_what_nobody_edited_comes_back_the_same(house: str, more: str, tmp_path: Path) -> None:
    plan = tmp_path / "plan.yaml"
    written = _PLAN.format(house=house, more=more)
    plan.write_text(written, encoding="utf-8")
    out = tmp_path / "out"
    assert planforge("build", str(plan), "-o", str(out), "--to", "docx").returncode == 0
    (file,) = out.glob("*.docx")
    done = planforge("merge", str(plan), str(file))
    assert "没有差别" in done.stdout, done.stdout
    assert plan.read_text(encoding="utf-8") == written
