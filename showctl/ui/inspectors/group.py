"""Groups: how what is inside is played."""

from collections.abc import Mapping
from typing import Any

from showctl.ui.fields.choice import ChoiceKind, FlagKind
from showctl.ui.fields.names import Names
from showctl.ui.fields.time import TimeKind
from showctl.ui.inspectors.row import Row
from showctl.ui.tongue import marked

MODES = ChoiceKind(
    (
        ("timeline", marked("Timeline, by offsets")),
        ("sequence", marked("Sequence, all by itself")),
        ("first then next", marked("First, then GO for each")),
        ("playlist", marked("Playlist")),
        ("random", marked("One at random")),
    )
)
_MODE = Row(("group",), marked("Plays what is inside as"), MODES, group=marked("Group"))
_PLAYLIST = (
    Row(
        ("loop",),
        marked("At the end"),
        FlagKind(yes=marked("Begins again"), no=marked("Is done")),
        group=marked("Playlist"),
    ),
    Row(
        ("shuffle",),
        marked("Order"),
        FlagKind(yes=marked("Shuffled"), no=marked("As written")),
        group=marked("Playlist"),
    ),
    Row(("crossfade",), marked("Crossfade"), TimeKind(), group=marked("Playlist")),
)
ALL = (_MODE, *_PLAYLIST)


def rows(cue: Mapping[str, Any], names: Names) -> tuple[Row, ...]:
    """Those of its mode."""
    return ALL if cue.get("group") == "playlist" or any(row.path[0] in cue for row in _PLAYLIST) else (_MODE,)
