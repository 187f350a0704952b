"""The list of recent shows, each row painted: title, size, check, when."""

from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from showctl.ui.icon import draw_icon
from showctl.ui.models.recent_shows import FACTS_ROLE, PATH_ROLE, WHEN_ROLE, RecentShowsModel
from showctl.ui.show_facts import ShowFacts, State
from showctl.ui.theme import Theme, colour
from showctl.ui.tongue import tr
from showctl.ui.typeface import MEDIUM, SEMIBOLD, font, metrics

ROW = 72
_OPEN = 104
_WHEN = 130
_CHECK = 130
_SHAPES: dict[State, str] = {
    "waiting": "circle-dashed", "ready": "check-bold", "warnings": "warning-fill", "wrong": "x-circle-fill",
    "gone": "question-bold",
}  # fmt: skip


class RecentList(QListView):
    """Enter or a double click opens; a click selects."""

    chosen = Signal(Path)

    def __init__(self, model: RecentShowsModel, theme: Theme) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(RecentDelegate(theme, self))
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Recent shows"))
        self.setToolTip(tr("Enter opens the selected show"))
        self.doubleClicked.connect(self._open)
        model.modelReset.connect(self.select_first)
        self.select_first()

    def select_first(self) -> None:
        self.setCurrentIndex(self.model().index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """On the button that the selected row shows it opens."""
        super().mouseReleaseEvent(event)
        if event.position().x() > self.viewport().width() - _OPEN - 16:
            self._open(self.indexAt(event.position().toPoint()))

    def _open(self, index: QModelIndex) -> None:
        path = index.data(PATH_ROLE)
        if isinstance(path, Path):
            self.chosen.emit(path)


class RecentDelegate(QStyledItemDelegate):
    """One row."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        t = self._theme
        facts: ShowFacts = index.data(FACTS_ROLE)
        box = QRectF(option.rect)
        state = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(t.hover))
            painter.drawRoundedRect(box.adjusted(0, 1, 0, -1), 6, 6)
        painter.setPen(colour(t.line))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        right = box.right() - 16
        if selected:
            button = QRectF(right - _OPEN, box.top() + 14, _OPEN, 44)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(t.text))
            painter.drawRoundedRect(button, 8, 8)
            self._write(painter, button, tr("Open"), t.app, font(14, SEMIBOLD), Qt.AlignmentFlag.AlignCenter)
        right -= _OPEN + 16
        centre = Qt.AlignmentFlag.AlignVCenter
        when = QRectF(right - _WHEN, box.top(), _WHEN, ROW)
        self._write(painter, when, index.data(WHEN_ROLE), t.text_3, font(14), centre | Qt.AlignmentFlag.AlignRight)
        check = QRectF(when.left() - _CHECK - 8, box.top(), _CHECK, ROW)
        token = {
            "ready": t.running.colour, "warnings": t.over, "wrong": t.broken.colour, "gone": t.broken.colour
        }.get(facts.state, t.text_3)  # fmt: skip
        draw_icon(painter, _SHAPES[facts.state], QRectF(check.left(), box.top(), 20, ROW), token, 16)
        plain = facts.state in ("ready", "waiting")
        self._write(painter, check.adjusted(26, 0, 0, 0), facts.said, t.text_2 if plain else token, font(14), centre)
        words = QRectF(box.left() + 16, box.top() + 14, check.left() - box.left() - 32, 24)
        title = metrics(17, SEMIBOLD).elidedText(facts.title, Qt.TextElideMode.ElideMiddle, int(words.width()))
        self._write(painter, words, title, t.text, font(17, SEMIBOLD), centre)
        about = metrics(13, MEDIUM).elidedText(facts.about, Qt.TextElideMode.ElideMiddle, int(words.width()))
        self._write(painter, words.translated(0, 23), about, t.text_3, font(13, MEDIUM), centre)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(colour(t.focus))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 2, -1, -2), 6, 6)
        painter.restore()

    @staticmethod
    def _write(painter: QPainter, box: QRectF, text: str, token: str, face: QFont, how: Qt.AlignmentFlag) -> None:
        painter.setPen(colour(token))
        painter.setFont(face)
        painter.drawText(box, how, text)
