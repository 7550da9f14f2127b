"""The format ``docx``; the page numbers of its contents are those of the PDF."""

from __future__ import annotations

from collections.abc import Mapping

from planforge.render.contents import has_contents
from planforge.render.errors import UnavailableError
from planforge.render.formats import Job, OutputFormat, Written


def _write(job: Job) -> Written:
    from planforge.render.docx.document import write_docx

    numbers, notes = _numbers(job) if has_contents(job.page) else ({}, ())
    return Written(write_docx(job.page, job.house, job.profile, numbers), notes=notes)


def _numbers(job: Job) -> tuple[Mapping[str, str], tuple[str, ...]]:
    try:
        return job.pdf.numbers, ()
    except UnavailableError as error:
        return {}, (f"DOCX 目录里的页码没有算出（{error.message}），请用 Word 打开后在目录上按 F9 更新",)


FORMAT = OutputFormat("docx", ".docx", _write, traced=True, paged=True)
