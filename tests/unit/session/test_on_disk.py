"""Whether the show file is still ours: what is news, what is not, and that it is said once."""

import os
from pathlib import Path

import pytest

from showctl.session.on_disk import OnDisk, Seen
from showctl.showfile.save import save
from showctl.showfile.text import digest

OLD, NEW = b"showctl: 1 # old\n", b"showctl: 1 # new\n"


@pytest.fixture
def show(tmp_path: Path) -> Path:
    path = tmp_path / "gala.yaml"
    path.write_bytes(OLD)
    return path


@pytest.fixture
def file(show: Path) -> OnDisk:
    return OnDisk(show, digest(OLD))


def news(file: OnDisk) -> Seen | None:
    """After two looks: what is there at one only is waited for. A third has nothing to add."""
    seen = [look for look in (file.look(), file.look(), file.look()) if look is not None]
    assert len(seen) <= 1
    return seen[0] if seen else None


def kind(file: OnDisk) -> str:
    seen = news(file)
    return seen.kind if seen is not None else "nothing new"


def test_a_file_that_is_left_alone_is_no_news(file: OnDisk) -> None:
    assert kind(file) == "nothing new"


def test_the_same_bytes_are_no_news_however_they_come(show: Path, file: OnDisk) -> None:
    for touch in (lambda: show.touch(), lambda: show.chmod(0o600), lambda: show.write_bytes(OLD)):
        touch()
        assert kind(file) == "nothing new"
    other = show.with_name("other")
    other.write_bytes(OLD)
    other.replace(show)
    assert kind(file) == "nothing new"


def test_a_change_is_told_once_by_write_and_by_rename(show: Path, file: OnDisk) -> None:
    show.write_bytes(NEW)
    seen = news(file)
    assert seen is not None
    assert (seen.kind, seen.digest) == ("changed", digest(NEW))
    assert "changed by another program. Reload it, keep yours, or merge the two." in seen.text
    assert kind(file) == "nothing new"
    other = show.with_name("other")
    other.write_bytes(NEW + b"# more\n")
    other.replace(show)
    assert kind(file) == "changed"
    show.write_bytes(OLD)
    assert kind(file) == "same"


def test_a_change_of_the_same_size_and_time_is_seen(show: Path, file: OnDisk) -> None:
    assert kind(file) == "nothing new"
    before = show.stat()
    show.write_bytes(NEW)
    os.utime(show, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert kind(file) == "changed"


def test_a_file_gone_and_back(show: Path, file: OnDisk) -> None:
    show.rename(show.with_name("away"))
    assert kind(file) == "gone"
    show.with_name("away").rename(show)
    assert kind(file) == "same"


def test_what_is_there_for_one_look_only_is_waited_for(show: Path, file: OnDisk) -> None:
    show.rename(show.with_name("away"))
    assert file.look() is None
    show.with_name("away").rename(show)
    assert kind(file) == "nothing new"
    show.write_bytes(NEW[:5])
    assert file.look() is None
    show.write_bytes(NEW)
    assert file.look() is None
    seen = file.look()
    assert seen is not None
    assert seen.digest == digest(NEW)


def test_what_cannot_be_read_is_told(show: Path, file: OnDisk) -> None:
    show.unlink()
    show.mkdir()
    seen = news(file)
    assert seen is not None
    assert seen.kind == "unreadable"
    assert "The show is still open here." in seen.text


def test_a_pipe_holds_up_nothing(show: Path, file: OnDisk) -> None:
    show.unlink()
    os.mkfifo(show)
    assert kind(file) == "unreadable"


def test_our_own_save_is_no_news(show: Path, file: OnDisk) -> None:
    file.saving(digest(NEW))
    saved = save(show, NEW)
    assert kind(file) == "nothing new"
    file.saved(saved.digest)
    assert kind(file) == "nothing new"
    show.write_bytes(OLD)
    assert kind(file) == "changed"


def test_a_save_takes_back_news_on_its_way(show: Path, file: OnDisk) -> None:
    show.write_bytes(NEW)
    seen = news(file)
    assert seen is not None
    assert file.is_news(seen)
    file.saved(digest(NEW))
    assert not file.is_news(seen)
    assert kind(file) == "nothing new"
