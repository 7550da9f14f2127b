"""A template of an office outside the package: what it may do, and how it is stopped when it does more."""

from __future__ import annotations

import resource
from pathlib import Path

import pytest

from planforge.errors import PlanforgeError
from planforge.render import confined
from planforge.render.build import render_page
from planforge.render.errors import TemplateError
from planforge.render.house import House
from planforge.render.houses import find_house
from planforge.render.page import Figure
from tests.unit.render import sample

MANIFEST = "planforge_house: 1\nextends: panzhengban\ntitle: 某市\n"


def foreign(shelf: Path, inner: str | None) -> House:
    """Return a house format of an office whose template has this content (None: that of its base)."""
    folder = shelf / "mou"
    folder.mkdir()
    (folder / "manifest.yaml").write_text(MANIFEST, encoding="utf-8")
    if inner is not None:
        (folder / "page.xml.jinja").write_text(f'<page title="t">\n{inner}\n</page>', encoding="utf-8")
    return find_house("mou", [shelf])


def test_it_prints_what_the_shipped_one_prints(house: House, tmp_path: Path) -> None:
    """The process of its own changes nothing, pictures included."""
    page = render_page(sample.context(contents=2), foreign(tmp_path, None))
    assert page == render_page(sample.context(contents=2), house)
    assert [block.image.data for block in page.blocks if isinstance(block, Figure)] == [sample.png()]


@pytest.mark.parametrize(
    ("inner", "message"),
    [
        ("{% include '../secret.txt' %}", "没有“../secret.txt”"),
        ("{% include '/etc/hostname' %}", "没有“/etc/hostname”"),
        ("{% import '../../etc/passwd' as x %}", "没有“../../etc/passwd”"),
        ("{% extends 'link.txt' %}", "没有“link.txt”"),
        ("{% include 'https://example.org/page' %}", "没有“https://example.org/page”"),
        ("{% include '" + "a" * 5000 + "' %}", "没有“aaa"),
        ("{{ ''.__class__.__mro__ }}", "第2行"),
        ("{{ plan.__init__.__globals__ }}", "第2行"),
        ("{% include 'page.xml.jinja' %}", "RecursionError"),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "RecursionError"),
        ("{{ range(10 ** 9) }}", "第2行"),
        ("<p>{{ 'a' * 10 ** 10 }}</p>", "内存"),
        ("<p>{{ 'a'.center(10 ** 10) }}</p>", "内存"),
        ("<p>{{ '%09999999999d' | format(1) }}</p>", "内存"),
        ("{% for n in range(99999) %}<p>{{ 'a' * 9999 }}</p>{% endfor %}", "已停止"),
        ("<p>{{ '\x01' }}</p>", "U+0001"),
        ("<figure id='https://example.org/a.png' alt='a'><caption>a</caption></figure>", "没有图"),
        ("<!DOCTYPE page SYSTEM 'file:///etc/passwd'><p>&a;</p>", "XML"),
    ],
)
def test_what_is_forbidden_is_told_in_one_message(tmp_path: Path, inner: str, message: str) -> None:
    (tmp_path / "secret.txt").write_text("机密", encoding="utf-8")
    house = foreign(tmp_path, inner)
    (house.folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    with pytest.raises(PlanforgeError) as caught:
        render_page(sample.context(), house)
    assert message in caught.value.message
    assert "\n" not in caught.value.message
    assert "机密" not in caught.value.message


@pytest.mark.parametrize(
    "inner",
    [
        "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
        "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(60) }}",
        "{{ 9 ** (9 ** 9) }}",
    ],
)
def test_a_loop_without_end_is_stopped(tmp_path: Path, inner: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confined, "SECONDS", 2)
    house = foreign(tmp_path, inner)
    before = _time_of_children()
    with pytest.raises(TemplateError, match="超过 2 秒") as caught:
        render_page(sample.context(), house)
    assert _time_of_children() - before < 8
    assert caught.value.hint == "请检查是否有停不下来的循环"


def _time_of_children() -> float:
    """Return seconds of the processor's time, which no other program on the machine makes longer."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def test_where_the_processor_is_not_counted_the_clock_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confined, "_PATIENCE", 0.2)
    house = foreign(tmp_path, "{{ 9 ** (9 ** 9) }}")
    with pytest.raises(TemplateError, match="超过 15 秒"):
        render_page(sample.context(), house)


def test_modules_of_the_folder_we_are_started_in_are_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A plan may come with a file named like a module."""
    (tmp_path / "json.py").write_text("raise SystemExit('taken over')", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert render_page(sample.context(), foreign(tmp_path, "<p>甲</p>")).blocks


def test_a_mistake_names_its_line(tmp_path: Path) -> None:
    with pytest.raises(TemplateError) as caught:
        render_page(sample.context(), foreign(tmp_path, "<p>甲</p>\n{{ nothing }}"))
    assert caught.value.place == "page.xml.jinja:3"
