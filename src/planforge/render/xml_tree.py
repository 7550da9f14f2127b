"""Reads the XML a template wrote into plain nodes: bounded, without DTDs, entities or processing instructions.

Every node knows the line of the template that wrote it: `template.py` adds it as an attribute. What the elements mean
is `page_xml.py`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.parsers import expat

from planforge.patterns import expression
from planforge.render.errors import CharacterError, TemplateError

LINE_ATTRIBUTE = "template-line"
MAX_DEPTH = 32
MAX_ELEMENTS = 500_000
_ILLEGAL = expression("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ENTITY = "模板里不能声明实体、DTD 或处理指令"


@dataclass(slots=True)
class Node:
    """An element: name, attributes, children in order (texts are ``str``), and the template line that wrote it."""

    name: str
    attributes: dict[str, str]
    place: str
    children: list[Node | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All characters below the element."""
        return "".join(child if isinstance(child, str) else child.text for child in self.children)

    @property
    def label(self) -> str:
        """What to call the element in a message: its name and its id or first characters."""
        known = self.attributes.get("id") or " ".join(self.text.split())[:12]
        return f"{self.name}“{known}”" if known else self.name

    @property
    def elements(self) -> list[Node]:
        """The children that are elements."""
        return [child for child in self.children if isinstance(child, Node)]


def has_illegal(text: str) -> bool:
    """Return whether ``text`` holds a character no XML file may hold."""
    return _ILLEGAL.search(text) is not None


def refuse_illegal(xml: str) -> None:
    """Raise `CharacterError` when ``xml`` holds a character no XML file may hold; names it and what stands before."""
    if found := _ILLEGAL.search(xml):
        before = re.sub(r"<[^>]*>|\s", "", xml[max(0, found.start() - 200) : found.start()])[-12:]
        raise CharacterError(
            f"“{before}”之后有不能印出的字符 U+{ord(found.group()):04X}，DOCX、PDF 和 HTML 都不能写入",
            hint="请在源文件里删去这个字符",
        )


def parse_xml(xml: str, template: str) -> Node:
    """Parse what ``template`` wrote.

    Raises:
        CharacterError: an illegal character.
        TemplateError: not well-formed, a DTD or entity, too deep or too many elements.
    """
    refuse_illegal(xml)
    builder = _Builder(template)
    try:
        builder.parse(xml)
    except expat.ExpatError as error:
        raise TemplateError(
            f"写出的不是完整的 XML（{expat.ErrorString(error.code)}）",
            place=builder.last_place,
            block=builder.open_label,
            hint="请检查这一行附近的元素是否都有结束标记",
        ) from error
    if builder.root is None:
        raise TemplateError("没有写出任何元素", place=template)
    return builder.root


class _Builder:
    """Collects the nodes from expat's events."""

    def __init__(self, template: str) -> None:
        self.root: Node | None = None
        self.last_place = template
        self._stack: list[Node] = []
        self._count = 0

    @property
    def open_label(self) -> str:
        return self._stack[-1].label if self._stack else ""

    def parse(self, xml: str) -> None:
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.StartDoctypeDeclHandler = self._refuse
        parser.EntityDeclHandler = self._refuse
        parser.ProcessingInstructionHandler = self._refuse
        parser.Parse(xml, True)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.last_place = attributes.pop(LINE_ATTRIBUTE, self.last_place)
        node = Node(name, attributes, self.last_place)
        self._count += 1
        if len(self._stack) >= MAX_DEPTH or self._count > MAX_ELEMENTS:
            raise TemplateError("写出的元素过多或嵌套过深", place=self.last_place, block=node.label)
        if self._stack:
            self._stack[-1].children.append(node)
        else:
            self.root = node
        self._stack.append(node)

    def _end(self, _name: str) -> None:
        self._stack.pop()

    def _text(self, data: str) -> None:
        self._stack[-1].children.append(data)

    def _refuse(self, *_args: object) -> None:
        raise TemplateError(_ENTITY, place=self.last_place)
