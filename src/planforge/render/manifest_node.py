"""Typed reading of a manifest: every wrong or missing key is a `HouseError` that names file and key."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NoReturn

from planforge.render.errors import HouseError
from planforge.render.xml_tree import has_illegal

_MISSING = object()
_MOST = 20_000  # no length of a page is as large, in any unit
_NAMES = {str: "文字", float: "数", bool: "true 或 false", dict: "一组键", list: "一列"}


class ManifestNode:
    """A mapping of the manifest with its place (``fonts.body``); remembers which keys were asked for."""

    def __init__(self, data: object, file: Path, place: str = "") -> None:
        self.file = file
        self.place = ""
        if not isinstance(data, dict):
            self.fail(place, f"应为一组键，实为“{data}”")
        self.place = place
        self._data: dict[str, object] = data
        self._asked: set[str] = set()

    def text(self, key: str, default: object = _MISSING) -> str:
        """Return a text without characters that cannot be printed."""
        value = self._get(key, default)
        if not isinstance(value, str):
            self._wrong(key, str, value)
        if has_illegal(value):
            self.fail(key, "里有不能印出的字符")
        return value

    def optional_text(self, key: str) -> str | None:
        """Return a text, or None when the key is absent or null."""
        return None if self._get(key, None) is None else self.text(key)

    def number(self, key: str, default: object = _MISSING) -> float:
        """Return a number between -20,000 and 20,000; true and false are none."""
        value = self._get(key, default)
        if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) < _MOST:
            self._wrong(key, float, value)
        return float(value)

    def optional_number(self, key: str) -> float | None:
        """Return a number, or None when the key is absent or null."""
        return None if self._get(key, None) is None else self.number(key)

    def one_of(self, key: str, choices: Sequence[str], default: object = _MISSING) -> str:
        """Return a text that is one of ``choices``."""
        value = self.text(key, default)
        if value not in choices:
            self.fail(key, f"应为 {'、'.join(choices)} 之一，实为“{value}”")
        return value

    def flag(self, key: str) -> bool:
        """Return true or false; absent is false."""
        value = self._get(key, False)
        return value if isinstance(value, bool) else self._wrong(key, bool, value)

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts."""
        value = self._get(key, _MISSING)
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            self._wrong(key, list, value)
        return tuple(value)

    def node(self, key: str) -> ManifestNode:
        """Return a mapping below this one."""
        return ManifestNode(self._get(key, _MISSING), self.file, self._path(key))

    def nodes(self, key: str) -> list[ManifestNode]:
        """Return a list of mappings; absent is empty."""
        value = self._get(key, [])
        if not isinstance(value, list):
            self._wrong(key, list, value)
        return [ManifestNode(item, self.file, f"{self._path(key)}[{index}]") for index, item in enumerate(value)]

    def children(self) -> Iterator[tuple[str, ManifestNode]]:
        """Yield every key with the mapping it holds."""
        for key in self._data:
            yield str(key), self.node(key)

    def all_texts(self) -> dict[str, str]:
        """Return every key with the text it holds."""
        return {str(key): self.text(str(key)) for key in self._data}

    def finish(self) -> None:
        """Refuse keys nobody asked for: a misspelt key must not be ignored in silence."""
        for key in self._data:
            if key not in self._asked:
                self.fail(str(key), "没有这个键，请检查是否写错")

    def fail(self, key: str, problem: str) -> NoReturn:
        """Raise `HouseError` for a key of this mapping."""
        raise HouseError(f"版式 {self.file}：“{self._path(key)}”{problem}")

    def _path(self, key: str) -> str:
        return ".".join(part for part in (self.place, key) if part)

    def _get(self, key: str, default: object) -> object:
        self._asked.add(key)
        value = self._data.get(key, default)
        if value is _MISSING:
            self.fail(key, "缺少")
        return value

    def _wrong(self, key: str, kind: type, value: object) -> NoReturn:
        self.fail(key, f"应为{_NAMES[kind]}，实为“{value}”")
