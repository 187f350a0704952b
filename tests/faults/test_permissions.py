"""Folders and files that somebody else owns: what may not be written is refused in words, and nobody gains a right."""

import json
import os
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from showctl.session.show_lock import ShowLock
from tests.faults.as_nobody import NEW, NOBODY, OLD


@pytest.fixture
def world() -> Iterator[Path]:
    """A folder where `nobody` gets to: pytest's own are closed."""
    if os.getuid() != 0:
        pytest.skip("becoming another user needs root")
    with tempfile.TemporaryDirectory(prefix="showctl-nobody-") as folder:
        os.chmod(folder, 0o755)
        yield Path(folder)


@pytest.fixture
def shows(world: Path) -> Path:
    (world / "shows").mkdir(mode=0o755)
    return world / "shows"


def add(shows: Path, name: str, folder: int, file: int) -> Path:
    """A show of root's, in a folder of root's."""
    show = shows / name / "gala.yaml"
    show.parent.mkdir()
    show.write_bytes(OLD)
    show.chmod(file)
    show.parent.chmod(folder)
    return show


def as_nobody(shows: Path, world: Path) -> dict[str, dict[str, str | list[str]]]:
    home = world / "nobody"
    environment = dict(os.environ)
    for name in ("HOME", "XDG_RUNTIME_DIR", "XDG_DATA_HOME"):
        path = home / name.lower()
        path.mkdir(parents=True)
        os.chown(path, NOBODY, NOBODY)
        path.chmod(0o700)
        environment[name] = str(path)
    command = [sys.executable, "-m", "tests.faults.as_nobody", str(shows)]
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    said: dict[str, dict[str, str | list[str]]] = json.loads(ended.stdout)
    return said


def test_who_may_not_write_is_told_and_has_a_second_place(shows: Path, world: Path) -> None:
    closed = add(shows, "closed folder", 0o755, 0o666)
    guarded = add(shows, "protected file", 0o777, 0o444)
    sticky = add(shows, "like tmp", 0o1777, 0o666)
    said = as_nobody(shows, world)
    home = str(world / "nobody" / "home")
    for show in (closed, guarded, sticky):
        (why,) = said[show.parent.name]["saved"]
        assert f"Or save a copy as {home}/gala, saved aside 20" in why
        assert show.read_bytes() == OLD
        assert stat.S_IMODE(show.stat().st_mode) in (0o666, 0o444)
    assert f"you may not write into the folder {closed.parent}" in said["closed folder"]["saved"][0]
    assert "you may not write this file" in said["protected file"]["saved"][0]
    assert "you may not" in said["like tmp"]["saved"][0]
    assert said["closed folder"]["locked"] == "seen by this user"
    assert said["protected file"]["locked"] == "seen by others"
    assert str(said["closed folder"]["kept"]).startswith(str(world / "nobody" / "xdg_data_home"))
    assert said["protected file"]["kept"] == str(guarded.parent / ".gala.yaml.recovery")


def test_what_of_another_owner_cannot_be_kept_is_noted_and_gives_nobody_a_right(shows: Path, world: Path) -> None:
    show = add(shows, "shared", 0o777, 0o664)
    show.chmod(0o676)  # so that nobody may write it, and its group more than the rest
    said = as_nobody(shows, world)
    assert said["shared"]["saved"] == [
        "gala.yaml has another group now: only members of the old one can keep it.",
        "gala.yaml is yours now: only root can save it for its owner.",
    ]
    assert show.read_bytes() == NEW
    assert (show.stat().st_uid, show.stat().st_gid) == (NOBODY, NOBODY)
    assert stat.S_IMODE(show.stat().st_mode) == 0o666


def test_another_user_is_seen_by_the_lock_beside_the_show(shows: Path, world: Path) -> None:
    show = add(shows, "shared", 0o777, 0o666)
    with ShowLock.take(show, "console"):
        said = as_nobody(shows, world)
    assert f"(console, pid {os.getpid()}, since 20" in str(said["shared"]["locked"])
