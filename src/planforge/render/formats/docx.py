"""The format ``docx``; the page numbers of its contents are those of the PDF, its imprint stands where that has it."""

from __future__ import annotations

from collections.abc import Mapping

from planforge.render.contents import has_contents
from planforge.render.errors import UnavailableError
from planforge.render.formats import Job, OutputFormat, Written
from planforge.render.page import Imprint


def _write(job: Job) -> Written:
    from planforge.render.docx.document import write_docx

    numbers, notes = _numbers(job) if has_contents(job.page) else ({}, ())
    data = write_docx(job.page, job.house, job.profile, numbers, firm_imprint=_firm_imprint(job))
    return Written(data, notes=notes)


def _numbers(job: Job) -> tuple[Mapping[str, str], tuple[str, ...]]:
    try:
        return job.pdf.numbers, ()
    except UnavailableError as error:
        return {}, (f"DOCX 目录里的页码没有算出（{error.message}），请用 Word 打开后在目录上按 F9 更新",)


def _firm_imprint(job: Job) -> bool:
    """Return whether the imprint is known to stand on the even page where the text ends."""
    placed = job.house.imprint.page == "even" and any(isinstance(block, Imprint) for block in job.page.blocks)
    try:
        return placed and job.pdf.firm_imprint
    except UnavailableError:
        return False


FORMAT = OutputFormat("docx", ".docx", _write, traced=True, paged=True)
