"""The pages of the console in their place, one at a time; or in windows of their own."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from showctl.ui.context import Context
from showctl.ui.faults import Faults
from showctl.ui.pages import PAGES, Page
from showctl.ui.panels.empty_state import EmptyState
from showctl.ui.panels.page_head import PageHead
from showctl.ui.panels.page_window import PageWindow
from showctl.ui.tongue import tr

FIRST = "cues"
"""The page that is there when none was asked for."""


class PagePlace(QWidget):
    """Where one page is; empty until it is shown first."""

    counted = Signal(int)

    def __init__(self, page: Page, context: Context, faults: Faults) -> None:
        super().__init__()
        self.page = page
        self.content: QWidget | None = None
        self._context, self._faults = context, faults
        self._tried = False
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self.head = PageHead(tr(page.title), context.actions)
        self._layout.addWidget(self.head)
        faults.guard(self, tr(page.title), self._again)

    def make(self) -> None:
        """Build the page, unless it is there; what goes wrong is said here."""
        if self._tried or self.page.build is None:
            return
        self._tried = True
        with self._faults.building(self):
            content = self.page.build(self._context)
            self.content = content
            self._layout.addWidget(content)
            counted = getattr(content, "counted", None)
            if counted is not None:
                counted.connect(self.counted)

    def take_keyboard(self) -> None:
        """To what the page names as its `first`. No focus proxies: Tab goes to those, past what stands before them."""
        first = getattr(self.content, "first", self.content) or self
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        self.make()
        super().showEvent(event)

    def close_opened(self) -> bool:
        """What Ctrl+W means to the page itself. Whether there was something."""
        close = getattr(self.content, "close_opened", None)
        return bool(close()) if close is not None else False

    def _again(self) -> None:
        if self.content is not None:
            self._layout.removeWidget(self.content)
            self.content.deleteLater()
            self.content = None
        self._tried = False
        self.make()


class PageStack(QStackedWidget):
    """`open` shows a page; where it has a window of its own, that one comes forward."""

    opened = Signal(str)
    """This page is shown here now."""
    counted = Signal(str, int)
    """A page has another number on its tab."""
    window_opened = Signal(object)
    """A PageWindow that is new."""

    def __init__(self, context: Context, faults: Faults, pages: Sequence[Page] = PAGES) -> None:
        super().__init__()
        self.setObjectName("pages")
        self._context = context
        self.pages = tuple(page for page in pages if page.build is not None)
        self.places = {page.name: PagePlace(page, context, faults) for page in self.pages}
        self.windows: dict[str, PageWindow] = {}
        self._notes: dict[str, QWidget] = {}
        self._headed = False
        self.current = FIRST
        for name, place in self.places.items():
            self.addWidget(place)
            place.counted.connect(lambda count, name=name: self.counted.emit(name, count))

    def open(self, name: str, *, keyboard: bool = True) -> None:
        """Show a page, here or in the window that it has. `keyboard`: it gets the keyboard, as it was asked for."""
        place = self.places[name]
        place.make()
        if name in self.windows:
            window = self.windows[name]
            window.show()
            window.raise_()
            window.activateWindow()
            return
        self.current = name
        self.setCurrentWidget(place)
        self.opened.emit(name)
        if keyboard and name != FIRST:
            place.take_keyboard()

    def set_headed(self, headed: bool) -> None:
        """Whether each page says what it is and leads back to the cue list: where there are no tabs."""
        self._headed = headed
        for name, place in self.places.items():
            place.head.setVisible(headed and name not in self.windows)

    def make_early(self) -> None:
        """Build those pages whose number is on their tab."""
        for page in self.pages:
            if page.early:
                self.places[page.name].make()

    def take_out(self, name: str) -> PageWindow:
        """Give a page a window of its own, or bring forward the one it has. The cues stay here."""
        if name not in self.windows:
            place = self.lend(name)
            window = self.windows[name] = PageWindow(place, place.page, self._context.settings)
            window.closed.connect(lambda: self.bring_back(name))
            self.window_opened.emit(window)
            place.head.hide()
            place.show()
            if self.current == name:
                self.open(FIRST, keyboard=False)
        window = self.windows[name]
        window.show()
        window.activateWindow()
        return window

    def bring_back(self, name: str) -> None:
        """Put the page of a window back in its place here."""
        window = self.windows.pop(name, None)
        if window is not None:
            self.take_back(name)
            window.hide()
            window.deleteLater()

    def lend(self, name: str) -> PagePlace:
        """A page to be shown elsewhere, until `take_back`; a note stands in its place."""
        place = self.places[name]
        place.make()
        at = self.indexOf(place)
        note = self._notes[name] = self._note(place.page)
        self.removeWidget(place)
        self.insertWidget(at, note)
        place.head.hide()
        return place

    def take_back(self, name: str) -> None:
        """Put a page that was lent back in its place."""
        place, note = self.places[name], self._notes.pop(name)
        at = self.indexOf(note)
        self.removeWidget(note)
        note.deleteLater()
        self.insertWidget(at, place)
        place.head.setVisible(self._headed)
        if name == self.current:
            self.setCurrentWidget(place)

    def put_away(self) -> None:
        """The console closes: windows go with it, and open where they were the next time."""
        for window in self.windows.values():
            window.keep()
            window.hide()

    def restore_windows(self) -> None:
        """Open those that were open when the console was closed."""
        for page in self.pages:
            if page.name != FIRST and self._context.settings.value(f"window/{page.name}/open", False, bool):
                self.take_out(page.name)

    def close_opened(self) -> bool:
        """What is open in the page that is shown; where the page has the place of the list, the page itself."""
        place = self.currentWidget()
        if not self.isVisible():
            return False
        if isinstance(place, PagePlace) and place.close_opened():
            return True
        if self._headed and self.current != FIRST:
            self._context.actions.run(f"page {FIRST}")
            return True
        return False

    def _note(self, page: Page) -> QWidget:
        note = EmptyState(self._context.theme, tr("{page} is in a window of its own").format(page=tr(page.title)), "")
        button = QPushButton(tr("Bring it back here"))
        button.clicked.connect(lambda: self.bring_back(page.name))
        note.add(button)
        return note
