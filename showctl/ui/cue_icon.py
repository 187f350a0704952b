"""The icon of a cue: its department's; of a cue that has none its kind's; of a group that of how it plays."""

from showctl.cues.acting import ActingCue
from showctl.cues.fade import FadeCue
from showctl.cues.group import GroupCue
from showctl.cues.midi import MidiCue
from showctl.cues.osc import OscCue
from showctl.cues.panic import PanicCue
from showctl.cues.stop_others import StopOthersCue
from showctl.cues.wait import WaitCue
from showctl.model.cue import Cue
from showctl.ui.icon import DEPARTMENT_ICON

GROUP_ICON = {
    "timeline": "chart-bar-horizontal",
    "sequence": "list-numbers",
    "first then next": "skip-forward",
    "playlist": "playlist",
    "random": "shuffle",
}
ACT_ICON = {
    "start": "play-circle",
    "stop": "stop-circle",
    "hard stop": "hand-palm",
    "pause": "pause-circle",
    "resume": "arrow-circle-right",
    "load": "timer",
    "arm": "shield-check",
    "disarm": "shield-slash",
    "flag": "flag-banner",
    "unflag": "flag",
    "reset": "arrow-counter-clockwise",
    "go to": "arrow-bend-up-right",
    "break out": "sign-out",
}
"""In circles: a bare triangle or square is a state."""
_KINDS: tuple[tuple[type[Cue], str], ...] = (
    (WaitCue, "hourglass-medium"),
    (OscCue, "broadcast"),
    (MidiCue, "music-notes"),
    (FadeCue, "trend-up"),
    (StopOthersCue, "x-circle"),
    (PanicCue, "warning-octagon"),
)


def icon_of(cue: Cue) -> str:
    """Its name, as `draw_icon` takes it."""
    if isinstance(cue, GroupCue):
        return GROUP_ICON[cue.group]
    if cue.department != "other":
        return DEPARTMENT_ICON[cue.department]
    if isinstance(cue, ActingCue):
        return ACT_ICON[cue.act]
    return next((name for kind, name in _KINDS if isinstance(cue, kind)), DEPARTMENT_ICON["other"])
