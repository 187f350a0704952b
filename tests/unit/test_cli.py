"""The command line: exit codes, words for what is wrong, and never a traceback."""

import json
import shlex
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from showctl import __version__
from showctl.cli import main
from showctl.engine.snapshot import DeviceStatus, ListState, Snapshot
from showctl.host.engines import RunningEngine
from showctl.link.framing import VERSION
from showctl.link.meeting import Meeting, Reservation

GOOD = "showctl: 1\nshow: {title: Good}\ncues:\n  - {cue: 1, wait: 1s}\n"
WRONG = "showctl: 1\nshow: {title: Wrong, venu: X}\ncues:\n  - {cue: 1, wait: soon}\n"


@pytest.fixture(autouse=True)
def own_runtime(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "run").mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "run"))


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.yaml"
    path.write_text(GOOD)
    return path


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    path = tmp_path / "wrong.yaml"
    path.write_text(WRONG)
    return path


def showctl(*arguments: str | Path) -> int:
    try:
        return main([str(argument) for argument in arguments])
    except SystemExit as end:  # argparse's way
        return int(str(end.code))


def test_version_and_help(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    for screen in ("DISPLAY", "WAYLAND_DISPLAY"):  # with one the welcome window would open
        monkeypatch.delenv(screen, raising=False)
    assert showctl("--version") == 0
    assert capsys.readouterr().out == f"showctl {__version__}\n"
    assert showctl("--help") == 0
    said = capsys.readouterr().out
    for word in (
        "run",
        "check",
        "simulate",
        "chase",
        "new",
        "engines",
        "stop",
        "journal",
        "fixtures",
        "doctor",
        "exit codes",
    ):
        assert word in said
    assert showctl() == 2
    assert "usage: showctl" in capsys.readouterr().err


@pytest.mark.parametrize(
    "name", ["run", "check", "simulate", "chase", "new", "engines", "stop", "journal", "doctor", "engine", "open"]
)
def test_each_subcommand_explains_itself(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert showctl(name, "--help") == 0
    assert "exit codes" in capsys.readouterr().out


def test_check_good(good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert showctl("check", good) == 0
    assert capsys.readouterr().out == f"{good}: good; 1 cue\n"


def test_check_tells_all_problems_of_all_files(good: Path, wrong: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert showctl("check", wrong, good, wrong) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(": ")[0] for line in lines] == [
        f"{wrong}:2:22",
        f"{wrong}:4:20",
        str(good),
        f"{wrong}:2:22",
        f"{wrong}:4:20",
    ]


def test_check_unreadable_weighs_more(tmp_path: Path, wrong: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert showctl("check", tmp_path / "none.yaml", wrong) == 2
    assert "there is no such file" in capsys.readouterr().out


def test_check_json(good: Path, wrong: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert showctl("check", "--json", good, wrong, tmp_path) == 2
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(each["file"], each.get("line")) for each in found] == [
        (str(wrong), 2),
        (str(wrong), 4),
        (str(tmp_path), None),
    ]
    assert all(each["what"] for each in found)
    keys = {"file", "line", "column", "path", "where", "what", "remedy", "question"}
    assert all(set(each) == keys for each in found)


@pytest.mark.parametrize("data", [b"", b"\0\xff\xfe junk", b"a: &a [*a]", b"- - - -", "ü".encode("latin-1")])
@pytest.mark.parametrize("subcommand", [["check"], ["simulate"], ["chase", "--to=1"], ["run", "--headless"], ["open"]])
def test_no_file_brings_a_traceback(
    data: bytes,
    subcommand: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    path = tmp_path / "bad.yaml"
    path.write_bytes(data)
    assert showctl(*subcommand, path) in {1, 2}
    said = capsys.readouterr()
    assert "bad.yaml" in said.out + said.err
    assert "Traceback" not in said.out + said.err


@pytest.mark.parametrize(("typed", "meant"), [(["chekc"], "check"), (["runn", "evening.yaml", "--headless"], "run")])
def test_a_misspelt_subcommand_is_said_so(
    typed: list[str], meant: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert showctl(*typed) == 2
    assert f"did you mean `showctl {meant}`?" in capsys.readouterr().err


@pytest.mark.parametrize("typed", ["check.yaml", "./chekc", "evening"])
def test_a_show_that_is_not_there_is_no_misspelt_subcommand(
    typed: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert showctl(typed) == 2
    said = capsys.readouterr().err
    assert "there is no such file" in said
    assert "did you mean" not in said


@pytest.mark.parametrize("typed", [["--hlep"], ["--outputs-off"]])
def test_nobody_is_told_of_a_subcommand_that_nobody_types(typed: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert showctl(*typed) == 2
    said = capsys.readouterr().err
    assert "usage: showctl [-h]" in said
    assert "open" not in said


def test_what_only_headless_does_is_refused_without_it(good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert showctl("run", good, "--go", "--until-idle", "--json") == 2
    assert "only with --headless: --go, --until-idle, --json" in capsys.readouterr().err


def test_the_console_without_a_display_says_what_to_do(
    good: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert showctl(good) == 1
    assert f"showctl run {good} --headless" in capsys.readouterr().err


def test_simulate(good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert showctl("simulate", good, "--json") == 0
    events = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(each["event"], each["due"]) for each in events if each["event"].startswith("cue")] == [
        ("cue started", 0.0),
        ("cue action", 0.0),
        ("cue ended", 1.0),
    ]
    assert showctl("simulate", good, "--go", "2,0.5") == 0
    assert "1.000" in capsys.readouterr().out


def test_simulate_loads_first(good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert showctl("simulate", good, "--load", "1@-250ms", "--json") == 0
    events = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(each["to"], each["due"]) for each in events if each["event"] == "loaded"] == [(0.75, None)]
    assert [(each["event"], each["due"]) for each in events if each["event"].startswith("cue")] == [
        ("cue started", 0.0),
        ("cue action", 0.0),
        ("cue ended", 0.25),
    ]
    assert showctl("simulate", good, "--load", "main/1@500ms", "--go", "2") == 0
    assert "0.5s under way" in capsys.readouterr().out


def test_simulate_begins_in_the_middle_of_a_cue(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    show = tmp_path / "three.yaml"
    cues = "".join(f"  - {{cue: {n}, wait: 10s}}\n" for n in (1, 2, 3))
    show.write_text(f"showctl: 1\nshow: {{title: Three}}\ncues:\n{cues}")
    assert showctl("simulate", show, "--load", "2@3s", "--go", "0", "--json") == 0
    told = capsys.readouterr()
    assert told.err == "showctl: cue 2 is loaded, but GO goes to 1; to begin there, add --standby 2\n"
    assert showctl("simulate", show, "--load", "2@3s", "--standby", "main/2", "--go", "0", "--json") == 0
    told = capsys.readouterr()
    assert told.err == ""
    events = [json.loads(line) for line in told.out.splitlines()]
    assert [(each["cue"], each["into"]) for each in events if each["event"] == "cue started"] == [("2", 3.0)]
    assert showctl("simulate", show, "--standby", "4") == 1
    assert "there is no cue '4'; write 1, 2 or 3" in capsys.readouterr().err
    assert showctl("run", show, "--headless", "--standby", "4") == 1
    assert "there is no cue '4'; write 1, 2 or 3" in capsys.readouterr().err
    assert showctl("simulate", show, "--standby", "2", "--take-from", "3") == 1
    assert "leave out --standby 2" in capsys.readouterr().err


def test_a_load_of_a_cue_that_is_not_there(good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for command in (["simulate"], ["run", "--headless"]):
        assert showctl(*command, good, "--load", "9@3s") == 1
        assert "there is no cue '9'; " in capsys.readouterr().err
    assert showctl("run", good, "--load", "1@3s") == 2
    assert "only with --headless: --load" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        ["--load", "1"],
        ["--load", "@3s"],
        ["--load", "1@soon"],
        ["--go", "soon"],
        ["--go", "-1"],
        ["--go-every", "0"],
        ["--go", "1", "--go-every", "1"],
        ["--levels-every", "nan"],
    ],
)
def test_times_that_make_no_sense(good: Path, arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert showctl("simulate", good, *arguments) == 2
    assert "error:" in capsys.readouterr().err


@pytest.mark.parametrize("port", ["-5", "65536", "on", ""])
def test_ports_that_do_not_exist(good: Path, port: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert showctl("run", good, "--headless", f"--osc-port={port}") == 2
    assert "is no port" in capsys.readouterr().err


CHASED = """showctl: 1
show: {title: Chased}
devices:
  rig: {type: sacn, universes: 1, to: 127.0.0.1}
  desk: {type: osc, profile: behringer/x32, to: 127.0.0.1}
  keys: {type: midi, port: Keys}
patch:
  - {id: front1..front4, fixture: generic/dimmer, at: 1.1}
cues:
  - {cue: 1, light: {look: {front1..front3: full}}}
  - {cue: 2, audio: {device: desk, do: fader, channel: 1, level: 0 dB}}
  - {cue: 3, midi: {device: keys, program: 5, chase: yes}}
  - {cue: 4, midi: {device: keys, program: 6}}
  - {cue: 5, light: {look: {front4: full}}}
lists:
  foyer: {cues: [{cue: 1, wait: 1s}]}
"""


def test_chase(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "chased.yaml"
    path.write_text(CHASED)
    assert showctl("chase", path, "--to", "5") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:3] == [
        "desk     127.0.0.1:10023  /ch/01/mix/fader f:0.75  from cue 2",
        "keys     Keys             C0 05  from cue 3",
        "light    tracked look: 3 parameters, 1 more goes home",
    ]
    assert [line.split(":")[0] for line in lines[3:]] == ["note     cue 4"]
    assert showctl("chase", path, "--to", "main/5", "--json") == 0
    said = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [each["chase"] for each in said] == ["message", "message", "light", "note"]
    assert said[0]["args"] == [0.75]
    assert showctl("chase", path, "--to", "foyer/1") == 0
    assert "tracked look: 0 parameters" in capsys.readouterr().out


def test_simulate_from_a_cue_sends_what_chase_prints(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "chased.yaml"
    path.write_text(CHASED)
    assert showctl("chase", path, "--to", "5", "--json") == 0
    printed = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    for more in ((), ("--go", "9"), ("--go-every", "1")):
        assert showctl("simulate", path, "--take-from", "main/5", "--json", *more) == 0
        said = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
        kept = ("cue", "device", "protocol", "to", "address", "args", "types", "bytes")
        sent = [{key: e[key] for key in kept if key in e} for e in said if e["event"] == "sent"]
        assert sent == [{key: p[key] for key in kept if key in p} for p in printed if p["chase"] == "message"]
        taken = next(e for e in said if e["event"] == "taken")
        assert taken["notes"] == [p["text"] for p in printed if p["chase"] == "note"]
        assert taken["parameters"] == 4
        assert [e["cue"] for e in said if e["event"] == "cue started"] == ["5"]
    assert showctl("simulate", path, "--take-from", "5", "--without", "keys", "--without-light") == 0
    out = capsys.readouterr().out
    assert "taken    5        1 message, 0 parameters in 0s" in out
    assert "C0 05" not in out


@pytest.mark.parametrize(
    ("arguments", "code", "why"),
    [
        (["simulate", "--take-from", "99"], 1, "there is no cue 99"),
        (["simulate", "--take-from", "5", "--without", "dsk"], 1, "no device 'dsk' to leave out; write one of desk"),
        (["run", "--headless", "--take-from", "99"], 1, "there is no cue 99"),
        (["run", "--take-from", "5"], 2, "only with --headless"),
        (["run", "--headless", "--without", "desk"], 2, "add --take-from"),
        (["simulate", "--without-light"], 2, "add --take-from"),
    ],
)
def test_what_cannot_be_taken_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], code: int, why: str
) -> None:
    path = tmp_path / "chased.yaml"
    path.write_text(CHASED)
    assert showctl(arguments[0], path, *arguments[1:]) == code
    assert why in capsys.readouterr().err


def test_chase_to_a_cue_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "chased.yaml"
    path.write_text(CHASED)
    assert showctl("chase", path, "--to", "foyer/11") == 1
    assert "there is no cue 'foyer/11'; did you mean 'foyer/1'?" in capsys.readouterr().err
    assert showctl("chase", path) == 2
    assert "--to" in capsys.readouterr().err


def test_new_writes_a_good_show_and_never_over_another(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    small, big = tmp_path / "my-gala.yaml", tmp_path / "big.yaml"
    assert showctl("new", small) == 0
    assert "My gala" in small.read_text()
    assert showctl("new", big, "--cues", "30", "--universes", "2") == 0
    assert showctl("check", small, big) == 0
    assert "30 cues" in capsys.readouterr().out
    text = small.read_text()
    assert showctl("new", small) == 1
    assert small.read_text() == text
    assert showctl("new", tmp_path / "none" / "x.yaml") == 2
    assert showctl("new", tmp_path / "x.yaml", "--cues", "0") == 1
    assert not (tmp_path / "x.yaml").exists()


def test_new_takes_numbers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert showctl("new", tmp_path / "x.yaml", "--cues", "many") == 2
    assert "'many' is no number; write a whole number such as 100" in capsys.readouterr().err


def test_new_prints_a_command_that_works(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "showctl", "new", str(tmp_path / "my show.yaml")]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    opened = shlex.split(said.partition("open it with: ")[2])
    assert opened == [sys.executable, "-m", "showctl", str(tmp_path / "my show.yaml")]


@pytest.fixture
def until_end() -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


def test_engines_says_what_differs_tonight() -> None:
    lists = (ListState("main", "1"),)
    seen = Snapshot(1, 0.0, 0.0, "", False, False, "", lists=lists, disarmed=("2", "foyer/F1"), flagged=("3",))
    engine = RunningEngine(Meeting(VERSION, 4711, 1, "", "/gala.yaml", 0.0, title="Gala"), seen)
    assert str(engine).endswith("standby 1; 0 active; disarmed tonight: 2, foyer/F1; flagged tonight: 3")
    assert json.loads(json.dumps(engine.as_dict()))["evening"] == {
        "armed": [],
        "disarmed": ["2", "foyer/F1"],
        "flagged": ["3"],
        "unflagged": [],
    }


def test_engines_says_how_devices_are() -> None:
    devices = (
        DeviceStatus("rig", "sacn", "10.0.0.7:5568, multicast on eth0, 44 frames/s", "sent", "", 7),
        DeviceStatus("desk", "osc", "10.0.0.8:8000", "error", "there is no way"),
    )
    seen = Snapshot(1, 0.0, 0.0, "", False, True, "", devices=devices)
    engine = RunningEngine(Meeting(VERSION, 4711, 1, "", "/gala.yaml", 0.0, title="Gala"), seen)
    assert str(engine).splitlines()[1:] == [
        "         rig: sacn to 10.0.0.7:5568, multicast on eth0, 44 frames/s: sent",
        "         desk: osc to 10.0.0.8:8000: error (there is no way)",
    ]
    said = json.loads(json.dumps(engine.as_dict()))["devices"]
    assert [(each["device"], each["state"], each["sent"]) for each in said] == [
        ("rig", "sent", 7),
        ("desk", "error", 0),
    ]


def test_engines_and_stop_without_any(capsys: pytest.CaptureFixture[str]) -> None:
    assert showctl("engines") == 0
    assert capsys.readouterr().out == "no engine is running\n"
    assert showctl("engines", "--json") == 0
    assert capsys.readouterr().out == ""
    assert showctl("stop") == 1
    assert showctl("stop", "none.yaml") == 1
    assert "no engine plays none.yaml" in capsys.readouterr().err


def test_an_engine_that_does_not_answer_is_listed_and_stop_says_how(
    good: Path, until_end: ExitStack, capsys: pytest.CaptureFixture[str]
) -> None:
    reservation = Reservation(good)
    until_end.callback(reservation.close)
    reservation.publish(Meeting(VERSION, 4711, 1, "", str(good), 0.0, title="Good"))
    assert showctl("engines", "--json") == 0
    assert json.loads(capsys.readouterr().out) == {
        "pid": 4711,
        "show": str(good),
        "title": "Good",
        "standby": {},
        "active": [],
        "evening": {},
        "parked": {},
        "highlighted": [],
        "devices": [],
        "outputs_off": False,
        "answers": False,
        "started": 0.0,
    }
    assert showctl("stop") == 1
    assert "kill -9 4711" in capsys.readouterr().err


def test_doctor(capsys: pytest.CaptureFixture[str]) -> None:
    assert showctl("doctor") == 0
    said = capsys.readouterr().out
    for word in (f"showctl: {__version__}", "MIDI", "network lo", "OSC input", "real time", "able to run"):
        assert word in said
    assert showctl("doctor", "--json") == 0
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert all(each["state"] in {"ok", "missing"} for each in found)
    assert all(each["state"] == "ok" for each in found if each["subject"].startswith("network"))


def test_doctor_says_when_it_cannot_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "run" / "showctl").mkdir()
    (tmp_path / "run" / "showctl").chmod(0o755)
    assert showctl("doctor") == 1
    assert "broken  meeting" in capsys.readouterr().out


def test_a_reader_that_has_had_enough_is_no_error(tmp_path: Path) -> None:
    big = tmp_path / "big.yaml"
    assert showctl("new", big, "--cues", "400") == 0
    command = [sys.executable, "-m", "showctl", "simulate", str(big)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as reader:
        assert reader.stdout
        assert reader.stderr
        reader.stdout.readline()
        reader.stdout.close()
        assert reader.stderr.read() == b""
        assert reader.wait(30) == 0


def test_broken_cues_are_an_error_to_check_and_none_to_simulate(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    show = tmp_path / "broken.yaml"
    show.write_text("showctl: 1\nshow: {title: Broken}\ncues:\n  - {cue: 1, start: 9}\n  - {cue: 2, wait: 1s}\n")
    where = f"{show}:4:21: cue 1 > start: there is no cue '9'; "
    assert showctl("check", show) == 1
    assert capsys.readouterr().out.startswith(where)
    for command in (("simulate", show), ("chase", show, "--to", "2")):
        assert showctl(*command) == 0
        out, err = capsys.readouterr()
        assert err.startswith(where)
        assert err.endswith(f"{show}: 1 cue is broken: it does nothing and keeps its times; all else plays\n")
        assert "broken" in out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["play", "sunny.yaml"], "there is no subcommand 'play' and no such show; did you mean `showctl run`?"),
        (["validate", "sunny.yaml"], "did you mean `showctl check`?"),
        (
            ["frob", "sunny.yaml"],
            "there is no subcommand 'frob' and no such show; `showctl --help` lists what there is",
        ),
        (["run", "sunny", "--headless"], "sunny: there is no such file; did you mean sunny.yaml?"),
        (["check", "sunny"], "sunny: there is no such file; did you mean sunny.yaml?"),
        (["check", "rainy"], "rainy: there is no such file; check the name and the folder"),
    ],
)
def test_words_that_are_no_subcommands_and_no_shows(
    words: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "sunny.yaml").write_text("showctl: 1\nshow: {title: A}\n")
    monkeypatch.chdir(tmp_path)
    assert main(words) == 2
    assert said in "".join(capsys.readouterr())
