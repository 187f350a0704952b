"""A rig by hand: fixtures with names over the parameters of a test's patch."""

from collections.abc import Mapping, Sequence

import numpy as np

from showctl.engine.command import AnyCommand
from showctl.engine.event import AnyEvent, CommandTaken, Warned
from showctl.engine.playback import Playback
from showctl.engine.player import Player
from showctl.engine.program_mixer import mixer_for
from showctl.program.program import FixtureLayout, FixtureTable, Parameters, Program
from tests.unit.engine.programs import program

NAN = float("nan")


def fixtures(of: Mapping[str, Mapping[str, float]], groups: Mapping[str, Sequence[int]] | None = None) -> FixtureTable:
    """Fixtures in a row, each with its parameters and their levels when highlighted."""
    firsts = np.cumsum([0, *(len(each) for each in of.values())])[:-1]
    layouts = [FixtureLayout(tuple(each), np.array(list(each.values()), "<f4").tobytes()) for each in of.values()]
    members = {name: np.array(which, "<i4").tobytes() for name, which in (groups or {}).items()}
    numbers = np.arange(len(layouts), dtype="<i4").tobytes()
    return FixtureTable(tuple(of), firsts.astype("<i4").tobytes(), numbers, tuple(layouts), members)


class Rig:
    """Playback of a program without cues, and what it says."""

    def __init__(self, parameters: Parameters, table: FixtureTable, **more: object) -> None:
        fields: dict[str, object] = {
            "universes": (1,),
            "parameters": parameters,
            "fixtures": table,
            "targets": (),
            **more,
        }
        self.program: Program = program(**(fields | more))
        self.said: list[AnyEvent] = []
        self.playback = Playback(self.program, Player(self.program), mixer_for(self.program), {}, self.said.append)
        self.mixer = self.playback.mixer

    def tell(self, now: float, command: AnyCommand) -> str:
        """Carry out a command; what was warned of."""
        self.said.clear()
        self.playback.handle(command, now)
        self.playback.advance(now)
        return "; ".join(event.text for event in self.said if isinstance(event, Warned))

    def words(self) -> list[tuple[str, str]]:
        """What was taken, and what it was about."""
        return [(event.name, event.what) for event in self.said if isinstance(event, CommandTaken)]

    def slots(self, now: float, *at: int) -> list[int]:
        """Bytes at an instant."""
        levels = self.mixer.levels(now)
        return [int(levels[0, slot]) for slot in at]
