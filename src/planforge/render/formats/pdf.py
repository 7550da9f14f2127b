"""The format ``pdf``; needs the extra ``planforge[pdf]`` and Pango."""

from __future__ import annotations

from planforge.render.formats import Job, OutputFormat, Written


def _write(job: Job) -> Written:
    result = job.pdf
    return Written(result.data, tuple(map(str, result.missing)), result.notes, result.pages)


FORMAT = OutputFormat("pdf", ".pdf", _write, paged=True)
