"""Commands that name what is not there: refused, with what was meant, before they reach the dispatcher."""

from collections.abc import Callable, Collection

from showctl.engine.command import (
    AnyCommand,
    Flash,
    Go,
    Highlight,
    KeyReleased,
    MoveFader,
    Park,
    Pause,
    ReleaseList,
    Resume,
    SetMaster,
    SkipWait,
    StepStandby,
    Stop,
    Toggle,
)
from showctl.engine.fixture_names import FixtureNames, NotThere
from showctl.model.cue import CueId
from showctl.model.master import GRAND
from showctl.program.program import Program
from showctl.showfile.suggest import suggestion

_MOST_COMPARED = 500
"""Cues among which any likeness is looked for, in some milliseconds; among more, only what differs in case or list."""


def unknown_list(program: Program, command: AnyCommand) -> str | None:
    """The list that a command names and the show does not have; None if all is well. Costs no more in a large show."""
    if isinstance(command, Go | StepStandby | ReleaseList) and all(command.list != each.name for each in program.lists):
        return command.list
    return None


def unknown_cue(program: Program, command: AnyCommand, active: Callable[[], Collection[CueId]] = tuple) -> CueId | None:
    """The cue that a command names and the show does not have; None if all is well, and of a key that is let go. Cues
    that are `active` can be stopped and paused, even if they are gone from the show.
    """
    cue: CueId | None = getattr(command, "cue", None)
    known = cue is None or cue in program.cues or isinstance(command, KeyReleased)
    known = known or (isinstance(command, Stop | Pause | Resume | SkipWait) and cue in active())
    return None if known else cue


def unknown_by_hand(program: Program, names: FixtureNames, command: AnyCommand) -> str | None:
    """A sentence about the fixture, parameter, address or master that a command names and the show does not have; None
    if all is well."""
    try:
        match command:
            case Park(what=what):
                names.targets(what)
            case Toggle(what="park", names=whats):
                for what in whats:
                    names.targets(what)
            case Highlight(fixtures=fixtures) | Toggle(what="highlight", names=fixtures):
                for selection in fixtures:
                    names.selected(selection)
            case SetMaster(master=master) | MoveFader(master=master) | Flash(master=master, on=True):
                masters = (GRAND, *(each.name for each in program.masters))
                if master not in masters:
                    raise NotThere(f"there is no master '{master}'", master, masters)
    except NotThere as reason:
        near = suggestion(reason.name, reason.choices) if len(reason.choices) <= _MOST_COMPARED else ""
        return f"{reason}, and nothing was done{_remedy(near if 'it has' not in str(reason) else '')}"
    return None


def list_meant(program: Program, name: str) -> str:
    """Such as `; did you mean 'stings'?`, or nothing."""
    return _remedy(suggestion(name, [each.name for each in program.lists]))


def cue_meant(program: Program, cue: CueId) -> str:
    """The same for a cue. Reads the whole list: not for the dispatcher's thread."""
    wanted = cue.casefold()
    number = wanted.rpartition("/")[2]
    for is_meant in (wanted.__eq__, lambda each: each.rpartition("/")[2] == number):
        near = next((each for each in program.cues if is_meant(each.casefold())), None)
        if near is not None:
            return _remedy(f"did you mean '{near}'?")
    return _remedy(suggestion(cue, program.cues) if len(program.cues) <= _MOST_COMPARED else "")


def _remedy(text: str) -> str:
    return f"; {text}" if text else ""
