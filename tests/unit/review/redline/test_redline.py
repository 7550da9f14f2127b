"""Accept all gives the new version, reject all the old one: paragraph by paragraph, with formats, for 50 pairs."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path

import pytest

from planforge.render.build import render_page
from planforge.render.context import context_of
from planforge.render.docx.document import write_docx
from planforge.render.houses import find_house, find_profile
from planforge.review.redline.document import Side, redline
from planforge.review.version import read_version
from tests.unit.review.redline.edits import EXAMPLES, edited
from tests.unit.review.redline.libreoffice import resolved
from tests.unit.review.redline.schema import faults
from tests.unit.review.redline.tracked import Line, W, accepted, body_of, rejected

_PAIRS = {"starter": 14, "panjin-2018": 16, "fuxin-145": 6, "panjin-145": 6, "huludao-145": 4, "dalian-145": 4}
_CASES = [(example, seed) for example, count in _PAIRS.items() for seed in range(count)]


@pytest.fixture(autouse=True)
def _no_page_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Those of the contents are the new version's and belong to neither text."""
    monkeypatch.setattr("planforge.review.redline.document._numbers", lambda *_given: {})


def side(folder: Path) -> Side:
    """Return a version as the redline wants it."""
    version = read_version(folder)
    return Side(version.plan, version.tree.read_bytes)


@cache
def original(example: str) -> Side:
    """Return an example."""
    return side(EXAMPLES / example)


def built(one: Side) -> bytes:
    """Return the DOCX that `build` writes."""
    house = find_house(one.plan.house)
    return write_docx(
        render_page(context_of(one.plan, one.read_bytes), house), house, find_profile(house, one.plan.page)
    )


def without_contents(lines: list[Line]) -> list[Line]:
    """Leave out the entries of the contents: when changes are rejected, the new ones stay until they are updated."""
    return [line for line in lines if "PfContents1" not in line.format and "PfContents2" not in line.format]


def texts(lines: list[Line]) -> list[tuple[str, str]]:
    """Return the paragraphs with their places."""
    return [(line.where, line.text) for line in lines]


@pytest.mark.parametrize(("example", "seed"), _CASES)
def test_accept_gives_the_new_and_reject_the_old(example: str, seed: int, tmp_path: Path) -> None:
    """Text, places in tables, paragraph formats and faces; nothing Word would object to."""
    old = original(example)
    folder, done = edited(example, seed, tmp_path)
    new = side(folder)
    file = redline(old, new, "甲", "2026-11-26T08:00:00Z")
    for got, version in ((accepted(file), new), (rejected(file), old)):
        expected = accepted(built(version))
        if version is old:
            got, expected = without_contents(got), without_contents(expected)
        assert texts(got) == texts(expected), done
        assert got == expected, done
    assert not faults(file), done


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    """Whenever it is made."""
    new = side(edited("starter", 1, tmp_path)[0])
    assert redline(original("starter"), new, "甲") == redline(original("starter"), new, "甲")


def test_a_plan_and_itself_have_nothing_marked() -> None:
    """The redline of no change is the plan as `build --final` writes its body."""
    file = redline(original("panjin-2018"), original("panjin-2018"), "甲")
    assert not [node for node in body_of(file).iter() if node.get(f"{W}author")]
    assert accepted(file) == accepted(built(original("panjin-2018")))


def test_two_plans_that_share_little() -> None:
    """The plan of five years before, without an imprint: of the imprint's section an empty line stays when rejected."""
    file = redline(original("panjin-2018"), original("panjin-145"), "甲")
    assert accepted(file) == accepted(built(original("panjin-145")))
    *lines, last = rejected(file)
    assert lines == accepted(built(original("panjin-2018")))
    assert (last.where, last.text) == ("body", "")
    assert [node.get(f"{W}val") for node in body_of(file).iterfind(".//{*}sectPrChange/{*}sectPr/{*}type")] == [
        "continuous"
    ]
    assert not faults(file)


def test_an_imprint_that_goes() -> None:
    """Nothing of its section is left."""
    file = redline(original("panjin-145"), original("panjin-2018"), "甲")
    assert accepted(file) == accepted(built(original("panjin-2018")))
    assert rejected(file) == accepted(built(original("panjin-145")))
    assert not faults(file)


def test_pairs_have_marks_of_every_kind(tmp_path: Path) -> None:
    """The edits are not all of one kind."""
    kinds = set()
    for example, seed in [case for case in _CASES if case[0] in ("starter", "panjin-2018")][::2]:
        file = redline(original(example), side(edited(example, seed, tmp_path)[0]), "甲")
        kinds |= {f"{parent.tag.removeprefix(W)}/{node.tag.removeprefix(W)}" for parent in body_of(file).iter()
                  for node in parent if node.get(f"{W}author")}  # fmt: skip
    assert kinds >= {
        *("p/ins", "p/del", "p/moveFrom", "p/moveTo", "rPr/ins", "rPr/del", "rPr/moveFrom", "rPr/moveTo"),
        *("trPr/ins", "trPr/del", "p/moveFromRangeStart", "p/moveToRangeStart"),
    }


def test_contents_that_come_and_go(tmp_path: Path) -> None:
    """Contents that only one version has are tracked, links and fields included."""
    folder = tmp_path / "starter"
    shutil.copytree(EXAMPLES / "starter", folder)
    plan = folder / "plan.yaml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("document:\n", "document:\n  contents: 2\n"), "utf-8")
    for old, new in ((original("starter"), side(folder)), (side(folder), original("starter"))):
        file = redline(old, new, "甲")
        assert accepted(file) == accepted(built(new))
        assert rejected(file) == accepted(built(old))
        assert not faults(file)


@pytest.mark.parametrize(("example", "seed"), [("starter", 3), ("panjin-2018", 3)])
def test_libreoffice_agrees(example: str, seed: int, tmp_path: Path, soffice: str) -> None:
    """Another program accepts and rejects to the same texts; it leaves an empty line where a whole table went."""
    new = side(edited(example, seed, tmp_path)[0])
    files = {"redline": redline(original(example), new, "甲"), "new": built(new), "old": built(original(example))}
    for name, data in files.items():
        (tmp_path / f"{name}.docx").write_bytes(data)

    wanted = [("redline", "AcceptAllTrackedChanges"), ("redline", "RejectAllTrackedChanges"), ("redline", "")]
    paths = [(tmp_path / f"{name}.docx", command) for name, command in [*wanted, ("new", ""), ("old", "")]]
    accepts, rejects, shows, after, before = resolved(soffice, paths, tmp_path)
    assert accepts == after
    assert rejects == before
    assert sum(map(len, shows)) > sum(map(len, after))
