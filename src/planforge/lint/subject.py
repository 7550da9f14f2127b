"""`Subject`: what is checked. Each step of the reading is there once it has succeeded."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import field
from typing import TYPE_CHECKING

from planforge.lint.suppression import Suppression, suppressions
from planforge.plan.model import Block, Plan
from planforge.records import cached_property, record
from planforge.source.place import SourceFile
from planforge.source.problem import Problem, ProblemKind

if TYPE_CHECKING:
    from planforge.facts.book import FactBook
    from planforge.lint.prose import Prose

_NOT_UNDERSTOOD = frozenset({ProblemKind.SCHEMA, ProblemKind.UNKNOWN_KEY, ProblemKind.INCLUDE})


@record(frozen=True, eq=False)
class Subject:
    """A plan as far as it could be read.

    Attributes:
        problems: what reading, the schema and the references found wrong.
        plan: the plan, or None when the source could not be read that far.
        predecessor: the plan of the period before, when there is one to compare with.
        superior: the plan of the level above.
        files: the files the plan was read from.
        aliases: an office's other names for indicators.
        lost: what kept a part of the plan from being read; what is not there may then stand in that part.
        own_formats: whether the office keeps house formats elsewhere than beside the plan.
    """

    problems: tuple[Problem, ...]
    plan: Plan | None
    predecessor: Plan | None = None
    superior: Plan | None = None
    files: tuple[SourceFile, ...] = ()
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    own_formats: bool = False
    lost: Problem | None = None

    def half_read(self, block: Block) -> bool:
        """Return whether something in a block was not understood; what it lacks may then stand in that."""
        return id(block) in self._half_read

    def troubled(self, file: SourceFile) -> bool:
        """Return whether something in a file was not understood."""
        return any(problem.span.file is file for problem in self.problems if problem.kind in _NOT_UNDERSTOOD)

    @cached_property
    def _half_read(self) -> frozenset[int]:
        """The blocks that hold a problem, each reaching to the next one of its file."""
        starts: dict[int, list[tuple[int, int]]] = {}
        for block in self.plan.blocks() if self.plan else ():
            starts.setdefault(id(block.span.file), []).append((block.span.start, id(block)))
        held = set()
        for problem in self.problems:
            inner = starts.get(id(problem.span.file), ())
            at = bisect_right(inner, problem.span.start, key=lambda start: start[0])
            if problem.kind in _NOT_UNDERSTOOD and at:
                held.add(inner[at - 1][1])
        return frozenset(held)

    @cached_property
    def facts(self) -> FactBook:
        """Every numeric statement of the plan (only asked for when there is a plan)."""
        if self.plan is None:
            raise ValueError("there is no plan to read facts from")
        from planforge.facts.book import read_facts

        return read_facts(self.plan, self.aliases)

    @cached_property
    def prose(self) -> Prose:
        """Every printed word of the plan (only asked for when there is a plan)."""
        if self.plan is None:
            raise ValueError("there is no plan to read words from")
        from planforge.lint.prose import Prose

        return Prose(self.plan)

    @cached_property
    def suppressions(self) -> list[Suppression]:
        """The comments in the YAML files that let findings stand."""
        return [found for file in self.files for found in suppressions(file)]

    @cached_property
    def predecessor_facts(self) -> FactBook | None:
        """The statements of the plan of the period before."""
        from planforge.facts.book import read_facts

        return read_facts(self.predecessor, self.aliases) if self.predecessor else None

    @cached_property
    def superior_facts(self) -> FactBook | None:
        """The statements of the plan of the level above."""
        from planforge.facts.book import read_facts

        return read_facts(self.superior, self.aliases) if self.superior else None
