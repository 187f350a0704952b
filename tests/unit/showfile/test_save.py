"""Saving a show file: what is kept of the old one, what is refused, and with which words."""

import os
import stat
import struct
import time
from pathlib import Path

import pytest

from showctl.showfile.file_state import FileState
from showctl.showfile.save import ChangedOnDisk, NotSaved, save
from showctl.showfile.text import digest
from showctl.showfile.whole_file import DRAFT, GivenUp, drafts_of, write_whole

OLD, NEW = b"showctl: 1\nshow: {title: Old}\n", b"showctl: 1\nshow: {title: New}\n"


@pytest.fixture
def show(tmp_path: Path) -> Path:
    path = tmp_path / "gala.yaml"
    path.write_bytes(OLD)
    return path


def test_the_new_bytes_are_there_and_nothing_else_is(show: Path) -> None:
    saved = save(show, NEW)
    assert show.read_bytes() == NEW
    assert saved.digest == digest(NEW)
    assert saved.state == FileState.of(show.stat())
    assert saved.notes == ()
    assert [path.name for path in show.parent.iterdir()] == ["gala.yaml"]


def test_a_new_file_has_the_mode_of_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        save(tmp_path / "new.yaml", NEW)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "new.yaml").stat().st_mode) == 0o640


@pytest.mark.parametrize("mode", [0o600, 0o664, 0o755])
def test_the_mode_stays(show: Path, mode: int) -> None:
    show.chmod(mode)
    save(show, NEW)
    assert stat.S_IMODE(show.stat().st_mode) == mode


def test_the_owner_stays(show: Path) -> None:
    if os.getuid() != 0:
        pytest.skip("only for root")
    os.chown(show, 4321, 1234)
    assert save(show, NEW).notes == ()
    assert (show.stat().st_uid, show.stat().st_gid) == (4321, 1234)


def test_extended_attributes_stay(show: Path) -> None:
    try:
        os.setxattr(show, "user.colour", b"blue")
    except OSError:
        pytest.skip("only for file systems with extended attributes")
    assert save(show, NEW).notes == ()
    assert os.getxattr(show, "user.colour") == b"blue"


def test_an_access_list_stays(show: Path) -> None:
    # acl(5) as Linux keeps it: version 2, then tag, rights and id of owner, user 4321, group, mask, others
    entries = ((1, 6, -1), (2, 6, 4321), (4, 4, -1), (16, 6, -1), (32, 0, -1))
    acl = struct.pack("<I", 2) + b"".join(struct.pack("<HHi", *entry) for entry in entries)
    try:
        os.setxattr(show, "system.posix_acl_access", acl)
    except OSError:
        pytest.skip("only for file systems with access lists")
    assert save(show, NEW).notes == ()
    assert os.getxattr(show, "system.posix_acl_access") == acl


def test_a_link_stays_and_its_target_is_saved(show: Path) -> None:
    folder = show.parent / "links"
    folder.mkdir()
    (folder / "near.yaml").symlink_to("../gala.yaml")
    (folder / "far.yaml").symlink_to(folder / "near.yaml")
    saved = save(folder / "far.yaml", NEW)
    assert show.read_bytes() == NEW
    assert saved.path == show
    assert (folder / "far.yaml").is_symlink()
    assert os.readlink(folder / "near.yaml") == "../gala.yaml"
    assert sorted(path.name for path in folder.iterdir()) == ["far.yaml", "near.yaml"]


def test_a_link_to_nothing_yet_makes_the_file(tmp_path: Path) -> None:
    (tmp_path / "link.yaml").symlink_to("gala.yaml")
    save(tmp_path / "link.yaml", NEW)
    assert (tmp_path / "gala.yaml").read_bytes() == NEW


def test_other_names_of_the_file_keep_the_old_state_and_that_is_said(show: Path) -> None:
    other = show.parent / "other.yaml"
    other.hardlink_to(show)
    assert save(show, NEW).notes == ("gala.yaml has other names (hard links), which keep the state before.",)
    assert other.read_bytes() == OLD


def test_a_change_since_is_not_written_over(show: Path) -> None:
    seen = FileState.of(show.stat())
    show.write_bytes(OLD + b"# theirs\n")
    with pytest.raises(ChangedOnDisk, match="another program has just changed it"):
        save(show, NEW, since=seen)
    assert show.read_bytes() == OLD + b"# theirs\n"
    assert not list(drafts_of(show))


def test_what_nobody_waits_for_any_more_changes_nothing(show: Path) -> None:
    with pytest.raises(GivenUp):
        save(show, NEW, wanted=lambda: False)
    assert show.read_bytes() == OLD
    assert not list(drafts_of(show))


@pytest.mark.parametrize(
    "name", ["x" * 250 + ".yaml", "x" * 244 + "é.yaml", "Ä" * 120 + ".yaml", "-rf.yaml", "a b\n.yaml"]
)
def test_names_at_the_edge(tmp_path: Path, name: str) -> None:
    for data in (OLD, NEW):
        save(tmp_path / name, data)
    assert (tmp_path / name).read_bytes() == NEW
    assert len(list(tmp_path.iterdir())) == 1


def test_drafts_of_the_dead_go_and_those_of_the_living_stay(show: Path) -> None:
    import fcntl

    left, young, living, others = (
        show.with_name(f".{name}.{mark}{DRAFT}")
        for name, mark in (("gala.yaml", "1"), ("gala.yaml", "2"), ("gala.yaml", "3"), ("other.yaml", "4"))
    )
    long_ago = time.time() - 60
    for draft in (left, young, living, others):
        draft.write_bytes(b"half")
        if draft is not young:
            os.utime(draft, (long_ago, long_ago))
    with living.open("rb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        save(show, NEW)
    assert {path for path in show.parent.iterdir() if path.name.endswith(DRAFT)} == {young, living, others}


# Refused, in words -----------------------------------------------------------------------------------------------


def refusal(path: Path) -> NotSaved:
    with pytest.raises(NotSaved) as caught:
        save(path, NEW)
    assert str(caught.value).startswith(f"{path} is not saved: ")
    assert str(caught.value.second_place) in caught.value.text
    assert not caught.value.second_place.exists()
    assert caught.value.second_place.parent.is_dir()
    return caught.value


def test_the_second_place_says_what_it_is(tmp_path: Path) -> None:
    place = refusal(tmp_path / "gone" / "gala.yaml").second_place
    assert place.name.startswith("gala, saved aside 20")
    assert place.suffix == ".yaml"
    assert save(place, NEW).path == place
    again = refusal(tmp_path / "gone" / "gala.yaml").second_place
    assert again != place
    place.unlink()


def test_words_for_what_can_be_wrong_with_a_path(tmp_path: Path) -> None:
    assert f"the folder {tmp_path}/gone is not there any more" in refusal(tmp_path / "gone" / "gala.yaml").text
    assert "the name is too long" in refusal(tmp_path / ("x" * 300 + ".yaml")).text
    (tmp_path / "folder.yaml").mkdir()
    assert "this is a folder" in refusal(tmp_path / "folder.yaml").text
    os.mkfifo(tmp_path / "pipe.yaml")
    assert "not an ordinary file" in refusal(tmp_path / "pipe.yaml").text
    (tmp_path / "round.yaml").symlink_to("round.yaml")
    assert "the link leads back to itself" in refusal(tmp_path / "round.yaml").text
    (tmp_path / "file").touch()
    assert "is not there any more" in refusal(tmp_path / "file" / "gala.yaml").text


def test_a_whole_file_is_for_one_user_when_so_wished(tmp_path: Path) -> None:
    write_whole(tmp_path / "secret", b"x", mode=0o600)
    assert stat.S_IMODE((tmp_path / "secret").stat().st_mode) == 0o600
