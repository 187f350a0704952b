"""The console: where everything is put together."""

import gc
import signal
import sys
from pathlib import Path

from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtWidgets import QApplication, QStyleFactory

from showctl.engine.clock import SystemClock
from showctl.session.session import Session
from showctl.ui.desk import Clock, Desk
from showctl.ui.desk import Session as DeskSession
from showctl.ui.keys import Keys
from showctl.ui.main_window import MainWindow
from showctl.ui.style import palette, rules
from showctl.ui.theme import DARK, Theme
from showctl.ui.typeface import font, load_fonts

SYSTEM = SystemClock()
"""The engine's clock: its instants are compared with ours."""
TICK = 33
"""Milliseconds between looks at the engine: thirty a second."""


def run(path: Path, *, outputs_off: bool = False, osc_port: int | None = None) -> int:
    """Open a show and run the console until its window is closed. Returns the exit code.

    Raises what opening the show raises: showfile's Refused and Unreadable.
    """
    session = Session(path, outputs_off=outputs_off, osc_port=osc_port)
    application = application_for(DARK)
    console = Console(application, session, DARK)
    session.start()
    console.start()
    # Ctrl-C and the like close the console and leave the engine playing. Python looks for signals at each tick.
    for end in (signal.SIGINT, signal.SIGTERM):
        signal.signal(end, lambda *_: application.exit(0))  # quit() would ask the window, and so the operator
    code = application.exec()
    console.stop()
    gc.freeze()  # or Python walks once more over every object before the process ends: 0.3 s, more on a busy machine
    return code


class Console:
    """The desk, the keys, the window and the tick that drives them."""

    def __init__(
        self,
        application: QApplication,
        session: DeskSession,
        theme: Theme,
        *,
        clock: Clock = SYSTEM.now,
        wall: Clock = SYSTEM.wall,
        settings: QSettings | None = None,
    ) -> None:
        self._application = application
        self.desk = Desk(session, clock, wall)
        self.window = MainWindow(self.desk, theme, settings if settings is not None else QSettings())
        self.keys = Keys(self.desk)
        self.keys.close_first = self.window.close_opened
        self.keys.letters.update(self.window.letters())
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self.desk.tick)

    def start(self) -> None:
        """Show the window and begin to tick."""
        self._application.installEventFilter(self.keys)
        self.desk.tick()
        # Without a window manager nobody maximizes, and nobody gives the keyboard to a new window.
        self.window.setGeometry(self.window.screen().availableGeometry())
        self.window.showMaximized()
        self.window.activateWindow()
        self._timer.start()

    def stop(self) -> None:
        """End the tick; if nobody has said what becomes of the engine, leave it playing."""
        self._timer.stop()
        self._application.removeEventFilter(self.keys)
        self.window.end_quietly()


def application_for(theme: Theme) -> QApplication:
    """The one QApplication, dressed."""
    known = QApplication.instance()
    application = known if isinstance(known, QApplication) else QApplication(sys.argv[:1])
    application.setApplicationName("showctl")
    application.setOrganizationName("showctl")
    load_fonts()
    application.setStyle(QStyleFactory.create("Fusion"))
    application.setPalette(palette(theme))
    application.setFont(font(14))
    application.setStyleSheet(rules(theme))
    return application
