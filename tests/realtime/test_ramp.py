"""Ramps from a show file to real receivers: every value on its way, the last one exactly, on time."""

import json
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tests.receivers import need
from tests.receivers.oscdump import running_oscdump

pytestmark = pytest.mark.usefixtures("netns")
DESK = 10023
HEAD = """\
showctl: 1
show: {title: Ramps}
devices:
  desk: {type: osc, to: "127.0.0.1:10023"}
  keys: {type: midi, port: Switcher}
cues:
"""
RUN = [sys.executable, "-m", "showctl", "run", "--headless", "--agree", "--go", "--until-idle", "--json"]
RUN += ["--osc-port", "off"]
LATE = 200_000
"""Microseconds; generous, the machine may be busy."""


@pytest.fixture(autouse=True)
def own_world(netns: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "run"
    folder.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))


def played(folder: Path, cues: str) -> list[dict[str, Any]]:
    """The messages that an engine says it has sent."""
    show = folder / "ramps.yaml"
    show.write_text(HEAD + cues)
    done = subprocess.run([*RUN, str(show)], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return [each for each in map(json.loads, done.stdout.splitlines()) if each["event"] == "sent"]


def test_osc_arrives_exactly(tmp_path: Path) -> None:
    need("oscdump")
    fade = "address: /ch/01/mix/fader, from: 0.0, to: 0.75, time: 1s, rate: 50, curve: s"
    with running_oscdump(DESK) as desk:
        sent = played(tmp_path, f"  - {{cue: 1, fade: {{device: desk, {fade}}}}}\n")
        heard = desk.wait_for(len(sent))
    assert len(sent) > 20  # 51, less those that a busy machine has skipped
    assert [m.types for m in heard] == ["f"] * len(sent)
    values = [m.args[0] for m in heard]
    assert (values[0], values[-1]) == (0.0, 0.75)
    assert all(a < b for a, b in pairwise(values))  # type: ignore[operator]
    assert values == [pytest.approx(each["args"][0], abs=1e-6) for each in sent]
    assert sent[-1]["due"] == 1.0
    assert all(0 <= each["late_us"] < LATE for each in sent)
    assert 0.9 < heard[-1].time - heard[0].time < 1.1


@pytest.mark.usefixtures("jack_server")
def test_controllers_arrive_exactly(tmp_path: Path) -> None:
    from tests.receivers import jack

    cues = (
        "  - {cue: 1, continue: auto-follow, fade: {device: keys, control: 7, from: 0, to: 100, time: 0.5, rate: 99}}\n"
        "  - {cue: 2, fade: {device: keys, control: 1, channel: 2, 14 bit: yes, from: 16383, to: 5, time: 500ms}}\n"
    )
    with jack.midi_probe("Switcher") as probe:
        sent = played(tmp_path, cues)
        heard = probe.wait_for(len(sent))
    assert heard == [bytes.fromhex(each["bytes"]) for each in sent]
    assert not any("error" in each for each in sent)
    coarse = [data[2] for data in heard if data[:2] == b"\xb0\x07"]
    assert (coarse[0], coarse[-1]) == (0, 100)
    assert coarse == sorted(coarse)
    assert len(coarse) > 15
    pairs = [data for data in heard if data[0] == 0xB1]
    assert [data[1] for data in pairs] == [1, 33] * (len(pairs) // 2)
    fine = [msb[2] * 128 + lsb[2] for msb, lsb in zip(pairs[::2], pairs[1::2], strict=True)]
    assert (fine[0], fine[-1]) == (16383, 5)
    assert fine == sorted(fine, reverse=True)
