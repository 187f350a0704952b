"""Texts and trees as they are written in a show file, for edits that carry them."""

from collections.abc import Mapping as Map
from typing import Any

from showctl.model.unit import Quoted
from showctl.session.change import EditRefused, value_of
from showctl.showfile.house_style import scalar_or_flow
from showctl.showfile.tree import Mapping, Sequence


def written(value: Any) -> str:
    """A text, or a tree of dicts, lists and texts, so that it reads the same in a show file: `Act 2: The ball` gets
    quotes. Texts that are Quoted stay so; None is nothing at all."""
    return scalar_or_flow(_tree(value))


def _tree(value: Any) -> Any:
    if isinstance(value, Map) and not isinstance(value, Mapping):
        mapping = Mapping(flow=True)
        for key, inside in value.items():
            if key.startswith("x-"):
                mapping.own = {**mapping.own, key: _tree(inside)}
            else:
                mapping[key] = _tree(inside)
        return mapping
    if isinstance(value, list | tuple) and not isinstance(value, Sequence):
        sequence = Sequence(flow=True)
        sequence.extend(map(_tree, value))
        return sequence
    return value


def worded(text: str, is_text: bool) -> str:
    """The value as written in a file: what a person typed, in quotes where it would not be read as what it says."""
    if is_text or not text.strip():
        return written(text)
    try:
        value = value_of(text)
    except EditRefused:
        return written(text)
    block = isinstance(value, Mapping | Sequence) and not value.flow and "\n" not in text.strip()
    return written(text) if block or value is None or _loses(value, text.strip()) else text


def _loses(value: object, text: str) -> bool:
    """Whether reading it as YAML would leave some of it out: what follows a #, line breaks, a name such as &a."""
    if isinstance(value, Quoted):
        return text[:1] not in "\"'" or text[-1:] != text[:1]
    return isinstance(value, str) and value != text
