"""Backups: what is kept of what stood in a show file, and for how long."""

import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from showctl.session.backup import LAST, MOST_BYTES, STEPS, Backup, Backups, surplus

NOW = datetime(2026, 11, 23, 19, 30, tzinfo=UTC)


def test_the_newest_come_first_and_only_this_user_can_read_them(tmp_path: Path) -> None:
    show = tmp_path / "gala.yaml"
    backups = Backups(show)
    for text in (b"one", b"two", b"two", b"three"):
        assert backups.keep(text) == ""
    assert [backup.read() for backup in backups.all()] == [b"three", b"two", b"one"]
    first = backups.all()[0].path
    assert stat.S_IMODE(first.stat().st_mode) == 0o600
    assert stat.S_IMODE(first.parent.stat().st_mode) == 0o700
    assert (first.parent / "show.txt").read_text() == f"{show}\n"


def test_each_show_has_its_own(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    Backups(tmp_path / "gala.yaml").keep(b"here")
    assert Backups(tmp_path / "other" / "gala.yaml").all() == []
    (tmp_path / "link.yaml").symlink_to("gala.yaml")
    assert [backup.read() for backup in Backups(tmp_path / "link.yaml").all()] == [b"here"]


def test_edits_thrown_away_are_marked(tmp_path: Path) -> None:
    backups = Backups(tmp_path / "gala.yaml")
    backups.keep(b"one")
    backups.keep(b"one", unsaved=True)
    assert [backup.unsaved for backup in backups.all()] == [True, False]


def test_that_none_can_be_made_is_a_sentence(tmp_path: Path) -> None:
    backups = Backups(tmp_path / "gala.yaml")
    backups.keep(b"one")
    folder = backups.all()[0].path.parent
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()
    folder.touch()  # a file where the folder should be
    assert backups.keep(b"two") == "What stood in gala.yaml before was not backed up: File exists."
    folder.unlink()


def backup(age: timedelta, size: int = 1000) -> Backup:
    return Backup(Path(f"/{age}"), NOW - age, size, False)


def kept(backups: list[Backup]) -> list[Backup]:
    gone = list(surplus(backups, NOW))
    return [each for each in backups if not any(each is other for other in gone)]


def test_the_last_ten_then_the_first_of_ten_minutes_an_hour_a_day() -> None:
    evening = [backup(timedelta(minutes=minute)) for minute in range(0, 302, 2)]
    left = kept(evening)
    assert left[:LAST] == evening[:LAST]
    assert [each.when.minute % 10 for each in left[LAST:]] == [0] * 29  # 14:30 to 19:10, but for the last ten
    weeks = [backup(timedelta(hours=hour)) for hour in range(100 * 24)]
    left = kept(weeks)
    days = [each for each in left if NOW - each.when > timedelta(days=2)]
    assert len({each.when.date() for each in days}) == len(days) == STEPS[-1][0].days - 1
    assert all(each.when.hour == 0 for each in days[1:-1])
    assert len(left) < 120


def test_a_burst_of_saves_leaves_what_stood_there_before_it() -> None:
    ages = [timedelta(days=3), timedelta(hours=30), timedelta(hours=7), timedelta(hours=1), timedelta(minutes=20)]
    before = [backup(age, 8_000_000) for age in reversed(ages)]
    burst = [backup(timedelta(milliseconds=100 * number), 8_000_000) for number in range(1, 500)]
    left = kept(burst + before)
    assert left[:LAST] == burst[:LAST]
    assert left[-len(before) - 1 :] == [burst[-1], *before]


def test_twelve_saves_in_a_moment(tmp_path: Path) -> None:
    backups = Backups(tmp_path / "gala.yaml")
    for number in range(13):
        assert backups.keep(b"%d" % number) == ""
    left = [backup.read() for backup in backups.all()]
    assert left[:LAST] == [b"%d" % number for number in range(12, 2, -1)]
    assert left[-1] == b"0"


@given(
    st.lists(st.tuples(st.integers(0, 10_000_000), st.integers(1, MOST_BYTES)), min_size=1, max_size=40).map(
        lambda pairs: [backup(timedelta(seconds=age), size) for age, size in sorted(pairs)]
    )
)
def test_the_newest_stays_and_the_whole_is_bounded(backups: list[Backup]) -> None:
    left = kept(backups)
    assert backups[0] is left[0]
    assert len(left) == 1 or sum(each.size for each in left) <= MOST_BYTES
    assert list(surplus(left, NOW)) == []
