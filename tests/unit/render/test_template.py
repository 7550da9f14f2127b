"""The sandbox of the house template, its line numbers, and the order of what it prints."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from planforge.render.build import render_page
from planforge.render.errors import CharacterError, TemplateError
from planforge.render.house import House
from planforge.render.page import Heading, Imprint, Line, LineRole, NewPage, RedRule, text_of
from planforge.render.page_texts import page_text
from tests.unit.render import sample


def house_with(house: House, tmp_path: Path, template: str) -> House:
    """Return the house with another template."""
    folder = tmp_path / "house"
    folder.mkdir()
    (folder / "page.xml.jinja").write_text(template, encoding="utf-8")
    return replace(house, folder=folder)


def write(house: House, tmp_path: Path, inner: str) -> str:
    """Return the text a template with this content prints."""
    other = house_with(house, tmp_path, f'<page title="t">{inner}</page>')
    return page_text(render_page(sample.context(), other))


@pytest.mark.parametrize(
    "attack",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ plan.__class__ }}",
        "{{ plan.chapters.append(1) }}",
        "{{ plan.update({'a': 1}) }}",
        "{{ '{0.__class__.__init__.__globals__}'.format(plan.title) }}",
        "{{ cycler.__init__.__globals__.os }}",
        "{% include '../secret.txt' %}",
        "{% include '/etc/hostname' %}",
        "{% include 'link.txt' %}",
        "{{ open('/etc/hostname').read() }}",
    ],
)
def test_a_template_cannot_leave_the_sandbox(house: House, tmp_path: Path, attack: str) -> None:
    (tmp_path / "secret.txt").write_text("机密", encoding="utf-8")
    other = house_with(house, tmp_path, f'<page title="t"><p>{attack}</p></page>')
    (other.folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    with pytest.raises(TemplateError):
        render_page(sample.context(), other)


def test_text_is_escaped(house: House) -> None:
    context = sample.context(sample.chapter(0, "A<B&C>“甲”", [sample.text("x", sample.para("</p><p>&amp;"))]))
    page = render_page(context, house)
    assert "一、A<B&C>“甲”\n</p><p>&amp;" in page_text(page)


@pytest.mark.parametrize(
    ("template", "place", "message"),
    [
        ('<page title="t">\n<p>{{ nothing }}</p>\n</page>', "page.xml.jinja:2", "nothing"),
        ('<page title="t">\n{% if %}\n</page>', "page.xml.jinja:2", "语法不对"),
        ('<page title="t">\n{{ 1 / 0 }}\n</page>', "page.xml.jinja:2", "ZeroDivisionError"),
        (
            '<page title="t">\n{% if true\n %}\n<heading level="7">甲</heading>{% endif %}\n</page>',
            "page.xml.jinja:4",
            "7",
        ),
        ('<page title="t">\n<p>一</p>\n<p>二\n</page>', "page.xml.jinja:3", "XML"),
    ],
)
def test_an_error_names_template_and_line(
    house: House, tmp_path: Path, template: str, place: str, message: str
) -> None:
    with pytest.raises(TemplateError) as caught:
        render_page(sample.context(), house_with(house, tmp_path, template))
    assert caught.value.place == place
    assert message in caught.value.message


def test_a_template_that_writes_without_end_is_stopped(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("planforge.render.template.MAX_OUTPUT_CHARACTERS", 1000)
    with pytest.raises(TemplateError, match="超过 1000 字"):
        write(house, tmp_path, "{% for n in range(9999) %}<p>一</p>{% endfor %}")


def test_a_key_named_like_a_method_is_the_key(house: House, tmp_path: Path) -> None:
    context: dict[str, Any] = {"plan": {"items": "甲", "keys": "乙"}, "document": {}}
    other = house_with(house, tmp_path, '<page title="t"><p>{{ plan.items }}{{ plan.keys }}</p></page>')
    assert page_text(render_page(context, other)) == "甲乙"


def test_an_issued_plan_has_all_elements_in_order(house: House) -> None:
    page = render_page(sample.context(), house)
    roles = [block.role if isinstance(block, Line) else type(block) for block in page.blocks]
    head = [LineRole.LETTERHEAD, LineRole.DOCUMENT_NUMBER, RedRule, LineRole.NOTICE_TITLE, LineRole.RECIPIENTS]
    assert roles[:5] == head
    assert roles.index(LineRole.DISCLOSURE) < roles.index(NewPage) < roles.index(LineRole.PLAN_TITLE)
    assert isinstance(page.blocks[-1], Imprint)
    assert page.date == "2023-02-14"
    assert text_of(page.blocks[0].runs) == "盘锦市人民政府办公室文件"  # type: ignore[union-attr]  # a Line, see above


def test_a_draft_has_no_red_head_and_names_its_stage(house: House) -> None:
    page = render_page(sample.context(draft=True), house)
    assert page_text(page).splitlines()[:2] == ["盘锦市“十四五”科技创新发展规划", "（征求意见稿）"]
    assert not [block for block in page.blocks if isinstance(block, RedRule | NewPage | Imprint)]


def test_a_missing_element_stays_absent(house: House) -> None:
    context = sample.context()
    context["document"] = dict.fromkeys(context["document"]) | {"notice": []}
    page = render_page(context, house)
    assert page_text(page).startswith("盘锦市“十四五”科技创新发展规划\n围绕")
    assert "None" not in page_text(page)
    assert page.date == ""
    only_date = render_page(sample.context(copies=None, printed={"by": None, "on": "2023年2月14日"}), house)
    assert only_date.blocks[-1] == Imprint("", "", "2023年2月14日印发")


def test_numbers_of_articles_are_set_off(house: House) -> None:
    chapter = sample.chapter(0, "总则", []) | {"number": "第一章"}
    page = render_page(sample.context(chapter), house)
    assert "第一章　总则" in [text_of(block.runs) for block in page.blocks if isinstance(block, Heading)]


def test_series_boxes_use_a_colon(house: House) -> None:
    box = sample.box() | {"label": "八大工程之一"}
    page = render_page(sample.context(sample.chapter(0, "工程", [box])), house)
    assert "八大工程之一：实质性产学研创新联盟建设工程" in page_text(page)


def test_an_illegal_character_of_the_plan_is_named(house: House) -> None:
    with pytest.raises(CharacterError, match=r"U\+0000"):
        render_page(sample.context(sample.chapter(0, "总\x00则", [])), house)


def test_the_shipped_template_is_reached_by_its_folder_only(house: House, tmp_path: Path) -> None:
    shutil.copytree(house.folder, tmp_path / "copy")
    page = render_page(sample.context(), replace(house, folder=tmp_path / "copy"))
    assert page == render_page(sample.context(), house)
