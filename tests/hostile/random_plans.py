"""Valid plans at random: everything the schema allows, in any order, with text that is odd but legal."""

from __future__ import annotations

import io
from typing import Any

from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.scalarstring import LiteralScalarString

_PIECES = st.sampled_from(
    [
        *("完善科技创新政策体系", "到2025年", "高新技术企业", "达到230家以上", "比2020年增长37.6%", "年均增长约10%"),
        *("研发（R&D）经费", "3.5亿元", "“十四五”时期", "《某市规划》", "GDP", "5G", "AI+", "2021—2025年"),
        *("科技\u200b创新", "1,000", "0.00", "007", "null", "true", "- 甲", "? 乙", "&丙", "*丁", "!戊", "{{", "}}"),
        *"，。；：、（）“”…·　 %‰+-*|#<>&'\"\\/@!?~^$_=℃㎡①éß",
    ]
)


def _text(most: int) -> st.SearchStrategy[str]:
    return st.lists(_PIECES, min_size=1, max_size=most).map("".join).filter(lambda text: bool(_seen(text)))


def _seen(text: str) -> str:
    return text.replace("\u200b", "").replace("\u3000", "").strip()


LINES = _text(4)
SENTENCES = _text(12).map(lambda text: f"{text.strip()}。")
NAMES = st.sampled_from(["高新技术企业", "研发经费投入强度", "专利", "上云企业", "R&D人员", "技术合同成交额"])
ROLES = st.sampled_from(["回顾", "形势", "思路", "目标", "重点", "任务", "保障", "附则"])
_FLAGS = st.sampled_from(["true", "false"])


@st.composite
def references(draw: st.DrawFn, ledger: dict[str, Any]) -> str:
    """A sentence that refers to the ledger."""
    name = draw(st.sampled_from(sorted(ledger)))
    year = draw(st.sampled_from(["2020", "2025", "2015", "2020:值", "2020/2015", "2015-2020 年均增速"]))
    return f"其中{name}为{{{name}@{year}}}。"


@st.composite
def prose(draw: st.DrawFn, ledger: dict[str, Any], most: int = 3) -> Any:
    """Paragraphs in a `|` block."""
    sentence = st.one_of(SENTENCES, references(ledger)) if ledger else SENTENCES
    paragraphs = draw(st.lists(st.lists(sentence, min_size=1, max_size=3).map("".join), min_size=1, max_size=most))
    return LiteralScalarString("\n\n".join(paragraphs) + "\n")


@st.composite
def blocks(draw: st.DrawFn, ledger: dict[str, Any]) -> dict[str, Any]:
    """One block of a chapter."""
    kind = draw(st.sampled_from(["heading", "text", "point", "list", "task", "box", "table", "ledger-table"]))
    if kind in ("text", "point", "list"):
        block: dict[str, Any] = {kind: draw(prose(ledger))}
        if kind == "list":
            block["mark"] = draw(st.sampled_from(["——", "（1）", "一是", "无"]))
        return block
    if kind == "heading":
        level = {"level": draw(st.sampled_from(["2", "3", "4"]))} if draw(st.booleans()) else {}
        return {"heading": draw(LINES), **level, "run_in": draw(_FLAGS), "numbered": draw(_FLAGS)}
    if kind == "task":
        organs = {key: draw(LINES) for key in ("lead", "duty", "assist", "due") if draw(st.booleans())}
        return {"task": draw(LINES), "text": draw(prose(ledger, 2)), **organs}
    if kind == "box":
        return {"box": draw(LINES), "text": draw(prose(ledger, 2))}
    if kind == "table" or not ledger:
        return {"table": draw(LINES), "rows": draw(_rows())}
    return {"table": draw(LINES), "columns": ["序号", "指标", "单位", "2020", "2025", "2015-2020 年均增速"]}


@st.composite
def _rows(draw: st.DrawFn) -> Any:
    wide = draw(st.integers(1, 5))
    cell = LINES.map(lambda text: text.replace("|", "/").strip() or "格")
    rows = draw(st.lists(st.lists(cell, min_size=wide, max_size=wide), min_size=1, max_size=4))
    return LiteralScalarString("".join(f"| {' | '.join(row)} |\n" for row in rows))


@st.composite
def chapters(draw: st.DrawFn, ledger: dict[str, Any]) -> dict[str, Any]:
    """One chapter."""
    body = draw(st.lists(blocks(ledger), min_size=0, max_size=5))
    roles = draw(st.lists(ROLES, min_size=1, max_size=2, unique=True))
    return {"heading": draw(LINES), "role": roles, **({"body": body} if body else {})}


@st.composite
def ledgers(draw: st.DrawFn) -> dict[str, Any]:
    """A ledger of a few indicators."""
    figure = st.sampled_from(["158", "2.90", "1,234.5", "0.0001"])
    target = st.sampled_from(["230以上", "约12", "不超过3", "3.5"])
    return {
        name: {
            "unit": draw(st.sampled_from(["家", "%", "亿元", "件/万人"])),
            "direction": draw(st.sampled_from(["升", "降"])),
            "actual": {"2015": draw(figure), "2020": draw(figure)},
            "target": {"2025": draw(target)},
        }
        for name in draw(st.lists(NAMES, max_size=3, unique=True))
    }


@st.composite
def plans(draw: st.DrawFn) -> str:
    """The text of a plan.yaml that the schema allows."""
    ledger = draw(ledgers())
    plan: dict[str, Any] = {"planforge": "1", "title": draw(LINES)}
    plan["stage"] = draw(st.sampled_from(["征求意见稿", "送审稿", "报批稿", "公布稿", "印发稿"]))
    plan["period"] = {"from": "2021", "to": "2025", "baseline": "2020", "previous": "2015"}
    if draw(st.booleans()):
        plan["document"] = draw(_documents())
    if ledger:
        plan["indicators"] = ledger
    if draw(st.booleans()):
        plan["preface"] = draw(prose(ledger))
    plan["chapters"] = draw(st.lists(chapters(ledger), min_size=1, max_size=3))
    return f"# 这一行注释要留下\n{written(plan)}"


@st.composite
def _documents(draw: st.DrawFn) -> dict[str, Any]:
    signed = {"by": draw(LINES), "on": "2023年2月14日"}
    elements = {
        "issuer": draw(LINES),
        "number": "某政办发〔2023〕5号",
        "recipients": draw(LINES),
        "notice": draw(prose({}, 2)),
        "signature": signed,
        "disclosure": draw(LINES),
        "copies": draw(LINES),
        "printed": signed,
    }
    return {key: value for key, value in elements.items() if draw(st.booleans())} or {"number": elements["number"]}


def written(plan: dict[str, Any]) -> str:
    """Return a plan as YAML, prose in `|` blocks and every other text in quotes."""
    writer, stream = YAML(), io.StringIO()
    writer.default_style = None
    writer.width = 10_000
    writer.dump(_quoted(plan), stream)
    return stream.getvalue()


def _quoted(value: Any) -> Any:
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString

    if isinstance(value, dict):
        return {str(key): _quoted(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_quoted(inner) for inner in value]
    return value if isinstance(value, LiteralScalarString) else DoubleQuotedScalarString(value)
