"""Space and Esc with the keyboard on every control of the window, on all pages, tabs and forms."""

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from showctl.engine.command import Go, Panic
from showctl.ui.keys import typing
from showctl.ui.mode import Mode
from tests.ui.conftest import AWARDS, Bench
from tests.ui.open_file import wait
from tests.ui.test_esc import written
from tests.ui.test_go import focusable

CONTROL = Qt.KeyboardModifier.ControlModifier


def each_form(bench: Bench) -> Iterator[str]:
    """The pages of the console, each with each of its tabs, and the inspector of a cue of each type."""
    window = bench.window
    kinds: set[str] = set()
    for page in window.pages.pages:
        window.acts.run(f"page {page.name}")
        bench.tick()
        chosen = [row.id for row in window.cues.model.rows] if page.name == "cues" else [""]
        for cue in chosen:
            if cue:
                kind = type(window.cues.model.find(cue).cue).__name__  # type: ignore[union-attr]
                if kind in kinds:
                    continue
                kinds.add(kind)
                window.selection.select_cues([cue])
                bench.tick()
            for bar in [bar for bar in window.pages.findChildren(QTabBar) if bar.isVisible()]:
                for at in range(bar.count()):
                    bar.setCurrentIndex(at)
                    bench.tick()
                    yield f"{page.name} {cue} {bar.tabText(at)}"
            yield f"{page.name} {cue}"
    window.acts.run("page cues")
    for act in ("command line", "compare", "masters", "highlight", "find", "replace", "renumber", "keys", "commands"):
        window.acts.run(act)
        bench.tick()
        yield act


def test_space_and_esc_on_every_control(open_console: Callable[..., Bench], tmp_path: Path, qtbot: QtBot) -> None:
    show = tmp_path / "show.yaml"
    show.write_bytes(AWARDS.read_bytes())
    bench = open_console(show, on_disk=True, mode=Mode.EDIT)
    sent: list[type] = []
    send = bench.session.send
    bench.session.send = lambda command: sent.append(type(command)) or send(command)  # type: ignore[method-assign,func-returns-value]
    pressed: list[str] = []
    watched: set[int] = set()
    seen: dict[int, QWidget] = {}  # kept, so that no other gets the place in memory of one that has gone
    names: set[str] = set()
    for what in each_form(bench):
        for button in bench.window.findChildren(QAbstractButton):
            if id(button) not in watched:
                watched.add(id(button))
                seen[-id(button)] = button
                button.clicked.connect(lambda _=False, button=button: pressed.append(button.accessibleName()))
        for place in focusable(bench.window):
            if id(place) in seen or not place.isEnabled():
                continue
            seen[id(place)] = place
            place.window().activateWindow()
            place.setFocus()
            if not place.hasFocus():
                continue
            said = f"{what}: {type(place).__name__} {place.accessibleName() or place.objectName()}"
            names.add(said)
            if typing():
                QTest.keyClicks(place, "3")
                text = written(place)
                sent.clear()
                QTest.keyClick(place, Qt.Key.Key_Space)
                assert sent == [], said
                if text is not None and isinstance(place, QLineEdit | QPlainTextEdit):
                    assert len(written(place) or "") in (len(text), len(text) + 1), said
            sent.clear()
            text = written(place)
            QTest.keyClick(place, Qt.Key.Key_Space, CONTROL if typing() else Qt.KeyboardModifier.NoModifier)
            assert sent == [Go], said
            sent.clear()
            QTest.keyClick(place, Qt.Key.Key_Escape)
            assert sent == [Panic], said
            assert written(place) == text, said
            assert place.hasFocus(), said
            assert place.isVisible(), said
            assert not (isinstance(place, QComboBox) and place.view().isVisible()), said
            assert pressed == [], said
    wait(bench, qtbot, lambda: bench.window.edits.editing.turn.pending == 0)
    assert len(names) > 100
    bench.window.end_quietly()
