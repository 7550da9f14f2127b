"""Names of shares in one fashion: what is the part, of which whole.

One share is called A占B的比重, A占到B的…, B中A占比, A在B中的比重, as a drafter likes; one name is made of them all.
"""

from __future__ import annotations

from planforge.facts.writing.words import SHARE_OF
from planforge.patterns import expression

_SHARE_OF_WHOLE = expression(
    rf"约?{SHARE_OF}(?!比)(?P<whole>[^占]{{2,}}?)(?:的?(?:比重|比例|比率|份额|百分比|占比|比)|之比)?$"
)
_PRODUCT = expression("(?:当年|同期)?(?:全[省市区县])?(?:当年|同期)?(?:(?:地区|国内)?生产总值|GDP)")
_BRANCH = expression("(?<![就企作毕职失])业$|[\u4e00-\u9fff]{2}经济$")
"""工业占GDP比重: what a branch adds is its share of what all add."""
_REACHED = expression("(?<=占)[到了]|(?<![人户亩])[均都](?=占)")
"""占到, 占了, 均占."""
_PART_IN_WHOLE = expression("(?P<part>.{2,}?)在(?P<whole>.{2,}?)中的?(?:所占)?的?(?:比重|比例|占比|份额)$")
_AMONG = expression("(?P<part>.{2,}?)在(?P<per>每[百千万].{1,10}?)中$")
_WHOLE_FIRST = expression(
    "(?P<whole>.{2,}?[^高初其集])中(?![学小央国型外药医等心职]|高[端级等职层])(?P<part>.{2,}?)(?:的?占比|所占(?:比重|比例))$"
)


def part_first(plain: str) -> str:
    """Return a share in the usual order: B中A占比, A在B中的比重 and A占到B的比重 are A占B比重."""
    if "占" in plain:
        plain = _REACHED.sub("", plain)
    if plain.endswith("中") and (among := _AMONG.fullmatch(plain)) is not None:
        return f"{among['per']}中{among['part']}"  # 研发人员在每万名就业人员中
    turned = _PART_IN_WHOLE.fullmatch(plain) or _WHOLE_FIRST.fullmatch(plain) if "中" in plain else None
    return f"{turned['part']}占{turned['whole']}比重" if turned else plain


def usual_share(name: str) -> str:
    """Return a name of a share in one fashion: 占耕地面积 and 占耕地面积的比例 are 占耕地面积比重."""
    share = _SHARE_OF_WHOLE.search(name) if "占" in name else None
    if share is not None and _PRODUCT.fullmatch(share["whole"]):
        part = name[: share.start()]
        return f"{part}增加值占GDP比重" if _BRANCH.search(part) else f"{part}占GDP比重"
    if share is None or not share["whole"]:
        return name
    return f"{name[: share.start()]}占{_OF_OUR_OWN.sub('', share['whole'])}比重"


_OF_OUR_OWN = expression("^(?:当年|我[国省市县区州旗盟](?=.{3}))+")
"""占我国陆域国土面积, 占当年收入."""
