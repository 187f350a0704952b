"""What people do to the output by hand: faders that pick up, flash, highlight, park."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from showctl.engine.command import Flash, HandCommand, Highlight, MoveFader, Park, Toggle, Unpark
from showctl.engine.event import AnyEvent, CommandTaken, Warned
from showctl.engine.fader_talk import FaderTalk
from showctl.engine.fixture_names import FixtureNames, NotThere
from showctl.engine.highlighting import Highlighting, selection_now
from showctl.engine.mixer import Mixer
from showctl.engine.outcome import NO_RUN
from showctl.engine.parking import Kept, Parking
from showctl.engine.pick_up import PickUp
from showctl.engine.snapshot import Parked
from showctl.model.effect import MasterFade
from showctl.program.program import Program
from showctl.program.renaming import Renaming


class _Note(msgspec.Struct, frozen=True):
    parked: Mapping[str, float | None]
    highlighted: tuple[str, ...]


_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(_Note).decode


class KeptByHand(NamedTuple):
    """What outlives its engine: all but keys that are held, and where faders were seen."""

    parked: Kept
    highlighted: tuple[str, ...]

    def amended(self, names: Renaming) -> "KeptByHand":
        """The same by the names that fixtures and groups have now."""
        if not names:
            return self
        highlighted = tuple(name for each in self.highlighted for name in selection_now(each, names))
        return KeptByHand(self.parked.amended(names), highlighted)


class Hands:
    """Belongs to the dispatcher's thread. Instants are seconds."""

    def __init__(self, program: Program, mixer: Mixer) -> None:
        self._mixer = mixer
        names = FixtureNames(program)
        self._parking = Parking(mixer.patch, names)
        self._highlighting = Highlighting(mixer.patch, names)
        self._pick_up = PickUp()
        self._talk = FaderTalk()
        self._black = False
        """Whether the overlay was made for blackout."""
        self.parked: tuple[Parked, ...] = ()
        """As clients see it."""
        self.parked_parameters: NDArray[np.intp] = np.zeros(0, np.intp)
        """Those of the patch map whose numbers are held."""
        self.parked_slots: frozenset[int] = frozenset()
        """In universes × 512, of addresses that are held."""
        self._note = b""
        self.unsaved = False
        """Whether anything was parked or highlighted since this was last put to False, by who stores it."""

    @property
    def highlighted(self) -> tuple[str, ...]:
        """As clients see it."""
        return self._highlighting.asked

    def carry_out(self, command: HandCommand, now: float) -> Iterator[AnyEvent]:
        """Do it; what is to be said of it."""
        try:
            match command:
                case MoveFader():
                    yield from self._fader(command, now)
                case Flash():
                    yield from self._flash(command, now)
                case Highlight(fixtures=fixtures, on=on):
                    self._highlighting.show(fixtures, on)
                    what = ", ".join(fixtures) or "all"
                    yield self._changed("highlight" if on else "highlight off", what, command.source, now)
                case Park(what=what, level=level):
                    if level is not None and not 0 <= level <= 1:
                        raise NotThere(f"'{what}' cannot be parked at {level:g}: a level is from 0 to 1")
                    self._parking.park(what, level, self._mixer.live(now))
                    at = "as it is" if level is None else f"at {level:.0%}"
                    yield self._changed("park", f"{what} {at}", command.source, now)
                case Unpark(what=what):
                    self._parking.unpark(what)
                    yield self._changed("unpark", what or "all", command.source, now)
                case Toggle():
                    yield from self._toggle(command, now)
        except NotThere as reason:
            yield Warned(due=now, text=f"{reason}; nothing was done")

    @property
    def next_due(self) -> float:
        """When `rested` is wanted next; infinity for never."""
        return self._talk.next_due

    def rested(self, now: float) -> Iterator[AnyEvent]:
        """What is to be said of faders that rest by `now`."""
        return self._talk.rested(now)

    def blackout_changed(self) -> None:
        """What is highlighted goes out with all else."""
        if self.highlighted and self._black != self._mixer.masters.blackout:
            self._lay()

    def kept(self) -> KeptByHand:
        """For those that come after."""
        return KeptByHand(self._parking.kept(), self.highlighted)

    def note(self) -> bytes:
        """What the next engine needs besides the slots that went out, to park and highlight the same."""
        return self._note

    def noted(self, note: bytes, slots: NDArray[np.uint8]) -> KeptByHand:
        """What a lost engine has noted, when these slots (U × 512) went out. One that cannot be read says nothing."""
        try:
            read = _decode(note) if note else _Note({}, ())
        except msgspec.MsgspecError:
            read = _Note({}, ())
        return KeptByHand(self._parking.kept_in(read.parked, slots), read.highlighted)

    def go_on_from(self, kept: KeptByHand, now: float) -> list[str]:
        """Park and highlight what others had; sentences about what is gone."""
        gone = self._parking.go_on_from(kept.parked, self._mixer.live(now))
        gone += self._highlighting.go_on_from(kept.highlighted)
        if kept.parked.asked or kept.highlighted:
            self._lay()
        return gone

    def take_faders(self, before: "Hands", names: Renaming) -> None:
        """Faders that held a master go on holding it, whatever it is called now."""
        self._pick_up, self._talk = before._pick_up, before._talk
        if names:
            self._pick_up.amend(names)
            self._talk.amend(names)

    def know(self, fixtures: FixtureNames, names: Renaming) -> None:
        """The same fixtures, and perhaps other groups of them, or groups by other names."""
        self._parking.know(fixtures)
        self._highlighting.know(fixtures, names)
        if names and self.highlighted:
            self._lay()

    def _fader(self, command: MoveFader, now: float) -> Iterator[AnyEvent]:
        masters = self._mixer.masters
        self._check_master(command.master, command.level)
        start = masters.stands(command.master, now)
        moves = self._pick_up.moved(command.fader, command.master, command.level, start)
        yield from self._talk.rested(now)
        if moves and start != command.level:
            masters.fade(NO_RUN, now, MasterFade(0.0, 0.0, command.master, None, command.level))
            yield from self._talk.moved(command.fader, command.master, start, command.level, command.source, now)
        elif not moves:
            fading = dict(zip(masters.names, masters.fading, strict=True))[command.master]
            yield from self._talk.waits(command.fader, command.master, start, fading, command.source, now)

    def _flash(self, command: Flash, now: float) -> Iterator[AnyEvent]:
        masters, master = self._mixer.masters, command.master
        if not command.on and masters.called(master) not in masters.names:
            return  # a key that is let go of after a hand-over that took its master
        if command.on:
            self._check_master(master)
        if masters.flash(master, command.holder or command.source, command.on):
            name = "flash" if command.on else "flash off"
            what = master if command.on else masters.called(master)
            yield CommandTaken(due=now, name=name, source=command.source, what=what)

    def _toggle(self, command: Toggle, now: float) -> Iterator[AnyEvent]:
        what, source = ", ".join(command.names), command.source
        match command.what:
            case "blackout":
                on = not self._mixer.masters.blackout
                self._mixer.masters.set_blackout(on)
                self.blackout_changed()
                yield CommandTaken(due=now, name=f"blackout {'on' if on else 'off'}", source=source)
            case "highlight":
                on = not self._highlighting.shows(command.names)
                yield from self.carry_out(Highlight(fixtures=command.names, on=on, source=source), now)
            case "park":
                parked = self._parking.toggle(command.names, self._mixer.live(now))
                at = " as it is" if parked else ""
                yield self._changed("park" if parked else "unpark", what + at, source, now)

    def _check_master(self, master: str, level: float = 1.0) -> None:
        names = self._mixer.masters.names
        if master not in names:
            raise NotThere(f"there is no master '{master}'; the masters are {', '.join(names)}", master, names)
        if not 0 <= level <= 1:
            raise NotThere(f"master {master} cannot go to {level:g}")

    def _changed(self, name: str, what: str, source: str, now: float) -> CommandTaken:
        self._lay()
        return CommandTaken(due=now, name=name, source=source, what=what)

    def _lay(self) -> None:
        self._black = self._mixer.masters.blackout
        dark = self._mixer.dark & self._black
        numbers, slots = self._parking.numbers(), self._parking.slots()
        self._mixer.lay_over(numbers.over(self._highlighting.numbers(dark)), slots)
        self.parked_parameters, self.parked_slots = numbers.which, frozenset(slots)
        self.parked = self._parking.seen()
        noted = self.parked or self.highlighted
        self._note = _encode(_Note(self._parking.asked, self.highlighted)) if noted else b""
        self.unsaved = True
