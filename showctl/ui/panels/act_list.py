"""The list of acts and keys, painted."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem

from showctl.ui.ink import draw_keycap, draw_text, fill_rounded, keycap_wide, outline_rounded, width
from showctl.ui.models.act_lines import ACT_ROLE, ActLine, ActLines
from showctl.ui.theme import Theme
from showctl.ui.tongue import tr
from showctl.ui.typeface import SEMIBOLD

ROW, HEADING = 32, 36
TEXT = 14


class ActDelegate(QStyledItemDelegate):
    """Words at the left, keys at the right, who else wants them between."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        line: ActLine = index.data(ACT_ROLE)
        return QSize(0, HEADING if line.heading else ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line: ActLine = index.data(ACT_ROLE)
        t, box = self._theme, QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line.heading:
            draw_text(painter, box.adjusted(8, 6, -8, 0), line.words, 13, t.text_3, weight=SEMIBOLD)
            painter.restore()
            return
        if self._view.currentIndex() == index:
            fill_rounded(painter, box.adjusted(0, 1, 0, -1), 6, t.selected)
            if self._view.hasFocus():
                outline_rounded(painter, box.adjusted(0, 1, 0, -1), 6, t.focus, 1)
        right = box.right() - 8
        for key in reversed(line.keys):
            right -= keycap_wide(key)
            edge = t.broken.colour if line.clash else t.line_control
            draw_keycap(painter, right, box.center().y(), key, edge, t.broken.colour if line.clash else t.text)
            right -= 6
        if line.own:
            right -= width(tr("changed"), 12)
            draw_text(painter, QRectF(right, box.top(), box.right() - right, box.height()), tr("changed"), 12, t.text_3)
            right -= 8
        words = QRectF(box.left() + 8, box.top(), right - box.left() - 16, box.height())
        used = draw_text(painter, words, line.words, TEXT, t.text_3 if line.off else t.text)
        if line.clash:
            rest = words.adjusted(used + 10, 0, 0, 0)
            draw_text(painter, rest, tr("also: {clash}").format(clash=line.clash), 13, t.broken.colour)
        painter.restore()


class ActList(QListView):
    """Enter or a double click chooses; Space is GO, as everywhere."""

    chosen = Signal(str)
    """The act that was chosen."""

    def __init__(self, theme: Theme, model: ActLines, name: str) -> None:
        super().__init__()
        self.lines = model
        self.setModel(model)
        self.setItemDelegate(ActDelegate(theme, self))
        self.setAccessibleName(name)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.doubleClicked.connect(lambda _: self.choose())

    @property
    def current(self) -> str:
        """The act that Enter would choose; empty for none."""
        index = self.currentIndex()
        return self.lines.lines[index.row()].id if index.isValid() else ""

    def choose(self) -> None:
        if self.current:
            self.chosen.emit(self.current)

    def go_first(self) -> None:
        """To the first command that is shown."""
        self.setCurrentIndex(self.lines.index(self.lines.first_act()))
        self.scrollToTop()

    def step(self, by: int) -> None:
        """To the next command, past what is none."""
        row = self.currentIndex().row() + by
        while 0 <= row < len(self.lines.lines):
            if self.lines.lines[row].id:
                self.setCurrentIndex(self.lines.index(row))
                return
            row += by

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.choose()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.step(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End):
            super().keyPressEvent(event)
        else:
            event.ignore()
