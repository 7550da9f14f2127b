"""Tables: rows the drafter wrote, or a view of the ledger; made rectangular, and kept within what can be printed."""

from __future__ import annotations

from collections.abc import Callable

from planforge.outline.block import Block as Written
from planforge.outline.text import Text
from planforge.plan.ledger import Indicator, Ledger
from planforge.plan.model import Table
from planforge.plan.numbering import Numbered
from planforge.plan.references import Resolver
from planforge.plan.table_view import empty_years, head_of, is_column, view
from planforge.plan.task_view import is_task_column, lists_tasks
from planforge.source.place import Span
from planforge.source.problem import Problem, ProblemKind, Sought, joined, quoted

MAX_CELLS = 200_000
"""Cells of all tables of a plan; a table of the whole ledger is short in the source and long in print."""
MAX_COLUMNS = 63
"""Word opens no table with more."""

_Row = tuple[Text, ...]


class Tables:
    """Types the tables of one plan; what is wrong with them is added to `problems`."""

    def __init__(self, resolver: Resolver, ledger: Ledger, problems: list[Problem]) -> None:
        self.resolver = resolver
        self.ledger = ledger
        self.problems = problems
        self._room = MAX_CELLS

    def table(self, written: Written, numbered: Numbered) -> Table | None:
        """Return the table; None when it has no caption or nothing to print (the schema has told)."""
        if written.title is None:
            return None
        head, body, of_tasks = self._content(written)
        if len(head) > MAX_COLUMNS:
            message = f"表应不超过{MAX_COLUMNS}栏，实为{len(head)}栏，Word 打不开这样的表；请分成几个表"
            self.problems.append(Problem(ProblemKind.LAYOUT, message, head[0].whole))
        if not any((head, *body)):
            return None
        head, *rows = _rectangular((head, *body), written)
        return Table(
            id=numbered.id,
            span=written.span,
            caption=self.resolver.text(written.title),
            label=numbered.label,
            head=head,
            rows=tuple(rows),
            unit=written.one("unit"),
            note=self.resolver.maybe(written.one("note")),
            from_ledger="columns" in written.fields,
            of_tasks=of_tasks,
            orientation=written.word("orientation"),
        )

    def fits_tasks(self, table: Table, tasks: int) -> bool:
        """Return whether a table that lists so many tasks can be printed; one that cannot is a problem."""
        return self._fits(len(table.of_tasks) * tasks, table.span)

    def _content(self, written: Written) -> tuple[_Row, tuple[_Row, ...], tuple[str, ...]]:
        """Return head, rows and, of a table that lists the tasks, its columns; the tasks are not typed yet."""
        if lists_tasks(written.fields.get("columns", ())):
            head, columns = self._columns(written, is_task_column)
            return head, (), tuple(column.printed for column in columns)
        head, body = self._view(written) if "columns" in written.fields else self._rows(written)
        return head, body, ()

    def _view(self, written: Written) -> tuple[_Row, tuple[_Row, ...]]:
        """Return head and rows of a table that shows the ledger; no rows when they would be too many to print."""
        head, columns = self._columns(written, is_column)
        shown = self._shown(written)
        self.problems.extend(empty_years(columns, shown))
        rows = view(columns, shown, self.resolver) if self._fits(len(columns) * len(shown), written.span) else ()
        return head, rows

    def _columns(self, written: Written, known: Callable[[Text, list[Problem]], bool]) -> tuple[_Row, _Row]:
        """Return the heads of the columns and what they show, without those that say nothing known."""
        pairs = zip(written.fields["heads"], written.fields["columns"], strict=True)
        kept = [pair for pair in pairs if known(pair[1], self.problems)]
        return tuple(head_of(column, head) for head, column in kept), tuple(column for _, column in kept)

    def _rows(self, written: Written) -> tuple[_Row, tuple[_Row, ...]]:
        head, *body = [self.resolver.texts(row, notes=False) for row in written.rows] or [()]
        for row in body:
            if len(row) != len(head):
                message = f"表的这一行应为{len(head)}格，实为{len(row)}格，请检查“|”；空着的格也要用“|”隔开"
                if any("｜" in cell.printed for cell in row):
                    message = f"表的这一行应为{len(head)}格，实为{len(row)}格：分格应为半角“|”，实为全角“｜”"
                self.problems.append(Problem(ProblemKind.LAYOUT, message, row[0].whole.to(row[-1].whole)))
        return head, tuple(body) if self._fits(len(body) * max(map(len, (head, *body))), written.span) else ()

    def _fits(self, cells: int, span: Span) -> bool:
        self._room -= cells
        if self._room < 0:
            message = f"各表的格子加起来应不超过{MAX_CELLS // 10000}万个，这个表的各行没有印；请只列需要的行和栏"
            self.problems.append(Problem(ProblemKind.LAYOUT, message, span))
        return self._room >= 0

    def _shown(self, written: Written) -> tuple[Indicator, ...]:
        names = written.fields.get("indicators", ())
        if not names:
            return self.ledger.indicators
        found = []
        for name in names:
            indicator = self.ledger.find(name.printed)
            if indicator is None:
                message = f"台账里没有指标{quoted(name.printed)}，表里印不出这一行{joined(name.printed)}"
                sought = Sought("indicators", name.printed)
                self.problems.append(Problem(ProblemKind.REFERENCE, message, name.whole, sought=sought))
            else:
                found.append(indicator)
        return tuple(found)


def _rectangular(rows: tuple[_Row, ...], written: Written) -> list[_Row]:
    """Return the rows with empty cells behind the short ones: no file format has ragged tables."""
    width = max(map(len, rows))
    empty = Text(written.span.file, ())
    return [row + (empty,) * (width - len(row)) for row in rows]
