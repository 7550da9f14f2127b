"""What stands before the first chapter of a document: its title, its 稿次, and all else there, in order."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from planforge.outline.text import Segment, SegmentKind, Text
from planforge.patterns import expression
from planforge.readers.levels import NAMES_PLAN

RESIDUE = expression(r"\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿ]{1,7}\)")
"""Pinyin that a conversion has left behind characters, as in 規(guī)劃."""
_LONGEST_TITLE = 60
_COVER = expression(r"(?:通知|文件)\s*$|[。；：:]\s*$")
_PART = expression(r"(?:[^ ]|(?<=[!-~]) +(?=[!-~])|^ +| +$)+")
"""What no blank parts; one between Latin words parts nothing."""
_STAGE = expression(r"[（(]\s*(?P<stage>[\u4e00-\u9fff]{1,8}稿)\s*[）)]")


@dataclass
class Front:
    """The lines before the first chapter; `stage` is the 稿次 that stands below the title, without its brackets."""

    title: Text | None = None
    stage: str = ""
    _lines: list[Text] = field(default_factory=list)

    def add(self, text: Text) -> None:
        """Place one line; the title is the last one there that names a plan."""
        words = RESIDUE.sub("", text.printed)
        if self.title is not None and (stage := _STAGE.fullmatch(words.strip())):
            self.stage = stage["stage"]
            return
        if len(words) < _LONGEST_TITLE and NAMES_PLAN.search(words) and not _COVER.search(words):
            self.title = _unbroken(text)
        self.keep(text)

    def keep(self, *texts: Text) -> None:
        """Place lines that are no title."""
        self._lines += texts

    @property
    def preface(self) -> tuple[Text, ...]:
        """All but the title, wherever it stands: a cover has it too."""
        title = _bare(self.title) if self.title else ""
        return tuple(line for line in self._lines if _bare(line) != title)


def _unbroken(text: Text) -> Text:
    """Return a title without the blanks at which its lines were broken: it is broken anew where it is printed."""
    segments: list[Segment] = []
    for one in text.segments:
        parts = _PART.finditer(one.printed) if one.kind is SegmentKind.LITERAL else ()
        cut = [
            replace(one, printed=part[0], start=one.start + part.start(), end=one.start + part.end()) for part in parts
        ]
        segments += cut or [one]
    return Text(text.file, tuple(segments))


def _bare(text: Text) -> str:
    return "".join(text.printed.split())
