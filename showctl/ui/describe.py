"""What cues do, in the few words that fit into a line of the console."""

from collections.abc import Sequence
from dataclasses import dataclass

from showctl.cues.acting import ActingCue
from showctl.cues.fade import FadeCue, FadeOfMaster
from showctl.cues.light import LightCue
from showctl.cues.memo import MemoCue
from showctl.cues.midi import MidiCue
from showctl.cues.osc import OscCue
from showctl.cues.panic import PanicCue
from showctl.cues.profile_command import ProfileCue
from showctl.cues.release import ReleaseCue
from showctl.cues.stop_others import StopOthersCue
from showctl.cues.targets import AnyTargets, FadedTargets, Targets
from showctl.cues.wait import WaitCue
from showctl.model.cue import Continue, Cue
from showctl.model.look import FixtureLook
from showctl.model.unit import format_seconds
from showctl.ui.icon import DEPARTMENT_NAME
from showctl.ui.theme import DEPARTMENTS


@dataclass(frozen=True)
class DepartmentLine:
    """What one department does on the next GO, and how long it takes."""

    department: str
    what: str
    time: str


def _lit(selection: str, look: FixtureLook) -> str:
    """Who is moved, and to which mixed palette."""
    return f"{selection}: {look.palette}" if look.palette is not None else selection


def action(cue: Cue) -> str:
    """What one cue does, without its label."""
    match cue:
        case LightCue():
            return ", ".join(dict.fromkeys(_lit(*each) for look, _ in cue.light.looks for each in look.items()))
        case OscCue():
            return f"{cue.osc.device} {cue.osc.address}"
        case MidiCue():
            return f"{cue.midi.device} {_midi(cue)}"
        case ProfileCue():
            arguments = " ".join(f"{name} {value}" for name, value in cue.action.arguments.items())
            return f"{cue.action.device}: {cue.action.do} {arguments}".strip()
        case FadeCue():
            if isinstance(cue.fade, FadeOfMaster):
                return f"{cue.fade.master} master to {cue.fade.end:.0%}"
            what = cue.fade.address or f"control {cue.fade.control}"
            return f"{cue.fade.device} {what} to {cue.fade.end:g}"
        case WaitCue():
            return "wait"
        case ActingCue():
            return f"{cue.act} {_targets(cue.targets)}"
        case StopOthersCue():
            return _faded(f"stop others {_SCOPE[cue.stop_others]}", cue.fade)
        case PanicCue():
            return "panic"
        case ReleaseCue():
            given, time = cue.release, cue.release.time
            lists = "all lists" if given.everything else f"list {', '.join(given.lists)}"
            return f"release {lists}" + (f" in {format_seconds(time)}" if time else "")
        case MemoCue():
            return cue.memo
        case _:
            return f"{len(cue.children)} cues"


_SCOPE = {"peers": "beside it", "list": "of the list", "all": "of all lists"}


def _targets(targets: Targets) -> str:
    """`12, LX3`, `list foyer, fade 2s`, `all, if 30 is armed`."""
    everything = isinstance(targets, AnyTargets) and targets.everything
    words = ["all"] if everything else [*targets.cues, *(f"list {name}" for name in targets.lists)]
    said = _faded(", ".join(words), targets.fade if isinstance(targets, FadedTargets) else 0.0)
    for cues, word in ((targets.if_armed, "armed"), (targets.if_flagged, "flagged")):
        if cues:
            said += f", if {' and '.join(cues)} {'is' if len(cues) == 1 else 'are'} {word}"
    return said


def _faded(what: str, fade: float) -> str:
    return f"{what}, fade {format_seconds(fade)}" if fade else what


def _midi(cue: MidiCue) -> str:
    midi = cue.midi
    if midi.note is not None:
        return f"note {midi.note}"
    if midi.control is not None:
        return f"control {midi.control} to {midi.value}"
    if midi.program is not None:
        return f"program {midi.program}"
    return f"{midi.msc} {midi.cue}".strip() if midi.msc is not None else "system exclusive"


def department_lines(started: Sequence[Cue], disarmed: Sequence[Cue] = ()) -> list[DepartmentLine]:
    """What each department does, in the order light, audio, video, stage, other. `disarmed`: those of them, or inside
    them, that do nothing.
    """
    off = {cue.number for cue in disarmed}
    leaves = [leaf for cue in started for leaf in cue.walk() if not leaf.children]
    alone = len(leaves) == 1
    lines = []
    for department in DEPARTMENTS:
        own = [leaf for leaf in leaves if leaf.department == department]
        if own:
            longest = max((leaf.duration for leaf in own if leaf.number not in off), default=0.0)
            named = [action(leaf) if alone else title(leaf) for leaf in own]
            marked = (
                f"{what} (disarmed)" if leaf.number in off else what for what, leaf in zip(named, own, strict=True)
            )
            what = ", ".join(marked)
            lines.append(DepartmentLine(department, what, format_seconds(longest) if longest else ""))
    return lines


def title(cue: Cue) -> str:
    """The label; of a cue without one what it does."""
    return cue.label or action(cue)


def called(cue: Cue) -> str:
    """Number and title."""
    return f"{cue.number} {title(cue)}".strip()


def then(cue: Cue) -> str:
    """How the next cue comes."""
    match cue.continue_:
        case Continue.AUTO_CONTINUE:
            return f"after {format_seconds(cue.post_wait)}" if cue.post_wait else "at once"
        case Continue.AUTO_FOLLOW:
            return f"when {cue.number} is done"
        case _:
            return "waits for GO"


_AGAIN = {"nothing": "does nothing", "break out": "ends the loop", "next": "the next one"}


def second_press(cue: Cue) -> str:
    """What another start does while the cue is active."""
    return f"again: {_AGAIN.get(cue.if_running, cue.if_running + 's')}"


def sentence(cue: Cue, state: str, left: float | None) -> str:
    """A row for those who hear it: `38.2 Walk-up music 4, audio, running, 17 seconds left`."""
    parts = [called(cue), DEPARTMENT_NAME[cue.department].lower() if not cue.children else "group"]
    if state:
        parts.append(state)
    if left is not None:
        parts.append(f"{left:.0f} seconds left")
    if cue.hotkey:
        parts.append(f"key {cue.hotkey}")
    return ", ".join(parts)
