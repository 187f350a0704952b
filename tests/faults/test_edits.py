"""Edits while engines and consoles come and go: the newest state of the show is played, and nothing stops for it."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from showctl.engine.command import Go, SetStandby
from showctl.program.program import Program
from showctl.program.reopening import Reopening
from showctl.session.edit_name import Rename
from showctl.session.supervisor import Supervisor
from showctl.showfile.item import Item
from showctl.showfile.load import load_text, of_root
from tests.faults.stage import DESK_PORT, SHOW, Wire, engine_of
from tests.receivers.wait import wait_until


def state(text: str, file: Path) -> Program:
    return Reopening().to_play(load_text(text, str(file))).program


def edited(number: int) -> str:
    return SHOW.replace("label: Say,", f"label: Say {number},")


@contextmanager
def session(show: Path, program: Program, kind: str = "attached") -> Iterator[Supervisor]:
    supervisor = Supervisor(show, program, outputs_off=False, osc_port=-1)
    supervisor.start()
    try:
        wait_until(lambda: supervisor.state.kind == kind and supervisor.newest is not None, kind, 20.0)
        yield supervisor
    finally:
        supervisor.close(stop_engine=False)


def plays(supervisor: Supervisor, program: Program) -> None:
    wait_until(
        lambda: (seen := supervisor.newest) is not None and seen.digest == program.digest, "the newest state", 10.0
    )


def active(supervisor: Supervisor) -> list[str]:
    seen = supervisor.newest
    assert seen is not None
    return [each.cue for each in seen.active]


def standby(supervisor: Supervisor) -> str | None:
    seen = supervisor.newest
    assert seen is not None
    return seen.lists[0].standby


def test_an_engine_in_the_place_of_a_lost_one_has_the_newest_state(show: Path, wire: Wire) -> None:
    renumbered = state(SHOW.replace("cue: 2, label: Say", "cue: 2.5, label: Say"), show)
    with session(show, state(SHOW, show)) as supervisor:
        supervisor.send(Go())
        wait_until(lambda: wire.level() > 20, "light", 5.0)
        wait_until(lambda: standby(supervisor) == "2", "standby")
        supervisor.amend(renumbered, {"2": "2.5"})
        plays(supervisor, renumbered)
        assert (standby(supervisor), active(supervisor)) == ("2.5", ["1"])
        os.kill(engine_of(show).pid, signal.SIGKILL)
        wait_until(lambda: supervisor.state.kind == "lost", "lost")
        wait_until(lambda: supervisor.state.kind == "attached", "attached again", 20.0)
        plays(supervisor, renumbered)
        assert standby(supervisor) == "2.5"
        newest = state(edited(1), show)
        supervisor.amend(newest, {"2.5": "2"})
        plays(supervisor, newest)
        assert standby(supervisor) == "2"


def test_edits_made_while_an_engine_is_lost_are_in_the_next_one(show: Path, wire: Wire) -> None:
    renumbered = state(SHOW.replace("cue: 2, label: Say", "cue: 2.5, label: Say"), show)
    with session(show, state(SHOW, show)) as supervisor:
        supervisor.send(SetStandby(cue="2"))
        wait_until(lambda: standby(supervisor) == "2", "standby")
        os.kill(engine_of(show).pid, signal.SIGKILL)
        wait_until(lambda: supervisor.state.kind == "lost", "lost")
        supervisor.amend(renumbered, {"2": "2.5"})
        wait_until(lambda: supervisor.state.kind == "attached", "attached again", 20.0)
        plays(supervisor, renumbered)
        assert standby(supervisor) == "2.5"


def test_handing_over_to_an_engine_that_plays_an_older_state_stops_nothing(show: Path, wire: Wire) -> None:
    with session(show, state(SHOW, show)) as before:
        before.send(Go())
        wait_until(lambda: wire.level() > 20, "light", 5.0)
    newer = state(edited(2), show)
    with session(show, newer, "older") as supervisor:
        supervisor.amend(newest := state(edited(3), show))  # not before somebody says so
        assert supervisor.state.kind == "older"
        supervisor.hand_over()
        plays(supervisor, newest)
        assert active(supervisor) == ["1"]
        wait_until(lambda: supervisor.state.kind == "attached", "attached")
        wait_until(lambda: wire.level() == 255, "the end of the fade", 5.0)
        assert not any(frame.terminated for frame in wire.frames())
        steps = {(b.sequence - a.sequence) % 256 for a, b in zip(wire.frames(), wire.frames()[1:], strict=False)}
        assert steps == {1}


def test_the_last_edit_before_a_console_is_closed_is_played(show: Path) -> None:
    last = state(edited(9), show)
    with session(show, state(SHOW, show)) as supervisor:
        supervisor.send(Go())  # else the engine goes with the console
        supervisor.amend(last)
    with session(show, last) as again:
        plays(again, last)


def test_an_edit_of_a_show_of_which_another_console_gave_another_state(show: Path) -> None:
    with session(show, state(SHOW, show)) as one, session(show, state(SHOW, show)) as other:
        one.amend(first := state(edited(1), show))
        plays(one, first)
        other.amend(second := state(edited(2), show))  # starts from the file's: the whole goes
        plays(other, second)
        wait_until(lambda: one.state.kind == "older", "the one is told")
        one.hand_over()
        plays(one, first)
        wait_until(lambda: one.state.kind == "attached", "attached")


def test_a_fade_goes_on_to_a_device_that_is_renamed(show: Path, wire: Wire) -> None:
    said = SHOW.replace(
        "osc: {device: desk, address: /two}", "fade: {device: desk, address: /ramp, from: 0, to: 400, time: 40s}"
    )
    first = load_text(said, str(show))
    change = Rename(Item("device", "desk"), "foh").apply(first.root)
    back = {now: was for was, now in change.renamed.items()}
    renamed, again = (Reopening().to_play(of_root(root, first)).program for root in (change.root, first.root))
    desk = Wire(DESK_PORT)
    try:
        with session(show, Reopening().to_play(first).program) as supervisor:
            supervisor.send(SetStandby(cue="2"))
            supervisor.send(Go())
            wait_until(lambda: len(desk.packets) > 10, "the fade", 5.0)
            for state_now, how in ((renamed, change.renamed), (again, back)):
                supervisor.amend(state_now, how)
                plays(supervisor, state_now)
                count = len(desk.packets)
                wait_until(lambda count=count: len(desk.packets) > count + 20, "the fade goes on", 5.0)
    finally:
        desk.close()
