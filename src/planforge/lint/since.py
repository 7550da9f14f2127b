"""What a change touches or breaks: the findings in lines that differ from a git revision, and those it did not have."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from difflib import SequenceMatcher
from pathlib import Path, PurePosixPath

from planforge.errors import SourceError, UsageError
from planforge.lint.finding import Finding
from planforge.lint.many import Beside, Target, check_all
from planforge.lint.report import Report
from planforge.records import record
from planforge.source.place import Place, SourceFile
from planforge.source.problem import quoted
from planforge.source.revision import Repository
from planforge.source.tree import Tree

_HEAD = "HEAD"
_Lines = Mapping[str, Sequence[tuple[int, int]]]
"""The changed lines [first, last] of each file; a file that is not there is new altogether."""


def touched(
    targets: Sequence[Target], reports: Sequence[Report], revision: str, beside: Beside | None = None
) -> list[Report]:
    """Return the reports with only those findings that a change since `revision` touches or breaks.

    A finding stays when it, or a place it names, stands in changed lines, or when the plan did not have it then. What
    the plan was then is checked with the rules of now. A plan that was not there, or could not be read, was free of
    findings.

    Args:
        targets: the plans as they are now.
        reports: what lint says of them now.
        revision: what git calls the version to compare with.
        beside: the plans given for comparison.

    Raises:
        SourceError: when a plan is in no git repository.
        UsageError: when the repository has no such revision.
    """
    found: dict[int, Report] = {}
    places = [(_repository(target), index) for index, target in enumerate(targets)]
    for repository in dict.fromkeys(repository for repository, _ in places):
        mine = [index for other, index in places if other == repository]
        with _then([targets[index] for index in mine], repository, revision) as before:
            for index, target in zip(mine, before, strict=True):
                found[index] = _only_touched(reports[index], _report(target, beside))
    return [found[index] for index in range(len(targets))]


def _repository(target: Target) -> Repository:
    repository = Repository.around(target.path)
    if repository is None:
        hint = "请去掉 --changed-since，或在 git 仓库里运行"
        raise SourceError(f"{quoted(str(target.path))}不在 git 仓库里，没有历史版本", hint=hint)
    return repository


@contextmanager
def _then(targets: Sequence[Target], repository: Repository, revision: str) -> Iterator[list[Target | None]]:
    """Give the plans as the revision has them, None for one that it does not have."""
    commit = repository.commit(revision)
    if commit is None and revision == _HEAD:  # before the first commit, as a hook runs there, everything is new
        yield [None] * len(targets)
        return
    if commit is None:
        raise UsageError(f"git 仓库里没有版本{quoted(revision)}", hint="用 git log 查看有哪些版本")
    roots = [repository.within(target.tree.root) for target in targets]
    # a predecessor stands beside the plan: the folder above comes along
    top = PurePosixPath(os.path.commonpath([str(root.parent) for root in roots]) or ".")
    if not repository.has(commit, top):
        yield [None] * len(targets)
        return
    with repository.unpacked(commit, top) as folder:
        yield [_at(target, folder / root) for target, root in zip(targets, roots, strict=True)]


def _at(target: Target, root: Path) -> Target | None:
    there = (root / target.main).is_file()
    return replace(target, tree=Tree(root, target.tree.shown)) if there else None


def _report(target: Target | None, beside: Beside | None) -> Report | None:
    try:
        return check_all([target], beside)[0] if target else None
    except SourceError:
        return None  # nobody could read it then: whatever is found now is new


def _only_touched(now: Report, then: Report | None) -> Report:
    if then is None:
        return now
    known = frozenset(finding.fingerprint for finding in then.findings)
    change = _Change(_changed(now, then), known)
    return replace(now, findings=tuple(finding for finding in now.findings if change.concerns(finding)))


@record(frozen=True)
class _Change:
    lines: _Lines
    known: frozenset[str]

    def concerns(self, finding: Finding) -> bool:
        places = (finding.place, *(related.place for related in finding.related))
        return finding.fingerprint not in self.known or any(map(self._touches, places))

    def _touches(self, place: Place) -> bool:
        ranges = self.lines.get(place.path)
        return ranges is None or any(first <= place.end_line and place.line <= last for first, last in ranges)


def _changed(now: Report, then: Report) -> _Lines:
    before = then.files | then.neighbours
    after = now.files | now.neighbours
    return {path: _differing(before[path], file) for path, file in after.items() if path in before}


def _differing(old: SourceFile, new: SourceFile) -> list[tuple[int, int]]:
    """Return the lines of `new` that are not in `old`; where lines went away, the line that follows."""
    if old.text == new.text:
        return []
    codes = SequenceMatcher(None, old.text.split("\n"), new.text.split("\n")).get_opcodes()
    return [(first + 1, max(first + 1, last)) for tag, _, _, first, last in codes if tag != "equal"]
