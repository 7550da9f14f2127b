"""The events of a YAML text: from ruamel's own scanner, which says exactly what is wrong, or at once from libyaml.

libyaml is ten times as fast and reads YAML 1.1 where ruamel reads 1.2. Types of scalars do not matter here, since all
scalars are text; what is left are corners of the grammar. A text or an event that comes near one is given up with
`OddError`, and whoever asked takes the exact events; so does whoever gets an error. ADR 0043 tells how equality of the
two is proven.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.events import AliasEvent, DocumentEndEvent, DocumentStartEvent, ScalarEvent

from planforge.patterns import expression

_CORNERS = expression(
    "[\t\ufeff\ud800-\udfff]"  # a tab that separates; a mark of byte order, which may be text or not; no characters
    r"|^(?:---|\.\.\.|%)"  # what divides documents
    r"|[|>][-+0-9]*#",  # a comment that touches the head of a block
    re.MULTILINE,
)


class OddError(Exception):
    """Here libyaml's events might not be ruamel's."""


def exact_events(text: str) -> Iterator[Any]:
    """Yield the events of a text; messages and places of its errors are those that `yaml_errors` explains.

    Raises:
        YAMLError, ValueError, OverflowError: when the text is no YAML.
    """
    yield from YAML(typ="safe", pure=True).parse(text)


def quick_events(text: str) -> Iterator[Any]:
    """Yield the same events, faster, up to the first that may differ.

    Raises:
        OddError: when what follows may differ from `exact_events`.
        YAMLError, ValueError, OverflowError: when libyaml takes the text for no YAML, which says nothing of ruamel.
    """
    if _CORNERS.search(text):
        raise OddError
    for event in YAML(typ="safe").parse(text):
        if _odd(event):
            raise OddError
        yield event


def _odd(event: Any) -> bool:
    """Whether this is what the readers differ in.

    That is: properties, aliases, nothing where a value could be, blocks that begin with empty lines, marked ends.
    """
    match event:
        case ScalarEvent():
            unclear = event.value[:1] in ("", "\n") and event.style not in ("'", '"')
            return bool(unclear or event.anchor or event.tag)
        case AliasEvent():
            return True
        case DocumentStartEvent() | DocumentEndEvent():
            return bool(event.explicit)
    return bool(getattr(event, "anchor", None) or getattr(event, "tag", None))
