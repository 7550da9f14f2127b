"""A version of a plan: on disk, or as a git revision has it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from planforge.errors import SourceError, UsageError
from planforge.plan.load import Reading, readable
from planforge.plan.model import Plan
from planforge.plan.neighbours import read_with_neighbours
from planforge.records import record
from planforge.review.origins import Origins
from planforge.source.parts import open_part
from planforge.source.place import Place
from planforge.source.problem import quoted
from planforge.source.revision import Repository
from planforge.source.tree import Tree


@record(frozen=True)
class Version:
    """One side of a comparison.

    Attributes:
        name: what the user calls it: a path, or a revision and a path.
        tree: its folder; pictures are read through it.
        reading: all that was read, with what is wrong; never without a plan.
        origins: where the words of a plan come from that stands here as its document reads.
    """

    name: str
    tree: Tree
    reading: Reading
    plan: Plan
    origins: Origins | None = None

    def place(self, place: Place) -> Place:
        """Return a place as the user knows it."""
        return self.origins.place(place) if self.origins else place


def read_version(path: Path, name: str | None = None) -> Version:
    """Read the version at `path`, which messages call `name`.

    Raises:
        SourceError: when there is no plan that could be compared.
    """
    tree, main = open_part(path, name)
    reading = read_with_neighbours(tree, main)
    return Version(name or str(path), tree, reading, readable(reading))


@contextmanager
def two_versions(old: str, new: str, path: Path | None) -> Iterator[tuple[Version, Version]]:
    """Give both sides: two paths; two revisions of `path`; or a revision of a path and the path as it is now.

    Raises:
        SourceError: when one of them cannot be read.
        UsageError: when a revision is named that is none.
    """
    if path is not None:
        with _at(old, path) as one, _at(new, path) as two:
            yield one, two
    elif not Path(old).exists() and Path(new).exists() and _is_revision(old, Path(new)):
        with _at(old, Path(new)) as one:
            yield one, read_version(Path(new))
    elif not Path(old).exists() and not Path(new).exists() and all(_is_revision(one, Path()) for one in (old, new)):
        raise UsageError("没有说对照哪份规划", hint=f"请写在两个版本后面，如 planforge diff {old} {new} -- 规划")
    else:
        yield read_version(Path(old)), read_version(Path(new))


def _is_revision(name: str, path: Path) -> bool:
    repository = Repository.around(path)
    return repository is not None and repository.commit(name) is not None


@contextmanager
def _at(revision: str, path: Path) -> Iterator[Version]:
    repository = Repository.around(path)
    if repository is None:
        raise SourceError(f"{quoted(str(path))}不在 git 仓库里，没有历史版本", hint="请改为指定两个文件或文件夹")
    commit = repository.commit(revision)
    if commit is None:
        raise UsageError(f"git 仓库里没有版本{quoted(revision)}", hint="用 git log 查看有哪些版本")
    within = repository.within(path)
    # a predecessor stands beside the plan: the folder above comes along
    with repository.unpacked(commit, within.parent) as folder:
        yield read_version(folder / within, f"{revision}:{within}")
