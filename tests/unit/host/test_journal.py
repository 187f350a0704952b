"""Journals: what is in one, what is read back, which are kept, and what becomes of lines that cannot be written."""

import io
import json
import os
import re
import sys
import threading
from datetime import datetime
from pathlib import Path

import pytest

from showctl import __version__
from showctl.cli import main
from showctl.engine.event import AnyEvent, CommandTaken, CueEnded, CueLoaded, CueStarted, GoRefused, Sent, Warned
from showctl.engine.snapshot import Snapshot
from showctl.host import journal as journal_module
from showctl.host.journal import Journal
from showctl.host.journal_file import MOST_BYTES, MOST_FILES, journal_folder, journals, last_line, lines, prune
from showctl.host.journal_words import words
from showctl.host.report import Json
from showctl.model.message import OscArgument, OscMessage

OFFSET = 1_795_800_000.0
"""Unix time minus monotonic time, of the snapshots here."""
MESSAGE = OscMessage("/ch/01/mix/on", (OscArgument("i", 1),))
EVENTS: list[AnyEvent] = [
    CommandTaken(due=10.0, name="go", source="OSC 127.0.0.1", cue="5"),
    CueStarted(due=10.0, cue="5", run=1),
    Sent(due=10.25, cue="5", device="desk", to="127.0.0.1:10023", message=MESSAGE, sent=10.2504),
    GoRefused(due=10.3, reason="too soon", source="console", remaining=0.2),
    CueEnded(due=10.5, cue="5", run=1),
]


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("data", "run"):
        (tmp_path / name).mkdir(mode=0o700)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "run"))
    monkeypatch.setattr(journal_module, "GATHER", 0.0)


def snapshot(instant: float = 9.0, digest: str = "d" * 64) -> Snapshot:
    return Snapshot(1, instant, OFFSET + instant, digest, False, False, "real-time priority 50")


def no_warning(text: str) -> None:
    pytest.fail(text)


def recorded(show: Path, *, events: list[AnyEvent] = EVENTS, ends: bool = True) -> Path:
    """The journal of a run of the show; one that does not end is cut off in its last line."""
    journal = Journal(show, no_warning)
    journal.tell(events[:1], snapshot())
    journal.tell(events[1:], None)
    journal.close("it was stopped by console")
    path = next(journals(show)).path
    if not ends:
        path.write_bytes(path.read_bytes().rpartition(b', "reason"')[0])
    return path


def said(path: Path) -> list[Json]:
    return [json.loads(line) for line in path.read_text().splitlines()]


def test_all_that_happened_is_there_with_its_time(tmp_path: Path) -> None:
    show = tmp_path / "gala.yaml"
    path = recorded(show)
    head, command, started, sent, refused, ended, end = said(path)
    assert head == {
        "at": head["at"],
        "event": "journal",
        "show": str(show),
        "digest": "d" * 64,
        "version": __version__,
        "pid": os.getpid(),
        "outputs_off": False,
        "realtime": "real-time priority 50",
        "wall": OFFSET + 9.0,
        "due": 9.0,
    }
    assert (command["name"], command["source"], command["cue"]) == ("go", "OSC 127.0.0.1", "5")
    assert started["event"] == "cue started"
    assert (sent["due"], sent["sent"], sent["late_us"]) == (10.25, 10.2504, 400)
    assert sent["address"] == "/ch/01/mix/on"
    at = datetime.fromisoformat(sent["at"])
    assert at.utcoffset() is not None
    assert at.timestamp() == OFFSET + 10.25
    assert (refused["reason"], refused["remaining"]) == ("too soon", 0.2)
    assert ended["event"] == "cue ended"
    assert (end["event"], end["reason"], end["lost"]) == ("end", "it was stopped by console", False)
    assert [*lines(path)] == said(path)


def test_its_name_says_when_what_and_who_and_nobody_else_can_read_it(tmp_path: Path) -> None:
    path = recorded(tmp_path / "my gala*[2] – ü.v1.yaml")
    assert re.fullmatch(rf"\d{{4}}-\d\d-\d\d-\d{{6}}-my_gala__2____ü_v1-{os.getpid()}\.jsonl", path.name)
    if sys.platform != "win32":
        assert path.stat().st_mode & 0o777 == 0o600
        assert path.parent.stat().st_mode & 0o777 == 0o700
    assert len(os.fsencode(recorded(tmp_path / ("ü" * 120 + ".yaml")).name)) < 255


@pytest.mark.skipif(sys.platform != "linux", reason="only for Linux: elsewhere every name is Unicode")
def test_names_that_are_no_unicode_are_kept(tmp_path: Path) -> None:
    show = tmp_path / os.fsdecode(b"g\xe4la.yaml")
    path = recorded(show, events=[CommandTaken(due=1.0, name="go", source="\ud800")])
    assert [each["show"] for each in lines(path) if "show" in each] == [str(show)]
    assert path.read_bytes().decode("utf-8").count("\\ud800") == 1
    assert [kept.path for kept in journals(show)] == [path]


def test_an_engine_that_never_played_leaves_none(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "gala.yaml", no_warning)
    journal.tell([Warned(due=1.0, text="the port is taken")], None)
    journal.close("nobody looking on")
    assert not journal_folder().exists()


def test_what_was_said_before_the_first_snapshot_is_in_it(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "gala.yaml", no_warning)
    journal.tell([Warned(due=1.0, text="the port is taken")], None)
    journal.tell([], snapshot())
    journal.tell([], snapshot(digest="e" * 64))
    journal.close("x")
    assert [each["event"] for each in said(next(journals()).path)] == ["journal", "warning", "playing", "end"]


def test_a_torn_last_line_is_left_out_and_the_run_counts_as_lost(tmp_path: Path) -> None:
    show = tmp_path / "gala.yaml"
    path = recorded(show, ends=False)
    assert [each["event"] for each in lines(path)][-1] == "cue ended"
    last = last_line(path)
    assert last is not None
    assert last["event"] == "cue ended"
    assert next(journals(show)).end is None


@pytest.mark.parametrize(
    "junk", [b"", b"\n\n", b"[" * 100_000, b"\0" * 1000, b'{"event": "journal"', b"[1]\n2\nnull\n"]
)
def test_a_file_that_is_no_journal_is_none(junk: bytes, tmp_path: Path) -> None:
    path = recorded(tmp_path / "gala.yaml")
    other = path.with_name("2026-11-23-120000-junk-1.jsonl")
    other.write_bytes(junk)
    assert [kept.path for kept in journals()] == [path]
    assert last_line(other) is None


def test_the_next_run_names_the_one_that_was_lost(tmp_path: Path) -> None:
    show, other = tmp_path / "gala.yaml", tmp_path / "other.yaml"
    lost = recorded(show, ends=False)
    assert "after" not in said(recorded(other))[0]
    after = recorded(show)
    assert said(after)[0]["after"] == lost.name
    assert "after" not in said(recorded(show))[0]


def test_an_engine_that_could_not_go_on_is_named_too(tmp_path: Path) -> None:
    show = tmp_path / "gala.yaml"
    journal = Journal(show, no_warning)
    journal.tell([], snapshot())
    journal.close("ValueError()", lost=True)
    lost = next(journals(show)).path
    assert said(recorded(show))[0]["after"] == lost.name


def test_a_long_run_goes_on_in_another_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal_module, "LARGEST", 100_000)
    monkeypatch.setattr(journal_module, "AT_ONCE", 10)
    show = tmp_path / "gala.yaml"
    journal = Journal(show, no_warning)
    journal.tell([CueStarted(due=float(n), cue=f"{n}", run=n) for n in range(2000)], snapshot())
    journal.close("x")
    parts = [said(kept.path) for kept in journals(show)][::-1]
    parts.sort(key=lambda part: next(int(line["cue"]) for line in part if "cue" in line))
    assert len(parts) > 1
    assert [line["cue"] for part in parts for line in part if "cue" in line] == [f"{n}" for n in range(2000)]
    assert all(part[-1]["event"] == "continued" for part in parts[:-1])
    assert all("continues" in part[0] and "after" not in part[0] for part in parts[1:])
    assert parts[-1][-1]["event"] == "end"


def test_the_newest_are_kept(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    paths = [folder / f"2026-11-23-120000-gala-{number}.jsonl" for number in range(MOST_FILES + 10)]
    for age, path in enumerate(paths):
        path.touch()
        os.utime(path, (2_000_000_000 - age, 2_000_000_000 - age))
    prune(folder, spare={MOST_FILES + 5})
    assert set(folder.iterdir()) == {*paths[:MOST_FILES], paths[MOST_FILES + 5]}


def test_they_are_kept_until_they_are_too_big(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    paths = [folder / f"2026-11-23-120000-gala-{number}.jsonl" for number in range(6)]
    for age, path in enumerate(paths):
        path.touch()
        os.truncate(path, MOST_BYTES // 4)  # sparse: takes no room
        os.utime(path, (2_000_000_000 - age, 2_000_000_000 - age))
    prune(folder)
    assert set(folder.iterdir()) == set(paths[:4])


@pytest.mark.skipif(sys.platform != "linux", reason="only for Linux, which has /dev/full")
def test_a_full_disk_is_told_once_and_costs_only_the_lines(tmp_path: Path) -> None:
    warnings: list[str] = []
    full = open("/dev/full", "ab", buffering=0)  # noqa: SIM115 - the journal closes it
    journal = Journal(tmp_path / "gala.yaml", warnings.append, lambda head: full)
    journal.tell(EVENTS, snapshot())
    journal.tell(EVENTS, snapshot())
    journal.close("x")
    (text,) = warnings
    assert "No space left on device" in text
    assert "free some space on its disk: /dev/full" in text
    assert "The show goes on" in text


class Card(io.FileIO):
    """A file on a card that takes so many bytes, and more when there is room again."""

    room = 0

    def write(self, data: object, /) -> int:
        piece = bytes(data)[: self.room]  # type: ignore[call-overload]
        if not piece and data:
            raise OSError(28, "No space left on device")
        self.room -= len(piece)
        return super().write(piece)


def test_lines_are_whole_and_what_is_missing_is_said(tmp_path: Path) -> None:
    path, warned = tmp_path / "card.jsonl", threading.Event()
    card = Card(path, "a")
    card.room = 500
    journal = Journal(tmp_path / "gala.yaml", lambda text: warned.set(), lambda head: card)  # type: ignore[arg-type,return-value]
    journal.tell(EVENTS, snapshot())
    assert warned.wait(5)
    card.room = 100_000
    journal.close("x")
    events = [each["event"] for each in said(path)]
    assert events[0] == "journal"
    assert events[-1] == "end"
    missing = [each["count"] for each in said(path) if each["event"] == "left out"]
    assert sum(missing) == len(EVENTS)


@pytest.mark.skipif(sys.platform == "win32", reason="only for systems where a pipe is a file")
def test_a_slow_disk_holds_up_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal_module, "MOST", 3000)
    warnings: list[str] = []
    reading, writing = os.pipe()
    journal = Journal(tmp_path / "gala.yaml", warnings.append, lambda head: os.fdopen(writing, "wb", buffering=0))
    many = [CueStarted(due=float(n), cue=f"{n}", run=n) for n in range(10_000)]
    journal.tell(many, snapshot())
    journal.tell(many, None)  # a pipe takes 64 KB, and nobody reads: the thread hangs in its write by now, or soon
    (text,) = warnings
    assert "too slow" in text
    assert "find out what else writes to that disk" in text
    with open(reading, "rb") as pipe:
        ending = threading.Thread(target=journal.close, args=("x",))
        ending.start()
        read = [json.loads(line) for line in pipe]
        ending.join()
    kept = sum(each["event"] == "cue started" for each in read)
    missing = sum(each["count"] for each in read if each["event"] == "left out")
    assert 0 < kept < 20_000
    assert kept + missing == 20_000
    assert read[-1]["event"] == "end"


# In people's words --------------------------------------------------------------------------------------------------


def showctl(*arguments: str | Path) -> int:
    return main(["journal", *map(str, arguments)])


def test_the_last_run_is_printed_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    show = tmp_path / "gala.yaml"
    recorded(show, ends=False)
    path = recorded(show)
    assert showctl(show) == 0
    at = datetime.fromtimestamp(OFFSET + 10.25).astimezone()
    text = capsys.readouterr().out
    assert text.startswith(f"{path}\n{show}, state dddddddddddd\nshowctl {__version__}, pid {os.getpid()}, real-time")
    assert "; the run before was lost: " in text
    assert f"{at:%H:%M:%S}.250  sent     5        desk     127.0.0.1:10023  /ch/01/mix/on i:1  0.400 ms late" in text
    assert "refused           GO from console: too soon, 0.200 s left" in text
    assert text.endswith(": it was stopped by console\n")


def test_a_lost_run_is_said_to_be_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    recorded(tmp_path / "gala.yaml", ends=False)
    assert showctl() == 0
    at = datetime.fromtimestamp(OFFSET + 10.5).astimezone()
    assert f"ended without saying so at {at:%Y-%m-%d %H:%M:%S}: the engine was lost" in capsys.readouterr().out


def test_json_is_what_is_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = recorded(tmp_path / "gala.yaml")
    assert showctl("--json") == 0
    assert capsys.readouterr().out == path.read_text()


def test_all_are_listed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first, second = recorded(tmp_path / "gala.yaml", ends=False), recorded(tmp_path / "other.yaml")
    assert showctl("--list") == 0
    newest, oldest = capsys.readouterr().out.splitlines()
    assert str(second) in newest
    assert "it was stopped by console" in newest
    assert str(first) in oldest
    assert "the engine was lost" in oldest
    assert showctl("--list", "--json", tmp_path / "gala.yaml") == 0
    (listed,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert (listed["file"], listed["end"], listed["running"]) == (str(first), None, False)


def test_no_journal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert showctl(tmp_path / "gala.yaml") == 1
    assert "there is no journal of" in capsys.readouterr().err
    assert showctl("--list") == 0
    assert capsys.readouterr().out == ""


def test_a_line_of_another_version_is_shown_as_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = recorded(tmp_path / "gala.yaml")
    text = path.read_text().replace('"device": "desk", ', "")
    path.write_text(text + '{"at": "soon", "event": "sent"}\n{"event": ["x"], "due": 1}\n')
    assert showctl() == 0
    assert "'event': 'sent'" in capsys.readouterr().out


def test_a_load_keeps_its_time_of_day(tmp_path: Path) -> None:
    """Where a cue was loaded to stands beside the time of day, not in its place."""
    path = recorded(tmp_path / "gala.yaml", events=[*EVENTS, CueLoaded(due=11.0, cue="5", to=90.0)])
    loaded = said(path)[-2]
    assert (loaded["event"], loaded["to"]) == ("loaded", 90.0)
    assert datetime.fromisoformat(loaded["at"]).timestamp() == pytest.approx(OFFSET + 11.0)
    line = next(line for line in words(next(journals(tmp_path / "gala.yaml"))) if " loaded " in line)
    assert "?" not in line
    assert line.endswith("loaded   5        to 1m30s")
