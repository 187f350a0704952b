"""`showctl run --headless` as a process: what it prints, when it ends, and with which exit code."""

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from showctl.link.meeting import find
from showctl.link.place import log_path
from tests.receivers.program import Program, running
from tests.receivers.wait import wait_until

RUN = [sys.executable, "-m", "showctl", "run", "--headless", "--agree"]
DESK = 10023
SHOW = """\
showctl: 1
show: {title: Short}
devices:
  rig: {type: sacn, universes: 1, to: 127.0.0.1}
  desk: {type: osc, to: "127.0.0.1:10023"}
  keys: {type: midi, port: "No such port"}
patch:
  - {id: lamp, fixture: generic/dimmer, at: 1.1}
cues:
  - {cue: 1, light: {time: 300ms, look: {lamp: full}}, continue: auto-continue, post-wait: 500ms}
  - {cue: 2, osc: {device: desk, address: /two, args: [1, 0.5, text]}, continue: auto-continue, post-wait: 100ms}
  - {cue: 3, midi: {device: keys, note: C4}}
"""


@pytest.fixture(autouse=True)
def own_world(netns: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "run"
    folder.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    return folder


@pytest.fixture
def show(tmp_path: Path) -> Path:
    path = tmp_path / "short.yaml"
    path.write_text(SHOW)
    return path


@pytest.fixture
def desk() -> Iterator[socket.socket]:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as desk:
        desk.bind(("127.0.0.1", DESK))
        desk.settimeout(5)
        yield desk


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*RUN, *map(str, arguments)], capture_output=True, text=True, timeout=60, check=False)


def objects(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_from_go_to_idle(show: Path, desk: socket.socket) -> None:
    done = run(show, "--go", "--until-idle", "--json", "--osc-port", "off")
    assert done.returncode == 0, done.stderr
    said = objects(done.stdout)
    assert said[0] == {"event": "ready", "show": str(show), "title": "Short", "cues": 3, "osc_port": 0}
    started = [(each["cue"], each["due"]) for each in said if each["event"] == "cue started"]
    assert started == [("1", 0.0), ("2", 0.5), ("3", 0.6)]
    osc, midi = (each for each in said if each["event"] == "sent")
    assert 0 <= osc.pop("late_us") < 200_000
    assert 0.5 <= osc.pop("sent") < 0.55
    assert osc == {
        "event": "sent",
        "cue": "2",
        "device": "desk",
        "protocol": "osc",
        "to": "127.0.0.1:10023",
        "address": "/two",
        "args": [1, 0.5, "text"],
        "types": "ifs",
        "due": 0.5,
    }
    assert desk.recv(1000).startswith(b"/two\0")
    assert midi["sent"] is None
    assert midi["late_us"] is None
    assert midi["error"]


def test_in_words(show: Path, desk: socket.socket) -> None:
    done = run(show, "--go", "--until-idle", "--osc-port", "off")
    assert done.returncode == 0, done.stderr
    first, *lines = done.stdout.splitlines()
    assert first == "ready: Short, 3 cues, no OSC control"
    assert any("/two i:1 f:0.5 s:'text'" in line and "ms late" in line for line in lines)


def test_outputs_off_sends_nothing_and_times_everything(show: Path, desk: socket.socket) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as rig:
        rig.bind(("127.0.0.1", 5568))
        done = run(show, "--go", "--until-idle", "--json", "--osc-port", "off", "--outputs-off")
        sent = [each for each in objects(done.stdout) if each["event"] == "sent"]
        assert [each["due"] for each in sent] == [0.5, 0.6]
        assert all(each["sent"] is None for each in sent)
        for receiver in (rig, desk):
            receiver.setblocking(False)
            with pytest.raises(BlockingIOError):
                receiver.recv(1000)


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 0)])
def test_a_signal_is_a_clean_stop(show: Path, number: signal.Signals, code: int) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as rig:
        rig.bind(("127.0.0.1", 5568))
        rig.settimeout(5)
        with running(Program([*RUN, str(show), "--go", "--osc-port", "off"])) as engine:
            engine.wait_for("done +1")
            os.kill(engine.pid, number)
            wait_until(lambda: not engine.is_running, "its end")
            assert engine.stop() == code
            assert "Traceback" not in engine.text
        packets = [rig.recv(1000)]
        rig.setblocking(False)
        while True:
            try:
                packets.append(rig.recv(1000))
            except BlockingIOError:
                break
        assert [bool(packet[112] & 0x40) for packet in packets[-4:]] == [False, True, True, True]
        assert find(show) is None


def test_a_reader_that_has_stopped_reading_does_not_keep_it_from_ending(show: Path) -> None:
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    with contextlib.suppress(BlockingIOError):
        while os.write(writing, b"-" * 4096):
            pass
    os.set_blocking(writing, True)
    try:
        with subprocess.Popen([*RUN, str(show), "--go", "--json", "--osc-port", "off"], stdout=writing) as engine:
            wait_until(lambda: find(show) is not None, "the engine")
            engine.terminate()
            assert engine.wait(30) == 0  # 2 s of patience, and a machine that is busy
        assert find(show) is None
    finally:
        os.close(reading)
        os.close(writing)


def test_a_taken_osc_port_is_flagged_and_stops_nothing(show: Path, desk: socket.socket) -> None:
    done = run(show, "--go", "--until-idle", "--json", "--osc-port", str(DESK))
    assert done.returncode == 0, done.stderr
    said = objects(done.stdout)
    warning = next(each for each in said if each["event"] == "warning")
    assert f"OSC port {DESK} is taken" in warning["text"]
    assert "is taken" not in done.stderr  # said once
    assert f"warned: OSC port {DESK} is taken" in log_path(show).read_text("utf-8")
    assert [each["cue"] for each in said if each["event"] == "cue started"] == ["1", "2", "3"]


def test_a_home_that_cannot_be_written_stops_nothing(
    show: Path, desk: socket.socket, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "none").write_text("a file, where folders would have to be")
    for name in ("HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "none"))
    done = run(show, "--go", "--until-idle", "--osc-port", "off")
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr


def test_a_second_engine_for_a_universe_is_refused_once(show: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.yaml"
    other.write_text(SHOW)
    with running(Program([*RUN, str(show), "--osc-port", "off"])) as engine:
        engine.wait_for("ready")
        done = run(other, "--osc-port", "off")
        assert done.returncode == 1
        assert done.stderr.count("is already sent by the engine of") == 1
        assert done.stdout == ""
        assert engine.stop() == 0


@pytest.mark.skipif(sys.platform != "linux", reason="no setsid there")
def test_a_signal_to_the_whole_group_is_a_quiet_end(show: Path) -> None:
    with running(Program(["setsid", *RUN, str(show), "--go", "--osc-port", "off"])) as engine:
        engine.wait_for("done +1")
        assert os.getpgid(engine.pid) == engine.pid  # a group of its own, not ours
        os.killpg(engine.pid, signal.SIGTERM)
        wait_until(lambda: not engine.is_running, "its end")
        assert engine.stop() == 0
        assert "MIDI process" not in engine.text


def doctor_of_osc() -> dict[str, str]:
    done = subprocess.run([sys.executable, "-m", "showctl", "doctor", "--json"], capture_output=True, text=True)
    found: dict[str, str] = next(each for each in objects(done.stdout) if each["subject"] == "OSC input")
    return found


@pytest.mark.skipif(sys.platform != "linux", reason="only there the system says who has a port")
def test_doctor_knows_our_own_engine_by_its_port(show: Path) -> None:
    with running(Program([*RUN, str(show)])) as engine:
        engine.wait_for("ready: .*OSC control on port 53000")
        found = doctor_of_osc()
        assert found["state"] == "ok"
        assert f"used by the showctl engine, pid {engine.pid} " in found["text"]
    with (
        running(Program([*RUN, str(show), "--osc-port", "off"])) as engine,
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as stranger,
    ):
        stranger.bind(("127.0.0.1", 53000))
        engine.wait_for("ready")
        assert doctor_of_osc()["state"] == "missing"


def test_go_by_osc(show: Path, desk: socket.socket) -> None:
    with running(Program([*RUN, str(show), "--json", "--until-idle", "--osc-port", "0"])) as engine:
        ready = json.loads(engine.wait_for(r'.*"ready".*')[0])
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as panel:
            panel.sendto(b"rubbish", ("127.0.0.1", ready["osc_port"]))
            panel.sendto(b"/cue/2/start\0\0\0\0,\0\0\0", ("127.0.0.1", ready["osc_port"]))
            engine.wait_for('"cue started", "cue": "2"')
            engine.wait_for('"warning", "text": "OSC from 127.0.0.1 ignored: ')
            wait_until(lambda: not engine.is_running, "idle")
        assert engine.stop() == 0
        assert engine.find('"source": "OSC 127.0.0.1"')


def test_go_at_the_end_of_the_list_is_idle_at_once(tmp_path: Path) -> None:
    show = tmp_path / "empty.yaml"
    show.write_text("showctl: 1\nshow: {title: Empty}\n")
    done = run(show, "--go", "--until-idle", "--json", "--osc-port", "off")
    assert done.returncode == 0, done.stderr
    assert [each["event"] for each in objects(done.stdout)][:2] == ["ready", "refused"]


def test_who_stops_reading_does_not_stop_the_show(show: Path, desk: socket.socket) -> None:
    with subprocess.Popen(
        [*RUN, str(show), "--go", "--until-idle", "--osc-port", "off"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as engine:
        assert engine.stdout
        assert engine.stderr
        assert engine.stdout.readline().startswith(b"ready")
        engine.stdout.close()
        assert desk.recv(1000).startswith(b"/two\0")
        assert engine.wait(20) == 0
        assert b"Traceback" not in engine.stderr.read()


def test_a_wrong_show_says_what_is_wrong_and_nothing_else(tmp_path: Path) -> None:
    show = tmp_path / "wrong.yaml"
    show.write_text("showctl: 1\nshow: {title: Wrong}\ncues:\n  - {cue: 1, wait: soon}\n")
    done = run(show, "--go", "--osc-port", "off")
    assert done.returncode == 1
    assert done.stderr.startswith(f"{show}:4:")
    assert not done.stdout
    missing = run(tmp_path / "none.yaml")
    assert missing.returncode == 2
    assert "there is no such file" in missing.stderr


def test_no_qt_is_imported(show: Path) -> None:
    code = (
        "import sys; from showctl.cli import main;"
        "main(['run', sys.argv[1], '--headless', '--go', '--until-idle', '--outputs-off', '--osc-port', 'off']);"
        "sys.exit(any(name.partition('.')[0] in ('PySide6', 'rtmidi') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code, str(show)], capture_output=True, check=False).returncode == 0


def test_broken_cues_are_said_and_the_rest_plays(tmp_path: Path, desk: socket.socket) -> None:
    show = tmp_path / "broken.yaml"
    show.write_text(
        SHOW.replace("lamp: full", "lampp: full").replace(
            "cue: 3, midi: {device: keys", "cue: 3, start: 99}\n  - {cue: 4, midi: {device: keyz"
        )
    )
    done = run(show, "--go", "--until-idle", "--json", "--osc-port", "off")
    assert done.returncode == 0, done.stderr
    first, second, third, whole = done.stderr.splitlines()[:4]
    assert first.startswith(f"{show}:10:")
    assert "cue 1 > light > look > lampp: there is no fixture or group 'lampp'; did you mean 'lamp'?" in first
    assert "cue 3 > start: there is no cue '99'" in second
    assert "cue 4 > midi > device: there is no device 'keyz'; did you mean 'keys'?" in third
    assert whole == f"{show}: 3 cues are broken: they do nothing and keep their times; all else plays"
    said = objects(done.stdout)
    assert [(each["cue"], each["due"]) for each in said if each["event"] == "cue started"] == [
        ("1", 0.0), ("2", 0.5), ("3", 0.6),
    ]  # fmt: skip
    warned = [each["text"] for each in said if each["event"] == "warning"]
    assert "cue 1 is broken and did nothing: there is no fixture or group 'lampp'; did you mean 'lamp'?" in warned
    assert desk.recv(1000).startswith(b"/two\0")


def test_a_cue_whose_port_is_gone_keeps_its_times(tmp_path: Path, desk: socket.socket) -> None:
    """The MIDI port is not there: the note cannot be sent, its cue takes as long as ever, and the next follows."""
    show = tmp_path / "gone.yaml"
    cue = "  - {cue: 1, pre-wait: 200ms, continue: auto-follow, midi: {device: keys, note: C4, duration: 300ms}}\n"
    show.write_text(SHOW[: SHOW.index("  - {cue: 1")] + cue + "  - {cue: 2, osc: {device: desk, address: /two}}\n")
    done = run(show, "--go", "--until-idle", "--json", "--osc-port", "off")
    assert done.returncode == 0, done.stderr
    said = objects(done.stdout)
    times = [(each["event"], each["cue"], each["due"]) for each in said if str(each["event"]).startswith("cue ")]
    assert times == [
        ("cue started", "1", 0.0), ("cue action", "1", 0.2), ("cue ended", "1", 0.5),
        ("cue started", "2", 0.5), ("cue action", "2", 0.5), ("cue ended", "2", 0.5),
    ]  # fmt: skip
    on, off, osc = (each for each in said if each["event"] == "sent")
    assert on["error"]
    assert on["sent"] is off["sent"] is None
    assert 0.5 <= osc["sent"] < 0.6
    assert desk.recv(1000).startswith(b"/two\0")
