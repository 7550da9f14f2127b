"""Whether the house format that a plan names is there and has its page set-up, told from the manifests alone.

Only the names below ``pages`` are looked at; whether a manifest can be used is for who prints. Of the page set-ups of
a house format that stands neither beside the plan nor among those that ship, nothing is said.
"""

from __future__ import annotations

import contextlib
import difflib
import re
from collections.abc import Iterator

from planforge.errors import SourceError
from planforge.outline.text import Text
from planforge.patterns import expression
from planforge.resources import templates_dir
from planforge.source.problem import Problem, ProblemKind, quoted
from planforge.source.tree import Tree

_MANIFEST = "manifest.yaml"
_NAME = expression(r"[A-Za-z0-9_-]{1,64}")
_BESIDE = ("templates", "formats")
_MOST_BASES = 8
_MOST_CHARACTERS = 100_000
"""A longer manifest is nobody's; no one waits for it to be read."""


def page_problems(house: str, page: Text | None, tree: Tree) -> Iterator[Problem]:
    """Yield the problem of a page set-up that the house format has not; ``tree`` is the folder of the plan."""
    if page is None:
        return
    try:
        names = _names(house, page.printed, tree)
    except _UnknownError:
        return
    if names and page.printed not in names:
        shown = "、".join(names)
        message = f"page 应为 {shown} 之一，实为{quoted(page.printed)}；版式“{house}”没有这种页面设置"
        yield Problem(ProblemKind.PAGE, message, page.whole)


def house_problems(house: Text | None, tree: Tree) -> Iterator[Problem]:
    """Yield the problem of a house format that stands neither beside the plan nor among those that ship."""
    if house is None:
        return
    try:
        _manifest(house.printed, tree, set())
    except _UnknownError:
        names = sorted(path.parent.name for path in templates_dir().glob(f"*/{_MANIFEST}"))
        near = difflib.get_close_matches(house.printed, names, 1)
        hint = (
            f"是否想写“{near[0]}”"
            if near
            else "自己的版式放在规划文件夹的 templates 里，或写进 planforge.toml 的 formats"
        )
        message = f"house 应为 {'、'.join(names)} 之一或自己的版式，实为{quoted(house.printed)}；{hint}"
        yield Problem(ProblemKind.HOUSE, message, house.whole)


class _UnknownError(Exception):
    """The manifest is not there, or says nothing that could be read."""


def _names(house: str, wanted: str, tree: Tree) -> list[str]:
    """Return the names of the page set-ups of a house format and of those it builds on."""
    found: dict[str, None] = {}
    seen: set[str] = set()
    while house and len(seen) <= _MOST_BASES:
        place, text = _manifest(house, tree, seen)
        seen.add(place)
        if re.search(rf"^[ \t]+{re.escape(wanted)}:", text, re.MULTILINE):
            return [wanted]  # a plan that is right costs no reading of YAML
        data = _parsed(text)
        pages, base = data.get("pages", {}), data.get("extends", "")
        if not isinstance(pages, dict) or not isinstance(base, str):
            raise _UnknownError
        found |= dict.fromkeys(map(str, pages))
        house = base
    return list(found)


def _manifest(house: str, tree: Tree, seen: set[str]) -> tuple[str, str]:
    """Return place and text of the nearest manifest of a name that was not read yet."""
    places = [house] if house.startswith("./") else [f"{folder}/{house}" for folder in _BESIDE]
    for place in places:
        path = f"{place.removeprefix('./')}/{_MANIFEST}"
        if path not in seen:
            with contextlib.suppress(SourceError):  # not there, or nothing that may be read
                return path, tree.read(path).text
    shipped = templates_dir() / house / _MANIFEST if _NAME.fullmatch(house) else None
    if shipped is None or str(shipped) in seen or not shipped.is_file():
        raise _UnknownError
    return str(shipped), shipped.read_text(encoding="utf-8")


def _parsed(text: str) -> dict[str, object]:
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    if len(text) > _MOST_CHARACTERS:
        raise _UnknownError
    try:
        data = YAML(typ="base").load(text)
    except (YAMLError, ValueError, RecursionError) as error:
        raise _UnknownError from error
    if not isinstance(data, dict):
        raise _UnknownError
    return data
