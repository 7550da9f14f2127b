"""How a sentence sorts or divides what was told before: 分产业看, 按规模分, 从行业看, 其中."""

from __future__ import annotations

from planforge.facts.passage import PassageReader
from planforge.facts.statement import Statement
from planforge.patterns import expression

SORTED = expression(
    r"(?:按[^，。；：:]{1,10}?分(?:类)?(?:来?看)?|从[^，。；：:\d]{2,8}?(?:行业|分类|类别|类型|产业|领域|结构|性质|区域|年龄|学历|规模|来源|用途|分布|构成)来?看|(?<![部区百])分[^，。；：:\d分]{1,6}看)(?:（[^（）]{0,12}）)?[，：:,]"
)
_LONGEST = 24


def sorts(words: str, sentence: int) -> bool:
    """Whether the sentence that begins at `sentence` sorts what the one before it told."""
    return sentence > 0 and SORTED.match(words, sentence, sentence + _LONGEST) is not None


def divides(reader: PassageReader, whole: Statement) -> bool:
    """Whether the sentence now read is that of the whole, or one right behind it that divides it."""
    at = reader.sentence
    if whole.position.sentence == at:
        return True
    if whole.position.passage != reader.number or reader.clauses.sentence_start(at - 1) != whole.position.sentence:
        return False
    return sorts(reader.words, at) or _DIVIDES.match(reader.words, at, at + _LONGEST_DIVIDING) is not None


_LONGEST_DIVIDING = 40
_DIVIDES = expression(
    "其中|[^，。；\\d]{0,16}(?:[增降涨减][速幅长]|[高低快慢]于|超过|居)[^。；：\\d]{0,20}?"
    "(?:省份?|[省市县区州盟旗]+|城市|地区)(?:有|是|为|包括|依次|分别)*[：:]?"
)
"""其中，甘肃增长5%; 增速高于全国的省份有：甘肃（增长5%）: goes on with the sentence before."""
