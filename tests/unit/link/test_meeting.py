"""The meeting file: found while its engine lives, refused where others could touch it, claims kept apart."""

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from showctl.link import meeting as meetings
from showctl.link.framing import VERSION
from showctl.link.meeting import Claim, Meeting, Reservation, Taken
from showctl.link.place import UnsafeFolder, place_of, refuse_unsafe, runtime_folder


@pytest.fixture(autouse=True)
def runtime(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "run"
    folder.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    return folder


@pytest.fixture
def until_end() -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


def reserved(until_end: ExitStack, path: Path, *claims: Claim, title: str = "") -> Reservation:
    reservation = Reservation(path)
    until_end.callback(reservation.close)
    reservation.publish(
        Meeting(VERSION, os.getpid(), 4711, "secret", str(reservation.show), 1.0, title=title, claims=claims)
    )
    return reservation


def test_found_by_any_way_of_writing_the_path(
    tmp_path: Path, until_end: ExitStack, monkeypatch: pytest.MonkeyPatch
) -> None:
    show = tmp_path / "a" / "show.yaml"
    show.parent.mkdir()
    show.write_text("")
    reserved(until_end, show)
    monkeypatch.chdir(show.parent)
    found = meetings.find(Path("../a/./show.yaml"))
    assert found
    assert found.port == 4711
    assert meetings.find(tmp_path / "other.yaml") is None


def test_not_found_before_it_can_be_reached_nor_after_its_end(tmp_path: Path) -> None:
    reservation = Reservation(tmp_path / "show.yaml")
    assert meetings.find(reservation.show) is None
    assert meetings.is_starting(reservation.show)
    reservation.publish(Meeting(VERSION, 1, 1, "", str(reservation.show), 0.0))
    assert meetings.find(reservation.show)
    reservation.close()
    assert meetings.find(reservation.show) is None
    assert not meetings.is_starting(reservation.show)
    assert [path.name for path in runtime_folder().iterdir()] == ["claims.lock"]


def test_one_engine_for_a_show(tmp_path: Path, until_end: ExitStack) -> None:
    reserved(until_end, tmp_path / "show.yaml")
    with pytest.raises(Taken, match=rf"already played by another engine \(pid {os.getpid()}\).*showctl stop"):
        Reservation(tmp_path / "show.yaml")


def test_what_a_dead_engine_left_is_removed(tmp_path: Path) -> None:
    place = place_of(tmp_path / "show.yaml")
    place.lock.touch()
    place.meeting.write_text('{"version":1,"pid":1,"port":1,"token":"","show":"x","started":0.0}')
    assert meetings.find(tmp_path / "show.yaml") is None
    assert meetings.running() == []
    assert not place.meeting.exists()


@pytest.mark.parametrize("text", [b"", b"{", b'{"version":1', b"\xff\xfe\x00", b"[]", b'{"version":"1"}', b"null"])
def test_a_torn_file_is_no_meeting(tmp_path: Path, until_end: ExitStack, text: bytes) -> None:
    reservation = reserved(until_end, tmp_path / "show.yaml")
    reservation.place.meeting.write_bytes(text)
    assert meetings.find(tmp_path / "show.yaml") is None
    assert meetings.running() == []


def test_running_ones_are_listed(tmp_path: Path, until_end: ExitStack) -> None:
    for name in ("a", "b"):
        reserved(until_end, tmp_path / name, title=name)
    assert {meeting.title for meeting in meetings.running()} == {"a", "b"}


def test_a_claimed_universe_is_refused_by_name(tmp_path: Path, until_end: ExitStack) -> None:
    reserved(until_end, tmp_path / "a.yaml", Claim(1, "127.0.0.1", 5568), Claim(2, "127.0.0.1", 5568), title="Gala")
    reserved(until_end, tmp_path / "b.yaml", Claim(2, "127.0.0.2", 5568))
    second = reserved(until_end, tmp_path / "c.yaml", Claim(3, "127.0.0.1", 5568))
    with pytest.raises(Taken, match=r"universe 2 to 127\.0\.0\.1:5568 is already sent by the engine of Gala .*pid"):
        second.publish(Meeting(VERSION, 1, 1, "", str(second.show), 0.0, claims=(Claim(2, "127.0.0.1", 5568),)))
    kept = meetings.find(second.show)
    assert kept
    assert kept.claims == (Claim(3, "127.0.0.1", 5568),)


@pytest.mark.skipif(sys.platform == "win32", reason="only for systems with file modes")
def test_files_are_for_our_eyes_only(tmp_path: Path, until_end: ExitStack) -> None:
    reservation = reserved(until_end, tmp_path / "show.yaml")
    assert stat.S_IMODE(runtime_folder().stat().st_mode) == 0o700
    for path in (reservation.place.meeting, reservation.place.lock):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.skipif(sys.platform == "win32", reason="only for systems with file modes")
@pytest.mark.parametrize("mode", [0o755, 0o770, 0o701])
def test_a_folder_that_others_can_enter_is_refused(runtime: Path, mode: int) -> None:
    (runtime / "showctl").mkdir()
    (runtime / "showctl").chmod(mode)
    with pytest.raises(UnsafeFolder, match="open to other users; run: chmod 700"):
        runtime_folder()


@pytest.mark.skipif(sys.platform == "win32", reason="only for systems with file modes")
def test_a_folder_that_is_a_link_is_refused(runtime: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir(mode=0o700)
    (runtime / "showctl").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(UnsafeFolder, match="not a folder of yours"):
        runtime_folder()


@pytest.mark.skipif(sys.platform == "win32", reason="only for systems with file modes")
def test_a_folder_that_others_can_replace_is_refused(runtime: Path) -> None:
    (runtime / "showctl").mkdir(mode=0o700)
    runtime.chmod(0o777)
    with pytest.raises(UnsafeFolder, match="lets other users replace"):
        refuse_unsafe(runtime / "showctl")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only for root, who can give a folder away")
def test_a_folder_of_somebody_else_is_refused(runtime: Path) -> None:
    (runtime / "showctl").mkdir(mode=0o700)
    os.chown(runtime / "showctl", 65534, 65534)
    with pytest.raises(UnsafeFolder, match="not a folder of yours"):
        runtime_folder()
