"""PF405: a sentence cut in two paragraphs by a line end, in a document whose paragraphs are otherwise whole."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.lint.finding import Finding, Severity
from planforge.lint.rule import Need, Rule
from planforge.lint.sheet import Part, Stretch
from planforge.lint.subject import Subject
from planforge.outline.text import SegmentKind
from planforge.patterns import expression

RULE = Rule(
    code="PF405",
    slug="broken-line",
    severity=Severity.INFO,
    since="0.1.0",
    summary="一句话被断成了几段",
    why="从 PDF 或网页复制时，句子在换页、换行处断开；照此排印会多出段落，查找也会落空。",
    bad="""\
# document: 规划.txt
某市科技创新规划
一、主要任务
完善科技金融服务体系，建立政府、银行、担保机构共担的科技贷款风险
补偿机制，引导商业银行加大对科技型中小企业的信贷支持力度。
大力培育科技型中小企业，支持企业建设研发机构，推动产学研深度融合发展。
加强人才引进和培养，完善人才评价激励机制，营造鼓励创新的良好社会环境。
加强组织领导，完善工作机制，明确责任分工，确保各项任务按时保质完成。
强化督促检查，建立考核评价制度，及时研究解决规划实施中的问题和困难。
加强宣传引导，普及科学知识，弘扬科学家精神，形成支持创新的社会氛围。
""",
    good="""\
# document: 规划.txt
某市科技创新规划
一、主要任务
完善科技金融服务体系，建立科技贷款风险补偿机制，引导商业银行加大支持力度。
""",
    needs=Need.PLAN,
)

_STOP = expression("[，。；,;]")
_FEW = 0.2
"""Share of paragraphs with a line end inside up to which they are accidents; beyond it the file is wrapped."""


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each paragraph that was put together from several."""
    if subject.plan is None or subject.plan.from_source:
        return
    # a title may run over several lines, a paragraph has a comma or a stop somewhere
    body = [one for one in subject.prose.printed.stretches if one.part is Part.BODY and _STOP.search(one.reading.text)]
    parted = (stretch for stretch in body if len(stretch.text.segments) > 1)
    broken = [(stretch, joints) for stretch in parted if (joints := _joints(stretch))]
    if len(broken) <= _FEW * len(body):
        yield from (_finding(stretch, joints) for stretch, joints in broken)


def _joints(stretch: Stretch) -> list[int]:
    """Return the positions of the printed characters behind which a line ended."""
    found, at = [], 0
    for segment in stretch.text.segments:
        if segment.kind is SegmentKind.JOINED:
            found.append(at)
        at += len(segment.printed)
    return found


def _finding(stretch: Stretch, joints: list[int]) -> Finding:
    words = stretch.text.printed
    at = joints[0]
    shown = f"{words[max(0, at - 6) : at]}/{words[at : at + 6]}"
    message = f"一句话在“{shown}”处被断成{len(joints) + 1}段，请接成一段"
    related = tuple((stretch.text.span(joint, joint + 1), "断开后的下一段") for joint in joints)
    return RULE.finding(stretch.text.span(at - 1, at), message, related=related, key=shown)
