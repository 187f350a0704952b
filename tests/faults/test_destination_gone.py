"""Destinations that are not there, or go away: they are flagged, and delay nobody else."""

import json
import socket
import statistics
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tests.faults import stage
from tests.receivers import need
from tests.receivers.program import Program, running
from tests.receivers.wait import wait_until

STEPS, STEP = 40, 0.05
LATE = 0.1
"""Seconds. A blocked dispatcher would be late by the time-out of a name, a connection or a driver: seconds."""
DEVICES = {
    "rig": "{type: sacn, universes: 1, to: [127.0.0.1, 10.9.8.7, nowhere.invalid]}",
    "desk": '{type: osc, to: "127.0.0.1:10023"}',
    "deaf": '{type: osc, to: "127.0.0.1:9"}',
    "far": '{type: osc, to: "10.9.8.7:7000", backup: "127.0.0.1:10"}',
    "nameless": '{type: osc, to: "nowhere.invalid:7000"}',
    "keys": "{type: midi, port: Probe}",
}


def show_of(folder: Path, *devices: str) -> Path:
    """A fade, and 40 steps of 50 ms in which every device is sent something, the desk last."""
    lines = ["showctl: 1", "show: {title: Gone}", "devices:"]
    lines += [f"  {name}: {DEVICES[name]}" for name in ("rig", *devices, "desk")]
    lines += ["patch: [{id: lamp, fixture: generic/dimmer, at: 1.1}]", "cues:"]
    lines += ["  - {cue: fade, light: {time: 2s, look: {lamp: full}}, continue: auto-continue}"]
    for step in range(STEPS):
        for name in devices:
            does = (
                f"midi: {{device: keys, note: {step}}}" if name == "keys" else f"osc: {{device: {name}, address: /x}}"
            )
            lines.append(f"  - {{cue: {name}{step}, {does}, continue: auto-continue}}")
        lines.append(
            f"  - {{cue: {step}, osc: {{device: desk, address: /{step}}}, continue: auto-continue, post-wait: {STEP}s}}"
        )
    lines.append("  - {cue: end, wait: 0s}")
    path = folder / "gone.yaml"
    path.write_text("\n".join(lines) + "\n")
    return path


def sent_to(device: str, text: str) -> list[dict[str, Any]]:
    said = [json.loads(line) for line in text.splitlines() if line.startswith("{")]
    return [each for each in said if each["event"] == "sent" and each["device"] == device]


def test_targets_that_are_not_there_delay_nobody(tmp_path: Path, wire: stage.Wire) -> None:
    show = show_of(tmp_path, "deaf", "far", "nameless")
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as desk:
        desk.bind(("127.0.0.1", stage.DESK_PORT))
        done = stage.showctl(
            "run", show, "--headless", "--agree", "--go", "--until-idle", "--json", "--osc-port", "off"
        )
    assert done.returncode == 0, done.stderr
    steps = sent_to("desk", done.stdout)
    assert len(steps) == STEPS
    assert max(each["late_us"] for each in steps) < LATE * 1e6
    assert all(each["error"] for each in sent_to("far", done.stdout))
    assert all("nowhere.invalid" in each["error"] for each in sent_to("nameless", done.stdout))
    times = [frame.time for frame in wire.frames() if 0 < frame.levels[0] < 255]
    assert max(b - a for a, b in pairwise(times)) < 0.0228 + LATE


def test_a_listener_that_goes_away_delays_nobody(tmp_path: Path) -> None:
    show = show_of(tmp_path, "deaf")
    with (
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as desk,
        running(
            Program([*stage.SHOWCTL, "run", str(show), "--headless", "--agree", "--go", "--until-idle", "--json"])
        ) as run,
    ):
        desk.bind(("127.0.0.1", stage.DESK_PORT))
        run.wait_for('"cue started", "cue": "20"')
        desk.close()
        wait_until(lambda: not run.is_running, "the end of the show")
        assert run.stop() == 0
        steps = sent_to("desk", run.text)
        assert len(steps) == STEPS
        assert max(each["late_us"] or 0 for each in steps) < LATE * 1e6


@pytest.mark.usefixtures("jack_server")
def test_a_midi_port_that_goes_away_delays_nobody_else(tmp_path: Path) -> None:
    need("jackd", "rtmidi")
    from tests.receivers.jack import midi_probe

    show = show_of(tmp_path, "keys")
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as desk:
        desk.bind(("127.0.0.1", stage.DESK_PORT))
        command = [*stage.SHOWCTL, "run", str(show), "--headless", "--agree", "--go", "--until-idle", "--json"]
        with midi_probe("Probe") as probe:
            run = Program(command)
            probe.wait_for(10, timeout=20)
        with running(run):
            wait_until(lambda: not run.is_running, "the end of the show")
            assert run.stop() == 0
    steps, notes = sent_to("desk", run.text), sent_to("keys", run.text)
    assert len(steps) == len(notes) == STEPS
    assert max(each["late_us"] for each in steps) < LATE * 1e6
    assert statistics.median(each["late_us"] for each in steps) < 2000
    # What was heard, if not more: JACK gives what was sent in the last period before the port went to nobody.
    assert len(probe.messages) <= sum(each["sent"] is not None for each in notes)
    assert notes[-1]["sent"] is None
    assert notes[-1]["error"]
