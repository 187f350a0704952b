"""The console: where everything is put together."""

import gc
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget

from showctl.engine.clock import SystemClock
from showctl.engine.quiet import SWITCH
from showctl.session.session import Session
from showctl.ui.awake import Awake
from showctl.ui.desk import Clock, Desk
from showctl.ui.keys import Keys
from showctl.ui.log_file import keep_log
from showctl.ui.looks import dress
from showctl.ui.main_window import GEOMETRY, MainWindow
from showctl.ui.motion import as_chosen
from showctl.ui.pages import read_beside
from showctl.ui.power import Power
from showctl.ui.recent import remember
from showctl.ui.session import Session as DeskSession
from showctl.ui.sweeping import Sweeping
from showctl.ui.text_scale import scaled
from showctl.ui.theme import TOKENS, Theme, chosen_theme, worn
from showctl.ui.tongue import speak
from showctl.ui.typeface import font, load_fonts

SYSTEM = SystemClock()
"""The engine's clock: its instants are compared with ours."""
LATER = 500
"""Milliseconds until what the pages need is read: the engine comes first."""
TICK = 33
"""Milliseconds between looks at the engine: thirty a second."""


def run(
    path: Path,
    *,
    outputs_off: bool = False,
    osc_port: int | None = None,
    begun: Callable[["Console"], object] = lambda console: None,
) -> int:
    """Open a show and run the console until its window is closed. Returns the exit code.

    `begun`: told when it is shown.

    Raises what opening the show raises: showfile's Refused and Unreadable.
    """
    keep_log()
    theme = chosen_theme(QSettings("showctl", "showctl"))
    session = Session(path, outputs_off=outputs_off, osc_port=osc_port)
    return run_session(application_for(theme), session, theme, begun=begun)


def run_session(
    application: QApplication,
    session: Session,
    theme: Theme,
    *,
    tour: bool = False,
    instead_of: QWidget | None = None,
    begun: Callable[["Console"], object] = lambda console: None,
) -> int:
    """The console of a show that is open, until its window is closed. `tour`: it begins with the tour. `instead_of`: a
    window that goes when the console is there. `begun`: told when it is shown."""
    session.start()  # the engine starts while the window is made
    console = Console(application, session, theme)
    remember(QSettings("showctl", "showctl"), session.path)
    sys.setswitchinterval(SWITCH)  # or an edit that is checked beside the window takes 5 ms of each frame
    console.start()
    if instead_of is not None:
        instead_of.hide()
        instead_of.deleteLater()
    if tour:
        console.window.acts.run("tour")
    begun(console)
    sweeping = Sweeping()
    sweeping.begin()  # the show stays: looking for garbage among 5,000 cues takes half a second, and no key is heard
    console.desk.ticked.connect(lambda _: sweeping.sweep())
    # Ctrl-C and the like close the console and leave the engine playing. Python looks for signals at each tick.
    for end in (signal.SIGINT, signal.SIGTERM):
        signal.signal(end, lambda *_: application.exit(0))  # quit() would ask the window, and so the operator
    sys.excepthook = console.window.faults.take
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
        self._settings = settings if settings is not None else QSettings()
        as_chosen(self._settings)
        self.window = MainWindow(self.desk, TOKENS, self._settings)
        self.keys = Keys(self.desk, self.window.acts)
        self.keys.watch = self.window.lock_key
        self.keys.close_menu = self.window.cues.menus.menu.close_menu
        self._power: Power | None = None
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self.desk.tick)

    def start(self) -> None:
        """Show the window and begin to tick."""
        self._application.installEventFilter(self.keys)
        self.desk.tick()
        kept = self._settings.value(GEOMETRY)
        if kept is not None and self.window.restoreGeometry(kept):
            self.window.show()
        else:
            # Without a window manager nobody maximizes, and nobody gives the keyboard to a new window.
            self.window.setGeometry(self.window.screen().availableGeometry())
            self.window.showMaximized()
        self.window.pages.restore_windows()
        self.window.calling.restore()
        self.window.activateWindow()
        QTimer.singleShot(0, self.window.pages.make_early)
        QTimer.singleShot(LATER, self.window, read_beside)
        self._power = Power(self.desk, self.window.messages, self.window.battery, Awake())
        self._timer.start()

    def stop(self) -> None:
        """End the tick; if nobody has said what becomes of the engine, leave it playing."""
        self._timer.stop()
        if self._power is not None:
            self._power.end()
        self._application.removeEventFilter(self.keys)
        self.window.end_quietly()


def application_for(theme: Theme) -> QApplication:
    """The one QApplication, dressed. It is dressed anew only for another theme: every widget there is pays for it.

    From then on nobody looks for garbage but who is told to: see ui/sweeping.py."""
    Sweeping.only_when_told()
    known = QApplication.instance()
    if isinstance(known, QApplication):
        application = known
    else:
        with scaled(QSettings("showctl", "showctl")):
            application = QApplication(sys.argv[:1])
    if application.property("dressed") == theme.name and worn() == theme:
        return application
    application.setApplicationName("showctl")
    application.setOrganizationName("showctl")
    speak(application, QSettings("showctl", "showctl"))
    load_fonts()
    application.setStyle(QStyleFactory.create("Fusion"))
    application.setFont(font(14))
    dress(application, theme)
    application.setProperty("dressed", theme.name)
    return application
