"""Plans made by hand from a few lines, for tests of the facts room."""

from __future__ import annotations

from planforge.facts.book import FactBook, read_facts
from planforge.facts.statement import Statement
from planforge.outline.text import Text, literal
from planforge.plan.ledger import Ledger
from planforge.plan.model import Block, Chapter, DocumentElements, Period, Plan, Prose, Table
from planforge.source.place import SourceFile

PERIOD = Period(2021, 2025, 2020, 2015)


def text(words: str) -> Text:
    """Return words as a text of a file of their own."""
    file = SourceFile("plan.yaml", words)
    return literal(file.span(0, len(words)))


def prose(*paragraphs: str) -> Prose:
    """Return paragraphs as one block."""
    return Prose(id="p", span=text("x").whole, paragraphs=tuple(text(words) for words in paragraphs))


def grid(*rows: str) -> Table:
    """Return a table whose cells are parted by |; the first row is its head."""
    cells = [tuple(text(cell.strip()) for cell in row.split("|")) for row in rows]
    return Table(
        id="t", span=text("x").whole, caption=text("主要指标"), label="表1", head=cells[0], rows=tuple(cells[1:])
    )


def plan(*blocks: Block, roles: tuple[str, ...] = ("回顾",), ledger: Ledger | None = None) -> Plan:
    """Return a plan of one chapter."""
    chapter = Chapter(id="c", span=text("x").whole, heading=text("章"), number="一、", roles=roles, blocks=blocks)
    return Plan(
        title=text("某市“十四五”科技创新规划"),
        kind="专项规划",
        stage="印发稿",
        period=PERIOD,
        house="",
        page="",
        document=DocumentElements(),
        ledger=ledger or Ledger(),
        organs=(),
        preface=(),
        chapters=(chapter,),
    )


def book(*blocks: Block, roles: tuple[str, ...] = ("回顾",)) -> FactBook:
    """Return the facts of a plan of one chapter."""
    return read_facts(plan(*blocks, roles=roles))


def statements(words: str, roles: tuple[str, ...] = ("回顾",)) -> list[Statement]:
    """Return the statements of one paragraph."""
    return list(book(prose(words), roles=roles).statements)
