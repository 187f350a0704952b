"""What is parked and highlighted, in words."""

from showctl.engine.snapshot import Snapshot

_MOST_NAMED = 8
"""In one line."""


def held_words(seen: Snapshot) -> str:
    """Such as `parked: spot1 at 20%, 1.7 at 100%; highlighted: wash`; empty where nothing is."""
    parked = [f"{each.what} at {each.level:.0%}" for each in seen.parked]
    said = {"parked": parked, "highlighted": list(seen.highlighted)}
    return "; ".join(f"{what}: {_named(names)}" for what, names in said.items() if names)


def _named(names: list[str]) -> str:
    more = len(names) - _MOST_NAMED
    return ", ".join(names[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
