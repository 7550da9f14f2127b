"""The tables of words that ship with planforge, as dictionaries, lists and strings.

A plan's own files are read by `source.yaml_reading`, which knows places and refuses what it must; these tables are ours
and are read at every start. Their events are put together here: to have them constructed by the library, which asks
each scalar for its type, takes more than twice as long.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources.abc import Traversable
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.events import (
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)


def read_table(file: Traversable) -> dict[str, Any]:
    """Return a shipped YAML table; every scalar is text, as in a plan, and there are no anchors.

    Raises:
        TypeError: when it holds no mapping or an alias: a fault of the installation.
    """
    events = iter(YAML(typ="base").parse(file.read_text(encoding="utf-8")))
    next(events), next(events)  # the stream and the document begin
    first = next(events)
    if not isinstance(first, MappingStartEvent):
        raise TypeError(f"{file.name} is not a mapping")
    return _mapping(events)


def _value(event: Event, events: Iterator[Event]) -> Any:
    if isinstance(event, ScalarEvent):
        return event.value
    if isinstance(event, MappingStartEvent):
        return _mapping(events)
    if isinstance(event, SequenceStartEvent):
        return _sequence(events)
    raise TypeError(f"{event} in a table")


def _mapping(events: Iterator[Event]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    while not isinstance(key := next(events), MappingEndEvent):
        found[_value(key, events)] = _value(next(events), events)
    return found


def _sequence(events: Iterator[Event]) -> list[Any]:
    found: list[Any] = []
    while not isinstance(event := next(events), SequenceEndEvent):
        found.append(_value(event, events))
    return found
