"""A save with all that belongs to it: backup, recovery file, and what another program did meanwhile."""

from pathlib import Path

import pytest

from showctl.session.backup import Backups
from showctl.session.recovery import RecoveryWriter, found
from showctl.session.saving import Saving, save_show
from showctl.showfile.save import ChangedOnDisk, NotSaved
from showctl.showfile.text import digest

OLD, NEW, THEIRS = b"showctl: 1 # old\n", b"showctl: 1 # new\n", b"showctl: 1 # theirs\n"


@pytest.fixture
def show(tmp_path: Path) -> Path:
    path = tmp_path / "gala.yaml"
    path.write_bytes(OLD)
    return path


def test_what_stood_there_is_backed_up(show: Path) -> None:
    saved = save_show(show, NEW, expected=digest(OLD))
    assert (saved.digest, saved.notes) == (digest(NEW), ())
    assert [backup.read() for backup in Backups(show).all()] == [OLD]
    save_show(show, NEW, expected=digest(NEW))
    assert len(Backups(show).all()) == 1  # nothing was replaced


def test_a_save_goes_on_without_a_backup_and_says_so(show: Path) -> None:
    Backups(show).keep(b"")
    folder = Backups(show).all()[0].path.parent
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()
    folder.touch()
    assert save_show(show, NEW).notes == ("What stood in gala.yaml before was not backed up: File exists.",)
    assert show.read_bytes() == NEW
    folder.unlink()


def test_what_another_program_wrote_is_not_written_over(show: Path) -> None:
    show.write_bytes(THEIRS)
    with pytest.raises(ChangedOnDisk, match="Reload it, keep yours, or merge the two"):
        save_show(show, NEW, expected=digest(OLD))
    assert show.read_bytes() == THEIRS
    save_show(show, NEW)  # keep ours
    assert [backup.read() for backup in Backups(show).all()] == [THEIRS]


def test_a_file_that_is_gone_is_made_again(show: Path) -> None:
    show.unlink()
    save_show(show, NEW, expected=digest(OLD))
    assert show.read_bytes() == NEW


def test_what_is_no_file_is_refused_in_words(show: Path) -> None:
    show.unlink()
    show.mkdir()
    with pytest.raises(NotSaved, match="this is a folder"):
        save_show(show, NEW, expected=digest(OLD))


def test_the_recovery_file_has_it_first_and_goes_when_it_is_saved(show: Path) -> None:
    writer = RecoveryWriter(show, digest(OLD), every=0.001)
    serial = writer.put(NEW, ("an edit",))
    saving = Saving(show, lambda: NEW, expected=digest(OLD), recovery=writer, serial=serial)
    assert saving.wait().digest == digest(NEW)
    assert not saving.is_going_on
    assert writer.kept == serial
    assert writer.close(discard=False)
    assert found(show) is None
    assert [path.name for path in show.parent.iterdir()] == ["gala.yaml"]


def test_a_save_that_fails_leaves_the_recovery_file(show: Path) -> None:
    writer = RecoveryWriter(show, digest(OLD), every=0.001)
    serial = writer.put(NEW, ("an edit",))
    show.write_bytes(THEIRS)
    with pytest.raises(ChangedOnDisk):
        Saving(show, NEW, expected=digest(OLD), recovery=writer, serial=serial).wait()
    writer.close(discard=False)
    recovery = found(show)
    assert recovery is not None
    assert (recovery.text, recovery.changed_since) == (NEW, True)
