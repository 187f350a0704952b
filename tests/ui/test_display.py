"""What the console shows of what the engine says: progress, lamps, banners, lateness, the day."""

import datetime as dt
import sys
import time
from collections.abc import Callable
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from showctl.engine.snapshot import DeviceStatus, Lateness
from showctl.ui.panels.lamps import lamp_shape
from showctl.ui.progress import progress
from showctl.ui.theme import DARK
from tests.ui.conftest import AWARDS, Bench

SEQUENCE = """
showctl: 1
show: {title: Sequence, go guard: 100ms}
cues:
  - cue: 1
    label: Both
    group: sequence
    cues:
      - {cue: 1.1, label: First, wait: 10s}
      - {cue: 1.2, label: Second, wait: 10s}
  - {cue: 2, wait: 1s}
"""


def go(bench: Bench, cue: str) -> None:
    bench.console.desk.set_standby(cue)
    bench.tick(1)
    bench.console.desk.go()
    bench.tick()


def at(bench: Bench, clock: str) -> None:
    """Make it this time of day."""
    evening = dt.datetime.combine(dt.date(2026, 11, 27), dt.time.fromisoformat(clock), ZoneInfo("Europe/London"))
    bench.clock.wall_at_zero = evening.timestamp() - bench.clock.instant


def test_progress_is_computed_from_instants(bench: Bench) -> None:
    go(bench, "7")
    bench.tick(15)
    at = progress(bench.active["7"], bench.clock())
    assert (at.phase, at.fraction, at.remaining) == ("running", pytest.approx(0.25), pytest.approx(45))
    bench.console.desk.pause()
    bench.tick()
    bench.tick(100)
    assert progress(bench.active["7"], bench.clock()).remaining == pytest.approx(45)


def test_phases_of_a_cue_with_waits(bench: Bench) -> None:
    go(bench, "2")
    bench.tick(5)
    assert bench.row("2").state == "post-wait"
    assert progress(bench.active["2"], bench.clock()).remaining == pytest.approx(1)
    go(bench, "4")
    bench.tick(2)
    assert bench.row("4.3").state == "pre-wait"
    assert bench.row("4").state == "running"


def test_cards_are_in_order_of_start_with_what_is_inside(bench: Bench) -> None:
    go(bench, "7")
    go(bench, "4")
    bench.tick(2)
    cards = bench.window.active.model.cards
    assert [card.cue.number for card in cards] == ["4", "7"]
    assert [cue.number for _, cue in cards[0].inside] == ["4.2", "4.3"]
    bench.tick(200)
    assert bench.window.active.model.cards == []


def test_done_cues_have_a_tick_until_started_again(bench: Bench) -> None:
    go(bench, "1")
    bench.tick(6)
    assert bench.row("1").state == "done"
    go(bench, "1")
    assert bench.row("1").state == "running"


def test_disarmed_and_broken_cues_are_marked(bench: Bench) -> None:
    assert bench.row("5").state == "disarmed"
    bench.session.statuses = {"media": DeviceStatus("media", "osc", "127.0.0.1:7000", "error", "No route to host")}
    bench.tick(1)
    assert bench.row("4.2").state == "broken"
    assert bench.row("4.2").reason == "media cannot be reached"
    assert bench.row("4.1").state == ""
    message = bench.window.messages.top
    assert message is not None
    assert message.level == "error"
    assert message.effect == "No route to host"
    bench.session.statuses = {}
    bench.tick(1)
    assert bench.row("4.2").state == ""
    assert bench.window.messages.top is None


@pytest.mark.parametrize(
    ("state", "shape", "green"),
    [
        ("unused", "ring", False),
        ("sent", "disc", False),
        ("answering", "disc", True),
        ("open", "disc", True),
        ("silent", "dashed ring", False),
        ("missing", "dashed ring", False),
        ("error", "broken", False),
        ("off", "square slash", False),
    ],
)
def test_lamps_by_state(bench: Bench, state: str, shape: str, green: bool) -> None:
    bench.session.statuses = {"switch": DeviceStatus("switch", "midi", "Switcher", state, "words")}  # type: ignore[arg-type]
    bench.tick()
    lamp = next(lamp for lamp in bench.window.top.lamps.shown if lamp.name == "switch")
    assert lamp.state == state
    assert lamp_shape(lamp.state, DARK)[0] == shape
    assert (lamp_shape(lamp.state, DARK)[1] == DARK.running.colour) is green
    assert "words" in lamp.tip


def test_a_message_sent_over_udp_makes_the_lamp_grey_not_green(bench: Bench) -> None:
    go(bench, "3")
    lamp = next(lamp for lamp in bench.window.top.lamps.shown if lamp.name == "desk")
    assert lamp.state == "sent"


def test_lamps_know_nothing_without_an_engine(bench: Bench) -> None:
    bench.session.engine("lost", "Starting a new one.")
    bench.tick()
    assert {lamp.state for lamp in bench.window.devices.lamps} == {"unknown"}


def test_outputs_off_has_a_banner(open_console: Callable[..., Bench]) -> None:
    bench = open_console(outputs_off=True)
    assert bench.window.banners.off.isVisible()
    assert bench.window.banners.off.fact == "OUTPUTS OFF"
    assert not open_console().window.banners.off.isVisible()


def test_engine_lost_has_a_banner_and_nothing_counts_on(bench: Bench) -> None:
    go(bench, "7")
    bench.session.engine("lost", "Levels hold. Starting a new one.")
    bench.tick(1)
    assert bench.window.banners.engine.isVisible()
    assert bench.window.banners.engine.fact == "ENGINE LOST"
    assert bench.active == {}
    bench.session.engine("attached")
    bench.session.more = {"interrupted": ("7",), "digest": "new"}
    bench.tick(1)
    assert not bench.window.banners.engine.isVisible()
    assert bench.window.messages.top is not None
    assert "7 Podium" in bench.window.messages.top.fact


def test_an_older_state_can_be_replaced(bench: Bench) -> None:
    bench.session.engine("older", "It plays the file as it was at 19:02.")
    bench.tick()
    assert bench.window.banners.older.isVisible()
    bench.window.banners.older.buttons[0].click()
    assert bench.session.handed_over == 1


def test_lateness_is_read_with_a_shape(bench: Bench) -> None:
    assert "no data" in bench.window.top.lateness.accessibleName()
    bench.session.lateness = Lateness(count=100, median=0.0001, p99=0.0004, worst=0.0019)
    bench.tick()
    assert "0.4 ms" in bench.window.top.lateness.accessibleName()
    assert bench.window.messages.top is None
    bench.session.lateness = Lateness(count=100, median=0.001, p99=0.041, worst=0.06)
    bench.tick()
    assert "41 ms" in bench.window.top.lateness.accessibleName()
    assert bench.window.messages.top is not None


def test_warnings_wait_until_they_are_seen(bench: Bench) -> None:
    messages = bench.window.messages
    messages.warn("One.")
    messages.warn("Two.")
    messages.warn("One.")
    bench.tick(60)
    assert messages.top is not None
    assert messages.top.fact == "One."
    assert len(messages.more) == 1
    bench.window.bottom.message.seen.click()
    bench.window.bottom.message.seen.click()
    assert messages.top is None


def test_words_said_in_passing_go_by_themselves(bench: Bench) -> None:
    bench.console.desk.said.emit("Something. It passes.")
    assert bench.window.messages.top is not None
    bench.tick(7)
    assert bench.window.messages.top is None


def test_run_of_show_follows_the_engine(bench: Bench) -> None:
    at(bench, "18:31:05")
    go(bench, "1")
    bench.tick(1)
    schedule = bench.window.day.schedule
    assert schedule.now is not None
    assert schedule.now.segment.id == "doors"
    table = bench.window.side.segments
    assert [table.index(0, column).data() for column in range(5)] == ["running", "Doors", "18:30", "18:31", "+1:06"]
    assert "OVER" in bench.window.top.over_under.accessibleName()


def test_logistics_are_in_order_and_say_how_long(bench: Bench) -> None:
    at(bench, "18:02:24")
    bench.tick()
    rows = bench.window.side.logistics.rows
    assert [row.item.title for row in rows] == ["Fire marshal sign-off", "Interval bar staffed"]
    assert (rows[0].late, rows[0].when, rows[0].at) == (True, "2:24 late", "18:00")


def test_standby_strip_shows_the_whole_chain(bench: Bench) -> None:
    bench.console.desk.set_standby("2")
    bench.tick()
    lines = bench.window.strip._lines
    assert [(line.department, line.what, line.time) for line in lines] == [
        ("light", "House to half", "4s"),
        ("audio", "Walk-in music out", ""),
    ]
    assert bench.window.strip._then == "Then 3 Walk-in music out, after 6s"


def test_standby_strip_shows_what_is_inside_a_sequence(open_console: Callable[..., Bench], tmp_path: Path) -> None:
    show = tmp_path / "sequence.yaml"
    show.write_text(SEQUENCE, "utf-8")
    bench = open_console(show)
    bench.console.desk.go()
    bench.tick(1)
    assert bench.standby == "1.2"
    strip = bench.window.strip
    assert strip.tag == "STANDBY"
    assert strip.accessibleName() == "Standby 1.2 Second"
    assert strip._then == "Then 2 wait, waits for GO"
    assert bench.window.cues.model.find("1.2") is not None


@pytest.mark.skipif(sys.platform == "win32", reason="the zone of a process cannot be set there")
def test_the_zone_is_named_where_it_is_not_this_machines(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = bench.window.top.clock
    with monkeypatch.context() as changed:
        changed.setenv("TZ", "Asia/Tokyo")
        time.tzset()
        bench.tick(2)
        assert clock.accessibleName().endswith("Europe/London")
    time.tzset()


def test_narrow_windows_hide_what_there_is_no_room_for(open_console: Callable[..., Bench]) -> None:
    bench = open_console(size=(1366, 768))
    view = bench.window.cues.view
    assert view.isColumnHidden(4)
    assert view.isColumnHidden(6)
    assert not view.isColumnHidden(5)
    assert view.columnWidth(3) >= 220
    go(bench, "1")
    bench.tick(63)
    assert "1:03 since start" in bench.window.top.title.accessibleName()
    bench.window.resize(1920, 1080)
    bench.tick()
    assert not view.isColumnHidden(6)


def test_only_visible_active_rows_are_painted_again(bench: Bench) -> None:
    go(bench, "7")
    bench.application.processEvents()
    painted: list[str] = []
    delegate = bench.window.cues.view._delegate
    paint = delegate.paint_row
    delegate.paint_row = lambda p, b, row, *rest: (painted.append(row.id), paint(p, b, row, *rest))[1]  # type: ignore[method-assign,assignment,func-returns-value]
    bench.tick(0.033)
    assert painted == ["7"]


def test_devices_are_unknown_when_the_engine_goes_in_mid_cue(bench: Bench) -> None:
    go(bench, "4")
    bench.tick(2)
    bench.session.engine("lost", "Starting a new one.")
    bench.tick()
    assert {lamp.state for lamp in bench.window.devices.lamps} == {"unknown"}


def test_the_narrow_layout_fits_whatever_is_said(open_console: Callable[..., Bench], tmp_path: Path) -> None:
    text = AWARDS.read_text("utf-8").replace("Northern Lights Awards", "The Northern Lights Awards of the Guild " * 3)
    more = "".join(f"  d{i}: {{type: osc, to: '127.0.0.1:{9000 + i}'}}\n" for i in range(12))
    show = tmp_path / "long.yaml"
    show.write_text(text.replace("patch:\n", f"{more}patch:\n", 1), "utf-8")
    bench = open_console(show, size=(1366, 768))
    at(bench, "19:59:10")
    go(bench, "4")
    bench.tick(2)
    assert "BREAKS 20:00" in bench.window.top.over_under.accessibleName()
    assert bench.window.width() == 1366
    assert bench.window.minimumSizeHint().width() <= 1366
    assert len(bench.window.top.lamps.shown) == 6


def test_a_device_that_fails_message_after_message_is_said_once(bench: Bench) -> None:
    messages = bench.window.messages
    said: list[str] = []
    messages.changed.connect(lambda: said.append(messages.top.fact if messages.top is not None else ""))
    for failed in range(1, 20):
        status = DeviceStatus("media", "osc", "127.0.0.1:7000", "error", "No route to host", failed=failed)
        bench.session.statuses = {"media": status}
        bench.tick(1)
    assert len(said) == 1
    assert messages.more == []


def test_why_a_port_is_missing_stays_up_to_date_and_once_seen_is_not_said_again(bench: Bench) -> None:
    """The message once said "the port is being opened" for ever, while the lamp knew why it cannot be."""
    messages = bench.window.messages
    for detail in ("the MIDI process has ended; another is started", "this machine has no MIDI"):
        bench.session.statuses = {"switch": DeviceStatus("switch", "midi", "Switcher", "missing", detail)}
        bench.tick(1)
    assert messages.top is not None
    assert (messages.top.fact, messages.top.effect) == ("switch is missing.", "this machine has no MIDI")
    assert messages.more == []
    bench.window.bottom.message.seen.click()
    bench.session.statuses = {"switch": DeviceStatus("switch", "midi", "Switcher", "missing", "there is no MIDI port")}
    bench.tick(1)
    assert messages.top is None


def test_a_device_that_fails_in_another_way_is_said_anew(bench: Bench) -> None:
    messages = bench.window.messages
    for state, words in (("silent", "media does not answer since"), ("error", "media cannot be reached since")):
        bench.session.statuses = {"media": DeviceStatus("media", "osc", "127.0.0.1:7000", state)}
        bench.tick(1)
        assert messages.top is not None
        assert messages.top.fact.startswith(words)
    assert messages.more == []
    bench.session.statuses = {}
    bench.tick(1)
    assert messages.top is None


def test_what_the_operator_does_is_said_over_errors_that_are_known(bench: Bench) -> None:
    messages = bench.window.messages
    bench.session.statuses = {"media": DeviceStatus("media", "osc", "127.0.0.1:7000", "error", "nothing listens there")}
    bench.tick(1)
    assert messages.top is not None
    assert messages.top.effect == "Nothing listens there"
    bench.console.desk.go()
    bench.console.desk.go()
    bench.tick()
    assert messages.top is not None
    assert messages.top.fact.startswith("GO refused")
    bench.session.statuses["desk"] = DeviceStatus("desk", "osc", "127.0.0.1:10023", "error")  # type: ignore[index]
    bench.tick(1)
    assert messages.top.fact.startswith("desk cannot be reached"), "a new error is said at once"
    assert [message.fact[:5] for message in messages.more] == ["media"]


def test_several_interrupted_cues_are_all_named_in_one_line(bench: Bench) -> None:
    bench.session.more = {"interrupted": ("7",), "digest": "new"}
    bench.tick(1)
    assert bench.window.messages.top is not None
    assert bench.window.messages.top.fact == "Interrupted when the engine was lost: 7 Podium."
    bench.session.more = {"interrupted": ("4", "4.2", "7"), "digest": "newer"}
    bench.tick(1)
    assert bench.window.messages.top.fact == "Interrupted when the engine was lost: 4, 4.2, 7."
