"""Golden timelines: a show with commands at instants in its head, and what `showctl simulate` says of it.

The head of the show file has lines such as `#> 2.5 stop 3`, `#> 0 go`, `#> 1 go sound` (a list), `#> 0 load 3 -1.5`,
`#> 1 master grand 0.5 2`, `#> 1 park spot 0.5` and `#> levels 0.5`.
`python -m tests.golden.scenario` writes the timelines anew; they are then checked by hand, line by line.
"""

from collections.abc import Iterator
from pathlib import Path

from showctl.engine.command import (
    AnyCommand,
    Arm,
    Flag,
    Flash,
    Go,
    HardStop,
    Highlight,
    KeyReleased,
    Load,
    MoveFader,
    Panic,
    Park,
    Pause,
    ReleaseList,
    Reset,
    Resume,
    SetBlackout,
    SetMaster,
    SetStandby,
    StartCue,
    StepStandby,
    Stop,
    TakeFrom,
    Unpark,
)
from showctl.host.report import text_line
from showctl.host.simulate import Rehearsal
from showctl.model.cue import MAIN
from showctl.program.opening import open_to_play

FOLDER = Path(__file__).parent


def scenarios() -> list[Path]:
    """All shows of this folder."""
    return sorted(FOLDER.glob("*.yaml"))


def timeline(show: Path) -> str:
    """What happens, one event a line."""
    commands, levels_every = commands_of(show)
    rehearsal = Rehearsal(open_to_play(show).program, levels_every)
    return "".join(text_line(event) + "\n" for event in rehearsal.play(commands))


def commands_of(show: Path) -> tuple[list[tuple[float, AnyCommand]], float | None]:
    """What the head of a show file says: commands with their instants, and how often levels are noted, if at all."""
    commands: list[tuple[float, AnyCommand]] = []
    levels_every = None
    for first, *words in _directives(show.read_text(encoding="utf-8")):
        if first == "levels":
            levels_every = float(words[0])
        else:
            commands.append((float(first), command_of(*words)))
    return commands, levels_every


def _directives(text: str) -> Iterator[list[str]]:
    for line in text.splitlines():
        if line.startswith("#> "):
            yield line[3:].split()


def command_of(word: str, what: str | None = None, *more: str) -> AnyCommand:
    """A command in words, such as `go band`."""
    match word:
        case "master" if what:
            level, time = (*map(float, more), 0.0)[:2]
            return SetMaster(source="golden", master=what, level=level, time=time)
        case "fader" if what:
            return MoveFader(source="golden", fader="golden", master=what, level=float(more[0]))
        case "flash" if what:
            return Flash(source="golden", master=what, on=more[0] == "on")
        case "highlight" if what:
            return Highlight(source="golden", fixtures=(what, *more[:-1]), on=more[-1] == "on")
        case "park" if what:
            return Park(source="golden", what=what, level=float(more[0]) if more else None)
        case "unpark":
            return Unpark(source="golden", what=what)
        case "blackout":
            return SetBlackout(source="golden", on=what == "on")
        case "load" if what:
            return Load(source="golden", cue=what, at=float(more[0]))
        case "go":
            return Go(source="golden", list=what or MAIN)
        case "start" if what:
            return StartCue(source="golden", cue=what)
        case "standby" if what:
            return SetStandby(source="golden", cue=what)
        case "step" if what:
            return StepStandby(source="golden", step=int(what))
        case "stop":
            return Stop(source="golden", cue=what)
        case "pause":
            return Pause(source="golden", cue=what)
        case "resume":
            return Resume(source="golden", cue=what)
        case "give-back" if what:
            return ReleaseList(source="golden", list=what, time=float(more[0]) if more else 0.0)
        case "release" if what:
            return KeyReleased(source="golden", cue=what)
        case "arm" | "disarm" if what:
            return Arm(source="golden", cue=what, armed=word == "arm")
        case "flag" | "unflag" if what:
            return Flag(source="golden", cue=what, flagged=word == "flag")
        case "reset":
            return Reset(source="golden", cue=what)
        case "take" if what:
            without = tuple(each for each in more if each not in ("go", "light"))
            return TakeFrom(source="golden", cue=what, go="go" in more, without=without, light="light" not in more)
        case "hardstop":
            return HardStop(source="golden")
        case "panic":
            return Panic(source="golden")
    raise ValueError(f"{word} {what} is no command")


if __name__ == "__main__":
    for path in scenarios():
        path.with_suffix(".txt").write_text(timeline(path), encoding="utf-8")
