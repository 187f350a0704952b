"""The pages as tabs in the top bar, and undo and redo beside them: in Edit mode."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from showctl.ui.actions import Actions
from showctl.ui.desk import Desk
from showctl.ui.icon import icon
from showctl.ui.measure import Measures
from showctl.ui.panels.page_stack import PageStack
from showctl.ui.panels.tabs import Tabs
from showctl.ui.theme import Theme, colour
from showctl.ui.tongue import tr


class PageTabs(Tabs):
    """A click shows the page, Ctrl+click in a window of its own."""

    def __init__(self, pages: PageStack, actions: Actions, theme: Theme) -> None:
        super().__init__()
        self._pages, self._theme = pages, theme
        self._actions = actions
        self._own: list[str] = []
        """What each tooltip says after the key."""
        self.setAccessibleName(tr("Pages"))
        self.setUsesScrollButtons(False)  # the top bar makes room for all of them
        for at, page in enumerate(pages.pages):
            self.addTab(tr(page.title))
            own = "" if at == 0 else tr(". Ctrl+click: in a window of its own")
            self._own.append(own)
        actions.changed.connect(self._tell)
        self._tell()
        pages.opened.connect(self._show)
        pages.counted.connect(self._count)
        self.tabBarClicked.connect(self._click)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self.tabAt(event.position().toPoint())
        if at > 0 and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._pages.take_out(self._pages.pages[at].name)
            return
        super().mousePressEvent(event)

    def _tell(self) -> None:
        for at, (page, own) in enumerate(zip(self._pages.pages, self._own, strict=True)):
            key = self._actions.key(f"page {page.name}")
            self.setTabToolTip(at, f"{tr(page.title)} ({key}){own}" if key else f"{tr(page.title)}{own}")

    def _click(self, at: int) -> None:
        if at >= 0:
            self._pages.open(self._pages.pages[at].name)
            self._show(self._pages.current)

    def _show(self, name: str) -> None:
        self.setCurrentIndex(next(at for at, page in enumerate(self._pages.pages) if page.name == name))

    def _count(self, name: str, count: int) -> None:
        at, page = next((at, page) for at, page in enumerate(self._pages.pages) if page.name == name)
        self.setTabText(at, f"{tr(page.title)}  {count}" if count else tr(page.title))
        self.setTabTextColor(at, QColor(colour(self._theme.over)) if count else QColor())


class EditHead(QWidget):
    """Undo, redo, tabs."""

    def __init__(self, desk: Desk, tabs: PageTabs, actions: Actions, theme: Theme) -> None:
        super().__init__()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(4, 0, 8, 0)
        layout.setSpacing(6)
        icons = {"undo": "arrow-u-up-left", "redo": "arrow-u-up-right"}
        self.buttons = [self._button(act, name, actions, theme) for act, name in icons.items()]
        self.files = self._button("show file", "list", actions, theme)
        for button in (self.files, *self.buttons):
            layout.addWidget(button)
        desk.document_changed.connect(self._name)
        self._desk, self._actions = desk, actions
        self._name()
        layout.addSpacing(12)
        layout.addWidget(tabs)

    def _name(self, *_: object) -> None:
        """What would be undone, and made again."""
        document = self._desk.session.document
        names, done = document.history, document.done
        meant = (names[done - 1] if done else "", names[done] if done < len(names) else "")
        for button, name in zip(self.buttons, meant, strict=True):
            act = button.objectName()
            words = f"{self._actions.words(act)}: {name}" if name else tr("Nothing to {act}").format(act=act)
            button.setEnabled(bool(name))
            button.setAccessibleName(words)
            button.setToolTip(f"{words} ({self._actions.key(act)})")

    def set_measures(self, measures: Measures) -> None:
        for button in (self.files, *self.buttons):
            button.setVisible(not measures.tight)
        self.setVisible(measures.edit)

    def _button(self, act: str, name: str, actions: Actions, theme: Theme) -> QPushButton:
        button = QPushButton(icon(name, theme.text, theme.text_3), "")
        button.setObjectName(act)
        button.setProperty("narrow", True)
        button.setIconSize(QSize(18, 18))
        button.setFixedSize(44, 44)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setAccessibleName(actions.words(act))
        button.setToolTip(f"{actions.words(act)} ({actions.key(act)})")
        button.clicked.connect(lambda: actions.run(act))
        return button
