"""Disks that are full, can only be read, or hang: nothing is torn, nobody waits for ever, there is a second place."""

import fcntl
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from showctl.cli import main
from showctl.session.backup import Backups
from showctl.session.on_disk import Watch
from showctl.session.recovery import RecoveryWriter, found
from showctl.session.recovery_file import places
from showctl.session.saving import Saving, save_show
from showctl.session.show_lock import ShowLock
from showctl.showfile.save import NotSaved, save
from showctl.showfile.text import digest
from tests.receivers import namespace
from tests.receivers.wait import wait_until

OLD = b"showctl: 1\nshow: {title: Old}\n"
NEW = b"showctl: 1\nshow: {title: New}\n# " + b"x" * 30_000 + b"\n"
SOON = 20.0


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "disk"
    folder.mkdir()
    try:
        with namespace.small_disk(folder, 100_000):
            yield folder
    except PermissionError:
        pytest.skip("mounting a disk needs root")


@pytest.fixture
def show(disk: Path) -> Path:
    path = disk / "gala.yaml"
    path.write_bytes(OLD)
    return path


def fill(disk: Path) -> Path:
    """Until nothing more goes onto it. The file that fills it."""
    filler = disk / "filler"
    with pytest.raises(OSError, match="No space left"), filler.open("wb", buffering=0) as file:  # noqa: PT012
        while True:
            file.write(b"x" * 4096)
    return filler


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_a_full_disk(show: Path) -> None:
    filler = fill(show.parent)
    with pytest.raises(NotSaved) as caught:
        save_show(show, NEW, expected=digest(OLD))
    assert "the disk is full; make room on the disk of" in caught.value.text
    assert show.read_bytes() == OLD
    assert names(show.parent) == {"gala.yaml", "filler"}
    second = caught.value.second_place
    assert second.parent.stat().st_dev != show.stat().st_dev
    assert save(second, NEW).digest == digest(NEW)
    second.unlink()
    filler.unlink()
    save_show(show, NEW, expected=digest(OLD))
    assert show.read_bytes() == NEW


def test_edits_on_a_full_disk_are_kept_on_another(show: Path) -> None:
    fill(show.parent)
    writer = RecoveryWriter(show, digest(OLD), every=0.001)
    serial = writer.put(NEW, ("an edit",))
    assert writer.wait(serial, SOON)
    assert writer.place == places(show)[1]
    assert writer.trouble == ""
    recovery = found(show)
    assert recovery is not None
    assert recovery.text == NEW
    assert writer.close(discard=True)
    assert found(show) is None


def test_a_disk_that_fills_up_while_a_show_is_edited(show: Path) -> None:
    """The older state beside the show is not taken for the newest."""
    writer = RecoveryWriter(show, digest(OLD), every=0.001)
    assert writer.wait(writer.put(OLD + b"# 1\n", ("one",)), SOON)
    assert writer.place == places(show)[0]
    fill(show.parent)
    assert writer.wait(writer.put(NEW, ("one", "two")), SOON)
    assert writer.close(discard=False)
    assert all(place.exists() for place in places(show))
    recovery = found(show)
    assert recovery is not None
    assert (recovery.text, recovery.head.edits) == (NEW, ("one", "two"))
    assert recovery.place == places(show)[1]
    places(show)[1].unlink()


def test_a_disk_that_can_only_be_read(show: Path, capsys: pytest.CaptureFixture[str]) -> None:
    namespace.make_read_only(show.parent)
    with ShowLock.take(show) as lock:
        assert not lock.seen_by_others
    with pytest.raises(NotSaved, match="can only be read; make it writable and save again") as caught:
        save_show(show, NEW, expected=digest(OLD))
    assert caught.value.second_place.parent.stat().st_dev != show.stat().st_dev
    writer = RecoveryWriter(show, digest(OLD), every=0.001)
    assert writer.wait(writer.put(NEW, ("an edit",)), SOON)
    assert writer.close(discard=False)
    assert main(["recover", str(show), "--take"]) == 1
    assert "can only be read" in capsys.readouterr().err
    assert found(show) is not None
    namespace.make_read_only(show.parent, False)
    assert main(["recover", str(show), "--take"]) == 0
    assert show.read_bytes() == NEW


def test_backups_that_find_no_room_stop_no_save(show: Path, disk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(disk / "data"))
    Backups(show).all()
    elsewhere = disk.parent / "elsewhere.yaml"
    elsewhere.write_bytes(NEW)
    Backups(elsewhere).all()
    fill(disk)
    saved = save_show(elsewhere, OLD)
    assert saved.notes == ("What stood in elsewhere.yaml before was not backed up: No space left on device.",)
    assert elsewhere.read_bytes() == OLD


# A disk that does not answer ------------------------------------------------------------------------------------------

HANG = """
import fcntl, os, signal, sys
signal.signal(signal.SIGIO, signal.SIG_IGN)
file = os.open(sys.argv[1], os.O_RDWR)
fcntl.fcntl(file, fcntl.F_SETLEASE, fcntl.F_WRLCK)
print("hangs", flush=True)
sys.stdin.read()
"""


@contextmanager
def hanging(path: Path) -> Iterator[None]:
    """Whoever opens this file waits inside the system until the end of the block, as on a share that has vanished: the
    kernel waits for who holds a lease on it to give it back (fcntl(2), for 45 s at most)."""
    if not hasattr(fcntl, "F_SETLEASE"):
        pytest.skip("only for Linux")
    with subprocess.Popen(
        [sys.executable, "-c", HANG, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"hangs\n"
        try:
            yield
        finally:
            process.send_signal(signal.SIGKILL)


@pytest.fixture
def local(tmp_path: Path) -> Path:
    path = tmp_path / "gala.yaml"
    path.write_bytes(OLD)
    return path


def test_a_save_that_hangs_is_given_up_and_changes_nothing_later(local: Path) -> None:
    with hanging(local):
        saving = Saving(local, NEW)
        with pytest.raises(NotSaved, match="its disk or share has not answered for 0 s") as caught:
            saving.wait(0.3)
        assert saving.is_going_on
        assert save(caught.value.second_place, NEW).digest == digest(NEW)
        caught.value.second_place.unlink()
    wait_until(lambda: not saving.is_going_on, "the end of the save")
    assert local.read_bytes() == OLD
    assert names(local.parent) & {"gala.yaml", "run"} == names(local.parent)


def test_edits_are_kept_elsewhere_when_the_place_beside_the_show_hangs(local: Path) -> None:
    first = RecoveryWriter(local, digest(OLD), every=0.001)
    assert first.wait(first.put(OLD + b"# 1\n", ("one",)), SOON)
    assert first.close(discard=False)
    recovery = found(local)
    assert recovery is not None
    with hanging(recovery.place):
        writer = RecoveryWriter(local, digest(OLD), every=0.001, patience=2.0)
        serial = writer.put(NEW, ("two",))
        assert writer.wait(serial, SOON)
        assert writer.place == places(local)[1]
    recovery = found(local)
    assert recovery is not None
    assert recovery.text == NEW
    assert writer.close(discard=True)
    assert found(local) is None
    (backup,) = Backups(local).all()
    assert (backup.read(), backup.unsaved) == (OLD + b"# 1\n", True)


def test_a_look_that_hangs_is_told_and_so_is_its_end(local: Path) -> None:
    with hanging(local):
        watch = Watch(local, digest(OLD), every=0.02, silent_after=0.2)
        told: list[str] = []

        def poll() -> str:
            if (seen := watch.poll()) is not None:
                told.append(f"{seen.kind}: {seen.text}")
            return told[-1] if told else ""

        wait_until(lambda: "does not answer" in poll(), "that it does not answer")
    wait_until(lambda: "answers again" in poll(), "that it answers again")
    local.write_bytes(NEW)
    wait_until(lambda: "changed by another program" in poll(), "the change")
    watch.close()
    assert [line.partition(":")[0] for line in told] == ["unreadable", "same", "changed"]


def test_writing_a_full_disk_by_the_command_line(show: Path, capsys: pytest.CaptureFixture[str]) -> None:
    save_show(show, NEW)
    fill(show.parent)
    assert main(["backups", str(show), "--restore", "1"]) in (0, 1)
    said = capsys.readouterr()
    assert "Traceback" not in said.err
    assert show.read_bytes() in (OLD, NEW)
    assert os.listdir(show.parent).count("gala.yaml") == 1
