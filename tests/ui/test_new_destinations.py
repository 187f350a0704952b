"""Where nobody has agreed to send to on this machine: listed, agreed to, nothing else asks."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from showctl.program.destination import Destination
from tests.ui.conftest import Bench
from tests.ui.open_file import ALT, CONTROL, key, said, wait

NEW = [Destination("sacn", "10.0.0.5:5568", (1, 2, 3)), Destination("midi", "Desk")]


def new(bench: Bench, destinations: list[Destination]) -> None:
    bench.session.new_destinations = destinations
    bench.console.desk.tick()
    bench.window.questions.destinations.look_again()
    bench.tick()


def test_they_are_named_and_agreed_to(bench: Bench, qtbot: QtBot) -> None:
    new(bench, NEW)
    banner = bench.window.questions.banners.unsent
    assert banner.isVisible()
    assert banner.text.startswith("sACN universes 1-3 to 10.0.0.5:5568, MIDI to port Desk: ")
    assert bench.application.focusWidget() is bench.window.cues.view
    key(bench, Qt.Key.Key_G, ALT)
    wait(bench, qtbot, lambda: not banner.isVisible())
    assert said(bench).startswith("2 destinations are sent to from now on.")


def test_many_are_listed_before_anybody_agrees(bench: Bench, qtbot: QtBot) -> None:
    many = [Destination("osc", f"10.0.0.{at}:9000") for at in range(1, 9)]
    new(bench, many)
    banner = bench.window.questions.banners.unsent
    assert "and 5 more" in banner.text
    assert "&" not in "".join(button.accessibleName() for button in banner.buttons), "a screen reader says it"
    assert not banner.buttons[1].isVisible()
    key(bench, Qt.Key.Key_H, ALT)
    panel = bench.window.ask_panel
    qtbot.waitUntil(panel.isVisible)
    assert [line.text for line in panel.model.lines] == [str(each) for each in many]
    bench.press(Qt.Key.Key_Space)
    assert bench.session.new_destinations == many, "GO agrees to nothing"
    key(bench, Qt.Key.Key_Return, CONTROL)
    wait(bench, qtbot, lambda: not banner.isVisible())
    assert not panel.isVisible()


def test_with_outputs_off_nothing_is_asked(open_console: Callable[..., Bench]) -> None:
    bench = open_console(outputs_off=True)
    new(bench, NEW)
    assert not bench.window.questions.banners.unsent.isVisible()
