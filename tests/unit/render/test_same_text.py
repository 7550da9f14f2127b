"""DOCX, PDF and HTML carry the same characters in the same order; the HTML is accessible and closed in itself."""

from __future__ import annotations

import re

import pytest

from planforge.render.build import render_page
from planforge.render.docx.document import write_docx
from planforge.render.fonts import FontSet
from planforge.render.formats import output_formats
from planforge.render.house import House, PageProfile
from planforge.render.page import Page
from planforge.render.page_texts import page_text
from planforge.render.pdf.writer import write_pdf
from planforge.render.web.html import write_html
from tests.unit.render import sample
from tests.unit.render.reading import bare, docx_text, html_text, pdf_text


@pytest.mark.parametrize("draft", [False, True])
def test_docx_and_html_print_the_page(house: House, profile: PageProfile, draft: bool) -> None:
    page = render_page(sample.context(draft=draft), house)
    expected = bare(page_text(page))
    assert len(expected) > 1500
    assert bare(docx_text(write_docx(page, house, profile))) == expected
    assert bare(html_text(write_html(page, house))) == expected


@pytest.mark.parametrize("rows", [4, 60])
def test_pdf_prints_the_page(house: House, profile: PageProfile, fonts: FontSet, rows: int) -> None:
    chapters = [*sample.sample_chapters(), sample.chapter(3, "附表", [sample.table(rows) | {"id": "附表"}])]
    page = render_page(sample.context(*chapters), house)
    assert pdf_text(write_pdf(page, house, profile, fonts).data, page) == bare(page_text(page))


def test_formats_are_found_by_walking() -> None:
    assert {"docx", "html", "pdf"} <= set(output_formats())
    assert [found.suffix for name, found in output_formats().items() if name == "docx"] == [".docx"]


def test_html_is_accessible_and_closed(page: Page, house: House) -> None:
    data = write_html(page, house)
    html = data.decode("utf-8")
    assert data == write_html(page, house)
    assert '<html lang="zh-CN">' in html
    assert 'name="viewport"' in html
    assert html.count('<th scope="col"') == 6
    assert 'alt="由浅到深的灰色条"' in html
    assert re.findall(r"<(h[1-6])[ >]", html)[:4] == ["h1", "h1", "h2", "h3"]
    assert not re.findall(r'(?:src|href)="(?!data:|#)', html)
    assert "://" not in re.sub(r"<style>.*?</style>", "", html, flags=re.DOTALL)
    assert "@import" not in html
    assert "url(" not in html


def test_html_escapes(house: House) -> None:
    context = sample.context(sample.chapter(0, "<script>", [sample.figure() | {"alt": '"><b>'}]))
    html = write_html(render_page(context, house), house).decode()
    assert "<script>" not in html
    assert '"><b>' not in html
