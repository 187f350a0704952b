"""The console's window: of what it is made, and what keys and buttons do in it."""

from functools import partial

from PySide6.QtCore import QSettings, QSize, Qt
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from showctl.engine.snapshot import Snapshot
from showctl.showfile.item import Item
from showctl.ui.actions import Actions
from showctl.ui.announcing import Announcing
from showctl.ui.asking import Asking
from showctl.ui.beginning import Beginning
from showctl.ui.calling import Calling
from showctl.ui.context import Context
from showctl.ui.correcting import Correcting
from showctl.ui.day import Day
from showctl.ui.day_notes import DayNotes
from showctl.ui.day_tools import DayTools
from showctl.ui.desk import Desk
from showctl.ui.device_details import DeviceDetails
from showctl.ui.document_mark import DocumentMark
from showctl.ui.edit_tools import EditTools
from showctl.ui.ending import Ending
from showctl.ui.faults import Faults
from showctl.ui.go_beside import go_beside
from showctl.ui.go_to import go_to
from showctl.ui.guarding import guard_parts
from showctl.ui.key_tips import KeyTips
from showctl.ui.list_tools import ListTools
from showctl.ui.lock_key import lock_key
from showctl.ui.looks import Looks
from showctl.ui.masters import Masters
from showctl.ui.measure import Measures, measures
from showctl.ui.messages import Messages
from showctl.ui.mode import Mode
from showctl.ui.models.cue_rows import CueRow
from showctl.ui.models.devices import DevicesModel
from showctl.ui.opened import Opened
from showctl.ui.pages import PAGES
from showctl.ui.panels.active_cues import ActiveCuesPanel
from showctl.ui.panels.arrangement import Arrangement, Parts
from showctl.ui.panels.ask_panel import AskPanel
from showctl.ui.panels.banner import Banners
from showctl.ui.panels.battery_banner import BatteryBanner
from showctl.ui.panels.bottom_bar import BottomBar
from showctl.ui.panels.closing_banner import ClosingBanner
from showctl.ui.panels.cue_list import CueListPanel
from showctl.ui.panels.go_button import GoButton
from showctl.ui.panels.key_sheet import KeySheet
from showctl.ui.panels.master_banners import MasterBanners
from showctl.ui.panels.masters_panel import MastersPanel
from showctl.ui.panels.mode_badge import ModeBadge
from showctl.ui.panels.mode_head import OTHER, ModeHead
from showctl.ui.panels.page_stack import FIRST, PageStack
from showctl.ui.panels.page_tabs import EditHead, PageTabs
from showctl.ui.panels.rig_banner import RigBanner
from showctl.ui.panels.rig_panel import RigPanel
from showctl.ui.panels.side import SidePanel
from showctl.ui.panels.side_tabs import SideTabs
from showctl.ui.panels.standby_strip import StandbyStrip
from showctl.ui.panels.take_panel import TakePanel
from showctl.ui.panels.tool_row import ToolRow
from showctl.ui.panels.top_bar import TopBar
from showctl.ui.questions import Questions
from showctl.ui.rehearsing import Rehearsing
from showctl.ui.rig import Rig
from showctl.ui.selection import Selection
from showctl.ui.text_scale import TextScale
from showctl.ui.theme import Theme

LEAST = QSize(900, 480)
GEOMETRY = "window/main/geometry"
OWN_WINDOWS = ("patch", "rig", "check", "log")  # pages that have a key to a window of their own


class MainWindow(QMainWindow):
    """Panels and where they are. It opens nothing over them, ever."""

    def __init__(self, desk: Desk, theme: Theme, settings: QSettings) -> None:
        super().__init__()
        self._desk, self._settings = desk, settings
        self._measures: Measures | None = None
        self.setMinimumSize(LEAST)
        self.devices = DevicesModel(desk.program, desk.sends, self)
        # Before the panels, which show cues by how their devices are:
        desk.show_changed.connect(lambda: self.devices.follow(desk.program, desk.sends))
        desk.snapshot_changed.connect(self._take)
        desk.engine_changed.connect(lambda _: self._take(desk.snapshot))
        self.modes = desk.modes
        self.modes.keep_in(settings, desk.session.path)
        self.acts = Actions(self.modes, self, settings)
        self.acts.refused.connect(lambda words: desk.denied.emit(f"{words}."))
        self.faults = Faults(theme, self)
        self.faults.said.connect(desk.said)
        self.day = Day(desk)
        self.messages = Messages(desk)
        self.masters = Masters(desk)
        self.held = Rig(desk)
        self.notes = DayNotes(desk, self.day)
        self.side = SidePanel(self.day, self.notes, theme, self.acts)
        self.mark = DocumentMark(desk)
        self.lowered = MasterBanners(self.masters, self.held, theme)
        self.go = GoButton(desk, theme)
        self.strip = StandbyStrip(desk, theme, self.devices)
        self.cues = CueListPanel(desk, theme, self.devices)
        self.active = ActiveCuesPanel(desk, theme)
        self.bottom = BottomBar(desk, theme, self.messages, self.masters)
        self.faders = MastersPanel(desk, self.masters, theme)
        self.rig = RigPanel(desk, self.held, theme)
        self.right = SideTabs(self.side, self.active, self.faders, self.rig)
        self.holding = RigBanner(self.held, theme)
        self.holding.asked.connect(self._show_rig)
        self.taking = TakePanel(desk, theme, self.devices)
        self.taking.done.connect(self._close_taking)
        self.cues.take_asked.connect(self._take_from)
        self.ask_panel = AskPanel(desk, theme)
        asking = Asking(self.ask_panel, self.right, self._back_to_list)
        self.questions = Questions(desk, theme, asking, self._go_to)
        self.tonight = DayTools(desk, self.day, self.notes, self.side, asking, self.acts)
        self.edits = EditTools(desk, self.acts, asking, self._back_to_list)
        self.line = self.edits.line
        self.selection = Selection(self)
        self.context = Context(
            desk, self.edits.editing, theme, self.devices, self.selection, settings, self._go_to, self.acts,
            Looks(settings, self.acts, self), TextScale(settings, self.acts, desk.said.emit, self),
        )  # fmt: skip
        self.building = ListTools(self.cues, self.strip, self.context)
        self.details = DeviceDetails(desk, theme, self.devices, self.right, self.acts, self._back_to_list)
        self.pages = PageStack(self.context, self.faults, PAGES)
        self.correcting = Correcting(self.context, self.cues, self.pages, self.right)
        self.calling = Calling(self.context, self.day, self.faults, self.strip.urgent, self)
        self.badge = ModeBadge(desk, self.modes, theme)
        self.lock_key = lock_key(self.badge, self.isVisible)
        self.top = TopBar(
            desk, self.day, theme, self.devices, self.side.logistics, self.masters, self.mark,
            ModeHead(self.badge, self.modes, theme),
            EditHead(desk, PageTabs(self.pages, self.acts, theme), self.acts, theme),
        )  # fmt: skip
        self.details.follow(self.top)
        for part in (self.top.grand, self.faders, self.rig):
            part.left.connect(self._back_to_list)
        self.tools = ToolRow(desk, self.modes, self.acts, theme)
        self.closing = ClosingBanner(desk, theme, self.close)
        self.ending = Ending(desk, self.closing, self._keep, self.close)
        self.battery = BatteryBanner(theme)
        self.rehearsing = Rehearsing(desk)
        self.banners = Banners(desk, theme, leave=self.ending.leave, stop=self.ending.stop)
        self.ending.banners = self.banners
        self.mark.changed.connect(lambda: self.setWindowTitle(self.mark.title))
        self.setWindowTitle(self.mark.title)
        parts = Parts(self.go, self.strip, self.cues, self.active, self.tools, self.pages, self.right)
        self.arrangement = Arrangement(parts, settings)
        self.beginning = Beginning(self.context, asking)
        self.beginning.follow(self.top)
        self.below, self.body = self.arrangement.below, self.arrangement.body
        self.sheet = KeySheet(self, self.acts, theme)
        self.sheet.about_to_open = self._place_sheet
        others = (
            self.sheet.close_opened,
            self.cues.load.close_opened, self.line.close_opened, self.right.close_opened,
            self.pages.close_opened, self.beginning.bar.close_opened,
        )  # fmt: skip
        self.opened = Opened(self.cues.menus.menu.close_menu, others)
        self._lay_out()
        self._bind()
        opened = {"masters": self.faders, "highlight": self.rig}
        self.tips = KeyTips(self.acts, self.bottom.told, (self.right, opened), self.go)
        self.announcing = Announcing(self, desk, self.messages)
        guard_parts(self)
        self.modes.changed.connect(lambda _: self.set_measures(self._fitting(self.width())))
        self.right.follow(self.modes)
        self.set_measures(self._fitting(self.width()))
        self.cues.view.setFocus()

    def _lay_out(self) -> None:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        told = self.closing, self.banners, self.questions.banners, self.details.banners, self.lowered
        for rows in (*told, self.holding, self.battery):
            column.addWidget(rows)
        column.addWidget(self.arrangement, 1)
        column.addWidget(self.beginning.bar)
        column.addWidget(self.line)
        column.addWidget(self.bottom)
        self.setCentralWidget(whole)

    def _bind(self) -> None:
        """What keys and buttons of the window do."""
        bind = self.acts.bind
        bind("close", self.close)
        bind("close opened", self.opened.close)
        desk, lit = self._desk, self.masters
        transport = {"go": desk.go, "go anywhere": desk.go, "panic": desk.panic, "stop all": desk.stop}
        more = {"pause all": desk.pause, "resume all": desk.resume, "masters": self._show_masters}
        light = {"blackout": lit.toggle_blackout, "grand master": self._take_grand, "highlight": self._show_rig}
        for act, do in {**transport, **more, **light}.items():
            bind(act, do)
        bind("compare", self.questions.comparing.open)
        bind("place go", self.arrangement.place_go)
        bind("full screen", lambda: self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen))
        bind("rehearse", lambda: self.modes.enter(OTHER[self.modes.mode]))
        bind("side", lambda: self.arrangement.show_side(not self.arrangement.side_shown))
        for page in self.pages.pages:
            bind(f"page {page.name}", partial(self._show_page, page.name))
            if page.name in OWN_WINDOWS:
                bind(f"window {page.name}", partial(self.pages.take_out, page.name))
        self.pages.window_opened.connect(self.acts.serve)
        self.acts.serve(self)

    def _fitting(self, width: int) -> Measures:
        return measures(width, edit=self.modes.mode is Mode.EDIT)

    def set_measures(self, m: Measures) -> None:
        """Bring every panel to these sizes."""
        if m is not self._measures:
            self._measures = m
            parts = (self.top, self.go, self.strip, self.cues, self.active, self.side, self.faders, self.rig)
            for part in (*parts, self.taking, self.ask_panel, self.bottom, self.tools, self.details):
                part.set_measures(m)
        self.arrangement.arrange(self.modes.mode, m)
        self._place_sheet()

    def _place_sheet(self) -> None:
        edits = self.modes.mode is Mode.EDIT
        self.sheet.place((self.pages, self.right) if edits else (self.active, self.right))

    def _show_page(self, name: str) -> None:
        """A page, or back from it to the list."""
        self.pages.open(name)
        if name == FIRST:
            self._back_to_list()

    def _go_to(self, item: Item) -> None:
        if not go_beside(item, self.details.open, self.selection, self.acts):
            go_to(self.cues, self._desk, item)

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
        self.set_measures(self._fitting(event.size().width()))
        super().resizeEvent(event)
        self._place_sheet()

    # What the operator opens ---------------------------------------------------------------------------------------

    def _take_from(self, row: CueRow) -> None:
        self.taking.open(row.id, row.cue)
        self.right.cover(self.taking)

    def _close_taking(self) -> None:
        had_keyboard = self.taking.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
        self.right.uncover()
        if had_keyboard:
            self.cues.view.setFocus()

    # The engine ----------------------------------------------------------------------------------------------------

    def _take(self, snapshot: Snapshot | None) -> None:
        self.devices.take(snapshot if self._desk.in_touch else None)

    # Closing -------------------------------------------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        """Not before all that has to be asked is answered; the pages in windows of their own go with it."""
        if not self.ending.may_close():
            event.ignore()
            return
        self.pages.put_away()
        self.calling.put_away()
        event.accept()

    def end_quietly(self) -> None:
        """The console ends without having been closed: the engine plays on."""
        self.ending.quietly()

    def _keep(self) -> None:
        """Before the end: sizes, where the window is, and edits that are under way."""
        self._settings.setValue(GEOMETRY, self.saveGeometry())
        self.arrangement.keep_widths()
        self.edits.editing.wait()
        self.notes.wait()
