"""A passcode reaches the device that it is for, and nothing else: no file, no line, no log."""

import io
import shlex
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from showctl.cli import main as main_of
from showctl.outputs.osc_codec import decode

CODE = "s3cr3t-4711"
SHOW = """\
showctl: 1
show: {title: Quiet}
devices:
  qlab: {type: osc, profile: figure53/qlab, to: "127.0.0.1:%d", backup: "127.0.0.2:%d"}
cues:
  - {cue: 1, audio: {device: qlab, do: connect}, continue: auto-follow}
  - {cue: 2, audio: {device: qlab, do: start cue, cue: 5}, continue: auto-follow}
  - {cue: 3, wait: 300ms}
"""


def showctl(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "showctl", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


@pytest.fixture(autouse=True)
def own_world(netns: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path / "home"
    for name in ("RUNTIME_DIR", "DATA_HOME", "STATE_HOME", "CONFIG_HOME", "CACHE_HOME"):
        folder = home / name.lower()
        folder.mkdir(mode=0o700, parents=True)
        monkeypatch.setenv(f"XDG_{name}", str(folder))
    return home


def heard(receiver: socket.socket) -> list[tuple[str, list[object]]]:
    receiver.setblocking(False)
    found = []
    while True:
        try:
            found += [(m.address, [a.value for a in m.args]) for m in decode(receiver.recv(2048))]
        except BlockingIOError:
            return found


def test_from_the_terminal_to_the_wire_and_nowhere_else(
    own_world: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with (
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as main,
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as backup,
    ):
        main.bind(("127.0.0.1", 0))
        backup.bind(("127.0.0.2", 0))
        show = tmp_path / "quiet.yaml"
        show.write_text(SHOW % (main.getsockname()[1], backup.getsockname()[1]))
        said = []

        def run(*arguments: str | Path, given: str = "", code: int = 0) -> str:
            """In this process, but for what takes its signals."""
            if arguments[0] == "run":
                done = showctl(*arguments)
                found, text = done.returncode, done.stdout + done.stderr
            else:
                monkeypatch.setattr("sys.stdin", io.StringIO(given))
                found = main_of([*map(str, arguments)])
                text = "".join(capsys.readouterr())
            assert found == code, text
            said.append(text)
            return text

        play = ("run", show, "--headless", "--go", "--until-idle", "--json", "--osc-port", "off")
        assert f"showctl passcode set {shlex.quote(str(show))} qlab" in run(*play)
        assert heard(main) == heard(backup) == [("/forgetMeNot", [1]), ("/cue/5/start", [])]
        assert "there is no OSC device 'qlap'; did you mean 'qlab'?" in run("passcode", "set", show, "qlap", code=1)
        assert "is kept in" in run("passcode", "set", show, "qlab", given=f"{CODE}\n")
        assert run("passcode", "list", show).count(": kept") == 2
        assert '"types": "p"' in run(*play)
        for receiver in (main, backup):
            assert heard(receiver) == [("/connect", [CODE]), ("/forgetMeNot", [1]), ("/cue/5/start", [])]
        for command in (
            ["run", show, "--headless", "--go", "--until-idle", "--outputs-off", "--osc-port", "off"],
            ["simulate", show, "--json"],
            ["chase", show, "--to", "3"],
            ["journal", show],
            ["journal", show, "--json"],
            ["check", show, "--json"],
            ["engines", "--json"],
            ["agree", show, "--json"],
            ["diff", show, show],
            ["export", show, "--csv", tmp_path / "cues.csv"],
            ["recover", show],
        ):
            run(*command)
        main_of(["doctor"])
        said.append("".join(capsys.readouterr()))
        run("bundle", show, "--out", tmp_path / "quiet.zip")
        run("unbundle", tmp_path / "quiet.zip", tmp_path / "there")
        assert CODE not in "".join(said)
        found = [file for file in tmp_path.rglob("*") if file.is_file() and CODE.encode() in file.read_bytes()]
        assert found == [own_world / "config_home" / "showctl" / "passcodes.json"]
        assert found[0].stat().st_mode & 0o777 == 0o600
        found[0].chmod(0o644)
        assert "is open to other users" in run(*play)
        found[0].chmod(0o600)
        assert run("passcode", "forget", show, "qlab").count("forgotten") == 2
        assert not found[0].exists()
