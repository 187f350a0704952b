"""Who has a show open: one at a time, whatever its path is written like, and known by name."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from showctl.link.meeting import running
from showctl.session.show_lock import Held, ShowLock, holder

HOLD = """
import sys, pathlib
from showctl.session.show_lock import ShowLock
lock = ShowLock.take(pathlib.Path(sys.argv[1]), "the test")
print("taken", flush=True)
sys.stdin.readline()
"""


@pytest.fixture
def show(tmp_path: Path) -> Path:
    path = tmp_path / "gala.yaml"
    path.write_text("showctl: 1\n")
    return path


def test_a_second_one_is_told_who_has_it(show: Path) -> None:
    link = show.with_name("link.yaml")
    link.symlink_to(show)
    assert holder(show) is None
    with ShowLock.take(show, "console") as lock:
        assert lock.seen_by_others
        for path in (show, link, Path(os.path.relpath(show))):
            with pytest.raises(Held) as held:
                ShowLock.take(path)
            assert held.value.who is not None
            assert held.value.who.pid == os.getpid()
            assert f"(console, pid {os.getpid()}, since 20" in str(held.value)
            assert holder(path) == held.value.who
    assert holder(link) is None
    assert sorted(path.name for path in show.parent.iterdir()) == ["gala.yaml", "link.yaml"]
    with ShowLock.take(link):
        pass


def test_it_says_where_edits_are_taken_to_this_user_alone(show: Path) -> None:
    with ShowLock.take(show) as lock:
        lock.meet(4711, "secret")
        who = holder(show)
        assert who is not None
        assert (who.port, who.token) == (4711, "secret")
        beside = show.with_name(".gala.yaml.open-by")
        assert "secret" not in beside.read_text()
        assert json.loads(beside.read_text())["port"] == 0


def test_another_machine_is_seen_by_the_lock_beside_the_show(
    show: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with ShowLock.take(show, "console"):
        elsewhere = tmp_path / "run"
        elsewhere.mkdir(mode=0o700)
        monkeypatch.setenv("XDG_RUNTIME_DIR", str(elsewhere))
        with pytest.raises(Held) as held:
            ShowLock.take(show)
        assert held.value.who is not None
        assert held.value.who.program == "console"
        assert holder(show) == held.value.who
        assert not list((elsewhere / "showctl").glob("*.edit*"))  # it does not keep the half that it got


def test_a_folder_that_takes_no_lock_leaves_the_users_own(show: Path) -> None:
    show.with_name(".gala.yaml.lock").mkdir()
    with ShowLock.take(show) as lock:
        assert not lock.seen_by_others
        with pytest.raises(Held):
            ShowLock.take(show)
    ShowLock.take(show).release()


def test_a_process_that_is_killed_leaves_no_lock(show: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(show)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "taken\n"
        who = holder(show)
        assert who is not None
        assert (who.pid, who.program) == (process.pid, "the test")
        with pytest.raises(Held, match="the test, pid"):
            ShowLock.take(show)
        process.kill()
        process.wait()
    assert show.with_name(".gala.yaml.open-by").exists()  # it lies, and nobody believes it
    assert holder(show) is None
    assert not show.with_name(".gala.yaml.open-by").exists()
    ShowLock.take(show).release()


@pytest.mark.parametrize("text", [b"", b"{", b"[" * 5000, b'{"user": 1}', b"\xff\xff", b'{"user": "\x80"}'])
def test_who_it_is_may_be_unreadable(show: Path, tmp_path: Path, text: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    with ShowLock.take(show):
        show.with_name(".gala.yaml.open-by").write_bytes(text)
        elsewhere = tmp_path / "run"
        elsewhere.mkdir(mode=0o700)
        monkeypatch.setenv("XDG_RUNTIME_DIR", str(elsewhere))
        with pytest.raises(Held, match="is open to be edited by somebody else; close it there, or only look at it"):
            ShowLock.take(show)
        assert str(holder(show)).startswith("somebody on an unknown machine")


def test_it_is_no_engine(show: Path) -> None:
    with ShowLock.take(show):
        assert running() == []
        assert holder(show) is not None
