"""The console's window in Show mode: where the panels are, and what closing it asks."""

from collections.abc import Callable

from PySide6.QtCore import QSettings, QSize, Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QSplitter, QVBoxLayout, QWidget

from showctl.engine.snapshot import Snapshot
from showctl.session.state import EngineState
from showctl.ui.day import Day
from showctl.ui.desk import Desk
from showctl.ui.masters import Masters
from showctl.ui.measure import Measures, measures
from showctl.ui.messages import Messages
from showctl.ui.models.cue_tree import CueRow
from showctl.ui.models.devices import DevicesModel
from showctl.ui.panels.active_cues import ActiveCuesPanel
from showctl.ui.panels.banner import Banners
from showctl.ui.panels.bottom_bar import BottomBar
from showctl.ui.panels.cue_list import CueListPanel
from showctl.ui.panels.go_button import GoButton
from showctl.ui.panels.master_banners import MasterBanners
from showctl.ui.panels.masters_panel import MastersPanel
from showctl.ui.panels.rig_banner import RigBanner
from showctl.ui.panels.rig_panel import RigPanel
from showctl.ui.panels.side import SidePanel
from showctl.ui.panels.side_tabs import SideTabs
from showctl.ui.panels.standby_strip import StandbyStrip
from showctl.ui.panels.take_panel import TakePanel
from showctl.ui.panels.top_bar import TopBar
from showctl.ui.rig import Rig
from showctl.ui.theme import Theme

LEAST = QSize(1024, 640)


class MainWindow(QMainWindow):
    """Panels and their splitters. It opens nothing over them, ever."""

    def __init__(self, desk: Desk, theme: Theme, settings: QSettings) -> None:
        super().__init__()
        self._desk, self._settings = desk, settings
        self._measures: Measures | None = None
        self._answered = False
        show = desk.session.show
        self.setWindowTitle(f"{show.info.title} · showctl")
        self.setMinimumSize(LEAST)
        self.devices = DevicesModel(desk.session.program, self)
        # Before the panels, which show cues by how their devices are:
        desk.snapshot_changed.connect(self._take)
        desk.engine_changed.connect(self._take_engine)
        self.day = Day(desk)
        self.messages = Messages(desk)
        self.masters = Masters(desk)
        self.held = Rig(desk)
        self.side = SidePanel(self.day, theme)
        self.top = TopBar(desk, self.day, theme, self.devices, self.side.logistics, self.masters)
        self.banners = Banners(desk, theme, leave=self._leave, stop=self._stop)
        self.lowered = MasterBanners(self.masters, self.held, theme)
        self.go = GoButton(desk, theme, dict(show.walk()))
        self.strip = StandbyStrip(desk, theme, self.devices)
        self.cues = CueListPanel(desk, theme, self.devices)
        self.active = ActiveCuesPanel(desk, theme)
        self.bottom = BottomBar(desk, theme, self.messages)
        self.faders = MastersPanel(desk, self.masters, theme)
        self.rig = RigPanel(desk, self.held, theme)
        self.right = SideTabs(self.side, self.active, self.faders, self.rig)
        self.holding = RigBanner(self.held, theme)
        self.holding.asked.connect(self._show_rig)
        for part in (self.top.grand, self.faders, self.rig):
            part.left.connect(self._back_to_list)
        self.taking = TakePanel(desk, theme, self.devices)
        self.taking.done.connect(self._close_taking)
        self.cues.take_asked.connect(self._take_from)
        QShortcut(QKeySequence("Ctrl+Q"), self, self.close)
        self._lay_out()
        QApplication.instance().focusChanged.connect(self._tell_panic)  # type: ignore[union-attr]
        self.cues.menu.toggled.connect(self._tell_panic)
        self.set_measures(measures(self.width()))
        self.cues.view.setFocus()

    def _lay_out(self) -> None:
        self._head = QHBoxLayout()
        self._head.addWidget(self.go)
        self._head.addWidget(self.strip, 1)
        self.below = _splitter(self.cues, self.active)
        left = QWidget()
        self._left = QVBoxLayout(left)
        self._left.setContentsMargins(0, 0, 0, 0)
        self._left.addLayout(self._head)
        self._left.addWidget(self.below, 1)
        self.body = _splitter(left, self.right)
        self._middle = QVBoxLayout()
        self._middle.addWidget(self.body)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addWidget(self.banners)
        column.addWidget(self.lowered)
        column.addWidget(self.holding)
        column.addLayout(self._middle, 1)
        column.addWidget(self.bottom)
        self.setCentralWidget(whole)

    def set_measures(self, m: Measures) -> None:
        """Bring every panel to these sizes; the operator's own widths are kept for each layout."""
        if m is self._measures:
            return
        self._keep_widths()
        self._measures = m
        self._place_active(m)
        self._head.setSpacing(m.gap)
        self._left.setSpacing(m.gap)
        self._middle.setContentsMargins(m.gap, m.gap, m.gap, m.gap)
        for splitter in (self.below, self.body):
            splitter.setHandleWidth(m.gap)
        parts = (self.top, self.go, self.strip, self.cues, self.active, self.side, self.faders, self.rig)
        for part in (*parts, self.taking, self.bottom):
            part.set_measures(m)
        for name, splitter, fixed in (("below", self.below, m.active), ("body", self.body, m.side)):
            kept = self._settings.value(f"{name}/{_kind(m)}")
            if splitter.count() > 1 and (kept is None or not splitter.restoreState(kept)):
                splitter.setSizes([max(self.width() - fixed, fixed), fixed])

    def _place_active(self, m: Measures) -> None:
        """Beside the list, or where there is no room a tab of the side panel."""
        focused = self.active.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
        if m.tabbed and not self.right.holds_active:
            self.right.take_active()
        elif not m.tabbed and self.right.holds_active:
            self.below.addWidget(self.right.release_active())
            self.below.setStretchFactor(1, 0)
            self.active.show()
        if focused:
            self.active.setFocus() if self.active.isVisible() else self.cues.view.setFocus()

    def _keep_widths(self) -> None:
        if self._measures is not None and self.isVisible():  # before that nobody has chosen any
            for name, splitter in (("below", self.below), ("body", self.body)):
                if splitter.count() > 1:
                    self._settings.setValue(f"{name}/{_kind(self._measures)}", splitter.saveState())

    def letters(self) -> dict[tuple[int, Qt.KeyboardModifier], Callable[[], None]]:
        """What panels do at a letter, whatever has the keyboard: by key and modifiers."""
        b, plain = int(Qt.Key.Key_B), Qt.KeyboardModifier.NoModifier
        return {
            (b, plain): self.masters.toggle_blackout,
            (b, Qt.KeyboardModifier.ShiftModifier): self._take_grand,
            (int(Qt.Key.Key_M), plain): self._show_masters,
            (int(Qt.Key.Key_H), plain): self._show_rig,
        }

    def _take_grand(self) -> None:
        self.top.grand.show()
        self.top.grand.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_masters(self) -> None:
        self.right.open_tab(self.faders)
        self.faders.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_rig(self) -> None:
        self.right.open_tab(self.rig)
        self.rig.open()

    def _back_to_list(self) -> None:
        self.cues.view.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.set_measures(measures(event.size().width()))
        super().resizeEvent(event)

    # What the operator opens ---------------------------------------------------------------------------------------

    def _take_from(self, row: CueRow) -> None:
        self.taking.open(row.id, row.cue)
        self.right.cover(self.taking)

    def _close_taking(self) -> None:
        had_keyboard = self.taking.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
        self.right.uncover()
        if had_keyboard:
            self.cues.view.setFocus()

    @property
    def esc_closes(self) -> Callable[[], object] | None:
        """What Esc is meant for before it is a panic: a menu, or what was opened and has the keyboard."""
        if self.cues.menu.isVisible():
            return self.cues.menu.close_menu
        if self.cues.load.field.hasFocus():
            return self.cues.load.close_field
        if self.rig.in_hand:
            return self.rig.leave
        if self.right.covered and self.taking.view.hasFocus():
            return self._close_taking
        return None

    def close_opened(self) -> bool:
        """Close that. Whether there was anything."""
        close = self.esc_closes
        if close is not None:
            close()
        return close is not None

    def _tell_panic(self, *_: object) -> None:
        self.bottom.panic.set_key("Shift+Esc" if self.esc_closes is not None else "Esc")

    # The engine ----------------------------------------------------------------------------------------------------

    def _take(self, snapshot: Snapshot) -> None:
        self.devices.take(snapshot if self._desk.in_touch else None)

    def _take_engine(self, engine: EngineState) -> None:
        self.devices.take(self._desk.snapshot if self._desk.in_touch else None)

    # Closing -------------------------------------------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        """Asks once anything was sent: then the engine may have the stage. If nothing was, it ends with the console."""
        if self._answered:
            event.accept()
            return
        snapshot, engine = self._desk.snapshot, self._desk.engine
        playing = engine is not None and engine.kind in ("attached", "older", "lost")
        if playing and snapshot is not None and snapshot.anything_sent:
            self.banners.ask_closing()
            event.ignore()
            return
        # One that sends though outputs off was asked for is not ours to stop.
        self._end(stop_engine=engine is None or engine.kind != "sending")
        event.accept()

    def end_quietly(self) -> None:
        """The console ends without having been closed: the engine plays on."""
        if not self._answered:
            self._end(stop_engine=False)

    def _leave(self) -> None:
        self._end(stop_engine=False)
        self.close()

    def _stop(self) -> None:
        self._end(stop_engine=True)
        self.close()

    def _end(self, *, stop_engine: bool) -> None:
        self._answered = True
        self._keep_widths()
        self._desk.session.close(stop_engine=stop_engine)


def _kind(m: Measures) -> str:
    if m.tabbed:
        return "tabbed"
    return "narrow" if m.narrow else "wide"


def _splitter(*parts: QWidget) -> QSplitter:
    """Two panels side by side: the first takes what is left."""
    splitter = QSplitter(Qt.Orientation.Horizontal)
    splitter.setChildrenCollapsible(False)
    for i, part in enumerate(parts):
        splitter.addWidget(part)
        splitter.setStretchFactor(i, 1 if i == 0 else 0)
    return splitter
