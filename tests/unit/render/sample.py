"""A hand-made plan context as the plan room hands it over, long enough to fill pages; all words are our own."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from typing import Any

SENTENCES = (
    "围绕精细化工、高端装备和现代农业三条主线布局研发任务，支持龙头企业牵头组建创新联合体，推动实验室里的样品尽快变成生产线上的产品。",
    "到2025年，全市高新技术企业达到230家以上，科技型中小企业达到600家，企业研发投入占营业收入的比重稳步提高。",
    "完善“揭榜挂帅”“赛马制”等项目组织办法，把经费、路线和团队交给能解决问题的人，评价只看成果能不能用、企业愿不愿买。",
    "建立市、县（区）两级联席会议，每季度通报一次进展，对进度滞后的任务由牵头单位说明原因、提出补救办法并限期完成。",
    "依托大连理工大学盘锦产业技术研究院等平台，每年组织不少于20场技术对接活动，促成合作项目50项以上。",
)


def prose(count: int, start: int = 0) -> str:
    """Return ``count`` sentences."""
    return "".join(SENTENCES[(start + index) % len(SENTENCES)] for index in range(count))


def para(text: str, lead: str = "", level: int = 0) -> dict[str, Any]:
    """Return a paragraph of the context."""
    return {"lead": lead, "lead_level": level, "text": text}


def png(width: int = 240, height: int = 120) -> bytes:
    """Return a small grey picture."""
    rows = b"".join(b"\x00" + bytes((x * 255 // width) for x in range(width)) for _ in range(height))

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def table(rows: int = 4) -> dict[str, Any]:
    """Return a table block."""
    names = ("高新技术企业", "科技型中小企业", "全社会研发投入占地区生产总值比重", "技术合同成交额", "创新平台")
    units = ("家", "家", "%", "亿元", "个")
    return {
        "kind": "table",
        "id": "指标表",
        "label": "表1",
        "caption": "“十四五”时期科技创新主要指标",
        "unit": "见表内",
        "note": "“以上”均含本数。",
        "orientation": "",
        "head": ["序号", "指标", "单位", "2015年", "2020年", "2025年"],
        "rows": [
            [str(n + 1), names[n % 5], units[n % 5], str(32 + n), str(158 + n), f"{230 + n}以上"] for n in range(rows)
        ],
    }


def figure() -> dict[str, Any]:
    """Return a figure block."""
    return {
        "kind": "figure",
        "id": "结构图",
        "label": "图1",
        "caption": "创新平台布局",
        "alt": "由浅到深的灰色条",
        "data": png(),
        "media_type": "image/png",
    }


def box(paragraphs: int = 3) -> dict[str, Any]:
    """Return a box block."""
    texts = [para(prose(1 + n % 2, n), "技术转移工程。" if n else "", 3 if n else 0) for n in range(paragraphs)]
    title = "实质性产学研创新联盟建设工程"
    return {"kind": "box", "id": "联盟", "label": "专栏 1", "title": title, "paragraphs": texts}


def chapter(index: int, words: str, blocks: list[dict[str, Any]]) -> dict[str, Any]:
    """Return a chapter."""
    number = "一二三四五六七八九"[index] + "、"
    return {"id": words, "number": number, "label": number + words, "heading": words, "level": 1, "blocks": blocks}


def text(block_id: str, *paragraphs: dict[str, Any]) -> dict[str, Any]:
    """Return a text block."""
    return {"kind": "text", "id": block_id, "paragraphs": list(paragraphs)}


def heading(level: int, number: str, words: str) -> dict[str, Any]:
    """Return a heading block."""
    return {"kind": "heading", "id": words, "level": level, "number": number, "text": words}


def annex(number: str, words: str) -> dict[str, Any]:
    """Return an annex with a paragraph and a table."""
    blocks = [text(f"{words}正文", para(prose(3))), {**table(), "id": f"{words}表"}]
    return {"id": words, "number": number, "label": number, "heading": words, "level": 1, "blocks": blocks}


def context(
    *chapters: dict[str, Any], draft: bool = False, annexes: Sequence[dict[str, Any]] = (), **document: Any
) -> dict[str, Any]:
    """Return a whole context; ``document`` replaces elements of the notice."""
    elements: dict[str, Any] = {
        "joint": [],
        "copy_number": "",
        "security": "",
        "urgency": "",
        "signatories": [],
        "issuer": "盘锦市人民政府办公室",
        "number": "盘政办发〔2023〕5号",
        "title": "盘锦市人民政府办公室关于印发盘锦市“十四五”科技创新发展规划的通知",
        "recipients": "各县、区人民政府，辽滨沿海经济技术开发区管委会，市政府各部门、各直属机构",
        "notice": ["《盘锦市“十四五”科技创新发展规划》已经市政府同意，现印发给你们，请认真组织实施。"],
        "signature": {"by": "盘锦市人民政府办公室", "on": "2023年2月14日"},
        "disclosure": "此件公开发布",
        "copies": "市委各部委，市人大常委会办公室，市政协办公室，市监委，市法院，市检察院，盘锦军分区，各新闻单位",
        "printed": {"by": "盘锦市人民政府办公室", "on": "2023年2月14日"},
        "annex": None,
        "cover": None,
        "note": "",
        "contents": None,
    }
    plan = {
        "title": "盘锦市“十四五”科技创新发展规划",
        "kind": "专项规划",
        "stage": "征求意见稿" if draft else "印发稿",
        "draft": draft,
        "preface": [prose(2)],
        "chapters": list(chapters) or sample_chapters(),
        "attachments": annexes,
    }
    return {"plan": plan, "document": elements | document}


def sample_chapters() -> list[dict[str, Any]]:
    """Return three chapters that use every kind of block."""
    basis = [
        heading(2, "（一）", "主要成绩"),
        text("成绩", para(prose(3)), para(prose(2, 1))),
        table(),
        text("之后", para(prose(4, 2))),
        figure(),
    ]
    tasks = [
        heading(2, "（一）", "培育创新主体"),
        heading(3, "1.", "高新技术企业"),
        text("任务一", para(prose(2), "（1）壮大企业梯队。", 4)),
        box(),
        text("任务二", para(prose(3, 3), "2. 新一代信息技术。", 3)),
        {"kind": "list", "id": "清单", "items": [para(prose(1, n), "——") for n in range(3)]},
        heading(2, "（二）", "建设平台"),
        text("平台", *[para(prose(4, n)) for n in range(4)]),
    ]
    support = [text("保障", para(prose(3), "（一）加强领导。", 2), para(prose(3, 1), "（二）保障经费。", 2))]
    return [chapter(0, "发展基础", basis), chapter(1, "主要任务", tasks), chapter(2, "组织保障", support)]
