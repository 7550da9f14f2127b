"""A plan in several files: a text where a list of parts is expected names a file of the plan's folder."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field

from planforge.errors import SourceError
from planforge.patterns import expression
from planforge.source.nodes import Entry, Mapping, Node, Scalar, Sequence
from planforge.source.place import SourceFile
from planforge.source.problem import Problem, ProblemKind, Problems, quoted
from planforge.source.tree import Tree
from planforge.source.yaml_reading import Budget, parse
from planforge.source.yaml_slips import FULL_WIDTH_COLON

MAX_FILES = 2000
"""Bounds the work on hostile input; real plans have some twenty files."""
MAX_CHAIN = 20
"""Files that include each other in a chain; real plans have two."""
_ENDINGS = (".yaml", ".yml")
_KEY_WITHOUT_COLON = expression("[a-z_]+：")


@dataclass
class Loaded:
    """A plan's node tree with all included files in their places; `lost` is the first problem that kept one out."""

    root: Node | None
    problems: Problems
    files: list[SourceFile] = field(default_factory=list)
    lost: Problem | None = None


def load(tree: Tree, main: str, *, single: frozenset[str], lists: frozenset[str]) -> Loaded:
    """Read the main file and everything it includes.

    A file that cannot be included is told once; what it should have held is then missing from the tree without
    further complaint.

    Args:
        tree: where to read from.
        main: path of the main file.
        single: keys of the main file whose value may be a file instead of a mapping.
        lists: keys whose list items may be files.

    Raises:
        SourceError: when the main file itself cannot be read.
    """
    loader = _Loader(tree, single, lists)
    root = loader.file(main, tree.read(main), ())
    return Loaded(root, loader.problems, loader.files, loader.lost)


class _Loader:
    def __init__(self, tree: Tree, single: frozenset[str], lists: frozenset[str]) -> None:
        self.tree = tree
        self.single = single
        self.lists = lists
        self.problems = Problems()
        self.files: list[SourceFile] = []
        self.budget = Budget()
        self.lost: Problem | None = None
        self.taken: set[str] = set()

    def file(self, path: str, file: SourceFile, above: tuple[str, ...]) -> Node | None:
        self.files.append(file)
        root, problems = parse(file, self.budget)
        self.problems.extend(problems)
        if file.encoding != "utf-8":
            message = f"文件编码应为 UTF-8，实为 {file.encoding.upper()}；已照常读取，请另存为 UTF-8"
            self.problems.append(Problem(ProblemKind.ENCODING, message, file.span(0, 0)))
        return None if root is None else self._expand(root, (*above, path), top=not above)

    def _expand(self, node: Node, above: tuple[str, ...], top: bool = False) -> Node:
        if isinstance(node, Sequence):
            return Sequence(tuple(self._expand(item, above) for item in node.items), node.span)
        if isinstance(node, Mapping):
            return Mapping(tuple(self._entry(entry, above, top) for entry in node.entries), node.span)
        return node

    def _entry(self, entry: Entry, above: tuple[str, ...], top: bool) -> Entry:
        value = entry.value
        if top and entry.key.value in self.single and isinstance(value, Scalar) and not value.blank:
            return Entry(entry.key, self._included(value, above))
        if entry.key.value in self.lists and isinstance(value, Sequence):
            return Entry(entry.key, Sequence(tuple(self._items(value, above)), value.span))
        return Entry(entry.key, self._expand(value, above))

    def _items(self, sequence: Sequence, above: tuple[str, ...]) -> list[Node]:
        """Put each included file in its place; a file that is itself a list adds all its items."""
        items: list[Node] = []
        for item in sequence.items:
            if not isinstance(item, Scalar):
                items.append(self._expand(item, above))
                continue
            included = self._no_name(item) or self._included(item, above)
            items += included.items if isinstance(included, Sequence) else [included]
        return items

    def _no_name(self, item: Scalar) -> Scalar | None:
        """Refuse what can be no file name: text of several lines, or “text：|”, which is no key for its colon."""
        if item.style == "refused":
            return item
        key = _KEY_WITHOUT_COLON.match(item.value)
        if key is not None:
            start = item.span.file.text.index("：", item.span.start)
            self.problems.append(Problem(ProblemKind.SYNTAX, FULL_WIDTH_COLON, item.span.file.span(start, start + 1)))
            return Scalar("", item.span, "refused")
        if "\n" in item.value.strip():
            return self._refused(item, f"这一项应为“键: 值”（如“text: |”）或文件名，实为{quoted(item.value)}")
        return None

    def _included(self, name: Scalar, above: tuple[str, ...]) -> Node:
        path = posixpath.normpath(name.value.strip().replace("\\", "/"))
        if path in above:
            chain = " → ".join((*above[above.index(path) :], path))
            return self._refused(name, f"文件互相引用成环：{chain}，请去掉其中一处")
        if len(above) >= MAX_CHAIN:
            return self._refused(name, f"文件一层层引用得太深，应不超过{MAX_CHAIN}层")
        if len(self.files) >= MAX_FILES:
            return self._refused(name, f"引用的文件太多，应不超过{MAX_FILES}个")
        if path in self.taken:
            return self._refused(name, f"文件{quoted(path, 60)}引用了两次，内容会印两遍，请去掉其中一处")
        if self.budget.left < 0:
            return Scalar("", name.span, "refused")  # the file that was too much has been told
        try:
            file = self.tree.read(path)
        except SourceError as error:
            if not error.hint and not path.endswith(_ENDINGS):
                message = f"这里应为块或 .yaml 文件名，实为{quoted(name.value)}；正文请写成“- text: |”，另起一行写文字"
                return self._refused(name, message)
            hint = error.hint or "请核对文件名和它所在的文件夹"
            return self._refused(name, f"引用的文件读不到：{error.message}；{hint}")
        self.taken.add(path)
        return self._parts(path, file, name, above)

    def _parts(self, path: str, file: SourceFile, name: Scalar, above: tuple[str, ...]) -> Node:
        """Return what a file holds; a list file's own string items are includes as well."""
        node = self.file(path, file, above)
        if isinstance(node, Sequence):
            return Sequence(tuple(self._items(node, (*above, path))), node.span)
        if isinstance(node, Scalar):
            message = f"引用的文件里应为“键: 值”或列表，实为{'空' if node.blank else quoted(node.value)}"
            return self._refused(name, message)
        if node is None:
            self.lost = self.lost or next(reversed(self.problems), None)
        return node or Scalar("", name.span, "refused")

    def _refused(self, name: Scalar, message: str) -> Scalar:
        problem = Problem(ProblemKind.INCLUDE, message, name.span)
        self.problems.append(problem)
        self.lost = self.lost or problem
        return Scalar("", name.span, "refused")
