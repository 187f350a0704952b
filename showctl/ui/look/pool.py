"""Palettes to choose from: a field of names with their colours, to be scrolled and searched."""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    QSortFilterProxyModel,
    Qt,
    Signal,
)  # fmt: skip
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from showctl.ui.theme import Theme, colour
from showctl.ui.tongue import tr
from showctl.ui.typeface import MEDIUM, font, metrics

SEARCHED = 8
"""Palettes from which there is a line to search in."""
_ROW, _LEAST = 34, 112
_RGB, _CHOSEN = int(Qt.ItemDataRole.UserRole), int(Qt.ItemDataRole.UserRole) + 1
Index = QModelIndex | QPersistentModelIndex


class Shown(NamedTuple):
    """A palette. `rgb`: empty for what is no colour; `words`: who uses it."""

    rgb: str
    words: str


class Pool(QWidget):
    """A click takes one; the arrows go from one to the next, Enter takes it."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, kind: str) -> None:
        super().__init__()
        self._shown: dict[str, Shown] = {}
        self._marked: frozenset[str] = frozenset()
        self._items = QStandardItemModel(self)
        self._found = QSortFilterProxyModel(self)
        self._found.setSourceModel(self._items)
        self._found.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Find a palette"))
        self.search.setAccessibleName(tr("Find a palette of {kind}").format(kind=kind))
        self.search.setFont(font(13))
        self.search.setFixedHeight(30)
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._found.setFilterFixedString)
        self.search.returnPressed.connect(self._take_first)
        self.view = _View(self._found, theme)
        self.view.setAccessibleName(tr("Palettes of {kind}").format(kind=kind))
        self.view.setToolTip(tr("A click takes it; with the arrows and Enter"))
        self.view.clicked.connect(lambda index: self.chosen.emit(index.data()))
        self.view.entered_.connect(lambda index: self.chosen.emit(index.data()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.search)
        column.addWidget(self.view, 1)

    def show_palettes(self, shown: Mapping[str, Shown], marked: Collection[str]) -> None:
        """These; `marked`: those that the selected lines have."""
        if dict(shown) != self._shown:
            if list(shown) != list(self._shown):
                self._items.clear()
                for name in shown:
                    item = QStandardItem(name)
                    item.setEditable(False)
                    self._items.appendRow(item)
            for at, (name, each) in enumerate(shown.items()):
                item = self._items.item(at)
                item.setData(each.rgb, _RGB)
                item.setToolTip(f"{name}: {each.words}")
                item.setAccessibleDescription(each.words)
            self._shown, self._marked = dict(shown), frozenset()
            self.search.setVisible(len(shown) > SEARCHED)
            self.view.setVisible(bool(shown))
        if frozenset(marked) != self._marked:
            self._marked = frozenset(marked)
            for at, name in enumerate(self._shown):
                self._items.item(at).setData(name in self._marked, _CHOSEN)

    @property
    def names(self) -> list[str]:
        """Those in sight, as far as the search goes."""
        return [str(self._found.index(row, 0).data()) for row in range(self._found.rowCount())]

    def box(self, name: str) -> QRect:
        """Where one of them stands in the view. Raises ValueError."""
        return self.view.visualRect(self._found.index(self.names.index(name), 0))

    def _take_first(self) -> None:
        if self.names:
            self.chosen.emit(self.names[0])


class _View(QListView):
    entered_ = Signal(QModelIndex)

    def __init__(self, model: QSortFilterProxyModel, theme: Theme) -> None:
        super().__init__()
        self.setModel(model)
        self._delegate = _Chip(theme)
        self.setItemDelegate(self._delegate)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setSpacing(0)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setMinimumHeight(2 * _ROW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        wide = self.width() - self.verticalScrollBar().sizeHint().width() - 4  # Qt leaves room for it, shown or not
        self._delegate.size = QSize(wide // max(wide // _LEAST, 1) - 1, _ROW)
        self.setGridSize(self._delegate.size)
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.entered_.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class _Chip(QStyledItemDelegate):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.size = QSize(_LEAST, _ROW)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return self.size

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, state = self._theme, option.state
        on = bool(state & QStyle.StateFlag.State_Enabled)
        box = QRectF(option.rect).adjusted(2.5, 2.5, -2.5, -2.5)
        chosen = bool(index.data(_CHOSEN))
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = theme.focus if focused else theme.text if chosen else theme.line_strong
        painter.setPen(QPen(colour(edge), 2 if chosen or focused else 1))
        hover = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.setBrush(colour(theme.selected if chosen else theme.hover if hover else theme.raised))
        painter.drawRoundedRect(box, 6, 6)
        left = box.left() + 8
        if rgb := index.data(_RGB):
            painter.setPen(QPen(colour(theme.line_control), 1))
            painter.setBrush(colour(rgb))
            painter.drawRoundedRect(QRectF(left, box.center().y() - 8, 16, 16), 3, 3)
            left += 24
        painter.setFont(font(13, MEDIUM))
        painter.setPen(colour(theme.text if on else theme.text_3))
        room = box.right() - 6 - left
        words = metrics(13, MEDIUM).elidedText(str(index.data()), Qt.TextElideMode.ElideRight, int(room))
        where = QRectF(left, box.top(), room, box.height())
        painter.drawText(where, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        painter.restore()
