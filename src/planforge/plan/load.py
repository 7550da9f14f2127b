"""From files to a `Plan`: read, validate, outline, number, resolve. Returns what it could read and what is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from planforge.errors import SourceError
from planforge.outline.block import Outline
from planforge.outline.from_yaml import line, outline
from planforge.plan.blocks import Typer
from planforge.plan.consequences import without_consequences
from planforge.plan.elements import read_elements, read_lines, read_period
from planforge.plan.ledger import Ledger
from planforge.plan.ledger_read import read_ledger
from planforge.plan.model import DocumentElements, Figure, Period, Plan
from planforge.plan.numbering import number
from planforge.plan.page_setups import house_problems, page_problems
from planforge.plan.references import Resolver
from planforge.records import record
from planforge.source.include import load
from planforge.source.nodes import Mapping, Node
from planforge.source.pictures import media_type
from planforge.source.place import SourceFile
from planforge.source.problem import Problem, ProblemKind, Problems
from planforge.source.schema import validate
from planforge.source.tree import YAML_SUFFIXES, Tree

if TYPE_CHECKING:
    from planforge.readers.document import Document

_FILE_OR_MAPPING = frozenset({"indicators"})
_LISTS_OF_FILES = frozenset({"chapters", "body"})

DEFAULT_HOUSE = "panzhengban"
DEFAULT_PAGE = ""
"""The page set-up that the house format itself takes."""
DEFAULT_STAGE = "征求意见稿"


@record(frozen=True)
class Reading:
    """A plan as far as it could be read. `plan` is None when the main file is no plan at all.

    `predecessor` and `superior` are the plans it is compared with (see `neighbours`); `trees` are the folders it was
    all read from, `settled` says that they tell of everything that was looked for. `lost` is the first problem that
    kept a file out of the plan.
    """

    plan: Plan | None
    problems: tuple[Problem, ...]
    files: tuple[SourceFile, ...]
    predecessor: Plan | None = None
    superior: Plan | None = None
    neighbour_files: tuple[SourceFile, ...] = ()
    trees: tuple[Tree, ...] = ()
    settled: bool = True
    lost: Problem | None = None


def read_plan(tree: Tree, main: str, *, checked: bool = False) -> Reading:
    """Read a plan from its main file; one that was `checked` before is not held against the schema again.

    Raises:
        SourceError: when the main file cannot be read.
    """
    if not main.endswith(YAML_SUFFIXES):
        from planforge.readers.document import is_document, read_document  # loaded only when there is one to read

        if is_document(main):
            return _read_document(read_document(tree, main), tree)
    loaded = load(tree, main, single=_FILE_OR_MAPPING, lists=_LISTS_OF_FILES)
    if not (main.lower().endswith(YAML_SUFFIXES) or _is_plan(loaded.root)):
        from planforge.readers.document import of_another_kind

        raise of_another_kind(tree.name(main))
    problems = loaded.problems
    plan: Plan | None = None
    if loaded.root is not None and not checked:
        problems.extend(validate(loaded.root))
    if isinstance(loaded.root, Mapping):
        plan = _plan(loaded.root, outline(loaded.root, problems), problems)
        problems.extend(_pictures(plan, tree))
        problems.extend(house_problems(line(loaded.root.get("house"), []), tree))
        problems.extend(page_problems(plan.house, line(loaded.root.get("page"), []), tree))
        problems = Problems(without_consequences(problems, loaded.root, plan.ledger))
    return Reading(plan, tuple(problems), tuple(loaded.files), trees=(tree,), lost=loaded.lost)


def _is_plan(root: Node | None) -> bool:
    """Whether a file is a plan whatever its name: the style sheet of a web page has keys too, but none of these."""
    return isinstance(root, Mapping) and any(root.get(key) is not None for key in ("planforge", "title", "chapters"))


def _pictures(plan: Plan, tree: Tree) -> Iterator[Problem]:
    """Yield the pictures that cannot be read, are none, or are not fit to be printed."""
    for chapter in plan.chapters:
        for figure in chapter.blocks:
            if isinstance(figure, Figure) and (message := _complaint(figure.file.printed, tree)):
                yield Problem(ProblemKind.INCLUDE, message, figure.file.whole)


def _complaint(path: str, tree: Tree) -> str:
    try:
        data = tree.read_bytes(path)
    except SourceError as error:
        return f"图片读不到：{error.message}；{error.hint or '请核对文件名和它所在的文件夹'}"
    try:
        media_type(path, data)
    except SourceError as error:
        return f"{error.message}；{error.hint}" if error.hint else error.message
    return ""


def readable_plan(tree: Tree, main: str) -> Plan:
    """Return the plan, for a command that has no use for the problems.

    Raises:
        SourceError: when there is no plan to work on; the message is that of the first problem.
    """
    return readable(read_plan(tree, main))


def readable(reading: Reading) -> Plan:
    """Return the plan that was read.

    Raises:
        SourceError: when there is none, or not all of it; the message is that of the first problem.
    """
    if reading.plan is None:
        first = reading.problems[0]
        raise SourceError(f"规划读不出来：{first.span.place} {first.message}", hint="用 planforge lint 查看全部问题")
    if reading.lost is not None:
        place, message = reading.lost.span.place, reading.lost.message
        raise SourceError(f"规划没有全部读出来：{place} {message}", hint="请先改正；用 planforge lint 查看全部问题")
    return reading.plan


def _read_document(document: Document, tree: Tree) -> Reading:
    """Read a document of another format: it has no ledger and no 发文要素 of its own, only what it prints."""
    problems = Problems()
    ledger = Ledger()
    numbering = number(document.outline, ())
    resolver = Resolver(ledger, numbering.labels, problems)
    typer = Typer(numbering, resolver, ledger, problems)
    plan = Plan(
        title=document.title,
        kind="",
        stage=document.stage,
        period=Period(),
        house=DEFAULT_HOUSE,
        page=DEFAULT_PAGE,
        document=DocumentElements(),
        ledger=ledger,
        organs=(),
        preface=document.outline.preface,
        chapters=typer.chapters(document.outline.chapters),
        labels=numbering.labels,
        from_source=False,
    )
    return Reading(plan, tuple(problems), (document.file,), trees=(tree,))


def _plan(root: Mapping, written: Outline, problems: Problems) -> Plan:
    ledger = read_ledger(root.get("indicators"), problems)
    numbering = number(written, tuple(text.printed for text in read_lines(root.get("numbering"), [])))
    problems.extend(numbering.problems)
    resolver = Resolver(ledger, numbering.labels, problems)
    elements = read_elements(root.get("document"), problems)
    period = _period(root, problems)
    typer = Typer(numbering, resolver, ledger, problems, period)
    return Plan(
        title=resolver.maybe(line(root.get("title"), problems)),
        kind=_word(root, "kind", "", problems),
        stage=_word(root, "stage", DEFAULT_STAGE, problems),
        period=period,
        house=_word(root, "house", DEFAULT_HOUSE, problems),
        page=_word(root, "page", DEFAULT_PAGE, problems),
        document=replace(elements, notice=resolver.texts(elements.notice, notes=False)),
        ledger=ledger,
        organs=read_lines(root.get("organs"), problems),
        predecessor=line(root.get("predecessor"), problems),
        superior=line(root.get("superior"), problems),
        preface=resolver.texts(written.preface),
        chapters=typer.chapters(written.chapters),
        labels=numbering.labels,
    )


def _word(root: Mapping, key: str, default: str, problems: Problems) -> str:
    text = line(root.get(key), problems)
    return text.printed if text else default


def _period(root: Mapping, problems: Problems) -> Period:
    period = read_period(root.get("period"))
    if period.start and period.end and period.start > period.end:
        message = f"规划期的目标年应不早于起始年，实为{period.start}到{period.end}"
        entry = root.entry("period")
        problems.append(Problem(ProblemKind.SCHEMA, message, entry.key.span if entry else root.span))
    return period
