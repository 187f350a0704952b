"""All masters: a strip each, the grand master first. One of them is in hand: keys and the wheel move it."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from showctl.model.master import GRAND
from showctl.ui.desk import Desk
from showctl.ui.keys import BOUNCE
from showctl.ui.masters import Masters
from showctl.ui.measure import Measures
from showctl.ui.panels.master_strip import FINE, HEIGHT, STEP, MasterStrip
from showctl.ui.panels.rig_note import rig_note
from showctl.ui.theme import Theme
from showctl.ui.tongue import marked, tr
from showctl.ui.typeface import font

LEAP = 0.1
NEW = marked("New in the file: it is there once the new state is handed over")
UNKNOWN = marked("The engine has not said how it stands")
_STEPS = {
    int(Qt.Key.Key_Right): STEP,
    int(Qt.Key.Key_Left): -STEP,
    int(Qt.Key.Key_PageUp): LEAP,
    int(Qt.Key.Key_PageDown): -LEAP,
}
_ENDS = {int(Qt.Key.Key_Home): 1.0, int(Qt.Key.Key_End): 0.0}
_PLACES = {int(Qt.Key.Key_Up): -1, int(Qt.Key.Key_Down): 1}


class _Area(QScrollArea):
    """Scrolls the strips, is never lower than one of them, and says when its height changes."""

    resized = Signal()

    def __init__(self, held: QWidget) -> None:
        super().__init__()
        self.setWidget(held)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()


class MastersPanel(QWidget):
    """Takes the keyboard as a whole. Moves nothing before it has it, but for who drags a fader or flashes."""

    left = Signal()
    """Enter: the keyboard is wanted elsewhere again."""

    def __init__(self, desk: Desk, masters: Masters, theme: Theme) -> None:
        super().__init__()
        self._desk, self._masters = desk, masters
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("Masters"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._note = QLabel()
        self._note.setObjectName("reading")
        self._note.setFont(font(13))
        self._note.setWordWrap(True)
        self._theme = theme
        self.strips: list[MasterStrip] = []
        self._at = 0
        self._flashed = ""
        """The master whose flash key is held."""
        self._came_up = QTimer(self, singleShot=True, interval=BOUNCE)
        """A release counts when no press has come that shows it to be the keyboard's own."""
        self._came_up.timeout.connect(self.let_go)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._reveal)
        held = QWidget()
        held.setObjectName("strips")
        self._strips = QVBoxLayout(held)
        self._strips.setContentsMargins(0, 0, 0, 0)
        self._strips.setSpacing(4)
        self._strips.addStretch(1)
        self._area = _Area(held)
        self._area.resized.connect(self._resized)
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(8)
        self._layout.addWidget(self._note)
        self._layout.addWidget(self._area, 1)
        masters.changed.connect(self.refresh)
        desk.snapshot_changed.connect(lambda _: self._say())
        desk.show_changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        """A strip for each master of the show. The one in hand stays in hand."""
        names = (GRAND, *self._desk.show.masters)
        if [strip.name for strip in self.strips] != [*names]:
            known = {strip.name: strip for strip in self.strips}
            in_hand = self.strips[self._at].name if self.strips else GRAND
            if self._flashed and self._flashed not in names:
                self.let_go()
            for name in known.keys() - set(names):
                known[name].flash.let_go()
                self._strips.removeWidget(known[name])
                known[name].deleteLater()
            self.strips = [known.get(name) or self._strip(name) for name in names]
            for at, strip in enumerate(self.strips):
                self._strips.insertWidget(at, strip)
            self._at = names.index(in_hand) if in_hand in names else 0
            self._mark()
        self.refresh()

    def _strip(self, name: str) -> MasterStrip:
        strip = MasterStrip(self._masters, self._theme, name)
        strip.taken.connect(lambda: self.take_in_hand(name))
        return strip

    def set_measures(self, measures: Measures) -> None:
        self._layout.setContentsMargins(measures.padding - 8, 8, measures.padding - 8, 8)

    @property
    def current(self) -> MasterStrip:
        """The one that keys move."""
        return self.strips[self._at]

    def take_in_hand(self, name: str) -> None:
        """Keys and the wheel are for this one from now on."""
        self._at = next((i for i, strip in enumerate(self.strips) if strip.name == name), self._at)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._mark()

    def refresh(self) -> None:
        """Say how masters are."""
        states = {state.name: state for state in self._masters.states}
        for strip in self.strips:
            strip.take(states.get(strip.name), self._desk.attached, self._why_unknown)
        self._say()

    @property
    def _why_unknown(self) -> str:
        """Why nothing is known of a master that the engine does not name; nothing where the note above says it."""
        if not self._desk.attached or self._desk.engine is None or self._desk.snapshot is None:
            return ""
        return tr(NEW) if self._desk.engine.kind == "older" else tr(UNKNOWN)

    def _say(self) -> None:
        note = rig_note(self._desk)
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def _mark(self) -> None:
        for i, strip in enumerate(self.strips):
            current = i == self._at and self.hasFocus()
            if strip.current != current:
                strip.current = current
                strip.update()
        self._reveal()

    def _reveal(self) -> None:
        self._area.ensureWidgetVisible(self.current, 0, 0)

    def _resized(self) -> None:
        """A banner, a note, the window: what is in hand stays whole, now and once all have their places."""
        self._reveal()
        self._later.start()

    # The keyboard --------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        fine = held == Qt.KeyboardModifier.ShiftModifier
        if event.key() == Qt.Key.Key_F and not held:
            self._flash(event)
        elif held and not fine:
            super().keyPressEvent(event)
        elif event.key() in _STEPS:
            self._masters.step(_STEPS[event.key()] * (FINE if fine else 1.0), self.current.name)
        elif event.key() in _ENDS and not event.isAutoRepeat():
            self._masters.set_level(self.current.name, _ENDS[event.key()])
        elif event.key() in _PLACES:
            self.let_go()
            self._at = min(max(self._at + _PLACES[event.key()], 0), len(self.strips) - 1)
            self._mark()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _flash(self, event: QKeyEvent) -> None:
        self._came_up.stop()
        if not event.isAutoRepeat() and not self._flashed and self.current.name != GRAND:
            self._flashed = self.current.name
            self._masters.flash(self._flashed)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F and self._flashed and not event.isAutoRepeat():
            self._came_up.start()
        else:
            super().keyReleaseEvent(event)

    def let_go(self) -> None:
        """Whatever is flashed by key goes back to where it stood."""
        self._came_up.stop()
        name, self._flashed = self._flashed, ""
        if name:
            self._masters.let_go(name)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._mark()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.let_go()
        self._mark()

    def hideEvent(self, event: QHideEvent) -> None:
        self.let_go()
        super().hideEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowDeactivate:
            self.let_go()
        return super().event(event)
