"""Whatever two pages hold, in whatever order: accept gives one, reject the other, and Word has nothing to object to."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planforge.render.docx.document import write_docx
from planforge.render.houses import find_house, find_profile
from planforge.render.page import (
    Block,
    Box,
    Heading,
    Image,
    Imprint,
    ItemList,
    Line,
    LineRole,
    NewPage,
    Page,
    Paragraph,
    RedRule,
    Run,
    Signature,
    Table,
)
from planforge.render.page import Figure as Picture
from planforge.review.redline.document import redline_pages
from planforge.review.redline.marks import Author
from tests.unit.render import sample
from tests.unit.review.redline.schema import faults
from tests.unit.review.redline.tracked import accepted, rejected
from tests.work import calls

HOUSE = find_house("panzhengban")
PROFILE = find_profile(HOUSE)
AUTHOR = Author("甲", "2026-11-26T00:00:00Z")

words = st.sampled_from([
    "", "发展", "推进创新发展。", "到2025年达到230家。", "到2025年达到210家以上，创新基础更加牢固。",
    "一二三四五六七八九十",
    "夯实创新基础，完善创新体系，集聚创新人才，优化创新生态。",
])  # fmt: skip
runs = st.lists(st.builds(Run, words, st.sampled_from([0, 2])), min_size=1, max_size=2).map(tuple)
ids = st.sampled_from(["", "甲", "乙", "丙"])
paragraphs = st.builds(Paragraph, runs, ids)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Return a table of one to three columns."""
    columns = draw(st.integers(1, 3))
    rows = st.lists(st.tuples(*[words] * columns), min_size=1, max_size=3).map(tuple)
    head = draw(st.tuples(*[words] * columns) | st.just(()))
    return Table(draw(words), head, draw(rows), draw(words), draw(words), draw(ids))


blocks: st.SearchStrategy[Block] = st.one_of(
    paragraphs,
    st.builds(Heading, st.integers(1, 4), runs, ids),
    st.builds(Line, st.sampled_from(list(LineRole)), runs),
    st.builds(Box, runs, st.lists(paragraphs, max_size=3).map(tuple), ids),
    tables(),
    st.builds(ItemList, st.lists(paragraphs, max_size=3).map(tuple), ids),
    st.builds(Signature, words, words),
    st.builds(
        lambda wide: Picture(Image(sample.png(wide, 40), "image/png"), "图1　某图", "某图"), st.sampled_from([40, 80])
    ),
    st.just(RedRule()),
    st.just(NewPage()),
)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Page, Page]:
    """Return two pages made of the same few blocks, both with an imprint or both without one."""
    pool = draw(st.lists(blocks, min_size=1, max_size=6))
    ending = [draw(st.builds(Imprint, words, words, words))] if draw(st.booleans()) else []
    body = st.lists(st.sampled_from(pool) | blocks, min_size=1, max_size=7)
    first, second = draw(body), draw(body)
    title = Line(LineRole.PLAN_TITLE, (Run("某某规划"),))
    return Page("甲", (title, *first, *ending)), Page("乙", (title, *second, *ending))


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(pairs())
def test_accept_and_reject(pair: tuple[Page, Page]) -> None:
    """Text, order, formats, rows and cells."""
    _check(*pair)


def _check(old: Page, new: Page) -> None:
    file = redline_pages(old, new, HOUSE, PROFILE, AUTHOR)
    assert accepted(file) == accepted(write_docx(new, HOUSE, PROFILE))
    assert rejected(file) == accepted(write_docx(old, HOUSE, PROFILE))
    assert not faults(file)


def test_two_paragraphs_made_one_before_a_table_that_goes() -> None:
    one, two = (Paragraph((Run(words),)) for words in ("发展", "推进发展"))
    joined = Paragraph((Run("发展推进发展"),))
    _check(Page("", (one, two, Table("", ("甲",), (("乙",),)))), Page("", (joined,)))
    _check(Page("", (joined,)), Page("", (one, two, Table("", ("甲",), (("乙",),)))))


def test_another_table_at_the_end_with_another_note() -> None:
    """The notes are the common last paragraph; something else must then stand between the two tables."""
    lines = tuple(Paragraph((Run(words),)) for words in ("推进创新发展。", "到2025年达到230家。", ""))
    gone = Table("甲表", ("发展", "推进", ""), (("推进", "", ""),), note="推进创新发展。")
    come = Table("推进创新发展。", ("到", "发展", "推进"), (("一", "二", "三"),), "到2025年达到230家。", "一二三四五")
    old, new = Page("", (ItemList(lines), gone)), Page("", (come,))
    _check(old, new)
    _check(new, old)


def test_a_caption_that_moved_to_another_table() -> None:
    """It parts the two tables, and both ends of its move are still told."""
    caption, unit, note = "到2025年达到210家以上，创新基础更加牢固。", "一二三四五六七八九十", "到2025年达到230家。"
    gone = Table(caption, (), (("甲", "乙"),), unit=unit, note=note, id="甲")
    box = Box((Run("发展"),), (Paragraph((Run(unit, 2),), "丙"), Paragraph((Run(unit, 2),), "丙")), "乙")
    other = Table("", (), (("壬", "癸"), ("推进", "发展")), unit="推进创新发展。")
    come = Table("推进创新发展。", (), (("丙", "丁", "戊"), ("己", "庚", "辛")), note=note, id="甲")
    _check(Page("", (gone,)), Page("", (box, other, come, RedRule(), Signature("发展", "推进创新发展。"))))


def test_ten_times_the_text_takes_no_more_than_fifteen_times_the_work() -> None:
    """Paragraphs of which every twentieth has changed, some have moved, and the same number that all differ."""
    assert calls(lambda: _redline(1000)) < 15 * calls(lambda: _redline(100))


def _redline(count: int) -> None:
    def page(of: str, every: int) -> Page:
        texts = [sample.prose(3, start=at) + (of if at % every == 0 else str(at)) for at in range(count)]
        return Page("", tuple(Paragraph((Run(text),)) for text in [*texts[9:], *texts[:9]]))

    redline_pages(page("旧", 20), page("新", 20), HOUSE, PROFILE, AUTHOR)
    redline_pages(page("旧", 1), page("新", 1), HOUSE, PROFILE, AUTHOR)
