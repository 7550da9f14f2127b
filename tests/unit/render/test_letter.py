"""The form of a letter (10.1): places on the first page, what it leaves out, 版记 at the foot of the last page."""

from __future__ import annotations

import os
import re
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from planforge.render.build import render_page
from planforge.render.docx.document import write_docx
from planforge.render.fonts import FontSet
from planforge.render.house import House, PageProfile
from planforge.render.houses import find_house
from planforge.render.page import Imprint, LetterHead, Line, LineRole, NewPage, Page, RedRule
from planforge.render.page_texts import page_text
from planforge.render.pdf.writer import write_pdf
from planforge.render.web.html import write_html
from tests.unit.render import sample
from tests.unit.render.reading import (
    PT_PER_MM,
    W,
    bare,
    base_line,
    document_xml,
    docx_text,
    html_text,
    ink_mm,
    is_page_number,
    lines,
    open_pdf,
    pdf_text,
)

NUMBER = "盘政办函〔2023〕5号"
MARKS: dict[str, Any] = {"copy_number": "000012", "security": "机密★1年", "urgency": "特急"}
KINDS: dict[str, dict[str, Any]] = {"number alone": {}, "urgency": {"urgency": "特急"}, "all marks": MARKS}
LINE_MM, SEVEN_EIGHTHS_MM = 10.39, 4.84
COPIES = "抄送：市委各部委"


@pytest.fixture(scope="module")
def letters() -> House:
    """Return the house format of letters."""
    return find_house("xinhan")


def lettered(house: House, **document: Any) -> Page:
    """Return an issued plan with its letter."""
    return render_page(sample.context(**{"number": NUMBER, **document}), house)


def alone(page: Page) -> Page:
    """Return the letter without the plan behind it."""
    end = page.blocks.index(NewPage())
    return replace(page, blocks=(*page.blocks[:end], *(one for one in page.blocks if isinstance(one, Imprint))))


def _is_red(colour: Any) -> bool:
    return len(colour) == 3 and colour[0] > 0.8 and max(colour[1:]) < 0.2


def red_rules(sheet: Any) -> list[tuple[float, float, float, float]]:
    """Return left, right, top and bottom in mm of the red rules of a page, top to bottom."""
    drawn = (*((one, "non_stroking_color") for one in sheet.rects), *((one, "stroking_color") for one in sheet.lines))
    found = [one for one, colour in drawn if one["x1"] - one["x0"] > 300 and _is_red(one[colour])]
    edges = [tuple(one[key] / PT_PER_MM for key in ("x0", "x1", "top", "bottom")) for one in found]
    return sorted(((a, b, c, d) for a, b, c, d in edges), key=lambda rule: rule[2])


def printed_by(soffice: str, data: bytes, folder: Path) -> Any:
    """Return the pages that LibreOffice makes of a DOCX."""
    (folder / "letter.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    environment = {name: value for name, value in os.environ.items() if name != "FONTCONFIG_FILE"}
    command = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), "letter.docx"]
    subprocess.run(command, check=True, cwd=folder, env=environment, capture_output=True, timeout=120)
    return open_pdf((folder / "letter.pdf").read_bytes()).pages


@pytest.mark.parametrize("kind", KINDS)
def test_the_three_files_carry_one_text(kind: str, letters: House, profile: PageProfile, fonts: FontSet) -> None:
    page = lettered(letters, **KINDS[kind])
    expected = bare(page_text(page))
    first, *others = KINDS[kind].values() or ("",)
    assert expected.startswith(f"盘锦市人民政府办公室{first}{NUMBER}{''.join(others)}盘锦市")
    result = write_pdf(page, letters, profile, fonts)
    docx = bare(docx_text(write_docx(page, letters, profile, result.numbers)))
    assert docx == bare(html_text(write_html(page, letters))) == pdf_text(result.data, page) == expected
    assert result.missing == ()


def test_two_builds_give_equal_bytes(letters: House, profile: PageProfile, fonts: FontSet) -> None:
    first, second = (lettered(letters, **MARKS) for _ in range(2))
    assert write_docx(first, letters, profile) == write_docx(second, letters, profile)
    assert write_pdf(first, letters, profile, fonts).data == write_pdf(second, letters, profile, fonts).data
    assert write_html(first, letters) == write_html(second, letters)


def test_what_a_letter_leaves_out(letters: House) -> None:
    """No 文件, no rule below the number, no organ and date of printing; of several organs only the first's mark."""
    page = lettered(letters, joint=["盘锦市财政局"], signatories=["王建国"])
    head = page.blocks[0]
    assert isinstance(head, LetterHead)
    assert (head.organ, head.number) == ("盘锦市人民政府办公室", NUMBER)
    assert not [block for block in page.blocks if isinstance(block, RedRule)]
    assert [block for block in page.blocks if isinstance(block, Imprint)] == [
        Imprint(f"抄送：{sample.context()['document']['copies']}。")
    ]
    assert "王建国" not in page_text(page)
    assert "印发" not in page_text(page).rsplit("抄送", 1)[1]


def test_a_draft_has_no_head(letters: House, profile: PageProfile, fonts: FontSet) -> None:
    """And its first page has a number: it is no letter yet."""
    page = render_page(sample.context(draft=True), letters)
    assert isinstance(page.blocks[0], Line)
    assert page.blocks[0].role is LineRole.PLAN_TITLE
    sheet = open_pdf(write_pdf(page, letters, profile, fonts).data).pages[0]
    assert [char for char in sheet.chars if is_page_number(char)]
    assert document_xml(write_docx(page, letters, profile)).find(f".//{W}titlePg") is None


@pytest.mark.parametrize("setup", ["margins-37-35", "gbt33476"])
@pytest.mark.parametrize("kind", KINDS)
def test_the_places_of_the_first_page(kind: str, setup: str, letters: House, fonts: FontSet) -> None:
    """Ink of the mark at 30 mm, rules 4 mm below it and 20 mm above the foot, text 4.84 mm below the upper one."""
    page, profile = alone(lettered(letters, **KINDS[kind])), letters.pages[setup]
    sheet = open_pdf(write_pdf(page, letters, profile, fonts).data).pages[0]
    top, bottom = ink_mm(sheet, (25, 46), red=True)
    rules = red_rules(sheet)
    thick = [rule[3] - rule[2] for rule in rules]
    assert top == pytest.approx(30, abs=0.6)
    assert len(rules) == 4
    assert {(round(x0, 1), round(x1, 1)) for x0, x1, *_ in rules} == {(20.0, 190.0)}
    assert rules[0][2] - bottom == pytest.approx(4, abs=0.5)
    assert rules[3][3] == pytest.approx(277, abs=0.3)
    assert thick[0] > 2 * thick[1]
    assert thick[3] > 2 * thick[2]
    rows = lines(sheet)[1:]
    below, first = rules[1][3], base_line(rows[0][0]) / PT_PER_MM
    ink = ink_mm(sheet, (below + 1, first + 1))[0]
    assert ink - below == pytest.approx(SEVEN_EIGHTHS_MM, abs=0.5)
    number = [char for char in rows[0] if char["text"] == "号"][-1]
    assert number["x1"] / PT_PER_MM == pytest.approx(184, abs=0.3)
    for row in rows[: len(KINDS[kind])]:
        assert row[0]["x0"] / PT_PER_MM == pytest.approx(28, abs=0.3)
    last = rows[max(0, len(KINDS[kind]) - 1)]
    title = base_line(rows[max(1, len(KINDS[kind]))][0]) / PT_PER_MM
    end = base_line(last[0]) / PT_PER_MM
    gap = ink_mm(sheet, (end + 4, title))[0] - ink_mm(sheet, (end - 4, end + 3))[1]
    assert gap == pytest.approx(2 * LINE_MM, abs=1.5)


@pytest.mark.parametrize("organ", ["某市数据局", "盘锦市人民政府", "某某市工业和信息化委员会办公室"])
def test_the_rule_keeps_its_distance_whatever_the_name(
    organ: str, letters: House, profile: PageProfile, fonts: FontSet
) -> None:
    """Characters reach down more or less: large as they are, that counts."""
    page = alone(lettered(letters, issuer=organ))
    sheet = open_pdf(write_pdf(page, letters, profile, fonts).data).pages[0]
    rule = red_rules(sheet)[0][2]
    top, bottom = ink_mm(sheet, (25, rule - 1), red=True)
    assert top == pytest.approx(30, abs=0.3)
    assert rule - bottom == pytest.approx(4, abs=0.3)


def test_only_the_first_page_has_no_number(letters: House, profile: PageProfile, fonts: FontSet) -> None:
    sheets = open_pdf(write_pdf(lettered(letters), letters, profile, fonts).data).pages
    numbers = ["".join(char["text"] for char in sheet.chars if is_page_number(char)) for sheet in sheets]
    assert [bare(number) for number in numbers] == ["", *(f"—{at}—" for at in range(2, len(sheets) + 1))]
    assert [len(red_rules(sheet)) for sheet in sheets] == [4] + [0] * (len(sheets) - 1)


def test_the_imprint_stands_at_the_foot_of_the_last_page(letters: House, profile: PageProfile, fonts: FontSet) -> None:
    """On whichever page the text ends, without rules; a page that is full sends it to the next."""
    for page in (lettered(letters), alone(lettered(letters))):
        last = open_pdf(write_pdf(page, letters, profile, fonts).data).pages[-1]
        assert COPIES in bare(last.extract_text())
        assert ink_mm(last, (225, 265))[1] == pytest.approx(262, abs=2.5)
        assert not [one for one in (*last.rects, *last.lines) if 200 < one["top"] / PT_PER_MM < 265]
    pages = set()
    for count in (15, 16, 17, 18):
        page = alone(lettered(letters, notice=[sample.prose(1)] * count))
        sheets = open_pdf(write_pdf(page, letters, profile, fonts).data).pages
        pages.add(bare(sheets[-1].extract_text()).startswith("抄送"))
        assert COPIES in bare(sheets[-1].extract_text())
    assert pages == {False, True}


def test_first_pages_in_word(letters: House, profile: PageProfile) -> None:
    """The section has a first page of its own, whose footer has the lower rule and no number."""
    data = write_docx(lettered(letters), letters, profile)
    section = document_xml(data).find(f".//{W}sectPr")
    assert section is not None
    assert section.find(f"{W}titlePg") is not None
    kinds = [node.get(f"{W}type") for node in section.iter(f"{W}footerReference")]
    assert sorted(filter(None, kinds)) == ["default", "even", "first"]
    footers = [document_xml(data, f"word/footer{at}.xml") for at in (1, 2, 3)]
    ruled = [footer for footer in footers if footer.find(f".//{W}pBdr") is not None]
    assert len(ruled) == 1
    assert ruled[0].find(f".//{W}instrText") is None


def test_libreoffice_puts_it_where_we_do(letters: House, profile: PageProfile, soffice: str, tmp_path: Path) -> None:
    sheets = printed_by(soffice, write_docx(lettered(letters, **MARKS), letters, profile), tmp_path)
    places = {round(rule[2], 1) for rule in red_rules(sheets[0])}
    letter = letters.letter
    assert {round(x, 1) for rule in red_rules(sheets[0]) for x in rule[:2]} == {20.0, 190.0}
    assert max(places) == pytest.approx(277, abs=0.6)
    first = next(char for char in sheets[0].chars if char["text"] == "盘" and char["size"] > 30)
    size = first["size"] / PT_PER_MM
    mark = base_line(first) / PT_PER_MM
    assert mark - letters.ink.above_em * size == pytest.approx(30, abs=0.6)
    upper = mark + letters.ink.below_em * size + letter.gap_mm + letter.thick_pt / 2 / PT_PER_MM
    assert min(places) == pytest.approx(upper, abs=0.4)
    number = next(char for char in sheets[0].chars if char["text"] == "函")
    ink = base_line(number) / PT_PER_MM - letters.ink.above_em * 16 / PT_PER_MM
    assert ink - (upper + letter.thick_pt / PT_PER_MM) == pytest.approx(SEVEN_EIGHTHS_MM, abs=0.5)
    copies = [char for char in sheets[-1].chars if char["text"] == "抄"]
    assert base_line(copies[0]) / PT_PER_MM == pytest.approx(250, abs=4)
    assert not [char for char in sheets[0].chars if is_page_number(char)]
    assert len(sheets) == len({sheet.page_number for sheet in sheets if sheet.chars})


def test_an_office_builds_on_it(tmp_path: Path, fonts: FontSet) -> None:
    """Its own name and red, in six lines; the rest is that of letters."""
    folder = tmp_path / "templates" / "ourletter"
    folder.mkdir(parents=True)
    own = ("extends: xinhan", "title: 某某市数据局的函", "letterhead: 某某市数据局", 'colours: {red: "E60012"}')
    manifest = "\n".join(("planforge_house: 1", *own))
    (folder / "manifest.yaml").write_text(manifest, encoding="utf-8")
    house = find_house("ourletter", [tmp_path / "templates"])
    page = lettered(house, issuer="某某市数据局")
    head = page.blocks[0]
    assert isinstance(head, LetterHead)
    assert head.organ == "某某市数据局"
    profile = house.pages[house.default_page]
    sheet = open_pdf(write_pdf(page, house, profile, fonts).data).pages[0]
    assert ink_mm(sheet, (25, 50), red=True)[0] == pytest.approx(30, abs=0.6)
    assert len(red_rules(sheet)) == 4
    docx = document_xml(write_docx(page, house, profile))
    edges = [edge for edge in docx.iter(f"{W}bottom") if edge.get(f"{W}val") == "thickThinSmallGap"]
    assert [edge.get(f"{W}color") for edge in edges] == ["E60012"]
    assert re.search(r"letter-rule \{[^}]*#E60012", write_html(page, house).decode())
