"""What can be done with a cue, in a list beside it. It takes no clicks from anything else, and of the keyboard only the
arrows up and down, and Enter once they have been used.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QLabel, QLineEdit, QPushButton, QWidget

from showctl.ui.acts import Offer
from showctl.ui.ink import draw_keycap, keycap_wide
from showctl.ui.theme import Theme
from showctl.ui.tongue import tr
from showctl.ui.typeface import MEDIUM, SEMIBOLD, font

WIDTH = 320
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Line(QPushButton):
    """An act, and its key at the right."""

    def __init__(self, theme: Theme, offer: Offer) -> None:
        super().__init__(offer.words)
        self._theme, self._key = theme, offer.key

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._key:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            left = self.width() - keycap_wide(self._key) - 10
            draw_keycap(painter, left, self.height() / 2, self._key, self._theme.line_control, self._theme.text_2)


class RowMenu(QFrame):
    """A part of the window and no window of its own: GO and every key work as if it were not there."""

    chosen = Signal(str)
    """One of the acts that were offered."""
    refused = Signal(str)
    """Why what was chosen cannot be done."""
    toggled = Signal()
    """Shown or hidden."""

    def __init__(self, inside: QWidget, theme: Theme) -> None:
        super().__init__(inside)
        self._inside, self._theme = inside, theme
        self.setObjectName("menu")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedWidth(WIDTH)
        self._column = QGridLayout(self)
        self._column.setContentsMargins(6, 6, 6, 6)
        self._column.setSpacing(2)
        self._title = QLabel()
        self._title.setFont(font(13, SEMIBOLD))
        self._title.setContentsMargins(10, 4, 10, 4)
        self.buttons: list[QPushButton] = []
        self._at = -1
        """The line that the arrows have gone to; none."""
        self.hide()

    def open(self, title: str, offers: Sequence[Offer], row: QRect) -> None:
        """Show it below a row, or above it where there is more room: at the right, where it hides no label."""
        self.close_menu()  # or its new lines would not count before they are shown
        for button in self.buttons:
            self._column.removeWidget(button)
            button.hide()  # it goes later: its own press may have led here
            button.deleteLater()
        metrics = self._title.fontMetrics()
        self._title.setText(metrics.elidedText(title, Qt.TextElideMode.ElideMiddle, WIDTH - 40))
        self.buttons = [self._button(offer) for offer in offers]
        self._at = -1
        room = self._inside.rect()
        below = row.bottom() + 4
        self._place_buttons(1, room.width())
        if self.height() > max(room.bottom() - below, row.top() - 4):
            self._place_buttons(2, room.width())
        fits = below + self.height() <= room.bottom()
        top = below if fits else max(row.top() - 4 - self.height(), 0)
        left = min(row.right() - self.width() - 12, room.right() - self.width() - 12)
        self.move(max(left, 0), top)
        self.setAccessibleName(tr("What can be done with {title}").format(title=title))
        self.show()
        self.raise_()
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]
        self.toggled.emit()

    def _place_buttons(self, columns: int, room: int) -> None:
        """Below each other, or, where that would hide the row, side by side."""
        lines = -(-len(self.buttons) // columns)
        self._column.addWidget(self._title, 0, 0, 1, columns)
        for column in (0, 1):
            self._column.setColumnStretch(column, 1 if column < columns else 0)
        for at, button in enumerate(self.buttons):
            self._column.addWidget(button, 1 + at % lines, at // lines)
        self.setFixedWidth(min(columns * WIDTH, room))
        self.adjustSize()

    def close_menu(self) -> bool:
        """Hide it. Whether it was open."""
        was = self.isVisible()
        if was:
            QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
            self.hide()
            self.toggled.emit()
        return was

    def _button(self, offer: Offer) -> QPushButton:
        button = _Line(self._theme, offer)
        button.setProperty("menu", True)
        button.setProperty("off", bool(offer.off))
        button.setToolTip(offer.off)
        button.setFont(font(15, MEDIUM))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setAccessibleName(tr("{words}, off").format(words=offer.words) if offer.off else offer.words)
        button.clicked.connect(lambda: self._choose(offer))
        return button

    def _choose(self, offer: Offer) -> None:
        self.close_menu()
        if offer.off:
            self.refused.emit(offer.off)
        else:
            self.chosen.emit(offer.act)

    def _pressed(self, event: QKeyEvent) -> bool:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        step = _STEPS.get(Qt.Key(event.key()))
        if not plain or not self.buttons:
            return False
        if step is not None:
            self._go_to((self._at + step) % len(self.buttons) if self._at >= 0 or step > 0 else len(self.buttons) - 1)
            return True
        if event.key() in _ENTER and self._at >= 0 and not event.isAutoRepeat():
            self.buttons[self._at].click()
            return True
        return False

    def _go_to(self, at: int) -> None:
        self._at = at
        for index, button in enumerate(self.buttons):
            button.setProperty("at", index == at)
            button.style().unpolish(button)
            button.style().polish(button)
        self.setAccessibleDescription(self.buttons[at].accessibleName())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A press anywhere else closes it, and does what it does there. Arrows go through its lines."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(watched, QWidget):
            return not isinstance(watched, QLineEdit) and self._pressed(event)
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            spot = event.globalPosition().toPoint()
            if not self.rect().contains(self.mapFromGlobal(spot)):
                self.close_menu()
        return False
