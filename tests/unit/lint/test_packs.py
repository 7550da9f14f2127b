"""An office's pack: rules as YAML beside planforge.toml, told apart from a broken one in plain Chinese."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from planforge.errors import PlanforgeError
from planforge.lint.configuration import Configuration, find_configuration
from planforge.lint.engine import lint
from planforge.lint.finding import Safety, Severity
from planforge.lint.fixes import fixed_files
from planforge.lint.lines import Lines
from planforge.lint.packs.near import near_misses
from planforge.lint.packs.shipped import tables
from planforge.lint.registry import all_rules
from planforge.lint.report import Report
from planforge.output.findings import Style, formats
from planforge.plan.load import read_plan
from planforge.source.place import SourceFile
from planforge.source.schema import plain, read_schema
from planforge.source.tree import open_plan
from planforge.source.yaml_reading import parse
from tests.program import planforge

PLAN = """\
planforge: 1
title: 某市规划
period: {{from: 2021, to: 2025}}
chapters:
  - heading: 任务
    body:
      - text: |
          {text}
"""
PACK = """\
pack: 1
name: 市政府办公室用语
rules:
  - code: XF001
    slug: office-word
    summary: 办公室不用的词
    message: 应为“{use}”，实为“{found}”
    source: 某府办〔2021〕3号
    fix: safe
    except: [打造机]
    swap: {打造: 建设, 抓手: 举措}
  - code: BG-102
    slug: institute-name
    severity: error
    summary: 产研院的名称
    message: 应为“{use}”，实为“{found}”
    exact: [大连理工大学盘锦产业技术研究院]
  - code: XF003
    slug: old-office
    severity: info
    summary: 已经撤销的机构
    message: “{found}”{last}以后已不用，{note}
    scope: 正文
    find:
      - {term: 市科委, to: 2019-01, note: 现为市科技局}
      - {pattern: '(?<!原)市经信委', to: "2018"}
"""


def _write(
    folder: Path, pack: str = PACK, toml: str = 'packs = ["office.yaml"]\n', text: str = "打造创新高地。"
) -> Path:
    (folder / "planforge.toml").write_text(toml, encoding="utf-8")
    (folder / "office.yaml").write_text(pack, encoding="utf-8")
    (folder / "plan.yaml").write_text(PLAN.format(text=text), encoding="utf-8")
    return folder


def _report(folder: Path) -> Report:
    return lint(read_plan(*open_plan(folder)), find_configuration(folder))


def _told(report: Report) -> list[tuple[str, str, str]]:
    return [
        (finding.code, finding.severity.value, finding.message)
        for finding in report.findings
        if not finding.code.startswith("PF")
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("打造创新高地。", [("XF001", "warning", "应为“建设”，实为“打造”")]),
        ("购置打造机。", []),
        (
            "依托大连理工大学盘锦产业技研究院。",
            [("BG-102", "error", "应为“大连理工大学盘锦产业技术研究院”，实为“大连理工大学盘锦产业技研究院”")],
        ),
        ("依托大连理工大学盘锦产业技术研究院。", []),
        ("市科委牵头。", [("XF003", "info", "“市科委”2019年1月31日以后已不用，现为市科技局")]),
        ("原市经信委的文件。", []),
    ],
)
def test_entries_are_rules(text: str, told: list[tuple[str, str, str]], tmp_path: Path) -> None:
    """Swaps, exact names and dated names of a pack are found, and their exceptions are not."""
    assert _told(_report(_write(tmp_path, text=text))) == told


def test_rules_of_a_pack_are_like_the_others(tmp_path: Path) -> None:
    """They are selected, weighed, suppressed and fixed by code, name and family."""
    assert _told(_report(_write(tmp_path, toml='packs = ["office.yaml"]\nignore = ["XF"]\n'))) == []
    assert _told(_report(_write(tmp_path, toml='packs = ["office.yaml"]\nselect = ["office-word"]\n')))
    _write(tmp_path, toml='packs = ["office.yaml"]\n[severity]\nXF001 = "error"\nXF = "info"\n')
    assert [severity for _, severity, _ in _told(_report(tmp_path))] == ["error"]
    plan = tmp_path / "plan.yaml"
    plan.write_text(plan.read_text("utf-8").replace("text: |", "text: | # planforge: ignore[XF001] 专名"), "utf-8")
    assert _told(_report(tmp_path)) == []


def test_safe_fixes_of_a_pack_are_made(tmp_path: Path) -> None:
    """`fix: safe` puts the right word in place and touches nothing else."""
    changed = fixed_files(_report(_write(tmp_path)), unsafe=False)
    assert [file.text for file in changed] == [PLAN.format(text="建设创新高地。")]


def test_outputs_know_the_rules_of_packs(tmp_path: Path) -> None:
    """SARIF describes the rule that its result points at."""
    run = json.loads(formats()["sarif"](_report(_write(tmp_path)), Style()))["runs"][0]
    result = next(one for one in run["results"] if one["ruleId"] == "XF001")
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["name"] == "office-word"


def test_packs_are_told_and_explained(tmp_path: Path) -> None:
    """`planforge rules` and `explain` know what the configuration of the folder adds."""
    _write(tmp_path)

    def run(*arguments: str) -> str:
        return planforge(*arguments, cwd=tmp_path).stdout

    assert "BG-102" in run("rules")
    assert "某府办〔2021〕3号" in run("explain", "office-word")
    assert json.loads(run("schema", "pack"))["title"] == "规则包"


RULE = "pack: 1\nname: 用语\nrules:\n  - code: XF001\n    slug: a\n    summary: 查\n"


@pytest.mark.parametrize(
    ("pack", "message"),
    [
        ("pack: 1\nname: 用语\nrules: []\n", "office.yaml:3:1 “rules”应为至少一项的列表"),
        (RULE + "    swop: {甲: 乙}\n", "office.yaml:7:5 “一条规则”里没有“swop”这个键；是否想写“swap”"),
        (RULE, "office.yaml:4:11 这条规则没有内容"),
        (RULE.replace("XF001", "PF001") + "    terms: [甲]\n", "office.yaml:4:11 “PF001”：PF 开头的代码留给 planforge"),
        (RULE.replace("XF001", "xf1") + "    terms: [甲]\n", "应为大写前缀加三位数字，如 XF001，实为“xf1”"),
        (RULE + "    severity: 警告\n    terms: [甲]\n", "“severity”应为“error”、“warning”、“info”，实为“警告”"),
        (RULE + "    find:\n      - {pattern: '(甲'}\n", "office.yaml:8:19 正则表达式“(甲”写法不对"),
        (RULE + "    find:\n      - {pattern: '甲*'}\n", "什么都匹配"),
        (RULE + "    find:\n      - {pattern: '甲', use: '\\1'}\n", "没有 use 里所用的那一组"),
        (RULE + "    find:\n      - {note: 甲}\n", "查找项应写“term”或“pattern”中的一个"),
        (RULE + "    find:\n      - {term: 甲, from: 2022-13}\n", "“from”应为日期，如 2022-10-16"),
        (RULE + "    find:\n      - {term: 甲, from: 2022-02-30}\n", "日历上没有“2022-02-30”这一天"),
        (RULE + "    terms: [甲]\n  - {code: XF001, slug: b, summary: 查, terms: [乙]}\n", "“XF001”在规则包里用了两次"),
        (RULE.replace("slug: a", "slug: comparator-drift") + "    terms: [甲]\n", "“comparator-drift”已经是别的规则"),
        ("甲\n", "规则包的最外层应为“键: 值”"),
        ("pack: 1\nname: [\n", "office.yaml:"),
        ("pack: &a 1\nname: 用语\nrules: []\n", "不支持 YAML 锚点"),
    ],
)
def test_a_broken_pack_is_told_at_its_place(pack: str, message: str, tmp_path: Path) -> None:
    """No half of a pack is used; the first fault is told with its line and column."""
    _write(tmp_path, pack)
    with pytest.raises(PlanforgeError) as told:
        find_configuration(tmp_path)
    assert message in told.value.message


@pytest.mark.parametrize("path", ["../office.yaml", "/etc/hostname", "none.yaml", "."])
def test_a_pack_lies_below_the_configuration(path: str, tmp_path: Path) -> None:
    """A file elsewhere, or none, is refused."""
    inner = tmp_path / "plans"
    inner.mkdir()
    (tmp_path / "office.yaml").write_text(PACK, encoding="utf-8")
    with pytest.raises(PlanforgeError):
        find_configuration(_write(inner, toml=f'packs = ["{path}"]\n'))


def test_a_large_pack_is_refused(tmp_path: Path) -> None:
    """A megabyte is enough for any vocabulary."""
    with pytest.raises(PlanforgeError, match="太大"):
        find_configuration(_write(tmp_path, PACK + "#" * 1_100_000))


def test_a_pattern_without_end_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pattern that backtracks for ever is told by its rule instead of hanging the pipeline."""
    pack = RULE + "    find:\n      - {pattern: '(?:甲|甲甲|丁)+\\d'}\n"
    _write(tmp_path, pack, text="甲" * 200 + "。1")
    monkeypatch.setattr("planforge.lint.packs.checking.SLOWEST", 0.2)
    with pytest.raises(PlanforgeError, match="XF001"):
        _report(tmp_path)


def test_pattern_matches_stay_within_a_paragraph(tmp_path: Path) -> None:
    """A class that takes line ends does not join two paragraphs, and the shorter match within one is found."""
    pack = RULE + "    find:\n      - {pattern: '甲[^乙]*'}\n"
    _write(tmp_path, pack, text="甲丙\n\n          丁乙。")
    report = _report(tmp_path)
    assert [report.text(finding.place) for finding in report.findings if finding.code == "XF001"] == ["甲丙"]


@pytest.mark.parametrize("table", tables(), ids=lambda table: table.name)
def test_shipped_packs_have_the_form_of_packs(table: object) -> None:
    """What planforge ships is valid by the schema that offices get."""
    text = table.read_text(encoding="utf-8")  # type: ignore[attr-defined]  # a Traversable, which pytest hands on as it is
    node, problems = parse(SourceFile("pack.yaml", text))
    assert node is not None
    assert problems == []
    assert [
        error.message for error in Draft202012Validator(read_schema("pack.schema.json")).iter_errors(plain(node))
    ] == []


def test_the_documented_pack_is_one(tmp_path: Path) -> None:
    """The example of docs/packs.md can be used as it stands there."""
    page = (Path(__file__).parents[3] / "docs" / "packs.md").read_text(encoding="utf-8")
    example = page.partition("~~~yaml\n")[2].partition("~~~\n")[0]
    assert {"XF001", "XF002", "XF003"} <= set(find_configuration(_write(tmp_path, example)).rules)


def test_no_packs_is_the_default(tmp_path: Path) -> None:
    """Without `packs` the rules are planforge's own."""
    assert find_configuration(tmp_path).rules == all_rules() == Configuration().rules


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("大连理工大学盘锦产业技术研究院", []),
        ("大连理工大学盘锦产业技研究院", ["大连理工大学盘锦产业技研究院"]),
        ("大连理工大学盘锦产业技木研究院", ["大连理工大学盘锦产业技木研究院"]),
        ("大连理工大学盘锦新材料产业技术研究院", []),
        ("大连理工大学营口产业技术研究院", []),
        ("大连理工大学盘锦产业术技研究院", ["大连理工大学盘锦产业术技研究院"]),
        ("大连理工大学盘锦校区", []),
    ],
)
def test_near_misses(text: str, found: list[str]) -> None:
    """One or two characters wrong are a slip, words put in on purpose are not."""
    spans = near_misses(Lines(f"依托{text}建设。"), "大连理工大学盘锦产业技术研究院")
    assert [f"依托{text}建设。"[start:end] for start, end in spans] == found


def test_severity_and_safety_default_to_caution(tmp_path: Path) -> None:
    """A rule that does not say so is a warning and offers no fix."""
    _write(tmp_path, RULE + "    swap: {打造: 建设}\n")
    finding = next(one for one in _report(tmp_path).findings if one.code == "XF001")
    assert (finding.severity, finding.fix) == (Severity.WARNING, None)
    assert Safety("safe") is Safety.SAFE
