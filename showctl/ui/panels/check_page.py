"""Everything that is wrong with the show and the evening, with the way to it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from showctl.ui.checking import Checking
from showctl.ui.context import Context
from showctl.ui.mode import Mode
from showctl.ui.models.findings import FINDING_ROLE, FindingsModel
from showctl.ui.monitors.findings import counted
from showctl.ui.panels.empty_state import EmptyState
from showctl.ui.shape import draw_shape
from showctl.ui.theme import Theme
from showctl.ui.tongue import tr
from showctl.ui.typeface import MEDIUM, font

ROW = 44
_SHAPE = {"error": "broken", "warning": "warning", "question": "ring"}


class LevelDelegate(QStyledItemDelegate):
    """The shape of how bad it is, before its word."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        level = index.data(FINDING_ROLE).level
        token = {"error": self._theme.broken.colour, "warning": self._theme.over}.get(level, self._theme.text_3)
        box = option.rect
        draw_shape(painter, _SHAPE[level], QPointF(box.left() + 14, box.center().y()), 16, token)

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        option.text = f"      {option.text}"


class CheckPage(QWidget):
    """A table; Enter, a double click or the button goes to what a row is about."""

    counted = Signal(int)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.checking = Checking(context, self)
        self.model = FindingsModel(self)
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setAccessibleName(tr("What is wrong"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.setFont(font(14))
        self.table.setWordWrap(True)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(ROW)
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        self.table.setItemDelegateForColumn(0, LevelDelegate(context.theme, self))
        self.table.installEventFilter(self)
        self.summary = QLabel()
        self.summary.setFont(font(14, MEDIUM))
        self.go = self._button(tr("Go there"), tr("Show what the selected row is about (Enter)"), self.go_there)
        self.seen = self._button(
            tr("Clear warnings"), tr("Take the warnings of this evening off the list (Tab, Enter)"),
            self.checking.clear_evening,
        )  # fmt: skip
        head = QHBoxLayout()
        head.addWidget(self.summary, 1)
        head.addWidget(self.seen)
        head.addWidget(self.go)
        self._nothing = EmptyState(
            context.theme, tr("Nothing is wrong"), tr("What is wrong with show, devices and engine stands here.")
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._nothing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.addLayout(head)
        layout.addWidget(self._stack, 1)
        self.table.doubleClicked.connect(lambda _: self.go_there())
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._offer())
        self.checking.changed.connect(self._show)
        self.first = self.table  # it gets the keyboard with the page
        self._show()
        QTimer.singleShot(0, self, lambda: self.counted.emit(self.count))  # who builds it listens by then

    @property
    def count(self) -> int:
        """How many there are to be seen to."""
        return counted(self.checking.findings)

    def go_there(self) -> None:
        """To what the current row is about."""
        row = self.table.currentIndex().row()
        item = self.model.findings[row].item if 0 <= row < len(self.model.findings) else None
        if item is None:
            return
        if item.kind == "cue" and self._context.desk.modes.mode is not Mode.EDIT:
            self._context.actions.run("page cues")  # the list is in the place of this page
        self._context.go_to(item)

    def _show(self) -> None:
        row = self.table.currentIndex().row()
        before = self.model.findings[row] if 0 <= row < len(self.model.findings) else None
        self.model.show_findings(self.checking.findings)
        if before in self.model.findings:
            self.table.selectRow(self.model.findings.index(before))
        elif self.model.findings and not self.table.currentIndex().isValid():
            self.table.selectRow(0)
        self._stack.setCurrentIndex(0 if self.model.findings else 1)
        asked = len(self.model.findings) - self.count
        words = (tr("%n to be seen to", "", self.count) if self.count else tr("Nothing to be seen to")) + (
            tr(", {asked} to be asked").format(asked=asked) if asked else ""
        )
        if self.checking.failed:
            words += tr(". The file could not be checked: {failed}").format(failed=self.checking.failed)
        elif not self.checking.checked:
            words += tr(". The file is being checked")
        self.summary.setText(words)
        self._offer()
        self.counted.emit(self.count)

    def _offer(self) -> None:
        row = self.table.currentIndex().row()
        self.go.setEnabled(0 <= row < len(self.model.findings) and self.model.findings[row].item is not None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if not pressed or event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):  # type: ignore[attr-defined]
            return False
        self.go_there()
        return True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        wide = self.table.viewport().width()
        for column, share in enumerate((0.1, 0.18, 0.42)):
            self.table.setColumnWidth(column, max(int(wide * share), 110))
        self.checking.want(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.checking.want(False)

    def _button(self, words: str, explained: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(words)
        button.setFont(font(14, MEDIUM))
        button.setFixedHeight(44)
        button.setAutoDefault(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(words)
        button.setToolTip(explained)
        button.clicked.connect(act)
        return button
