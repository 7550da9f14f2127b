"""A notice whose signature would just miss its page is set a little closer; all others are left alone."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from planforge.render.build import render_page
from planforge.render.docx.document import write_docx
from planforge.render.fonts import FontSet
from planforge.render.house import House, PageProfile
from planforge.render.notice import Fit, fit_notice, height_of
from planforge.render.page import JointSignature, Page
from planforge.render.pdf.writer import write_pdf
from planforge.render.spacing import Spacing
from tests.unit.render import sample
from tests.unit.render.reading import PT_PER_MM, W, bare, document_xml, open_pdf
from tests.unit.render.test_pdf import HAN

END = "盘锦市人民政府办公室2023年2月14日（此件公开发布）"


JOINT = ["盘锦市财政局", "盘锦市科学技术局"]


def noticed(house: House, lines: int, joint: Sequence[str] = ()) -> Page:
    """Return a document whose notice has so many full lines of text."""
    notice = [(HAN * 20)[: 28 * lines - 2]]
    return render_page(sample.context(sample.chapter(0, "甲", []), notice=notice, joint=[*joint]), house)


def fit_of(page: Page, house: House, profile: PageProfile) -> Fit | None:
    """Return how the notice is set."""
    return fit_notice(page, Spacing(house, profile, lambda _style, line, _size: 0.8 * line))


@pytest.fixture(scope="module")
def missed(house: House, profile: PageProfile) -> list[int]:
    """Return the numbers of lines with which a notice has to be set closer."""
    return [lines for lines in range(1, 12) if fit_of(noticed(house, lines), house, profile)]


def test_only_what_would_just_miss_the_page_is_set_closer(
    house: House, profile: PageProfile, missed: list[int]
) -> None:
    """One or two lines too many can be made up for, more cannot; a short notice needs nothing."""
    assert len(missed) in (1, 2)
    assert missed == list(range(missed[0], missed[-1] + 1))
    assert missed[0] > 1
    assert missed[-1] < 11


def test_it_is_no_closer_than_need_be(house: House, profile: PageProfile, missed: list[int]) -> None:
    """One line stays above the signature and the pitch shrinks by a tenth at most, more for more lines."""
    fits = [fit_of(noticed(house, lines), house, profile) for lines in missed]
    pitches = [fit.line_pt for fit in fits if fit]
    assert all(0.9 * profile.line_pt <= pitch <= profile.line_pt for pitch in pitches)
    assert pitches == sorted(pitches, reverse=True)
    assert {fit.spacing.house.styles["signature"].before_lines for fit in fits if fit} == {1}


def test_what_is_below_the_last_whole_line_is_not_counted_on(house: House) -> None:
    """LibreOffice leaves it empty; heights are rounded, so that some points must be left over."""
    for profile in house.pages.values():
        for lines in range(1, 12):
            page = noticed(house, lines)
            fit = fit_of(page, house, profile)
            if fit is None:
                continue
            usual = Spacing(house, profile, lambda _style, line, _size: 0.8 * line)
            spacings = [fit.spacing if fit.holds(index) else usual for index in range(fit.end)]
            above = zip(spacings, [None, *page.blocks], page.blocks, strict=False)
            taken = sum(spacing.above(one, two) + height_of(two, spacing) for spacing, one, two in above)
            assert taken + 2 <= 22 * profile.line_pt


def test_the_signature_stands_on_page_one(
    house: House, profile: PageProfile, fonts: FontSet, missed: list[int]
) -> None:
    for lines in missed:
        page = noticed(house, lines)
        first, second = open_pdf(write_pdf(page, house, profile, fonts).data).pages[:2]
        assert bare(first.extract_text()).removesuffix("—1—").endswith(END)
        assert bare(second.extract_text()).startswith("盘锦市“十四五”科技创新发展规划")


def test_the_docx_sets_all_lines_of_the_notice_alike(house: House, profile: PageProfile, missed: list[int]) -> None:
    page = noticed(house, missed[-1])
    fit = fit_of(page, house, profile)
    assert fit is not None
    paragraphs = list(document_xml(write_docx(page, house, profile)).iter(f"{W}p"))
    styles = [p.find(f"{W}pPr/{W}pStyle") for p in paragraphs]
    names = [style.get(f"{W}val") if style is not None else "" for style in styles]
    first, last = names.index("PfRecipients"), names.index("PfDisclosure")
    lines = [spacing for p in paragraphs[first : last + 1] for spacing in p.iterfind(f"{W}pPr/{W}spacing")]
    assert {spacing.get(f"{W}line") for spacing in lines} == {str(round(fit.line_pt * 20))}
    assert len(lines) == last + 1 - first
    untouched = paragraphs[last + 1].find(f"{W}pPr/{W}spacing")
    assert untouched is not None
    assert untouched.get(f"{W}line") is None


def test_the_room_for_seals_between_rows_is_reckoned(house: House, profile: PageProfile) -> None:
    """Two rows and the date are three lines, and 40 mm are between the rows."""
    spacing = Spacing(house, profile, lambda _style, line, _size: 0.8 * line)
    signed = JointSignature(("盘锦市人民政府办公室", *JOINT), "2023年2月14日")
    assert height_of(signed, spacing) == pytest.approx(3 * profile.line_pt + 40 * PT_PER_MM)


def test_organs_that_sign_together_stay_on_page_one_too(house: House, profile: PageProfile, fonts: FontSet) -> None:
    """Both outputs set their names and the date as closely as the text."""
    pages = {count: noticed(house, count, JOINT[:1]) for count in range(1, 12)}
    fits = {count: fit for count, page in pages.items() if (fit := fit_of(page, house, profile))}
    assert len(fits) in (1, 2)
    for count, fit in fits.items():
        first = open_pdf(write_pdf(pages[count], house, profile, fonts).data).pages[0]
        assert bare(first.extract_text()).removesuffix("—1—").endswith(END[-len("2023年2月14日（此件公开发布）") :])
        signed = document_xml(write_docx(pages[count], house, profile)).iter(f"{W}p")
        tabbed = [one for one in signed if one.find(f"{W}r/{W}tab") is not None and JOINT[0] in "".join(one.itertext())]
        pitches = {one.get(f"{W}line") for row in tabbed for one in row.iterfind(f"{W}pPr/{W}spacing")}
        assert str(round(fit.line_pt * 20)) in pitches


def test_a_document_without_signature_or_notice_is_left_alone(house: House, profile: PageProfile) -> None:
    long = [(HAN * 20)[:250]]
    for page in (
        render_page(sample.context(draft=True), house),
        render_page(sample.context(notice=long, signature=None), house),
        render_page(sample.context(notice=[], recipients=None), house),
    ):
        assert fit_of(page, house, profile) is None


def test_libreoffice_keeps_it_on_page_one(house: House, soffice: str, tmp_path: Path) -> None:
    """On both page set-ups, however closely the notice has to be set; the text grid takes room of its own."""
    names = []
    for profile in house.pages.values():
        for lines in range(1, 12):
            if fit_of(noticed(house, lines), house, profile):
                names.append(f"{profile.name}-{lines}.docx")
                (tmp_path / names[-1]).write_bytes(write_docx(noticed(house, lines), house, profile))
    assert len(names) > 2
    place = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    environment = {name: value for name, value in os.environ.items() if name != "FONTCONFIG_FILE"}
    command = [soffice, place, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *names]
    subprocess.run(command, check=True, cwd=tmp_path, env=environment, capture_output=True, timeout=120)
    for name in names:
        first = open_pdf((tmp_path / name).with_suffix(".pdf").read_bytes()).pages[0]
        assert END in bare(first.extract_text()), name


def test_the_list_of_annexes_takes_room(house: House, profile: PageProfile, missed: list[int]) -> None:
    """With two annexes below it, the text may be three lines shorter: a blank line and two names."""

    def annexed(lines: int) -> Page:
        annexes = [sample.annex("附件1", "主要指标表"), sample.annex("附件2", "重点任务分工表")]
        notice = [(HAN * 20)[: 28 * lines - 2]]
        return render_page(sample.context(sample.chapter(0, "甲", []), notice=notice, annexes=annexes), house)

    closer = [lines for lines in range(1, 12) if fit_of(annexed(lines), house, profile)]
    assert closer == [lines - 3 for lines in missed if lines > 3]
