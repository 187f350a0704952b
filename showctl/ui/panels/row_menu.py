"""What can be done with a cue, in a list beside it. It takes neither keyboard nor clicks from anything else."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from showctl.ui.acts import Offer
from showctl.ui.ink import draw_keycap, keycap_wide
from showctl.ui.theme import Theme
from showctl.ui.typeface import MEDIUM, SEMIBOLD, font

WIDTH = 320


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
    toggled = Signal()
    """Shown or hidden."""

    def __init__(self, inside: QWidget, theme: Theme) -> None:
        super().__init__(inside)
        self._inside, self._theme = inside, theme
        self.setObjectName("menu")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedWidth(WIDTH)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(6, 6, 6, 6)
        self._column.setSpacing(2)
        self._title = QLabel()
        self._title.setFont(font(13, SEMIBOLD))
        self._title.setContentsMargins(10, 4, 10, 4)
        self._column.addWidget(self._title)
        self.buttons: list[QPushButton] = []
        self.hide()

    def open(self, title: str, offers: Sequence[Offer], row: QRect) -> None:
        """Show it below a row, or above it where there is more room: at the right, where it hides no label."""
        for button in self.buttons:
            self._column.removeWidget(button)
            button.deleteLater()
        metrics = self._title.fontMetrics()
        self._title.setText(metrics.elidedText(title, Qt.TextElideMode.ElideMiddle, WIDTH - 40))
        self.buttons = [self._button(offer) for offer in offers]
        for button in self.buttons:
            self._column.addWidget(button)
        self.adjustSize()
        room = self._inside.rect()
        below = row.bottom() + 4
        fits = below + self.height() <= room.bottom()
        top = below if fits else max(row.top() - 4 - self.height(), 0)
        left = min(row.right() - self.width() - 12, room.right() - self.width() - 12)
        self.move(max(left, 0), top)
        self.setAccessibleName(f"What can be done with {title}")
        self.show()
        self.raise_()
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]
        self.toggled.emit()

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
        button.setFont(font(15, MEDIUM))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setAccessibleName(offer.words)
        button.clicked.connect(lambda _=False, act=offer.act: self._choose(act))
        return button

    def _choose(self, act: str) -> None:
        self.close_menu()
        self.chosen.emit(act)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A press anywhere else closes it, and does what it does there."""
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            spot = event.globalPosition().toPoint()
            if not self.rect().contains(self.mapFromGlobal(spot)):
                self.close_menu()
        return False
