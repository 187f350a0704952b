"""Names and ranges of names: `front1`, `spot1..spot4`."""

import re
from collections.abc import Iterable
from typing import Annotated

from pydantic import AfterValidator

from showctl.model.unit import Text

MOST = 4096
"""More names than this in one range is taken for a slip of the pen."""

# Digits are bounded, so that no text makes the search, or the number, grow without end.
_RANGE = re.compile(r"(|.*?[^0-9])([0-9]{1,9})\.\.(|.*?[^0-9])([0-9]{1,9})")
_AS_ON_DESKS = re.compile(
    r"(?P<stem>.{0,60}?[^0-9\s]\s?)(?P<first>[0-9]{1,9})\s*(?:(?:thru|through|thro|bis|>)\s*(?P<short>)|-\s*)"
    r"(?P<again>(?P=stem))?(?P<last>[0-9]{1,9})",
    re.IGNORECASE,
)


def range_meant(text: str) -> str:
    """The range `dim1..dim4` that is meant where it is written as desks do, `dim1 thru dim4`, `dim1 thru 4` or
    `dim1-dim4`; else empty. `truss1-4` may well be a name.
    """
    match = _AS_ON_DESKS.fullmatch(text.strip())
    if match is None or (match["again"] is None and match["short"] is None):
        return ""
    stem, first, last = match["stem"], match["first"], match["last"]
    low, high = (first, last) if int(first) <= int(last) else (last, first)
    return f"{stem}{low}..{stem}{high}"


def expand(text: str) -> tuple[str, ...]:
    """The names that `spot1..spot4` stands for, in order; a plain name stands for itself.

    Leading zeros are kept (`par01..par12`). Raises ValueError for a range that makes no sense.
    """
    text = text.strip()
    if ".." not in text:
        return (text,)
    stem, low, high, width = _bounds(text)
    return tuple(f"{stem}{n:0{width}d}" for n in range(low, high + 1))


def ranges(names: Iterable[str]) -> str:
    """Names in a row as people write them: `front1..front4, front7`. What `expand` is for one range."""
    said: list[tuple[str, str, int, str]] = []  # first and last name, number of the last, stem
    for name in names:
        match = re.fullmatch(r"(.*?)([0-9]{1,9})", name)
        stem, number = (match[1], int(match[2])) if match else (name, -1)
        if said and match and said[-1][3] == stem and said[-1][2] + 1 == number and len(said[-1][1]) <= len(name):
            said[-1] = (said[-1][0], name, number, stem)
        else:
            said.append((name, name, number, stem))
    return ", ".join(first if first == last else f"{first}..{last}" for first, last, _, _ in said)


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


def _patched(text: str) -> str:
    """A selection that makes names rather than means them, so that nothing else can have the name of a slip."""
    if meant := range_meant(text):
        raise ValueError(f"'{text.strip()}' is not a range; write {meant}")
    return _checked(text)


def is_name(text: str) -> bool:
    """Whether something can be called so."""
    return bool(re.fullmatch(r"[\w][\w .+-]*", text)) and ".." not in text


def _name(text: str) -> str:
    text = text.strip()
    if not is_name(text):
        raise ValueError(f"'{text}' cannot be a name; write letters, digits, spaces, '-', '_' or '.'")
    return text


Name = Annotated[Text, AfterValidator(_name)]
"""The name of a device, fixture, group, list or segment."""
Selection = Annotated[Text, AfterValidator(_checked)]
"""A name or a range of names."""
NewNames = Annotated[Text, AfterValidator(_patched)]
"""The same for what gets its name here."""
