"""Long titles break by meaning and shape."""

from __future__ import annotations

import pytest

from planforge.render.build import render_page
from planforge.render.house import House
from planforge.render.houses import find_house
from planforge.render.measure import width_em
from planforge.render.page import Cover, Line, LineRole
from planforge.render.title_lines import break_title, well_shaped
from tests.unit.render import sample

ROOM = 20.1


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("盘锦市“十四五”科技创新发展规划", ["盘锦市“十四五”科技创新发展规划"]),
        (
            "盘锦市人民政府办公室关于印发盘锦市“十四五”科技创新发展规划的通知",
            ["盘锦市人民政府办公室关于印发", "盘锦市“十四五”科技创新发展规划的通知"],
        ),
        (
            "盘锦市人民政府办公室关于印发盘锦市新一代人工智能产业发展三年行动计划（2018—2020年）的通知",
            ["盘锦市人民政府办公室关于印发", "盘锦市新一代人工智能产业发展三年", "行动计划（2018—2020年）的通知"],
        ),
        (
            "盘锦市人民政府办公室关于印发《盘锦市贯彻落实促进民营经济健康发展若干政策措施分工方案》的通知",
            ["盘锦市人民政府办公室关于印发", "《盘锦市贯彻落实促进民营经济健康发展", "若干政策措施分工方案》的通知"],
        ),
    ],
)
def test_known_titles(house: House, title: str, expected: list[str]) -> None:
    assert list(break_title(title, ROOM, house.title_words)) == expected


@pytest.mark.parametrize(
    ("title", "whole"),
    [
        (
            "国务院办公厅关于转发国家发展改革委等部门推动能耗双控逐步转向碳排放双控意见的通知",
            ("双控", "国家发展改革委"),
        ),
        ("某市粮食和物资储备局 某市财政局关于做好2026年夏季粮食收购资金监管工作的通知", ("做好", "2026年")),
        ("某某市人民政府关于撤销某某街道办事处设立某某镇的批复", ("某某街道", "办事处")),
        ("某省人民政府关于鄱阳湖滨水岸线管控若干规定的通知", ("鄱阳湖", "滨水", "岸线", "管控")),
        ("某市国民经济和社会发展第十五个五年规划和二〇三五年远景目标纲要", ("第十五个五年规划",)),
    ],
)
def test_words_are_not_cut(house: House, title: str, whole: tuple[str, ...]) -> None:
    """Also those that no list names: between two single characters no line ends while there is another place."""
    lines = break_title(title, ROOM, house.title_words)
    assert [word for word in whole if not any(word in line for line in lines)] == []
    known = [word for word in house.title_words if word not in ("双控", "做好", "街道", "撤销", "设立")]
    lines = break_title(title, ROOM, known)
    assert [word for word in whole if not any(word in line for line in lines)] == []


@pytest.mark.parametrize(
    ("organ", "plan", "whole"),
    [
        ("某县人民政府", "某县县城总体规划", ("某县县城", "审批")),
        ("新疆维吾尔自治区博尔塔拉蒙古自治州人民政府", "自治州行动计划", ("新疆维吾尔自治区", "博尔塔拉蒙古自治州")),
        ("自贡市人民政府办公室", "自贡市盐业遗址保护与活化利用专项规划（2026—2030年）", ("自贡市盐业",)),
    ],
)
def test_places_are_not_cut(house: House, organ: str, plan: str, whole: tuple[str, ...]) -> None:
    """Of one character or of ten, one behind the other, even where the organ's name is wider than a line."""
    title = f"{organ}关于审批{plan}的请示"
    page = render_page(sample.context(issuer=organ, title=title), house)
    (block,) = (b for b in page.blocks if isinstance(b, Line) and b.role is LineRole.NOTICE_TITLE)
    assert [word for word in whole if not any(word in run.text for run in block.runs)] == []


def test_places_of_who_signs_a_cover_are_not_cut() -> None:
    """An annex has no issuer."""
    cover = {"by": "某某省某某自治州某某县财政局", "on": "2021年9月1日"}
    title = "某某省某某自治州某某县国民经济和社会发展第十五个五年规划和二〇三五年远景目标纲要"
    context = sample.context(issuer="", title="", signature=None, cover=cover)
    context["plan"]["title"] = title
    page = render_page(context, find_house("fujian"))
    (block,) = (b for b in page.blocks if isinstance(b, Cover))
    assert any("某某自治州" in run.text for run in block.title)


@pytest.mark.parametrize("whole", ["《", "2035年", "“十四五”", "二〇三五年", "（2021—2025年）"])
def test_names_and_figures_are_not_cut(house: House, whole: str) -> None:
    name = "《辽河口湿地保护条例》" if whole == "《" else whole
    for before in range(4, 30):
        title = "发" * before + name + "实施方案的通知"
        assert any(name in line for line in break_title(title, ROOM, house.title_words)), title


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("某某市“十五五”数字经济发展规划", ["某某市", "“十五五”数字经济发展规划"]),
        ("盘锦市“十四五”科技创新发展规划", ["盘锦市", "“十四五”科技创新发展规划"]),
        ("大连市科技创新发展“十四五”规划", ["大连市科技创新", "发展“十四五”规划"]),
    ],
)
def test_a_cover_does_not_cut_what_the_plan_is_about(house: House, title: str, expected: list[str]) -> None:
    """数字|经济 and 科技|创新 made a better shape and no sense."""
    assert list(break_title(title, 14.7, house.title_words)) == expected


JOINT = "盘锦市人力资源和社会保障局 盘锦市住房和城乡建设局 国家税务总局盘锦市税务局"
LONG = "盘锦市推动石化及精细化工产业链现代化水平提升和绿色低碳转型升级实施方案"


@pytest.mark.parametrize(
    ("organs", "plan", "expected"),
    [
        (
            "盘锦市发展和改革委员会 盘锦市科学技术局 盘锦市财政局",
            LONG,
            [
                "盘锦市发展和改革委员会",
                "盘锦市科学技术局 盘锦市财政局关于印发",
                "盘锦市推动石化及精细化工产业链现代化水平",
                "提升和绿色低碳转型升级实施方案的通知",
            ],
        ),
        (
            JOINT,
            LONG,
            [
                *JOINT.split()[:2],
                "国家税务总局盘锦市税务局关于印发",
                "盘锦市推动石化及精细化工产业链现代化",
                "水平提升和绿色低碳转型升级实施方案的通知",
            ],
        ),
        (
            JOINT,
            "盘锦市“十四五”科技创新发展规划",
            [*JOINT.split()[:2], "国家税务总局盘锦市税务局关于印发", "盘锦市“十四五”科技创新发展规划的通知"],
        ),
        (
            "盘锦市发展和改革委员会等5部门",
            LONG,
            [
                "盘锦市发展和改革委员会等5部门关于印发",
                "盘锦市推动石化及精细化工产业链现代化水平",
                "提升和绿色低碳转型升级实施方案的通知",
            ],
        ),
    ],
)
def test_joint_titles(house: House, organs: str, plan: str, expected: list[str]) -> None:
    """No name, no word and no 关于印发 is cut, however many lines there are; 的通知 has no line of its own."""
    words = (*house.title_words, *organs.split(), "盘锦市")
    lines = break_title(f"{organs}关于印发{plan}的通知", ROOM, words)
    assert list(lines) == expected
    assert well_shaped(lines) is (JOINT not in organs)


def test_the_shapes_of_a_title() -> None:
    """Trapezium and rhombus; neither a rectangle nor an hourglass."""
    shapes = ((1, 2, 3), (3, 2, 1), (1, 3, 2), (1,), (2, 2), (2, 1, 2), (1, 2, 2))
    assert [well_shaped(["字" * length for length in shape]) for shape in shapes] == [True] * 4 + [False] * 3
    assert not well_shaped(["字" * 3, "字字5字"])  # half a character more is not seen


def test_a_name_wider_than_a_line_is_cut(house: House) -> None:
    """On a cover lines are short: 《…》 of eighteen characters does not fit any."""
    name = "《盘锦市辽河口国家级自然保护区湿地管理条例》"
    lines = break_title(f"{name}实施细则", 14.7, house.title_words)
    assert "".join(lines) == f"{name}实施细则"
    assert all(width_em(line) <= 14.7 for line in lines)


def test_no_line_begins_with_a_particle_or_a_mark(house: House) -> None:
    for length in range(8, 24):
        title = "关于进一步加强" + "水" * length + "的意见、办法和措施的通知"
        lines = break_title(title, ROOM, house.title_words)
        assert not [line for line in lines if line[0] in "的、和）》”"], lines


def test_a_very_long_title_is_still_broken(house: House) -> None:
    title = "关于印发盘锦市" + "推动石化及精细化工产业链现代化水平提升" * 5 + "实施方案的通知"
    lines = break_title(title, ROOM, house.title_words)
    assert "".join(lines) == title
    assert all(width_em(line) <= ROOM for line in lines)
