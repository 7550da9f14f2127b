"""`planforge build` of a Word file: what is printed anew is said once, footnotes are carried over or named."""

from __future__ import annotations

import zipfile
from pathlib import Path

from planforge.ooxml.names import W, w
from tests.program import planforge
from tests.unit.render.reading import document_xml

PLAN = """\
planforge: 1
title: 某市推动科技创新支持沿海经济带建设和高质量发展三年行动计划（2023—2025年）
stage: 送审稿
preface: |
  本计划依据有关规划编制{注:指“十四五”规划。}。
chapters:
  - heading: 发展目标
    body:
      - text: |
          到2025年，建设平台5个{注:含省级平台2个。}，培训人才1000人。
      - table: 平台
        rows: |
          平台 | 个数
          省级 | 2
        note: |
          个数为在建数。
  - heading: 任务分工表
    role: [附件]
    body:
      - text: |
          由市科技局负责。
  - heading: 平台名单
    role: [附件]
    body:
      - text: |
          共5个。
"""


def _built(folder: Path, path: Path) -> bytes:
    done = planforge("build", str(path), "-o", str(folder), "--to", "docx", "--final")
    assert (done.returncode, done.stderr) == (0, "")
    return next(folder.glob("*.docx")).read_bytes()


def _words(data: bytes, part: str = "word/document.xml") -> list[str]:
    """Return the words of each paragraph; ※ where a note is referred to."""
    return [
        "".join(
            "※" if one.tag == w("footnoteReference") else one.text or "" for one in paragraph.iter() if _said(one.tag)
        )
        for paragraph in document_xml(data, part).iter(w("p"))
    ]


def _said(tag: str) -> bool:
    return tag in (w("t"), w("footnoteReference"))


def _word_file(path: Path, body: str, notes: str) -> Path:
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("word/document.xml", f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>')
        package.writestr("word/footnotes.xml", f'<w:footnotes xmlns:w="{W}">{notes}</w:footnotes>')
    return path


def test_a_word_file_printed_again_says_nothing_twice_and_keeps_its_footnotes(tmp_path: Path) -> None:
    """Title, 稿次, 表注 and 附件说明 are printed anew, once each; footnotes stay at their words."""
    (tmp_path / "规划").mkdir()
    (tmp_path / "规划" / "plan.yaml").write_text(PLAN, encoding="utf-8")
    first = _built(tmp_path / "稿", tmp_path / "规划")
    again = _built(tmp_path / "再", tmp_path / "稿" / "规划.docx")
    assert _words(again) == _words(first)
    assert "到2025年，建设平台5个※，培训人才1000人。" in _words(again)
    assert _words(again, "word/footnotes.xml") == _words(first, "word/footnotes.xml")


def test_a_document_without_a_stage_is_given_none(tmp_path: Path) -> None:
    """Nothing is invented: a text that does not say it is a draft is not printed as one."""
    (tmp_path / "稿.txt").write_text("某市“十四五”科技创新规划\n一、目标\n建设平台5个。\n", encoding="utf-8")
    assert _words(_built(tmp_path / "再", tmp_path / "稿.txt"))[:2] == ["某市“十四五”科技创新规划", "一、目标"]


def test_a_footnote_that_cannot_be_printed_is_named(tmp_path: Path) -> None:
    """That of a heading has no place: one remark tells it, and a final document is not written without it."""
    mark = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    body = f"<w:p><w:r><w:t>一、发展目标</w:t></w:r>{mark}</w:p><w:p><w:r><w:t>建设平台5个。</w:t></w:r></w:p>"
    note = '<w:footnote w:id="1"><w:p><w:r><w:t>指2025年的目标。</w:t></w:r></w:p></w:footnote>'
    path = _word_file(tmp_path / "旧稿.docx", body, note)
    draft = planforge("build", str(path), "-o", str(tmp_path / "out"), "--to", "docx")
    assert draft.returncode == 0
    assert draft.stderr.count("实有1条在标题或表格里，没有印出来：“指2025年的目标。”") == 1
    final = planforge("build", str(path), "-o", str(tmp_path / "final"), "--to", "docx", "--final")
    assert final.returncode == 1
    assert "没有印出来：“指2025年的目标。”" in final.stderr
    assert not (tmp_path / "final").exists()
