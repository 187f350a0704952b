"""What cues do, in the few words that fit into a line of the console."""

from collections.abc import Collection, Sequence
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
from showctl.model.effect import Effect
from showctl.model.light import LightAction
from showctl.model.look import FixtureLook
from showctl.model.segment import Segment
from showctl.model.unit import format_seconds
from showctl.ui.cue_icon import icon_of
from showctl.ui.icon import DEPARTMENT_CODE, DEPARTMENT_ICON, DEPARTMENT_NAME
from showctl.ui.theme import DEPARTMENTS
from showctl.ui.tongue import marked, tr

NO_LOOK = marked("no look yet")


@dataclass(frozen=True)
class DepartmentLine:
    """What one department does on the next GO, and how long it takes."""

    department: str
    what: str
    time: str
    icon: str = ""
    code: str = ""
    """Its few letters; of those without department what they all are."""


def _lit(selection: str, look: FixtureLook) -> str:
    """Who is moved, and to which mixed palette."""
    return f"{selection}: {look.palette}" if look.palette is not None else selection


def _light(light: LightAction) -> str:
    """Who is moved; of a cue that names nobody what it does to those that track into it."""
    lit = ", ".join(dict.fromkeys(_lit(*each) for look, _ in light.looks for each in look.items()))
    if lit or not (light.block or light.assert_):
        return lit or tr(NO_LOOK)
    return tr("gives back what tracks in") if light.block else tr("asserts what tracks in")


def lookless(cue: Cue, effects: Collection[Effect] = ()) -> bool:
    """Whether it is a light cue that nobody has given a look yet. `effects`: what it does in its list: one that only
    lets go of what the cue before moved for itself alone is meant so."""
    if effects or not isinstance(cue, LightCue) or cue.light.block or cue.light.assert_:
        return False
    return not any(look for look, _ in cue.light.looks)


def action(cue: Cue) -> str:
    """What one cue does, without its label."""
    match cue:
        case LightCue():
            return _light(cue.light)
        case OscCue():
            return f"{cue.osc.device} {cue.osc.address}"
        case MidiCue():
            return f"{cue.midi.device} {_midi(cue)}"
        case ProfileCue():
            arguments = " ".join(f"{name} {value}" for name, value in cue.action.arguments.items())
            return f"{cue.action.device}: {cue.action.do} {arguments}".strip()
        case FadeCue():
            if isinstance(cue.fade, FadeOfMaster):
                return tr("{master} master to {end:.0%}").format(master=cue.fade.master, end=cue.fade.end)
            what = cue.fade.address or tr("control {control}").format(control=cue.fade.control)
            return tr("{device} {what} to {end:g}").format(device=cue.fade.device, what=what, end=cue.fade.end)
        case WaitCue():
            return tr("wait")
        case ActingCue():
            return f"{cue.act} {_targets(cue.targets)}"
        case StopOthersCue():
            return _faded(tr("stop others {scope}").format(scope=tr(_SCOPE[cue.stop_others])), cue.fade)
        case PanicCue():
            return tr("panic")
        case ReleaseCue():
            given, time = cue.release, cue.release.time
            lists = tr("all lists") if given.everything else tr("list {lists}").format(lists=", ".join(given.lists))
            return tr("release {lists}").format(lists=lists) + (
                tr(" in {time}").format(time=format_seconds(time)) if time else ""
            )
        case MemoCue():
            return cue.memo
        case _:
            return tr("%n cue(s)", "", len(cue.children))


_SCOPE = {"peers": marked("beside it"), "list": marked("of the list"), "all": marked("of all lists")}


def _targets(targets: Targets) -> str:
    """`12, LX3`, `list foyer, fade 2s`, `all, if 30 is armed`."""
    everything = isinstance(targets, AnyTargets) and targets.everything
    words = (
        [tr("all")] if everything else [*targets.cues, *(tr("list {name}").format(name=name) for name in targets.lists)]
    )
    said = _faded(", ".join(words), targets.fade if isinstance(targets, FadedTargets) else 0.0)
    for cues, word in ((targets.if_armed, "armed"), (targets.if_flagged, "flagged")):
        if cues:
            said += tr(", if {cues} {what} {word}").format(
                cues=tr(" and ").join(cues), what=tr("is") if len(cues) == 1 else tr("are"), word=word
            )
    return said


def _faded(what: str, fade: float) -> str:
    return tr("{what}, fade {time}").format(what=what, time=format_seconds(fade)) if fade else what


def _midi(cue: MidiCue) -> str:
    midi = cue.midi
    if midi.note is not None:
        return tr("note {note}").format(note=midi.note)
    if midi.control is not None:
        return tr("control {control} to {value}").format(control=midi.control, value=midi.value)
    if midi.program is not None:
        return tr("program {program}").format(program=midi.program)
    return f"{midi.msc} {midi.cue}".strip() if midi.msc is not None else tr("system exclusive")


def department_lines(
    started: Sequence[Cue], disarmed: Sequence[Cue] = (), letting_go: Sequence[Cue] = ()
) -> list[DepartmentLine]:
    """What each department does, in the order light, audio, video, stage, other. `disarmed`: those of them, or inside
    them, that do nothing; `letting_go`: light cues that only give back what the cue before moved for itself alone.
    """
    off, back = ({cue.number for cue in cues} for cues in (disarmed, letting_go))
    leaves = [leaf for cue in started for leaf in cue.walk() if not leaf.children]
    alone = len(leaves) == 1
    lines = []
    for department in DEPARTMENTS:
        own = [leaf for leaf in leaves if leaf.department == department]
        if own:
            longest = max((leaf.duration for leaf in own if leaf.number not in off), default=0.0)
            named = [
                tr("gives back what was cue only") if leaf.number in back else action(leaf) if alone else title(leaf)
                for leaf in own
            ]
            marked = (
                tr("{what} (disarmed)").format(what=what) if leaf.number in off else what
                for what, leaf in zip(named, own, strict=True)
            )
            what = ", ".join(marked)
            icons, codes = {icon_of(leaf) for leaf in own}, {code_of(leaf) for leaf in own}
            lines.append(
                DepartmentLine(
                    department,
                    what,
                    format_seconds(longest) if longest else "",
                    icons.pop() if len(icons) == 1 else DEPARTMENT_ICON[department],
                    codes.pop() if len(codes) == 1 else DEPARTMENT_CODE[department],
                )
            )
    return lines


def code_of(cue: Cue) -> str:
    """The few letters of its department; of a cue that has none what it is: `OSC`, `MIDI`, `WAIT`."""
    if cue.department != "other":
        return DEPARTMENT_CODE[cue.department]
    match cue:
        case OscCue():
            return "OSC"
        case MidiCue():
            return "MIDI"
        case FadeCue():
            return "FADE"
        case WaitCue():
            return "WAIT"
        case _:
            return DEPARTMENT_CODE["other"]


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
            return tr("after {time}").format(time=format_seconds(cue.post_wait)) if cue.post_wait else tr("at once")
        case Continue.AUTO_FOLLOW:
            return tr("when {number} is done").format(number=cue.number)
        case _:
            return tr("waits for GO")


_AGAIN = {
    "restart": marked("restarts"),
    "stop": marked("stops"),
    "panic": marked("panics"),
    "nothing": marked("does nothing"),
    "break out": marked("ends the loop"),
    "next": marked("the next one"),
}


def second_press(cue: Cue) -> str:
    """What another start does while the cue is active."""
    return tr("again: {again}").format(again=tr(_AGAIN[cue.if_running]))


def sentence(cue: Cue, state: str, left: float | None) -> str:
    """A row for those who hear it: `38.2 Walk-up music 4, audio, running, 17 seconds left`."""
    parts = [called(cue), tr(DEPARTMENT_NAME[cue.department]).lower() if not cue.children else tr("group")]
    if state:
        parts.append(state)
    if left is not None:
        parts.append(tr("{left:.0f} seconds left").format(left=left))
    if cue.hotkey:
        parts.append(tr("key {hotkey}").format(hotkey=cue.hotkey))
    return ", ".join(parts)


def start_said(segment: Segment) -> str:
    """What the tag of a cue that starts a segment says."""
    start = segment.start
    return (
        tr("{name}, hard start {time:%H:%M}").format(name=segment.name, time=start.time)
        if start is not None and start.hard
        else segment.name
    )
