"""Plays the reviewer: edits a DOCX as Word does, with tracked changes or without. Independent of planforge's reader."""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Callable, Iterator
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DOCUMENT = "word/document.xml"


class Word:
    """A document on the reviewer's desk."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            self.parts = {name: file.read(name) for name in file.namelist()}
        for _, (prefix, uri) in ElementTree.iterparse(io.BytesIO(self.parts[_DOCUMENT]), ["start-ns"]):
            ElementTree.register_namespace(str(prefix), str(uri))
        self.root = ElementTree.fromstring(self.parts[_DOCUMENT])
        self.comments: list[tuple[str, str]] = []
        self._id = 9000

    def save(self) -> bytes:
        """Return the file."""
        self.parts[_DOCUMENT] = ElementTree.tostring(self.root, encoding="utf-8", xml_declaration=True)
        if self.comments:
            self._write_comments()
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file:
            for name, data in self.parts.items():
                file.writestr(name, data)
        return target.getvalue()

    def do(self, action: dict[str, Any]) -> None:
        """Do what a scripted review says: the one verb of `action` with its arguments; `by` tracks it."""
        verb = next(key for key in action if key not in ("by", "at", "untracked"))
        methods: dict[str, Callable[..., None]] = {
            "replace": self.replace,
            "delete": self.delete_paragraphs,
            "after": self.insert_after,
            "split": self.split,
            "join": self.join,
            "cut": self.cut,
            "append": self.append,
            "move": self.move,
            "row": self.add_row,
            "drop_row": self.drop_row,
            "move_row": self.move_row,
            "comment": self.comment,
            "retype": self.retype,
            "strip": self.strip,
            "cell": self.fill_cell,
            "table": self.add_table,
            "drop_table": self.drop_table,
            "footnote": self.reword_footnote,
            "unnote": self.drop_footnote,
            "break": self.break_line,
            "picture": self.insert_picture,
            "style": self.restyle,
            "level": self.relevel,
            "header": self.type_header,
        }
        arguments = action[verb] if isinstance(action[verb], list) else [action[verb]]
        methods[verb](*arguments, by=action.get("by"))

    # finding

    def paragraph(self, words: str) -> Element:
        """Return the first paragraph outside the contents that holds these words."""
        return next(p for p in self.root.iter(f"{W}p") if words in text_of(p))

    def _holder(self, element: Element) -> Element:
        return next(parent for parent in self.root.iter() if element in list(parent))

    def reword_footnote(self, old: str, new: str, by: str | None = None) -> None:
        """Type over words of a footnote."""
        assert by is None
        part = self.parts["word/footnotes.xml"].decode()
        assert old in part
        self.parts["word/footnotes.xml"] = part.replace(old, new).encode()

    def drop_footnote(self, words: str, by: str | None = None) -> None:
        """Delete the mark of the footnote in the paragraph with these words; its text stays in the file."""
        paragraph = self.paragraph(words)
        run = next(run for run in paragraph.iter(f"{W}r") if run.find(f"{W}footnoteReference") is not None)
        self._exchange(run, self._tracked("del", by, run) if by else None)

    def _exchange(self, run: Element, new: Element | None) -> None:
        holder = self._holder(run)
        at = list(holder).index(run)
        holder.remove(run)
        if new is not None:
            holder.insert(at, new)

    def break_line(self, words: str, by: str | None = None) -> None:
        """Press Shift and Enter behind these words."""
        self._insert_behind(words, Element(f"{W}br"), by)

    def insert_picture(self, words: str, by: str | None = None) -> None:
        """Put a picture behind these words."""
        self._insert_behind(words, Element(f"{W}drawing"), by)

    def _insert_behind(self, words: str, what: Element, by: str | None) -> None:
        paragraph = self.paragraph(words)
        at = text_of(paragraph).index(words) + len(words)
        self._cut(paragraph, at, at)
        place, holder = self._place(paragraph, at)
        run = Element(f"{W}r")
        run.append(what)
        holder.insert(place, self._tracked("ins", by, run) if by else run)

    def restyle(self, words: str, like: str, by: str | None = None) -> None:
        """Give a paragraph the style of another one."""
        assert by is None
        paragraph, other = self.paragraph(words), self.paragraph(like)
        properties = other.find(f"{W}pPr")
        assert properties is not None
        paragraph[0] = copy.deepcopy(properties)

    def relevel(self, words: str, level: int, by: str | None = None) -> None:
        """Give a paragraph another outline level, as the outline view of Word does."""
        assert by is None
        properties = self.paragraph(words).find(f"{W}pPr")
        assert properties is not None
        for old in properties.findall(f"{W}outlineLvl"):
            properties.remove(old)
        ElementTree.SubElement(properties, f"{W}outlineLvl", {f"{W}val": str(level - 1)})

    def type_header(self, words: str, by: str | None = None) -> None:
        """Type behind the page number."""
        assert by is None
        part = self.parts["word/footer1.xml"].decode()
        self.parts["word/footer1.xml"] = part.replace(" —</w:t>", f" —{words}</w:t>").encode()

    # edits within a paragraph

    def replace(self, old: str, new: str, by: str | None = None) -> None:
        """Put `new` where `old` stands; "" inserts or deletes (`old` may be "before|" to insert behind words)."""
        before, bar, _ = old.partition("|")
        anchor = before if bar else old
        paragraph = self.paragraph(anchor)
        at = text_of(paragraph).index(anchor) + (len(anchor) if bar else 0)
        self._edit(paragraph, at, 0 if bar else len(old), new, by)

    def _edit(self, paragraph: Element, at: int, length: int, new: str, by: str | None) -> None:
        runs = self._cut(paragraph, at, at + length)
        place, parent = self._place(paragraph, at + length)
        if new:
            run = _run(new, runs[0] if runs else self._near(paragraph))
            while by and parent is not paragraph and parent.get(f"{W}author") != by and place == len(parent):
                outer = self._holder(parent)
                place, parent = list(outer).index(parent) + 1, outer
            parent.insert(place, self._tracked("ins", by, run) if by else run)
        for run in runs:
            holder = self._holder(run)
            if not by:
                holder.remove(run)
                continue
            for text in run.findall(f"{W}t"):
                text.tag = f"{W}delText"
            index = list(holder).index(run)
            holder.remove(run)
            holder.insert(index, self._tracked("del", by, run))

    def _near(self, paragraph: Element) -> Element | None:
        return next(paragraph.iter(f"{W}r"), None)

    def _cut(self, paragraph: Element, start: int, end: int) -> list[Element]:
        """Cut the runs at both ends; return those in between."""
        for border in (start, end):
            at = 0
            for run in _live(paragraph):
                length = len(_words(run))
                if at < border < at + length:
                    self._halve(run, border - at)
                    break
                at += length
        found, at = [], 0
        for run in _live(paragraph):
            length = len(_words(run))
            if start <= at and at + length <= end and length:
                found.append(run)
            at += length
        return found

    def _halve(self, run: Element, at: int) -> None:
        words = _words(run)
        holder = self._holder(run)
        first, second = _run(words[:at], run), _run(words[at:], run)
        index = list(holder).index(run)
        holder.remove(run)
        holder.insert(index, second)
        holder.insert(index, first)

    def _place(self, paragraph: Element, offset: int) -> tuple[int, Element]:
        """Return where a run behind so many characters goes: right behind the run that ends there."""
        at = 0
        for run in _live(paragraph):
            at += len(_words(run))
            if at == offset:
                holder = self._holder(run)
                return list(holder).index(run) + 1, holder
        return 1 if paragraph.find(f"{W}pPr") is not None else 0, paragraph

    def _tracked(self, kind: str, by: str, *children: Element) -> Element:
        self._id += 1
        made = Element(f"{W}{kind}", {f"{W}id": str(self._id), f"{W}author": by, f"{W}date": "2026-11-20T09:00:00Z"})
        made.extend(children)
        return made

    def retype(self, old: str, new: str, by: str | None = None) -> None:
        """Type a whole paragraph anew: all its runs go, its bookmark stays."""
        paragraph = self.paragraph(old)
        self._edit(paragraph, 0, len(text_of(paragraph)), new, by)

    # paragraphs

    def _end(self, paragraph: Element, kind: str, by: str) -> None:
        properties = paragraph.find(f"{W}pPr")
        assert properties is not None
        marks = properties.find(f"{W}rPr")
        if marks is None:
            marks = Element(f"{W}rPr")
            properties.append(marks)
        marks.insert(0, self._tracked(kind, by))

    def delete_paragraphs(self, *words: str, by: str | None = None) -> None:
        """Delete whole paragraphs, ends and all."""
        for one in words:
            paragraph = self.paragraph(one)
            if by:
                self._edit(paragraph, 0, len(text_of(paragraph)), "", by)
                for run in list(_live(paragraph)):  # the mark of a footnote
                    self._exchange(run, self._tracked("del", by, run))
                self._end(paragraph, "del", by)
            else:
                self._holder(paragraph).remove(paragraph)

    def insert_after(self, words: str, *new: str, by: str | None = None) -> None:
        """Type new paragraphs behind one, in its style."""
        before = self.paragraph(words)
        for one in new:
            style, _, text = one.rpartition("::")
            made = Element(f"{W}p")
            properties = before.find(f"{W}pPr")
            if style:
                properties = self.paragraph(style).find(f"{W}pPr")
            made.append(copy.deepcopy(properties) if properties is not None else Element(f"{W}pPr"))
            run = _run(text, None)
            made.append(self._tracked("ins", by, run) if by else run)
            if by:
                self._end(made, "ins", by)
            holder = self._holder(before)
            holder.insert(list(holder).index(before) + 1, made)
            before = made

    def split(self, words: str, by: str | None = None) -> None:
        """Press Enter behind these words; the bookmark then goes over both paragraphs."""
        paragraph = self.paragraph(words)
        at = text_of(paragraph).index(words) + len(words)
        self._cut(paragraph, at, at)
        place, holder = self._place(paragraph, at)
        assert holder is paragraph
        made = Element(f"{W}p")
        properties = paragraph.find(f"{W}pPr")
        made.append(copy.deepcopy(properties) if properties is not None else Element(f"{W}pPr"))
        rest = list(paragraph)[place:]
        for one in rest:
            paragraph.remove(one)
            made.append(one)
        around = self._holder(paragraph)
        around.insert(list(around).index(paragraph) + 1, made)
        if by:
            self._end(paragraph, "ins", by)

    def join(self, words: str, by: str | None = None) -> None:
        """Delete the end of a paragraph: the next one follows in the same line."""
        paragraph = self.paragraph(words)
        if by:
            self._end(paragraph, "del", by)
            return
        holder = self._holder(paragraph)
        following = list(holder)[list(holder).index(paragraph) + 1]
        for one in list(following):
            if one.tag != f"{W}pPr":
                paragraph.append(one)
        holder.remove(following)

    def cut(self, words: str, by: str | None = None) -> None:
        """Press Enter behind these words in a program that leaves the bookmark on the first half."""
        self.split(words, by=by)
        first = self.paragraph(words)
        around = list(self._holder(first))
        second = around[around.index(first) + 1]
        for mark in second.findall(f"{W}bookmarkEnd"):
            second.remove(mark)
            first.append(mark)

    def append(self, words: str, by: str | None = None) -> None:
        """Delete the paragraph behind the one with these words, and type its words at its end."""
        before = self.paragraph(words)
        around = list(self._holder(before))
        behind = around[around.index(before) + 1]
        more = text_of(behind)
        self.delete_paragraphs(more, by=by)
        self._edit(before, len(text_of(before)), 0, more, by)

    def move(self, first: str, last: str, behind: str, by: str | None = None) -> None:
        """Move the paragraphs from `first` to `last`; with tracking the copies have no bookmarks, as in Word."""
        holder = self._holder(self.paragraph(first))
        children = list(holder)
        start, end = children.index(self.paragraph(first)), children.index(self.paragraph(last))
        block = children[start : end + 1]
        target = self.paragraph(behind)
        if by is None:
            for one in block:
                holder.remove(one)
            at = list(holder).index(target) + 1
            holder[at:at] = block
            return
        copies = []
        for one in block:
            words = text_of(one)
            if not words:
                continue
            made = Element(f"{W}p")
            properties = one.find(f"{W}pPr")
            made.append(copy.deepcopy(properties) if properties is not None else Element(f"{W}pPr"))
            made.append(self._tracked("moveTo", by, _run(words, self._near(one))))
            self._end(made, "ins", by)
            copies.append(made)
            for run in _live(one):
                around = self._holder(run)
                index = list(around).index(run)
                around.remove(run)
                around.insert(index, self._tracked("moveFrom", by, run))
            self._end(one, "del", by)
        at = list(holder).index(target) + 1
        holder[at:at] = copies

    # tables

    def _row(self, words: str) -> Element:
        return next(row for row in self.root.iter(f"{W}tr") if words in "".join(map(text_of, row.iter(f"{W}p"))))

    def add_row(self, words: str, *cells: str, by: str | None = None) -> None:
        """Add a row behind the one with these words."""
        row = self._row(words)
        made = copy.deepcopy(row)
        for paragraph, text in zip(made.iter(f"{W}p"), cells, strict=True):
            for child in list(paragraph):
                if child.tag != f"{W}pPr":
                    paragraph.remove(child)
            run = _run(text, None)
            paragraph.append(self._tracked("ins", by, run) if by else run)
        if by:
            _properties(made).append(self._tracked("ins", by))
        holder = self._holder(row)
        holder.insert(list(holder).index(row) + 1, made)

    def drop_row(self, words: str, by: str | None = None) -> None:
        """Delete the row with these words."""
        row = self._row(words)
        if not by:
            self._holder(row).remove(row)
            return
        _properties(row).append(self._tracked("del", by))
        for paragraph in row.iter(f"{W}p"):
            self._edit(paragraph, 0, len(text_of(paragraph)), "", by)

    def move_row(self, words: str, behind: str, by: str | None = None) -> None:
        """Drag a row behind another one; Word does not track that."""
        row, target = self._row(words), self._row(behind)
        holder = self._holder(row)
        holder.remove(row)
        holder.insert(list(holder).index(target) + 1, row)

    def add_table(self, words: str, rows: list[list[str]], by: str | None = None) -> None:
        """Put a table behind a paragraph."""
        before = self.paragraph(words)
        table = Element(f"{W}tbl")
        ElementTree.SubElement(table, f"{W}tblPr")
        for cells in rows:
            row = ElementTree.SubElement(table, f"{W}tr")
            properties = ElementTree.SubElement(row, f"{W}trPr")
            if by:
                properties.append(self._tracked("ins", by))
            for text in cells:
                paragraph = ElementTree.SubElement(ElementTree.SubElement(row, f"{W}tc"), f"{W}p")
                ElementTree.SubElement(paragraph, f"{W}pPr")
                run = _run(text, None)
                paragraph.append(self._tracked("ins", by, run) if by else run)
        holder = self._holder(before)
        holder.insert(list(holder).index(before) + 1, table)

    def drop_table(self, words: str, by: str | None = None) -> None:
        """Delete the table with these words, not its caption."""
        table = self._holder(self._row(words))
        if not by:
            self._holder(table).remove(table)
            return
        for row in list(table.iter(f"{W}tr")):
            properties = row.find(f"{W}trPr")
            if properties is None:
                properties = Element(f"{W}trPr")
                row.insert(0, properties)
            properties.append(self._tracked("del", by))
            for paragraph in row.iter(f"{W}p"):
                self._edit(paragraph, 0, len(text_of(paragraph)), "", by)

    def fill_cell(self, words: str, column: int, new: str, by: str | None = None) -> None:
        """Write into a cell of the row with these words."""
        paragraph = next(list(self._row(words).iter(f"{W}tc"))[int(column)].iter(f"{W}p"))
        self._edit(paragraph, 0, len(text_of(paragraph)), new, by)

    # comments and marks

    def comment(self, words: str, remark: str, by: str | None = None) -> None:
        """Attach a comment to these words."""
        paragraph = self.paragraph(words)
        at = text_of(paragraph).index(words)
        runs = self._cut(paragraph, at, at + len(words))
        number = str(len(self.comments))
        holder = self._holder(runs[0])
        holder.insert(list(holder).index(runs[0]), Element(f"{W}commentRangeStart", {f"{W}id": number}))
        holder = self._holder(runs[-1])
        index = list(holder).index(runs[-1]) + 1
        reference = Element(f"{W}r")
        reference.append(Element(f"{W}commentReference", {f"{W}id": number}))
        holder.insert(index, reference)
        holder.insert(index, Element(f"{W}commentRangeEnd", {f"{W}id": number}))
        self.comments.append((by or "", remark))

    def strip(self, what: str, by: str | None = None) -> None:
        """Do as a program that throws away bookmarks, or the base text."""
        if what == "bookmarks":
            for parent in list(self.root.iter()):
                for child in list(parent):
                    if child.tag in (f"{W}bookmarkStart", f"{W}bookmarkEnd"):
                        parent.remove(child)
        else:
            self.parts = {name: data for name, data in self.parts.items() if not name.startswith("customXml")}

    def _write_comments(self) -> None:
        root = Element(f"{W}comments")
        for number, (author, remark) in enumerate(self.comments):
            values = {f"{W}id": str(number), f"{W}author": author, f"{W}date": "2026-11-21T08:30:00Z"}
            node = ElementTree.SubElement(root, f"{W}comment", values)
            paragraph = ElementTree.SubElement(node, f"{W}p")
            paragraph.append(_run(remark, None))
        self.parts["word/comments.xml"] = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
        kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
        types = self.parts["[Content_Types].xml"].decode()
        entry = f'<Override PartName="/word/comments.xml" ContentType="{kind}"/></Types>'
        self.parts["[Content_Types].xml"] = types.replace("</Types>", entry).encode()
        name = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
        relations = self.parts["word/_rels/document.xml.rels"].decode()
        entry = f'<Relationship Id="rIdC" Type="{name}" Target="comments.xml"/></Relationships>'
        self.parts["word/_rels/document.xml.rels"] = relations.replace("</Relationships>", entry).encode()


def text_of(paragraph: Element) -> str:
    """Return the words of a paragraph as they read with all tracked changes accepted."""
    return "".join(_words(run) for run in _live(paragraph))


def _live(paragraph: Element) -> Iterator[Element]:
    """Yield the runs that are not deleted."""
    for child in list(paragraph):
        if child.tag == f"{W}r":
            yield child
        elif child.tag not in (f"{W}del", f"{W}moveFrom", f"{W}pPr"):
            yield from _live(child)


def _words(run: Element) -> str:
    return "".join(node.text or "" for node in run.findall(f"{W}t"))


def _run(words: str, like: Element | None) -> Element:
    made = Element(f"{W}r")
    properties = like.find(f"{W}rPr") if like is not None else None
    if properties is not None:
        made.append(copy.deepcopy(properties))
    text = ElementTree.SubElement(made, f"{W}t", {"{http://www.w3.org/XML/1998/namespace}space": "preserve"})
    text.text = words
    return made


def _properties(row: Element) -> Element:
    found = row.find(f"{W}trPr")
    assert found is not None
    return found
