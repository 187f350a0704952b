"""Where the large parts stand in each mode: GO, standby, the list, what is active, the page, the side.

In Show and Rehearse the list and what is active have the middle, and a page that is asked for takes their place. In
Edit the list is narrow, and the page has the rest. GO, standby and the list are the same widgets all the while.
"""

from dataclasses import dataclass

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from showctl.ui.measure import Measures
from showctl.ui.mode import Mode
from showctl.ui.panels.active_cues import ActiveCuesPanel
from showctl.ui.panels.cue_list import CueListPanel
from showctl.ui.panels.go_button import GoButton
from showctl.ui.panels.page_stack import FIRST, PageStack
from showctl.ui.panels.settings_page import GO_SIDE, GO_SIDES
from showctl.ui.panels.side_tabs import SideTabs
from showctl.ui.panels.standby_strip import StandbyStrip
from showctl.ui.panels.tool_row import ToolRow

LEAST_PAGE = 560
"""Pixels that a page keeps in Edit mode; with less the side panel stands in its place."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What is arranged."""

    go: GoButton
    strip: StandbyStrip
    cues: CueListPanel
    active: ActiveCuesPanel
    tools: ToolRow
    pages: PageStack
    right: SideTabs


class Arrangement(QWidget):
    """Moves the parts when the mode or the width of the window becomes another."""

    def __init__(self, parts: Parts, settings: QSettings) -> None:
        super().__init__()
        self._parts, self._settings = parts, settings
        self._measures: Measures | None = None
        self._mode = Mode.EDIT
        self._side_asked = False
        """Whether the side panel was asked for in Edit mode."""
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setContentsMargins(0, 0, 0, 0)
        self.below = _splitter(parts.cues, parts.active)
        self._middle = QStackedWidget()
        self._middle.addWidget(self.below)
        left = QWidget()
        self._left = QVBoxLayout(left)
        self._left.setContentsMargins(0, 0, 0, 0)
        self._left.addLayout(self._head)
        self._left.addWidget(self._middle, 1)
        self._column = QWidget(self)
        self._beside = QVBoxLayout(self._column)
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.addWidget(parts.tools)
        self.page = _splitter()
        """In Edit mode: the page, and the side panel where it was asked for."""
        self._beside.addWidget(self.page, 1)
        self._column.hide()
        self._place_pages()
        self.body = _splitter(left, parts.right)
        around = QHBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self.body)
        self._around = around
        self.place_go()
        parts.pages.opened.connect(self._show_page)
        parts.right.cover_changed.connect(self._follow_side)
        parts.right.closed.connect(lambda: self.show_side(False))

    # Sizes ---------------------------------------------------------------------------------------------------------

    def arrange(self, mode: Mode, m: Measures) -> None:
        """Come to a mode and to sizes; the operator's own widths are kept for each mode, layout and screen."""
        if m is self._measures and mode is self._mode:
            return
        self.keep_widths()
        held = self.window().focusWidget()
        self._measures, self._mode = m, mode
        self._place_active(m)
        self._place_column(m)
        self._around.setContentsMargins(m.gap, m.gap, m.gap, m.gap)
        for layout in (self._head, self._left, self._beside):
            layout.setSpacing(m.gap)
        for _, splitter in self._splitters:
            splitter.setHandleWidth(m.gap)
        self._restore_widths(m)
        if held is not None and self._parts.right.isAncestorOf(held) and not held.hasFocus():
            self._parts.cues.view.setFocus()  # Qt gives what is moved elsewhere to its neighbour: a fader
        self._keep_keyboard()

    def _keep_keyboard(self) -> None:
        """Who has the keyboard and is not seen any more hands it to the list."""
        focus = self.window().focusWidget()
        if focus is not None and focus is not self._parts.cues.view and not focus.isVisible() and self.isVisible():
            self._parts.cues.view.setFocus()

    def _restore_widths(self, m: Measures) -> None:
        wide = self.window().width()
        for name, splitter in self._splitters:
            kept = self._settings.value(self._key(name))
            if splitter.count() > 1 and (kept is None or not splitter.restoreState(kept)):
                splitter.setSizes(self._wanted(splitter, m, wide))

    def _wanted(self, splitter: QSplitter, m: Measures, wide: int) -> list[int]:
        if splitter is self.below:
            return [max(wide - m.active, m.active), m.active]
        if splitter is self.page:
            return [max(wide - m.list - m.side, 1), m.side]
        if m.edit:
            return [m.list, max(wide - m.list, 1)]
        return [max(wide - m.side, m.side), m.side]

    def keep_widths(self) -> None:
        """Those that the operator has chosen; before the window is shown nobody has chosen any."""
        if self._measures is not None and self.isVisible():
            for name, splitter in self._splitters:
                if splitter.count() > 1 and (splitter is not self.page or self._side_asked):
                    self._settings.setValue(self._key(name), splitter.saveState())

    @property
    def _splitters(self) -> tuple[tuple[str, QSplitter], ...]:
        return ("below", self.below), ("body", self.body), ("page", self.page)

    def _key(self, name: str) -> str:
        m = self._measures
        kind = "" if m is None else "narrow" if m.narrow else "wide"
        screen = self.screen().name() or "screen"
        return f"widths/{self._mode.value}/{screen.replace('/', '-')}/{kind}-{name}"

    # Places --------------------------------------------------------------------------------------------------------

    def place_go(self) -> None:
        """Left of standby, right of it, or below the list: as is set."""
        parts, side = self._parts, self._settings.value(GO_SIDE, GO_SIDES[0])
        for part in (parts.go, parts.strip):
            self._head.removeWidget(part)
        order = (parts.strip, parts.go) if side == "right" else (parts.go, parts.strip)
        for part in order:
            self._head.addWidget(part, 1 if part is parts.strip else 0)
        self._left.removeItem(self._head)
        self._left.insertLayout(self._left.count() if side == "bottom" else 0, self._head)

    def _place_active(self, m: Measures) -> None:
        """Beside the list, or where there is no room a tab of the side panel."""
        parts = self._parts
        focus = self.window().focusWidget()
        focused = focus is not None and parts.active.isAncestorOf(focus)
        if m.tabbed and not parts.right.holds_active:
            parts.right.take_active()
        elif not m.tabbed and parts.right.holds_active:
            self.below.addWidget(parts.right.release_active())
            self.below.setStretchFactor(1, 0)
            parts.active.show()
        if focused:
            parts.active.setFocus() if parts.active.isVisible() else parts.cues.view.setFocus()

    def _place_column(self, m: Measures) -> None:
        """In Edit the page has a column of its own, and the side panel stands in it; else the page is where the list
        is."""
        if m.edit != (self.body.indexOf(self._column) >= 0):
            right = self._parts.right
            if m.edit:
                right.hide()
                right.setParent(self)
                self.body.addWidget(self._column)
                self._column.show()
                self._place_pages()
                self.page.addWidget(right)
            else:  # the page leaves the column first: what gets another parent is styled anew with all in it
                self._column.hide()
                self._place_pages()
                self._column.setParent(self)
                self.body.addWidget(right)
                right.show()
            for splitter, first in ((self.body, not m.edit), (self.page, True)):
                for at in range(splitter.count()):
                    splitter.setStretchFactor(at, int((at == 0) is first))
        self._show_side()

    def _place_pages(self) -> None:
        pages = self._parts.pages
        pages.set_headed(self._mode is not Mode.EDIT)
        if self._mode is Mode.EDIT:
            self.page.insertWidget(0, pages)
            self._middle.setCurrentWidget(self.below)
            pages.show()
        else:
            self._middle.addWidget(pages)
        self._show_page(pages.current)

    def _show_page(self, name: str) -> None:
        if self._mode is not Mode.EDIT:
            self._middle.setCurrentWidget(self.below if name == FIRST else self._parts.pages)
        elif self._crowded:
            self.show_side(False)

    # The side panel in Edit mode -----------------------------------------------------------------------------------

    @property
    def side_shown(self) -> bool:
        return self._mode is not Mode.EDIT or self._side_asked

    def show_side(self, shown: bool) -> None:
        """Show or hide it in Edit mode; else it is always there."""
        if self._mode is Mode.EDIT and shown != self._side_asked:
            self.keep_widths()
            self._side_asked = shown
            self._show_side()
            if self._measures is not None:
                self._restore_widths(self._measures)

    def _show_side(self) -> None:
        self._parts.right.set_closable(self._mode is Mode.EDIT)
        self._parts.right.setVisible(self.side_shown)
        if self._mode is Mode.EDIT:
            self._parts.pages.setVisible(not (self.side_shown and self._crowded))

    @property
    def _crowded(self) -> bool:
        """Whether page and side panel have no room beside each other."""
        m = self._measures
        return m is not None and self.window().width() - m.list - m.side < LEAST_PAGE

    def _follow_side(self, covered: bool) -> None:
        """What is opened over it shows it; it stays until it is closed."""
        if covered:
            self.show_side(True)


def _splitter(*parts: QWidget) -> QSplitter:
    """Two panels side by side: the first takes what is left."""
    splitter = QSplitter(Qt.Orientation.Horizontal)
    splitter.setChildrenCollapsible(False)
    for i, part in enumerate(parts):
        splitter.addWidget(part)
        splitter.setStretchFactor(i, 1 if i == 0 else 0)
    return splitter
