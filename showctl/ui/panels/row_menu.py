"""What can be done with a cue, in a list beside it. It takes neither keyboard nor clicks from anything else."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from showctl.ui.acts import Offer
from showctl.ui.typeface import MEDIUM, SEMIBOLD, font

WIDTH = 320


class RowMenu(QFrame):
    """A part of the window and no window of its own: GO and every key work as if it were not there."""

    chosen = Signal(str)
    """One of the acts that were offered."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__(inside)
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

    def open(self, title: str, offers: Sequence[Offer], at: QPoint) -> None:
        """Show it, at a point of the widget that it is in, as far as there is room."""
        for button in self.buttons:
            self._column.removeWidget(button)
            button.deleteLater()
        metrics = self._title.fontMetrics()
        self._title.setText(metrics.elidedText(title, Qt.TextElideMode.ElideMiddle, WIDTH - 40))
        self.buttons = [self._button(offer) for offer in offers]
        for button in self.buttons:
            self._column.addWidget(button)
        self.adjustSize()
        room = self.parentWidget().rect().size() - self.sizeHint()
        self.move(max(min(at.x(), room.width()), 0), max(min(at.y(), room.height()), 0))
        self.setAccessibleName(f"What can be done with {title}")
        self.show()
        self.raise_()
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]

    def close_menu(self) -> bool:
        """Hide it. Whether it was open."""
        was = self.isVisible()
        if was:
            QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
            self.hide()
        return was

    def _button(self, offer: Offer) -> QPushButton:
        button = QPushButton(f"{offer.words}\t{offer.key}" if offer.key else offer.words)
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
