"""The written list: the fields of each type of cue."""

from collections.abc import Callable, Mapping
from typing import Any

from showctl.ui.fields.names import Names
from showctl.ui.inspectors import acting, audio, common, fade, group, light, midi, osc, plain, video
from showctl.ui.inspectors.row import Row
from showctl.ui.tongue import marked, tr

Rows = Callable[[Mapping[str, Any], Names], tuple[Row, ...]]


def _always(rows: tuple[Row, ...]) -> Rows:
    return lambda cue, names: rows


INSPECTORS: dict[str, Rows] = {
    "light": _always(light.ROWS),
    "audio": audio.rows,
    "video": video.rows,
    "osc": _always(osc.ROWS),
    "midi": midi.rows,
    "fade": fade.rows,
    "wait": _always(plain.WAIT),
    "group": group.rows,
    **{kind: _always(rows) for kind, rows in acting.ACTING.items()},
    "stop others": _always(acting.STOP_OTHERS),
    "panic": _always(plain.PANIC),
    "release": _always(acting.RELEASE),
    "memo": _always(plain.MEMO),
}
ELSEWHERE: dict[tuple[str, ...], str] = {
    ("light", "look"): "the look editor",
    ("light", "parts"): "the look editor",
    ("cues",): "the cue list: what is in a group is selected there",
    ("label",): "the head of the inspector",
}
"""Fields that no table has, and where they are."""
TITLES = {
    "light": marked("Times"),
    "audio": marked("Audio"),
    "video": marked("Video"),
    "osc": marked("OSC"),
    "midi": marked("MIDI"),
    "go to": marked("Go to"),
}
"""What the tab of a type is called, where that is more than its name."""


def title_of(kind: str) -> str:
    """The tab of a type."""
    return tr(TITLES.get(kind, kind[:1].upper() + kind[1:]))


def rows_of(kind: str, cue: Mapping[str, Any], names: Names) -> tuple[Row, ...]:
    """All fields of a cue, those of its type first."""
    own = INSPECTORS[kind](cue, names) if kind in INSPECTORS else ()
    return (*own, *common.ROWS)
