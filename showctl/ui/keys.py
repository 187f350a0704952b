"""The keys that work wherever the focus is: GO, panic, pause and resume all, and the hotkeys of cues."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QToolTip

from showctl.model.cue import CueId
from showctl.ui.desk import Desk
from showctl.ui.hotkeys import hotkeys, started_by

_TEXT_FIELDS = (QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox)
BOUNCE = 20
"""Milliseconds from a key's release within which it cannot have been pressed again by a finger. X11 repeats a held key
as release and press at the same millisecond, and Qt takes about one such pair in a hundred for a new press."""
_NONE = Qt.KeyboardModifier.NoModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier


def typing() -> bool:
    """Whether a text field has the keyboard: then Space writes a space, and Ctrl+Space is GO."""
    return isinstance(QApplication.focusWidget(), _TEXT_FIELDS)


class Keys(QObject):
    """An event filter for the application: it sees a key before any widget, and keeps those that are its own.

    Acts on press. A held key is one press: what the keyboard repeats does nothing, and says so once.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._said_held = False
        self._released: dict[int, int] = {}
        self._hotkeys = hotkeys(desk.session.show)
        self._on_release = {identity for identity, cue in desk.session.show.walk() if cue.on_release}
        self._timers: dict[int, QTimer] = {}
        """Releases that may still turn out to be the keyboard's own, by key."""
        self._held: dict[int, CueId] = {}
        """Cues that wait for their key to come up (`on release`), by key."""
        self.close_first: Callable[[], bool] = lambda: False
        """Closes what the operator has opened and the next Esc is meant for. Whether there was something."""
        plain: dict[int, Callable[[], None]] = {
            Qt.Key.Key_Space: desk.go,
            Qt.Key.Key_BracketLeft: desk.pause,
            Qt.Key.Key_BracketRight: desk.resume,
        }
        self.letters: dict[tuple[int, Qt.KeyboardModifier], Callable[[], None]] = {}
        """What panels want done at a letter, while no text is typed: by key and modifiers."""
        self._plain = {int(key): act for key, act in plain.items()}

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.ApplicationStateChange:
            self._desk.key_down = False  # who comes up elsewhere is not told here
            for key in list(self._held):
                self._let_go(key)
        if kind not in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease) or not isinstance(event, QKeyEvent):
            return False
        if self._never_let_go(event):
            self._timers.pop(event.key(), None)
            held = QKeyEvent(kind, event.key(), event.modifiers(), event.text(), True, event.count())
            QApplication.sendEvent(watched, held)
            return True
        act = self._act(event) or self._hotkey(event)
        if event.key() in self._held and not event.isAutoRepeat() and kind == QEvent.Type.KeyRelease:
            self._wait_for_repeat(event.key())
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat() and kind == QEvent.Type.KeyRelease:
            self._desk.key_down = False
        if act is None:
            return False
        if kind == QEvent.Type.KeyPress:
            if not event.isAutoRepeat():
                self._said_held = False
                QToolTip.hideText()
                act()
            elif act == self._desk.go and not self._said_held:
                self._said_held = True
                self._desk.refused.emit("key held")
            if act == self._desk.go:
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
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = event.key()
        if key == Qt.Key.Key_Escape:
            return self._desk.panic if modifiers else self._escape
        if key == Qt.Key.Key_Space and modifiers == _CONTROL:
            return self._desk.go
        # The brackets need AltGr or Shift on many keyboards, so only Ctrl and Meta are turned away there.
        if typing() or modifiers & (_CONTROL | Qt.KeyboardModifier.MetaModifier):
            return None
        if key == Qt.Key.Key_Space and modifiers != _NONE:
            return None
        return self._plain.get(key) or self.letters.get((int(key), modifiers))

    def _hotkey(self, event: QKeyEvent) -> Callable[[], None] | None:
        """Starting the cue that the key belongs to; nothing while text is typed."""
        cue = None if typing() else started_by(event, self._hotkeys)
        return None if cue is None else partial(self._start, event.key(), cue)

    def _start(self, key: int, cue: CueId) -> None:
        self._desk.start(cue)
        if cue in self._on_release:
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
        if not self.close_first():
            self._desk.panic()
