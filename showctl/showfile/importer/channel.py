"""Channels of a desk as fixtures of a show: what they are called, and many of them in few words."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

STEM = "ch"
"""Channel 5 becomes the fixture `ch5`."""
HIGHEST = 99_999
"""The highest channel number that Eos knows; other desks end before."""


def channel_of(text: str) -> int | None:
    """The number of a channel, None if the text is none."""
    ok = text.isascii() and text.isdigit() and len(text) <= 5 and 0 < int(text) <= HIGHEST
    return int(text) if ok else None


def runs(channels: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Channels as first and last of what follows without a gap."""
    for _, run in groupby(enumerate(sorted(set(channels))), lambda each: each[1] - each[0]):
        members = [channel for _, channel in run]
        for start in range(0, len(members), 4096):
            part = members[start : start + 4096]
            yield part[0], part[-1]


def name(first: int, last: int | None = None) -> str:
    """`ch5`, or the range `ch5..ch8`."""
    return f"{STEM}{first}" if last in (None, first) else f"{STEM}{first}..{STEM}{last}"


def selections(channels: Iterable[int]) -> list[str]:
    """Channels as fixtures and ranges of fixtures."""
    return [name(*run) for run in runs(channels)]


def look(levels: Mapping[int, object]) -> dict[str, object]:
    """What each channel is told, with what is told to several that follow each other said once."""
    said: dict[str, object] = {}
    for _, run in groupby(sorted(levels.items()), lambda each: repr(each[1])):
        members = list(run)
        for part in runs(channel for channel, _ in members):
            said[name(*part)] = members[0][1]
    return said
