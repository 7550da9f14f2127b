"""Single changes of a figure that stands in a text: what a slip of the keyboard or a late edit does to a plan.

A change is made to the characters of the file, so that everything from reading to the message is tested. Where it can
be seen that the figure is now wrong is known beforehand: the figure stands twice, or is reckoned from others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import regex

from planforge.facts.book import FactBook, read_facts
from planforge.facts.changes.growth import Kind
from planforge.facts.linking import groups
from planforge.facts.statement import Statement
from planforge.lint.configuration import Configuration
from planforge.lint.engine import lint
from planforge.lint.finding import Finding
from planforge.lint.judging.changes.claim import Claim
from planforge.lint.judging.changes.increments import steps
from planforge.lint.judging.changes.stated import claims
from planforge.lint.judging.sums.grid import cell_sums
from planforge.lint.judging.sums.parts import divisions
from planforge.lint.registry import all_rules
from planforge.plan.load import Reading, read_plan
from planforge.source.place import Place, SourceFile, Span
from planforge.source.tree import Tree, open_plan

KINDS = ("twice", "rate", "multiple", "sum", "comparator", "unit")
_FAMILIES = ("PF2", "PF3")
_NEAR = 10
"""A finding points at the number; a change of the words beside it is at most so many characters off."""
_TWIN = regex.compile(
    r"(?P<name>[\u4e00-\u9fff]{5,})(?:[达增]到|达|为|超过|突破)?(?P<number>\d[\d,]*(?:\.\d+)?)(?P<unit>[万亿]?(?:[家个项件户所处座名套]|人(?!均)|元|亩|吨|%))"
)
_TARGETS_YEAR = regex.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True)
class Mutant:
    """One change: `new` for the characters at `span`."""

    kind: str
    span: Span
    new: str

    @property
    def told(self) -> str:
        """The change as a message shows it."""
        text = self.span.file.text
        around = text[max(0, self.span.start - 16) : self.span.end + 8].replace("\n", "/")
        return f"{self.kind} {self.span.place} {self.span.text}→{self.new} …{around}…"


@dataclass
class Document:
    """A plan that was read once, with what lint says of it as it is."""

    path: Path
    reading: Reading
    book: FactBook
    before: set[tuple[str, str]]
    disputed: set[tuple[str, int]] = field(default_factory=set)


def opened(path: Path) -> Document:
    """Read a plan."""
    reading = read_plan(*open_plan(path))
    assert reading.plan is not None
    document = Document(path, reading, read_facts(reading.plan), set())
    findings = figures_of(reading)
    document.before = {(one.code, one.message) for one in findings}
    document.disputed = {(place.path, place.line) for one in findings for place in _places(one)}
    return document


_FIGURES = Configuration(selected=frozenset(code for code in all_rules() if code.startswith(_FAMILIES)))


def figures_of(reading: Reading) -> list[Finding]:
    """Return what lint says of the figures of a plan."""
    return list(lint(reading, _FIGURES).findings)


def _places(finding: Finding) -> list[Place]:
    return [finding.place, *(other.place for other in finding.related)]


def outcome(document: Document, mutant: Mutant) -> tuple[bool, list[str]]:
    """Return whether the change is reported at its place, and what else is reported that was not before."""
    file = mutant.span.file
    changed = file.text[: mutant.span.start] + mutant.new + file.text[mutant.span.end :]
    tree, main = open_plan(document.path)
    name = file.path.removeprefix(tree.shown)
    given = Tree(tree.root, tree.shown, {name: changed.encode("utf-8")})
    at = SourceFile(file.path, changed).span(mutant.span.start, mutant.span.start + max(1, len(mutant.new))).place
    reported, other = False, []
    for one in figures_of(read_plan(given, main)):
        if (one.code, one.message) in document.before:
            continue
        if any(_near(place, at) for place in _places(one)):
            reported = True
        else:
            other.append(f"{one.place} {one.code} {one.message}")
    return reported, other


def _near(place: Place, at: Place) -> bool:
    same = place.path == at.path and place.line <= at.line <= place.end_line
    return same and place.column - _NEAR <= at.column <= max(place.end_column, place.column) + _NEAR


def mutants(document: Document, random: Random) -> Iterator[Mutant]:
    """Yield changes of a plan that can be seen, several of each kind."""
    taken = document.disputed
    found = [*_twice(document, random), *_derived(document, random), *_sums(document, random)]
    seen: set[tuple[int, str]] = set()
    for one in found:
        spot = (one.span.start, one.new)
        if (one.span.file.path, one.span.place.line) not in taken and spot not in seen:
            seen.add(spot)
            yield one


def _twice(document: Document, random: Random) -> Iterator[Mutant]:
    """Figures that stand twice by the reading of the program, and those that do by their words alone."""
    for pair in _pairs(document.book):
        for one in pair:
            if (digit := _flipped(one.span, random)) is not None:
                yield Mutant("twice", *digit)
        yield from _of_words(random.choice(pair))
    for span in _twins(document):
        if (digit := _flipped(span, random)) is not None:
            yield Mutant("twice", *digit)


def _pairs(book: FactBook) -> Iterator[list[Statement]]:
    for group in groups(book.statements, book.period):
        by_value: dict[object, list[Statement]] = defaultdict(list)
        for one in group.statements:
            if one.span.file.text[one.span.start : one.span.end].rstrip("%％").replace(".", "").isdecimal():
                by_value[one.value, one.comparator].append(one)
        for same in by_value.values():
            exact = same[0].comparator.value != "approx"  # 80岁左右 says too little
            if exact and len({one.span.start for one in same}) > 1 and len(by_value) == 1:
                yield same


def _twins(document: Document) -> Iterator[Span]:
    """Yield numbers that have the same five characters before them and the same unit behind in two lines."""
    for file in document.reading.files:
        found: dict[tuple[str, ...], list[regex.Match[str]]] = defaultdict(list)
        for match in _TWIN.finditer(file.text):
            found[match["name"][-5:], match["number"], match["unit"]].append(match)
        for matches in found.values():
            lines = {file.text.count("\n", 0, match.start()) for match in matches}
            if len(lines) > 1 and not _TARGETS_YEAR.fullmatch(matches[0]["number"]):
                yield file.span(*matches[0].span("number"))


def _of_words(one: Statement) -> Iterator[Mutant]:
    """Take 以上 away or put it there; write another unit."""
    text, end = one.span.file.text, one.span.end
    tail = regex.compile(r"(?P<unit>[ 万亿]*(?:%|％|[家个项件户人名元亩吨]))(?P<bound>以上)?").match(text, end)
    if tail is None or one.source.value == "ledger" or one.kind not in {Kind.LEVEL, Kind.SHARE}:
        return
    if tail["bound"]:
        yield Mutant("comparator", one.span.file.span(*tail.span("bound")), "")
    elif one.comparator.value == "eq":
        yield Mutant("comparator", one.span.file.span(tail.end(), tail.end()), "以上")
    swap = {"亿": "万", "万": "亿", "家": "项", "个": "家", "项": "家", "人": "家", "件": "人"}
    unit = next((character for character in tail["unit"] if character in swap), "")
    if unit:
        at = tail.start("unit") + tail["unit"].index(unit)
        yield Mutant("unit", one.span.file.span(at, at + 1), swap[unit])


def _derived(document: Document, random: Random) -> Iterator[Mutant]:
    for claim in claims(document.book):
        if claim.statement.comparator.value != "eq" or claim.statement.source.value == "ledger":
            continue
        if claim.statement.kind in {Kind.MULTIPLE, Kind.DOUBLING}:
            yield from _multiples(claim)
        else:
            yield from (Mutant("rate", *new) for _ in range(3) if (new := _beyond(claim, random)) is not None)
    for step in steps(document.book):
        slack = sum(_last_place(one) for one in (step.base, step.end))
        if step.statement.comparator.value == "eq" and (new := _flipped(step.statement.span, random, slack)):
            yield Mutant("rate", *new)


def _beyond(claim: Claim, random: Random) -> tuple[Span, str] | None:
    """Flip a digit of a rate; how far base and end may be rounded is reckoned here with floating point."""
    base, end, count = float(claim.base.value), float(claim.end.value), claim.periods
    slack = [0.0 if one.quantity.written.exact else _last_place(one) for one in (claim.base, claim.end)]
    power = 1 / count if claim.statement.kind is Kind.GROWTH_ANNUAL else 1.0
    low, high = (((end + sign * slack[1]) / (base - sign * slack[0])) ** power for sign in (-1, 1))
    return _flipped(claim.statement.span, random, (high - low) * 100)


def _last_place(one: Statement) -> float:
    return float(one.quantity.written.unit_in_last_place)


def _multiples(claim: Claim) -> Iterator[Mutant]:
    span = claim.statement.span
    literal = claim.statement.literal
    start = span.start + span.text.index(literal) if literal in span.text else -1
    others = ("一", "四") if claim.statement.kind is Kind.DOUBLING else ("2", "9")
    for new in others:
        if start >= 0 and not literal.startswith(new):
            yield Mutant("multiple", span.file.span(start, start + 1), new)


def _sums(document: Document, random: Random) -> Iterator[Mutant]:
    """Change a part or a total by more than the rounding of all of them can hide."""
    for division in divisions(document.book):
        if division.complete and division.firm and division.sum.meets(division.total.interval):
            every = (division.total, *division.parts)
            hidden = 0 if all(one.quantity.written.exact for one in every) else len(every)
            yield from _each([one.span for one in every], hidden, random)
    plan = document.reading.plan
    for total in cell_sums(plan) if plan else ():
        if total.fits:
            hidden = 0 if total.figure.written.exact else len(total.parts) + 1
            yield from _each([total.at, *total.places], hidden, random)


def _each(spans: list[Span], hidden: int, random: Random) -> Iterator[Mutant]:
    for span in spans:
        place = 10.0 ** -len(span.text.partition(".")[2])
        if (new := _flipped(span, random, hidden * place)) is not None:
            yield Mutant("sum", *new)


def _flipped(span: Span, random: Random, hidden: float = 0) -> tuple[Span, str] | None:
    """Return the place of one digit of a number and another digit for it; a first digit never becomes 0.

    The change is larger than `hidden`, what the rounding of this and other figures can hide.
    """
    text = span.text
    digits = [at for at, character in enumerate(text) if "0" <= character <= "9"]
    point = text.find(".") if "." in text else (digits[-1] + 1 if digits else 0)
    changes = [
        (at, other)
        for at in digits
        for other in "0123456789"[at == 0 :]
        if other != text[at] and abs(int(other) - int(text[at])) * _worth(at, point) > hidden + 1e-9
    ]
    if not changes:
        return None
    at, digit = random.choice(changes)
    return span.file.span(span.start + at, span.start + at + 1), digit


def _worth(at: int, point: int) -> float:
    return 10.0 ** (point - at - 1 if at < point else point - at)
