"""The format ``pdf``; needs the extra ``planforge[pdf]`` and Pango."""

from __future__ import annotations

from importlib.util import find_spec

from planforge.render.formats import OutputFormat, Written
from planforge.render.house import House, PageProfile
from planforge.render.page import Page


def _write(page: Page, house: House, profile: PageProfile) -> Written:
    from planforge.render.pdf.writer import write_pdf

    result = write_pdf(page, house, profile)
    return Written(result.data, tuple(map(str, result.missing)), result.notes, result.pages)


def _unavailable() -> str | None:
    if find_spec("weasyprint") is None:
        return "没有安装 WeasyPrint，不能生成 PDF；请运行 pip install 'planforge[pdf]'"
    return None


FORMAT = OutputFormat("pdf", ".pdf", _write, _unavailable)
