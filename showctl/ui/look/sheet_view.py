"""The tracking sheet as it is painted: a dot and bold is set here, grey is tracked, a box is a block."""

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    Qt,
)
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from showctl.ui.look.sheet import SheetCell
from showctl.ui.models.look_sheet import CELL_ROLE, LookSheetModel
from showctl.ui.theme import Theme, colour
from showctl.ui.tongue import tr
from showctl.ui.typeface import MEDIUM, SEMIBOLD, font, metrics

ROW = 30
"""A touch in Edit mode needs 30 pixels."""
_DOT, _SWATCH = 3, 14
Index = QModelIndex | QPersistentModelIndex


class SheetDelegate(QStyledItemDelegate):
    """One cell."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box: QRect = option.rect
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._theme
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, colour(theme.selected))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), colour(theme.line))
        words, cell = str(index.data() or ""), index.data(CELL_ROLE)
        if isinstance(cell, SheetCell):
            self._cell(painter, box, words, cell)
        else:
            first = index.column() == 0
            tracked = not first and words.startswith("←")
            self._text(painter, box.adjusted(0, 0, -4, 0), words, first or not tracked, not tracked)
        painter.restore()

    def _cell(self, painter: QPainter, box: QRect, words: str, cell: SheetCell) -> None:
        theme, left, middle = self._theme, box.left(), box.center().y() + 0.5
        own = cell.how in ("set", "block")
        if cell.how == "set":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(theme.text))
            painter.drawEllipse(QPointF(left + _DOT, middle), _DOT, _DOT)
        if own:
            left += 14
        if cell.how == "block":
            wide = metrics(14, SEMIBOLD).horizontalAdvance(words) + 12
            painter.setPen(QPen(colour(theme.text), 1.4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(left - 6, middle - 10, wide, 20), 3, 3)
        if cell.rgb:
            painter.setPen(QPen(colour(theme.line_control), 1))
            painter.setBrush(colour(cell.rgb))
            painter.drawRoundedRect(QRectF(left, middle - _SWATCH / 2, _SWATCH, _SWATCH), 3, 3)
            left += _SWATCH + 8
        self._text(painter, QRect(left, box.top(), box.right() - left - 4, box.height()), words, own, own)

    def _text(self, painter: QPainter, box: QRect, words: str, bold: bool, bright: bool) -> None:
        painter.setFont(font(14, SEMIBOLD if bold else MEDIUM))
        painter.setPen(colour(self._theme.text if bright else self._theme.text_3))
        shown = metrics(14, SEMIBOLD if bold else MEDIUM).elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


class SheetView(QTableView):
    """Rows are selected; Space and Enter do what they do elsewhere."""

    def __init__(self, model: LookSheetModel, theme: Theme) -> None:
        super().__init__()
        self.setModel(model)
        self._delegate = SheetDelegate(theme)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(tr("Tracking sheet"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setFont(font(12))
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head.setHighlightSections(False)

    def select_rows(self, rows: list[int]) -> None:
        """These and no others."""
        wanted = QItemSelection()
        for row in rows:
            wanted.select(self.model().index(row, 0), self.model().index(row, 0))
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().select(wanted, flags)

    @property
    def chosen(self) -> list[int]:
        """The selected rows, in order."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())
