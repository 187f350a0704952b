"""Buttons of a MIDI controller through JACK, to a whole engine: what they do shows in its snapshots."""

import contextlib
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
import rtmidi

from showctl.engine.command import AnyCommand, Flash, SetBlackout, Unpark
from showctl.engine.event import AnyEvent, CommandTaken, Warned
from showctl.engine.snapshot import Snapshot
from showctl.host.engine import Engine
from showctl.inputs.midi import MidiControl
from showctl.link.message import Installed
from showctl.outputs.midi_wire import Heard
from showctl.program.opening import open_show
from showctl.program.program import MidiButton, MidiListener
from tests.realtime.test_midi_faders_jack import controller
from tests.receivers.wait import wait_until

pytestmark = pytest.mark.usefixtures("netns", "jack_server")

SHOW = """\
showctl: 1
show: {title: Buttons}
devices: {rig: {type: sacn, universes: 1, to: 127.0.0.1}}
patch:
  - {id: spot1..spot2, fixture: generic/moving-spot, mode: 16bit, at: 1.1}
  - {id: cyc1..cyc4, fixture: generic/dimmer, at: 1.101}
groups: {cyc: cyc1..cyc4}
masters: {sun: {look: {cyc: full}}}
inputs:
  osc: {enabled: no}
  midi:
    port: nano
    faders: {grand: {control: 7}}
    buttons:
      - {note: 36, flash: sun}
      - {note: C3, blackout: toggle}
      - {note: 49, blackout: hold}
      - {control: 20, highlight: [spot1, cyc]}
      - {note: 38, park: spot1}
cues:
  - {cue: 1, wait: 1s}
"""
FLASH, BLACK, HOLD, LOOK, PARK = (0x90, 36), (0x90, 48), (0x90, 49), (0xB0, 20), (0x90, 38)


class Said:
    """What an engine says."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._newest: Snapshot | None = None
        self._taken: list[tuple[str, str]] = []
        self.warned: list[str] = []

    def tell(self, events: Sequence[AnyEvent], snapshot: Snapshot | None) -> None:
        with self._lock:
            self._newest = snapshot or self._newest
            self._taken += [(event.name, event.source) for event in events if isinstance(event, CommandTaken)]
            self.warned += [event.text for event in events if isinstance(event, Warned)]

    def taken(self) -> list[str]:
        """What was done by MIDI since this was last asked."""
        with self._lock:
            taken, self._taken = self._taken, []
        return [name for name, source in taken if source == "MIDI nano"]

    def wait(self, holds: Callable[[Snapshot], object], what: str) -> None:
        wait_until(lambda: self._newest is not None and holds(self._newest), what)


@pytest.fixture
def heard() -> Said:
    return Said()


@contextmanager
def engine_of(folder: Path, heard: Said) -> Iterator[Engine]:
    path = folder / "buttons.yaml"
    path.write_text(SHOW)
    engine = Engine(path, outputs_off=True, osc_port=-1)
    with contextlib.closing(engine):
        engine.watch(heard.tell)
        assert isinstance(engine.install(open_show(path).program), Installed)
        engine.open()
        yield engine


def send(port: rtmidi.MidiOut, button: tuple[int, int], *values: int) -> None:
    for value in values:
        port.send_message([*button, value])


def flashed(snapshot: Snapshot) -> bool:
    return any(master.flash for master in snapshot.masters if master.name == "sun")


def ready(port: rtmidi.MidiOut, heard: Said) -> None:
    """A connection carries after some periods: until then what is sent is lost."""
    wait_until(lambda: "blackout off" in heard.taken() or send(port, HOLD, 127, 0), "a button", interval=0.3)
    heard.wait(lambda snapshot: not snapshot.blackout, "the end of blackout")


def test_buttons_do_what_they_say(tmp_path: Path, heard: Said) -> None:
    with controller() as port, engine_of(tmp_path, heard) as engine:
        ready(port, heard)
        send(port, BLACK, 127, 0)
        heard.wait(lambda snapshot: snapshot.blackout, "blackout")
        engine.command(SetBlackout(on=False, source="somebody else"))
        heard.wait(lambda snapshot: not snapshot.blackout, "blackout off")
        send(port, BLACK, 127, 127, 0)  # so this press is on again
        heard.wait(lambda snapshot: snapshot.blackout, "blackout, after somebody else ended it")
        send(port, BLACK, 127, 0)
        heard.wait(lambda snapshot: not snapshot.blackout, "blackout off")
        heard.taken()

        send(port, HOLD, 127, 100)
        heard.wait(lambda snapshot: snapshot.blackout, "blackout while held")
        send(port, HOLD, 0)
        heard.wait(lambda snapshot: not snapshot.blackout, "the end of it")

        send(port, FLASH, 127, 90)
        heard.wait(flashed, "flash")
        send(port, FLASH, 0)
        heard.wait(lambda snapshot: not flashed(snapshot), "the end of it")

        send(port, LOOK, 0, 63, 64, 65, 127)
        heard.wait(lambda snapshot: snapshot.highlighted == ("spot1", "cyc"), "highlight")
        send(port, LOOK, 127, 64, 0, 127)
        heard.wait(lambda snapshot: not snapshot.highlighted, "the end of it")

        send(port, PARK, 127, 0)
        heard.wait(lambda snapshot: [each.what for each in snapshot.parked] == ["spot1"], "park")
        engine.command(Unpark(source="somebody else"))
        heard.wait(lambda snapshot: not snapshot.parked, "unpark")
        send(port, PARK, 127, 0)
        heard.wait(lambda snapshot: snapshot.parked, "park, after somebody else unparked it")
        send(port, PARK, 127, 0)
        heard.wait(lambda snapshot: not snapshot.parked, "unpark")
        assert heard.taken() == [
            "blackout on", "blackout off", "flash", "flash off", "highlight", "highlight off", "park", "park", "unpark",
        ]  # fmt: skip
        assert heard.warned == []


def test_a_controller_that_goes_lets_go_of_what_it_holds(tmp_path: Path, heard: Said) -> None:
    with engine_of(tmp_path, heard):
        with controller() as port:
            ready(port, heard)
            send(port, FLASH, 127)
            send(port, HOLD, 127)
            heard.wait(lambda snapshot: flashed(snapshot) and snapshot.blackout, "what is held")
        heard.wait(lambda snapshot: not flashed(snapshot) and not snapshot.blackout, "that it is let go of")
        wait_until(lambda: any("has gone; connect it again" in text for text in heard.warned), "why")


def test_another_state_of_the_show_without_buttons_lets_go_of_what_they_hold(tmp_path: Path, heard: Said) -> None:
    with controller() as port, engine_of(tmp_path, heard) as engine:
        ready(port, heard)
        send(port, FLASH, 127)
        heard.wait(flashed, "flash")
        without = SHOW.replace("- {note: 36, flash: sun}", "- {note: 36, flash: grand}")
        (tmp_path / "buttons.yaml").write_text(without)
        assert isinstance(engine.install(open_show(tmp_path / "buttons.yaml").program), Installed)
        heard.wait(lambda snapshot: not flashed(snapshot), "that it is let go of")
        assert heard.warned == []


def test_a_midi_process_that_is_lost_and_an_input_that_is_closed_let_go() -> None:
    commands: list[AnyCommand] = []
    wanted = MidiListener("nano", (), (MidiButton(False, 36, 1, "flash", ("sun",)),))
    control = MidiControl(wanted, commands.append, lambda text: None)
    try:
        control.hear(Heard(control.device, b"\x90\x24\x7f"))
        control.lose("the MIDI process has ended")
        assert [command.on for command in commands if isinstance(command, Flash)] == [True, False]
        control.hear(Heard(control.device, b"\x90\x24\x7f"))
    finally:
        control.close()
    assert [command.on for command in commands if isinstance(command, Flash)] == [True, False, True, False]
