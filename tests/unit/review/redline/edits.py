"""Seeded edits of the examples: what drafters do to a plan from one version to the next."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

EXAMPLES = Path(__file__).resolve().parents[4] / "examples"
Body = list[dict[str, Any]]
Edit = Callable[[Body, random.Random], bool]
_FIGURE = re.compile(r"(?<![\d@{.])\d{2,4}(?:\.\d+)?(?=[家个项件亿万%人名所])")
_WORDS = ("重点", "创新", "推进", "建设", "加强", "支持", "完善", "企业")
_NEW_WORDS = ("统筹", "着力", "稳步", "深入", "加快形成", "协同推进")
_LOADER: dict[str, Any] = {"typ": "base", "pure": True}


def edited(example: str, seed: int, folder: Path) -> tuple[Path, list[str]]:
    """Write a copy of an example with a handful of edits; return it and what was done."""
    chance = random.Random(f"{example} {seed}")  # noqa: S311 - a seed, no secret
    plan = folder / f"{example}-{seed}"
    shutil.copytree(EXAMPLES / example, plan)
    files = sorted((plan / "chapters").glob("*.yaml"))
    chapters = {file: YAML(**_LOADER).load(file) for file in files}
    done: list[str] = []
    for _ in range(chance.randint(2, 9)):
        name = chance.choice(sorted(EDITS))
        bodies = [chapter["body"] for chapter in chapters.values()]
        if any(EDITS[name](body, chance) for body in chance.sample(bodies, len(bodies))):
            done.append(name)
    for file, chapter in chapters.items():
        with file.open("w", encoding="utf-8") as target:
            YAML(typ="safe", pure=True).dump(chapter, target)
    return plan, done


def _pick(body: Body, chance: random.Random, key: str) -> dict[str, Any] | None:
    found = [block for block in body if isinstance(block.get(key), str)]
    return chance.choice(found) if found else None


def _paragraphs(block: dict[str, Any]) -> list[str]:
    return re.split(r"\n[ \t]*\n", block["text"].strip())


def _set(block: dict[str, Any], paragraphs: list[str]) -> bool:
    block["text"] = "\n\n".join(paragraphs) + "\n"
    return True


def _value(body: Body, chance: random.Random) -> bool:
    block = _pick(body, chance, "text")
    if block is None or not _FIGURE.search(block["text"]):
        return False
    block["text"] = _FIGURE.sub(lambda found: f"{float(found[0]) + 7:g}", block["text"], count=1)
    return True


def _word(body: Body, chance: random.Random) -> bool:
    block = _pick(body, chance, "text")
    word = chance.choice(_WORDS)
    if block is None or word not in block["text"]:
        return False
    block["text"] = block["text"].replace(word, chance.choice(_NEW_WORDS), chance.randint(1, 3))
    return True


def _rename(body: Body, chance: random.Random) -> bool:
    block = _pick(body, chance, chance.choice(("heading", "task", "box")))
    if block is None:
        return False
    key = next(key for key in ("heading", "task", "box") if key in block)
    block[key] = chance.choice(_NEW_WORDS) + block[key]
    return True


def _move_section(body: Body, chance: random.Random) -> bool:
    starts = [at for at, block in enumerate(body) if "heading" in block]
    if len(starts) < 3:
        return False
    at = chance.randrange(len(starts) - 1)
    section = body[starts[at] : starts[at + 1]]
    del body[starts[at] : starts[at + 1]]
    others = [place for place, block in enumerate(body) if "heading" in block and place != starts[at]]
    body[(place := chance.choice(others)) : place] = section
    return True


def _move_paragraph(body: Body, chance: random.Random) -> bool:
    block = _pick(body, chance, "text")
    if block is None:
        return False
    paragraphs = _paragraphs(block)
    return len(paragraphs) > 1 and _set(block, paragraphs[1:] + paragraphs[:1])


def _in_rows(edit: Callable[[list[str], random.Random], None]) -> Edit:
    """Return the edit that changes the rows of a table, the head first."""

    def edited(body: Body, chance: random.Random) -> bool:
        block = _pick(body, chance, "rows")
        if block is None:
            return False
        rows = block["rows"].strip().split("\n")
        edit(rows, chance)
        block["rows"] = "\n".join(rows) + "\n"
        return True

    return edited


def _row(rows: list[str], chance: random.Random) -> None:
    at = chance.randrange(1, len(rows))
    if chance.random() < 0.5 and len(rows) > 2:
        del rows[at]
    else:
        rows.insert(at, " | ".join(f"新增{cell.strip()}" for cell in rows[at].split("|")))


def _cell(rows: list[str], chance: random.Random) -> None:
    at = chance.randrange(len(rows))
    cells = rows[at].split("|")
    cells[chance.randrange(len(cells))] += "（修订）"
    rows[at] = "|".join(cells)


def _column(rows: list[str], _: random.Random) -> None:
    rows[:] = [f"{row} | {'备注' if at == 0 else '无'}" for at, row in enumerate(rows)]


def _split(body: Body, chance: random.Random) -> bool:
    block = _pick(body, chance, "text")
    if block is None:
        return False
    paragraphs = _paragraphs(block)
    at = chance.randrange(len(paragraphs))
    sentences = re.findall(r"[^。；]+[。；]?", paragraphs[at].replace("\n", ""))
    if len(sentences) < 2:
        return False
    cut = chance.randrange(1, len(sentences))
    paragraphs[at : at + 1] = ["".join(sentences[:cut]), "".join(sentences[cut:])]
    return _set(block, paragraphs)


def _merge(body: Body, chance: random.Random) -> bool:
    block = _pick(body, chance, "text")
    if block is None or len(_paragraphs(block)) < 2:
        return False
    paragraphs = _paragraphs(block)
    at = chance.randrange(len(paragraphs) - 1)
    paragraphs[at : at + 2] = ["".join(paragraphs[at : at + 2])]
    return _set(block, paragraphs)


def _insert(body: Body, chance: random.Random, block: dict[str, Any]) -> bool:
    body.insert(chance.randint(0, len(body)), block)
    return True


def _add_box(body: Body, chance: random.Random) -> bool:
    number = chance.randrange(10_000)
    text = f"新增第{number}类项目。明确申报条件和程序。\n\n组织评审，分年度安排{number}万元资金。\n"
    return _insert(body, chance, {"box": f"新增工程{number}", "text": text})


def _add_task(body: Body, chance: random.Random) -> bool:
    number = chance.randrange(10_000)
    task = {"task": f"新增任务{number}", "lead": "市科技局", "text": f"开展第{number}项工作，形成可推广的做法。\n"}
    return _insert(body, chance, task)


def _add_table(body: Body, chance: random.Random) -> bool:
    number = chance.randrange(10_000)
    rows = f"项目 | 数量\n新增{number} | {number}个\n合计 | {number}个\n"
    return _insert(body, chance, {"table": f"新增表{number}", "rows": rows})


def _remove(kind: str) -> Edit:
    def remove(body: Body, chance: random.Random) -> bool:
        places = [at for at, block in enumerate(body) if kind in block]
        if not places or len(body) < 2:
            return False
        del body[chance.choice(places)]
        return True

    return remove


def _lead(body: Body, chance: random.Random) -> bool:
    block = _pick(body, chance, "lead")
    if block is None:
        return False
    block["lead"] = "市发展改革委"
    return True


EDITS: dict[str, Edit] = {
    "value": _value, "word": _word, "rename": _rename, "move section": _move_section,
    "move paragraph": _move_paragraph, "split": _split, "merge": _merge,
    "row": _in_rows(_row), "cell": _in_rows(_cell), "column": _in_rows(_column),
    "add box": _add_box, "add task": _add_task, "add table": _add_table, "lead": _lead,
    **{f"remove {kind}": _remove(kind) for kind in ("box", "table", "task", "text", "heading", "figure")},
}  # fmt: skip
