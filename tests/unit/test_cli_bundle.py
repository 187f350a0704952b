"""`showctl bundle` and `unbundle`, and shows opened from bundles: the same show, on whatever machine."""

import os
import shutil
import stat
import zipfile
from pathlib import Path

import pytest

from showctl.cli import main
from showctl.program.opening import open_to_play
from showctl.session.unpacked import from_bundle, is_from_bundle
from showctl.shipped import shipped

TEXT = """\
showctl: 1
# Größe, as written
show: {title: "Gala"}
devices:
  rig: {type: sacn, universes: 1, to: 127.0.0.1}
  player: {type: osc, profile: own/Player Ü, to: 127.0.0.1:9}
patch:
  - {id: a1..a3, fixture: maker/My Lamp, at: 1.1}
  - {id: b, fixture: generic/dimmer, at: 1.20}
cues:
  - {cue: 1, light: {look: {a1..a3: full, b: 50%}}}
  - {cue: 2, video: {device: player, do: play, clip: 3}}
"""
PLAYER = """\
showctl profile: 1
name: Player
protocol: osc
commands:
  play: {does: Play, arguments: {clip: {whole: 1..99}}, send: "/play ,i {clip}"}
"""


@pytest.fixture
def show(tmp_path: Path) -> Path:
    """A show in a folder with a blank in its name, with a fixture profile that is a link out of it."""
    folder = tmp_path / "my shows"
    (folder / "fixtures" / "maker").mkdir(parents=True)
    (folder / "profiles" / "own").mkdir(parents=True)
    elsewhere = tmp_path / "lamp.yaml"
    lamp = shipped("fixtures_library") / "generic" / "dimmer.yaml"
    elsewhere.write_bytes(lamp.read_bytes() + b"# mine\n")
    (folder / "fixtures" / "maker" / "My Lamp.yaml").symlink_to(elsewhere)
    (folder / "profiles" / "own" / "Player Ü.yaml").write_text(PLAYER, encoding="utf-8")
    file = folder / "gala night.yaml"
    file.write_bytes(TEXT.replace("\n", "\r\n").encode())
    return file


def test_there_and_back(show: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "to take along.zip"
    assert main(["bundle", str(show), "--out", str(out)]) == 0
    said = capsys.readouterr()
    assert "gala night.yaml with 3 profiles" in said.out
    assert "fixture profile maker/My Lamp, beside the show" in said.out
    assert "fixture profile generic/dimmer, shipped with showctl" in said.out
    assert "this is a link to" in said.err
    assert main(["bundle", str(show), "--out", str(out)]) == 0, "the same bytes are no other file"

    before = open_to_play(show)
    text = show.read_bytes()
    shutil.rmtree(show.parent)  # another machine, which has none of it
    opened = from_bundle(out)
    assert opened.read_bytes() == text
    assert open_to_play(opened).program == before.program
    assert from_bundle(out) == opened
    assert is_from_bundle(opened)
    assert not is_from_bundle(out)
    for command in (["check"], ["simulate", "--go", "0,1"], ["chase", "--to", "2"], ["patch"], ["track"]):
        assert main([command[0], str(out), *command[1:]]) == 0, command

    folder = tmp_path / "unpacked here" / "ü"
    assert main(["unbundle", str(out), str(folder)]) == 0
    assert open_to_play(folder / "gala night.yaml").program == before.program
    assert (folder / "gala night.yaml").read_bytes() == text
    assert os.access(folder / "gala night.yaml", os.W_OK)
    assert main(["unbundle", str(out), str(folder)]) == 1, "nothing is written over"


def test_a_bundle_of_another_is_not_written_over(show: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.zip"
    out.write_bytes(b"mine")
    assert main(["bundle", str(show), "--out", str(out)]) == 1
    assert out.read_bytes() == b"mine"
    assert main(["bundle", str(show), "--out", str(out), "--replace"]) == 0
    assert zipfile.is_zipfile(out)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.zip", "lamp.yaml", "my shows"]


def test_what_was_changed_in_the_cache_is_made_anew(show: Path, tmp_path: Path) -> None:
    """Nobody plays what somebody put in the place of the show."""
    out = tmp_path / "a.zip"
    assert main(["bundle", str(show), "--out", str(out)]) == 0
    opened = from_bundle(out)
    text = opened.read_bytes()
    assert not opened.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH)
    opened.chmod(0o600)
    opened.write_bytes(text + b"# more")
    (opened.parent / "fixtures" / "strange.yaml").write_text("")
    assert from_bundle(out).read_bytes() == text
    assert not (opened.parent / "fixtures" / "strange.yaml").exists()
    opened.unlink()
    opened.symlink_to(show)
    assert not from_bundle(out).is_symlink()
    beside = opened.with_name(".lock of another console")
    beside.write_text("mine")
    profiles = opened.parent / "profiles"
    shutil.rmtree(profiles)
    profiles.symlink_to(show.parent / "profiles")
    assert from_bundle(out).read_bytes() == text
    assert not profiles.is_symlink()
    assert (profiles / "own" / "Player Ü.yaml").is_file()
    assert beside.read_text() == "mine", "what is no part of the bundle and is not read stays"
    assert [path.name for path in opened.parent.parent.iterdir() if path.name.startswith("new-")] == []


def test_what_is_no_bundle_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = tmp_path / "x.zip"
    bad.write_bytes(b"PK")
    assert main(["check", str(bad)]) == 2
    assert "it is no zip file, or cut short" in capsys.readouterr().out
    assert main(["simulate", str(bad)]) == 2
    assert f"{bad}: it is no zip file" in capsys.readouterr().err
    assert main(["simulate", str(tmp_path / "none.zip")]) == 2
    assert "there is no such file" in capsys.readouterr().err
    assert main(["unbundle", str(bad), str(tmp_path / "new")]) == 2
    assert not (tmp_path / "new").exists()


def test_an_open_cache_is_not_used(show: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "a.zip"
    assert main(["bundle", str(show), "--out", str(out)]) == 0
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "cache" / "showctl" / "bundles").mkdir(parents=True, mode=0o777)
    (tmp_path / "cache" / "showctl" / "bundles").chmod(0o777)
    assert main(["check", str(out)]) == 1


def test_a_bundle_is_a_source_and_what_would_change_it_says_to_unpack_it(
    show: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bundle, into, table = tmp_path / "My Show.zip", tmp_path / "into.yaml", tmp_path / "table.csv"
    assert main(["bundle", str(show), "--out", str(bundle)]) == 0
    data = bundle.read_bytes()
    into.write_text("showctl: 1\nshow: {title: Other}\n")
    table.write_text("cue,label\n1,x\n")
    assert main(["copy", str(bundle), "--into", str(into), "--patch", "--devices"]) == 0
    assert "a1..a3" in into.read_text()
    assert main(["check", str(into)]) == 0
    assert (tmp_path / "fixtures" / "maker" / "My Lamp.yaml").is_file()
    capsys.readouterr()
    for command in (
        ["format", str(bundle)],
        ["backups", str(bundle)],
        ["recover", str(bundle)],
        ["copy", str(show), "--into", str(bundle), "--patch"],
        ["import", str(table), "--into", str(bundle)],
    ):
        assert main(command) == 1
        assert f"showctl unbundle '{bundle}' FOLDER" in capsys.readouterr().err
    assert bundle.read_bytes() == data
