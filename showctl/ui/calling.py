"""The caller view in a window of its own: opened and closed by its key, on the screen where it was last."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication, QScreen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from showctl.ui.context import Context
from showctl.ui.day import Day
from showctl.ui.faults import Faults
from showctl.ui.panels.caller_view import CallerView
from showctl.ui.panels.standby_small import Urgent
from showctl.ui.tongue import tr

OPEN, SCREEN = "window/caller/open", "window/caller/screen"


class CallerWindow(QWidget):
    """A plain window without controls; the console's keys work in it, too."""

    def __init__(self, view: CallerView, closed: Callable[[], None]) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._closed = closed
        self.setWindowTitle(tr("Caller · showctl"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(view)
        self.setFocusProxy(view)

    def close_opened(self) -> bool:
        """Ctrl+W."""
        return self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._closed()
        event.accept()


class Calling(QObject):
    """One for the console. The window is made when it is first asked for."""

    def __init__(
        self, context: Context, day: Day, faults: Faults, urgent: Callable[[], list[Urgent]], beside: QWidget
    ) -> None:
        """`beside`: the console's window, which the caller view does not cover where there is another screen."""
        super().__init__(beside)
        self._context, self._day, self._faults, self._urgent = context, day, faults, urgent
        self._beside = beside
        self.window: CallerWindow | None = None
        self._lost: str | None = None
        """The name of the screen that was pulled from under it."""
        context.actions.bind("caller", self.toggle)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenRemoved.connect(self._lose)
            application.screenAdded.connect(self._find)

    def toggle(self) -> None:
        """Open it; close it, unless it lies behind the console on their one screen: then it comes forward."""
        if self.window is None or not self.window.isVisible():
            self.open()
        elif self.window.isActiveWindow() or not self._alone:
            self.window.close()
        else:
            self.window.activateWindow()

    def open(self) -> None:
        """On its screen, over all of it."""
        if self.window is None:
            view = CallerView(self._context.desk, self._day, self._context.theme, self._urgent)
            self.window = CallerWindow(view, self._keep_closed)
            self._faults.guard(view, tr("Caller view"))
            self._context.actions.serve(self.window)
        self._lost, screen = None, self._screen()
        self.window.setGeometry(screen.geometry())
        self.window.showFullScreen()
        self.window.activateWindow()
        self.window.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._context.settings.setValue(OPEN, True)
        self._context.settings.setValue(SCREEN, screen.name())

    def restore(self) -> None:
        """As it was when the console was closed; never over the console on its only screen."""
        if self._context.settings.value(OPEN, False, bool) and not self._alone:
            self.open()
            self._beside.activateWindow()

    def put_away(self) -> None:
        """The console closes: it goes along, and comes back with it."""
        if self.window is not None:
            if self.window.isVisible():
                self._context.settings.setValue(SCREEN, self.window.screen().name())
            self.window.hide()

    def _lose(self, screen: QScreen) -> None:
        """Its screen was pulled: on the last one it would cover the console, GO and all. It comes back with it."""
        if self.window is None or not self.window.isVisible() or self.window.screen() not in (screen, None):
            return
        self._lost = screen.name()
        had_keyboard = self.window.isActiveWindow()
        self.window.hide()
        if had_keyboard:
            self._beside.activateWindow()
        self._context.desk.said.emit(
            tr(
                "The screen of the caller view is gone. It opens again when the screen is back; here with {key}."
            ).format(key=self._context.actions.key("caller"))
        )

    def _find(self, screen: QScreen) -> None:
        """The screen is back; the console keeps the keyboard."""
        if self._lost is not None and screen.name() == self._lost:
            self.restore()

    @property
    def _alone(self) -> bool:
        return len(QGuiApplication.screens()) == 1

    def _screen(self) -> QScreen:
        """Where it was last, else one that the console is not on, if there is one."""
        screens = QGuiApplication.screens()
        kept = self._context.settings.value(SCREEN, "")
        others = [each for each in screens if each is not self._beside.screen()]
        return next((each for each in screens if each.name() == kept), (others or [self._beside.screen()])[0])

    def _keep_closed(self) -> None:
        if self.window is not None:
            self._context.settings.setValue(SCREEN, self.window.screen().name())
        self._context.settings.setValue(OPEN, False)
