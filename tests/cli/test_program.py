"""The program as its user meets it: whole processes, their output, their exit codes."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.program import planforge

ROOT = Path(__file__).resolve().parents[2]
PLAN = """\
planforge: 1
title: 某市“十四五”科技创新规划
period: {from: 2021, to: 2025, baseline: 2020, previous: 2015}
chapters:
  - heading: 主要任务
    body:
      - text: |
          见{表:没有}。
"""


def _run(*arguments: str, cwd: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "planforge", *arguments],
        capture_output=True,
        cwd=cwd or ROOT,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **environment},
        encoding=environment.get("PYTHONIOENCODING", "utf-8"),
        check=False,
    )


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A plan with one error, in a folder of its own."""
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")
    return tmp_path


def test_findings_give_exit_code_1_and_their_place(plan: Path) -> None:
    """The text report names file, line, column, marks the place and counts."""
    done = _run("lint", str(plan))
    assert done.returncode == 1
    assert "  8:12  错误  没有名为“没有”的表；规划里没有表  [PF008]" in done.stdout
    assert "      见{表:没有}。\n        ^^^^^^^^^" in done.stdout
    assert done.stdout.rstrip().splitlines()[-1].startswith("共 1 个错误（检查了 1 个文件）")
    assert done.stderr == ""


def test_paths_are_named_as_the_user_named_them(plan: Path) -> None:
    """From within the folder the file is just plan.yaml."""
    assert _run("lint", ".", cwd=plan).stdout.startswith("plan.yaml\n")
    assert _run("lint", "plan.yaml", cwd=plan).stdout.startswith("plan.yaml\n")


def test_json_is_the_contract(plan: Path) -> None:
    """All fields of a finding are there, and the fingerprint survives moved lines."""
    first = json.loads(_run("lint", str(plan), "--format", "json").stdout)
    assert set(first) == {"version", "findings", "summary"}
    assert first["summary"] == {"error": 1, "warning": 0, "info": 0, "files": 1}
    found = first["findings"][0]
    assert set(found) == {
        *("code", "rule", "severity", "message", "path", "line", "column", "end_line", "end_column"),
        *("related", "indicator", "fix", "fingerprint"),
    }
    assert (found["line"], found["column"], found["end_line"], found["end_column"]) == (8, 12, 8, 18)
    file = plan / "plan.yaml"
    file.write_text("# 移动一行\n" + file.read_text(encoding="utf-8"), encoding="utf-8")
    moved = json.loads(planforge("lint", str(plan), "--format", "json").stdout)["findings"][0]
    assert moved["line"] == 9
    assert moved["fingerprint"] == found["fingerprint"]


def test_the_strictest_setting_of_several_plans_counts(tmp_path: Path) -> None:
    """Whatever their order; the option overrules it."""
    for name in ("lenient", "strict"):
        shutil.copytree(ROOT / "examples" / "panjin-2018", tmp_path / name)
    (tmp_path / "strict" / "planforge.toml").write_text('fail-on = "warning"\n', encoding="utf-8")
    plans = [str(tmp_path / name) for name in ("lenient", "strict")]
    assert [planforge("lint", *order).returncode for order in (plans, plans[::-1])] == [1, 1]
    assert planforge("lint", *plans, "--fail-on", "error").returncode == 0


def test_fail_on_decides_the_exit_code() -> None:
    """A warning fails only when asked to."""
    assert planforge("lint", "examples/panjin-2018", "--fail-on", "error").returncode == 0
    assert planforge("lint", "examples/panjin-2018", "--fail-on", "warning").returncode == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("lint", "没有这个文件夹"), "找不到“没有这个文件夹”"),
        (("lint",), "缺少参数“路径”"),
        (("lnt",), "没有“lnt”这个命令；是否想写“lint”"),
        (("lint", ".", "--fromat", "json"), "没有“--fromat”这个选项；是否想写“--format”"),
        (("lint", ".", "--format", "xml"), "“--format”应为github、gitlab、html、json"),
        (("lint", "examples/starter", "--fail-on", "all"), "“--fail-on”应为"),
        (("explain", "PF999"), "没有“PF999”这条规则"),
        (("schema", "plans"), "部分应为plan、chapter、indicators、pack，实为“plans”"),
    ],
)
def test_what_cannot_run_says_why_in_one_line(arguments: tuple[str, ...], message: str) -> None:
    """One Chinese line on standard error, exit code 2, no traceback."""
    done = planforge(*arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert message in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_gbk_console_gets_the_same_report(plan: Path) -> None:
    """Windows consoles speak GBK: nothing breaks there, in text or JSON."""
    text = _run("lint", str(plan), PYTHONIOENCODING="gbk")
    assert text.returncode == 1
    assert "没有名为“没有”的表" in text.stdout
    data = _run("lint", str(plan), "--format", "json", PYTHONIOENCODING="gbk")
    assert json.loads(data.stdout)["findings"][0]["message"].startswith("没有名为")


def test_a_character_the_console_lacks_is_replaced(tmp_path: Path) -> None:
    """An emoji in the plan does not stop a GBK console."""
    (tmp_path / "plan.yaml").write_text(PLAN.replace("没有}", "没有😀}"), encoding="utf-8")
    assert _run("lint", str(tmp_path), PYTHONIOENCODING="gbk").returncode == 1


def test_colours_only_on_a_terminal(plan: Path) -> None:
    """A pipe gets none, unless asked for."""
    assert "\x1b[" not in _run("lint", str(plan)).stdout
    assert "\x1b[" in _run("lint", str(plan), "--color").stdout


def test_a_reader_that_leaves_is_no_error(plan: Path) -> None:
    """`planforge … | head -1` prints no traceback."""
    line = f"{sys.executable} -m planforge schema | head -1"
    shell = shutil.which("bash")
    assert shell is not None
    done = subprocess.run([shell, "-c", line], capture_output=True, encoding="utf-8", cwd=ROOT, check=False)
    assert done.stdout == "{\n"
    assert done.stderr == ""


def test_version_and_help_are_there() -> None:
    """--version prints the version; a call without a command prints the help and fails."""
    assert _run("--version").stdout.startswith("planforge 0.")
    bare = _run()
    assert bare.returncode == 2
    assert "用法：planforge [选项] 命令" in bare.stdout


@pytest.mark.parametrize("part", ["plan", "chapter", "indicators"])
def test_schemas_are_printed(part: str) -> None:
    """`planforge schema` prints valid JSON with a Chinese title for every key."""
    printed = json.loads(planforge("schema", part).stdout)
    assert printed["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert printed["title"]


LIGHT = """
import sys
from planforge.cli.main import _run
code = _run(["lint", "examples/panjin-145", "--format", "json"])
heavy = sorted({name.partition(".")[0] for name in sys.modules} & {"docx", "weasyprint", "jinja2", "fontTools", "lxml"})
print("\\nheavy:", heavy, code)
"""


def test_lint_loads_no_heavy_library() -> None:
    """The writers' libraries are for build alone."""
    done = subprocess.run([sys.executable, "-c", LIGHT], capture_output=True, encoding="utf-8", cwd=ROOT, check=False)
    assert done.stdout.rstrip().splitlines()[-1] == "heavy: [] 1", done.stderr


NUMBER = PLAN.replace("见{表:没有}", "根据某委办发[2017]69号")


def test_fixes_are_made_in_place_and_shown_before(plan: Path) -> None:
    """--diff only shows; --fix changes exactly that, keeps comments and line ends, and says how much it mended."""
    file = plan / "plan.yaml"
    before = ("# 注释\n" + NUMBER).replace("\n", "\r\n").encode()
    file.write_bytes(before)
    shown = planforge("lint", str(plan), "--diff")
    assert shown.returncode == 0
    assert "+          根据某委办发〔2017〕69号。" in shown.stdout
    assert file.read_bytes() == before
    done = planforge("lint", str(plan), "--fix", "--fail-on", "warning")
    assert done.returncode == 0, done.stdout
    assert "已改好" in done.stderr
    assert file.read_bytes() == before.replace(b"[2017]", "〔2017〕".encode())


def test_a_fix_through_a_link_is_made_in_the_file_itself(plan: Path) -> None:
    """A chapter that is a link inside the folder stays one."""
    file, link = plan / "real.yaml", plan / "plan.yaml"
    file.write_text(NUMBER, encoding="utf-8")
    link.unlink()
    link.symlink_to(file.name)
    assert "已改好" in planforge("lint", str(plan), "--fix").stderr
    assert link.is_symlink()
    assert "〔2017〕" in file.read_text(encoding="utf-8")


def test_rules_are_listed_for_programs() -> None:
    """Every rule with what a program needs to show or choose it; an unknown format is told."""
    listed = json.loads(_run("rules", "--format", "json").stdout)
    assert listed["version"] == 1
    codes = [rule["code"] for rule in listed["rules"]]
    assert codes == [line.split()[0] for line in _run("rules").stdout.splitlines()]
    assert set(listed["rules"][0]) == {"code", "rule", "severity", "since", "summary", "why"}
    assert _run("rules", "--format", "xml").returncode == 2
