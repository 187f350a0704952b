"""Esc is panic wherever the keyboard is, in every mode: nothing typed is lost by it, and only popup menus close."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from showctl.engine.command import Panic
from showctl.ui.mode import Mode
from tests.ui.conftest import AWARDS, Bench
from tests.ui.test_go import focusable

CONTROL = Qt.KeyboardModifier.ControlModifier


def opened(bench: Bench) -> Iterator[str]:
    """Opens all that a console can open, one after the other."""
    window = bench.window
    yield "as it is"
    window.cues.view.select(window.cues.model.rows[0])
    yield "a cue is selected"
    window.cues.load.open(window.cues.model.rows[0])
    yield "load"
    window.acts.run("command line")
    yield "command line"
    window.cues.take_asked.emit(window.cues.model.rows[0])
    yield "take"
    for act in ("compare", "undo list", "masters", "highlight", "find", "replace", "renumber", "paste properties"):
        if window.acts.is_bound(act):
            window.acts.run(act)
            yield act
    view = window.cues.view
    if window.modes.mode is Mode.EDIT:
        view.cell_wanted.emit(window.cues.model.rows[0], 3)  # type: ignore[union-attr]
        yield "cell"
    for page in window.pages.pages:
        window.pages.open(page.name)
        yield page.title
    window.pages.take_out("settings")
    yield "a page in a window of its own"


def panics(bench: Bench) -> list[object]:
    sent: list[object] = []
    send = bench.session.send

    def note(command: object) -> bool:
        if isinstance(command, Panic):
            sent.append(command)
        return send(command)  # type: ignore[arg-type]

    bench.session.send = note  # type: ignore[method-assign,assignment]
    return sent


def written(place: QWidget) -> str | None:
    if isinstance(place, QLineEdit):
        return place.text()
    return place.toPlainText() if isinstance(place, QPlainTextEdit) else None


@pytest.mark.parametrize("mode", list(Mode))
def test_esc_panics_in_each_field_menu_and_panel(
    open_console: Callable[..., Bench], tmp_path: Path, mode: Mode
) -> None:
    show = tmp_path / "show.yaml"
    show.write_bytes(AWARDS.read_bytes())
    bench = open_console(show, on_disk=True, mode=mode)
    sent = panics(bench)
    seen: set[int] = set()
    for what in opened(bench):
        bench.tick()
        windows = [bench.window, *bench.window.pages.windows.values()]
        places = [place for window in windows for place in focusable(window) if id(place) not in seen]
        standing = [place for window in windows for place in window.findChildren(QWidget) if place.isVisible()]
        seen |= {id(place) for place in places}
        for place in places:
            place.window().activateWindow()
            place.setFocus()
            if isinstance(place, QLineEdit | QPlainTextEdit) and place.hasFocus():
                QTest.keyClicks(place, "3")
            before, focus = written(place), bench.application.focusWidget()
            sent.clear()
            QTest.keyClick(place, Qt.Key.Key_Escape)
            said = f"{what}: {type(place).__name__} {place.accessibleName() or place.objectName()}"
            assert len(sent) == 1, said
            assert written(place) == before, said
            assert bench.application.focusWidget() is focus, said
        bench.tick()
        assert [place for place in standing if not place.isVisible() and place.objectName() == "panel"] == [], what
    assert len(seen) > 10
    bench.window.pages.bring_back("settings")
    bench.window.end_quietly()


def test_menus_and_unfolded_lists_close_and_it_panics(bench: Bench) -> None:
    sent = panics(bench)
    view, menu = bench.window.cues.view, bench.window.cues.menus.menu
    view.menu_wanted.emit(bench.row("4"))
    assert menu.isVisible()
    bench.press(Qt.Key.Key_Escape)
    assert not menu.isVisible()
    box = QComboBox(bench.window)
    box.addItems(["one", "two"])
    box.show()
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Return)
    popup = QApplication.activePopupWidget()
    assert popup is not None, "Enter unfolds it; Space is GO"
    QTest.keyClick(popup, Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
    assert len(sent) == 2
    assert bench.window.bottom.panic._key == "Esc"


def test_control_w_closes_what_has_the_keyboard_then_what_else_is_open(bench: Bench) -> None:
    window = bench.window
    window.cues.load.open(bench.row("1"))
    window.cues.take_asked.emit(bench.row("1"))
    window.line.open("set cue 5")
    assert window.line.field.hasFocus()

    def close() -> None:
        QTest.keyClick(bench.application.focusWidget(), Qt.Key.Key_W, CONTROL)
        bench.tick()

    close()
    assert not window.line.isVisible()
    assert window.line.field.text() == "set cue 5"
    window.cues.view.menu_wanted.emit(bench.row("1"))
    for still in (
        window.cues.menus.menu.isVisible, lambda: window.cues.load.isHidden() is False, lambda: window.right.covered,
    ):  # fmt: skip
        assert still()
        close()
        assert not still()
    window.pages.open("settings")
    close()
    assert window.pages.current == "cues"
    close()
    assert window.isVisible()
