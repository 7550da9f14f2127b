"""Every example builds in all formats: one text, the same bytes twice, no missing glyph, opened by LibreOffice."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from planforge.plan.load import readable_plan
from planforge.render.build import render_page
from planforge.render.context import context_of
from planforge.render.formats import Job, Written, output_formats
from planforge.render.houses import find_house, find_profile
from planforge.render.page import Page
from planforge.source.tree import open_plan
from tests.examples.test_findings import EXAMPLES, NAMES
from tests.unit.render.reading import bare, docx_contents, docx_text, html_text, is_outside, open_pdf, pdf_text


@dataclass(frozen=True)
class Built:
    """An example in all formats."""

    page: Page
    files: dict[str, Written]


def _build(name: str) -> Built:
    tree, main = open_plan(EXAMPLES / name)
    plan = readable_plan(tree, main)
    house = find_house(plan.house)
    page = render_page(context_of(plan, tree.read_bytes), house)
    job = Job(page, house, find_profile(house, plan.page))
    return Built(page, {form.name: form.write(job) for form in output_formats().values() if not form.on_request})


@cache
def built_once(name: str) -> Built:
    """Return an example as it is built for all tests."""
    return _build(name)


@pytest.mark.parametrize("name", NAMES)
def test_the_three_files_carry_one_text(name: str) -> None:
    """DOCX, HTML and PDF have the same characters in the same order; no character lacks a glyph."""
    built = built_once(name)
    docx = bare(docx_text(built.files["docx"].data))
    assert docx == bare(html_text(built.files["html"].data))
    assert docx == pdf_text(built.files["pdf"].data, built.page)
    assert [file.missing for file in built.files.values()] == [(), (), ()]


@pytest.mark.parametrize("name", ["starter", "panjin-2018", "panjin-145"])
def test_the_same_plan_gives_the_same_bytes(name: str) -> None:
    """Building twice, nothing differs."""
    first, second = built_once(name), _build(name)
    assert {key: file.data for key, file in first.files.items()} == {
        key: file.data for key, file in second.files.items()
    }


def test_libreoffice_opens_every_docx(soffice: str, tmp_path: Path) -> None:
    """Each DOCX becomes a PDF."""
    for name in NAMES:
        (tmp_path / f"{name}.docx").write_bytes(built_once(name).files["docx"].data)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    sources = [str(path) for path in sorted(tmp_path.glob("*.docx"))]
    command = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *sources]
    # writing PDFs has pointed fontconfig at a few fonts of ours; LibreOffice needs those of the system
    environment = {name: value for name, value in os.environ.items() if name != "FONTCONFIG_FILE"}
    subprocess.run(command, check=True, capture_output=True, timeout=240, env=environment)
    assert sorted(path.stem for path in tmp_path.glob("*.pdf")) == NAMES
    listed = [name for name in NAMES if docx_contents(built_once(name).files["docx"].data)]
    assert listed, "no example has contents"
    for name in listed:
        shown = docx_contents(built_once(name).files["docx"].data)
        pages = _heading_pages((tmp_path / f"{name}.pdf").read_bytes(), [entry for entry, _ in shown])
        # LibreOffice breaks some pages a line earlier or later than the PDF, whose numbers these are
        apart = [abs(int(number) - page) for (_, number), page in zip(shown, pages, strict=True)]
        assert max(apart) <= 1
        assert sum(apart) <= len(apart) // 5


def _heading_pages(data: bytes, headings: list[str]) -> list[int]:
    """Return the number printed on the page where each heading stands, reading on from one to the next."""
    sheets = open_pdf(data).pages
    texts = [bare("".join(char["text"] for char in sheet.chars if not is_outside(char))) for sheet in sheets]
    numbers = ["".join(c["text"] for c in sheet.chars if is_outside(c)).strip("— \xa0") for sheet in sheets]
    page, at, found = numbers.index("1"), 0, []
    for heading in headings:
        while (at := texts[page].find(bare(heading), at)) < 0:
            page, at = page + 1, 0
        at += len(bare(heading))
        found.append(int(numbers[page]))
    return found
