"""The vocabulary of the semantic page: which element may hold what.

It is the contract between a template and the writers; docs for template authors are written from it. Meaning stands in
element names, never in class names.
"""

from __future__ import annotations

import difflib

from planforge.records import record
from planforge.render.errors import TemplateError
from planforge.render.page import LineRole
from planforge.render.xml_tree import Node


@record(frozen=True, slots=True)
class Element:
    """What an element may hold: ``required`` attributes must be there, children in ``once`` may not repeat."""

    children: frozenset[str] = frozenset()
    text: bool = False
    attributes: frozenset[str] = frozenset()
    required: frozenset[str] = frozenset()
    once: frozenset[str] = frozenset()


def _set(names: str) -> frozenset[str]:
    return frozenset(names.split())


_TEXT = Element(text=True)
_PARAGRAPH = Element(children=_set("lead"), text=True, attributes=_set("id"))
_LINES = {role.value: _TEXT for role in LineRole}
_HEAD = "marks joint-letterhead letter-head number-line red-rule"
_LETTER = "organ copy-number security urgency number"
_TEXTS = "new-page cover contents heading p signature joint-signature annex-note box table list figure chart imprint"
BLOCKS = _set(f"{_HEAD} {_TEXTS}") | frozenset(_LINES)
VOCABULARY: dict[str, Element] = {
    "page": Element(BLOCKS, attributes=_set("title language author date"), required=_set("title")),
    **_LINES,
    "annex-title": Element(text=True, attributes=_set("id")),
    "annex-note": Element(_set("name")),
    "marks": Element(_set("copy-number security urgency"), once=_set("copy-number security urgency")),
    "letter-head": Element(_set(_LETTER), once=_set(_LETTER)),
    "joint-letterhead": Element(_set("organ ending"), once=_set("ending")),
    "joint-signature": Element(_set("organ on"), once=_set("on")),
    "number-line": Element(_set("number signatory"), once=_set("number")),
    "red-rule": Element(),
    "new-page": Element(attributes=_set("begins")),
    "cover": Element(_set("label title note by on"), once=_set("label title note by on")),
    "contents": Element(text=True, attributes=_set("levels"), required=_set("levels")),
    "heading": Element(text=True, attributes=_set("level id"), required=_set("level")),
    "p": _PARAGRAPH,
    "item": _PARAGRAPH,
    "lead": Element(text=True, attributes=_set("level")),
    "signature": Element(_set("by on"), once=_set("by on")),
    "box": Element(_set("box-title p"), attributes=_set("id"), once=_set("box-title")),
    "box-title": _TEXT,
    "table": Element(
        _set("caption unit head row note"), attributes=_set("id orientation"), once=_set("caption unit head note")
    ),
    "head": Element(_set("cell")),
    "row": Element(_set("cell")),
    "cell": _TEXT,
    "list": Element(_set("item"), attributes=_set("id")),
    "figure": Element(_set("caption"), attributes=_set("id alt"), required=_set("id alt"), once=_set("caption")),
    "chart": Element(
        _set("panel head row note caption"),
        attributes=_set("id shape alt"),
        required=_set("shape alt"),
        once=_set("head note caption"),
    ),
    "panel": Element(_set("point"), attributes=_set("title alt"), required=_set("title alt")),
    "point": Element(text=True, attributes=_set("at value mark"), required=_set("at")),
    "imprint": Element(_set("recipients copies by on"), once=_set("recipients copies by on")),
    **dict.fromkeys(("caption", "unit", "note", "by", "on", "copies", "label", "title", "name"), _TEXT),
    **dict.fromkeys(("copy-number", "security", "urgency", "number", "signatory", "organ", "ending"), _TEXT),
}


def check(node: Node) -> None:
    """Raise `TemplateError` at the first element below ``node`` that does not fit the vocabulary."""
    element = VOCABULARY[node.name]
    _check_attributes(node, element)
    if not element.text and any(isinstance(child, str) and child.strip() for child in node.children):
        _fail(node, f"<{node.name}> 里不能直接写文字", f"可以写 {_list(element.children)}")
    seen: set[str] = set()
    for child in node.elements:
        if child.name not in element.children:
            _fail(child, *_misplaced(child.name, node.name, element))
        if child.name in seen and child.name in element.once:
            _fail(child, f"<{node.name}> 里应为一个 <{child.name}>，实为多个")
        seen.add(child.name)
        check(child)


def _check_attributes(node: Node, element: Element) -> None:
    for name in node.attributes:
        if name not in element.attributes:
            _fail(node, f"<{node.name}> 没有属性“{name}”", f"可以写 {_list(element.attributes)}")
    for name in sorted(element.required - node.attributes.keys()):
        _fail(node, f"<{node.name}> 缺少属性“{name}”")


def _misplaced(name: str, parent: str, element: Element) -> tuple[str, str | None]:
    """Return the message and the hint for an element that may not stand where it does."""
    if name in VOCABULARY:
        return f"<{parent}> 里不能有 <{name}>", f"可以写 {_list(element.children)}"
    if near := difflib.get_close_matches(name, element.children, 1):
        return f"没有 <{name}> 这种元素，是否想写 <{near[0]}>", None
    return f"没有 <{name}> 这种元素", f"可以写 {_list(element.children)}"


def _list(names: frozenset[str]) -> str:
    return "、".join(sorted(names)) or "（没有）"


def _fail(node: Node, message: str, hint: str | None = None) -> None:
    raise TemplateError(message, place=node.place, block=node.label, hint=hint)
