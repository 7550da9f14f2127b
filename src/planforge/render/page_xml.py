"""Turns the XML of the vocabulary into the typed blocks of the page, once, for all writers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import NoReturn

from planforge.patterns import expression
from planforge.render.charts.read import chart
from planforge.render.contents import with_contents
from planforge.render.errors import TemplateError
from planforge.render.notes import runs_of
from planforge.render.page import (
    AnnexNote,
    Block,
    Box,
    Contents,
    Cover,
    Figure,
    Heading,
    Image,
    Imprint,
    ItemList,
    JointHead,
    JointSignature,
    LetterHead,
    Line,
    LineRole,
    Marks,
    NewPage,
    NumberLine,
    Page,
    Paragraph,
    RedRule,
    Run,
    Runs,
    Signature,
    Table,
)
from planforge.render.vocabulary import check
from planforge.render.xml_tree import Node, parse_xml

_LAYOUT = expression(r"[ \t]*\n[ \t\n]*")  # line breaks of the template itself, never of the plan
_DATE = expression(r"\d{4}-\d{2}-\d{2}")


def parse_page(xml: str, images: Mapping[str, Image], template: str) -> Page:
    """Parse what ``template`` wrote; ``images`` are the pictures by the id of their figure.

    Raises:
        TemplateError: the XML is not well-formed or does not fit the vocabulary; names template, line and block.
        CharacterError: a character no XML file may hold.
    """
    root = parse_xml(xml, template)
    if root.name != "page":
        _fail(root, f"最外层应为 <page>，实为 <{root.name}>")
    check(root)
    date = root.attributes.get("date", "")
    if not _is_day(date):
        _fail(root, f"属性“date”应为 YYYY-MM-DD，实为“{date}”")
    return Page(
        title=root.attributes["title"],
        blocks=with_contents(_block(node, images) for node in root.elements),
        language=root.attributes.get("language") or "zh-CN",
        author=root.attributes.get("author", ""),
        date=date,
    )


def _is_day(date: str) -> bool:
    """Return whether this is an ISO date of the calendar, or nothing."""
    try:
        return not date or (_DATE.fullmatch(date) is not None and datetime.fromisoformat(date) is not None)
    except ValueError:
        return False


def _block(node: Node, images: Mapping[str, Image]) -> Block:
    if node.name in _LINE_ROLES:
        return Line(LineRole(node.name), _runs(node), _id(node))
    if node.name == "figure":
        return _figure(node, images)
    return _BUILDERS[node.name](node)


def _new_page(node: Node) -> NewPage:
    begins = node.attributes.get("begins", "")
    if begins not in ("", "body"):
        _fail(node, f"属性“begins”应为 body，实为“{begins}”")
    return NewPage(begins == "body")


def _cover(node: Node) -> Cover:
    title = next((child for child in node.elements if child.name == "title"), None)
    texts = {name: _child_text(node, name) for name in ("label", "note", "by", "on")}
    return Cover(_runs(title) if title else (), **texts)


def _contents(node: Node) -> Contents:
    return Contents(_clean(node.text).strip(" \t"), _level(node, 1, name="levels", highest=3))


def _heading(node: Node) -> Heading:
    return Heading(_level(node, 1), _runs(node), _id(node))


def _paragraph(node: Node) -> Paragraph:
    return Paragraph(_runs(node), _id(node))


def _signature(node: Node) -> Signature:
    return Signature(_child_text(node, "by"), _child_text(node, "on"))


def _marks(node: Node) -> Marks:
    return Marks(*(_child_text(node, name) for name in ("copy-number", "security", "urgency")))


def _letter_head(node: Node) -> LetterHead:
    return LetterHead(_organs(node)[0], _marks(node), _child_text(node, "number"))


def _organs(node: Node) -> tuple[str, ...]:
    names = tuple(_clean(child.text).strip(" \t") for child in node.elements if child.name == "organ")
    if not names:
        _fail(node, f"<{node.name}> 里应有 <organ>，实为没有")
    return names


def _number_line(node: Node) -> NumberLine:
    names = tuple(_clean(child.text).strip(" \t") for child in node.elements if child.name == "signatory")
    if not names:
        _fail(node, "<number-line> 里应有 <signatory>，实为没有")
    return NumberLine(_child_text(node, "number"), names)


def _annex_note(node: Node) -> AnnexNote:
    names = tuple(_clean(child.text).strip(" \t") for child in node.elements)
    if not names:
        _fail(node, "<annex-note> 里应有 <name>，实为空")
    return AnnexNote(names)


def _box(node: Node) -> Box:
    title = next((child for child in node.elements if child.name == "box-title"), None)
    paragraphs = tuple(_paragraph(child) for child in node.elements if child.name == "p")
    return Box(_runs(title) if title else (), paragraphs, _id(node))


def _table(node: Node) -> Table:
    head = next((_cells(child) for child in node.elements if child.name == "head"), ())
    rows = []
    for row in (child for child in node.elements if child.name == "row"):
        rows.append(_cells(row))
        if len(rows[-1]) != len(head or rows[0]):
            _fail(row, f"表“{_child_text(node, 'caption')}”一行应为 {len(head or rows[0])} 格，实为 {len(rows[-1])} 格")
    if not head and not rows:
        _fail(node, f"表“{_child_text(node, 'caption')}”没有表头也没有行")
    texts = {name: _child_text(node, name) for name in ("caption", "unit", "note")}
    return Table(head=head, rows=tuple(rows), id=_id(node), landscape=_landscape(node), **texts)


def _landscape(node: Node) -> bool | None:
    given = node.attributes.get("orientation", "")
    if given not in ("", "landscape", "portrait"):
        _fail(node, f"<table> 的 orientation 应为 landscape 或 portrait，实为“{given}”")
    return given == "landscape" if given else None


def _list(node: Node) -> ItemList:
    return ItemList(tuple(_paragraph(child) for child in node.elements), _id(node))


def _figure(node: Node, images: Mapping[str, Image]) -> Figure:
    name = node.attributes["id"]
    if name not in images:
        _fail(node, f"没有图“{name}”的图片文件")
    return Figure(images[name], _child_text(node, "caption"), node.attributes["alt"], name)


def _imprint(node: Node) -> Imprint:
    return Imprint(*(_child_text(node, name) for name in ("copies", "by", "on", "recipients")))


_LINE_ROLES = frozenset(role.value for role in LineRole)
_BUILDERS: dict[str, Callable[[Node], Block]] = {
    "red-rule": lambda node: RedRule(),
    "new-page": _new_page,
    "cover": _cover,
    "contents": _contents,
    "heading": _heading,
    "p": _paragraph,
    "signature": _signature,
    "annex-note": _annex_note,
    "marks": _marks,
    "number-line": _number_line,
    "letter-head": _letter_head,
    "joint-letterhead": lambda node: JointHead(_organs(node), _child_text(node, "ending")),
    "joint-signature": lambda node: JointSignature(_organs(node), _child_text(node, "on")),
    "box": _box,
    "table": _table,
    "chart": lambda node: chart(node, _table(node), _clean),
    "list": _list,
    "imprint": _imprint,
}


def _runs(node: Node) -> Runs:
    runs = [
        run
        for child in node.children
        for run in (runs_of(_clean(child)) if isinstance(child, str) else [Run(_clean(child.text), _level(child, 0))])
    ]
    if runs:
        runs[0] = replace(runs[0], text=runs[0].text.lstrip(" \t"))
        runs[-1] = replace(runs[-1], text=runs[-1].text.rstrip(" \t"))
    return tuple(run for run in runs if run.text or run.note)


def _clean(text: str) -> str:
    return _LAYOUT.sub("", text)


def _cells(node: Node) -> tuple[str, ...]:
    return tuple(_clean(child.text).strip(" \t") for child in node.elements)


def _child_text(node: Node, name: str) -> str:
    return next((_clean(child.text).strip(" \t") for child in node.elements if child.name == name), "")


def _id(node: Node) -> str:
    return node.attributes.get("id", "")


def _level(node: Node, lowest: int, *, name: str = "level", highest: int = 4) -> int:
    given = node.attributes.get(name, "0")
    if given not in {str(level) for level in range(lowest, highest + 1)}:
        _fail(node, f"属性“{name}”应为 {lowest} 到 {highest}，实为“{given}”")
    return int(given)


def _fail(node: Node, message: str) -> NoReturn:
    raise TemplateError(message, place=node.place, block=node.label)
