"""The written list of cue types. A cue's type is the one of these keys that it has."""

from showctl.cues.acting import (
    ArmCue,
    BreakOutCue,
    DisarmCue,
    FlagCue,
    GoToCue,
    HardStopCue,
    PauseCue,
    ResetCue,
    ResumeCue,
    StartCue,
    StopCue,
    UnflagCue,
)
from showctl.cues.audio import AudioCue
from showctl.cues.cue_type import CueType
from showctl.cues.fade import FadeCue
from showctl.cues.group import GroupCue
from showctl.cues.light import LightCue
from showctl.cues.load import LoadCue
from showctl.cues.memo import MemoCue
from showctl.cues.midi import MidiCue
from showctl.cues.osc import OscCue
from showctl.cues.panic import PanicCue
from showctl.cues.release import ReleaseCue
from showctl.cues.stop_others import StopOthersCue
from showctl.cues.video import VideoCue
from showctl.cues.wait import WaitCue

CUE_TYPES: dict[str, type[CueType]] = {
    "light": LightCue,
    "audio": AudioCue,
    "video": VideoCue,
    "osc": OscCue,
    "midi": MidiCue,
    "fade": FadeCue,
    "wait": WaitCue,
    "group": GroupCue,
    "start": StartCue,
    "stop": StopCue,
    "hard stop": HardStopCue,
    "stop others": StopOthersCue,
    "pause": PauseCue,
    "resume": ResumeCue,
    "load": LoadCue,
    "arm": ArmCue,
    "disarm": DisarmCue,
    "flag": FlagCue,
    "unflag": UnflagCue,
    "reset": ResetCue,
    "go to": GoToCue,
    "break out": BreakOutCue,
    "panic": PanicCue,
    "release": ReleaseCue,
    "memo": MemoCue,
}


def type_of(cue: object) -> str:
    """The registry's word for a cue's type."""
    return next(name for name, cue_type in CUE_TYPES.items() if isinstance(cue, cue_type))
