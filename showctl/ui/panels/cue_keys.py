"""What keys do in a cue list: in Edit mode they move the selection, else standby."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView

from showctl.ui.models.cue_tree import LABEL

if TYPE_CHECKING:
    from showctl.ui.panels.cue_view import CueView

_NONE, _SHIFT, _CONTROL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
_ACTION = QAbstractItemView.CursorAction
_MOVES = {
    Qt.Key.Key_Up: _ACTION.MoveUp,
    Qt.Key.Key_Down: _ACTION.MoveDown,
    Qt.Key.Key_Home: _ACTION.MoveHome,
    Qt.Key.Key_End: _ACTION.MoveEnd,
    Qt.Key.Key_PageUp: _ACTION.MovePageUp,
    Qt.Key.Key_PageDown: _ACTION.MovePageDown,
}


def press(view: "CueView", event: QKeyEvent) -> bool:
    """Whether the key does something here."""
    what = view.asked_by(event)
    if what is not None:
        view.asked.emit(what)
        return True
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    move = _MOVES.get(Qt.Key(event.key()))
    paged = move in (_ACTION.MovePageUp, _ACTION.MovePageDown)
    if move is not None and held in (_NONE, _SHIFT) and (view.edits or (paged and held == _NONE)):
        view.scrolled()
        view.move_by_key(move, extend=held == _SHIFT)
        return True
    if held == _NONE:
        return _plain(view, event)
    return _held(view, event, held)


def _plain(view: "CueView", event: QKeyEvent) -> bool:
    match event.key():
        case Qt.Key.Key_Up:
            view.stepped.emit(-1)
        case Qt.Key.Key_Down:
            view.stepped.emit(1)
        case Qt.Key.Key_Home:
            view.ended.emit(0)
        case Qt.Key.Key_End:
            view.ended.emit(-1)
        case Qt.Key.Key_Return | Qt.Key.Key_Enter:
            row = view.selected or (view.meant if view.edits else None)
            if row is not None and not event.isAutoRepeat():
                view.cell_wanted.emit(row, LABEL) if view.edits else view.wanted.emit(row)
        case Qt.Key.Key_Left:
            view.fold()
        case Qt.Key.Key_Right:
            view.unfold()
        case _:
            return False
    return True


def _held(view: "CueView", event: QKeyEvent, held: Qt.KeyboardModifier) -> bool:
    """Keys with a modifier."""
    match held, event.key():
        case Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_Up:
            view.select_beside(-1)
        case Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_Down:
            view.select_beside(1)
        case Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Up:
            view.stepped.emit(-1)
        case Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Down:
            view.stepped.emit(1)
        case Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Return | Qt.Key.Key_Enter:
            if view.meant is not None and not event.isAutoRepeat():
                view.wanted.emit(view.meant)
        case Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Left:
            view.collapseAll()
            view.follow_selected()
        case Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Right:
            view.unfold_all()
            view.follow()
        case _:
            return False
    return True
