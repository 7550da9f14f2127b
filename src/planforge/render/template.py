"""Runs a house format's Jinja template in a sandbox and keeps its line numbers; `confined.py` bounds time and memory.

The template sees plain data and reads files of its own folder only; it can neither reach Python's internals nor change
what it is given. Every element it writes carries the line that wrote it, so that later errors can name it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any

from jinja2 import BaseLoader, StrictUndefined, TemplateNotFound, TemplateSyntaxError
from jinja2 import TemplateError as JinjaError
from jinja2.bccache import Bucket, BytecodeCache
from jinja2.exceptions import SecurityError
from jinja2.ext import Extension
from jinja2.sandbox import ImmutableSandboxedEnvironment

from planforge.patterns import expression
from planforge.records import record
from planforge.render.errors import TemplateError
from planforge.render.house import House
from planforge.render.xml_tree import LINE_ATTRIBUTE

MAX_TEMPLATE_BYTES = 1_000_000
MAX_OUTPUT_CHARACTERS = 20_000_000
_JINJA = expression(r"(\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\})", re.DOTALL)
_START_TAG = expression(r"<([a-z][a-z0-9-]*)(?=[\s/>]|$)")


@record(frozen=True, slots=True)
class Script:
    """A template, the folders it and what it includes are read from, and the wording of its house."""

    folders: tuple[Path, ...]
    template: str
    wording: Mapping[str, object]


def script_of(house: House) -> Script:
    """Return what of a house its template runs with: wording, not geometry."""
    wording = {
        "letterhead": house.letterhead,
        "captions": dict(house.captions),
        "language": house.language,
        "contents": {"title": house.contents.title, "levels": house.contents.levels},
    }
    return Script((house.folder, *house.bases), house.template, wording)


def run_template(script: Script, context: Mapping[str, object]) -> str:
    """Run a template and return the XML it writes.

    Raises:
        TemplateError: a syntax error, an unknown name, a forbidden access, or too much output; names file and line.
    """
    environment = _environment(script)
    try:
        template = environment.get_template(script.template)
        return _collect(template.generate({**context, "house": script.wording}), script)
    except TemplateSyntaxError as error:
        place = f"{error.name or script.template}:{error.lineno}"
        raise TemplateError(f"语法不对：{error.message}", place=place) from error
    except TemplateNotFound as error:
        raise TemplateError(f"版式的文件夹里没有“{error.name}”", place=script.template) from error
    except (JinjaError, SecurityError) as error:
        raise _failed(script, error, str(error.message or error)) from error
    except (TypeError, ValueError, ArithmeticError, LookupError, AttributeError, RecursionError) as error:
        raise _failed(script, error, f"{type(error).__name__}: {error}") from error


def _collect(pieces: Any, script: Script) -> str:
    written: list[str] = []
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > MAX_OUTPUT_CHARACTERS:
            raise TemplateError(f"写出的内容超过 {MAX_OUTPUT_CHARACTERS} 字，已停止", place=script.template)
        written.append(piece)
    return "".join(written)


def _failed(script: Script, error: BaseException, message: str) -> TemplateError:
    return TemplateError(f"运行出错：{message}", place=_place(error.__traceback__, script) or script.template)


def _place(traceback: TracebackType | None, script: Script) -> str:
    """Find the template line in the traceback, which Jinja rewrites to template files and lines."""
    place = ""
    while traceback is not None:
        file = Path(traceback.tb_frame.f_code.co_filename)
        for folder in script.folders:
            if file.is_relative_to(folder.resolve()):
                place = f"{file.relative_to(folder.resolve())}:{traceback.tb_lineno}"
        traceback = traceback.tb_next
    return place


class _Compiled(BytecodeCache):
    """Keeps what templates were compiled to while the process runs: a page is printed twice to find its texts again."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if kept := self._kept.get(f"{bucket.key} {bucket.checksum}"):
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._kept[f"{bucket.key} {bucket.checksum}"] = bucket.bytecode_to_string()


_COMPILED = _Compiled()


def _environment(script: Script) -> ImmutableSandboxedEnvironment:
    environment = _HouseEnvironment(
        loader=_FolderLoader(script.folders),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=[_LineNumbers],
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=_COMPILED,
    )
    environment.filters["fill"] = _fill
    return environment


def _fill(pattern: str, **values: object) -> str:
    """Fill a wording of the manifest: ``{label}　{caption}``."""
    return re.sub(r"\{(\w+)\}", lambda found: str(values.get(found[1], found[0])), str(pattern))


class _HouseEnvironment(ImmutableSandboxedEnvironment):
    """A sandbox in which ``block.items`` is the key of that name, and mappings have no methods."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        if isinstance(obj, Mapping):
            return obj[attribute] if attribute in obj else self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)


class _FolderLoader(BaseLoader):
    """Loads templates of a few folders, the first first; a path or link that leads out of them is not found."""

    def __init__(self, folders: tuple[Path, ...]) -> None:
        self.folders = [folder.resolve() for folder in folders]

    def get_source(self, environment: Any, template: str) -> tuple[str, str, None]:
        path = next((found for folder in self.folders if (found := self._file(folder, template))), None)
        if path is None:
            raise TemplateNotFound(template)
        try:
            return path.read_text(encoding="utf-8"), str(path), None
        except UnicodeDecodeError as error:
            raise TemplateError("不是 UTF-8 文本", place=template) from error

    @staticmethod
    def _file(folder: Path, template: str) -> Path | None:
        try:
            path = (folder / template).resolve()
            good = path.is_relative_to(folder) and path.is_file() and path.stat().st_size <= MAX_TEMPLATE_BYTES
        except (OSError, ValueError, RuntimeError):  # no path for this system, or a circle of links
            return None
        return path if good else None


class _LineNumbers(Extension):
    """Adds to every start tag of the template's own text the line it stands on."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        line = 1
        pieces: list[str] = []
        for index, piece in enumerate(_JINJA.split(source)):
            pieces.append(piece if index % 2 else self._mark(piece, name or "", line))
            line += piece.count("\n")
        return "".join(pieces)

    @staticmethod
    def _mark(text: str, name: str, line: int) -> str:
        def marked(found: re.Match[str]) -> str:
            at = line + text.count("\n", 0, found.start())
            return f'<{found[1]} {LINE_ATTRIBUTE}="{name}:{at}"'

        return _START_TAG.sub(marked, text)
