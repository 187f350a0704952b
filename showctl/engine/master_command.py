"""Masters and blackout as people move them."""

from collections.abc import Iterator
from math import isfinite

from showctl.engine.command import SetBlackout, SetMaster
from showctl.engine.event import CommandTaken, Warned
from showctl.engine.outcome import NO_RUN, Blackout, Do, Outcome
from showctl.model.effect import MasterFade
from showctl.model.master import GRAND
from showctl.program.program import Program


def set_master(command: SetMaster, program: Program, now: float) -> Iterator[Outcome]:
    """Move a master from where it is; one that is not there, and a level out of range, are warned of."""
    names = (GRAND, *(master.name for master in program.masters))
    if command.master not in names:
        text = f"there is no master '{command.master}'; the masters are {', '.join(names)}; nothing was done"
        yield Warned(due=now, text=text)
    elif not (0 <= command.level <= 1 and command.time >= 0 and isfinite(command.time)):
        text = f"master {command.master} cannot go to {command.level:g} in {command.time:g} s; nothing was done"
        yield Warned(due=now, text=text)
    else:
        yield CommandTaken(due=now, name="master", source=command.source, what=command.master)
        fade = MasterFade(0.0, command.time, command.master, None, command.level)
        yield Do(now, NO_RUN, "", fade)


def set_blackout(command: SetBlackout, now: float) -> Iterator[Outcome]:
    """On or off, at once."""
    yield CommandTaken(due=now, name=f"blackout {'on' if command.on else 'off'}", source=command.source)
    yield Blackout(now, command.on)
