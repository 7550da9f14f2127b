"""The format ``html``."""

from __future__ import annotations

from planforge.render.formats import Job, OutputFormat, Written


def _write(job: Job) -> Written:
    from planforge.render.web.html import write_html

    return Written(write_html(job.page, job.house))


FORMAT = OutputFormat("html", ".html", _write)
