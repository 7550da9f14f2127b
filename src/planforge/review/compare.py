"""Compares two plans: every change, the most important first, and what lint has to say anew."""

from __future__ import annotations

from dataclasses import replace

from planforge.lint.configuration import Configuration
from planforge.lint.engine import lint
from planforge.lint.finding import Finding
from planforge.plan.model import Plan
from planforge.records import record
from planforge.review.change import Area, Change, Judgement
from planforge.review.elements import element_changes
from planforge.review.figures import figure_changes
from planforge.review.prose import prose_changes
from planforge.review.structure import renamings, structure_changes
from planforge.review.version import Version

_WEIGHT = {Judgement.WEAKER: 0, Judgement.STRONGER: 1, Judgement.EQUAL: 2, Judgement.NONE: 3}


@record(frozen=True)
class Comparison:
    """All changes in the order of a report: by area, weaker targets before all others.

    Attributes:
        changes: what differs.
        new_findings: what lint finds in the new version only.
        resolved: what lint found in the old version only.
        names: what the user calls the two versions.
    """

    changes: tuple[Change, ...]
    new_findings: tuple[Finding, ...] = ()
    resolved: tuple[Finding, ...] = ()
    names: tuple[str, str] = ("", "")

    def weaker(self) -> tuple[Change, ...]:
        """Return the targets that got weaker, were dropped or were postponed."""
        return tuple(change for change in self.changes if is_weaker(change))


def is_weaker(change: Change) -> bool:
    """Return whether a change takes something away from a target."""
    dropped = change.area is Area.TARGET and change.kind == "target-removed"
    return dropped or change.judgement is Judgement.WEAKER


def compare(old: Plan, new: Plan) -> Comparison:
    """Return what changed from `old` to `new`."""
    renamed = renamings(old, new)
    changes = [
        *figure_changes(old, new),
        *structure_changes(old, new, renamed),
        *element_changes(old, new),
        *prose_changes(old, new, renamed),
    ]
    areas = list(Area)
    changes.sort(key=lambda change: (areas.index(change.area), _WEIGHT[change.judgement]))
    return Comparison(tuple(changes))


def compare_versions(old: Version, new: Version, configuration: Configuration) -> Comparison:
    """Return what changed, with the findings that came and went; fingerprints tell the same finding."""
    before, after = (lint(version.reading, configuration) for version in (old, new))
    known = frozenset(finding.fingerprint for finding in before.findings)
    left = frozenset(finding.fingerprint for finding in after.findings)
    fresh = after.without(known).findings
    # the same thing said of other figures of the indicator is not settled
    still = {(finding.code, finding.indicator) for finding in fresh if finding.indicator}
    settled = (one for one in before.without(left).findings if (one.code, one.indicator) not in still)
    return Comparison(
        tuple(_placed(change, old, new) for change in compare(old.plan, new.plan).changes),
        new_findings=tuple(_at_home(one, new) for one in fresh),
        resolved=tuple(_at_home(one, old) for one in settled),
        names=(old.name, new.name),
    )


def _placed(change: Change, old: Version, new: Version) -> Change:
    """Return a change with its places as the user knows them."""
    here, there = change.old_place, change.new_place
    return replace(change, old_place=here and old.place(here), new_place=there and new.place(there))


def _at_home(finding: Finding, version: Version) -> Finding:
    related = tuple(replace(one, place=version.place(one.place)) for one in finding.related)
    return replace(finding, place=version.place(finding.place), related=related)
