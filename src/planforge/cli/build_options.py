"""What the options of `planforge build` name: output formats, kinds of PDF."""

from __future__ import annotations

from planforge.cli.checking import named
from planforge.errors import UsageError
from planforge.render.formats import PDF_VARIANTS, OutputFormat, output_formats


def choose_formats(names: str | None) -> list[OutputFormat]:
    """Return the formats named in “docx,pdf”; all when none are named.

    Raises:
        UsageError: when there is no such format.
    """
    known = output_formats()
    if names is None:
        return [form for form in known.values() if not form.on_request]
    wanted = named(names)
    for name in wanted:
        if name not in known:
            raise UsageError(f"“--to”应为{'、'.join(known)}，实为“{name}”")
    return [known[name] for name in wanted]


def known_variant(name: str) -> str:
    """Return the kind of PDF that is asked for.

    Raises:
        UsageError: when there is none of this name.
    """
    if name not in PDF_VARIANTS:
        raise UsageError(f"“--pdf-variant”应为{'、'.join(filter(None, PDF_VARIANTS))}，实为“{name}”")
    return name
