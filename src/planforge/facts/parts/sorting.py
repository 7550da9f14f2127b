"""How a sentence says by what it sorts what was told before: 分产业看, 按规模分, 从行业看."""

from __future__ import annotations

from planforge.patterns import expression

SORTED = expression(
    r"(?:按[^，。；：:]{1,10}?分(?:类)?(?:来?看)?|从[^，。；：:\d]{2,8}?(?:行业|分类|类别|类型|产业|领域|结构|性质|区域|年龄|学历|规模|来源|用途|分布|构成)来?看|(?<![部区百])分[^，。；：:\d分]{1,6}看)(?:（[^（）]{0,12}）)?[，：:,]"
)
_LONGEST = 24


def sorts(words: str, sentence: int) -> bool:
    """Whether the sentence that begins at `sentence` sorts what the one before it told."""
    return sentence > 0 and SORTED.match(words, sentence, sentence + _LONGEST) is not None
