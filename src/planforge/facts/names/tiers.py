"""What a name carries before what it means: its tier (省级) and its scope (规模以上工业)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from planforge.facts.names.own_area import names_of_area
from planforge.facts.names.verbs import is_verb
from planforge.facts.writing.words import alternation, table
from planforge.patterns import expression

NEUTRAL_SCOPES = frozenset({"", "全市", "全省", "全县", "全区", "全国", "全社会"})


@cache
def _tiers() -> tuple[dict[str, str], re.Pattern[str], re.Pattern[str]]:
    rows: Mapping[str, Any] = table("indicators")["tiers"]
    canonical = {written: tier for tier, words in rows.items() for written in words}
    above = alternation(table("indicators")["tier_above"])
    each = alternation([word for word in canonical if word.endswith("级")])
    full = f"(?<![和及与])(?:{each})"
    short = alternation([word for word in canonical if not word.endswith("级")])
    return (
        canonical,
        expression(rf"(?P<tier>{full}(?:[和、及与](?:{each}))*)(?P<above>{above})?"),
        expression(rf"^(?P<tier>{short})(?P<above>)(?={alternation(table('indicators')['after_short_tier'])})"),
    )


def split_tier(name: str) -> tuple[str, str]:
    """Take the tier off a name: 省级以上各类科技项目 → (省级以上, 各类科技项目)."""
    canonical, full, short = _tiers()
    match = (full.search(name) if "级" in name else None) or short.match(name)
    if match is None:
        return "", name
    tier = canonical.get(match["tier"], match["tier"]) + ("以上" if match["above"] else "")
    return tier, name[: match.start()] + name[match.end() :]


@cache
def _scopes() -> re.Pattern[str]:
    return expression("|".join(table("indicators")["scopes"]))


def scope_in(plain: str) -> str:
    """Return the scope that a name begins with, "" for none."""
    match = _scopes().match(plain)
    return match[0] if match else ""


@cache
def _neutral() -> re.Pattern[str]:
    return expression(rf"(?:{alternation(table('phrases')['leading'])}|{alternation(sorted(NEUTRAL_SCOPES - {''}))})*")


def narrowing(prefix: str) -> str:
    """Return what a prefix says about the scope: nothing when it only holds words that every name may carry."""
    return "" if _neutral().fullmatch(prefix) or is_verb(prefix) else prefix.removesuffix("平均")


def scope_of(words: str, home: str = "") -> str:
    """Return a scope as it is compared: 全市, the plan's own city and no word at all are the same."""
    if words in NEUTRAL_SCOPES or words in names_of_area(home):
        return ""
    return words.replace("规上", "规模以上", 1) if words.startswith("规上") else words
