"""The wire agrees with `simulate`: quickstart is played for real, and every message and level is where paper has it."""

import json
import os
import statistics
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from tests.receivers import need
from tests.receivers.jack import midi_probe
from tests.receivers.oscdump import OscMessage, running_oscdump
from tests.receivers.tshark import Packet, capturing

SHOW = Path(__file__).parents[2] / "shows" / "quickstart.yaml"
SHOWCTL = [sys.executable, "-m", "showctl"]
DESK, MEDIA = 10023, 7000
HEARTBEAT = "/info"
"""The X32 profile's question whether the desk is there: no message of the show, so paper does not have it."""
SLACK = 0.1
"""Seconds that a message may be late in a busy test run; the benchmark, not this test, speaks of speed."""


def events_of(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def simulated() -> list[dict[str, Any]]:
    command = [*SHOWCTL, "simulate", SHOW, "--go", "0", "--levels-every", "0.25", "--json"]
    return events_of(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


@pytest.fixture
def played(netns: object, jack_server: object, tmp_path: Path) -> dict[str, Any]:
    """One real run, and what each receiver saw of it."""
    need("tshark", "oscdump")
    command = [*SHOWCTL, "run", SHOW, "--headless", "--go", "--until-idle", "--json", "--osc-port", "off"]
    with (
        capturing("udp") as capture,
        running_oscdump(DESK) as desk,
        running_oscdump(MEDIA) as media,
        midi_probe("Switcher") as switcher,
    ):
        run = subprocess.run(command, capture_output=True, text=True, timeout=60, env=os.environ.copy())
        assert run.returncode == 0, run.stderr
        return {
            "events": events_of(run.stdout),
            "packets": list(capture.packets),
            "desk": list(desk.messages),
            "media": list(media.messages),
            "midi": switcher.wait_for(3),
        }


def messages(events: list[dict[str, Any]], device: str) -> list[dict[str, Any]]:
    return [event for event in events if event["event"] == "sent" and event["device"] == device]


def as_dumped(event: dict[str, Any]) -> tuple[str, list[object]]:
    """oscdump prints floats with six decimals."""
    return event["address"], [round(a, 6) if isinstance(a, float) else a for a in event["args"]]


def dumped(messages: list[OscMessage]) -> list[tuple[str, list[object]]]:
    return [(message.address, list(message.args)) for message in messages if message.address != HEARTBEAT]


def packets_to(played: dict[str, Any], port: int) -> list[Packet]:
    question = HEARTBEAT.encode() + b"\0"
    return [p for p in played["packets"] if p.destination[1] == port and not p.payload.startswith(question)]


def without_wire(event: dict[str, Any]) -> dict[str, Any]:
    """As paper has it: without when it really left, what day it was, and who pressed GO."""
    return {key: value for key, value in event.items() if key not in {"sent", "late_us", "wall", "source"}}


def zero_of(played: dict[str, Any]) -> float:
    """The capture's time of the first GO: from each message's own account of when it left, and its packet."""
    sent = [event["sent"] for event in messages(played["events"], "desk")]
    packets = [packet.time for packet in packets_to(played, DESK)]
    assert len(sent) == len(packets) > 3
    return statistics.median(packet - left for packet, left in zip(packets, sent, strict=True))


def test_every_message_and_level_is_where_paper_has_it(played: dict[str, Any]) -> None:
    paper = simulated()

    for device, port in (("desk", DESK), ("media", MEDIA)):
        expected = messages(paper, device)
        assert dumped(played[device]) == [as_dumped(e) for e in expected]
        assert len(packets_to(played, port)) == len(expected)
    assert played["midi"] == [bytes.fromhex(e["bytes"]) for e in messages(paper, "switch")]

    end_of_run = ("stop", "shutdown")  # the run ends itself when nothing is active any more
    happened = [
        without_wire(e)
        for e in played["events"]
        if e["event"] != "ready" and not (e["event"] == "command" and e["name"] in end_of_run)
    ]
    planned = [without_wire(e) for e in paper if e["event"] != "levels"]
    assert sorted(map(json.dumps, happened)) == sorted(map(json.dumps, planned))

    zero = zero_of(played)
    for port, device in ((DESK, "desk"), (MEDIA, "media")):
        arrivals = [packet.time - zero for packet in packets_to(played, port)]
        for arrival, event in zip(arrivals, messages(paper, device), strict=True):
            assert -0.001 < arrival - event["due"] < SLACK, event

    compare_levels(played["packets"], [e for e in paper if e["event"] == "levels"], zero)


def compare_levels(packets: list[Packet], samples: list[dict[str, Any]], zero: float) -> None:
    """Each sampled level lies between those of the frames around it, give or take one step of rounding."""
    frames: dict[int, list[tuple[float, bytes]]] = defaultdict(list)
    for packet in packets:
        if packet.is_e131_data and not packet.is_terminated:
            frames[packet.universe].append((packet.time - zero, bytes(packet.levels)))
    compared = 0
    for sample in samples:
        universe = frames[sample["universe"]]
        before = [levels for at, levels in universe if at <= sample["due"] + 0.0005]
        after = [levels for at, levels in universe if at > sample["due"] + 0.0005]
        if not before or not after:
            continue
        for slot, level in enumerate(sample["levels"]):
            low, high = sorted((before[-1][slot], after[0][slot]))
            assert low - 1 <= level <= high + 1, (sample["due"], slot + 1, level, low, high)
        compared += 1
    assert compared > 40
