"""`planforge build` as its user meets it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from tests.program import planforge
from tests.unit.render.reading import docx_text
from tests.word.made import built, plan_of

ROOT = Path(__file__).resolve().parents[2]
PLAN = """\
planforge: 1
title: 某市“十四五”科技创新规划
stage: 送审稿
chapters:
  - heading: 主要任务
    body:
      - text: |
          完善政策体系。
"""


def _build(*arguments: str) -> subprocess.CompletedProcess[str]:
    return planforge("build", *arguments)


def _start_build(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "planforge", "build", *arguments],
        capture_output=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **environment},
        encoding="utf-8",
        check=False,
    )


def _plan(folder: Path, text: str = PLAN) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "plan.yaml").write_text(text, encoding="utf-8")
    return folder


def test_files_are_named_after_the_plan(tmp_path: Path) -> None:
    """The folder's name, one file a format, and a line each."""
    done = _build(str(_plan(tmp_path / "某规划")), "-o", str(tmp_path / "out"), "--to", "docx,html")
    assert done.returncode == 0, done.stderr
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["某规划.docx", "某规划.html"]
    assert done.stdout.splitlines()[-1] == "没有错误。"


def test_what_lint_found_is_not_looked_for_again(tmp_path: Path) -> None:
    """A build takes the report of the run before, and no old one for a changed plan."""
    plan = str(_plan(tmp_path / "某规划"))
    assert planforge("lint", plan).returncode == 0
    arguments = (plan, "-o", str(tmp_path / "out"), "--to", "html")
    engine = "planforge.lint.engine"
    assert engine not in _loaded(*arguments)
    assert engine in _loaded(*arguments, "--no-cache")
    _plan(tmp_path / "某规划", PLAN + "          全市共有科技项目61项（国家级4项、省级47项）。\n")
    done = _build(*arguments)
    assert done.stdout.splitlines()[-1] == "规划还有 1 个错误，用 planforge lint 查看。"


def _loaded(*arguments: str) -> str:
    """Return the modules that a build loads, one a line."""
    code = "import sys; from planforge.cli.main import _run; _run(sys.argv[1:]); print(*sys.modules, sep='\\n')"
    done = subprocess.run(
        [sys.executable, "-c", code, "build", *arguments], capture_output=True, encoding="utf-8", check=True
    )
    return done.stdout


def test_errors_are_counted_and_the_files_written_all_the_same(tmp_path: Path) -> None:
    """A draft with errors prints; the drafter is told how many."""
    plan = _plan(tmp_path / "p", PLAN.replace("完善政策体系", "见{表:没有}"))
    done = _build(str(plan), "-o", str(tmp_path / "out"), "--to", "docx")
    assert done.returncode == 0
    assert "规划还有 1 个错误" in done.stdout
    assert (tmp_path / "out" / "p.docx").exists()


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("完善政策体系", "见{表:没有}", "有 1 个错误"),
        ("完善政策体系", "达到待填家", "待填的内容"),
        ("          完善政策体系。\n", "          完善。\n        review: 请核对\n", "审阅意见"),
    ],
)
def test_final_refuses_what_is_not_fit(old: str, new: str, reason: str, tmp_path: Path) -> None:
    """--final writes nothing, says why, exits with 1."""
    plan = _plan(tmp_path / "p", PLAN.replace(old, new))
    done = _build(str(plan), "-o", str(tmp_path / "out"), "--to", "docx", "--final")
    assert done.returncode == 1
    assert reason in done.stderr
    assert not (tmp_path / "out").exists()


def test_final_refuses_missing_glyphs(tmp_path: Path) -> None:
    """A character that no font has is named; the draft is written with a warning, the final is not."""
    plan = _plan(tmp_path / "p", PLAN.replace("完善政策", "完善𠮷𪚥政策"))
    draft = _build(str(plan), "-o", str(tmp_path / "out"), "--to", "pdf")
    assert draft.returncode == 0, draft.stderr
    assert "U+2A6A5" in draft.stderr
    final = _build(str(plan), "-o", str(tmp_path / "final"), "--to", "pdf", "--final")
    assert final.returncode == 1
    assert "U+2A6A5" in final.stderr
    assert not (tmp_path / "final").exists()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: {b\n", "规划读不出来"),
        (PLAN + "house: 没有\n", "plan.yaml:9:8 没有名为“没有”"),
        (PLAN + "house: panzhenban\n", "panzhengban"),
    ],
)
def test_a_failed_build_leaves_the_last_good_files(text: str, message: str, tmp_path: Path) -> None:
    """One line on standard error, exit code 2, and the files of the last build untouched."""
    plan, out = _plan(tmp_path / "p"), tmp_path / "out"
    assert _build(str(plan), "-o", str(out), "--to", "docx").returncode == 0
    before = (out / "p.docx").read_bytes()
    _plan(tmp_path / "p", text)
    done = _build(str(plan), "-o", str(out), "--to", "docx")
    assert done.returncode == 2, done.stdout
    assert message in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert (out / "p.docx").read_bytes() == before


def test_build_keeps_to_the_configuration(tmp_path: Path) -> None:
    """A rule that the office has switched off does not hold back the final document."""
    plan = _plan(tmp_path / "p", PLAN.replace("完善政策体系", "见{表:没有}"))
    assert _build(str(plan), "-o", str(tmp_path / "out"), "--to", "docx", "--final").returncode == 1
    (plan / "planforge.toml").write_text('ignore = ["PF008"]\n', encoding="utf-8")
    assert _build(str(plan), "-o", str(tmp_path / "out"), "--to", "docx", "--final").returncode == 0


def test_a_format_this_machine_cannot_write(tmp_path: Path) -> None:
    """Without WeasyPrint all else is written with a remark; a PDF asked for by name is an error."""
    plan = _plan(tmp_path / "p")
    shadow = {"PYTHONPATH": str(tmp_path / "shadow")}
    (tmp_path / "shadow").mkdir()
    (tmp_path / "shadow" / "weasyprint.py").write_text("raise ImportError('no such library')\n", encoding="utf-8")
    done = _start_build(str(plan), "-o", str(tmp_path / "out"), **shadow)
    assert done.returncode == 0, done.stderr
    assert sorted(path.suffix for path in (tmp_path / "out").iterdir()) == [".docx", ".html"]
    assert "不能生成 PDF" in done.stderr
    named = _start_build(str(plan), "-o", str(tmp_path / "named"), "--to", "pdf", **shadow)
    assert named.returncode == 2
    assert len(named.stderr.splitlines()) == 1
    assert not (tmp_path / "named").exists()


def test_unknown_formats_are_told(tmp_path: Path) -> None:
    """The formats there are stand in the message."""
    done = _build(str(_plan(tmp_path / "p")), "--to", "docx,odt")
    assert done.returncode == 2
    assert "“--to”应为docx、html、pdf、xlsx，实为“odt”" in done.stderr


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """A file stands where the folder should be."""
    (tmp_path / "out").write_bytes(b"")
    done = _build(str(_plan(tmp_path / "p")), "-o", str(tmp_path / "out"), "--to", "html")
    assert done.returncode == 2
    assert "无法写入" in done.stderr
    assert "Traceback" not in done.stderr


def _wait_for_pango(pid: int) -> None:
    """Return when the process is in the midst of laying out the PDF."""
    for _ in range(600):
        if "pango" in Path(f"/proc/{pid}/maps").read_text(encoding="utf-8", errors="replace"):
            return
        time.sleep(0.05)


def _interrupted(out: Path) -> tuple[int, str]:
    """Interrupt a build of a PDF; return its exit code and what it complained of."""
    process = subprocess.Popen(
        [sys.executable, "-m", "planforge", "build", "examples/panjin-145", "-o", str(out)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        encoding="utf-8",
        # a shell starts what it puts in the background with Ctrl-C ignored, and a child would take that over
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),
    )
    _wait_for_pango(process.pid)
    process.send_signal(signal.SIGINT)
    _, complaint = process.communicate(timeout=180)
    return process.returncode, complaint


@pytest.mark.skipif(not Path("/proc/self/maps").exists(), reason="needs /proc to see how far the build is")
def test_an_interrupted_build_leaves_no_traceback(tmp_path: Path) -> None:
    """Ctrl-C: one line, exit code 130, nothing half-written."""
    code, complaint = _interrupted(tmp_path / "out")
    for _ in range(2):
        if code == 0:  # on a busy machine a build may end before the signal reaches it
            code, complaint = _interrupted(tmp_path / "out")
    # Python ends itself by the signal where that came while it made a class (in an `exec`); a shell says 130 of both
    assert code in (130, -signal.SIGINT), complaint
    assert "已中断" in complaint
    assert "Traceback" not in complaint
    assert not list(tmp_path.glob("out/*.tmp"))


def test_a_word_file_is_printed_again_with_the_same_captions(tmp_path: Path) -> None:
    """表1 is counted once; what was typed is not printed beside it."""
    first = built(plan_of("panjin-145"), "panzhengban", "margins-37-35", final=True)
    (tmp_path / "旧稿.docx").write_bytes(first)
    assert _build(str(tmp_path / "旧稿.docx"), "-o", str(tmp_path / "out"), "--to", "docx").returncode == 0
    again = docx_text((tmp_path / "out" / "旧稿.docx").read_bytes())
    caption = "表1　“十三五”期间主要科技创新指标完成情况"
    assert docx_text(first).count(caption) == again.count(caption) == 1
    assert again.count("表1　表1") == again.count("表2") == 0


def test_a_word_file_with_a_picture_is_told_what_is_possible(tmp_path: Path) -> None:
    """Its reader has the caption only; a document without its picture must not be taken for the whole."""
    (tmp_path / "旧稿.docx").write_bytes(built(plan_of("starter"), "panzhengban", "margins-37-35", final=True))
    done = _build(str(tmp_path / "旧稿.docx"), "-o", str(tmp_path / "out"))
    assert done.returncode == 2
    assert "有图“" in done.stderr
    assert "”：Word 和文本文件里的图片不读入" in done.stderr
    assert "figure" in done.stderr
    assert not (tmp_path / "out").exists()


def test_a_table_that_has_to_break_numbers_is_told_with_its_place(tmp_path: Path) -> None:
    """The files are written; a format without pages has no such trouble."""
    cells = " | ".join(["1234567.89"] * 20)
    table = f"      - table: 各年指标\n        rows: |\n          {cells}\n          {cells}\n"
    folder = _plan(tmp_path / "某规划", PLAN + table)
    done = _build(str(folder), "-o", str(tmp_path / "out"), "--to", "docx")
    assert done.returncode == 0
    assert "plan.yaml:9:16 “表1　各年指标”的数字排不进一行" in done.stderr
    assert "数字" not in _build(str(folder), "-o", str(tmp_path / "out"), "--to", "html").stderr


def test_titles_that_no_breaking_makes_right_are_told_with_their_place(tmp_path: Path) -> None:
    """Three long names make an hourglass; eight organs leave no room for text on the first page."""
    names = ["盘锦市人力资源和社会保障局", "盘锦市住房和城乡建设局", "国家税务总局盘锦市税务局"]
    issued = PLAN.replace("送审稿", "印发稿\ndocument:\n  issuer: {}\n  joint: [{}]\n  notice: |\n    现印发给你们。")
    folder = _plan(tmp_path / "某规划", issued.format(names[0], ", ".join(names[1:])))
    out = ("-o", str(tmp_path / "out"), "--to", "docx")
    assert "plan.yaml:5:11 标题各行应逐行加长" in _build(str(folder), *out).stderr
    _plan(folder, issued.format("某市教育局", ", ".join(f"某市第{at}局" for at in "二三四五六七八九十")))
    done = _build(str(folder), *out)
    assert done.returncode == 0
    assert "标题各行" not in done.stderr
    assert "等10部门关于印发" in docx_text((tmp_path / "out" / "某规划.docx").read_bytes())
    _plan(folder, issued.format("某市教育局", ", ".join(f"某市第{at}局" for at in "二三四五六七八九十甲乙丙丁戊己")))
    assert "plan.yaml:5:11 首页应有正文" in _build(str(folder), *out).stderr


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (
            ["新疆某某自治州财政局", "新疆维吾尔自治区博尔塔拉蒙古自治州发展和改革委员会"],
            ("6:11", "15.5磅", "25字", "去掉 joint"),
        ),
        (["新疆维吾尔自治区博尔塔拉蒙古自治州发展和改革委员会"], ("5:11", "16磅", "25字", "用规范化简称")),
        (["盘锦市人力资源和社会保障局", "国家税务总局盘锦市税务局"], None),
    ],
)
def test_names_too_long_for_a_head_larger_than_the_title_are_told(
    names: list[str], told: tuple[str, ...] | None, tmp_path: Path
) -> None:
    """The place is that of the longest name."""
    joint = f"  joint: [{', '.join(names[1:])}]\n" if names[1:] else ""
    issued = PLAN.replace("送审稿", f"印发稿\ndocument:\n  issuer: {names[0]}\n{joint}  notice: |\n    现印发给你们。")
    done = _build(str(_plan(tmp_path / "某规划", issued)), "-o", str(tmp_path / "out"), "--to", "docx")
    remarks = [line for line in done.stderr.splitlines() if "发文机关标志应比标题（22磅）醒目" in line]
    assert len(remarks) == (told is not None)
    assert all(words in remarks[0] for words in told or ())


def test_a_signature_on_a_page_without_text_is_told(tmp_path: Path) -> None:
    """Five organs leave the first page room for the only line of the notice, but not for their signatures."""
    elements = "  signature: {by: 某市教育局, on: 2026年1月1日}\n  notice: |\n    现印发给你们。"
    names = "某市科学技术局, 某市工业和信息化局, 某市财政局, 某市统计局"
    issued = PLAN.replace("送审稿", f"印发稿\ndocument:\n  issuer: 某市教育局\n  joint: [{names}]\n{elements}")
    out = ("-o", str(tmp_path / "out"), "--to", "docx")
    told = "plan.yaml:9:5 署名和成文日期所在的一面应有正文，实为没有"
    assert told in _build(str(_plan(tmp_path / "某规划", issued)), *out).stderr
    longer = issued.replace("现印发给你们。", "现印发给你们。" * 6)
    assert "署名" not in _build(str(_plan(tmp_path / "某规划", longer)), *out).stderr


WRONG = {
    "page": (
        PLAN + "page: a4\n",
        "plan.yaml:9:7 page 应为 margins-37-35、gbt33476 之一，实为“a4”；先按 margins-37-35 排了",
    ),
    "missing": (PLAN + "      - figure: 图\n        file: 没有.png\n", "plan.yaml:10:15 “"),
    "broken": (PLAN + "      - figure: 图\n        file: 坏.png\n", "plan.yaml:10:15 图片“坏.png”应为 PNG 或 JPEG"),
}


@pytest.mark.parametrize(("text", "message"), WRONG.values(), ids=WRONG)
def test_what_can_be_printed_is_printed(text: str, message: str, tmp_path: Path) -> None:
    """A page set-up or a picture there is not is told with its place; the draft is written, the final is not."""
    plan, out = _plan(tmp_path / "p", text), tmp_path / "out"
    (plan / "坏.png").write_text("不是图", encoding="utf-8")
    done = _build(str(plan), "-o", str(out), "--to", "docx,html")
    assert done.returncode == 0, done.stderr
    assert [line for line in done.stderr.splitlines() if message in line], done.stderr
    assert done.stdout.splitlines()[-1] == "规划还有 1 个错误，用 planforge lint 查看。"
    assert len(list(out.iterdir())) == 2
    final = _build(str(plan), "-o", str(tmp_path / "final"), "--to", "docx", "--final")
    assert final.returncode == 1
    assert message in final.stderr
    assert not (tmp_path / "final").exists()


def test_what_reviewers_wrote_beside_a_missing_picture_comes_back(tmp_path: Path) -> None:
    """A draft with a crossed frame is one like any other."""
    plan = _plan(tmp_path / "p", WRONG["missing"][0])
    assert _build(str(plan), "-o", str(tmp_path), "--to", "docx").returncode == 0
    merged = planforge("merge", str(plan), str(tmp_path / "p.docx"))
    assert merged.returncode == 0, merged.stderr
