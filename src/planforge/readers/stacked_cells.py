"""What a single cell of a table in plain text can be: a figure, a name, what a name is of."""

from __future__ import annotations

from planforge.patterns import expression

_FIGURE = expression(
    r"^(?!\d{1,2}[.．、]\D)(?:控制在|保持在|稳定在|达到|不[低高少超大小][于过]|高于|低于|大于|小于|累计|年均|约|下降|降低|减少|提高|上升|增长|增加|提升|缩短)*"
    r"[\[〔［【（(≥≤≧≦＞<>＜＝=约近\-－+＋±]*\s*\d[\d.,，]*\s*[%％‰]?[^，。；\d]{0,8}?[\]〕］】)）*＊※]*.{0,4}$"
)
_MISSING = expression(r"^[-—－–/…·]+$|^(?:无|暂无)$")
_BARE = expression(r"^[\[〔［【≥≤≧≦＞<>＜\-－]*\d[\d.,]*[%％]?[\]〕］】*]*$")
_KIND_OF_TARGET = expression(r"^(?:预期|约束)性?(?:指标)?$")
_OTHER_NATURE = expression("^.{1,5}性$|^.{0,4}指标$|^[^，。；]{2,4}性[、/／][^，。；]{2,4}性$|^考核|^监测$")
_PHRASE = expression(
    "保持|高于|低于|与|完成|持续|稳步|力争|不|基本|达到|按|视|进一步|逐步|优于|全省|全国|有效|明显|大幅|>|＞"
)
_STATE = expression(
    "^[\\[〔［【（(]?(?:基本)?(?:稳定|持平|不变|稳中(?:向好|有升|有降|有进|趋好|提质)|趋稳|向好|好转|改善|达标|优|良|优良|良好|优秀|合格|清零"
    "|全覆盖|翻[一两二三]?番|有所(?:提高|提升|下降|改善|增加)|逐[年步](?:提高|提升|上升|增加|增长|下降|降低|减少|改善|扩大|缩小)"
    "|(?:完成|达到|以|按|不[低高]于|优于|[高低]于|省|市|国家|上级)[^，。；\\d]{0,10}(?:下达|要求|标准|任务|目标|水平|为准)(?:数|值|执行)?"
    "|(?:控制在|完成|按|省|市|国家|上级)[^，。；\\d]{0,8}(?:指标|任务|目标|要求|范围|标准)[以之]?内?"
    "|(?:保持|位居|居|进入)[^，。；\\d]{1,8}(?:前列|第一方阵|先进行列)|持续[^，。；\\d]{2,4})[\\]〕］】）)]?$"
)
"""What may stand for a figure in words: 持平, 稳中向好, 〔完成省下达任务〕."""
_ASSIGNED = ("完成", "按", "以", "控制在", "达到省", "达到国家", "省下达", "市下达")
"""States that no name goes on with, as it may with 优良 or 达标: 完成省下达目标."""
_PAGE = expression(r"^[-—－–·]+\s*\d{1,4}\s*[-—－–·]+$")
_PAGE_NUMBER = expression(r"^\d{1,3}$")
_AMOUNT = expression(r"^[约近超]?[\[〔［【≥≤≧≦＞<>＜\-－]*\d[\d.,]*\s*(?:[%％‰]|左右|以[上下内])*[\]〕］】*]*$")
_WORD = expression("[\u4e00-\u9fffA-Za-z%％‰]")
_NAME_WITH_NUMBER = expression(r"\d[\u4e00-\u9fff]{6,}$")
_AGES = expression(r"\d{1,2}(?:[-—–－～~至]\d{1,2}周?岁|周?岁及?以[上下])")
_NUMERAL = expression("^[（(]?[一二三四五六七八九十]{1,3}[）)]?$")
_SHORTEST_PHRASE = 3
_LONGEST_WORDS = 20
_BROAD = expression(
    "(?:发展|驱动|福祉|生态|保障|安全|质量|效益|能力|水平|服务|环境|创新|转型|改善|减排|保护|风险|治理|民生|结构|规模"
    "|网络|设施|动能|贡献|素质|公平|普及|资源|利用|条件|健康|生活|开放|协调|共享|体系|升级|防控|应对|变化|建设|普惠|均衡|振兴|教育|类)$"
)
_SHORT_GROUP, _LONGEST_GROUP = 4, 6
_WITH_UNIT = expression(
    r"[（(](?:[%％‰]|[^\d（()）]?\d?/?[^（()）]{0,5}[元吨人户个家所张岁年亩件项台套座次米里万亿顷时煤])[)）]$"
)


def is_figure(cell: str) -> bool:
    """Whether a cell holds a figure, or the mark of a missing one."""
    return _FIGURE.match(cell) is not None or is_missing(cell)


def is_missing(cell: str) -> bool:
    """Whether a cell says that there is no figure: —."""
    return _MISSING.match(cell) is not None


def is_nature(cell: str) -> bool:
    """Whether a cell says that an indicator is binding or expected: 约束性, 预期性."""
    return _KIND_OF_TARGET.match(cell) is not None


def tells_nature(cell: str) -> bool:
    """Whether a cell can stand below 属性 and is no name: 约束性, 指导性, 传统指标, —."""
    return is_nature(cell) or is_missing(cell) or _OTHER_NATURE.match(cell) is not None


def is_words(cell: str) -> bool:
    """Whether a cell is a few words."""
    return not is_figure(cell) and begins_name(cell) and len(cell) <= _LONGEST_WORDS


def is_group(cell: str) -> bool:
    """Whether words can name a group of indicators (经济发展) rather than begin a name on two lines (规模以上工业)."""
    return len(cell) <= _SHORT_GROUP or (len(cell) <= _LONGEST_GROUP and _BROAD.search(cell) is not None)


def is_broad(cell: str) -> bool:
    """Whether words name a group and surely no indicator: 环境风险防控, 学前教育."""
    return len(cell) <= _LONGEST_GROUP and _BROAD.search(cell) is not None


def names_unit(cell: str) -> bool:
    """Whether a cell ends with a unit in brackets as names do: 基本养老保险参保率（%）."""
    return cell.endswith(("）", ")")) and _WITH_UNIT.search(cell) is not None


def goes_on(cell: str) -> bool:
    """Whether a cell can be the next line of a name: 3岁以下婴幼儿托位数 can, 3.1, 控制在5以内 and 约束性 cannot."""
    other = is_figure(cell) or is_page(cell) or is_nature(cell) or (is_state(cell) and cell.startswith(_ASSIGNED))
    return not other or _NAME_WITH_NUMBER.search(cell) is not None


def is_state(cell: str) -> bool:
    """Whether a cell says in words what others say in figures: 持平."""
    return _STATE.match(cell) is not None


def is_amount(cell: str) -> bool:
    """Whether a cell is a number with no words but a bound (186.2, ≥90%, 15左右), or the mark of a missing one."""
    return _AMOUNT.match(cell) is not None or is_missing(cell)


def is_page(cell: str) -> bool:
    """Whether a line is the number of a page between dashes: — 12 —."""
    return _PAGE.match(cell) is not None


def may_be_page(cell: str) -> bool:
    """Whether a line may be the number of a page: — 12 —, 12."""
    return is_page(cell) or _PAGE_NUMBER.match(cell) is not None


def begins_name(cell: str) -> bool:
    """Whether a name can begin with a line: 5G基站 and 3岁以下婴幼儿托位数 can; 65.8, — and 约束性 cannot."""
    return not (is_amount(cell) or is_nature(cell) or is_page(cell) or is_state(cell))


def is_age(cell: str) -> bool:
    """Whether a cell names people by their age, so that it is no figure: 0—14岁, 60岁及以上."""
    return _AGES.match(cell) is not None


def is_numeral(cell: str) -> bool:
    """Whether a cell numbers a group of rows: 一, （二）."""
    return _NUMERAL.match(cell) is not None


def fits(kind: str, cell: str) -> bool:
    """Whether a cell can stand in a column of this kind."""
    target = is_nature(cell)
    if kind == "index":
        return cell.isdigit() or _NUMERAL.match(cell) is not None
    if kind == "figure":
        return (
            is_figure(cell)
            or is_state(cell)
            or (
                len(cell) >= _SHORTEST_PHRASE
                and not target
                and not names_unit(cell)
                and _PHRASE.match(cell) is not None
            )
        )
    if kind == "words":
        return bool(cell) and not target
    if kind == "nature":
        return target or not is_figure(cell)
    bare = _BARE.match(cell) is not None or (is_missing(cell) and kind != "unit")
    return (_WORD.search(cell) is not None or is_missing(cell)) and not bare and not target
