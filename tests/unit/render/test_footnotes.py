"""Footnotes: in the sentence they print a number, their words stand at the foot of the page or at the end."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

import pytest

from planforge.facts.book import read_facts
from planforge.plan.load import readable_plan
from planforge.plan.model import Plan
from planforge.render.build import render_page
from planforge.render.context import context_of
from planforge.render.docx.document import write_docx
from planforge.render.fonts import FontSet
from planforge.render.house import House, PageProfile
from planforge.render.page import Page
from planforge.render.page_texts import page_text
from planforge.render.pdf import footnotes
from planforge.render.pdf.writer import write_pdf
from planforge.render.web.html import write_html
from planforge.source.tree import open_plan
from tests.unit.render import sample
from tests.unit.render.reading import bare, document_xml, docx_text, is_page_number, open_pdf

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NOTES = ["指“十四五”规划。", "2020年为386.5亿元。", "含省级平台2个。", "同上。", "同上。"]
PLAN = f"""\
planforge: 1
title: 某市“十四五”数字经济规划
stage: 公布稿
period: {{from: 2021, to: 2025, baseline: 2020}}
preface: |
  本规划依据有关规划编制{{注:{NOTES[0]}}}。
chapters:
  - heading: 发展目标
    body:
      - text: |
          到2025年，数字经济增加值{{注：{NOTES[1]}}}达到620亿元。
      - list: |
          建设平台5个{{注:{NOTES[2]}}}

          培训人才1000人{{注:{NOTES[3]}}}
      - box: 重点工程
        text: |
          建设数据中心1座{{ 注: {NOTES[4]} }}。
"""


@pytest.fixture
def plan(tmp_path: Path) -> Plan:
    """The plan above."""
    file = tmp_path / "plan.yaml"
    file.write_text(PLAN, encoding="utf-8")
    return readable_plan(*open_plan(file))


@pytest.fixture
def noted(plan: Plan, house: House) -> Page:
    """Its page."""
    return render_page(context_of(plan, lambda name: b""), house)


def test_a_sentence_reads_as_if_its_note_were_not_there(plan: Plan) -> None:
    """The figure belongs to the words before the note; the note states its own, at its own place."""
    facts = {one.literal: one for one in read_facts(plan).statements}
    assert facts["620"].indicator == "数字经济增加值"
    assert (str(facts["386.5"].years), facts["386.5"].span.text) == ("2020", "386.5")
    assert facts["386.5"].span.place.line == facts["620"].span.place.line
    assert [text.printed for passage in plan.passages() for text in passage.text.notes] == NOTES


def test_word_has_real_footnotes(noted: Page, house: House, profile: PageProfile) -> None:
    """References in order, each with a note of its own; the text beside them is that of the page."""
    data = write_docx(noted, house, profile)
    notes = [note for note in document_xml(data, "word/footnotes.xml") if int(note.get(f"{W}id", "")) > 0]
    assert ["".join(one.text or "" for one in note.iter(f"{W}t")).strip() for note in notes] == NOTES
    references = [one.get(f"{W}id") for one in document_xml(data).iter(f"{W}footnoteReference")]
    assert references == [note.get(f"{W}id") for note in notes]
    assert bare(docx_text(data)) == bare(page_text(noted))
    assert data == write_docx(noted, house, profile)


def test_a_document_without_notes_has_no_part_for_them(page: Page, house: House, profile: PageProfile) -> None:
    """Nothing about footnotes is left in such a file."""
    with pytest.raises(KeyError):
        document_xml(write_docx(page, house, profile), "word/footnotes.xml")


def test_pdf_prints_them_below_the_text(noted: Page, house: House, profile: PageProfile, fonts: FontSet) -> None:
    """Small, numbered, within the text area, on the page of their reference."""
    [sheet] = open_pdf(write_pdf(noted, house, profile, fonts).data).pages
    text = bare(sheet.extract_text())
    for number, words in enumerate(NOTES, 1):
        assert f"{number}{bare(words)}" in text
    small = [char for char in sheet.chars if abs(char["size"] - 10.5) < 0.1]
    lowest_of_text = max(char["bottom"] for char in sheet.chars if abs(char["size"] - 16) < 0.1)
    assert min(char["top"] for char in small) > lowest_of_text
    assert max(char["bottom"] for char in small) < (297 - profile.bottom_mm) * 72 / 25.4 + 1


def test_the_web_page_links_both_ways(noted: Page, house: House) -> None:
    """Each number leads to its note, each note back to its number."""
    html = write_html(noted, house).decode()
    for number in range(1, len(NOTES) + 1):
        assert f'id="pf-note-ref-{number}" href="#pf-note-{number}" role="doc-noteref"' in html
        assert f'href="#pf-note-ref-{number}" role="doc-backlink"' in html
    found = re.findall(r'<li id="pf-note-\d+" value="\d+">(.*?)<a ', html)
    assert found == NOTES


@pytest.mark.parametrize(("lines", "pages"), [(0, 2), (3, 2), (6, 4), (14, 4)])
def test_the_imprint_stands_below_the_footnotes(
    lines: int, pages: int, tmp_path: Path, house: House, profile: PageProfile, fonts: FontSet
) -> None:
    """On the last page of the text, where there is room for text, footnotes and imprint; else behind it."""
    issued = PLAN.replace(
        "stage: 公布稿\n",
        "stage: 印发稿\ndocument:\n  issuer: 某市人民政府办公室\n  number: 某政办发〔2026〕5号\n  notice: 现印发。\n"
        "  copies: 市委各部委\n  printed: {by: 某市人民政府办公室, on: 2026年2月14日}\n",
    )
    file = tmp_path / "plan.yaml"
    file.write_text(issued.replace("620亿元。", "620亿元，" + "加快发展" * 7 * lines), encoding="utf-8")
    page = render_page(context_of(readable_plan(*open_plan(file)), lambda name: b""), house)
    sheets = open_pdf(write_pdf(page, house, profile, fonts).data).pages
    assert len(sheets) == pages
    for sheet in sheets:
        text = max((char["bottom"] for char in sheet.chars if abs(char["size"] - 16) < 0.1), default=0.0)
        notes = [char for char in sheet.chars if abs(char["size"] - 10.5) < 0.1]
        imprint = [char["top"] for char in sheet.chars if abs(char["size"] - 14) < 0.1 and not is_page_number(char)]
        assert all(char["top"] > text for char in notes)
        if "抄送" in sheet.extract_text():
            assert sheet is sheets[-1]
            assert all(char["bottom"] < max(imprint) - 22 for char in notes)
            assert (len(notes) > 20) is (pages == 2)


def _crowded(seed: int) -> str:
    """A plan of many paragraphs and boxes with footnotes, short and long, wherever they happen to fall."""
    chance, number, chapters = Random(seed), 0, []  # noqa: S311 - nothing is secret
    for chapter in range(5):
        blocks = []
        for at in range(7):
            sentences = []
            for sentence in chance.choices(sample.SENTENCES, k=chance.randint(1, 6)):
                if chance.random() < 0.4:
                    number += 1
                    note = f"{{注:脚注甲{number}乙{'说明文字' * chance.randint(0, 25)}}}"
                    sentence = sentence.replace("，", f"{note}，", 1)
                sentences.append(sentence)
            kind = f"box: 专栏{chapter}{at}\n        text" if at == 3 else "text"
            blocks.append(f"      - {kind}: |\n          {''.join(sentences)}")
        chapters += [f"  - heading: 任务{chapter}\n    body:", *blocks]
    return PLAN[: PLAN.index("preface:")] + "\n".join(["chapters:", *chapters, ""])


@pytest.mark.parametrize("seed", range(3))
def test_pdf_prints_each_on_the_page_of_its_reference(
    tmp_path: Path, house: House, profile: PageProfile, fonts: FontSet, seed: int
) -> None:
    """No note goes to the next page, neither that of a last line nor those a new paragraph might drive away."""
    file = tmp_path / "plan.yaml"
    file.write_text(_crowded(seed), encoding="utf-8")
    page = render_page(context_of(readable_plan(*open_plan(file)), lambda name: b""), house)
    references, notes = [], []
    for number, sheet in enumerate(open_pdf(write_pdf(page, house, profile, fonts).data).pages):
        raised = "".join(char["text"] if abs(char["size"] - 10) < 0.1 else " " for char in sheet.chars)
        references += [(int(word), number) for word in raised.split() if word.isdigit()]
        small = "".join(char["text"] for char in sheet.chars if abs(char["size"] - 10.5) < 0.1)
        notes += [(int(found), number) for found in re.findall(r"脚注甲(\d+)乙", small)]
    assert len(references) > 30
    assert notes == references


def test_another_weasyprint_is_left_alone(monkeypatch: pytest.MonkeyPatch, fonts: FontSet) -> None:
    """What has another shape is not replaced; in this one it is."""
    block = pytest.importorskip("weasyprint.layout.block")
    assert footnotes.install() is True
    monkeypatch.setattr(block, "_linebox_layout", lambda context: None)
    assert footnotes.install() is False
