"""The first time on a machine: nothing leaves for a destination before somebody has agreed to it, and then it does."""

import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from showctl.engine.command import Go
from showctl.engine.event import Warned
from showctl.link.client import hand_over
from showctl.link.meeting import find
from showctl.link.message import Installed
from showctl.program.opening import open_to_play
from showctl.program.part import parts
from showctl.session.edit import Set
from showctl.session.session import Session
from showctl.showfile.item import Item
from tests.receivers.wait import wait_until

AWAY = "192.0.2.7"
"""An address that is not loopback's, on `lo` of the test's namespace."""
SHOW = """\
showctl: 1
show: {title: First}
devices:
  rig: {type: sacn, universes: 1, to: 192.0.2.7}
  desk: {type: osc, to: "192.0.2.7:10023"}
  here: {type: osc, to: "127.0.0.1:10024"}
patch:
  - {id: lamp, fixture: generic/dimmer, at: 1.1}
cues:
  - {cue: 1, light: {look: {lamp: full}}, continue: auto-continue}
  - {cue: 2, osc: {device: desk, address: /two}, continue: auto-continue}
  - {cue: 3, osc: {device: here, address: /three}, continue: auto-continue}
  - {cue: 4, wait: 10m}
  - {cue: 5, osc: {device: desk, address: /five}}
"""
RUN = [sys.executable, "-m", "showctl"]


@pytest.fixture(autouse=True)
def own_world(netns: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_RUNTIME_DIR", "XDG_DATA_HOME"):
        folder = tmp_path / name
        folder.mkdir(mode=0o700)
        monkeypatch.setenv(name, str(folder))
    subprocess.run(["ip", "addr", "add", f"{AWAY}/32", "dev", "lo"], check=True)


@pytest.fixture
def show(tmp_path: Path) -> Path:
    path = tmp_path / "first time.yaml"
    path.write_text(SHOW)
    return path


def heard(host: str, port: int) -> socket.socket:
    receiver = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    receiver.bind((host, port))
    receiver.setblocking(False)
    return receiver


def packets(receiver: socket.socket) -> list[bytes]:
    found = []
    while True:
        try:
            found.append(receiver.recv(2048))
        except BlockingIOError:
            return found


@pytest.fixture
def wires() -> Iterator[dict[str, socket.socket]]:
    wires = {"rig": heard(AWAY, 5568), "desk": heard(AWAY, 10023), "here": heard("127.0.0.1", 10024)}
    yield wires
    for wire in wires.values():
        wire.close()


def engine_of(show: Path) -> int:
    meeting = find(show)
    assert meeting is not None
    return meeting.pid


def gone(pid: int) -> None:
    wait_until(lambda: not Path(f"/proc/{pid}").exists(), "the engine's end")


def states(session: Session, seen: dict[str, tuple[str, str]]) -> dict[str, tuple[str, str]]:
    snapshot = session.poll().snapshot
    if snapshot is not None:
        seen.update({each.device: (each.state, each.to) for each in snapshot.devices})
    return seen


def test_a_console_agrees_while_the_show_plays(show: Path, wires: dict[str, socket.socket]) -> None:
    session = Session(show, osc_port=-1)
    warned: list[str] = []
    seen: dict[str, tuple[str, str]] = {}
    active: list[str] = []

    def poll() -> None:
        update = session.poll()
        warned.extend(event.text for event in update.events if hasattr(event, "text"))
        warned.extend(event.text for event in update.recent if hasattr(event, "text"))
        if update.snapshot is not None:
            seen.update({each.device: (each.state, each.detail) for each in update.snapshot.devices})
            active[:] = [each.cue for each in update.snapshot.active]

    def state(device: str) -> str:
        poll()
        return seen.get(device, ("", ""))[0]

    try:
        session.start()
        assert [str(each) for each in session.new_destinations] == [
            "sACN universe 1 to 192.0.2.7:5568",
            "OSC to 192.0.2.7:10023",
        ]
        wait_until(lambda: state("desk") == "off", "the engine", 20)
        pid = engine_of(show)
        assert "nobody has agreed to it yet" in seen["rig"][1]
        assert any("has not sent to sACN universe 1 to 192.0.2.7:5568, OSC to" in text for text in warned)
        assert session.send(Go(source="test"))
        wait_until(lambda: bool(packets(wires["here"])), "cue 3")  # the three cues are out
        wait_until(lambda: bool(poll() or active == ["4"]), "cue 4")
        assert packets(wires["rig"]) == packets(wires["desk"]) == []
        assert session.agree() == ""
        assert session.new_destinations == []
        wait_until(lambda: any(packet[126:127] == b"\xff" for packet in packets(wires["rig"])), "light")
        wait_until(lambda: bool(poll() or seen["desk"][0] == "unused"), "the desk")
        assert packets(wires["desk"]) == [], "what went nowhere is not said again"
        assert active == ["4"], "what runs is not disturbed"
        assert session.send(Go(source="test"))
        wait_until(lambda: b"/five" in b"".join(packets(wires["desk"])), "cue 5")
    finally:
        session.close(stop_engine=True)
    gone(pid)
    again = Session(show, osc_port=-1)
    assert again.new_destinations == []


def test_headless_lists_and_wants_a_word(show: Path, wires: dict[str, socket.socket]) -> None:
    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [*RUN, "run", "--headless", str(show), "--osc-port", "off", *arguments]
        return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)

    refused = run("--go", "--until-idle")
    assert refused.returncode == 1
    assert refused.stdout == ""
    assert "  sACN universe 1 to 192.0.2.7:5568\n  OSC to 192.0.2.7:10023\n" in refused.stderr
    assert "add --agree once" in refused.stderr
    listed = subprocess.run([*RUN, "agree", str(show), "--list"], capture_output=True, text=True, check=True)
    assert listed.stdout.splitlines() == ["new     sACN universe 1 to 192.0.2.7:5568", "new     OSC to 192.0.2.7:10023"]
    assert all(packets(wire) == [] for wire in wires.values())
    subprocess.run([*RUN, "agree", str(show)], check=True, capture_output=True)
    listed = subprocess.run([*RUN, "agree", str(show), "--list"], capture_output=True, text=True, check=True)
    assert [line.split()[0] for line in listed.stdout.splitlines()] == ["agreed", "agreed"]
    text = show.read_text().replace("{cue: 4, wait: 10m}", "{cue: 4, wait: 10ms}")
    show.write_text(text)
    done = run("--go", "--until-idle")
    assert done.returncode == 0, done.stderr
    assert b"/two" in b"".join(packets(wires["desk"]))
    assert packets(wires["rig"])


def test_agreed_on_the_command_line_while_an_engine_runs(show: Path, wires: dict[str, socket.socket]) -> None:
    session = Session(show, osc_port=-1)
    seen: dict[str, tuple[str, str]] = {}
    try:
        session.start()
        wait_until(lambda: states(session, seen).get("desk", ("", ""))[0] == "off", "the engine", 20)
        pid = engine_of(show)
        subprocess.run([*RUN, "agree", str(show)], check=True, capture_output=True)
        wait_until(lambda: states(session, seen)["desk"][0] == "unused", "the desk")
        session.edit(Set(Item("device", "desk"), ("to",), "192.0.2.7:10099"))
        assert session.agree() == "", "at once, before the engine can have the edit"
        wait_until(lambda: states(session, seen)["desk"] == ("unused", "192.0.2.7:10099"), "the desk elsewhere")
    finally:
        session.close(stop_engine=True, discard_edits=True)
    gone(pid)


def test_a_device_that_is_new_in_the_show_waits_alone(show: Path, wires: dict[str, socket.socket]) -> None:
    session = Session(show, osc_port=-1)
    seen: dict[str, tuple[str, str]] = {}
    warned: list[str] = []

    def state(device: str) -> str:
        update = session.poll()
        warned.extend(event.text for event in update.events if isinstance(event, Warned))
        if update.snapshot is not None:
            seen.update({each.device: (each.state, each.detail) for each in update.snapshot.devices})
        return seen.get(device, ("", ""))[0]

    def hand_over_with(devices: str, wait: str) -> None:
        text = SHOW.replace("patch:", f"{devices}patch:").replace("wait: 10m", f"wait: {wait}")
        show.write_text(text)
        meeting = find(show)
        assert meeting is not None
        assert isinstance(hand_over(meeting, parts(open_to_play(show).program)), Installed)

    try:
        session.agree()
        session.start()
        wait_until(lambda: state("desk") == "unused", "the engine", 20)
        pid = engine_of(show)
        assert session.send(Go(source="test"))
        wait_until(lambda: bool(packets(wires["rig"])), "light")
        new = '  more: {type: osc, to: "192.0.2.8:9000"}\n'
        hand_over_with(new, "11m")
        hand_over_with(new, "12m")  # as with each edit
        wait_until(lambda: state("more") == "off", "the new device")
        packets(wires["rig"])
        wait_until(lambda: bool(packets(wires["rig"])), "the keep-alive of light that goes on")
        assert state("desk") != "off"
        hand_over_with(new + '  third: {type: osc, to: "192.0.2.9:9000"}\n', "13m")
        wait_until(lambda: state("third") == "off", "the third")
        assert [text.count("192.0.2.") for text in warned if "has not sent to" in text] == [1, 2]
    finally:
        session.close(stop_engine=True)
    gone(pid)
