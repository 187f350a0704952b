"""The recovery file: what is kept of edits, when it is there to be found, and when it is gone."""

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showctl.session.backup import Backups
from showctl.session.recovery import RecoveryWriter, discard, found
from showctl.session.recovery_file import FIRST_LINE, Head, decoded, encoded, places
from showctl.showfile.text import digest

OLD, NEW, NEWER = b"showctl: 1\n", b"showctl: 1 # new\r\n", b"\xef\xbb\xbfshowctl: 1 # newer \xc3\xa4"
SOON = 10.0


@pytest.fixture
def show(tmp_path: Path) -> Path:
    path = tmp_path / "gala.yaml"
    path.write_bytes(OLD)
    return path


@pytest.fixture
def writer(show: Path) -> Iterator[RecoveryWriter]:
    made = RecoveryWriter(show, digest(OLD), every=0.001)
    yield made
    made.close(discard=True)


def kept(writer: RecoveryWriter, text: bytes, *edits: str) -> int:
    serial = writer.put(text, edits)
    assert writer.wait(serial, SOON), writer.trouble
    assert writer.kept >= serial
    return serial


def test_what_was_put_is_found_byte_for_byte(show: Path, writer: RecoveryWriter) -> None:
    assert found(show) is None
    for text in (NEW, NEWER):
        kept(writer, text, "set label of cue 1", "delete cue 2")
        recovery = found(show)
        assert recovery is not None
        assert recovery.text == text
        assert recovery.head.edits == ("set label of cue 1", "delete cue 2")
        assert not recovery.changed_since
        assert recovery.place == writer.place == show.with_name(".gala.yaml.recovery")
        assert str(recovery).startswith(f"2 edits by {recovery.who}, 20")
        assert str(recovery).endswith("the last of them: delete cue 2")


def test_a_save_takes_it_away(show: Path, writer: RecoveryWriter) -> None:
    serial = kept(writer, NEW, "an edit")
    show.write_bytes(NEW)
    assert found(show) is None  # in the moment between the two, too
    writer.saved(serial, digest(NEW))
    assert writer.kept == serial
    assert writer.close(discard=False)
    assert [path.name for path in show.parent.iterdir()] == ["gala.yaml"]


def test_undone_back_to_the_file_there_is_nothing_to_recover(show: Path, writer: RecoveryWriter) -> None:
    kept(writer, NEW, "an edit")
    serial = writer.put(OLD, (), digest(OLD))
    assert writer.wait(serial, SOON)
    assert found(show) is None
    assert not places(show)[0].exists()


def test_undone_back_to_the_file_while_another_state_is_saved(show: Path, writer: RecoveryWriter) -> None:
    first = kept(writer, NEW, "an edit")
    assert writer.saving(digest(NEW), SOON)
    serial = writer.put(OLD, (), digest(OLD))
    assert writer.wait(serial, SOON)
    show.write_bytes(NEW)
    for _ in range(2):
        recovery = found(show)
        assert recovery is not None
        assert (recovery.text, recovery.changed_since) == (OLD, False)
        writer.saved(first, digest(NEW))
        assert writer.wait(serial, SOON)


def test_undone_back_to_the_file_while_a_save_fails(show: Path, writer: RecoveryWriter) -> None:
    kept(writer, NEW, "an edit")
    assert writer.saving(digest(NEW), SOON)
    kept(writer, OLD)
    writer.put(OLD, (), digest(OLD))
    writer.not_saved()
    assert writer.close(discard=False)
    assert not places(show)[0].exists()


def test_edits_after_a_save_stay_and_are_of_the_new_file(show: Path, writer: RecoveryWriter) -> None:
    first = kept(writer, NEW, "one")
    kept(writer, NEWER, "one", "two")
    show.write_bytes(NEW)
    recovery = found(show)
    assert recovery is not None
    assert not recovery.changed_since  # by its states, before the writer was told
    writer.saved(first, digest(NEW))
    assert writer.close(discard=False)
    recovery = found(show)
    assert recovery is not None
    assert (recovery.text, recovery.head.base, recovery.changed_since) == (NEWER, digest(NEW), False)


def test_a_state_about_to_be_saved_is_known_for_ours_even_if_it_was_never_written(
    show: Path, writer: RecoveryWriter
) -> None:
    kept(writer, NEWER, "an edit")
    assert writer.saving(digest(NEW), SOON)
    show.write_bytes(NEW)
    recovery = found(show)
    assert recovery is not None
    assert not recovery.changed_since


def test_who_waits_does_not_wait_for_the_pause(show: Path) -> None:
    writer = RecoveryWriter(show, digest(OLD), every=60)
    for text in (NEW, NEWER, OLD):
        kept(writer, text, "an edit")
        assert writer.saving(digest(text), SOON)
    writer.close(discard=True)


def test_a_change_by_somebody_else_is_told(show: Path, writer: RecoveryWriter) -> None:
    kept(writer, NEW, "an edit")
    show.write_bytes(b"theirs")
    recovery = found(show)
    assert recovery is not None
    assert recovery.changed_since
    show.unlink()
    recovery = found(show)
    assert recovery is not None
    assert recovery.changed_since


def test_closing_without_discarding_writes_what_was_put(show: Path) -> None:
    writer = RecoveryWriter(show, digest(OLD), every=60)
    for number in range(20):
        writer.put(b"%d" % number, ("an edit",))
    assert writer.close(discard=False)
    recovery = found(show)
    assert recovery is not None
    assert recovery.text == b"19"


def test_discarding_leaves_nothing(show: Path) -> None:
    writer = RecoveryWriter(show, digest(OLD), every=0.001)
    kept(writer, NEW, "an edit")
    writer.put(NEWER, ("another",))
    assert writer.close(discard=True)
    assert [path.name for path in show.parent.iterdir()] == ["gala.yaml"]


def test_texts_are_made_in_the_thread_and_only_the_newest(show: Path) -> None:
    made: list[int] = []
    first = threading.Event()

    def text(number: int) -> bytes:
        assert threading.current_thread().name == "recovery"
        made.append(number)
        assert first.wait(SOON)
        return b"%d" % number

    writer = RecoveryWriter(show, digest(OLD), every=0.001)
    serials = [writer.put(lambda number=number: text(number), ("an edit",)) for number in range(100)]
    first.set()
    assert writer.wait(serials[-1], SOON)
    assert len(made) <= 2
    assert made[-1] == 99
    writer.close(discard=True)


def test_what_an_earlier_session_left_goes_to_the_backups(show: Path) -> None:
    first = RecoveryWriter(show, digest(OLD), every=0.001)
    kept(first, NEW, "theirs")
    assert first.close(discard=False)
    second = RecoveryWriter(show, digest(OLD), every=0.001)
    kept(second, NEWER, "ours")
    second.close(discard=True)
    (backup,) = Backups(show).all()
    assert (backup.read(), backup.unsaved) == (NEW, True)


def test_a_discarded_recovery_is_in_the_backups(show: Path) -> None:
    writer = RecoveryWriter(show, digest(OLD), every=0.001)
    kept(writer, NEW, "an edit")
    writer.close(discard=False)
    recovery = found(show)
    assert recovery is not None
    assert discard(recovery, show) == ""
    assert found(show) is None
    (backup,) = Backups(show).all()
    assert (backup.read(), backup.unsaved) == (NEW, True)


def test_edits_of_two_sessions_in_two_places_are_both_kept(show: Path) -> None:
    beside, elsewhere = places(show)
    for text, when, session in ((NEW, 5.0, "one"), (NEWER, 6.0, "two")):
        head = Head("", session, 1, when, "anna", "desk", 3, digest(OLD), (), (), len(text), digest(text))
        place = beside if session == "two" else elsewhere
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(encoded(head, text))
    recovery = found(show)
    assert recovery is not None
    assert recovery.text == NEWER
    assert discard(recovery, show) == ""
    assert found(show) is None
    assert [backup.read() for backup in Backups(show).all()] == [NEWER, NEW]


def test_of_one_session_the_later_state_counts_whatever_the_clock_says(show: Path) -> None:
    beside, elsewhere = places(show)
    elsewhere.parent.mkdir(parents=True, exist_ok=True)
    for text, when, serial, place in ((NEW, 9.0, 1, beside), (NEWER, 2.0, 2, elsewhere)):
        head = Head("", "one", serial, when, "anna", "desk", 3, digest(OLD), (), (), len(text), digest(text))
        place.write_bytes(encoded(head, text))
    recovery = found(show)
    assert recovery is not None
    assert recovery.text == NEWER
    elsewhere.unlink()


def test_where_the_folder_is_no_place_the_users_data_folder_is(show: Path) -> None:
    beside, elsewhere = places(show)
    beside.mkdir()  # so nothing can be renamed to it, whoever we are
    writer = RecoveryWriter(show, digest(OLD), every=0.001)
    kept(writer, NEW, "an edit")
    assert writer.place == elsewhere
    recovery = found(show)
    assert recovery is not None
    assert (recovery.text, recovery.place) == (NEW, elsewhere)
    writer.close(discard=True)
    assert not elsewhere.exists()


def test_where_there_is_no_place_at_all_it_is_said_until_there_is(show: Path) -> None:
    beside, elsewhere = places(show)
    beside.mkdir()
    elsewhere.mkdir(parents=True)
    writer = RecoveryWriter(show, digest(OLD), every=0.001)
    serial = writer.put(NEW, ("an edit",))
    assert not writer.close(discard=False)
    assert writer.kept < serial
    assert writer.trouble.startswith(f"Edits are not kept for recovery: {beside.parent}: ")
    assert writer.trouble.endswith(". Save the show.")
    elsewhere.rmdir()


def test_a_fault_in_what_makes_the_text_is_no_silence(show: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[threading.ExceptHookArgs] = []
    monkeypatch.setattr(threading, "excepthook", seen.append)
    writer = RecoveryWriter(show, digest(OLD))
    writer.put(lambda: b"%d" % (1 // 0), ("an edit",))
    assert not writer.close(discard=False)
    assert seen[0].exc_type is ZeroDivisionError
    assert "through a fault of showctl" in writer.trouble


# The file ---------------------------------------------------------------------------------------------------------

HEAD = Head("/gala.yaml", "s", 1, 2.0, "anna", "desk", 3, "b", (), ("an edit",), len(NEW), digest(NEW))


def test_a_path_that_is_no_text_stops_nothing(tmp_path: Path) -> None:
    show = Path(os.fsdecode(os.fsencode(tmp_path) + b"/gala\xff.yaml"))
    show.write_bytes(OLD)
    writer = RecoveryWriter(show, digest(OLD), every=0.001)
    kept(writer, NEW, "an edit")
    recovery = found(show)
    assert recovery is not None
    assert recovery.head.show.endswith("gala\\xff.yaml")
    writer.close(discard=True)


def test_a_torn_file_is_no_recovery(show: Path) -> None:
    whole = encoded(HEAD, NEW)
    assert decoded(whole) == (HEAD, NEW)
    for length in range(len(whole)):
        assert decoded(whole[:length]) is None
    assert decoded(whole + b"x") is None
    places(show)[0].write_bytes(whole[:-1])
    assert found(show) is None


@given(st.binary(max_size=200), st.integers(0, 400), st.integers(0, 20))
def test_no_bytes_are_a_fault(junk: bytes, at: int, cut: int) -> None:
    whole = encoded(HEAD, NEW)
    for data in (junk, FIRST_LINE + junk, whole[:at] + junk + whole[at + cut :]):
        read = decoded(data)
        assert read is None or digest(read[1]) == read[0].digest
