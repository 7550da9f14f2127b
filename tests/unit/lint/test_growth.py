"""The figure rules take time in proportion to the text, however often it says the same or something else of it."""

from __future__ import annotations

import pytest

from planforge.facts.book import read_facts
from planforge.lint.registry import all_rules
from planforge.lint.subject import Subject
from tests.unit.facts.sample import plan, prose
from tests.work import calls

FEW, TIMES = 150, 3
SLACK = 1.3


def _calls(paragraphs: list[str]) -> int:
    """Return the calls that the figure rules make on a plan, its figures read before."""
    made = plan(prose(*paragraphs))
    subject = Subject((), made)
    read_facts(made)
    rules = [check for code, (_, check) in all_rules().items() if code.startswith("PF2")]
    return calls(lambda: [list(check(subject)) for check in rules])


@pytest.mark.parametrize(
    "words",
    [
        "2020年，高新技术企业达到{0}家。",
        "2018—2020年改造小区126个。2018年改造小区45个。2019年改造小区43个。2020年改造小区38个。",
        "到2025年改造小区126个。2024年改造小区45个，占规划任务的35.7%。",
    ],
)
def test_work_grows_with_the_text(words: str) -> None:
    few = [words.format(number + 1000) for number in range(FEW)]
    many = [words.format(number + 1000) for number in range(FEW * TIMES)]
    _calls(few[:9])
    assert _calls(many) < TIMES * SLACK * _calls(few)
