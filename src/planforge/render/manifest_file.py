"""Reads the YAML of a manifest, and of those it builds on: what a manifest does not say, its base says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from planforge.render.errors import HouseError

MANIFEST = "manifest.yaml"
MAX_BYTES = 1_000_000
_MOST_BASES = 8
BaseOf = Callable[[str, tuple[Path, ...]], Path]
"""Finds the folder of the house format with a name, other than the folders given."""


def merged_manifest(folder: Path, base_of: BaseOf) -> tuple[dict[str, object], tuple[Path, ...]]:
    """Return the manifest in ``folder`` laid over those of its bases, and the folders of the bases, nearest first.

    Raises:
        HouseError: no manifest, broken YAML, or a base that does not exist.
    """
    chain, files = [folder], [load(folder / MANIFEST)]
    while (base := files[-1].pop("extends", None)) is not None:
        if not isinstance(base, str) or len(chain) > _MOST_BASES:
            raise HouseError(f"版式 {chain[-1] / MANIFEST}：“extends”应为另一个版式的名称，实为“{base}”")
        chain.append(base_of(base, tuple(chain)))
        files.append(load(chain[-1] / MANIFEST))
    merged: dict[str, object] = {}
    for file in reversed(files):
        merged = _over(merged, file)
    return merged, tuple(chain[1:])


def load(file: Path) -> dict[str, object]:
    """Return the mapping a manifest holds; raises `HouseError` when it cannot be read or is none."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    try:
        with file.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            raise HouseError(f"版式 {file}：太大，应不超过 1 MB")
        loaded = YAML(typ="safe").load(data.decode("utf-8-sig"))
    except OSError as error:
        raise HouseError(f"版式 {file}：读不到文件（{error.strerror}）") from error
    except (YAMLError, ValueError, RecursionError) as error:
        reason = str(getattr(error, "problem", None) or "不是 UTF-8 文本，或嵌套太深")
        line = getattr(getattr(error, "problem_mark", None), "line", None)
        where = "" if line is None else f"第{line + 1}行"
        raise HouseError(f"版式 {file}：{where}不是正确的 YAML（{reason}）") from error
    if not isinstance(loaded, dict):
        raise HouseError(f"版式 {file}：应为一组键，实为“{str(loaded)[:20]}”")
    return loaded


def _over(base: dict[str, object], own: dict[str, object], depth: int = 8) -> dict[str, object]:
    """Return ``base`` with what ``own`` says; mappings are laid over each other key by key, lists replaced."""
    result = dict(base)
    for key, value in own.items():
        below = result.get(key)
        nested = isinstance(below, dict) and isinstance(value, dict) and depth
        result[key] = _over(below, value, depth - 1) if nested else value  # type: ignore[arg-type]  # both are dicts
    return result
