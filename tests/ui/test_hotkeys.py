"""Hotkeys start cues from anywhere, once a press; GO waits for its key to come up where the show says so."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from showctl.model.hotkey import CONSOLE_KEYS
from showctl.ui.models.cue_tree import LABEL
from tests.ui.conftest import AWARDS, Bench
from tests.ui.test_go import focusable, key_event

CONTROL, SHIFT, PAD = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.KeypadModifier,
)


def with_hotkeys(tmp_path: Path, **keys: str) -> Path:
    """The awards show with hotkeys, by the number of the cue (`c4_1="F1"`)."""
    text = AWARDS.read_text("utf-8")
    for cue, key in keys.items():
        number = cue.removeprefix("c").replace("_", ".")
        text = re.sub(rf"cue: {re.escape(number)}(?=[,\n])(,?)", rf"cue: {number}\1 hotkey: '{key}',", text, count=1)
    show = tmp_path / "hotkeys.yaml"
    show.write_text(text, "utf-8")
    return show


def started(bench: Bench, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> set[str]:
    """What is active after a key, when everything else was stopped."""
    bench.console.desk.stop()
    QTest.keyClick(bench.application.focusWidget() or bench.window, key, held)
    bench.tick(0.1)
    return set(bench.active)


def test_a_hotkey_starts_its_cue_and_standby_stays(open_console: Callable[..., Bench], tmp_path: Path) -> None:
    bench = open_console(with_hotkeys(tmp_path, c7="F1"))
    for place in focusable(bench.window):
        bench.console.desk.stop()
        place.setFocus()
        bench.press(Qt.Key.Key_F1, place)
        assert set(bench.active) == {"7"}, place.objectName()
        assert bench.standby == "1"
    assert started(bench, Qt.Key.Key_F1, CONTROL) == set()


@pytest.mark.parametrize(
    ("written", "key", "held"),
    [
        ("q", Qt.Key.Key_Q, Qt.KeyboardModifier.NoModifier),
        ("Ctrl+Shift+F2", Qt.Key.Key_F2, CONTROL | SHIFT),
        ("1", Qt.Key.Key_1, Qt.KeyboardModifier.NoModifier),
        ("1", Qt.Key.Key_1, PAD),
        ("Num 1", Qt.Key.Key_1, PAD),
        ("=", Qt.Key.Key_Equal, Qt.KeyboardModifier.NoModifier),
        ("=", Qt.Key.Key_Equal, SHIFT),
        ("F5", Qt.Key.Key_F5, Qt.KeyboardModifier.NoModifier),  # also the key of a page
        ("Delete", Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier),
    ],
)
def test_keys_are_known_by_what_the_show_calls_them(
    open_console: Callable[..., Bench], tmp_path: Path, written: str, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    bench = open_console(with_hotkeys(tmp_path, c7=written))
    assert started(bench, key, held) == {"7"}
    assert started(bench, key, held | Qt.KeyboardModifier.MetaModifier) == set()


def test_a_hotkey_of_another_list_and_of_a_cue_inside_a_group(
    open_console: Callable[..., Bench], tmp_path: Path
) -> None:
    text = with_hotkeys(tmp_path, c4_2="F2").read_text("utf-8")
    show = tmp_path / "hotkeys.yaml"
    show.write_text(text.replace("cue: 1, label: Foyer on", "cue: 1, hotkey: F3, label: Foyer on"), "utf-8")
    bench = open_console(show)
    assert started(bench, Qt.Key.Key_F2) == {"4.2"}
    assert started(bench, Qt.Key.Key_F3) == {"foyer/1"}
    assert bench.standby == "1"


def test_a_held_hotkey_starts_once(open_console: Callable[..., Bench], tmp_path: Path) -> None:
    bench = open_console(with_hotkeys(tmp_path, c7="F1"))
    bench.hold(Qt.Key.Key_F1, repeats=40)
    first = bench.active["7"].run
    target = bench.window.cues.view
    bench.application.sendEvent(target, key_event(QEvent.Type.KeyRelease, 5660, Qt.Key.Key_F1))
    bench.application.sendEvent(target, key_event(QEvent.Type.KeyPress, 5660, Qt.Key.Key_F1))
    bench.tick()
    assert bench.active["7"].run == first


def test_a_hotkey_is_text_while_text_is_typed(open_console: Callable[..., Bench], tmp_path: Path) -> None:
    bench = open_console(with_hotkeys(tmp_path, c7="q"))
    field = QLineEdit(bench.window)
    field.show()
    field.setFocus()
    QTest.keyClicks(field, "qq")
    bench.tick()
    assert field.text() == "qq"
    assert bench.active == {}


def test_a_row_shows_its_hotkey(open_console: Callable[..., Bench], tmp_path: Path) -> None:
    bench = open_console(with_hotkeys(tmp_path, c7="F1"))
    view, model = bench.window.cues.view, bench.window.cues.model
    assert "key F1" in str(model.index_of(bench.row("7"), LABEL).data(Qt.ItemDataRole.AccessibleTextRole))
    plain = open_console().window.cues.view
    assert view.grab().toImage() != plain.grab().toImage()


# GO after key up -------------------------------------------------------------------------------------------------


def strict(open_console: Callable[..., Bench], tmp_path: Path) -> Bench:
    show = tmp_path / "key-up.yaml"
    show.write_text(AWARDS.read_text("utf-8").replace("go guard: 400ms", "go after key up: yes"), "utf-8")
    return open_console(show)


def press(bench: Bench, kind: QEvent.Type) -> None:
    target = bench.application.focusWidget() or bench.window
    bench.application.sendEvent(target, QKeyEvent(kind, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, " "))
    bench.tick(1)


def test_go_waits_for_its_key_to_come_up(open_console: Callable[..., Bench], tmp_path: Path) -> None:
    bench = strict(open_console, tmp_path)
    press(bench, QEvent.Type.KeyPress)
    assert bench.standby == "2"
    press(bench, QEvent.Type.KeyPress)
    QTest.mousePress(bench.window.go, Qt.MouseButton.LeftButton)
    bench.tick()
    assert bench.standby == "2"
    assert bench.window.go.state == "refused"
    assert bench.window.go.caption == "key not let go"
    message = bench.window.messages.top
    assert message is not None
    assert (message.fact, message.effect) == ("GO refused: key not let go.", "2 House to half is still in standby.")
    press(bench, QEvent.Type.KeyRelease)
    press(bench, QEvent.Type.KeyPress)
    assert bench.standby == "4"


def test_what_x11_repeats_is_no_key_let_go(open_console: Callable[..., Bench], tmp_path: Path) -> None:
    bench = strict(open_console, tmp_path)
    target = bench.window.cues.view
    for at, kind in ((5000, QEvent.Type.KeyPress), (5660, QEvent.Type.KeyRelease), (5660, QEvent.Type.KeyPress)):
        bench.application.sendEvent(target, key_event(kind, at))
    QTest.mousePress(bench.window.go, Qt.MouseButton.LeftButton)
    bench.tick()
    assert bench.standby == "2"


def test_a_key_that_comes_up_while_another_program_has_the_keyboard_counts(
    open_console: Callable[..., Bench], tmp_path: Path
) -> None:
    bench = strict(open_console, tmp_path)
    press(bench, QEvent.Type.KeyPress)
    bench.application.sendEvent(bench.application, QEvent(QEvent.Type.ApplicationStateChange))
    press(bench, QEvent.Type.KeyPress)
    assert bench.standby == "4"


def test_unless_the_show_says_so_go_does_not_wait(bench: Bench) -> None:
    press(bench, QEvent.Type.KeyPress)
    press(bench, QEvent.Type.KeyPress)
    assert bench.standby == "4"


def test_the_manual_names_every_key_that_the_console_keeps_for_itself() -> None:
    text = (AWARDS.parents[2] / "docs" / "console.md").read_text("utf-8")
    table = text[text.index("## Keys") : text.index("### When GO counts")]
    shown = {"PageUp": "Page Up", "PageDown": "Page Down", "Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}
    in_banners = {f"Alt+{letter}" for letter in "ACEGHIKLMNOPRSTUVWXY"}
    between = {f"Alt+{digit}" for digit in range(2, 9)}
    missing = [key for key in CONSOLE_KEYS if key not in in_banners | between and shown.get(key, key) not in table]
    assert missing == []
