"""The clauses by group, one module each: `word` measures a DOCX, `pdf` a PDF; a new group is a new module here."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from functools import cache

from planforge.inspect.outcome import Measure
from planforge.inspect.subject import PdfSubject, WordSubject
from planforge.records import record


@record(frozen=True)
class Group:
    """A module of this folder."""

    name: str
    word: Callable[[WordSubject], Iterator[Measure]]
    pdf: Callable[[PdfSubject], Iterator[Measure]]


@cache
def groups() -> dict[str, Group]:
    """Return the groups by name."""
    names = sorted(info.name for info in pkgutil.iter_modules(__path__))
    modules = ((name, importlib.import_module(f"{__name__}.{name}")) for name in names)
    return {name: Group(name, module.word, module.pdf) for name, module in modules}
