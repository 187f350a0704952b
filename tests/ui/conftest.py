"""A console over a real player on a clock that the test moves. Nothing ticks by itself."""

import gc
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from showctl.engine.snapshot import ActiveCue
from showctl.model.cue import CueId
from showctl.ui.app import Console, application_for
from showctl.ui.main_window import MainWindow
from showctl.ui.mode import Mode
from showctl.ui.models.cue_rows import CueRow
from showctl.ui.theme import DARK
from tests.receivers import leftover
from tests.ui.local_session import LocalSession, ManualClock
from tests.ui.operator import SOON, Operator, Receiver, receiver_of_light

AWARDS = Path(__file__).parent / "awards.yaml"


@dataclass
class Bench:
    """The console with everything that a test needs at hand."""

    console: Console
    session: LocalSession
    clock: ManualClock
    application: QApplication

    @property
    def window(self) -> MainWindow:
        return self.console.window

    def tick(self, seconds: float = 0.0) -> None:
        """Let so much time pass, then let the console look."""
        self.clock.instant += seconds
        self.console.desk.tick()
        self.application.processEvents()

    @property
    def standby(self) -> CueId | None:
        return self.console.desk.standby

    @property
    def active(self) -> dict[CueId, ActiveCue]:
        snapshot = self.console.desk.snapshot
        return {run.cue: run for run in snapshot.active} if snapshot is not None else {}

    def row(self, cue: CueId) -> CueRow:
        row = self.window.cues.model.find(cue)
        assert row is not None
        return row

    def at_row(self, cue: CueId, column: int) -> QPoint:
        """A point in a row of the cue list, in its viewport."""
        return self.window.cues.view.visualRect(self.window.cues.model.index_of(self.row(cue), column)).center()

    def press(self, key: Qt.Key, widget: QWidget | None = None, text: str = "") -> None:
        """A key down and up, as the window system hands it to the widget with the focus."""
        QTest.keyClick(widget or self.application.focusWidget() or self.window, key)
        self.tick()

    def hold(self, key: Qt.Key, repeats: int) -> None:
        """A key held down until the keyboard has repeated it so often."""
        target = self.application.focusWidget() or self.window
        kinds = [(QKeyEvent.Type.KeyPress, False)]
        kinds += [(QKeyEvent.Type.KeyRelease, True), (QKeyEvent.Type.KeyPress, True)] * repeats
        for kind, repeat in [*kinds, (QKeyEvent.Type.KeyRelease, False)]:
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, " ", repeat)
            QApplication.sendEvent(target, event)
            self.tick(0.03)


@pytest.fixture(autouse=True)
def swept() -> Iterator[None]:
    """Garbage is looked for in this thread only, as in the console: who frees a widget in another one crashes."""
    gc.disable()
    yield
    gc.collect()
    # What Qt still holds of each console is a million objects in the end, and whoever collects garbage in a later test
    # would walk over all of them.
    gc.freeze()
    gc.enable()


@pytest.fixture
def open_console(qapp: QApplication, tmp_path: Path) -> Iterator[Callable[..., Bench]]:
    """Opens consoles: `open_console(path=AWARDS, outputs_off=False, on_disk=False, size=(1920, 1080), mode=Mode.EDIT)`.

    Without a mode: Edit where the show is on the disk, to be edited; else Show, for most tests are about playing.
    """
    application = application_for(DARK)
    opened: list[Bench] = []

    def open_one(
        path: Path = AWARDS,
        *,
        outputs_off: bool = False,
        on_disk: bool = False,
        size: tuple[int, int] = (1920, 1080),
        mode: Mode | None = None,
    ) -> Bench:
        clock = ManualClock()
        session = LocalSession(path, clock, clock.wall, outputs_off=outputs_off, on_disk=on_disk)
        settings = QSettings(str(tmp_path / "console.ini"), QSettings.Format.IniFormat)
        console = Console(application, session, DARK, clock=clock, wall=clock.wall, settings=settings)
        application.installEventFilter(console.keys)
        bench = Bench(console, session, clock, application)
        opened.append(bench)
        console.desk.modes.enter(mode or (Mode.EDIT if on_disk else Mode.SHOW))
        console.window.resize(*size)
        console.window.show()
        console.window.activateWindow()
        bench.tick()
        return bench

    yield open_one
    for bench in opened:
        bench.session.document.close()
        application.removeEventFilter(bench.console.keys)
        bench.console.window.hide()
        bench.console.window.deleteLater()
    application.sendPostedEvents(None, 52)  # QEvent.DeferredDelete
    application.processEvents()


@pytest.fixture
def bench(open_console: Callable[..., Bench]) -> Bench:
    """A console with the awards show."""
    return open_console()


@pytest.fixture
def osc() -> Iterator[Receiver]:
    receiver = Receiver()
    yield receiver
    receiver.close()


@pytest.fixture
def light() -> Iterator[Receiver]:
    receiver = receiver_of_light()
    yield receiver
    receiver.close()


@pytest.fixture
def at_work(qapp: QApplication, tmp_path: Path, qtbot: QtBot) -> Iterator[Callable[[str], Operator]]:
    """Puts an operator before the console of a show that is written so."""
    before = set(leftover.living()) if sys.platform == "linux" else set()
    there: list[Operator] = []

    def put(text: str) -> Operator:
        path = tmp_path / "evening.yaml"
        if not there:
            path.write_text(text, "utf-8")
        there.append(Operator(path, tmp_path / "console.ini", qtbot))
        return there[-1]

    yield put
    for each in there:
        each.close()
    if sys.platform == "linux":
        qtbot.waitUntil(lambda: not leftover.living().keys() - before, timeout=SOON)
