"""Where a show sends is agreed to once on a machine; what is new asks again, and nothing on loopback does."""

import json
import threading
from pathlib import Path

import pytest

from showctl.link.agreed import AS_SHIPPED, FILE, Agreed, agree, new_destinations, waiting_words
from showctl.link.file_lock import FileLock
from showctl.link.place import data_folder
from showctl.program.destination import Destination, all_destinations
from showctl.program.opening import open_to_play
from showctl.program.program import Program
from showctl.shipped import shipped

TEXT = """\
showctl: 1
show: {title: A}
devices:
  rig: {type: sacn, universes: 1-3, to: [10.0.0.5, 127.0.0.1, multicast], interface: lo}
  more: {type: sacn, universes: "7, 9", to: 10.0.0.5}
  desk: {type: osc, to: "mixer.local:10023", backup: "[fe80::1]:10024"}
  here: {type: osc, to: "localhost:9000", backup: "127.1.2.3:9000"}
  six: {type: osc, to: "[::1]:9000"}
  keys: {type: midi, port: Switcher}
"""


@pytest.fixture(autouse=True)
def own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path / "data"


def program_of(folder: Path, text: str = TEXT) -> tuple[Path, Program]:
    file = folder / "a show.yaml"
    file.write_text(text)
    return file, open_to_play(file).program


def test_what_is_listed(tmp_path: Path) -> None:
    _, program = program_of(tmp_path)
    assert [str(each) for each in all_destinations(program)] == [
        "sACN universes 1-3, 7, 9 to 10.0.0.5:5568",
        "sACN universes 1-3 to multicast on lo",
        "OSC to mixer.local:10023",
        "OSC to [fe80::1]:10024",
        "MIDI to port Switcher",
    ]


def test_it_is_asked_once(tmp_path: Path) -> None:
    file, program = program_of(tmp_path)
    assert new_destinations(file, program) == list(all_destinations(program))
    assert not any(Agreed(file).allows(target) for target in program.targets if target.device not in ("here", "six"))
    assert all(Agreed(file).allows(target) for target in program.targets if target.device in ("here", "six"))
    agree(file, all_destinations(program))
    assert new_destinations(file, program) == []
    assert all(map(Agreed(file).allows, program.targets))
    assert (data_folder() / FILE).stat().st_mode & 0o777 == 0o600
    (tmp_path / "link.yaml").symlink_to(file)
    assert new_destinations(tmp_path / "link.yaml", program) == [], "the same file by another name"


def test_what_is_new_asks_again(tmp_path: Path) -> None:
    file, program = program_of(tmp_path)
    agree(file, all_destinations(program))
    text = TEXT.replace('"7, 9"', "7-9").replace("10023", "10025").replace("Switcher", "Switcher 2")
    _, changed = program_of(tmp_path, text)
    assert [str(each) for each in new_destinations(file, changed)] == [
        "sACN universes 1-3, 7-9 to 10.0.0.5:5568",
        "OSC to mixer.local:10025",
        "MIDI to port Switcher 2",
    ]
    assert [target.device for target in changed.targets if not Agreed(file).allows(target)] == ["more", "desk", "keys"]
    assert new_destinations(file, program) == []


def test_another_show_asks_for_itself(tmp_path: Path) -> None:
    file, program = program_of(tmp_path)
    agree(file, all_destinations(program))
    other = tmp_path / "other.yaml"
    assert len(new_destinations(other, program)) == 5
    agree(other, all_destinations(program)[:1])
    assert len(new_destinations(other, program)) == 4
    assert new_destinations(file, program) == []


def test_shows_that_ship_are_not_asked_about() -> None:
    sent_to = set()
    for show in sorted(shipped("shows").glob("*.yaml")):
        program = open_to_play(show).program
        assert new_destinations(show, program) == []
        sent_to |= set(all_destinations(program))
    assert sent_to == set(AS_SHIPPED)


def test_shows_that_ship_are_asked_about_what_they_did_not_ship_with(tmp_path: Path) -> None:
    """Somebody has edited one in its place."""
    demo = shipped("shows") / "demo.yaml"
    _, program = program_of(tmp_path, TEXT)
    assert new_destinations(demo, program) == [to for to in all_destinations(program) if to not in AS_SHIPPED]
    (tmp_path / "copy.yaml").write_bytes(demo.read_bytes())
    copied = open_to_play(tmp_path / "copy.yaml").program
    assert new_destinations(tmp_path / "copy.yaml", copied) == list(AS_SHIPPED), "a copy may be anybody's"


@pytest.mark.parametrize("kept", ["", "{", "[]", '{"a": 1}', "[" * 100_000, "\0"])
def test_what_cannot_be_read_is_asked_anew(kept: str, tmp_path: Path) -> None:
    file, program = program_of(tmp_path)
    (data_folder() / FILE).write_text(kept)
    assert len(new_destinations(file, program)) == 5
    agree(file, all_destinations(program))
    assert new_destinations(file, program) == []
    json.loads((data_folder() / FILE).read_text())


def test_for_this_time_only(tmp_path: Path) -> None:
    file, program = program_of(tmp_path)
    agreed = Agreed(file)
    agreed.add(all_destinations(program))
    assert all(map(agreed.allows, program.targets))
    assert len(new_destinations(file, program)) == 5


def test_words_name_some() -> None:
    many = [Destination("osc", f"10.0.0.{n}:9000") for n in range(9)]
    said = waiting_words(many, Path("my show.yaml"))
    assert "OSC to 10.0.0.3:9000 and 5 more" in said
    assert "showctl agree 'my show.yaml'" in said


def test_two_that_agree_at_once_lose_nothing(tmp_path: Path) -> None:
    """Each waits for the other; who cannot have the file says so."""
    file, program = program_of(tmp_path)
    every = all_destinations(program)
    shows = [tmp_path / f"{number}.yaml" for number in range(8)]
    threads = [threading.Thread(target=agree, args=(show, every)) for show in shows]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(new_destinations(show, program) == [] for show in shows)
    with FileLock((data_folder() / FILE).with_suffix(".lock")), pytest.raises(OSError, match="locked"):
        agree(file, every)
