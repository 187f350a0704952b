"""What the console shows and refuses while there is no engine, or one that it must not work with yet."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from showctl.engine.snapshot import DeviceStatus
from showctl.ui.ink import width
from tests.ui.conftest import Bench

CONFLICT = (
    "universe 1 to 127.0.0.1:5568 is already sent by the engine of Spring Conference "
    "(/home/operator/shows/spring-conference-2026/evening.yaml, pid 4711); "
    "end it with: showctl stop '/home/operator/shows/spring-conference-2026/evening.yaml', or run with --outputs-off"
)


def test_without_an_engine_there_is_a_way_to_start_one(bench: Bench) -> None:
    bench.press(Qt.Key.Key_Space)
    bench.session.engine("failed", "The engine has ended: it was stopped by showctl stop.")
    bench.tick()
    banner = bench.window.banners.engine
    assert banner.isVisible()
    assert banner.fact == "NO ENGINE"
    assert banner.text.endswith("showctl stop. Nothing can be sent until an engine is started.")
    assert [button.text() for button in banner.buttons if button.isVisible()] == ["&Start the engine"]
    banner.buttons[0].click()
    assert bench.session.started == 1
    bench.session.engine("starting", "Looking for the engine.")
    bench.tick()
    assert not banner.isVisible()
    assert bench.window.strip.tag == "ENGINE STARTING"
    bench.session.engine("attached")
    bench.session.more = {"digest": "anew"}
    bench.tick()
    assert bench.window.strip.tag == "STANDBY"
    assert bench.window.bottom.next.isEnabled()


def test_a_lost_engine_is_replaced_without_being_asked(bench: Bench) -> None:
    bench.session.engine("lost", "Levels hold. Starting a new one.")
    bench.tick()
    assert not bench.window.banners.engine.buttons[0].isVisible()
    assert bench.window.strip.tag == "STANDBY", "the new one takes it over"


def test_no_error_of_a_device_outlives_the_engine_that_said_it(bench: Bench) -> None:
    bench.session.statuses = {"media": DeviceStatus("media", "osc", "127.0.0.1:7000", "error", "No route to host")}
    bench.tick()
    assert "media cannot be reached" in bench.window.messages.top.fact  # type: ignore[union-attr]
    for kind in ("lost", "failed"):
        bench.session.engine(kind, "It is gone.")
        bench.tick()
        top = bench.window.messages.top
        assert top is None or "media" not in top.fact
    bench.session.engine("attached")
    bench.tick()
    assert "media cannot be reached" in bench.window.messages.top.fact  # type: ignore[union-attr]


def test_nothing_looks_alive_without_an_engine(bench: Bench) -> None:
    bench.press(Qt.Key.Key_Space)
    bench.session.more = {"panic_until": bench.clock.instant + 60, "guard_until": bench.clock.instant + 60}
    bench.tick()
    assert bench.window.bottom.panic.left > 0
    assert bench.window.go.state == "guard"
    bench.session.engine("failed", "It cannot be started.")
    bench.tick()
    bottom = bench.window.bottom
    assert bottom.panic.left == 0
    assert bottom.panic.accessibleName() == "Panic, no engine"
    assert not any(button.isEnabled() for button in (bottom.previous, bottom.next, bottom.pause, bottom.stop))
    assert bench.window.go.caption == "no engine"
    assert bench.standby is None
    assert bench.window.strip.tag == "NO ENGINE"
    assert bench.active == {}


@pytest.mark.parametrize("size", [(1024, 640), (1280, 720), (1920, 1080)])
def test_a_long_banner_is_read_in_whole(open_console: Callable[..., Bench], size: tuple[int, int]) -> None:
    bench = open_console(size=size)
    bench.session.engine("failed", CONFLICT)
    bench.tick()
    banner = bench.window.banners.engine
    said = " ".join(banner.lines)
    assert "showctl stop '/home/operator/shows/spring-conference-2026/evening.yaml'" in said
    assert said.endswith("until an engine is started.")
    room = min(button.x() for button in banner.buttons) - 52
    assert all(width(line, 15) <= room for line in banner.lines)
    assert banner.height() >= 20 * len(banner.lines)
    assert banner.rect().contains(banner.buttons[0].geometry())
    assert bench.window.banners.height() == banner.height(), "no gap around it"
    assert bench.window.strip.geometry().bottom() < bench.window.height()


def test_a_short_banner_is_one_row(open_console: Callable[..., Bench]) -> None:
    bench = open_console(outputs_off=True)
    assert bench.window.banners.off.height() == 44
    assert len(bench.window.banners.off.lines) == 1


def sending(bench: Bench) -> Bench:
    bench.session.engine("sending", "Outputs off was asked for; it applies only when an engine is started.")
    bench.tick()
    return bench


def test_an_engine_that_sends_though_outputs_off_was_asked_for_takes_nothing_but_panic(bench: Bench) -> None:
    sending(bench)
    banner = bench.window.banners.sending
    assert (banner.isVisible(), banner.fact) == (True, "THIS ENGINE IS SENDING")
    assert "Outputs off was asked for" in banner.text
    before = bench.standby
    bench.press(Qt.Key.Key_Space)
    assert bench.window.go.state == "refused"
    assert bench.window.go.caption == "not attached"
    bench.press(Qt.Key.Key_Down)
    assert bench.window.messages.top is not None
    assert bench.window.messages.top.fact == "Nothing was sent: not attached."
    assert (bench.standby, bench.active) == (before, {})
    bench.press(Qt.Key.Key_Escape)
    assert bench.window.messages.top.fact == "Panic from console."


def test_attaching_all_the_same(bench: Bench) -> None:
    sending(bench)
    QTest.keyClick(bench.window.cues.view, Qt.Key.Key_A, Qt.KeyboardModifier.AltModifier)
    bench.window.banners.sending.buttons[0].click()
    assert bench.session.agreed >= 1
    bench.session.engine("attached")
    bench.tick(2)
    assert not bench.window.banners.sending.isVisible()
    bench.press(Qt.Key.Key_Space)
    assert bench.active != {}


@pytest.mark.parametrize("by_button", [True, False])
def test_closing_leaves_an_engine_that_sends(bench: Bench, by_button: bool) -> None:
    bench.session.more = {"anything_sent": True}
    sending(bench)
    if by_button:
        bench.window.banners.sending.buttons[1].click()
    else:
        bench.window.close()
    assert not bench.window.isVisible()
    assert bench.session.closed is False
