"""The references to the pages of a PDF, which are made once for all structure elements."""

from __future__ import annotations

from typing import Any

import pytest

from planforge.render.pdf import references

pydyf = pytest.importorskip("pydyf", reason="the extra planforge[pdf] is not installed")


def _pdf(pages: int) -> Any:
    made = pydyf.PDF()
    for _ in range(pages):
        made.add_page(pydyf.Dictionary({"Type": "/Page"}))
    return made


def test_the_references_to_pages_are_made_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Asked for by each structure element, they are made anew when a page has come only."""
    made = []
    original = references.page_references(pydyf.PDF)
    assert original is not None

    def counted(pdf: Any) -> Any:
        made.append(pdf)
        return original(pdf)

    monkeypatch.setattr(pydyf.PDF, "page_references", property(counted))
    assert references.install() is True
    assert references.install() is True
    pdf, expected = _pdf(3), original(_pdf(3))
    assert [pdf.page_references for _ in range(50)] == [expected] * 50
    assert len(made) == 1
    pdf.add_page(pydyf.Dictionary({"Type": "/Page"}))
    assert pdf.page_references == original(_pdf(4))
    assert len(made) == 2


def test_another_pydyf_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pydyf.PDF, "page_references", lambda pdf: ())
    assert references.install() is False
    monkeypatch.delattr(pydyf.PDF, "page_references")
    assert references.install() is False
