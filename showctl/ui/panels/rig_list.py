"""The fixtures and groups of the rig at its left: what is chosen here is selected everywhere."""

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from showctl.ui.context import Context
from showctl.ui.ink import RIGHT, draw_text
from showctl.ui.mode import Mode
from showctl.ui.models.rig_rows import ROW_ROLE, RigRow, RigRows
from showctl.ui.theme import Theme, colour
from showctl.ui.tongue import tr
from showctl.ui.typeface import MEDIUM, SEMIBOLD, font

WIDE = 276
TOUCHED, DENSE = 44, 30


class RigList(QWidget):
    """↑ ↓ go through it, Shift and Ctrl take more; what is typed above leaves only what has these words."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._choosing = False
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = RigRows(self)
        self.title, self.count = QLabel(tr("Fixtures")), QLabel()
        self.title.setFont(font(14, SEMIBOLD))
        self.count.setFont(font(13))
        self.count.setObjectName("caption")
        self.field = QLineEdit()
        self.field.setFont(font(14))
        self.field.setMinimumHeight(36)
        self.field.setClearButtonEnabled(True)
        self.field.setPlaceholderText(tr("Name, group, address"))
        self.field.setAccessibleName(tr("Find fixtures by name, group or address"))
        self.field.setToolTip(tr("Only fixtures with these words (Tab); ↓ goes into the list"))
        self.view = QListView()
        self.view.setModel(self.model)
        self.delegate = RigDelegate(context.theme, self.view)
        self.view.setItemDelegate(self.delegate)
        self.view.setUniformItemSizes(True)
        self.view.setAccessibleName(tr("Fixtures and groups"))
        self.view.setToolTip(tr("A click selects, Ctrl and Shift select more (↑ ↓)"))
        self.view.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title)
        head.addWidget(self.count, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.field)
        layout.addWidget(self.view, 1)
        self.setFocusProxy(self.view)
        self.field.textChanged.connect(self._find)
        self.view.selectionModel().selectionChanged.connect(self._chosen)
        context.selection.fixtures_changed.connect(self._mark)
        context.desk.modes.changed.connect(self._size)
        self._size(context.desk.modes.mode)

    def follow(self) -> None:
        """What is in the rig now is said by `model.follow` before."""
        self.count.setText(str(self.model.fixtures))
        self._mark()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and self.field.hasFocus():
            self.view.setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)

    def _size(self, mode: Mode) -> None:
        self.delegate.high = DENSE if mode is Mode.EDIT else TOUCHED
        self.view.doItemsLayout()

    def _find(self, text: str) -> None:
        self._choosing = True
        self.model.find(text)
        self._choosing = False
        self._mark()

    def _chosen(self, *_: object) -> None:
        if self._choosing:
            return
        rows = sorted(index.row() for index in self.view.selectionModel().selectedIndexes())
        self._choosing = True
        self._context.selection.select_fixtures(name for row in rows for name in self.model.rows[row].fixtures)
        self._choosing = False

    def _mark(self) -> None:
        """Rows of which all fixtures are selected look so; of groups none, unless the operator chose them here."""
        if self._choosing:
            return
        selected = set(self._context.selection.fixtures)
        marked = QItemSelection()
        for at, row in enumerate(self.model.rows):
            if row.fixtures and not row.is_group and selected.issuperset(row.fixtures):
                marked.select(self.model.index(at), self.model.index(at))
        self._choosing = True
        self.view.selectionModel().select(marked, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._choosing = False


class RigDelegate(QStyledItemDelegate):
    """Colour, name, address, level."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.high = TOUCHED

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(WIDE - 24, self.high)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: RigRow = index.data(ROW_ROLE)
        theme, box = self._theme, QRectF(option.rect)
        state = option.state
        if not row.fixtures:
            draw_text(painter, box.adjusted(8, 6, -8, 0), row.title, 13, theme.text_2, weight=SEMIBOLD)
            return
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, colour(theme.selected))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, colour(theme.hover))
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), colour(theme.line))
        middle = box.center().y()
        if row.colour:
            painter.fillRect(QRectF(box.left() + 8, middle - 6, 12, 12), QColor(row.colour))
        painter.setPen(colour(theme.line_control))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(box.left() + 8, middle - 6, 12, 12))
        level = QRectF(box.right() - 58, box.top(), 52, box.height())
        draw_text(painter, level, row.level, 14, theme.text, weight=SEMIBOLD, align=RIGHT)
        detail = QRectF(level.left() - 42, box.top(), 42, box.height())
        draw_text(painter, detail, row.detail, 12, theme.text_3, align=RIGHT)
        name = QRectF(box.left() + 28, box.top(), detail.left() - box.left() - 32, box.height())
        draw_text(painter, name, row.title, 14, theme.text, weight=MEDIUM, elide="middle")
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(colour(theme.focus))
            painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -1.5))
