"""Edits while a fade runs, from a session to the engine's process to a plain socket: nobody on the wire notices."""

import time
from pathlib import Path

import numpy as np
import pytest

from showctl.engine.command import Go
from showctl.program.reopening import Reopening
from showctl.session.supervisor import Supervisor
from showctl.showfile.load import load_text
from tests.faults.stage import Frame, end_engines, listening
from tests.receivers.wait import wait_until

pytestmark = pytest.mark.usefixtures("netns")

SHOW = """\
showctl: 1
show: {title: Edited TITLE}
devices:
  rig: {type: sacn, universes: 1-2, to: 127.0.0.1}
  other: {type: sacn, universes: 3, to: "PLACE"}
  desk: {type: osc, to: 127.0.0.1:10023}
patch:
  - {id: lamp1..lamp4, fixture: generic/dimmer, at: 1.1}
  - {id: far, fixture: generic/dimmer, at: 3.1}
MORE
palettes: {intensity: {warm: {lamp4: WARM%}}}
cues:
  - {cue: 1, light: {time: 30s, look: {lamp1: full, far: full}}}
CUES
"""
EDITS, RATE = 200, 20
LONGEST_GAP = 0.25
"""Seconds. Two of this suite's processes share two cores; frames are 0.023 apart where nothing else runs."""


def text(number: int) -> str:
    """Every state is another one: labels, numbers, a palette, fixtures that come and go, a device elsewhere."""
    cues = "".join(
        f"  - {{cue: {each + number % 3}, label: edit {number}, light: {{look: {{lamp4: warm}}}}}}\n"
        for each in range(2, 8)
        if (each + number) % 4
    )
    more = "  - {id: more, fixture: generic/dimmer, at: 1.9}\n" if number // 10 % 2 else ""
    more += "  - {id: new, fixture: generic/dimmer, at: 2.1}\n" if number // 20 % 2 else ""
    place = "127.0.0.2" if number // 15 % 2 else "127.0.0.3"
    written = SHOW.replace("MORE\n", more).replace("CUES\n", cues).replace("PLACE", place)
    written = written.replace("TITLE", str(number // 40))  # it is the source name in every packet
    return written.replace("WARM", str(number % 100))


def consecutive(frames: list[Frame]) -> bool:
    steps = np.diff([frame.sequence for frame in frames]) % 256
    return bool((steps == 1).all())


def test_two_hundred_edits_at_twenty_a_second_leave_frames_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "run"
    folder.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    path = tmp_path / "edited.yaml"
    path.write_text(text(0))
    reopening = Reopening()
    states = [reopening.to_play(load_text(text(number), str(path))).program for number in range(EDITS + 1)]
    supervisor = Supervisor(path, states[0], outputs_off=False, osc_port=-1)
    supervisor.start()
    try:
        with listening() as wire:
            wait_until(lambda: supervisor.state.kind == "attached", "attached", 20.0)
            assert supervisor.send(Go())
            wait_until(lambda: wire.frames(1), "the first frame", 5.0)
            begun = time.monotonic()
            for number, program in enumerate(states[1:], 1):
                supervisor.amend(program)
                time.sleep(max(0.0, begun + number / RATE - time.monotonic()))
                assert supervisor.state.kind == "attached", supervisor.state
            newest = states[-1].digest
            wait_until(lambda: supervisor.newest is not None and supervisor.newest.digest == newest, "the last", 5.0)
            time.sleep(0.3)
            frames = wire.frames(1)
            snapshot = supervisor.newest
        assert snapshot is not None
        assert [active.cue for active in snapshot.active] == ["1"]
        assert consecutive(frames)
        assert not any(frame.terminated for frame in frames)
        gaps = np.diff([frame.time for frame in frames])
        print(f"{len(frames)} frames, longest gap {gaps.max() * 1e3:.1f} ms, median {np.median(gaps) * 1e3:.1f} ms")
        assert gaps.max() < LONGEST_GAP
        levels = [frame.levels[0] for frame in frames]
        assert levels == sorted(levels)
        went = np.array([frame.time for frame in frames]) - frames[0].time
        assert np.abs(np.array(levels) - went * 255 / 30).max() < 4
    finally:
        supervisor.close(stop_engine=True)
        end_engines()
