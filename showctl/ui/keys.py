"""The keys that work wherever the focus is: GO, panic, pause and resume all, and the hotkeys of cues."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QToolTip,
    QWidget,
)

from showctl.model.cue import CueId
from showctl.ui.actions import Actions
from showctl.ui.describe import called
from showctl.ui.desk import Desk
from showctl.ui.hotkeys import hotkeys, started_by
from showctl.ui.opened import close_popups
from showctl.ui.tips import is_control, tip_of
from showctl.ui.tongue import tr

_TEXT_FIELDS = (QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox)
BOUNCE = 20
"""Milliseconds from a key's release within which it cannot have been pressed again by a finger. X11 repeats a held key
as release and press at the same millisecond, and Qt takes about one such pair in a hundred for a new press."""
_GO = ("go", "go anywhere")
_PAD = Qt.KeyboardModifier.KeypadModifier


def typing() -> bool:
    """Whether a text field has the keyboard: then Space writes a space, and Ctrl+Space is GO."""
    focus = QApplication.focusWidget()
    if isinstance(focus, QComboBox):
        return focus.isEditable()
    return isinstance(focus, _TEXT_FIELDS)


class Keys(QObject):
    """An event filter for the application: it sees a key before any widget, and keeps those that are its own.

    Acts on press. A held key is one press: what the keyboard repeats does nothing, and says so once.
    """

    def __init__(self, desk: Desk, actions: Actions) -> None:
        super().__init__()
        self._desk, self._actions = desk, actions
        self._said_held = False
        self._released: dict[int, int] = {}
        self._follow()
        desk.show_changed.connect(self._follow)
        self._timers: dict[int, QTimer] = {}
        """Releases that may still turn out to be the keyboard's own, by key."""
        self._held: dict[int, CueId] = {}
        """Cues that wait for their key to come up (`on release`), by key."""
        self.watch: Callable[[QKeyEvent], bool] = lambda event: False
        """Sees each key first. Whether it was its own."""
        self.close_menu: Callable[[], object] = lambda: None
        """Closes the menu of a cue. Nothing else goes by Esc: it is for panic."""
        self._go_key = 0
        """The key that was GO last."""

    def _follow(self) -> None:
        """The hotkeys of the show as it is now."""
        self._hotkeys = hotkeys(self._desk.cues)
        self._actions.take_hotkeys(
            {key: tr("cue {cue}").format(cue=called(self._desk.cues[cue])) for key, cue in self._hotkeys.items()}
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.ApplicationStateChange:
            self._desk.key_down = False  # who comes up elsewhere is not told here
            for key in list(self._held):
                self._let_go(key)
        if kind == QEvent.Type.ToolTip and isinstance(watched, QWidget) and is_control(watched):
            watched.setToolTip(tip_of(watched))
        if not isinstance(event, QKeyEvent):
            return False
        if kind == QEvent.Type.ShortcutOverride and self._actions.catch is not None:
            event.accept()
            return True
        given_back = self._desk.hand_back.keeps(event)
        if kind == QEvent.Type.ShortcutOverride and (given_back or self._hotkey(event) is not None):
            event.accept()  # a hotkey of the show goes before the console's pages and edits: it plays
            return True
        if kind not in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            return False
        if self._never_let_go(event):
            self._timers.pop(event.key(), None)
            held = QKeyEvent(kind, event.key(), event.modifiers(), event.text(), True, event.count())
            QApplication.sendEvent(watched, held)
            return True
        if given_back and kind == QEvent.Type.KeyPress:
            self._desk.hand_back.keep(event)
            return True
        if self.watch(event):
            return True
        act = self._act(event)
        if act is None and self._caught(event):
            return True
        act = act or self._hotkey(event) or _pressing(event)
        if event.key() in self._held and not event.isAutoRepeat() and kind == QEvent.Type.KeyRelease:
            self._wait_for_repeat(event.key())
        if event.key() == self._go_key and not event.isAutoRepeat() and kind == QEvent.Type.KeyRelease:
            self._desk.key_down = False
        if act is None:
            return False
        if kind == QEvent.Type.KeyPress:
            if not event.isAutoRepeat():
                self._said_held = False
                QToolTip.hideText()
                act()
            elif act == self._go and not self._said_held:
                self._said_held = True
                self._desk.refused.emit(tr("key held"))
            if act == self._go:
                self._go_key = event.key()
                self._desk.key_down = True  # also what the keyboard repeats: X11 says released in between
        return True

    def _never_let_go(self, event: QKeyEvent) -> bool:
        """Whether a press is the keyboard repeating a held key, though Qt does not say so. By the times of the window
        system, not by when we saw them: after a stall a real press comes together with the release before it.
        """
        if event.isAutoRepeat() or not event.timestamp():
            return False
        if event.type() == QEvent.Type.KeyRelease:
            self._released[event.key()] = event.timestamp()
            return False
        released = self._released.get(event.key())
        return released is not None and 0 <= event.timestamp() - released < BOUNCE

    def _act(self, event: QKeyEvent) -> Callable[[], None] | None:
        if event.key() == Qt.Key.Key_Escape:
            return self._escape
        found = self._actions.pressed(event, "anywhere")
        if not found and not typing() and self._actions.catch is None:
            found = self._actions.pressed(event, "not typing")
        elif not found and not typing() and event.key() == Qt.Key.Key_Space:
            return self._go  # also while a key is chosen for something else
        if found in _GO:
            return self._go
        return partial(self._actions.run, found) if found else None

    def _go(self) -> None:
        self._desk.go()

    def _caught(self, event: QKeyEvent) -> bool:
        """Whether somebody is choosing a key, and gets this one."""
        catch = self._actions.catch
        if catch is not None and event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat():
            catch(event)
        return catch is not None

    def _hotkey(self, event: QKeyEvent) -> Callable[[], None] | None:
        """Starting the cue that the key belongs to; nothing while text is typed."""
        cue = None if typing() else started_by(event, self._hotkeys)
        return None if cue is None else partial(self._start, event.key(), cue)

    def _start(self, key: int, cue: CueId) -> None:
        self._desk.start(cue)
        if self._desk.cues[cue].on_release:
            self._held[key] = cue

    def _wait_for_repeat(self, key: int) -> None:
        """A release counts when no press has come that shows it to be the keyboard's own."""
        timer = self._timers[key] = QTimer(self, singleShot=True, interval=BOUNCE)
        timer.timeout.connect(lambda: self._let_go(key, timer))
        timer.start()

    def _let_go(self, key: int, timer: QTimer | None = None) -> None:
        if timer is not None:
            timer.deleteLater()
            if self._timers.pop(key, None) is not timer:
                return  # it was none
        cue = self._held.pop(key, None)
        if cue is not None:
            self._desk.let_go(cue)

    def _escape(self) -> None:
        """Panic first; then a menu goes that would lie over what it leaves."""
        self._desk.panic()
        self.close_menu()
        close_popups()


def _pressing(event: QKeyEvent) -> Callable[[], None] | None:
    """Enter presses the button that has the keyboard, and unfolds a list of choices: Space does neither."""
    focus = QApplication.focusWidget()
    if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or event.modifiers() & ~_PAD:
        return None
    if isinstance(focus, QAbstractButton):
        return focus.click
    if isinstance(focus, QComboBox) and not focus.isEditable() and QApplication.activePopupWidget() is None:
        return focus.showPopup
    return None
