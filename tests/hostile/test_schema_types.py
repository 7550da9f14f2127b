"""Every key of the schema with every wrong kind of value: lint tells it at its line, build still ends as documented."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from planforge.source.schema import read_schema
from tests.hostile.command import assert_well_behaved, run

_BODY = """\
- {heading: 标题, level: 2, run_in: "false", numbered: "true", role: 任务, review: 请核对, id: 甲}
- {text: 正文。, review: 请核对, id: 乙}
- {point: 要点。, level: 3, review: 请核对, id: 丙}
- {list: 一条。, mark: 无, review: 请核对, id: 丁}
- {task: 任务, text: 内容。, lead: 市科技局, duty: 市科技局, assist: 市科技局, due: 2025, numbered: "true",
   targets: 企业@2025, level: 3, review: 请核对, id: 戊}
- {box: 专栏, text: 内容。, series: 工程, review: 请核对, id: 己}
- {table: 表, columns: [指标, {show: 2020, head: 年}], indicators: 企业, unit: 家, note: 注, orientation: 横排,
   review: 请核对, id: 庚}
- {table: 表, rows: 甲 | 乙}
- {chart: 图表, indicators: [企业], kind: 折线图, years: [2020, 2025], note: 注, review: 请核对, id: 辰}
"""
_PLAN = """\
planforge: 1
title: 某市规划
kind: 专项规划
stage: 印发稿
period: {from: 2021, to: 2025, baseline: 2020, previous: 2015}
house: panzhengban
page: gbt33476
numbering: [一、, （一）]
organs: [市科技局]
preface: 引言。
document:
  issuer: 某市人民政府
  joint: 某市政务服务局
  note: 某市人民政府通过
  number: 某政发〔2023〕5号
  title: 通知
  recipients: 各区
  notice: 现印发。
  signature: {by: 某市人民政府, on: 2023年2月14日}
  disclosure: 此件公开发布
  copies: 市委
  security: 秘密
  urgency: 特急
  copy_number: "000001"
  signatories: 张三
  printed: {by: 某市人民政府办公室, on: 2023年2月14日}
  annex: {of: 某政发〔2023〕5号, number: 附件}
  cover: {by: 某市人民政府, on: 2023年2月14日}
  contents: 0
indicators:
  企业: {unit: 家, alias: 高企, scope: 全市, tier: 市级, direction: 升, nature: 预期性, owner: 市科技局, source: 统计,
         actual: {2020: 1}, target: {2025: 2}, total: {2021-2025: 3}, growth: {2021-2025: 4%},
         stated: {2015-2020 增速: 5%}}
chapters:
  - {heading: 章, id: 辛, role: [目标, 任务], review: 请核对, count: {task: 通章}, body: []}
"""
_WRONG: dict[str, Any] = {
    "empty": "",
    "list": [["甲"]],
    "mapping": {"甲": {"乙": "丙"}},
    "nested": [[[[[[[[[["深"]]]]]]]]]],
    "odd": "{表:没有}{\u202e𠮷 -1e999 |",
}
_NOT_SAMPLED = {"figure", "file", "alt", "predecessor", "superior"}
"""A picture needs a file, and other plans their folders: tested elsewhere."""


def _plan() -> dict[str, Any]:
    reader = YAML(typ="base")
    plan: dict[str, Any] = reader.load(_PLAN)
    plan["chapters"][0]["body"] = reader.load(_BODY)
    return plan


def _paths(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Yield where each key and list item of a plan stands."""
    if path:
        yield path
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in items:
        yield from _paths(inner, (*path, step))


def _keys(schema: Any) -> set[str]:
    """Return every key that a schema names."""
    found: set[str] = set()
    if isinstance(schema, dict):
        found |= set(schema["properties"]) if isinstance(schema.get("properties"), dict) else set()
        return found.union(*(_keys(inner) for inner in schema.values()))
    return found.union(*(_keys(inner) for inner in schema)) if isinstance(schema, list) else found


def _with(path: tuple[str | int, ...], value: Any) -> str:
    plan: Any = _plan()
    place = plan
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return json.dumps(plan, ensure_ascii=False)  # JSON is YAML


PATHS = list(_paths(_plan()))


def test_the_sample_has_every_key() -> None:
    """A key that is added to the schema must be added to the sample here."""
    named = set().union(*(_keys(read_schema(f"{part}.schema.json")) for part in ("plan", "chapter", "indicators")))
    assert named - {step for path in PATHS for step in path if isinstance(step, str)} == _NOT_SAMPLED


@pytest.mark.parametrize("kind", _WRONG)
def test_a_wrong_value_at_any_key_is_told(kind: str, tmp_path: Path) -> None:
    """Each kind at a fifth of the keys, so that every key has one; every command in its turn."""
    for number, path in enumerate(PATHS[list(_WRONG).index(kind) :: 5]):
        (tmp_path / "plan.yaml").write_text(_with(path, _WRONG[kind]), encoding="utf-8")
        command = ("lint", "facts", "lint", "build")[number % 4]
        done = run([command, "plan.yaml", *(["--to", "html"] if command == "build" else [])], tmp_path)
        assert_well_behaved(done)
        if command == "lint" and kind in ("list", "nested"):
            assert done.code == 1, (path, done.out)
