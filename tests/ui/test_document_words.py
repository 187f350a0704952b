"""What is asked about the open show: the weightiest first, in words."""

from pathlib import Path

from showctl.session.notice import Notice
from showctl.session.on_disk import Seen
from showctl.showfile.migrate import Migration
from showctl.ui.document_words import Standing, asked

SHOW = Path("/shows/gala.yaml")


def test_nothing_is_asked_of_a_show_that_is_well() -> None:
    assert asked(Standing(SHOW)) is None


def test_a_save_that_failed_comes_first_and_says_where_the_copy_is() -> None:
    notice = Notice("not saved", "/shows/gala.yaml is not saved: the disk is full.", Path("/home/a/gala.yaml"))
    found = asked(Standing(SHOW, not_saved=notice, on_disk=Seen("changed", "x")))
    assert found is not None
    assert (found.question, found.fact, found.text) == ("not saved", "NOT SAVED", notice.text)
    found = asked(Standing(SHOW, not_saved=notice, copied=Path("/home/a/gala.yaml")))
    assert found is not None
    assert found.text.startswith("A copy is saved as /home/a/gala.yaml. ")


def test_the_file_changed_gone_and_out_of_reach() -> None:
    for kind, fact in (("changed", "CHANGED ON DISK"), ("gone", "FILE GONE"), ("unreadable", "FILE OUT OF REACH")):
        found = asked(Standing(SHOW, on_disk=Seen(kind, "It cannot be read.")))  # type: ignore[arg-type]
        assert found is not None
        assert (found.question, found.fact) == (kind, fact)


def test_an_older_format_stays_as_it_is() -> None:
    found = asked(Standing(SHOW, migration=Migration(0, 1, ())))
    assert found is not None
    assert found.fact == "OLDER FORMAT 0"
    assert "gala.yaml stays as it is" in found.text


def test_who_has_it_open_is_said_without_the_path() -> None:
    said = "/shows/gala.yaml is open to be edited by a on b; close it there, or only look at it"
    found = asked(Standing(SHOW, read_only=said))
    assert found is not None
    assert found.text.startswith("Open to be edited by a on b; close it there")
    found = asked(Standing(SHOW, read_only=said, free=True))
    assert found is not None
    assert found.question == "left"
