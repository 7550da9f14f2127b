"""Lint tells what build would stop at: a picture that is missing, no picture, damaged or beyond all size."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest
from PIL import Image

from planforge.lint.engine import lint
from planforge.plan.load import read_plan
from planforge.source.tree import MAX_IMAGE_BYTES, open_plan
from tests.hostile.materials import png_bytes

PLAN = """\
planforge: 1
title: 某市科技创新规划
chapters:
  - heading: 主要任务
    body:
      - text: |
          创新平台布局见{图:布局}。
      - figure: 创新平台布局
        id: 布局
        file: 图.png
"""


def _jpeg() -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (60, 40), "red").save(stream, "JPEG")
    return stream.getvalue()


BAD = {
    "missing": (None, "图片读不到"),
    "text": (b"no picture", "应为 PNG 或 JPEG，实为别的格式"),
    "empty": (b"", "应为 PNG 或 JPEG"),
    "gif": (b"GIF89a" + bytes(40), "应为 PNG 或 JPEG"),
    "cut off": (png_bytes(60, 40)[:-20], "不完整或已损坏"),
    "jpeg cut off": (_jpeg()[:300], "不完整或已损坏"),
    "too many pixels": (png_bytes(20_000, 20_000), "应不超过8000万个像素，实为20000×20000"),
    "too large": (bytes(MAX_IMAGE_BYTES + 1), "应不超过32 MB"),
}


def _told(folder: Path, data: bytes | None) -> list[str]:
    (folder / "plan.yaml").write_text(PLAN, encoding="utf-8")
    if data is not None:
        (folder / "图.png").write_bytes(data)
    report = lint(read_plan(*open_plan(folder)))
    found = [finding for finding in report.findings if finding.code == "PF005"]
    assert all(report.text(finding.place) == "图.png" for finding in found)
    return [finding.message for finding in found]


@pytest.mark.parametrize("name", BAD)
def test_a_picture_that_cannot_be_printed_is_told(name: str, tmp_path: Path) -> None:
    data, words = BAD[name]
    (message,) = _told(tmp_path, data)
    assert words in message


@pytest.mark.parametrize("data", [png_bytes(60, 40), _jpeg()], ids=["png", "jpeg"])
def test_a_good_picture_is_not_spoken_of(data: bytes, tmp_path: Path) -> None:
    """Whatever its name says."""
    assert _told(tmp_path, data) == []


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "图.png")
    (message,) = _told(tmp_path, None)
    assert "不是普通文件" in message
