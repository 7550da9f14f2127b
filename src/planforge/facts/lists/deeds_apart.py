"""What is done in several ways to one thing, each with a figure of its own: 招聘、培训教师分别为30人、400人."""

from __future__ import annotations

from planforge.facts.heads.left_heads import Head
from planforge.facts.lists.marks import COORDINATION
from planforge.facts.writing.words import table, word_list


def of_each_deed(head: Head, count: int) -> list[str]:
    """Return the thing behind each verb before it, nothing where there are not as many verbs as figures.

    The last verb may have been taken for a part of the name, where it begins one (供应|产业用地).
    """
    if not head.verbs or COORDINATION.search(head.name) is not None:
        return []
    said = head.verbs[-1]
    verbs, name = [verb for verb in COORDINATION.split(said) if verb], head.name
    if COORDINATION.search(said[-1]) is not None and len(verbs) == count - 1:
        last = _verb_at_begin(name)
        verbs, name = [*verbs, last], name[len(last) :]
    told = len(verbs) == count and all(verbs) and not set(verbs) & set(table("phrases")["verbs"]["general"])
    return [verb + name for verb in verbs] if told and len(name) > 1 else []


def _verb_at_begin(name: str) -> str:
    """Return the longest verb of doing that a name begins with, "" for none."""
    return max((verb for verb in word_list("phrases", "verbs", "flow") if name.startswith(verb)), key=len, default="")
