"""Names and ranges of names: `front1`, `spot1..spot4`."""

import re
from typing import Annotated

from pydantic import AfterValidator

from showctl.model.unit import Text

MOST = 4096
"""More names than this in one range is taken for a slip of the pen."""

# Digits are bounded, so that no text makes the search, or the number, grow without end.
_RANGE = re.compile(r"(|.*?[^0-9])([0-9]{1,9})\.\.(|.*?[^0-9])([0-9]{1,9})")


def expand(text: str) -> tuple[str, ...]:
    """The names that `spot1..spot4` stands for, in order; a plain name stands for itself.

    Leading zeros are kept (`par01..par12`). Raises ValueError for a range that makes no sense.
    """
    text = text.strip()
    if ".." not in text:
        return (text,)
    stem, low, high, width = _bounds(text)
    return tuple(f"{stem}{n:0{width}d}" for n in range(low, high + 1))


def _bounds(text: str) -> tuple[str, int, int, int]:
    """Stem, first and last number, and width if the first has leading zeros (else 0)."""
    match = _RANGE.fullmatch(text)
    if not match or match[3] not in {match[1], ""}:
        raise ValueError(f"'{text}' is not a range; write for example spot1..spot4")
    stem, first, _, last = match.groups()
    low, high = int(first), int(last)
    if high < low:
        raise ValueError(f"'{text}' runs backwards; write {stem}{last}..{stem}{first}")
    if high - low >= MOST:
        raise ValueError(f"'{text}' names {high - low + 1} things; write at most {MOST}")
    return stem, low, high, len(first) if first.startswith("0") else 0


def _checked(text: str) -> str:
    text = text.strip()
    if ".." in text:
        _bounds(text)
    return text


def _name(text: str) -> str:
    text = text.strip()
    if not text or not re.fullmatch(r"[\w][\w .+-]*", text) or ".." in text:
        raise ValueError(f"'{text}' cannot be a name; write letters, digits, spaces, '-', '_' or '.'")
    return text


Name = Annotated[Text, AfterValidator(_name)]
"""The name of a device, fixture, group, list or segment."""
Selection = Annotated[Text, AfterValidator(_checked)]
"""A name or a range of names."""
