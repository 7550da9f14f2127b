"""`planforge facts` as its user meets it."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.program import planforge

TEXT = "一、发展目标\n到2025年，高新技术企业达到230家以上，研发经费年均增长10%。\n"


def _facts(*arguments: str) -> subprocess.CompletedProcess[str]:
    return planforge("facts", *arguments)


def test_json_is_the_contract(tmp_path: Path) -> None:
    """All fields of a fact are there, with exact places."""
    file = tmp_path / "a.txt"
    file.write_text(TEXT, encoding="utf-8")
    data = json.loads(_facts(str(file), "--format", "json").stdout)
    assert data["version"] == 1
    first = data["facts"][0]
    assert set(first) == {
        *("path", "line", "column", "end_line", "end_column", "text", "literal", "indicator", "scope", "tier"),
        *("kind", "value", "unit", "comparator", "role", "time", "base_time", "source", "direction"),
    }
    told = {key: first[key] for key in ("line", "literal", "indicator", "value", "unit", "comparator", "role", "time")}
    assert told == {
        "line": 2,
        "literal": "230",
        "indicator": "高新技术企业",
        "value": 230,
        "unit": "家",
        "comparator": "ge",
        "role": "target",
        "time": "2025",
    }
    line = TEXT.splitlines()[1]
    assert line[first["column"] - 1 : first["end_column"] - 1] == first["text"]


def test_a_change_says_where_it_goes(tmp_path: Path) -> None:
    """A value has no sign: that it fell is told by its direction."""
    file = tmp_path / "a.txt"
    file.write_text("一、发展目标\n到2025年，能耗下降3%，收入增长5%，煤矿减少2座，床位达到9张。\n", encoding="utf-8")
    facts = json.loads(_facts(str(file), "--format", "json").stdout)["facts"]
    assert [(fact["value"], fact["direction"]) for fact in facts] == [(3, "down"), (5, "up"), (2, "down"), (9, None)]


def test_text_is_one_line_a_statement(tmp_path: Path) -> None:
    """The list for people names indicator, figure, year, role and source."""
    file = tmp_path / "a.txt"
    file.write_text(TEXT, encoding="utf-8")
    lines = _facts(str(file)).stdout.splitlines()
    assert "高新技术企业  230家以上  2025年  目标  正文" in lines[0]
    assert lines[-1] == "共 2 条数字。"


def test_a_plan_that_cannot_be_read_says_so(tmp_path: Path) -> None:
    """The first problem is the message; exit code 2."""
    (tmp_path / "plan.yaml").write_text("a: {b\n", encoding="utf-8")
    done = _facts(str(tmp_path))
    assert done.returncode == 2
    assert "规划读不出来" in done.stderr


def test_filters_by_indicator_and_year(tmp_path: Path) -> None:
    """--indicator and --year narrow the list."""
    file = tmp_path / "a.txt"
    file.write_text(TEXT, encoding="utf-8")
    assert _facts(str(file), "--indicator", "高新").stdout.splitlines()[-1] == "共 1 条数字。"
    assert _facts(str(file), "--year", "2019").stdout.splitlines()[-1] == "共 0 条数字。"


def test_csv_has_a_head_and_no_formulas(tmp_path: Path) -> None:
    """A path that begins like a formula is made safe."""
    (tmp_path / "=a.txt").write_text(TEXT, encoding="utf-8")
    done = planforge("facts", "=a.txt", "--format", "csv", cwd=tmp_path)
    head, first, _ = done.stdout.splitlines()
    assert head.startswith("path,line,column")
    assert first.startswith("'=a.txt,2,")


def test_csv_of_no_facts_has_the_same_head(tmp_path: Path) -> None:
    """A spreadsheet that reads the columns by their names finds them all."""
    file = tmp_path / "a.txt"
    file.write_text(TEXT, encoding="utf-8")
    head, *_ = _facts(str(file), "--format", "csv").stdout.splitlines()
    assert _facts(str(file), "--format", "csv", "--year", "1999").stdout.splitlines() == [head]


def test_a_csv_file_is_marked_as_utf_8_and_the_screen_is_not(tmp_path: Path) -> None:
    """Excel on Chinese Windows shows a file without the mark as nonsense; who reads the output as text gets none."""
    file = _file(tmp_path)
    shown = _facts(file, "--format", "csv").stdout
    _facts(file, "--format", "csv", "--output", str(tmp_path / "数字.csv"))
    written = (tmp_path / "数字.csv").read_bytes()
    assert written.decode("utf-8") == "\ufeff" + shown
    _facts(file, "--format", "json", "--output", str(tmp_path / "数字.json"))
    assert (tmp_path / "数字.json").read_bytes().startswith(b"{")


def test_an_earlier_plan_is_compared(tmp_path: Path) -> None:
    """Each target of the earlier plan is met, missed or not mentioned."""
    earlier, later = tmp_path / "a.txt", tmp_path / "b.txt"
    goals = "到2020年，产业技术研究院总数达到25家，高新技术企业达到100家，科技进步贡献率达到60%。"
    earlier.write_text(f"某市“十三五”科技创新规划\n一、发展目标\n{goals}\n", encoding="utf-8")
    review = "截至2020年底，产业技术研究院达到15家，高新技术企业达到158家。"
    later.write_text(f"某市“十四五”科技创新规划\n一、“十三五”回顾\n{review}\n", encoding="utf-8")
    lines = _facts(str(later), "--compare", str(earlier)).stdout.splitlines()
    assert lines[0].endswith("没有达到")
    assert "25家" in lines[0]
    assert lines[-1] == "共 3 项目标：达到 1 项、没有达到 1 项、没有交代 1 项。"
    data = json.loads(_facts(str(later), "--compare", str(earlier), "--format", "json").stdout)
    assert [row["outcome"] for row in data["targets"]] == ["missed", "met", "unmentioned"]


def _file(folder: Path, text: str = TEXT) -> str:
    file = folder / "a.txt"
    file.write_text(text, encoding="utf-8")
    return str(file)


def test_a_workbook_holds_numbers_and_no_formula(tmp_path: Path) -> None:
    """Numbers are numbers, words that look like formulas are words, equal input gives equal bytes."""
    openpyxl = pytest.importorskip("openpyxl")
    file = _file(tmp_path, "一、发展目标\n到2025年，=1+1企业达到230家以上。\n")
    for name in ("one.xlsx", "two.xlsx"):
        assert _facts(file, "--format", "xlsx", "-o", str(tmp_path / name)).returncode == 0
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()
    page = openpyxl.load_workbook(tmp_path / "one.xlsx").active
    head, row = [list(cells) for cells in page.iter_rows()]
    values = {title.value: cell for title, cell in zip(head, row, strict=True)}
    assert (values["数值"].value, values["比较"].value, values["年份"].value) == (230, "≥", "2025")
    assert {cell.data_type for cell in row} <= {"s", "n"}


def test_a_workbook_shows_the_digits_as_printed(tmp_path: Path) -> None:
    """80.0 stays 80.0 and 1,850 keeps its comma, each a number; one in words is a plain number."""
    openpyxl = pytest.importorskip("openpyxl")
    file = _file(tmp_path, "一、发展目标\n到2025年，上云率达到80.0%，上云企业达到1,850家，智能工厂达到三十家。\n")
    assert _facts(file, "--format", "xlsx", "-o", str(tmp_path / "a.xlsx")).returncode == 0
    head, *rows = openpyxl.load_workbook(tmp_path / "a.xlsx").active.iter_rows()
    at = [cell.value for cell in head].index("数值")
    assert [(row[at].value, row[at].number_format) for row in rows] == [(80, "0.0"), (1850, "#,##0"), (30, "General")]


def test_a_workbook_needs_a_file(tmp_path: Path) -> None:
    """A workbook is not for the screen."""
    found = _facts(_file(tmp_path), "--format", "xlsx")
    assert found.returncode == 2
    assert "-o" in found.stderr


def test_an_account_of_one_indicator(tmp_path: Path) -> None:
    """Every place, what it admits, which group it is in, and whether the group agrees."""
    words = "2025年，高新技术企业达到230家以上；瞪羚企业达到9家。\n“十四五”期间，2025年，高新技术企业为210家。\n"
    told = _facts(_file(tmp_path, f"某市“十四五”科技规划\n一、发展目标\n{words}"), "--explain", "高新技术企业").stdout
    assert "230～不限家" in told
    assert "瞪羚" not in told
    assert "2处不能同时成立" in told


def test_aliases_of_the_office_count(tmp_path: Path) -> None:
    """`aliases` in planforge.toml brings two names together, in facts and in lint."""
    (tmp_path / "planforge.toml").write_text('aliases = "别名.yaml"\n', encoding="utf-8")
    (tmp_path / "别名.yaml").write_text("产业链企业: [链上企业, 产业链骨干企业]\n", encoding="utf-8")
    words = "到2025年，链上企业达到36家。\n到2025年，产业链骨干企业达到38家。\n"
    file = _file(tmp_path, f"某市“十四五”科技规划\n一、发展目标\n{words}")
    told = json.loads(_facts(file, "--format", "json").stdout)["facts"]
    assert {fact["indicator"] for fact in told} == {"产业链企业"}
    assert "PF201" in planforge("lint", file, "--no-cache").stdout


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--explain", "高新", "--format", "json"], "“--explain”只有 text 格式，实为“json”"),
        (["--explain", "高新", "--year", "2025"], "“--explain”不能与“--year”合用"),
        (["--compare", "PLAN", "--explain", "高新"], "“--compare”不能与“--explain”合用"),
        (["--compare", "PLAN", "--indicator", "高新"], "“--compare”不能与“--indicator”合用"),
        (["--compare", "PLAN", "--year", "2025"], "“--compare”不能与“--year”合用"),
    ],
)
def test_options_that_would_not_be_heeded_are_refused(options: list[str], told: str, tmp_path: Path) -> None:
    """Rather than another answer than was asked for."""
    path = _file(tmp_path, TEXT)
    done = _facts(path, *(path if option == "PLAN" else option for option in options))
    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr
