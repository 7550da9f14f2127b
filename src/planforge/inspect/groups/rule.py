"""The red rule below the document number (7.2.7)."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.inspect.elements import Form
from planforge.inspect.judge import near, unmeasured, verdict
from planforge.inspect.outcome import Measure
from planforge.inspect.passage import Colour, Place, is_red
from planforge.inspect.pdf_file import Rule
from planforge.inspect.subject import PdfSubject, WordSubject
from planforge.inspect.units import INK_ABOVE, INK_BELOW, LEFT, PT_PER_MM, WIDTH, mm_of_pt, mm_of_twips
from planforge.inspect.word_file import DrawnLine, WordFile, WordParagraph
from planforge.inspect.word_runs import colour_of
from planforge.inspect.word_space import above_ink, below_ink, box_gap
from planforge.ooxml.formats import Border
from planforge.records import record

_GAP = 4.0
_AROUND = 3
_THICK = (0.30, 0.85)
_LONG = 100.0


@record(frozen=True, slots=True)
class WordRule:
    """A rule found below the number: length, distance, thickness in mm; a distance of None is up to the program."""

    paragraph: WordParagraph
    is_border: bool
    width: float
    gaps: tuple[float, ...]
    thick: float
    colour: Colour


def word(subject: WordSubject) -> Iterator[Measure]:
    """Measure a DOCX: a border below or above a paragraph, or a line drawn as a shape."""
    number = subject.elements.number
    if number is None or subject.elements.form is not Form.DOCUMENT:
        return
    rule = next(word_rules(subject.file, number), None)
    if rule is None:
        yield verdict("7.2.7-a", False, "发文字号下没有分隔线", number.place)
        return
    if rule.gaps:
        gap = min(rule.gaps, key=lambda value: abs(value - _GAP))
        yield near("7.2.7-a", gap, _GAP, 0.5, number.place, "发文字号下 ")
    else:
        yield unmeasured("7.2.7-a", "线的高低由排版程序定", number.place)
    yield near("7.2.7-b", rule.width, WIDTH, 0.5, number.place, "长 ")
    yield _look(rule.colour, rule.thick, number.place)


def word_rules(file: WordFile, number: WordParagraph) -> Iterator[WordRule]:
    """Yield the rules that stand below a paragraph: borders, then lines that are drawn."""
    index = next(i for i, one in enumerate(file.paragraphs) if one is number)
    for offset, paragraph in enumerate(file.paragraphs[index : index + _AROUND]):
        for side in ("top", "bottom"):
            border = paragraph.format.borders.get(side)
            if border is not None and border.drawn and (offset or side == "bottom"):
                yield _border_rule(file, number, paragraph, border)
    for line in file.lines:
        if index <= line.paragraph < index + _AROUND and line.width > _LONG:
            gaps, thick = _drawn_gaps(file, number, line), mm_of_pt(line.weight)
            yield WordRule(file.paragraphs[line.paragraph], False, line.width, gaps, thick, line.colour)


def _border_rule(file: WordFile, number: WordParagraph, paragraph: WordParagraph, border: Border) -> WordRule:
    """Return a border of the number or of a paragraph below it, measured from the number's ink and from its line."""
    between = 0.0 if paragraph is number else box_gap(file, number, paragraph)
    literal = mm_of_pt(border.space) + between
    gaps = (literal + mm_of_pt(below_ink(file, number)), literal)
    form = paragraph.format
    width = mm_of_twips(file.section_of(number).text_width) - mm_of_twips(form.left + form.right)
    return WordRule(paragraph, True, width, gaps, mm_of_pt(border.size / 8), colour_of(border.color))


def _drawn_gaps(file: WordFile, number: WordParagraph, line: DrawnLine) -> tuple[float, ...]:
    """Return how far a drawn line may lie below the number: from its ink, or as the offset itself says."""
    if line.y is None or line.origin not in ("paragraph", "line"):
        return ()
    paragraph = file.paragraphs[line.paragraph]
    if paragraph is number:
        ink = (INK_ABOVE + INK_BELOW) * (number.size or 16.0)
        return line.y - mm_of_pt(above_ink(file, number) + ink), line.y
    return (box_gap(file, number, paragraph) + mm_of_pt(below_ink(file, number)) + line.y,)


def pdf(subject: PdfSubject) -> Iterator[Measure]:
    """Measure a PDF."""
    number = subject.elements.number
    if number is None or subject.elements.form is not Form.DOCUMENT:
        return
    rule = red_rule(subject)
    if rule is None:
        yield verdict("7.2.7-a", False, "发文字号下没有分隔线", number.place)
        return
    yield near("7.2.7-a", rule.top - number.last.bottom, _GAP, 0.5, number.place, "发文字号下 ")
    yield near("7.2.7-b", rule.width, WIDTH, 0.5, number.place, "长 ")
    yield near("7.2.7-b", rule.x0, LEFT, 0.5, number.place, "左端距纸左边 ")
    yield _look(rule.colour, rule.height, number.place)


def red_rule(subject: PdfSubject) -> Rule | None:
    """Return the first long rule below the document number."""
    number = subject.elements.number
    if number is None:
        return None
    below = number.last.bottom
    rules = subject.file.sheets[number.last.page - 1].rules
    return next((rule for rule in rules if rule.width > _LONG and below < rule.top < below + 30), None)


def _look(colour: Colour, thick: float, place: Place) -> Measure:
    red = is_red(colour)
    holds = red and _THICK[0] <= thick <= _THICK[1]
    words = f"{'红色' if red else '不是红色'}，粗 {thick:.2f} 毫米（{thick * PT_PER_MM:.2g} 磅）"
    return verdict("7.2.7-c", holds, words, place)
