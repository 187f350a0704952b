"""Highlight and park: what is meant is typed, what is held is listed."""

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QCompleter,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from showctl.model.unit import parse_level
from showctl.ui.desk import Desk
from showctl.ui.measure import Measures
from showctl.ui.models.holds import HoldsModel
from showctl.ui.panels.holds_view import HoldsView
from showctl.ui.panels.rig_note import rig_note
from showctl.ui.rig import Rig
from showctl.ui.rig_name import Asked, RigNames
from showctl.ui.theme import Theme
from showctl.ui.tongue import marked, tr
from showctl.ui.typeface import MEDIUM, SEMIBOLD, font

NOT_WHOLE = marked("Only whole fixtures can be highlighted; parameters and addresses can be parked.")
NOBODY = marked("No fixture is patched in this show.")
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RigPanel(QWidget):
    """Enter highlights what is typed, or ends that; Ctrl+Enter parks it. GO is Ctrl+Space while a field is open."""

    left = Signal()
    """The keyboard goes back to where it was."""

    def __init__(self, desk: Desk, rig: Rig, theme: Theme) -> None:
        super().__init__()
        self._desk, self._rig = desk, rig
        self._names, self._patched = RigNames(desk.program), desk.program.fixtures
        self._touched = 0.0
        self._asking = False
        self._asked = Asked()
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("Highlight and park"))
        self.field = self._line_edit(tr("Fixture, group, spot1/pan, 1.7"), tr("Highlight or park"))
        self.level = self._line_edit(tr("as it is"), tr("Park at"))
        self.level.setFixedWidth(82)
        self.level.setToolTip(tr("Park at this level: 50, full, out, dmx 128; nothing: as it is now"))
        self._offered = QStringListModel(self)
        completer = QCompleter(self._offered, self)
        completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.field.setCompleter(completer)
        self.field.textEdited.connect(lambda text: self._offered.setStringList(self._names.completions(text)))
        self.field.textChanged.connect(lambda _: self._read())
        self.level.textChanged.connect(lambda _: self._read())
        self._note, self._reading, self._title = QLabel(), QLabel(), QLabel()
        for label in (self._note, self._reading):
            label.setObjectName("reading")
            label.setFont(font(13))
            label.setWordWrap(True)
        self._title.setFont(font(14, SEMIBOLD))
        self.highlight = self._button(
            tr("Highlight"), tr("Show it as its profile says, over all cues; again: no more (Enter)")
        )
        self.park = self._button(tr("Park"), tr("Hold its output whatever is played (Ctrl+Enter)"))
        self.all = self._button(tr("Unpark all"), tr("Let go of all; asks first (Shift+Enter in the list)"), small=True)
        self.sure = self._button(
            tr("Unpark"), tr("Let all of them follow the cues again, at once (Shift+Enter)"), small=True
        )
        self.sure.setProperty("inverse", True)
        self.keep = self._button(tr("Keep"), tr("Leave them parked"), small=True)
        self.model = HoldsModel(self)
        self.view = HoldsView(theme, self.model)
        self.setFocusProxy(self.field)
        self._lay_out()
        self.highlight.pressed.connect(self._highlight)
        self.park.pressed.connect(self._park)
        self.all.clicked.connect(lambda: self._ask(True))
        self.keep.clicked.connect(lambda: self._ask(False))
        self.sure.clicked.connect(self._unpark_all)
        self.view.ended.connect(rig.end)
        self.view.all_wanted.connect(self._want_all)
        self.view.moved.connect(lambda: self._ask(False))
        rig.changed.connect(self.refresh)
        desk.snapshot_changed.connect(lambda _: self._say())
        desk.show_changed.connect(self._follow)
        desk.ticked.connect(self._tick)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._forget)
        self.refresh()
        self._read()

    def _follow(self) -> None:
        """What is typed may mean something else now."""
        if self._patched is not self._desk.program.fixtures:
            self._patched = self._desk.program.fixtures
            self._names = RigNames(self._desk.program)
            self._read()

    def _line_edit(self, hint: str, name: str) -> QLineEdit:
        made = QLineEdit()
        made.setFont(font(16))
        made.setFixedHeight(44)
        made.setPlaceholderText(hint)
        made.setAccessibleName(name)
        made.installEventFilter(self)
        return made

    def _button(self, text: str, tip: str, *, small: bool = False) -> QPushButton:
        button = QPushButton(text)
        button.setFont(font(14, MEDIUM))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setToolTip(tip)
        button.setProperty("row", small)
        return button

    def _lay_out(self) -> None:
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self.highlight, 3)
        acts.addWidget(self.level)
        acts.addWidget(self.park, 2)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title, 1)
        for button in (self.all, self.sure, self.keep):
            head.addWidget(button)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(8)
        for part in (self._note, self.field, self._reading):
            self._column.addWidget(part)
        self._column.addLayout(acts)
        self._column.addSpacing(4)
        self._column.addLayout(head)
        self._column.addWidget(self.view, 1)

    def set_measures(self, measures: Measures) -> None:
        self._column.setContentsMargins(measures.padding, 12, measures.padding, 8)

    @property
    def typing(self) -> bool:
        """Whether one of its fields has the keyboard."""
        return self.field.hasFocus() or self.level.hasFocus()

    def open(self) -> None:
        """Take the keyboard: the operator has asked for it."""
        self._touched = self._desk.clock()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def refresh(self) -> None:
        """Say what is held."""
        self.model.take(self._rig.holds)
        self._asking = self._asking and bool(self._rig.parked)
        self._enable()
        self._say()

    def _say(self) -> None:
        note = rig_note(self._desk) or ("" if self._names.any else tr(NOBODY))
        self._note.setText(note)
        self._note.setVisible(bool(note))

    # What is typed -------------------------------------------------------------------------------------------------

    def _read(self) -> None:
        asked = self._asked = self._names.asked(self.field.text())
        said, wrong = asked.said, asked.wrong
        try:
            self._level()
        except ValueError as reason:
            said, wrong = str(reason), True
        self._reading.setText(said or " ")
        if self._reading.property("wrong") != wrong:
            self._reading.setProperty("wrong", wrong)
            self._reading.style().unpolish(self._reading)
            self._reading.style().polish(self._reading)
        self._enable()

    def _forget(self, _: QWidget | None, now: QWidget | None) -> None:
        """What is wrong goes when the keyboard leaves: nobody would look at it again. Not when it goes to another
        window: it comes back."""
        if now is None or self.typing:
            return
        if self._asked.wrong:
            self.field.clear()
        try:
            self._level()
        except ValueError:
            self.level.clear()

    def _level(self) -> float | None:
        """At which level to park; None: as it is. Raises ValueError."""
        text = self.level.text().strip().lower()
        return parse_level(text) if text else None

    @property
    def _lit(self) -> bool:
        """Whether all that is typed is highlighted."""
        return bool(self._asked.what) and set(self._asked.what) <= set(self._rig.highlighted)

    def _enable(self) -> None:
        attached, parked = self._desk.attached, len(self._rig.parked)
        self.highlight.setEnabled(attached and bool(self._asked.what) and self._asked.whole)
        self.highlight.setText(tr("Highlight off") if self._lit else tr("Highlight"))
        try:
            at = self._level()
            self.park.setText(tr("Park") if at is None else tr("Park at"))
            self.park.setEnabled(attached and bool(self._asked.what))
        except ValueError:
            self.park.setEnabled(False)
        held = len(self._rig.holds)
        self._title.setText(
            tr("Let go of all {parked}?").format(parked=parked)
            if self._asking
            else tr("Held by hand   {held}").format(held=held or "")
        )
        self.all.setVisible(parked > 0 and not self._asking)
        self.all.setEnabled(attached)
        self.sure.setVisible(self._asking)
        self.keep.setVisible(self._asking)

    # What is done --------------------------------------------------------------------------------------------------

    def _highlight(self) -> None:
        if self._asked.what and not self._asked.whole:
            self._desk.said.emit(tr(NOT_WHOLE))
        elif self._asked.what:
            self._rig.highlight(self._asked.what, not self._lit)
        self._done()

    def _park(self) -> None:
        if self._asked.what and self.park.isEnabled():
            self._rig.park(self._asked.what, self._level())
        self._done()

    def _done(self) -> None:
        self._touched = self._desk.clock()
        if self.field.hasFocus():
            self.field.selectAll()

    def _ask(self, asking: bool) -> None:
        self._asking = asking
        self._enable()

    def _want_all(self) -> None:
        self._unpark_all() if self._asking else self._ask(bool(self._rig.parked))

    def _unpark_all(self) -> None:
        self._rig.unpark(None)
        self._ask(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.FocusIn):
            self._touched = self._desk.clock()
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or event.key() not in _ENTER:
            return False
        if not event.isAutoRepeat():
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self._park() if control or watched is self.level else self._highlight()
        return True

    @property
    def in_hand(self) -> bool:
        """Whether anything in it has the keyboard: a field, or the list of what is held."""
        return self.typing or self.view.hasFocus()

    def close_opened(self) -> bool:
        """Give the keyboard back; nothing is done, what is written stays, and nothing is asked any more."""
        held = self.in_hand
        if held:
            self._ask(False)
            self.left.emit()
        return held

    def _tick(self, now: float) -> None:
        if any(self._desk.hand_back.gives(field, self._touched) for field in (self.field, self.level)):
            self.left.emit()
